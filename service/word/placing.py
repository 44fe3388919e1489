"""A template as Jinja parsed it, gone through once: where each value is printed, and whether all of it is sound XML
whatever the data.

Every loop, branch and block that opens and closes the same elements within itself, and as many fields, can be taken
any number of times, or not at all, and the part is well-formed still. Then no finished part need be parsed again.
"""

import re
from collections.abc import Iterator

from jinja2 import nodes

from .printing import Place, placed

_TAG = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>|<(/?)([\w:.-]+)|>")
_FIELD = re.compile(r'w:fldCharType="(begin|separate|end)"')
_IN_LINE = frozenset(f"w:{name}" for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple"))
_BETWEEN = frozenset(
    f"w:{name}" for name in ("body", "tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "tbl", "tr")
)
_UNPROVABLE = (nodes.FilterBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class _Cursor:
    """How far the XML has come: the open elements, and whether a tag is half written."""

    def __init__(self, opened: list[str], half: str | None = None) -> None:
        self.opened = opened
        self.half = half
        self.floor = len(opened)
        self.is_sound = True

    def read(self, xml: str) -> None:
        """Go on over a stretch of the template."""
        for tag in _TAG.finditer(xml):
            closes, name, single, _, begun = tag.groups()
            if self.half is not None:
                self._finish(tag[0] == ">" and xml[: tag.end()].endswith("/>"), tag[0] == ">")
            elif begun:
                self.half = begun
            elif name and closes:
                self._close(name)
            elif name and not single:
                self.opened.append(name)

    def _finish(self, single: bool, is_end: bool) -> None:
        name, self.half = self.half or "", None
        self.is_sound = self.is_sound and is_end
        if not single:
            self.opened.append(name)

    def _close(self, name: str) -> None:
        if len(self.opened) <= self.floor or self.opened[-1] != name:
            self.is_sound = False
        else:
            self.opened.pop()

    def place(self) -> Place:
        """Where a value is that is printed here."""
        top = self.opened[-1] if self.opened else ""
        if self.half is not None:
            return Place.WORDS
        if top == "w:t":
            return Place.TEXT
        if top == "w:sdtContent":
            top = next((name for name in reversed(self.opened) if name in _IN_LINE | _BETWEEN), top)
        return Place.RUNS if top in _IN_LINE else Place.BLOCKS if top in _BETWEEN else Place.WORDS


def settle(tree: nodes.Template) -> bool:
    """Tell every printed value its place; whether the XML is proved to be well-formed whatever the data."""
    return _body(tree.body, _Cursor([]))


def _body(body: list[nodes.Node], cursor: _Cursor) -> bool:
    """Go through statements that are taken together; whether they leave the elements and fields as they were."""
    before, half = list(cursor.opened), cursor.half
    sound = True
    fields: list[str] = []
    for node in body:
        if isinstance(node, nodes.Output):
            _output(node, cursor, fields)
        else:
            sound = _statement(node, cursor) and sound
    same = cursor.opened == before and cursor.half == half
    return sound and same and cursor.is_sound and _balanced(fields)


def _output(node: nodes.Output, cursor: _Cursor, fields: list[str]) -> None:
    for at, child in enumerate(node.nodes):
        if isinstance(child, nodes.TemplateData):
            cursor.read(child.data)
            fields += _FIELD.findall(child.data)
        elif (place := cursor.place()) is not Place.TEXT:
            node.nodes[at] = nodes.Filter(child, placed(place), [], [], None, None, lineno=child.lineno)


def _statement(node: nodes.Node, cursor: _Cursor) -> bool:
    sound = not isinstance(node, _UNPROVABLE) and not _unescaped(node)
    for body in _bodies(node):
        inner = _Cursor(list(cursor.opened), cursor.half)
        sound = _body(body, inner) and sound
        if cursor.half is not None and any(re.search('[<>"]', data.data) for data in _data(body)):
            sound = False
    return sound


def _unescaped(node: nodes.Node) -> bool:
    return isinstance(node, nodes.EvalContextModifier | nodes.ScopedEvalContextModifier)


def _bodies(node: nodes.Node) -> Iterator[list[nodes.Node]]:
    """The statements inside a statement, each run of them that is taken together."""
    for name in ("body", "else_"):
        found = getattr(node, name, None)
        if found:
            yield found
    for branch in getattr(node, "elif_", None) or ():
        yield from _bodies(branch)


def _data(body: list[nodes.Node]) -> Iterator[nodes.TemplateData]:
    for node in body:
        yield from node.find_all(nodes.TemplateData)


def _balanced(kinds: list[str]) -> bool:
    """Whether a stretch's fields begin, part and end within it (§17.16.18)."""
    opened: list[str] = []
    for kind in kinds:
        if kind == "begin":
            opened.append(kind)
        elif not opened or (kind == "separate" and opened[-1] != "begin"):
            return False
        elif kind == "end":
            opened.pop()
        else:
            opened[-1] = kind
    return not opened


def skeleton(tree: nodes.Template) -> str:
    """The template with every branch taken once and nothing printed."""
    return "".join(data.data for data in tree.find_all(nodes.TemplateData))
