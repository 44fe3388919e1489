"""Which fields a template uses, as dotted names, seen through its loops and aliases."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

Aliases = Mapping[str, str | None]


def used_names(tree: nodes.Template, known: frozenset[str]) -> frozenset[str]:
    """The dotted names a parsed template reads, less the language's own (`known`).

    A loop's variable stands for what it loops over: `{% for r in plan.resultat %}{{ r.text }}` uses
    `plan.resultat` and `plan.resultat.text`.
    """
    return frozenset(_walk(tree, dict.fromkeys(known, None)))


def _walk(node: nodes.Node, aliases: Aliases) -> Iterator[str]:
    name = _dotted(node, aliases)
    if name is not None:
        yield name
    elif isinstance(node, nodes.Scope | nodes.For | nodes.Macro | nodes.CallBlock | nodes.With | nodes.Template):
        yield from _scope(node, dict(aliases))
    elif not isinstance(node, nodes.Name):
        for child in node.iter_child_nodes():
            yield from _walk(child, aliases)


def _scope(node: nodes.Node, inner: dict[str, str | None]) -> Iterator[str]:
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, inner)
        _bind(node.target, _base(node.iter, inner), inner)
        inner["loop"] = None
    for child in node.iter_child_nodes(exclude=("iter", "target")):
        if isinstance(child, nodes.Assign):
            yield from _walk(child.node, inner)
            _bind(child.target, _base(child.node, inner), inner)
        else:
            if isinstance(child, nodes.Name) and child.ctx == "param":
                inner[child.name] = None
            if isinstance(child, nodes.Macro):
                inner[child.name] = None
            yield from _walk(child, inner)


def _bind(target: nodes.Node, meaning: str | None, aliases: dict[str, str | None]) -> None:
    for name in [target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name):
        if isinstance(name, nodes.Name):
            aliases[name.name] = meaning if name is target else None


def _base(node: nodes.Node, aliases: Aliases) -> str | None:
    """What an expression is taken from: filters and slices change its order, not its fields."""
    while isinstance(node, nodes.Filter | nodes.Getitem) and node.node is not None:
        node = node.node
    return _dotted(node, aliases)


def _dotted(node: nodes.Node, aliases: Aliases) -> str | None:
    if isinstance(node, nodes.Name) and node.ctx == "load":
        return aliases.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _dotted(node.node, aliases)
        return None if owner is None else f"{owner}.{node.attr}"
    return None
