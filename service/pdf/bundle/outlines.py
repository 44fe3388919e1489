"""The outline of a PDF as plain values: read from one, written to another (ISO 32000-1 §12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from .scalars import integer, number

# Ours are far below; what is above is no outline that anybody reads.
_MOST, _DEEPEST = 20_000, 20
_View = tuple[str | float | None, ...]


@dataclass(frozen=True)
class Entry:
    """A line of an outline: the page it leads to, counted from 0, and how that page is then shown."""

    title: str
    page: int | None
    view: _View = ()
    below: tuple["Entry", ...] = ()
    is_open: bool = False

    def moved(self, by: int) -> "Entry":
        """The same line, so many pages further on."""
        page = None if self.page is None else self.page + by
        return Entry(self.title, page, self.view, tuple(entry.moved(by) for entry in self.below), self.is_open)

    def within(self, first: int, last: int) -> "Entry | None":
        """What is left of the line where only the pages `first` to `last` are, which then count from 0."""
        below = tuple(kept for entry in self.below if (kept := entry.within(first, last)) is not None)
        if self.page is not None and first <= self.page <= last:
            return Entry(self.title, self.page - first, self.view, below, self.is_open)
        if below:
            return Entry(self.title, below[0].page, below[0].view, below, self.is_open)
        return None


def read_outline(pdf: Pdf) -> tuple[Entry, ...]:
    """The outline, as far as it leads to pages; chains that bite their own tail end there."""
    root = pdf.Root.get(Name.Outlines)
    return _Reader(pdf).lines(root, 0) if isinstance(root, Dictionary) else ()


class Targets:
    """Where links and lines of an outline lead in a PDF."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}

    def of(self, item: Object) -> tuple[int | None, _View]:
        """The page that a link or line leads to, and how it is shown; None where it leads elsewhere."""
        given = item.get(Name.Dest)
        action = item.get(Name.A)
        if given is None and isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
            given = action.get(Name.D)
        given = self._named(given) if isinstance(given, (String, Name)) else given
        if isinstance(given, Dictionary):
            given = given.get(Name.D)
        if not isinstance(given, Array) or not len(given) or not isinstance(given[0], Dictionary):
            return None, ()
        return self._pages.get(given[0].objgen), tuple(_plain(part) for part in list(given)[1:6])

    def _named(self, name: Object) -> Object | None:
        if isinstance(name, Name):
            old = self._pdf.Root.get(Name.Dests)
            return old.get(name) if isinstance(old, Dictionary) else None
        names = self._pdf.Root.get(Name.Names)
        tree = names.get(Name.Dests) if isinstance(names, Dictionary) else None
        return NameTree(tree).get(str(name)) if isinstance(tree, Dictionary) else None


class _Reader:
    def __init__(self, pdf: Pdf) -> None:
        self._targets = Targets(pdf)
        self._seen: set[tuple[int, int]] = set()

    def lines(self, above: Object, depth: int) -> tuple[Entry, ...]:
        found: list[Entry] = []
        item = above.get(Name.First)
        while isinstance(item, Dictionary) and depth < _DEEPEST and len(self._seen) < _MOST:
            if item.objgen in self._seen:
                break
            self._seen.add(item.objgen)
            found += self._line(item, depth)
            item = item.get(Name.Next)
        return tuple(found)

    def _line(self, item: Object, depth: int) -> tuple[Entry, ...]:
        """The line; where it leads nowhere, the first place below it, or none."""
        below = self.lines(item, depth + 1)
        page, view = self._targets.of(item)
        if page is None and below:
            page, view = below[0].page, below[0].view
        title = " ".join(_text(item.get(Name.Title)).split())
        count = item.get(Name.Count)
        return (Entry(title, page, view, below, (integer(count) or 0) > 0),) if page is not None else ()


def _plain(part: object) -> str | float | None:
    if isinstance(part, Name):
        return str(part)
    value = number(part, float("nan"))
    return None if isnan(value) else value


def _text(given: object) -> str:
    return str(given) if isinstance(given, String) else ""


def destination(pdf: Pdf, page: int, view: _View = ()) -> Array:
    """A place in the PDF for a link or an outline to lead to; without a view, the page as a whole."""
    if not view or not isinstance(view[0], str):
        return Array([pdf.pages[page].obj, Name.Fit])
    return Array([pdf.pages[page].obj, Name(view[0]), *(None if isinstance(part, str) else part for part in view[1:])])


def write_outline(pdf: Pdf, entries: Sequence[Entry]) -> None:
    """Give the PDF this outline, shown when it is opened."""
    if not entries:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _write(pdf, root, entries)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def _write(pdf: Pdf, above: Object, entries: Sequence[Entry]) -> int:
    """Hang the lines below another; how many are to be seen when it is open."""
    items = [pdf.make_indirect(Dictionary(Title=String(entry.title), Parent=above)) for entry in entries]
    shown = 0
    for n, (item, entry) in enumerate(zip(items, entries, strict=True)):
        if entry.page is not None:
            item.Dest = destination(pdf, entry.page, entry.view)
        if n:
            item.Prev, items[n - 1].Next = items[n - 1], item
        inside = _write(pdf, item, entry.below) if entry.below else 0
        if inside:
            item.Count = inside if entry.is_open else -inside
        shown += 1 + (inside if entry.is_open else 0)
    above.First, above.Last, above.Count = items[0], items[-1], shown
    return shown
