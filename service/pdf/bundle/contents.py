"""The contents list of a package: lines that wrap, pages they fill, links that lead, and tags that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from .boxes import A4, mediabox, view
from .lettering import Lettering, width
from .papers import Look
from .setting import BLACK, BLUE, wrapped
from .tags import Tags

_LEFT, _RIGHT, _TOP, _FOOT = 71.0, 524.0, 92.0, 780.0
_HEAD, _SUB, _HEADING, _TEXT, _LEADING = 20.0, 11.0, 15.0, 10.5, 14.5
_INDENT, _GAP, _NUMBER = 16.0, 7.0, 34.0


@dataclass(frozen=True)
class Line:
    """A line of the list as it is meant: `level` 0 is outermost, `page` counts from 1 in the package."""

    title: str
    level: int
    is_heading: bool
    page: int


@dataclass(frozen=True)
class _Set:
    """A line as it is set: its pieces, and where the first of them stands on which page, from its upper edge."""

    line: Line
    pieces: tuple[str, ...]
    sheet: int
    top: float


def sheets(lines: Sequence[Line], look: Look) -> int:
    """How many pages the list takes."""
    return max((line.sheet for line in _set(lines, look)), default=0) + 1


def add_sheets(pdf: Pdf, count: int) -> None:
    """Add empty pages for the list."""
    for _ in range(count):
        pdf.add_blank_page(page_size=A4)
        pdf.pages[-1].obj.MediaBox = mediabox(A4)


def draw(pdf: Pdf, lines: Sequence[Line], look: Look, lettering: Lettering, tags: Tags) -> None:
    """Fill the pages at the beginning of the PDF with the list."""
    drawing = _Drawing(pdf, lettering, tags, look)
    for line in _set(lines, look):
        drawing.add(line)
    drawing.finish()


def _set(lines: Sequence[Line], look: Look) -> Iterator[_Set]:
    sheet, top = 0, _TOP + _HEAD * 1.2 * len(wrapped(look.title, _HEAD, _RIGHT - _LEFT, bold=True))
    top += (_SUB * 1.6 if look.subtitle else 0) + _HEADING * 2.2
    for n, line in enumerate(lines):
        pieces = tuple(wrapped(line.title, _TEXT, _RIGHT - _NUMBER - _left(line), bold=line.is_heading))
        top += _GAP if line.is_heading and n else 0
        # A heading keeps together with what stands below it.
        needed = len(pieces) + (1.2 if line.is_heading else 0)
        if top + needed * _LEADING > _FOOT and top > _TOP:
            sheet, top = sheet + 1, _TOP
        yield _Set(line, pieces, sheet, top)
        top += len(pieces) * _LEADING


def _left(line: Line) -> float:
    return _LEFT + _INDENT * min(line.level, 4)


class _Drawing:
    """The list on its pages, as it grows line by line."""

    def __init__(self, pdf: Pdf, lettering: Lettering, tags: Tags, look: Look) -> None:
        self._pdf, self._lettering, self._tags, self._look = pdf, lettering, tags, look
        self._drawn: dict[int, list[str]] = {0: []}
        self._marked: dict[int, Array] = {}
        part = tags.element(Name.Part, tags.document, T=String(look.contents))
        self._above = part
        y = A4[1] - _TOP
        y = self._paragraph(Name.H1, look.title, _HEAD, y, bold=True)
        if look.subtitle:
            y = self._paragraph(Name.P, look.subtitle, _SUB, y, bold=False)
        self._paragraph(Name.H2, look.contents, _HEADING, y - _HEADING * 0.8, bold=True)
        self._lists = [tags.element(Name.TOC, part)]

    def add(self, line: _Set) -> None:
        """Set a line, with its link and its tags."""
        item = self._tags.element(Name.TOCI, self._list(line.line.level))
        reference = self._tags.element(Name.Reference, item)
        link = self._tags.element(Name.Link, reference, Alt=String(f"{line.line.title}, sida {line.line.page}"))
        left, bold = _left(line.line), line.line.is_heading
        for n, piece in enumerate(line.pieces):
            self._mark(link, line.sheet, BLUE if bold else BLACK, self._lettering.show(
                piece, _TEXT, left, _foot(line, n), bold
            ))  # fmt: skip
        number = str(line.line.page)
        start = _RIGHT - width(number, _TEXT, bold)
        last = _foot(line, len(line.pieces) - 1)
        self._dots(line.sheet, left + width(line.pieces[-1], _TEXT, bold) + 4, start - 4, last)
        self._mark(link, line.sheet, BLACK, self._lettering.show(number, _TEXT, start, last, bold))
        self._link(link, line, left)

    def finish(self) -> None:
        """Write the pages."""
        for sheet, drawn in self._drawn.items():
            page = self._pdf.pages[sheet]
            page.obj.Contents = self._pdf.make_stream("".join(drawn).encode("ascii"))
            page.obj.Resources = Dictionary(Font=Dictionary({str(k): v for k, v in self._lettering.fonts.items()}))
            page.obj.Tabs = Name.S
            if sheet in self._marked:
                page.obj.StructParents = self._tags.key(self._pdf.make_indirect(self._marked[sheet]))

    def _paragraph(self, kind: Name, text: str, size: float, y: float, *, bold: bool) -> float:
        element = self._tags.element(kind, self._above)
        for piece in wrapped(text, size, _RIGHT - _LEFT, bold=bold):
            self._mark(element, 0, BLUE if bold else BLACK, self._lettering.show(piece, size, _LEFT, y, bold))
            y -= size * 1.2
        return y

    def _list(self, level: int) -> Object:
        """The list of a level: one for each depth, nested in the line above it."""
        del self._lists[level + 1 :]
        while len(self._lists) <= level:
            self._lists.append(self._tags.element(Name.TOC, self._lists[-1]))
        return self._lists[level]

    def _mark(self, element: Object, sheet: int, ink: str, drawn: str) -> None:
        """Draw something as the content of an element."""
        marked = self._marked.setdefault(sheet, Array())
        number = len(marked)
        page = self._pdf.pages[sheet].obj
        self._drawn.setdefault(sheet, []).append(f"/Span <</MCID {number}>> BDC\n{ink}\n{drawn}EMC\n")
        element.K.append(Dictionary(Type=Name.MCR, Pg=page, MCID=number))
        marked.append(element)

    def _dots(self, sheet: int, start: float, end: float, y: float) -> None:
        """A dotted line to the number, which is passed over in reading aloud."""
        if end - start > 12:
            line = f"0.6 w [0.6 2.4] 0 d 1 J 0.45 G {start:.2f} {y + 1:.2f} m {end:.2f} {y + 1:.2f} l S"
            self._drawn.setdefault(sheet, []).append(f"/Artifact <</Type /Layout>> BDC\nq {line} Q\nEMC\n")

    def _link(self, element: Object, line: _Set, left: float) -> None:
        target = self._pdf.pages[line.line.page - 1]
        page = self._pdf.pages[line.sheet]
        low = _foot(line, len(line.pieces) - 1) - 3.5
        annotation = self._pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Link, F=4, Border=Array([0, 0, 0]), H=Name.I, P=page.obj,
            Rect=Array([round(n, 2) for n in (left, low, _RIGHT, _foot(line, 0) + _TEXT)]),
            Contents=String(f"{line.line.title}, sida {line.line.page}"), Dest=top_of(target),
            StructParent=self._tags.key(element),
        ))  # fmt: skip
        if Name.Annots not in page.obj:
            page.obj.Annots = Array()
        page.obj.Annots.append(annotation)
        element.K.append(Dictionary(Type=Name.OBJR, Pg=page.obj, Obj=annotation))


def _foot(line: _Set, piece: int) -> float:
    """Where a piece of the line has its foot, from the page's lower edge."""
    return A4[1] - line.top - piece * _LEADING


def top_of(page: Page) -> Array:
    """The page, from its upper left corner as it is seen, at the size it is read in."""
    seen = view(page)
    x, y = seen.own(0, seen.height)
    return Array([page.obj, Name.XYZ, round(x, 2), round(y, 2), None])
