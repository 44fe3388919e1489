"""Whole documents put into another: their paragraphs and tables, with the styles, lists, pictures and links these need.

Styles are matched by name, as Word does on pasting; what the document has none of comes along. Headers, footers,
comments and the last section's page stay behind.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from .embedded import External, Fragment, Holder, NewPart
from .faults import TemplateFault
from .ooxml import VAL, Element, R, query, remove, value_of, w
from .package import CT, TYPES, Package, main_part, open_package, target

_STYLE_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_STYLE_LINKS = (w("basedOn"), w("next"), w("link"))
_LEFT_BEHIND = tuple(
    w(name)
    for name in ("headerReference", "footerReference", "commentRangeStart", "commentRangeEnd", "commentReference")
)
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_RELATED = query(".//@r:*/..")
_NUMBERED = re.compile(r"\d*$")


@dataclass(frozen=True)
class Subdocument:
    """A Word document, as its bytes, to be printed by `{{p value }}` in a paragraph of its own."""

    docx: bytes

    def embed(self, holder: Holder) -> Fragment:
        """Its paragraphs and tables. Raises PackageFault for no Word document, TemplateFault for one with notes."""
        source = _opened(self.docx)
        body = source.tree(main_part(source)).find(w("body"))
        content = [deepcopy(child) for child in ([] if body is None else body) if child.tag != w("sectPr")]
        if any(True for element in content for _ in element.iter(*_NOTES)):
            raise TemplateFault("ett underdokument kan inte ha fotnoter eller slutnoter")
        move = _Move(source, holder)
        for element in content:
            move.carry(element)
        return Fragment("".join(etree.tostring(element, encoding="unicode") for element in content), block=True)


@lru_cache(maxsize=16)
def _opened(docx: bytes) -> Package:
    return open_package(docx)


class _Move:
    """One document's content on its way into another."""

    def __init__(self, source: Package, holder: Holder) -> None:
        self._source = source
        self._main = main_part(source)
        self._holder = holder
        self._styles: dict[str, str] = {}
        self._lists: dict[str, str] = {}

    def carry(self, element: Element) -> None:
        """Let an element of the content mean in its new place what it meant in its old one."""
        for useless in list(element.iter(*_LEFT_BEHIND)):
            remove(useless)
        for related in _RELATED(element):
            for name, ident in related.items():
                if str(name).startswith(f"{{{R}}}") and ident:
                    related.set(name, self._relation(str(ident)))
        self._carry_looks(element)

    def _carry_looks(self, element: Element) -> None:
        for use in element.iter(*_STYLE_USES):
            use.set(VAL, self._style(use.get(VAL, "")))
        for number in element.iter(w("numId")):
            number.set(VAL, self._list(number.get(VAL, "0")))

    def _relation(self, ident: str) -> str:
        for relationship in self._source.relationships(self._main):
            if relationship.get("Id") == ident:
                return self._holder.relate(_target(self._source, self._main, relationship, ()))
        raise TemplateFault(f"underdokumentet saknar sin egen del {ident!r}")

    def _style(self, style_id: str) -> str:
        if style_id not in self._styles:
            own = _by_id(_styles(self._source), style_id)
            self._styles[style_id] = style_id if own is None else self._matched(own)
        return self._styles[style_id]

    def _matched(self, own: Element) -> str:
        """The document's own style of that name and type, or the subdocument's put beside the others."""
        root = _styles(self._holder.package)
        if root is None:
            raise TemplateFault("mallen saknar formatmallar")
        name, kind = (value_of(own, "name") or "").casefold(), own.get(w("type"))
        for style in root.iterfind(w("style")):
            if style.get(w("type")) == kind and (value_of(style, "name") or "").casefold() == name:
                return style.get(w("styleId"), "")
        style_id = _free(
            {style.get(w("styleId"), "") for style in root.iterfind(w("style"))}, own.get(w("styleId"), "")
        )
        self._styles[own.get(w("styleId"), "")] = style_id
        self._put_style(root, deepcopy(own), style_id)
        return style_id

    def _put_style(self, root: Element, style: Element, style_id: str) -> None:
        style.set(w("styleId"), style_id)
        if w("default") in style.attrib:
            del style.attrib[w("default")]
        root.append(style)
        for link in style.iter(*_STYLE_LINKS):
            link.set(VAL, self._style(link.get(VAL, "")))
        self._carry_looks(style)

    def _list(self, num_id: str) -> str:
        """A list of its own, which begins anew, with the look it had."""
        if num_id not in self._lists:
            copied = None if num_id == "0" else self._copied_list(num_id)
            self._lists[num_id] = copied or "0"
        return self._lists[num_id]

    def _copied_list(self, num_id: str) -> str | None:
        found = self._source.typed("numbering")
        root = self._source.tree(found[0]) if found else etree.Element(w("numbering"))
        num = next((num for num in root.iterfind(w("num")) if num.get(w("numId")) == num_id), None)
        wanted = value_of(num, "abstractNumId")
        for abstract in root.iterfind(w("abstractNum")):
            if num is not None and abstract.get(w("abstractNumId")) == wanted:
                copy = deepcopy(abstract)
                # Set before the styles are carried: a style may name the list that names it.
                self._lists[num_id] = new = self._holder.lists.adopt(copy, deepcopy(num))
                for link in copy.iter(w("pStyle"), w("styleLink"), w("numStyleLink")):
                    link.set(VAL, self._style(link.get(VAL, "")))
                return new
        return None


def _target(package: Package, part: str, relationship: Element, seen: tuple[str, ...]) -> NewPart | External:
    kind = relationship.get("Type", "")
    name = target(part, relationship)
    if name is None:
        return External(relationship.get("Target", ""), kind)
    if name not in package or name in seen:
        raise TemplateFault(f"underdokumentets del {name} går inte att ta med")
    stem, _, extension = name.rpartition(".")
    own = ((entry.get("Id", ""), _target(package, name, entry, (*seen, name))) for entry in package.relationships(name))
    content_type = package.overrides().get(name) or _default_type(package, extension)
    return NewPart(_NUMBERED.sub("", stem), extension, content_type, package.blobs[name], kind, tuple(own))


def _default_type(package: Package, extension: str) -> str:
    for entry in package.tree(TYPES).iterfind(f"{{{CT}}}Default"):
        if entry.get("Extension", "").lower() == extension.lower():
            return entry.get("ContentType", "")
    return "application/octet-stream"


def _styles(package: Package) -> Element | None:
    named = package.typed("styles")
    return package.tree(named[0]) if named else None


def _by_id(root: Element | None, style_id: str) -> Element | None:
    styles: Iterator[Element] = iter(()) if root is None else root.iterfind(w("style"))
    return next((style for style in styles if style.get(w("styleId")) == style_id), None)


def _free(taken: set[str], wanted: str) -> str:
    n, name = 1, wanted
    while name in taken:
        n += 1
        name = f"{wanted}{n}"
    return name
