"""Contents and lists of tables: TOC fields with every entry already there (§17.16.5.67)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import marks
from .captions import Caption
from .faults import TemplateFault
from .fields import Bookmarks, field, field_end, field_start, run, text_run
from .headings import Heading
from .ooxml import PPR, VAL, Element, T, make, replace, visible_text, w
from .pages import UNKNOWN
from .styles import Styles

_COMMAND = re.compile(r"\[\[\s*(?:(innehåll)(?:\s+(\d)\s*[-–]\s*(\d))?|(\w+?)förteckning)\s*\]\]", re.IGNORECASE)
_LABELS = {"tabell": "Tabell", "diagram": "Diagram", "figur": "Figur"}
# Where Word sets the tab between number and text: one step a level, in twentieths of a point.
_STEP = 440
# A4 with Word's own margins, where a section says nothing of its page.
_PAGE, _MARGIN = 11906, 1417
_SECTION, _SECTION_END = w("sectPr"), f"{PPR}/{w('sectPr')}"


@dataclass(frozen=True)
class Entry:
    """One line of a contents list and the bookmark it leads to."""

    style: str
    bookmark: str
    number: str
    text: str
    indent: int = _STEP


@dataclass(frozen=True)
class Pending:
    """A paragraph that is to become a contents list: of headings of some levels, or of a label's captions."""

    paragraph: Element
    spec: str


def mark(paragraph: Element) -> None:
    """Replace a written command by its mark, in the template, where no data can pass for it."""
    texts = list(paragraph.iter(T))
    found = _COMMAND.fullmatch("".join(t.text or "" for t in texts).strip())
    if found is None:
        return
    whole, first, last, label = found.groups()
    if whole is None and label.casefold() not in _LABELS:
        return
    spec = f"{first or 1}-{last or 2}" if whole else _LABELS[label.casefold()]
    for text in texts:
        text.text = ""
    texts[0].text = f"{marks.CONTENTS}{spec}{marks.END}"


class Contents:
    """Writes the contents lists of one document; their page numbers are PAGEREF fields, filled in afterwards."""

    def __init__(self, styles: Styles, bookmarks: Bookmarks) -> None:
        self._styles = styles
        self._bookmarks = bookmarks
        self._names: dict[int, str] = {}
        self.pending: list[Pending] = []

    def write(self, headings: Sequence[Heading], captions: Sequence[Caption]) -> None:
        """Put every contents list in its place. Raises TemplateFault where a style for entries is missing."""
        for number, pending in enumerate(self.pending, 1):
            first, dash, last = pending.spec.partition("-")
            if dash:
                levels = range(int(first), int(last) + 1)
                code = f'TOC \\o "{pending.spec}" \\h \\z \\u'
                self._put(pending, number, code, [self._heading(h) for h in headings if h.level in levels and h.text])
            else:
                entries = [self._caption(c) for c in captions if c.label == pending.spec]
                self._put(pending, number, f'TOC \\h \\z \\c "{pending.spec}"', entries)

    def _heading(self, heading: Heading) -> Entry:
        style = self._style(f"toc {heading.level}")
        target = self._target(heading.paragraph, f"{heading.level} {heading.text}")
        return Entry(style, target, heading.number, heading.text, _STEP * heading.level)

    def _caption(self, caption: Caption) -> Entry:
        target = self._target(caption.paragraph, caption.key)
        return Entry(self._style("table of figures"), target, "", visible_text(caption.paragraph))

    def _style(self, name: str) -> str:
        style = self._styles.id_of(name)
        if style is None:
            raise TemplateFault(f"formatmallen {name!r} saknas; innehållsförteckningen behöver den")
        return style

    def _target(self, paragraph: Element, key: str) -> str:
        """The `_Toc` bookmark of a paragraph, one and the same for every list it stands in."""
        if id(paragraph) not in self._names:
            name = self._bookmarks.name("_Toc", key)
            content = [child for child in paragraph if child.tag != PPR]
            self._bookmarks.wrap(name, content[0], content[-1])
            self._names[id(paragraph)] = name
        return self._names[id(paragraph)]

    def _put(self, pending: Pending, number: int, code: str, entries: list[Entry]) -> None:
        edge = _text_width(pending.paragraph)
        paragraphs = [self._line(entry, edge) for entry in entries] or [_bare(pending.paragraph)]
        ppr = paragraphs[0].find(PPR)
        at = 0 if ppr is None else 1
        paragraphs[0][at:at] = field_start(code)
        paragraphs[-1].append(field_end())
        replace(pending.paragraph, [_block(paragraphs, 900_000_000 + number)])

    def _line(self, entry: Entry, edge: int) -> Element:
        """A line of the list, all of it a link: number, tab, text, tab, page."""
        stops = [make("tab", val="left", pos=str(entry.indent))] if entry.number else []
        if not self._has_right_tab(entry.style):
            stops.append(make("tab", val="right", leader="dot", pos=str(edge)))
        words = [text_run(entry.number), run(None, make("tab"))] if entry.number else []
        unseen = make("rPr", make("webHidden"))
        page = [run(unseen, make("tab")), *field(f"PAGEREF {entry.bookmark} \\h", UNKNOWN, unseen)]
        link = make("hyperlink", *words, text_run(entry.text), *page, anchor=entry.bookmark, history="1")
        tabs = [make("tabs", *stops)] if stops else []
        return make("p", make("pPr", make("pStyle", val=entry.style), *tabs), link)

    def _has_right_tab(self, style: str) -> bool:
        """Whether a style already says where page numbers stand."""
        tabs = self._styles.property(style, "tabs")
        return tabs is not None and any(tab.get(VAL) in ("right", "end") for tab in tabs)


def _text_width(paragraph: Element) -> int:
    """The width between the margins of the section a paragraph stands in, in twentieths of a point (§17.6)."""
    top = [paragraph, *paragraph.iterancestors()][-3:][0]  # a child of the body
    sections = (child.find(_SECTION_END) if child.tag != _SECTION else child for child in [top, *top.itersiblings()])
    section = next((found for found in sections if found is not None), None)
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    sides = (_length(margins, "left", _MARGIN), _length(margins, "right", _MARGIN), _length(margins, "gutter", 0))
    return _length(size, "w", _PAGE) - sum(sides)


def _length(element: Element | None, name: str, otherwise: int) -> int:
    given = "" if element is None else element.get(w(name), "")
    return int(given) if given.lstrip("-").isdigit() else otherwise


def _bare(paragraph: Element) -> Element:
    ppr = paragraph.find(PPR)
    return make("p", *([] if ppr is None else [ppr]))


def _block(paragraphs: list[Element], ident: int) -> Element:
    """The content control by which Word knows a contents list (§17.5.2.14)."""
    part = make("docPartObj", make("docPartGallery", val="Table of Contents"), make("docPartUnique"))
    return make("sdt", make("sdtPr", make("id", val=str(ident)), part), make("sdtContent", *paragraphs))
