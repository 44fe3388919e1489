"""Runs, complex fields and bookmarks as Word writes them (§17.3.2, §17.16)."""

import hashlib
from copy import deepcopy

from .ooxml import BOOKMARK_START, R_, RPR, VAL, Element, make, make_text, w

# Where bold and italics may stand in w:rPr (§17.3.2.28): right after these.
_BEFORE_BOLD = {w("rStyle"), w("rFonts")}
_BEFORE_ITALIC = _BEFORE_BOLD | {w("b"), w("bCs")}


def run(rpr: Element | None, *content: Element) -> Element:
    """A run of the given look."""
    element = make("r", *content)
    if rpr is not None:
        element.insert(0, deepcopy(rpr))
    return element


def text_run(text: str, rpr: Element | None = None) -> Element:
    """A run of plain words."""
    return run(rpr, make_text("t", text))


def styled(rpr: Element | None, bold: bool, italic: bool) -> Element | None:
    """A run's look made bold or italic as well; all else is kept."""
    if not (bold or italic):
        return rpr
    look = make("rPr") if rpr is None else deepcopy(rpr)
    if bold:
        _switch_on(look, ("b", "bCs"), _BEFORE_BOLD)
    if italic:
        _switch_on(look, ("i", "iCs"), _BEFORE_ITALIC)
    return look


def _switch_on(look: Element, names: tuple[str, str], before: set[str]) -> None:
    for name in names:
        for old in look.findall(w(name)):
            look.remove(old)
    at = sum(1 for child in look if child.tag in before)
    look[at:at] = [make(name) for name in names]


def field(code: str, result: str, rpr: Element | None = None) -> list[Element]:
    """A complex field with its cached result, as five runs."""
    return [*field_start(code, rpr), text_run(result, rpr), field_end(rpr)]


def field_start(code: str, rpr: Element | None = None) -> list[Element]:
    """The runs before a field's result."""
    return [
        run(rpr, make("fldChar", fldCharType="begin")),
        run(rpr, make_text("instrText", f" {code} ")),
        run(rpr, make("fldChar", fldCharType="separate")),
    ]


def field_end(rpr: Element | None = None) -> Element:
    """The run after a field's result."""
    return run(rpr, make("fldChar", fldCharType="end"))


class Bookmarks:
    """Gives out bookmarks whose names follow from their keys and whose ids are unique in the package."""

    def __init__(self, taken: set[str], last_id: int) -> None:
        self._taken = taken
        self._last_id = last_id

    def name(self, prefix: str, key: str) -> str:
        """`_Ref` or `_Toc` and nine digits, as Word's dialogs write them; the same key, the same name."""
        for attempt in range(1_000_000):
            digest = hashlib.sha256(f"{attempt}:{key}".encode()).digest()
            name = f"{prefix}{100_000_000 + int.from_bytes(digest[:8]) % 900_000_000}"
            if name not in self._taken:
                self._taken.add(name)
                return name
        raise AssertionError("nine digits hold more bookmarks than a document does")

    def around(self, name: str, elements: list[Element]) -> list[Element]:
        """The elements with the bookmark's start before and its end after them."""
        self._last_id += 1
        ident = str(self._last_id)
        return [make("bookmarkStart", id=ident, name=name), *elements, make("bookmarkEnd", id=ident)]

    def wrap(self, name: str, first: Element, last: Element) -> None:
        """Put the bookmark around siblings that already stand in a paragraph."""
        start, end = self.around(name, [])
        first.addprevious(start)
        last.addnext(end)


def look_of(element: Element) -> Element | None:
    """A run's properties, or None."""
    return element.find(RPR) if element.tag == R_ else None


def bookmark_names(root: Element) -> list[str]:
    """The names of a part's bookmarks, in order."""
    return [start.get(w("name"), "") for start in root.iter(BOOKMARK_START)]


def set_style(ppr: Element, style_id: str) -> None:
    """Give paragraph properties a style; it stands first (§17.3.1.26)."""
    for old in ppr.findall(w("pStyle")):
        ppr.remove(old)
    style = make("pStyle")
    style.set(VAL, style_id)
    ppr.insert(0, style)
