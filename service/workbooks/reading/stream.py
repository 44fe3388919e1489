"""A sheet's XML read once from end to end: its columns, rows and merged ranges as plain values, as they come.

A workbook of five thousand rows has forty thousand cells; a tree of them costs more than all that is done with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from .refusals import broken
from .strings import Piece, String
from .xml import is_true, refuse_doctype

_LONGEST_COMMENT = 1_000_000  # office programs write none


@dataclass(slots=True)
class RawCell:
    """A cell as the file says it: `stored` and `formula` are None where there is no such element."""

    ref: str
    kind: str
    style: str
    stored: str | None = None
    formula: str | None = None
    inline: String | None = None


@dataclass(slots=True)
class RawRow:
    """A row's own number (empty for none), whether it is hidden, and its cells."""

    number: str
    is_hidden: bool
    cells: list[RawCell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawColumns:
    """A hidden stretch of columns, its first and last number as written."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class RawMerge:
    """A merged range."""

    ref: str


Item = RawRow | RawColumns | RawMerge


def read_items(blob: bytes, take: Callable[[Item], None]) -> None:
    """Give what the sheet holds to `take`, in order, as soon as each is complete.

    Raises `Refused` for XML that is broken or declares a document type, and whatever `take` raises.
    """
    refuse_doctype(blob)
    sheet, parser = _Sheet(take), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = sheet.start, sheet.end
    parser.CharacterDataHandler, parser.CommentHandler = sheet.characters, _refuse_long
    try:
        # All at once: given bit by bit, a long comment would be looked through again with each bit.
        parser.Parse(blob, True)
    except (expat.ExpatError, ValueError) as error:
        raise broken("en del av den är inte giltig XML") from error


def _refuse_long(comment: str) -> None:
    if len(comment) > _LONGEST_COMMENT:
        raise broken("en del av den är inte giltig XML")


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    """The name without its prefix: Strict and Transitional workbooks read alike."""
    return name.rpartition(":")[2]


class _Sheet:
    """What the parser has met so far."""

    def __init__(self, take: Callable[[Item], None]) -> None:
        self._take = take
        self._row: RawRow | None = None
        self._cell: RawCell | None = None
        self._text: list[str] | None = None
        self._string = _InlineString()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = _local(name)
        if self._cell is not None:
            if name in ("v", "f") or self._string.start(name, attributes):
                self._text = []
        elif name == "c" and self._row is not None:
            get = attributes.get
            self._cell = RawCell(get("r", ""), get("t") or "n", get("s", ""))
        elif name == "row":
            self._row = RawRow(attributes.get("r", ""), is_true(attributes.get("hidden", "")))
        elif name == "mergeCell":
            self._take(RawMerge(attributes.get("ref", "")))
        elif name == "col" and is_true(attributes.get("hidden", "")):
            self._take(RawColumns(attributes.get("min", ""), attributes.get("max", "")))

    def characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        name = _local(name)
        cell = self._cell
        if cell is None:
            self._end_outside(name)
        elif name == "v":
            cell.stored = self._taken_text()
        elif name == "f":
            cell.formula = self._taken_text()
        elif name == "c" and self._row is not None:
            self._row.cells.append(cell)
            self._cell = None
        elif name == "is":
            cell.inline = self._string.taken()
        else:
            self._string.end(name, self._taken_text())

    def _end_outside(self, name: str) -> None:
        if name == "row" and self._row is not None:
            self._take(self._row)
            self._row = None

    def _taken_text(self) -> str:
        text, self._text = "".join(self._text or ()), None
        return text


class _InlineString:
    """A string that stands in its cell, run by run. Phonetic guides (`rPh`) are no part of the text."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._look: dict[str, bool] | None = None
        self._is_dressed = False
        self._in_guide = False

    def start(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether a text begins that is to be kept."""
        if name == "rPh":
            self._in_guide = True
        elif name == "rPr":
            self._look, self._is_dressed = {}, True
        elif name in ("b", "i") and self._look is not None:
            self._look[name] = is_true(attributes.get("val", "1"))
        return name == "t" and not self._in_guide

    def end(self, name: str, text: str) -> None:
        if name == "rPh":
            self._in_guide = False
        elif name == "r":
            self._look, self._is_dressed = None, False
        elif name == "t" and text:
            look = self._look or {}
            self._pieces.append(Piece(text, self._is_dressed, look.get("b", False), look.get("i", False)))

    def taken(self) -> String:
        """The whole string; it is forgotten here."""
        pieces, self._pieces = self._pieces, []
        return tuple(pieces)
