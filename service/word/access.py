"""Attributes of plain values, as templates read them a thousand times a document.

Jinja's sandbox asks of each attribute whether it could change or reach behind its owner. Of a frozen value's public
field that is known from its type alone, once.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from types import BuiltinMethodType, MethodType

from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_METHODS = (MethodType, BuiltinMethodType)


class PlainAccess(ImmutableSandboxedEnvironment):
    """The sandbox with a short way for the fields of dataclasses."""

    def getattr(self, obj: object, attribute: str) -> object | Undefined:
        """The attribute as the sandbox gives it."""
        if attribute in _public_fields(type(obj)):
            value = getattr(obj, attribute)
            if not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)


@cache
def _public_fields(kind: type) -> frozenset[str]:
    """The names of a dataclass's public fields, empty for one that is a container as well."""
    if not is_dataclass(kind) or kind.__mro__[1:] != (object,):
        return frozenset()
    return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))
