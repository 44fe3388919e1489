"""A story (body, cell, header, note) in its older and its newer form becomes one that shows both."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from ..ooxml import PPR, RPR, SDT, TBL, Element, P, make, query, remove, w
from ..tables import columns, rows
from .alignment import Pair, align
from .blocks import Block, Container, Row, same_xml
from .marking import Marker, Status
from .paragraphs import Paragraphs
from .sides import number_of
from .tokens import content_of
from .words import only_words

# Fewer words come and go of themselves: only what is long enough to be known again is called moved.
_KNOWN_AGAIN = 4
_STAYS = query(
    ".//w:drawing|.//w:pict|.//w:object|.//w:footnoteReference|.//w:endnoteReference|.//w:sdt|.//w:sectPr"
    "|.//w:commentReference|.//w:tbl|.//w:hyperlink"
)
_ONCE = query(".//w:bookmarkStart|.//w:bookmarkEnd|.//w:commentRangeStart|.//w:commentRangeEnd|.//w:commentReference")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass
class Move:
    """What left its place: the name that ties it to where it came, and a copy, made before anything is marked."""

    name: str
    copy: Element


@dataclass
class Stories:
    """Compares stories of one part."""

    paragraphs: Paragraphs

    @property
    def _marker(self) -> Marker:
        return self.paragraphs.marker

    def compare(self, old: Element, new: Element) -> None:
        """Let the newer element show what the older one held."""
        one, other = Container(old, self.paragraphs.old), Container(new, self.paragraphs.new)
        if [block.exact for block in one.blocks] == [block.exact for block in other.blocks] and len(one.blocks) == 1:
            pairs: list[Pair] = [(0, 0)]
        else:
            pairs = _closed(align(one.blocks, other.blocks), one.blocks, other.blocks)
        written = [*other.head, *self._written(pairs, one.blocks, other.blocks), *other.tail]
        _place(new, written)

    def _written(self, pairs: Sequence[Pair], old: Sequence[Block], new: Sequence[Block]) -> Iterator[Element]:
        """The blocks of both; at the end marks are shifted, for a story's last paragraph mark always stays."""
        split = _last_pair(pairs)
        left, arrived = self._moves(pairs[:split], old, new)
        previous: Block | None = None
        for i, j in pairs[:split]:
            if i is not None and j is not None:
                yield from new[j].before
                yield from self._pair(old[i], new[j])
            elif i is not None:
                yield from self._deleted(old[i], left.get(i))
            elif j is not None:
                yield from new[j].before
                if previous is not None and previous.element.tag == TBL == new[j].element.tag:
                    yield self._between_tables()
                yield from self._inserted(new[j], arrived.get(j))
            previous = old[i] if i is not None and j is None else None
        yield from self._end(pairs[split:], old, new)

    def _pair(self, old: Block, new: Block) -> list[Element]:
        if new.is_contents:
            return new.elements
        if old.exact != new.exact or not _same(old, new):
            if new.is_paragraph:
                self.paragraphs.compare(old.element, new.element)
            elif new.element.tag == TBL:
                self.table(old.element, new.element)
            elif new.element.tag == SDT:
                self.compare(content_of(old.element), content_of(new.element))
            elif old.exact != new.exact:
                return [*self._deleted(old), *self._inserted(new)]
        return new.elements

    def _moves(
        self, pairs: Sequence[Pair], old: Sequence[Block] | Sequence[Row], new: Sequence[Block] | Sequence[Row]
    ) -> tuple[dict[int, Move], dict[int, str]]:
        """The moves by their places in the old, and their names by their places in the new."""
        found = _moves(pairs, old, new)
        left = {i: Move(self._marker.next_move(), _copy(new[j].element)) for i, j in found.items()}
        return left, {j: left[i].name for i, j in found.items()}

    def _deleted(self, old: Block, move: Move | None = None) -> list[Element]:
        if move is not None:
            self._marker.paragraph("moveFrom", move.copy)
            self._marker.moved("moveFrom", move.name, [move.copy])
            return [move.copy]
        if old.element.tag == SDT:
            inner = Container(content_of(old.element), old.side).blocks
            return [element for block in inner for element in self._deleted(block)]
        return [self._marked("del", self._carried(element)) for element in old.elements]

    def _inserted(self, new: Block, name: str | None = None) -> list[Element]:
        status: Status = "ins" if name is None else "moveTo"
        for element in new.elements:
            if element.tag == SDT:
                self._marker.blocks(status, content_of(element))
            else:
                self._marked(status, element)
        if name is not None:
            self._marker.moved("moveTo", name, new.elements)
        return new.elements

    def _marked(self, status: Status, element: Element) -> Element:
        mark = self._marker.paragraph if element.tag == P else self._marker.table
        return mark(status, element)

    def _carried(self, element: Element) -> Element:
        return self.paragraphs.carrier.one(element, self.paragraphs.old, self.paragraphs.new)

    def _between_tables(self) -> Element:
        """A paragraph that parts a deleted table from an inserted one, and is gone whichever of them stays."""
        paragraph = make("p")
        self._marker.paragraph_mark("ins", paragraph)
        self._marker.paragraph_mark("del", paragraph)
        return paragraph

    # The end of a story.

    def _end(self, pairs: Sequence[Pair], old: Sequence[Block], new: Sequence[Block]) -> Iterator[Element]:
        """The last pair and what follows it, which comes or goes together with the mark before it."""
        if not pairs:
            return
        i, j = pairs[0]
        if i is None or j is None:
            yield from (e for a, c in pairs for e in self._alone(a, c, old, new))
            return
        yield from new[j].before
        rest = pairs[1:]
        if not rest or not new[j].is_paragraph or not all(_is_paragraph(pair, old, new) for pair in rest):
            yield from self._pair(old[i], new[j])
            yield from (e for a, c in rest for e in self._alone(a, c, old, new))
        elif rest[0][0] is not None:
            yield from self._shortened(old[i], new[j], [old[a] for a, _ in rest if a is not None])
        else:
            yield from self._lengthened(old[i], new[j], [new[c] for _, c in rest if c is not None])

    def _alone(self, i: int | None, j: int | None, old: Sequence[Block], new: Sequence[Block]) -> list[Element]:
        if i is not None:
            return self._deleted(old[i])
        return [] if j is None else [*new[j].before, *self._inserted(new[j])]

    def _shortened(self, old: Block, new: Block, gone: Sequence[Block]) -> list[Element]:
        """The newer story ends earlier: its last mark is the older story's last one."""
        self.paragraphs.carrier.learn(*_numbers(old, new))
        self.paragraphs.content(old.element, new.element)
        own = _take_properties(new.element)
        _give_properties(new.element, self.paragraphs.properties(old.element))
        self._marker.paragraph_mark("del", new.element)
        deleted = [self._carried(block.element) for block in gone]
        for paragraph in deleted:
            self._marker.paragraph("del", paragraph)
        last = deleted[-1]
        _take_properties(last)
        _give_properties(last, own)
        self._tell_properties(gone[-1].element, last)
        return [new.element, *deleted]

    def _lengthened(self, old: Block, new: Block, come: Sequence[Block]) -> list[Element]:
        """The newer story goes on: its last mark is the one that was there."""
        self.paragraphs.carrier.learn(*_numbers(old, new))
        self.paragraphs.content(old.element, new.element)
        self._marker.paragraph_mark("ins", new.element)
        written = [new.element]
        for block in come:
            written += [*block.before, self._marker.paragraph("ins", block.element)]
        _unmark(come[-1].element, "ins")
        self._tell_properties(old.element, come[-1].element)
        return written

    def _tell_properties(self, old: Element, new: Element) -> None:
        paragraphs = self.paragraphs
        if paragraphs.properties_key(old, paragraphs.old) != paragraphs.properties_key(new, paragraphs.new):
            self._marker.old_properties(new, paragraphs.properties(old))

    # Tables.

    def table(self, old: Element, new: Element) -> None:
        """Let a table of the newer document show which rows came, went, moved, and what changed in the others."""
        one = [Row(row, self.paragraphs.old) for row in rows(old)]
        other = [Row(row, self.paragraphs.new) for row in rows(new)]
        pairs = align(one, other)
        left, arrived = self._moves(pairs, one, other)
        waiting: list[Element] = []
        last: Element | None = None
        for i, j in pairs:
            if j is None:
                if i is not None:
                    waiting.append(self._row_gone(one[i], new, left.get(i)))
                continue
            last = other[j].element
            for row in waiting:
                last.addprevious(row)
            waiting = []
            if i is None:
                self._row_come(other[j], arrived.get(j))
            elif not same_xml(one[i].element, last):
                self._cells(one[i], other[j])
        for row in reversed(waiting):
            if last is not None:
                last.addnext(row)

    def _row_gone(self, old: Row, table: Element, move: Move | None) -> Element:
        if move is not None:
            row = self._marker.row("del", move.copy, "moveFrom")
            self._marker.moved("moveFrom", move.name, list(row.iter(P)))
            return row
        row = self._marker.row("del", self._carried(old.element))
        _fit(row, table)
        return row

    def _row_come(self, new: Row, name: str | None) -> None:
        self._marker.row("ins", new.element, None if name is None else "moveTo")
        if name is not None:
            self._marker.moved("moveTo", name, list(new.element.iter(P)))

    def _cells(self, old: Row, new: Row) -> None:
        for one, other in zip(old.cells, new.cells, strict=True):
            if not same_xml(one, other):
                self.compare(one, other)


def _place(holder: Element, children: Sequence[Element]) -> None:
    """Let an element hold these children; those of them that it holds already are left where they are."""
    wanted = set(children)
    for child in [child for child in holder if child not in wanted]:
        holder.remove(child)
    at = holder[0] if len(holder) else None
    for child in children:
        if child is at:
            at = at.getnext()
        elif at is None:
            holder.append(child)
        else:
            at.addprevious(child)


def _same(old: Block, new: Block) -> bool:
    return all(same_xml(one, other) for one, other in zip(old.elements, new.elements, strict=False))


def _numbers(old: Block, new: Block) -> tuple[str | None, str | None]:
    return number_of(old.element), number_of(new.element)


def _closed(pairs: list[Pair], old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """The pairs so that the last paragraphs answer to each other, or only paragraphs follow the last pair."""
    at = max((n for n, (i, j) in enumerate(pairs) if i is not None and j is not None), default=-1)
    gone = [i for i, j in pairs[at + 1 :] if i is not None]
    come = [j for i, j in pairs[at + 1 :] if j is not None]
    if (not gone and not come) or not (old and new and old[-1].is_paragraph and new[-1].is_paragraph):
        return pairs
    if gone and come:
        return [
            *pairs[: at + 1],
            *((i, None) for i in gone[:-1]),
            *((None, j) for j in come[:-1]),
            (gone[-1], come[-1]),
        ]
    follow = [*(old[i] for i in gone), *(new[j] for j in come)]
    if at >= 0 and all(block.is_paragraph for block in follow):
        return pairs
    i, j = pairs[at] if at >= 0 else (None, None)
    gone, come = [*([] if i is None else [i]), *gone], [*([] if j is None else [j]), *come]
    if not gone or not come:
        return pairs
    return [*pairs[:at], *_ending(gone, come)]


def _ending(gone: Sequence[int], come: Sequence[int]) -> list[Pair]:
    return [*((i, None) for i in gone[:-1]), *((None, j) for j in come[:-1]), (gone[-1], come[-1])]


def _is_paragraph(pair: Pair, old: Sequence[Block], new: Sequence[Block]) -> bool:
    i, j = pair
    return all(block.is_paragraph for block in ([] if i is None else [old[i]]) + ([] if j is None else [new[j]]))


def _last_pair(pairs: Sequence[Pair]) -> int:
    """Where the last pair stands; the number of pairs where there is none."""
    return max((n for n, (i, j) in enumerate(pairs) if i is not None and j is not None), default=len(pairs))


def _moves(
    pairs: Sequence[Pair], old: Sequence[Block] | Sequence[Row], new: Sequence[Block] | Sequence[Row]
) -> dict[int, int]:
    """What went and came elsewhere unchanged: place in the old by place in the new. Only what is long enough to be
    known again, occurs once, and holds words alone."""
    gone = _once(old, [i for i, j in pairs if j is None and i is not None])
    come = _once(new, [j for i, j in pairs if i is None and j is not None])
    return {
        i: come[key] for key, i in gone.items()
        if key in come and _movable(old[i]) and _movable(new[come[key]]) and old[i].shape == new[come[key]].shape
    }  # fmt: skip


def _once(items: Sequence[Block] | Sequence[Row], places: Sequence[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    several: set[str] = set()
    for place in places:
        key = items[place].exact
        if key in found:
            several.add(key)
        found[key] = place
    return {key: place for key, place in found.items() if key not in several}


def _movable(item: Block | Row) -> bool:
    if isinstance(item, Block) and not item.is_paragraph:
        return False
    return len(only_words(item.exact)) >= _KNOWN_AGAIN and not _STAYS(item.element)


def _copy(element: Element) -> Element:
    """A copy without what may stand in one place only."""
    copy = deepcopy(element)
    copy.tail = None
    for mark in _ONCE(copy):
        remove(mark)
    for holder in copy.iter():
        for name in [str(name) for name in holder.attrib if str(name).startswith(_W14)]:
            del holder.attrib[name]
    return copy


def _take_properties(paragraph: Element) -> Element | None:
    ppr = paragraph.find(PPR)
    if ppr is not None:
        paragraph.remove(ppr)
    return ppr


def _give_properties(paragraph: Element, ppr: Element | None) -> None:
    if ppr is not None:
        paragraph.insert(0, ppr)


def _unmark(paragraph: Element, name: str) -> None:
    """The mark of the last paragraph is nobody's change."""
    mark = paragraph.find(f"{PPR}/{RPR}/{w(name)}")
    if mark is not None:
        remove(mark)


def _fit(row: Element, table: Element) -> None:
    """Let a row of the older table be as wide as the newer one's columns."""
    widths = [int(column.get(w("w"), "0")) for column in columns(table)]
    at = 0
    for cell in row.iterfind(w("tc")):
        tcpr = cell.find(w("tcPr"))
        width = None if tcpr is None else tcpr.find(w("tcW"))
        span = None if tcpr is None else tcpr.find(w("gridSpan"))
        count = 1 if span is None else int(span.get(w("val"), "1"))
        if width is not None and width.get(w("type")) == "dxa" and all(widths[at : at + count]):
            width.set(w("w"), str(sum(widths[at : at + count])))
        at += count
