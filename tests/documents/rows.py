"""Rows with only what matters said."""

from dataclasses import MISSING, fields
from decimal import Decimal
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from schemas.text import StyledText, styled
from service.chain.records import Row
from service.chain.values import Nummer

R = TypeVar("R", bound=Row)


def row(cls: type[R], **values: Any) -> R:
    """A row of the given values; what is not given is empty."""
    hints = get_type_hints(cls)
    empty = {f.name: _empty(hints[f.name]) for f in fields(cls) if f.default is MISSING and f.name not in values}
    return cls(**{**empty, **{name: _value(hints[name], value) for name, value in values.items()}})


def _empty(kind: Any) -> Any:
    if get_origin(kind) is tuple:
        return ()
    return {str: "", StyledText: StyledText(), Nummer: Nummer("?", given=False)}.get(kind)


def _value(kind: Any, value: Any) -> Any:
    """Plain text becomes what the field wants."""
    if kind is StyledText and isinstance(value, str):
        return styled(value)
    if kind is Nummer and isinstance(value, str):
        return Nummer(value)
    wanted = get_args(kind) if get_origin(kind) in (Union, UnionType) else ()
    return Decimal(str(value)) if Decimal in wanted and value is not None else value
