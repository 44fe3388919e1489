"""What a template may use: the fields of a document's context, each with its help text and an example."""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from schemas.text import StyledText, styled

from .diagram import Diagram, example_diagram
from .hjulbild import Hjulbild, example_hjulbild

_WORDS = {
    str: "text",
    StyledText: "formaterad text",
    int: "heltal",
    Decimal: "tal",
    date: "datum",
    bool: "ja eller nej",
    Diagram: "diagram",
    Hjulbild: "bild",
}


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """A field as a template's author needs to know it. `name` is dotted; `[]` marks a list (`mal[].nummer`)."""

    name: str
    type: str
    help: str
    example: str

    @property
    def used_as(self) -> str:
        """The name as it stands in a template: without the marks of lists."""
        return self.name.replace("[]", "")


def told(help: str, example: str = "se fälten i den") -> dict[str, str]:
    """A field's metadata: what it is and an example of it. A list or group is exemplified by its own fields."""
    return {"hjalp": help, "exempel": example}


def describe(context_type: type[Any]) -> list[FieldHelp]:
    """Every field of a context, those of nested rows below their row."""
    return list(_described(context_type, ""))


def as_mapping(context: Any) -> dict[str, Any]:
    """The context's own fields by name; what lies in them is left as it is."""
    return {field.name: getattr(context, field.name) for field in fields(context)}


def example_of(context_type: type[Any]) -> Any:
    """A context filled with its fields' own examples, each list with one row: what a template can be tried with.

    Raises ValueError for an example that is no value of its field's type.
    """
    types_of = get_type_hints(context_type)
    return context_type(
        **{field.name: _example(types_of[field.name], field.metadata) for field in fields(context_type)}
    )


def _example(declared: Any, metadata: Mapping[str, Any]) -> Any:
    inner, mark = _inner(declared)
    text = metadata["exempel"]
    if inner is StyledText:
        value: Any = styled(text)
    elif inner is Diagram:
        value = example_diagram(text)
    elif inner is Hjulbild:
        value = example_hjulbild(text)
    elif is_dataclass(inner):
        value = example_of(inner)  # type: ignore[arg-type]  # a type, as all that is declared
    else:
        value = _READ[inner](text)
    return (value,) if mark else value


def _number(text: str) -> str:
    return "".join(text.removesuffix("%").split()).replace("−", "-").replace(",", ".")


_READ: Mapping[type, Callable[[str], Any]] = {
    str: str,
    int: lambda text: int(_number(text)),
    Decimal: lambda text: Decimal(_number(text)),
    date: date.fromisoformat,
    bool: lambda text: {"ja": True, "nej": False}[text],
}


def _described(context_type: type[Any], prefix: str) -> Iterator[FieldHelp]:
    types_of = get_type_hints(context_type)
    for field in fields(context_type):
        inner, mark = _inner(types_of[field.name])
        name = f"{prefix}{field.name}{mark}"
        nested = is_dataclass(inner) and inner not in _WORDS
        kind = "lista" if mark else "grupp" if nested else _WORDS[inner]
        yield FieldHelp(name, kind, field.metadata["hjalp"], field.metadata["exempel"])
        if nested:
            yield from _described(inner, f"{name}.")


def _inner(declared: Any) -> tuple[Any, str]:
    """The type within `tuple[X, ...]` (with the mark of a list) or `X | None`."""
    if get_origin(declared) is tuple:
        return get_args(declared)[0], "[]"
    if get_origin(declared) in (Union, types.UnionType):
        return next(part for part in get_args(declared) if part is not type(None)), ""
    return declared, ""
