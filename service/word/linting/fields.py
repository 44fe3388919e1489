"""Does every field that a template uses exist? Seen through loops, aliases, macros and filters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from ..environment import ENVIRONMENT
from ..places import nearest
from .blocks import UNKNOWN, Skeleton, tags_of
from .expressions import parsed
from .remarks import Remark
from .shapes import ANYTHING, VALUE, Group, Many, Shape, Value, merged, names_in

Names = dict[str, Shape]
_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "changed", "cycle")
_SAME = frozenset({"sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr", "default", "d"})
_ONE = frozenset({"first", "last", "min", "max"})
_ATTRIBUTE_FIRST = frozenset({"selectattr", "rejectattr", "groupby", "sum", "unique"})
_ATTRIBUTE = frozenset({"sort", "min", "max", "map", "join"})
_MOST_CALLS = 200


@dataclass
class Fields:
    """Walks the skeleton of one part; `remarks` are what it finds, `used` the names it meets."""

    made: Skeleton
    remarks: list[Remark] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._macros: dict[str, nodes.Macro] = {}
        self._called: dict[str, int] = {}
        self._calling: list[str] = []
        self._lenient = 0

    def walk(self, context: Shape) -> None:
        """Look at everything in the skeleton, in a context of that shape."""
        names: Names = dict.fromkeys([*ENVIRONMENT.globals, UNKNOWN], ANYTHING)
        if isinstance(context, Group):
            names |= context.fields
        tree = parsed(self.made.source)
        self._block(tree.body, names)
        for name, macro in self._macros.items():
            if name not in self._called:
                self._macro_body(macro, names, {})

    def _block(self, body: list[nodes.Node], names: Names) -> None:
        for node in body:
            handler = _STATEMENTS.get(type(node))
            if handler is not None:
                handler(self, node, names)
            else:
                self._children(node, names)

    def _children(self, node: nodes.Node, names: Names) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.shape(child, names, printed=isinstance(node, nodes.Output))
            else:
                self._block([child], names)

    def _for(self, node: nodes.For, names: Names) -> None:
        over = self.shape(node.iter, names)
        if isinstance(over, Group):
            self._say("loop_over_value", node, namn=over.name)
        item = over.item if isinstance(over, Many) else ANYTHING
        inner = {**names, "loop": _loop(item)}
        _bind(node.target, item, inner)
        if node.test is not None:
            self.shape(node.test, inner)
        self._block(node.body, inner)
        self._block(node.else_, dict(names))

    def _assign(self, node: nodes.Assign, names: Names) -> None:
        _bind(node.target, self.shape(node.node, names), names)

    def _assign_block(self, node: nodes.AssignBlock, names: Names) -> None:
        self._block(node.body, dict(names))
        _bind(node.target, VALUE, names)

    def _macro(self, node: nodes.Macro, names: Names) -> None:
        self._macros[node.name] = node
        names[node.name] = ANYTHING

    def _call_block(self, node: nodes.CallBlock, names: Names) -> None:
        self.shape(node.call, names)
        self._macro_like(node.body, node.args, node.defaults, names, {})

    def _with(self, node: nodes.With, names: Names) -> None:
        inner = dict(names)
        for target, value in zip(node.targets, node.values, strict=True):
            _bind(target, self.shape(value, names), inner)
        self._block(node.body, inner)

    def _inner(self, node: nodes.Scope | nodes.Block | nodes.FilterBlock, names: Names) -> None:
        self._block(node.body, dict(names))

    def _macro_body(self, node: nodes.Macro, names: Names, given: Names) -> None:
        self._macro_like(node.body, node.args, node.defaults, names, given)

    def _macro_like(
        self, body: list[nodes.Node], args: list[nodes.Name], defaults: list[nodes.Expr], names: Names, given: Names
    ) -> None:
        inner = {**names, **dict.fromkeys(("caller", "varargs", "kwargs"), ANYTHING)}
        inner |= {arg.name: given.get(arg.name, ANYTHING) for arg in args}
        for default in defaults:
            self.shape(default, names)
        self._block(body, inner)

    def shape(self, node: nodes.Node, names: Names, printed: bool = False) -> Shape:
        """What an expression gives; all that is asked of fields in it is looked at."""
        handler = _EXPRESSIONS.get(type(node))
        found = handler(self, node, names) if handler is not None else self._operands(node, names)
        if printed and isinstance(found, Group | Many) and found.name:
            inner = found.item if isinstance(found, Many) else found
            known = list(inner.fields)[:5] if isinstance(inner, Group) else ["(gå igenom den med for)"]
            kind = "en lista" if isinstance(found, Many) else "en grupp av fält"
            self._say("printed_group", node, namn=found.name, slag=kind, val=", ".join(known))
        return found

    def _operands(self, node: nodes.Node, names: Names) -> Shape:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.shape(child, names)
            else:
                self._children(child, names)
        return VALUE

    def _name(self, node: nodes.Name, names: Names) -> Shape:
        if node.name in names:
            return self._met(names[node.name])
        known = [name for name in names if name != UNKNOWN and name not in ENVIRONMENT.globals]
        self._unknown(node, node.name, nearest(node.name, known))
        return ANYTHING

    def _getattr(self, node: nodes.Getattr, names: Names) -> Shape:
        return self._of(node, self.shape(node.node, names), node.attr)

    def _getitem(self, node: nodes.Getitem, names: Names) -> Shape:
        owner = self.shape(node.node, names)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._of(node, owner, node.arg.value)
        self.shape(node.arg, names)
        if isinstance(owner, Many):
            return owner if isinstance(node.arg, nodes.Slice) else owner.item
        return ANYTHING if not isinstance(owner, Value) else owner

    def _of(self, node: nodes.Node, owner: Shape, name: str) -> Shape:
        """A field of something; a remark where there is none of the name."""
        if isinstance(owner, Group):
            if name in owner.fields:
                return self._met(owner.fields[name])
            self._unknown(node, f"{owner.name}.{name}".lstrip("."), nearest(name, owner.fields))
        elif isinstance(owner, Many) and name not in ("index", "count"):
            inside = owner.item.fields if isinstance(owner.item, Group) else {}
            near = None if name in inside else nearest(name, inside)
            self._say("field_of_list", node, near, namn=owner.name, falt=name)
        elif isinstance(owner, Value) and not owner.has(name):
            self._say("field_of_value", node, namn=owner.name or "värdet", falt=name)
        return ANYTHING

    def _met(self, shape: Shape) -> Shape:
        if shape.name:
            self.used.add(shape.name)
        return shape

    def _filter(self, node: nodes.Filter, names: Names) -> Shape:
        lenient = node.name in ("default", "d")
        self._lenient += lenient
        source = VALUE if node.node is None else self.shape(node.node, names)
        self._lenient -= lenient
        for argument in [*node.args, *(keyword.value for keyword in node.kwargs)]:
            self.shape(argument, names)
        item = source.item if isinstance(source, Many) else ANYTHING
        attribute = self._attribute(node, item)
        if node.name == "map" and isinstance(source, Many):
            return Many("", attribute)
        if node.name == "groupby":
            return Many("", Group("", {"grouper": attribute, "list": Many("", item)}))
        if node.name in _ONE:
            return item
        return source if node.name in _SAME else ANYTHING

    def _attribute(self, node: nodes.Filter, item: Shape) -> Shape:
        """The field that a filter is told to look at (`sort(attribute="text")`), looked up too."""
        given = next((keyword.value for keyword in node.kwargs if keyword.key == "attribute"), None)
        if given is None and node.name in _ATTRIBUTE_FIRST and node.args:
            given = node.args[0]
        if not isinstance(given, nodes.Const) or not isinstance(given.value, str):
            return ANYTHING
        found = item
        if node.name in _ATTRIBUTE | _ATTRIBUTE_FIRST:
            for path in given.value.split(","):
                found = item
                for step in path.strip().split("."):
                    found = found.item if step.isdigit() and isinstance(found, Many) else self._of(node, found, step)
        return found

    def _test(self, node: nodes.Test, names: Names) -> Shape:
        lenient = node.name in ("defined", "undefined")
        self._lenient += lenient
        self._operands(node, names)
        self._lenient -= lenient
        return VALUE

    def _call(self, node: nodes.Call, names: Names) -> Shape:
        given = [self.shape(argument, names) for argument in node.args]
        named = {keyword.key: self.shape(keyword.value, names) for keyword in node.kwargs}
        if isinstance(node.node, nodes.Name):
            macro = self._macros.get(node.node.name)
            if macro is not None and isinstance(names.get(macro.name), Shape):
                self._call_macro(macro, names, given, named)
                return VALUE
            if node.node.name not in names:
                near = nearest(node.node.name, [*ENVIRONMENT.globals, *self._macros])
                self._say("unknown_function", node, near, namn=node.node.name)
                return ANYTHING
        self.shape(node.node, names)
        return ANYTHING

    def _call_macro(self, macro: nodes.Macro, names: Names, given: list[Shape], named: Names) -> None:
        """Look into the macro with what this call gives it."""
        calls = self._called[macro.name] = self._called.get(macro.name, 0) + 1
        if macro.name in self._calling or calls > _MOST_CALLS:
            return
        self._calling.append(macro.name)
        pairs = zip((arg.name for arg in macro.args), given, strict=False)
        self._macro_body(macro, names, {**dict(pairs), **named})
        self._calling.pop()

    def _either(self, node: nodes.And | nodes.Or, names: Names) -> Shape:
        return merged(self.shape(node.left, names), self.shape(node.right, names))

    def _condition(self, node: nodes.CondExpr, names: Names) -> Shape:
        self.shape(node.test, names)
        one = self.shape(node.expr1, names)
        return one if node.expr2 is None else merged(one, self.shape(node.expr2, names))

    def _literal(self, node: nodes.List | nodes.Tuple, names: Names) -> Shape:
        shapes = [self.shape(item, names) for item in node.items]
        item = shapes[0] if shapes else ANYTHING
        for shape in shapes[1:]:
            item = merged(item, shape)
        return Many("", item)

    def _unknown(self, node: nodes.Node, name: str, near: str | None) -> None:
        self._say("harmless_name" if self._lenient else "unknown_field", node, near, namn=name)

    def _say(self, code: str, node: nodes.Node, near: str | None = None, **details: str) -> None:
        tag = tags_of(self.made, node.lineno)
        if tag is not None:
            self.remarks.append(Remark(code, tag.place, tag.written, near, details))


def _loop(item: Shape) -> Group:
    known: dict[str, Shape] = dict.fromkeys(_LOOP, ANYTHING)
    return Group("loop", {**known, "previtem": item, "nextitem": item})


def _bind(target: nodes.Node, shape: Shape, names: Names) -> None:
    if isinstance(target, nodes.Name):
        names[target.name] = shape
    elif isinstance(target, nodes.Tuple):
        parts: list[Shape] = [ANYTHING] * len(target.items)
        if isinstance(shape, Group) and set(shape.fields) == {"grouper", "list"}:
            parts = list(shape.fields.values())
        for item, part in zip(target.items, parts, strict=False):
            _bind(item, part, names)


def unused(context: Group, used: set[str]) -> Iterator[str]:
    """The names of a context that are never used; of a group or list never touched, only its own name."""
    for shape in context.fields.values():
        inner = shape.item if isinstance(shape, Many) else shape
        if not ({shape.name, inner.name, *names_in(inner)} & used):
            yield shape.name
        elif isinstance(inner, Group):
            yield from unused(inner, used)


# Each handler takes its own kind of node.
_Statement = Callable[[Fields, Any, Names], None]
_Expression = Callable[[Fields, Any, Names], Shape]
_STATEMENTS: dict[type[nodes.Node], _Statement] = {
    nodes.For: Fields._for, nodes.Assign: Fields._assign, nodes.AssignBlock: Fields._assign_block,
    nodes.Macro: Fields._macro, nodes.CallBlock: Fields._call_block, nodes.With: Fields._with,
    nodes.Scope: Fields._inner, nodes.Block: Fields._inner,
}  # fmt: skip
_EXPRESSIONS: dict[type[nodes.Node], _Expression] = {
    nodes.Name: Fields._name, nodes.Getattr: Fields._getattr, nodes.Getitem: Fields._getitem,
    nodes.Filter: Fields._filter, nodes.Test: Fields._test, nodes.Call: Fields._call, nodes.And: Fields._either,
    nodes.Or: Fields._either, nodes.CondExpr: Fields._condition, nodes.List: Fields._literal,
    nodes.Tuple: Fields._literal,
}  # fmt: skip
