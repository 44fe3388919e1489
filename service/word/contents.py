"""Contents and lists of tables: TOC fields with every entry already there (§17.16.5.67)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import marks
from .captions import Caption
from .faults import TemplateFault
from .fields import Bookmarks, field_end, field_start, text_run
from .headings import Heading
from .ooxml import PPR, Element, T, make, replace, visible_text
from .styles import Styles

COMMAND = re.compile(r"\[\[\s*(?:(innehåll)(?:\s+(\d)\s*[-–]\s*(\d))?|(\w+?)förteckning)\s*\]\]", re.IGNORECASE)
LABELS_OF_LISTS = {"tabell": "Tabell", "diagram": "Diagram", "figur": "Figur"}
# Where Word sets the tab between number and text: one step a level, in twentieths of a point.
_STEP = 440


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
    found = COMMAND.fullmatch("".join(t.text or "" for t in texts).strip())
    if found is None:
        return
    whole, first, last, label = found.groups()
    if whole is None and label.casefold() not in LABELS_OF_LISTS:
        return
    spec = f"{first or 1}-{last or 2}" if whole else LABELS_OF_LISTS[label.casefold()]
    for text in texts:
        text.text = ""
    texts[0].text = f"{marks.CONTENTS}{spec}{marks.END}"


class Contents:
    """Writes the contents lists of one document, without page numbers (`\\n`), so that all of it is true."""

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
                code = f'TOC \\o "{pending.spec}" \\n \\h \\z \\u'
                self._put(pending, number, code, [self._heading(h) for h in headings if h.level in levels and h.text])
            else:
                entries = [self._caption(c) for c in captions if c.label == pending.spec]
                self._put(pending, number, f'TOC \\n \\h \\z \\c "{pending.spec}"', entries)

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
        paragraphs = [_paragraph(entry) for entry in entries] or [_bare(pending.paragraph)]
        ppr = paragraphs[0].find(PPR)
        at = 0 if ppr is None else 1
        paragraphs[0][at:at] = field_start(code)
        paragraphs[-1].append(field_end())
        replace(pending.paragraph, [_block(paragraphs, 900_000_000 + number)])


def _paragraph(entry: Entry) -> Element:
    """A line of the list: number, tab, text, all of it a link. Page numbers would follow here (PAGEREF)."""
    ppr = make("pPr", make("pStyle", val=entry.style))
    words = [text_run(entry.text)]
    if entry.number:
        ppr.append(make("tabs", make("tab", val="left", pos=str(entry.indent))))
        words = [text_run(entry.number), make("r", make("tab")), *words]
    return make("p", ppr, make("hyperlink", *words, anchor=entry.bookmark, history="1"))


def _bare(paragraph: Element) -> Element:
    ppr = paragraph.find(PPR)
    return make("p", *([] if ppr is None else [ppr]))


def _block(paragraphs: list[Element], ident: int) -> Element:
    """The content control by which Word knows a contents list (§17.5.2.14)."""
    part = make("docPartObj", make("docPartGallery", val="Table of Contents"), make("docPartUnique"))
    return make("sdt", make("sdtPr", make("id", val=str(ident)), part), make("sdtContent", *paragraphs))
