"""Marked text becomes Word structure: runs, breaks, tabs, paragraphs, list items and what values bring with them.

All of it is done in the text of the part, one marked paragraph at a time; what has no mark is never looked at.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from . import marks
from .captions import Captions
from .contents import Contents
from .embedded import Fragment
from .faults import TemplateFault
from .fields import run, styled, text_run
from .headings import Heading
from .holes import Holes
from .lists import Lists
from .numbering import Numbering
from .references import References
from .structure import CAPTION, HEADING, Counted, counted

Kind = Literal["plain", "bullet", "number", "block"]
_TEXTS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:t(?: [^>]*)?/>")
_BOX = re.compile(r"(<w:txbxContent>)(.*?)(</w:txbxContent>)", re.DOTALL)
_PARAGRAPH_TAG = re.compile(r"<w:p>|</w:p>")
_FLOW = re.compile(f"[{marks.LINE}{marks.PARAGRAPH}{marks.BULLET}{marks.NUMBER}{marks.EMBEDDED}{marks.PAGE}]")
_STARTED = re.compile(f"{marks.LEAD}{marks.START}([^{marks.END}]*){marks.END}")
_COMMAND = re.compile(f"{marks.LEAD}{marks.CONTENTS}([^{marks.END}]*){marks.END}")
_HOLDERS = re.compile(
    r"<(/?)w:(?:hyperlink|sdt|ins|del|moveTo|moveFrom|smartTag|fldSimple|customXml|dir|bdo)\b[^>]*?(/?)>"
)
_UNWRITTEN = re.compile(rf"(?:<w:bookmark(?:Start|End)\b[^>]*/>|{marks.HOLE}\d+{marks.END})*")
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", re.DOTALL)
_KEPT = "<w:keepNext/>"


class Content(NamedTuple):
    """What stands in a line: whole runs and what else a paragraph may hold."""

    xml: str


@dataclass(frozen=True)
class Break:
    """The end of a line, of a whole paragraph, or of a page."""

    paragraph: bool
    look: str
    page: bool = False

    def words(self) -> str:
        """The break within a paragraph."""
        return run(self.look, '<w:br w:type="page"/>' if self.page else "<w:br/>")


@dataclass(frozen=True)
class Item:
    """The start of a list item, and what was written for it."""

    kind: Kind
    number: int
    look: str

    def words(self) -> str:
        """The item's sign as plain text, where there is no list for it."""
        return text_run("- " if self.kind == "bullet" else f"{self.number}. ", self.look)


@dataclass(frozen=True)
class Inset:
    """Whole paragraphs and tables that a value brings."""

    xml: str


Piece = Content | Break | Item | Inset


@dataclass
class Block:
    """A paragraph to be, or whole ones that a value brings."""

    kind: Kind = "plain"
    number: int = 0
    content: list[str] = field(default_factory=list)

    @property
    def is_unwritten(self) -> bool:
        return _UNWRITTEN.fullmatch("".join(self.content)) is not None


@dataclass
class Writer:
    """Writes the marked paragraphs of a document; what it meets on the way it tells its companions."""

    lists: Lists
    numbering: Numbering
    holes: Holes
    references: References
    captions: Captions
    contents: Contents
    fragments: Sequence[Fragment] = ()
    headings: list[Heading] = field(default_factory=list)

    def write(self, part: str, xml: str, *, is_main: bool) -> str:
        """A part with every mark replaced by structure, or by its words where there can be none."""
        pieces: list[str] = []
        last = 0
        for start, end in _marked_paragraphs(xml):
            before = xml[last:start]
            shown = xml[xml.rfind("<w:p>", 0, start) : start] if marks.KEEP in xml[start:end] else ""
            pieces += (before, _Paragraph(self, part, xml[start + 5 : end - 6], is_main, _is_picture(shown)).written())
            last = end
        return "".join([*pieces, xml[last:]])

    def count(self, look: Counted) -> str:
        """The number of the next paragraph of that look."""
        return self.numbering.next(look.num_id, look.ilvl, look.style)


def _marked_paragraphs(xml: str) -> Iterator[tuple[int, int]]:
    """Where the outermost paragraphs with marks begin and end."""
    boxed = "<w:txbxContent>" in xml
    end = 0
    at = xml.find(marks.LEAD)
    while at >= 0:
        start = _outermost(xml, end, at) if boxed else xml.rfind("<w:p>", end, at)
        if start >= 0:
            end = _closing(xml, start) if boxed else xml.index("</w:p>", at) + 6
            yield start, end
        at = xml.find(marks.LEAD, max(end, at + 1))


def _outermost(xml: str, since: int, at: int) -> int:
    """The start of the outermost paragraph open at a place."""
    opened: list[int] = []
    for tag in _PARAGRAPH_TAG.finditer(xml, since, at):
        if tag[0] == "<w:p>":
            opened.append(tag.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else -1


def _closing(xml: str, start: int) -> int:
    depth = 0
    for tag in _PARAGRAPH_TAG.finditer(xml, start):
        depth += 1 if tag[0] == "<w:p>" else -1
        if depth == 0:
            return tag.end()
    return len(xml)


def _is_picture(paragraph: str) -> bool:
    """Whether what stands before a caption is a paragraph with a picture: then the caption belongs to that."""
    return paragraph.endswith("</w:p>") and ("</w:drawing>" in paragraph or marks.EMBEDDED in paragraph)


@dataclass
class _Paragraph:
    writer: Writer
    part: str
    xml: str
    is_main: bool
    below_picture: bool

    def written(self) -> str:
        look, content = _look_of(self.xml, "<w:pPr>", "</w:pPr>")
        look = look.replace(marks.KEEP, "" if self.below_picture else _KEPT)
        if (command := _COMMAND.search(content)) is not None:
            return self._contents(command[1], look)
        if "<w:txbxContent>" in content:
            content = _BOX.sub(self._box, content)
        started = _STARTED.search(content)
        if started is None:
            return self._flowing(look, content, None)
        counts = counted(started[1])
        content = _STARTED.sub("", content)
        if counts.kind in (HEADING, CAPTION):
            return self._one(look, content, counts)
        self.writer.count(counts)
        return self._flowing(look, content, counts)

    def _box(self, box: re.Match[str]) -> str:
        return f"{box[1]}{self.writer.write(self.part, box[2], is_main=self.is_main)}{box[3]}"

    def _contents(self, argument: str, look: str) -> str:
        held = self.writer.contents.hold(argument, _SECTION.sub("", look))
        return held + (f"<w:p>{look}</w:p>" if "<w:sectPr" in look else "")

    def _one(self, look: str, content: str, counts: Counted) -> str:
        """Headings and captions stay one paragraph, whatever their text."""
        number = self.writer.count(counts)
        known = len(self.writer.captions.found)
        waiting = self.writer.references.waiting
        is_plain = marks.IN_TEXT.search(content) is None
        inside = content if is_plain else self._inline(self._pieces(content))
        span = self.writer.holes.span(inside, is_settled=self.writer.references.waiting == waiting)
        if counts.level is not None:
            self.writer.headings.append(Heading(span, counts.level, number))
        for caption in self.writer.captions.found[known:]:
            caption.content = span
        return f"<w:p>{look}{span}</w:p>"

    def _flowing(self, look: str, content: str, counts: Counted | None) -> str:
        if _FLOW.search(content) is None:
            return f"<w:p>{look}{self._inline(self._pieces(content))}</w:p>"
        return self._split(self._blocks(list(self._pieces(content))), look, counts)

    def _pieces(self, content: str) -> Iterator[Piece]:
        """What the paragraph comes to; runs without marks are themselves."""
        last = 0
        may_be_held = _HOLDERS.search(content) is not None
        for found in marks.IN_TEXT.finditer(content):
            at = found.start()
            if at < last:
                continue
            start = content.rfind("<w:r>", last, at)
            end = content.find("</w:r>", at) + 6
            if start < 0 or end < 6:
                continue
            if start > last:
                yield Content(content[last:start])
            pieces = self._run(content[start + 5 : end - 6])
            is_held = may_be_held and _is_held(content, start)
            yield from [Content(self._inline(pieces))] if is_held else pieces
            last = end
        if last < len(content):
            yield Content(content[last:])

    def _run(self, inner: str) -> Iterator[Piece]:
        look, content = _look_of(inner, "<w:rPr>", "</w:rPr>")
        last = 0
        for text in _TEXTS.finditer(content):
            if text.start() > last:
                yield Content(run(look, content[last : text.start()]))
            yield from self._decoded(text[1] or "", look)
            last = text.end()
        if last < len(content):
            yield Content(run(look, content[last:]))

    def _decoded(self, text: str, own: str) -> Iterator[Piece]:
        bold = italic = False
        for kind, argument, single, words in marks.TOKEN.findall(text):
            look = styled(own, bold, italic)
            if words:
                yield Content(text_run(words, look))
            elif single in (marks.BOLD_ON, marks.BOLD_OFF):
                bold = single == marks.BOLD_ON
            elif single in (marks.ITALIC_ON, marks.ITALIC_OFF):
                italic = single == marks.ITALIC_ON
            elif single in _SIGNS:
                yield _SIGNS[single](look)
            elif kind == marks.EMBEDDED:
                yield from self._embedded(self.writer.fragments[int(argument)])
            elif kind:
                yield self._argued(kind, argument, look)

    def _argued(self, kind: str, argument: str, look: str) -> Piece:
        """A mark that carries a key or a number."""
        key, separator, rest = argument.partition(marks.SEPARATOR)
        if kind == marks.NUMBER:
            return Item("number", int(key), look)
        if kind == marks.REFERENCE:
            elsewhere = rest if separator else None
            return Content(self.writer.references.refer(self.part, key, elsewhere, look, self.xml))
        if kind == marks.LABEL:
            return Content(self.writer.captions.begin(key, look))
        # A header is printed on every page: nothing can be referred to there.
        return Content(self.writer.references.anchor(key, rest, look) if self.is_main else text_run(rest, look))

    def _embedded(self, fragment: Fragment) -> Iterator[Piece]:
        """A value's own runs or paragraphs, whose marks are those of a template."""
        if fragment.block:
            yield Inset(self.writer.write(self.part, fragment.xml, is_main=self.is_main))
        else:
            yield from self._pieces(fragment.xml)

    def _inline(self, pieces: Iterator[Piece] | list[Piece]) -> str:
        """The pieces where paragraphs cannot be made: headings, captions, inside a link or a control."""
        return "".join(_in_line(piece) for piece in pieces)

    def _blocks(self, pieces: list[Piece]) -> list[Block]:
        blocks = [Block()]
        for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
            block = blocks[-1]
            if isinstance(piece, Content):
                block.content.append(piece.xml)
            elif isinstance(piece, Inset):
                blocks += (Block("block", 0, [piece.xml]), Block())
            elif isinstance(piece, Item):
                self._begin_item(block, piece)
            elif piece.page:
                blocks += (Block("block", 0, [f"<w:p>{piece.words()}</w:p>"]), Block())
            elif piece.paragraph or block.kind != "plain" or self._begins_list(following):
                blocks.append(Block())
            else:
                block.content.append(piece.words())
        return _without_bare(blocks)

    def _begins_list(self, piece: Piece | None) -> bool:
        return isinstance(piece, Item) and self.writer.lists.offers(piece.kind)

    def _begin_item(self, block: Block, item: Item) -> None:
        if self._begins_list(item) and block.is_unwritten:
            block.kind, block.number = item.kind, item.number
        else:
            block.content.append(item.words())

    def _split(self, blocks: list[Block], look: str, counts: Counted | None) -> str:
        """The paragraph as its blocks; its section's end goes to the last of them."""
        section = _SECTION.search(look)
        plain = look if section is None else look.replace(section[0], "")
        if section is not None and blocks[-1].kind == "block":
            blocks.append(Block())
        looks = list(self._looks(blocks, plain, counts))
        if section is not None:
            looks[-1] = _with_section(looks[-1], section[0])
        return "".join(
            "".join(block.content) if block.kind == "block" else f"<w:p>{own}{''.join(block.content)}</w:p>"
            for block, own in zip(blocks, looks, strict=True)
        )

    def _looks(self, blocks: list[Block], look: str, counts: Counted | None) -> Iterator[str]:
        """Each block's paragraph properties; a numbered item that does not follow on begins a new list."""
        expected, num_id, plain = 0, "", 0
        for block in blocks:
            if block.kind == "number":
                num_id = num_id if block.number == expected else self.writer.lists.start(block.number)
                expected = block.number + 1
                yield self.writer.lists.number(num_id)
                continue
            expected = 0
            plain += block.kind == "plain"
            if counts is not None and block.kind == "plain" and plain > 1:
                self.writer.count(counts)
            yield self.writer.lists.bullet() if block.kind == "bullet" else look


_SIGNS: dict[str, Callable[[str], Piece]] = {
    marks.TAB: lambda look: Content(run(look, "<w:tab/>")),
    marks.LINE: lambda look: Break(False, look),
    marks.PARAGRAPH: lambda look: Break(True, look),
    marks.PAGE: lambda look: Break(True, look, page=True),
    marks.BULLET: lambda look: Item("bullet", 0, look),
}


def _in_line(piece: Piece) -> str:
    if isinstance(piece, Content):
        return piece.xml
    if isinstance(piece, Inset):
        raise TemplateFault("ett värde med egna stycken kan inte stå i en rubrik, en beskrivning eller en länk")
    return piece.words()


def _without_bare(blocks: list[Block]) -> list[Block]:
    """The blocks without the empty paragraphs that stood round a value with paragraphs of its own."""
    if all(block.kind != "block" for block in blocks):
        return blocks
    return [block for block in blocks if block.content or block.kind != "plain"]


def _look_of(xml: str, start: str, end: str) -> tuple[str, str]:
    """The properties at the start of a paragraph's or run's content, and the rest of it."""
    if not xml.startswith(start):
        empty = f"{start[:-1]}/>"
        return "", xml.removeprefix(empty)
    at = xml.index(end) + len(end)
    # A tracked change holds the properties as they were.
    while xml.count(start, 0, at) > xml.count(end, 0, at):
        at = xml.index(end, at) + len(end)
    return xml[:at], xml[at:]


def _is_held(content: str, at: int) -> bool:
    """Whether a place in a paragraph's content lies inside a link or an inline control."""
    return sum(0 if tag[2] else -1 if tag[1] else 1 for tag in _HOLDERS.finditer(content, 0, at)) > 0


def _with_section(look: str, section: str) -> str:
    return f"{look.removesuffix('</w:pPr>')}{section}</w:pPr>" if look else f"<w:pPr>{section}</w:pPr>"
