"""Values that bring parts, from the mark that they print to what shows them and the parts in the package.

The mark holds the value's place among those of the document (`Package.embedded`), in the order they are printed.
"""

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from . import marks
from .embedded import Embedded, External, NewPart
from .faults import TemplateFault
from .ooxml import R_, RPR, WP, Element, W, parse
from .package import CT, RELS, TYPES, Package, default_namespace, rels_name
from .setting import Setting

Target = NewPart | External
_PRINTED: ContextVar[list[Embedded] | None] = ContextVar("printed", default=None)


@contextmanager
def collected() -> Iterator[list[Embedded]]:
    """The values that are printed within."""
    values: list[Embedded] = []
    token = _PRINTED.set(values)
    try:
        yield values
    finally:
        _PRINTED.reset(token)


def printed_mark(value: Embedded) -> str:
    """The mark of a value that is printed."""
    values = _PRINTED.get()
    if values is None:
        raise TemplateFault("värdet kan bara skrivas ut i ett dokument")
    values.append(value)
    return f"{marks.EMBEDDED}{len(values) - 1}{marks.END}"


@dataclass
class Embedding:
    """Puts the printed values' parts into one package."""

    package: Package
    setting: Setting
    roots: list[Element]
    _names: dict[NewPart, str] = field(default_factory=dict)
    _related: dict[tuple[str, Target], str] = field(default_factory=dict)
    _last_drawing: int | None = None

    def show(self, part: str, number: str, rpr: Element | None) -> list[Element]:
        """The elements that show a printed value in a part, its runs in the look of the run they replace."""
        fragment = self.package.embedded[int(number)].embed(_PartHolder(part, self, self.setting))
        if fragment.block:
            raise TemplateFault("värdet är hela stycken och kan inte stå i en rad")
        elements = list(parse(f'<w:p xmlns:w="{W}">{fragment.xml}</w:p>', part))
        for element in elements:
            if rpr is not None and element.tag == R_ and element.find(RPR) is None:
                element.insert(0, deepcopy(rpr))
        return elements

    def relate(self, source: str, target: Target, ident: str | None = None) -> str:
        """The id of the relationship from a part to the target, both made if they are new."""
        if ident is None and (source, target) in self._related:
            return self._related[source, target]
        where = target.address if isinstance(target, External) else self._relative(source, self._name(target))
        root = self._relationships(source)
        taken = {entry.get("Id") for entry in root}
        given = ident or next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        mode = {"TargetMode": "External"} if isinstance(target, External) else {}
        entry = {"Id": given, "Type": target.relation, "Target": where, **mode}
        root.append(etree.Element(f"{{{RELS}}}Relationship", entry))
        self._related[source, target] = given
        return given

    def drawing_id(self) -> int:
        """A drawing's id that no other of the document has."""
        if self._last_drawing is None:
            used = (drawing.get("id", "") for root in self.roots for drawing in root.iter(f"{{{WP}}}docPr"))
            self._last_drawing = max((int(ident) for ident in used if ident.isdigit()), default=0)
        self._last_drawing += 1
        return self._last_drawing

    def _name(self, part: NewPart) -> str:
        if part not in self._names:
            n = 1
            while f"{part.stem}{n}.{part.extension}" in self.package:
                n += 1
            name = self._names[part] = f"{part.stem}{n}.{part.extension}"
            self.package.blobs[name] = part.blob
            kind = {"PartName": f"/{name}", "ContentType": part.content_type}
            self.package.tree(TYPES).append(etree.Element(f"{{{CT}}}Override", kind))
            for ident, target in part.relations:
                self.relate(name, target, ident)
        return self._names[part]

    def _relative(self, source: str, name: str) -> str:
        return posixpath.relpath(name, posixpath.dirname(source) or ".")

    def _relationships(self, part: str) -> Element:
        name = rels_name(part)
        if name not in self.package:
            self.package.trees[name] = etree.Element(f"{{{RELS}}}Relationships", nsmap=default_namespace(RELS))
        return self.package.tree(name)


@dataclass(frozen=True)
class _PartHolder:
    part: str
    embedding: Embedding
    setting: Setting

    def relate(self, target: Target) -> str:
        return self.embedding.relate(self.part, target)

    def drawing_id(self) -> int:
        return self.embedding.drawing_id()
