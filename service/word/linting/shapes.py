"""What a template may use, as shapes: groups with fields, lists of something, single values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, eq=False)
class Shape:
    """A value of which anything may be asked: nothing is known of it."""

    name: str = ""


@dataclass(frozen=True, eq=False)
class Value(Shape):
    """A single value: text, number, date."""

    def has(self, attribute: str) -> bool:
        """Whether any such value has the attribute, as far as a template may reach it."""
        kinds = (str, int, Decimal, date)
        return not attribute.startswith("_") and (attribute == "runs" or any(hasattr(k, attribute) for k in kinds))


@dataclass(frozen=True, eq=False)
class Group(Shape):
    """Fields by name. `open` groups may have others too."""

    fields: Mapping[str, Shape] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Many(Shape):
    """A list of something."""

    item: Shape = field(default_factory=Shape)


ANYTHING = Shape()
VALUE = Value()


def shape_of(names: Iterable[str]) -> Group:
    """The shape that dotted names describe, `[]` after those that are lists: `mal[].resultat[].text`."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # a tree of itself
    for name in names:
        branch = tree
        for step in name.split("."):
            branch = branch.setdefault(step, {})
    return _group("", tree)


def _group(name: str, tree: Mapping[str, Mapping]) -> Group:  # type: ignore[type-arg]
    fields = {}
    for step, below in tree.items():
        inner = f"{name}.{step}" if name else step
        plain = step.removesuffix("[]")
        shape: Shape = _group(inner, below) if below else Value(inner)
        fields[plain] = Many(inner.removesuffix("[]"), shape) if step.endswith("[]") else shape
    return Group(name, fields)


def merged(one: Shape, other: Shape) -> Shape:
    """What a value is that may be either."""
    if one is other or isinstance(other, Value):
        return one
    return other if isinstance(one, Value) else ANYTHING


def names_in(shape: Shape) -> Iterable[str]:
    """Every name within a shape, groups before what they hold."""
    if isinstance(shape, Many):
        yield from names_in(shape.item)
    elif isinstance(shape, Group):
        for inner in shape.fields.values():
            yield inner.name
            yield from names_in(inner)
