"""What a template says of its own structure, marked before it is filled: data can never pass for it.

Paragraphs that count (headings, numbered ones that share a heading's list, captions), contents lists to be
written, and tables whose grid may have to be fitted to their rows.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from lxml import etree

from . import captions, contents, marks
from .numbering import Numbering
from .ooxml import PPR, R_, TBL, TEXT_BOX, W14, Element, P, T, W, remove, w
from .styles import Styles
from .tables import columns, rows, width

_NOISE = (w("proofErr"), w("lastRenderedPageBreak"))
_REVISIONS = (f"{{{W}}}rsid", f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{W}}}dirty")
_CHANGES_CELLS = re.compile(r"{[{%#]-?\s*tc\s|{%-?\s*(?:colspan|hm)\b|{{")
# Their only attributes are revision and paragraph ids (§17.3.1.22, §17.3.2.25).
_BARE = (P, R_)
HEADING, CAPTION, NUMBERED = "h", "c", "n"


@dataclass(frozen=True)
class Counted:
    """What of a paragraph's look decides its number and its place in the outline."""

    kind: str
    level: int | None
    num_id: str | None
    ilvl: int | None
    style: str

    def mark(self) -> str:
        """The mark that begins such a paragraph."""
        fields = (self.kind, self.level, self.num_id, self.ilvl, self.style)
        words = marks.SEPARATOR.join("" if value is None else str(value) for value in fields)
        return f"{marks.LEAD}{marks.START}{words}{marks.END}"


@lru_cache(maxsize=1024)
def counted(words: str) -> Counted:
    """What a mark says, without its first and last sign."""
    kind, level, num_id, ilvl, style = words.split(marks.SEPARATOR)
    return Counted(kind, int(level) if level else None, num_id or None, int(ilvl) if ilvl else None, style)


def tidy(root: Element) -> None:
    """Declare all prefixes at the root, and drop what Word notes for itself.

    That is revision ids, paragraph ids (which loops would copy), spelling marks and indentation.
    """
    _declare_at_root(root)
    for element in list(root.iter("*")):
        if element.tag in _NOISE:
            remove(element)
            continue
        for key in [k for k in element.attrib if element.tag in _BARE or str(k).startswith(_REVISIONS)]:
            del element.attrib[key]
        _clean(element)


def _declare_at_root(root: Element) -> None:
    """A start tag with declarations of its own would not be known by its text."""
    declared = dict(root.nsmap)
    told = io.BytesIO(etree.tostring(root))  # what each element may use is long to go through: what it declares is not
    for _, (prefix, uri) in etree.iterparse(told, events=("start-ns",), resolve_entities=False, no_network=True):
        declared.setdefault(prefix or None, uri)
    kept = [prefix for prefix in declared if prefix is not None]
    etree.cleanup_namespaces(root, top_nsmap=cast(dict[str, str], declared), keep_ns_prefixes=kept)


def _clean(element: Element) -> None:
    if element.text and marks.ANY.search(element.text):
        element.text = marks.ANY.sub("", element.text)
    # Blank text between elements means nothing in WordprocessingML.
    if len(element) and element.text and not element.text.strip():
        element.text = None
    if element.tail and not element.tail.strip():
        element.tail = None


def mark(root: Element, styles: Styles, numbering: Numbering, *, is_main: bool) -> None:
    """Put the marks into a part (or a fragment) of the document."""
    shared = numbering.heading_definitions() if is_main else frozenset()
    for paragraph in list(root.iter(P)):
        captions.mark(paragraph, styles)
        if is_main:
            contents.mark(paragraph)
        _mark_paragraph(paragraph, styles, numbering, shared, is_main)
    for table in root.iter(TBL):
        if _may_change(table):
            _before(table, marks.TABLE)


def _mark_paragraph(
    paragraph: Element, styles: Styles, numbering: Numbering, shared: frozenset[str], is_main: bool
) -> None:
    counts = is_main and next(paragraph.iterancestors(TEXT_BOX), None) is None
    level = styles.level(paragraph) if counts else None
    num_id, ilvl = numbering.list_of(paragraph) if counts else (None, None)
    is_caption = captions.is_marked(paragraph)
    if level is None and not is_caption and numbering.definition_of(num_id) not in shared:
        return
    kind = HEADING if level is not None else CAPTION if is_caption else NUMBERED
    _begin(paragraph, Counted(kind, level, num_id, ilvl, styles.style_id(paragraph) or "").mark())
    if is_caption and not styles.keeps_with_next(paragraph):
        _keep(paragraph)


def _begin(paragraph: Element, words: str) -> None:
    """Put words at the start of a paragraph's content."""
    ppr = paragraph.find(PPR)
    if ppr is None:
        paragraph.text = words + (paragraph.text or "")
    else:
        ppr.tail = words + (ppr.tail or "")


def _keep(paragraph: Element) -> None:
    """Hold the place of `w:keepNext`, second in the properties (§17.3.1.26)."""
    ppr = paragraph.find(PPR)
    if ppr is None:
        return
    for old in ppr.findall(w("keepNext")):
        ppr.remove(old)
    style = ppr.find(w("pStyle"))
    if style is None:
        ppr.text = marks.KEEP
    else:
        style.tail = marks.KEEP


def _may_change(table: Element) -> bool:
    """Whether its rows may come to cover another number of columns than its grid has, or already do."""
    wanted = len(columns(table))
    return any(
        width(row) != wanted or any(_CHANGES_CELLS.search(words) for words in _commands(row)) for row in rows(table)
    )


def _commands(row: Element) -> Iterator[str]:
    """The text of each paragraph, in which tags for cells stand, and the spans that are filled in."""
    for paragraph in row.iter(P):
        words = "".join(text.text or "" for text in paragraph.iter(T))
        yield words.replace("{{tc", "{%tc").replace("{{", "")
    for span in row.iter(w("gridSpan")):
        yield span.get(w("val"), "")


def _before(element: Element, words: str) -> None:
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + words
    elif parent is not None:
        parent.text = (parent.text or "") + words
