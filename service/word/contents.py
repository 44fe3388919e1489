"""Contents and lists of tables: TOC fields with every entry already there (§17.16.5.67)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from . import marks
from .captions import Caption
from .faults import TemplateFault
from .fields import Bookmarks, field, field_end, field_start, run, text_run
from .headings import Heading
from .holes import Holes, Span
from .ooxml import PPR, VAL, Element, T, w
from .pages import UNKNOWN, Pages
from .styles import Styles

COMMAND = re.compile(r"\[\[\s*(?:(innehåll)(?:\s+(\d)\s*[-–]\s*(\d))?|(\w+?)förteckning)\s*\]\]", re.IGNORECASE)
LABELS_OF_LISTS = {"tabell": "Tabell", "diagram": "Diagram", "figur": "Figur"}
# Where Word sets the tab between number and text: one step a level, in twentieths of a point.
_STEP = 440
# A4 with Word's own margins, where a section says nothing of its page.
_PAGE, _MARGIN = 11906, 1417
_UNSEEN = "<w:rPr><w:webHidden/></w:rPr>"
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
    """The place of a contents list: of headings of some levels, or of a label's captions."""

    hole: int
    spec: str
    edge: int
    look: str


def mark(paragraph: Element) -> None:
    """Replace a written command by its mark, in the template, where no data can pass for it."""
    texts = list(paragraph.iter(T))
    found = COMMAND.fullmatch("".join(t.text or "" for t in texts).strip())
    if found is None:
        return
    whole, first, last, label = found.groups()
    if whole is None and label.casefold() not in LABELS_OF_LISTS:
        return
    spec = f"{first or 1}-{last or 2}" if whole else LABELS_OF_LISTS[label.casefold()]
    edge = _text_width(paragraph)
    for text in texts:
        text.text = ""
    texts[0].text = f"{marks.LEAD}{marks.CONTENTS}{spec}{marks.SEPARATOR}{edge}{marks.END}"


class Contents:
    """Writes the contents lists of one document; their page numbers are PAGEREF fields (§17.16.5.45)."""

    def __init__(self, styles: Styles, holes: Holes, pages: Pages | None) -> None:
        self._styles = styles
        self._holes = holes
        self._pages = pages
        self._names: dict[Span, str] = {}
        self._right_tabs: dict[str, bool] = {}
        self.pending: list[Pending] = []

    def hold(self, argument: str, look: str) -> str:
        """What holds the place of a contents list; `look` is the `w:pPr` of the paragraph that asks for it."""
        spec, _, edge = argument.partition(marks.SEPARATOR)
        hole = self._holes.new()
        self.pending.append(Pending(hole, spec, int(edge), look))
        return self._holes.mark(hole)

    def write(self, headings: Sequence[Heading], captions: Sequence[Caption], bookmarks: Bookmarks) -> None:
        """Put every contents list in its place. Raises TemplateFault where a style for entries is missing."""
        for number, pending in enumerate(self.pending, 1):
            first, dash, last = pending.spec.partition("-")
            if dash:
                levels = range(int(first), int(last) + 1)
                code = f'TOC \\o "{pending.spec}" \\h \\z \\u'
                entries = [self._heading(h, bookmarks) for h in headings if h.level in levels and h.text]
            else:
                code = f'TOC \\h \\z \\c "{pending.spec}"'
                entries = [
                    self._caption(c, c.content, bookmarks) for c in captions if c.label == pending.spec and c.content
                ]
            self._holes.filled[pending.hole] = _block(self._lines(pending, code, entries), 900_000_000 + number)

    def _heading(self, heading: Heading, bookmarks: Bookmarks) -> Entry:
        text = heading.text
        target = self._target(heading.content, f"{heading.level} {text}", bookmarks)
        return Entry(self._style(f"toc {heading.level}"), target, heading.number, text, _STEP * heading.level)

    def _caption(self, caption: Caption, content: Span, bookmarks: Bookmarks) -> Entry:
        line = caption.line
        return Entry(self._style("table of figures"), self._target(content, caption.key, bookmarks), "", line)

    def _style(self, name: str) -> str:
        style = self._styles.id_of(name)
        if style is None:
            raise TemplateFault(f"formatmallen {name!r} saknas; innehållsförteckningen behöver den")
        return style

    def _target(self, content: Span, key: str, bookmarks: Bookmarks) -> str:
        """The `_Toc` bookmark of a paragraph, one and the same for every list it stands in."""
        if content not in self._names:
            name = bookmarks.name("_Toc", key)
            content.wrap(*bookmarks.ends(name))
            self._names[content] = name
        return self._names[content]

    def _lines(self, pending: Pending, code: str, entries: list[Entry]) -> str:
        """The paragraphs of a list, its field's start in the first and its end in the last of them."""
        if not entries:
            return f"<w:p>{pending.look}{field_start(code)}{field_end()}</w:p>"
        looks = [self._look(entry, pending.edge) for entry in entries]
        links = [self._link(entry) for entry in entries]
        links[0] = field_start(code) + links[0]
        links[-1] += field_end()
        return "".join(f"<w:p>{look}{link}</w:p>" for look, link in zip(looks, links, strict=True))

    def _look(self, entry: Entry, edge: int) -> str:
        stops = f'<w:tab w:val="left" w:pos="{entry.indent}"/>' if entry.number else ""
        if not self._has_right_tab(entry.style):
            stops += f'<w:tab w:val="right" w:leader="dot" w:pos="{edge}"/>'
        tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
        return f'<w:pPr><w:pStyle w:val="{escape(entry.style)}"/>{tabs}</w:pPr>'

    def _link(self, entry: Entry) -> str:
        """A line of the list, all of it a link: number, tab, text, tab, page."""
        number = text_run(escape(entry.number)) + run("", "<w:tab/>") if entry.number else ""
        known = None if self._pages is None else self._pages.numbers.get(entry.bookmark)
        page = field(f"PAGEREF {entry.bookmark} \\h", escape(known or UNKNOWN), _UNSEEN, dirty=known is None)
        words = f"{number}{text_run(escape(entry.text))}{run(_UNSEEN, '<w:tab/>')}{page}"
        return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{words}</w:hyperlink>'

    def _has_right_tab(self, style: str) -> bool:
        """Whether a style already says where page numbers stand."""
        if style not in self._right_tabs:
            tabs = self._styles.property(style, "tabs")
            self._right_tabs[style] = tabs is not None and any(tab.get(VAL) in ("right", "end") for tab in tabs)
        return self._right_tabs[style]


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


def _block(lines: str, ident: int) -> str:
    """The content control by which Word knows a contents list (§17.5.2.14)."""
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    properties = f'<w:sdtPr><w:id w:val="{ident}"/>{part}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"
