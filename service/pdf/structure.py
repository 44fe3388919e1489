"""The structure tree of a tagged PDF: its elements, in reading order (ISO 32000-1 §14.7)."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object


def elements(pdf: pikepdf.Pdf, *kinds: str) -> Iterator[Object]:
    """The structure elements of some kinds (all, if none is named)."""
    root = pdf.Root.get(Name.StructTreeRoot)
    waiting = [] if root is None else [root]
    while waiting:
        element = waiting.pop()
        kind = str(element.get(Name.S, ""))[1:]
        if kind and (not kinds or kind in kinds):
            yield element
        waiting.extend(
            child for child in reversed(content(element)) if isinstance(child, Dictionary) and Name.S in child
        )


def content(element: Object) -> list[Object]:
    """What an element holds: elements, and numbers of marked content on its page."""
    inside = element.get(Name.K)
    if inside is None:
        return []
    return list(inside) if isinstance(inside, Array) else [inside]


def alternative(element: Object) -> str:
    """The words for those who do not see it; empty without any."""
    return str(element.get(Name.Alt, "")).strip()
