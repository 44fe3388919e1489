"""What a body, a cell, a header or a note holds: paragraphs, tables, controls, and contents lists, in order."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from ..ooxml import SDT, TBL, VAL, Element, P, query, w
from ..tables import cells, columns, rows
from . import words
from .sides import Side
from .tokens import content_of, full_text

_SHAPES = {P: "paragraph", TBL: "table", SDT: "control"}
_HEAD = (w("tcPr"), w("sdtPr"), w("sdtEndPr"))
_CODES = query(".//w:instrText")
_CELL, _ROW = "\ufdd1", "\ufdd2"
# Whether two tables or controls are alike shows in their beginning.
_ENOUGH = 400
_COMPLEX_FIELD, _KIND = w("fldChar"), w("fldCharType")


@dataclass
class Block:
    """A paragraph, a table, a control, or a field that runs over several paragraphs; `before` is what stands before
    it that is not read (bookmarks)."""

    elements: list[Element]
    side: Side
    before: list[Element] = field(default_factory=list)

    @property
    def element(self) -> Element:
        """The element it is, the first of a field's paragraphs."""
        return self.elements[0]

    @property
    def is_paragraph(self) -> bool:
        """Whether it is one paragraph, whose mark can be tracked."""
        return len(self.elements) == 1 and self.element.tag == P

    @cached_property
    def is_contents(self) -> bool:
        """Whether it is a contents list or a list of tables."""
        codes = (code.text or "" for element in self.elements for code in _CODES(element))
        return not self.is_paragraph and self.element.tag != TBL and any(re.match(r"\s*TOC\b", code) for code in codes)

    @cached_property
    def shape(self) -> Hashable:
        """Only blocks of one shape answer to each other."""
        if self.is_contents:
            return "contents"
        if len(self.elements) > 1:
            return "field"
        shape = _SHAPES[self.element.tag]
        return (shape, len(columns(self.element))) if shape == "table" else shape

    @cached_property
    def exact(self) -> str:
        """All that is read of it. A contents list is what its field asks for, whatever it now says."""
        if self.is_contents:
            code = next(code for e in self.elements for code in _CODES(e) if "TOC" in (code.text or ""))
            return f"\ufdd0contents {re.sub(r'[^a-zA-ZåäöÅÄÖ]', '', code.text or '')}"
        if self.element.tag == TBL:
            return _ROW.join(row_text(row, self.side) for row in rows(self.element))
        if self.element.tag == SDT:
            return f"\ufdd0control {''.join(b.exact for b in Container(content_of(self.element), self.side).blocks)}"
        return "\n".join(full_text(element, self.side) for element in self.elements)

    @cached_property
    def near(self) -> Hashable | None:
        """What it is known by when some of it has changed: a table's first row, a paragraph without its figures."""
        if self.is_contents:
            return "contents"
        if self.element.tag == TBL:
            return self.exact.partition(_ROW)[0]
        return words.without_digits(self.exact) if self.is_paragraph else None

    @cached_property
    def words(self) -> Sequence[str]:
        """Its words, of a large block the first ones."""
        return (
            words.only_words(self.exact[: _ENOUGH * 20])[:_ENOUGH]
            if not self.is_paragraph
            else words.only_words(self.exact)
        )


@dataclass
class Row:
    """A table's row. Its shape is how its cells lie over the columns."""

    element: Element
    side: Side

    @cached_property
    def cells(self) -> list[Element]:
        """Its cells."""
        return cells(self.element)

    @cached_property
    def shape(self) -> Hashable:
        """The width of each cell, in columns."""
        return tuple(_span(cell) for cell in self.cells)

    @cached_property
    def exact(self) -> str:
        """All that is read of it, cell by cell."""
        return row_text(self.element, self.side)

    @cached_property
    def near(self) -> Hashable | None:
        """The first cell that says anything: a row is known by its name or number."""
        return next((text for text in self.exact.split(_CELL) if words.is_word(text)), None)

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of all its cells."""
        return words.only_words(self.exact.replace(_CELL, " "))


class Container:
    """The blocks of an element that holds paragraphs and tables; `head` stands first in it, `tail` last."""

    def __init__(self, element: Element, side: Side) -> None:
        self.element = element
        self.head: list[Element] = []
        self.tail: list[Element] = []
        self.blocks: list[Block] = []
        for elements in _joined(element):
            self._take(elements, side)

    def _take(self, elements: list[Element], side: Side) -> None:
        if elements[0].tag in _HEAD:
            self.head += elements
        elif elements[0].tag in _SHAPES:
            self.blocks.append(Block(elements, side, self.tail))
            self.tail = []
        else:
            self.tail = [*self.tail, *elements]


def row_text(row: Element, side: Side) -> str:
    """All that is read of a row, its cells parted by a sign that no text holds."""
    return _CELL.join(_cell_text(cell, side) for cell in cells(row))


def _cell_text(cell: Element, side: Side) -> str:
    held = [child for child in cell if child.tag in _SHAPES]
    if all(child.tag == P for child in held):
        return "\n".join([full_text(child, side) for child in held])
    return "\n".join(block.exact for block in Container(cell, side).blocks)


def _span(cell: Element) -> str:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return "1" if span is None else span.get(VAL, "1")


def _joined(element: Element) -> Iterator[list[Element]]:
    """The children; paragraphs that one complex field runs over come together."""
    held: list[Element] = []
    depth = 0
    for child in element:
        if child.tag == P:
            depth += _depth(child)
        held.append(child)
        if depth <= 0:
            yield held
            held, depth = [], 0
    yield from ([child] for child in held)


def _depth(paragraph: Element) -> int:
    kinds = [character.get(_KIND) for character in paragraph.iter(_COMPLEX_FIELD)]
    return kinds.count("begin") - kinds.count("end")


def same_xml(old: Element, new: Element) -> bool:
    """Whether two elements are written alike, so that nothing at all has changed."""
    return etree.tostring(old, with_tail=False) == etree.tostring(new, with_tail=False)
