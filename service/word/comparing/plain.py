"""A document as it reads when every tracked change in it is accepted, without what the eye does not see."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..ooxml import PPR, R_, RPR, TR, Element, P, query, remove, replace, w
from .runs import field_end, field_start

_GONE = query("//*[self::w:del or self::w:moveFrom][not(parent::w:rPr or parent::w:trPr)]")
_KEPT = query("//*[self::w:ins or self::w:moveTo][not(parent::w:rPr or parent::w:trPr)]")
_GONE_ROWS = query("//w:tr[w:trPr/w:del]")
_GONE_MARKS = query("//w:p[w:pPr/w:rPr/w:del or w:pPr/w:rPr/w:moveFrom]")
_GONE_CELLS = query("//w:tc[w:tcPr/w:cellDel]")
_MARKS = tuple(map(w, ("ins", "del", "moveTo", "moveFrom")))
_OLD_LOOKS = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "tblPrEx", "numbering")
)
_RANGES = ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
_LEFTOVERS = (
    *_MARKS, *_OLD_LOOKS, w("cellIns"), w("cellMerge"),
    *(w(f"{name}Range{end}") for name in _RANGES for end in ("Start", "End")),
    w("proofErr"), w("lastRenderedPageBreak"),
)  # fmt: skip
_WRAPPERS = query("//w:smartTag[parent::w:p or parent::w:smartTag]")
_SIMPLE_FIELDS = query("//w:fldSimple")
_TRACES = ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tracked changes a document has, of each kind; a change of a whole paragraph or row counts once."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    looks: int = 0

    def __bool__(self) -> bool:
        return any((self.insertions, self.deletions, self.moves, self.looks))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.insertions + other.insertions, self.deletions + other.deletions, self.moves + other.moves,
            self.looks + other.looks,
        )  # fmt: skip


def tally(root: Element) -> Tally:
    """The tracked changes of a part."""
    return Tally(
        insertions=_stretches(root, "ins"), deletions=_stretches(root, "del"),
        moves=len(list(root.iter(w("moveToRangeStart")))),
        looks=len([change for change in root.iter(*_OLD_LOOKS) if not _inside_other(change)]),
    )  # fmt: skip


def _stretches(root: Element, name: str) -> int:
    """Inserted or deleted stretches: within a paragraph, a whole paragraph, a whole row."""
    rows = {row for row in root.iter(TR) if row.find(f"{w('trPr')}/{w(name)}") is not None}
    paragraphs = {_nearest(mark, P) for mark in root.iter(w(name)) if _held_by(mark) == RPR}
    inside = [
        mark for mark in root.iter(w(name))
        if _held_by(mark) not in (RPR, w("trPr")) and _nearest(mark, P) not in paragraphs
    ]  # fmt: skip
    outside = [mark for mark in [*paragraphs, *inside] if mark is None or _nearest(mark, TR) not in rows]
    return len(rows) + len(outside)


def _held_by(mark: Element) -> object:
    holder = mark.getparent()
    return None if holder is None else holder.tag


def _nearest(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _inside_other(change: Element) -> bool:
    return any(holder.tag in (w("ins"), w("del")) for holder in change.iterancestors())


def make_plain(root: Element) -> None:
    """Accept what is tracked, and take away what is not read: traces of editing, proofing marks, smart tags."""
    _accept(root)
    for wrapper in _WRAPPERS(root):
        replace(wrapper, [child for child in wrapper if child.tag != w("smartTagPr")])
    for simple in _SIMPLE_FIELDS(root):
        replace(simple, list(_as_runs(simple)))
    for name in _TRACES:
        for element in root.iter(P, R_, TR):
            element.attrib.pop(w(name), "")
    etree.strip_tags(root, etree.Comment, etree.PI)


def _accept(root: Element) -> None:
    for element in [*_GONE(root), *_GONE_ROWS(root), *_GONE_CELLS(root)]:
        remove(element)
    for element in _KEPT(root):
        replace(element, list(element))
    for paragraph in _GONE_MARKS(root):
        _join_with_next(paragraph)
    for element in list(root.iter(*_LEFTOVERS)):
        remove(element)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(TR), None) is None:
            remove(table)


def _join_with_next(paragraph: Element) -> None:
    """A paragraph whose mark is gone runs on into the next one, which keeps its own look."""
    following = paragraph.getnext()
    while following is not None and following.tag in (w("bookmarkStart"), w("bookmarkEnd")):
        following = following.getnext()
    content = [child for child in paragraph if child.tag != PPR]
    if following is not None and following.tag == P:
        at = 0 if following.find(PPR) is None else 1
        following[at:at] = content
        remove(paragraph)
    elif not content and following is not None:
        remove(paragraph)


def _as_runs(simple: Element) -> Iterator[Element]:
    """A simple field (§17.16.19) in the form of a complex one, which alone can be tracked."""
    yield from field_start((simple.get(w("instr")) or "").strip())
    yield from (child for child in list(simple) if child.tag != w("fldData"))
    yield field_end()
