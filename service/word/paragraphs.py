"""Marked text becomes Word structure: runs, breaks, tabs, paragraphs and list items."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Literal

from . import marks
from .captions import Captions
from .contents import Contents, Pending
from .embedding import Embedding
from .fields import run, styled, text_run
from .lists import Lists
from .ooxml import PPR, R_, RPR, Element, P, T, make, query, replace, stray_texts, w
from .references import References
from .styles import Styles

_ALL_MARKS = "".join(map(chr, range(0xFDD0, 0xFDF0)))
_MARKED_TEXTS = query(f"//*[text()[translate(., '{_ALL_MARKS}', '') != .]]")
_MARKED_ATTRIBUTES = query(f"//*[@*[translate(., '{_ALL_MARKS}', '') != .]]")

Kind = Literal["plain", "bullet", "number"]
_SECTION = w("sectPr")
_UNWRITTEN = (w("bookmarkStart"), w("bookmarkEnd"))


@dataclass(frozen=True)
class Content:
    """Elements that stand in a line."""

    elements: list[Element]


@dataclass(frozen=True)
class Break:
    """The end of a line, or of a whole paragraph."""

    paragraph: bool
    rpr: Element | None


@dataclass(frozen=True)
class Item:
    """The start of a list item, and what was written for it."""

    kind: Kind
    number: int
    rpr: Element | None

    def words(self) -> Element:
        """The item's sign as plain text, where there is no list for it."""
        return text_run("- " if self.kind == "bullet" else f"{self.number}. ", self.rpr)


Piece = Content | Break | Item


@dataclass
class Block:
    """A paragraph to be."""

    kind: Kind = "plain"
    number: int = 0
    content: list[Element] = field(default_factory=list)

    @property
    def is_unwritten(self) -> bool:
        return all(element.tag in _UNWRITTEN for element in self.content)


@dataclass(frozen=True)
class Writer:
    """Writes the marked paragraphs of a document; what it meets on the way it tells its companions."""

    styles: Styles
    lists: Lists
    references: References
    captions: Captions
    contents: Contents
    embedding: Embedding

    def write(self, part: str, root: Element, is_main: bool) -> None:
        """Replace every mark of a part by structure, or by its words where there can be none."""
        _wrap_strays(root)
        for element in _MARKED_ATTRIBUTES(root):
            _flatten_attributes(element)
        marked: dict[Element, None] = {}
        for element in _MARKED_TEXTS(root):
            owner = next(element.iterancestors(P), None) if element.tag == T else None
            if owner is None:
                element.text = marks.literal(element.text or "")
            else:
                marked[owner] = None
        for paragraph in marked:
            _Paragraph(self, part, paragraph, is_main).write()


@dataclass(frozen=True)
class _Paragraph:
    writer: Writer
    part: str
    paragraph: Element
    is_main: bool

    def write(self) -> None:
        ppr = self.paragraph.find(PPR)
        for nested in self._nested_runs():
            replace(nested, self._inline(self._pieces(nested)))
        pieces = [piece for child in list(self.paragraph) if child.tag != PPR for piece in self._pieces(child)]
        if self._is_one():
            _fill(self.paragraph, ppr, self._inline(pieces))
        else:
            self._split(self._blocks(pieces), ppr)

    def _nested_runs(self) -> list[Element]:
        """Runs inside a link or an inline control, where no paragraph can be split."""
        runs = [t.getparent() for t in self.paragraph.iter(T) if next(t.iterancestors(P)) is self.paragraph]
        nested = (r for r in runs if r is not None and r.tag == R_ and r.getparent() is not self.paragraph)
        return list(dict.fromkeys(nested))

    def _is_one(self) -> bool:
        """Headings and captions stay one paragraph, whatever their text."""
        styles = self.writer.styles
        return styles.level(self.paragraph) is not None or styles.name_of(self.paragraph) == "caption"

    def _pieces(self, element: Element) -> Iterator[Piece]:
        """What a child of the paragraph comes to; one without marks is itself."""
        texts = element.findall(T) if element.tag == R_ else []
        if not any(marks.ANY.search(text.text or "") for text in texts):
            yield Content([element])
            return
        rpr = element.find(RPR)
        for child in list(element):
            if child.tag == T:
                yield from self._decoded(child.text or "", rpr)
            elif child.tag != RPR:
                yield Content([run(rpr, child)])

    def _decoded(self, text: str, rpr: Element | None) -> Iterator[Piece]:
        bold = italic = False
        for kind, argument, single, words in marks.TOKEN.findall(text):
            look = styled(rpr, bold, italic)
            if words:
                yield Content([text_run(words, look)])
            elif single in (marks.BOLD_ON, marks.BOLD_OFF):
                bold = single == marks.BOLD_ON
            elif single in (marks.ITALIC_ON, marks.ITALIC_OFF):
                italic = single == marks.ITALIC_ON
            elif single == marks.TAB:
                yield Content([run(look, make("tab"))])
            elif single in (marks.LINE, marks.PARAGRAPH):
                yield Break(single == marks.PARAGRAPH, look)
            elif single == marks.BULLET:
                yield Item("bullet", 0, look)
            elif kind:
                yield self._argued(kind, argument, look)

    def _argued(self, kind: str, argument: str, rpr: Element | None) -> Piece:
        """A mark that carries a key or a number."""
        key, separator, rest = argument.partition(marks.SEPARATOR)
        if kind == marks.NUMBER:
            return Item("number", int(key), rpr)
        if kind == marks.EMBEDDED:
            return Content(self.writer.embedding.show(self.part, key, rpr))
        if kind == marks.REFERENCE:
            return Content([self.writer.references.refer(self.part, key, rest if separator else None, rpr)])
        if kind == marks.LABEL:
            return Content(self.writer.captions.begin(key, self.paragraph, rpr))
        if kind == marks.CONTENTS:
            self.writer.contents.pending.append(Pending(self.paragraph, key))
            return Content([])
        # A header is printed on every page: nothing can be referred to there.
        return Content(self.writer.references.anchor(key, rest, rpr) if self.is_main else [text_run(rest, rpr)])

    def _inline(self, pieces: Iterator[Piece] | list[Piece]) -> list[Element]:
        """The pieces where paragraphs cannot be made: headings, captions, inside a link or a control."""
        elements: list[Element] = []
        for piece in pieces:
            if isinstance(piece, Content):
                elements.extend(piece.elements)
            else:
                elements.append(piece.words() if isinstance(piece, Item) else run(piece.rpr, make("br")))
        return elements

    def _blocks(self, pieces: list[Piece]) -> list[Block]:
        blocks = [Block()]
        for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
            block = blocks[-1]
            if isinstance(piece, Content):
                block.content.extend(piece.elements)
            elif isinstance(piece, Item):
                self._begin_item(block, piece)
            elif piece.paragraph or block.kind != "plain" or self._begins_list(following):
                blocks.append(Block())
            else:
                block.content.append(run(piece.rpr, make("br")))
        return blocks

    def _begins_list(self, piece: Piece | None) -> bool:
        return isinstance(piece, Item) and self.writer.lists.offers(piece.kind)

    def _begin_item(self, block: Block, item: Item) -> None:
        if self._begins_list(item) and block.is_unwritten:
            block.kind, block.number = item.kind, item.number
        else:
            block.content.append(item.words())

    def _split(self, blocks: list[Block], ppr: Element | None) -> None:
        """Let the paragraph become its blocks; its section's end goes to the last of them."""
        section = None if ppr is None else ppr.find(_SECTION)
        if ppr is not None and section is not None:
            ppr.remove(section)
        looks = list(self._looks(blocks, ppr))
        if section is not None:
            last_look = make("pPr") if looks[-1] is None else looks[-1]
            last_look.append(section)
            looks[-1] = last_look
        _fill(self.paragraph, looks[0], blocks[0].content)
        last = self.paragraph
        for block, look in zip(blocks[1:], looks[1:], strict=True):
            following = make("p")
            _fill(following, look, block.content)
            last.addnext(following)
            last = following

    def _looks(self, blocks: list[Block], ppr: Element | None) -> Iterator[Element | None]:
        """Each block's paragraph properties; a numbered item that does not follow on begins a new list."""
        expected, num_id = 0, ""
        for block in blocks:
            if block.kind == "number":
                num_id = num_id if block.number == expected else self.writer.lists.start(block.number)
                expected = block.number + 1
                yield self.writer.lists.number(num_id)
            else:
                expected = 0
                yield self.writer.lists.bullet() if block.kind == "bullet" else deepcopy(ppr)


def _fill(paragraph: Element, ppr: Element | None, content: list[Element]) -> None:
    paragraph[:] = [*([] if ppr is None else [ppr]), *content]


def _wrap_strays(root: Element) -> None:
    """Put words that `{{r value}}` left between the runs into runs, so that none are lost."""
    for stray in stray_texts(root):
        holder = stray.getparent()
        if stray.is_tail and getattr(holder.getparent(), "tag", None) == P:
            words, holder.tail = holder.tail, None
            holder.addnext(text_run(words or ""))
        elif not stray.is_tail and holder.tag == P:
            words, holder.text = holder.text, None
            holder.insert(0, text_run(words or ""))


def _flatten_attributes(element: Element) -> None:
    for name, value in element.attrib.items():
        if marks.ANY.search(str(value)):
            element.set(name, marks.literal(str(value)))
