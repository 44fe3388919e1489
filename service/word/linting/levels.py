"""At what level of the document a tag stands: whether its prefix fits there, and whether two tags match."""

from collections.abc import Iterator

from ..ooxml import TC, TR, Element, P, T, w
from ..tables import cells
from .remarks import Remark
from .tags import Tag

_HOLDERS = {"p": P, "tr": TR, "tc": TC, "r": w("r")}


def misplaced(tag: Tag) -> Iterator[Remark]:
    """What is wrong with a tag's prefix where it stands: outside what it takes away, or not alone in it."""
    if tag.word in ("colspan", "cellbg", "vm", "hm") and _around(tag.element, TC) is None:
        yield Remark("cell_only", tag.place, tag.written)
    if not tag.prefix:
        return
    holder = _around(tag.element, _HOLDERS[tag.prefix])
    if holder is None:
        yield Remark(f"outside_{tag.prefix}", tag.place, tag.written)
        return
    inner = tag.written[2:-2]
    if odd := next((sign for sign in "%}" if sign in inner), ""):
        details = {"tecken": odd, "prefix": tag.prefix}
        yield Remark("percent", tag.place, tag.written, details=details)
    if tag.prefix != "r" and _words(holder) != "".join(tag.written.split()):
        yield Remark(f"not_alone_{tag.prefix}", tag.place, tag.written)


def crossing(opening: Tag, closing: Tag) -> bool:
    """Whether what stands between two tags would not be whole if it were left out or repeated."""
    if not (opening.levels and closing.levels):
        return False
    shared = sum(1 for one, other in zip(opening.levels, closing.levels, strict=False) if one is other)
    return _shape(opening.levels[shared:]) != _shape(closing.levels[shared:])


def _shape(levels: tuple[Element, ...]) -> list[tuple[str, int]]:
    """The levels below the shared one by kind; a cell also by its column, or rows would lose cells."""
    return [(str(level.tag), _column(level) if level.tag == TC else 0) for level in levels]


def _column(cell: Element) -> int:
    row = _around(cell, TR)
    return cells(row).index(cell) if row is not None and cell in cells(row) else 0


def _around(element: Element, tag: str) -> Element | None:
    return element if element.tag == tag else next(element.iterancestors(tag), None)


def _words(holder: Element) -> str:
    return "".join("".join(t.text or "" for t in holder.iter(T)).split())
