"""Attributes of plain values, as templates read them a thousand times a document.

Jinja's sandbox asks of each attribute whether it could change or reach behind its owner. Of a frozen value's public
field that is known from its type alone, once.
"""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import BuiltinMethodType, MethodType
from typing import cast

from jinja2.sandbox import ImmutableSandboxedEnvironment

# Neither can have a subclass: to ask for the very type is enough.
_METHODS = frozenset({MethodType, BuiltinMethodType})


class PlainAccess(ImmutableSandboxedEnvironment):
    """The sandbox with a short way for the fields of dataclasses and the keys of dicts."""

    def getattr(self, obj: object, attribute: str) -> object:
        """The attribute as the sandbox gives it; where a mapping has such a key, that (`plan.items` is a field)."""
        if attribute in _public_fields(type(obj)):  # type: ignore[arg-type]  # a type is hashable
            value: object = getattr(obj, attribute)
            if type(value) not in _METHODS:
                return value
        elif isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return cast(object, super().getattr(obj, attribute))


@cache
def _public_fields(kind: Hashable) -> frozenset[str]:
    """The names of a dataclass's public fields, empty for one that is a container as well."""
    if not isinstance(kind, type) or not is_dataclass(kind) or kind.__mro__[1:] != (object,):
        return frozenset()
    return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))
