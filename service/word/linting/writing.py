"""What is no tag and yet must be right: styles, captions, contents lists."""

import re
from collections.abc import Iterator

from ..captions import LABELS
from ..contents import COMMAND, LABELS_OF_LISTS
from ..lists import BULLET_STYLE, NUMBER_STYLE
from ..ooxml import VAL, Element, P, T, visible_text, w
from ..places import nearest
from ..styles import Styles
from ..whereabouts import Whereabouts
from .remarks import Remark

_USES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_BRACKETS = re.compile(r"\[\[\s*(.*?)\s*\]\]")
_LISTS = ("innehåll", *(f"{label}förteckning" for label in LABELS_OF_LISTS))
_NUMBERED = re.compile(r"\s*(Tabell|Diagram|Figur)\s*\d*")
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_SWEDISH = {
    "caption": "Beskrivning (caption)", "table of figures": "Figurförteckning (table of figures)",
    BULLET_STYLE: "Punktlista (List Bullet)", NUMBER_STYLE: "Numrerad lista (List Number)",
    **{f"toc {n}": f"Innehåll {n} (toc {n})" for n in range(1, 10)},
}  # fmt: skip


def undefined_styles(root: Element, places: Whereabouts, styles: Styles) -> Iterator[Remark]:
    """Styles that are used and not there."""
    for use in root.iter(*_USES):
        name = use.get(VAL, "")
        if name not in styles.known:
            yield Remark("unknown_style", places.of(use), name, nearest(name, sorted(styles.known)), {"namn": name})


def captions(root: Element, places: Whereabouts, styles: Styles) -> Iterator[Remark]:
    """Captions that will not be numbered."""
    for paragraph in root.iter(P):
        text = "".join(t.text or "" for t in paragraph.iter(T))
        words = _TAG.sub("", text).strip()
        is_caption = styles.name_of(paragraph) == "caption"
        labelled = LABELS.match(text)
        if not is_caption and labelled and styles.id_of("caption") is None:
            yield Remark("caption_style", places.of(paragraph), details={"etikett": labelled.group(1)})
        elif is_caption and not labelled and (words or "{{" in text):
            numbered = _NUMBERED.match(words) if _has_field(paragraph) else None
            details = {"etikett": numbered.group(1) if numbered else ""}
            yield Remark("caption_numbered" if numbered else "caption_label", places.of(paragraph), details=details)


def lists(root: Element, places: Whereabouts, styles: Styles, is_main: bool) -> Iterator[Remark]:
    """Contents lists that are misspelt, stand where they cannot, or lack the styles of their entries."""
    for paragraph in root.iter(P):
        text = "".join(t.text or "" for t in paragraph.iter(T))
        for found in _BRACKETS.finditer(text):
            yield from _list(found, text, paragraph, places, styles, is_main)


def offered(styles: Styles, places: Whereabouts, root: Element) -> Iterator[Remark]:
    """Notes on styles that texts would use if they were there."""
    for name in (BULLET_STYLE, NUMBER_STYLE):
        if styles.id_of(name) is None:
            yield Remark("list_style", places.of(root), details={"namn": _SWEDISH[name]})


def _list(
    found: re.Match[str], text: str, paragraph: Element, places: Whereabouts, styles: Styles, is_main: bool
) -> Iterator[Remark]:
    written, inner = found.group(0), found.group(1)
    command, place = COMMAND.fullmatch(written), places.of(paragraph)
    label = command.group(4) if command else None
    if command is None or (label and label.casefold() not in LABELS_OF_LISTS):
        yield _misspelt(written, inner, place)
    elif not is_main:
        yield Remark("list_outside", place, written)
    elif text.strip() != written:
        yield Remark("list_not_alone", place, written)
    elif command.group(2) and int(command.group(2)) > int(command.group(3)):
        yield Remark("list_levels", place, written)
    else:
        yield from _entry_styles(command, paragraph, places, styles)


def _misspelt(written: str, inner: str, place: object) -> Remark:
    word = inner.split()[0].casefold() if inner.split() else ""
    near = nearest(word, _LISTS)
    if near is None and len(inner.split()) > 1:
        return Remark("bracket_reference", place, written, details={"nyckel": inner})  # type: ignore[arg-type]
    return Remark("unknown_list", place, written, f"[[{near}]]" if near else None)  # type: ignore[arg-type]


def _entry_styles(command: re.Match[str], paragraph: Element, places: Whereabouts, styles: Styles) -> Iterator[Remark]:
    """The styles of the lines, as far as the template has headings or captions that would become lines."""
    root = paragraph.getroottree().getroot()
    wholes, first, last, label = command.groups()
    if label:
        wanted = {"table of figures"} if any(styles.name_of(p) == "caption" for p in root.iter(P)) else set()
    else:
        present = {level for p in root.iter(P) if (level := styles.level(p)) and visible_text(p)}
        wanted = {f"toc {n}" for n in present if int(first or 1) <= n <= int(last or 2)}
        if not present:
            yield Remark("no_headings", places.of(paragraph), wholes)
    for name in sorted(wanted):
        if styles.id_of(name) is None:
            yield Remark("contents_style", places.of(paragraph), details={"namn": _SWEDISH[name]})


def _has_field(paragraph: Element) -> bool:
    return next(paragraph.iter(w("fldChar"), w("fldSimple")), None) is not None
