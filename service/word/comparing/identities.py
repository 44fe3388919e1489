"""Ids that two documents in one share are made unique again: bookmarks, drawings, content controls."""

from collections.abc import Iterable

from ..ooxml import BOOKMARK_END, BOOKMARK_START, VAL, WP, Element, remove, w

_DRAWING = f"{{{WP}}}docPr"
_CONTROL_ID = w("id")
_CONTROL = w("sdtPr")


def renumber(roots: Iterable[Element]) -> None:
    """Give every bookmark and drawing of all parts its own id; of bookmarks of one name the first stays."""
    names: set[str] = set()
    last_id = drawings = 0
    for root in roots:
        drawings = _drawings(root, drawings)
        last_id = _bookmarks(root, names, last_id)


def _drawings(root: Element, last: int) -> int:
    for last, drawing in enumerate(root.iter(_DRAWING), last + 1):  # noqa: B020  # the count goes on over parts
        drawing.set("id", str(last))
    _controls(root)
    return last


def _controls(root: Element) -> None:
    """A content control may lack an id, but not share one."""
    seen: set[str | None] = set()
    for properties in root.iter(_CONTROL):
        ident = properties.find(_CONTROL_ID)
        if ident is not None and ident.get(VAL) in seen:
            properties.remove(ident)
        elif ident is not None:
            seen.add(ident.get(VAL))


def _bookmarks(root: Element, names: set[str], last_id: int) -> int:
    """Starts and ends are paired by their old id, in order; an end without start goes, and the reverse."""
    opened: dict[str, Element] = {}
    for mark in list(root.iter(BOOKMARK_START, BOOKMARK_END)):
        old = mark.get(w("id"), "")
        if mark.tag == BOOKMARK_START:
            if old in opened:
                remove(opened.pop(old))
            opened[old] = mark
            continue
        start = opened.pop(old, None)
        if start is None or start.get(w("name"), "") in names:
            for useless in (start, mark):
                if useless is not None:
                    remove(useless)
            continue
        names.add(start.get(w("name"), ""))
        last_id += 1
        start.set(w("id"), str(last_id))
        mark.set(w("id"), str(last_id))
    for start in opened.values():
        remove(start)
    return last_id
