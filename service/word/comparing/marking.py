"""The marks of tracked changes: around runs, on paragraph marks and rows, on looks that changed (§17.13.5)."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from ..ooxml import PPR, R_, RPR, SDT, Element, P, T, make, w
from ..tables import cells
from .tokens import content_of

Status = Literal["same", "del", "ins", "moveFrom", "moveTo"]

_SHELLS = (w("hyperlink"), SDT)
_UNMARKED = {
    w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
}
_DELETED = {T: w("delText"), w("instrText"): w("delInstrText")}
_AFTER_MARK_LOOK = (w("sectPr"), w("pPrChange"))
_STARTS = (w("moveFromRangeStart"), w("moveToRangeStart"))
_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"))
_ORDER = {"ins": 0, "del": 1, "moveFrom": 2, "moveTo": 3}
_NOT_IN_OLD_LOOK = (RPR, w("sectPr"), w("pPrChange"))


@dataclass
class Marker:
    """Marks elements as changed by somebody at some time. The ids are given afterwards, by `number`."""

    author: str
    date: str
    moves: int = 0

    def mark(self, name: str, *children: Element) -> Element:
        """A tracked change around some elements, or on a mark when there are none."""
        return make(name, *children, id="0", author=self.author, date=self.date)

    def runs(self, status: Status, elements: Iterable[Element]) -> Iterator[Element]:
        """Runs marked; links and controls are marked inside, for they cannot stand in a mark themselves."""
        held: list[Element] = []
        for element in elements:
            if status == "same" or element.tag in _SHELLS or element.tag in _UNMARKED:
                yield from self._around(status, held)
                held = []
                if status != "same" and element.tag in _SHELLS:
                    self._inside(status, element)
                yield element
            else:
                held.append(element)
        yield from self._around(status, held)

    def _inside(self, status: Status, shell: Element) -> None:
        content = content_of(shell)
        if content is shell and shell.tag == SDT:
            return
        blocks = [child for child in content if child.tag == P]
        if blocks:
            for block in blocks:
                self.paragraph(status, block)
        else:
            content[:] = list(self.runs(status, list(content)))

    def _around(self, status: Status, held: Sequence[Element]) -> Iterator[Element]:
        if held:
            if status == "del":
                _hide(held)
            yield self.mark(status, *held)

    def paragraph(self, status: Status, paragraph: Element) -> Element:
        """A whole paragraph, its mark too."""
        ppr = paragraph.find(PPR)
        content = [child for child in paragraph if child is not ppr]
        paragraph[:] = [*([] if ppr is None else [ppr]), *self.runs(status, content)]
        self.paragraph_mark(status, paragraph)
        return paragraph

    def paragraph_mark(self, status: Status, paragraph: Element) -> None:
        """A paragraph's mark alone."""
        ppr = paragraph.find(PPR)
        if ppr is None:
            ppr = make("pPr")
            paragraph.insert(0, ppr)
        look = ppr.find(RPR)
        if look is None:
            look = make("rPr")
            ppr.insert(sum(1 for child in ppr if child.tag not in _AFTER_MARK_LOOK), look)
        look.insert(0, self.mark(status))
        marks = [child for child in look if child.tag in {w(name) for name in _ORDER}]
        look[: len(marks)] = sorted(marks, key=lambda child: _ORDER[child.tag.rpartition("}")[2]])

    def row(self, status: Literal["del", "ins"], row: Element, inside: Status | None = None) -> Element:
        """A whole row; with `inside` its text is marked otherwise (as moved)."""
        trpr = row.find(w("trPr"))
        if trpr is None:
            trpr = make("trPr")
            row.insert(1 if row.find(w("tblPrEx")) is not None else 0, trpr)
        trpr.append(self.mark(status))
        for cell in cells(row):
            self.blocks(inside or status, cell)
        return row

    def blocks(self, status: Status, container: Element) -> None:
        """Everything in a container: its paragraphs and the rows of its tables."""
        for child in list(container):
            if child.tag == P:
                self.paragraph(status, child)
            elif child.tag == w("tbl"):
                self.table(status, child)
            elif child.tag == SDT:
                self.blocks(status, content_of(child))

    def table(self, status: Status, table: Element) -> Element:
        """A whole table: every row of it."""
        for row in list(table.iter(w("tr"))):
            if next(row.iterancestors(w("tbl"))) is table:
                self.row("del" if status in ("del", "moveFrom") else "ins", row)
        return table

    def moved(self, status: Literal["moveFrom", "moveTo"], name: str, paragraphs: Sequence[Element]) -> None:
        """The range, of a name, that ties what was moved away to where it came."""
        paragraphs[0].insert(
            0 if paragraphs[0].find(PPR) is None else 1,
            make(f"{status}RangeStart", id=name, name=name, author=self.author, date=self.date),
        )
        paragraphs[-1].append(make(f"{status}RangeEnd", id=name))

    def next_move(self) -> str:
        """The name of a new move."""
        self.moves += 1
        return f"move{self.moves}"

    def old_look(self, run: Element, look: Element | None) -> None:
        """Let a run say how it looked."""
        own = run.find(RPR)
        if own is None:
            own = make("rPr")
            run.insert(0, own)
        own.append(self.mark("rPrChange", make("rPr") if look is None else look))

    def old_properties(self, paragraph: Element, ppr: Element | None) -> None:
        """Let a paragraph say what its properties were."""
        own = paragraph.find(PPR)
        if own is None:
            own = make("pPr")
            paragraph.insert(0, own)
        before = make("pPr") if ppr is None else deepcopy(ppr)
        for child in [child for child in before if child.tag in _NOT_IN_OLD_LOOK]:
            before.remove(child)
        own.append(self.mark("pPrChange", before))


def _hide(elements: Iterable[Element]) -> None:
    """Deleted text has a name of its own; the text of a text box in it has not."""
    for element in elements:
        for run in [element] if element.tag == R_ else element.iter(R_):
            for child in run:
                child.tag = _DELETED.get(child.tag, child.tag)


def number(roots: Iterable[Element], last: int) -> None:
    """Give every change an id of its own, after `last`; both ends of a range share theirs."""
    ranges: dict[tuple[str, str], str] = {}
    for root in roots:
        for element in root.iter():
            if element.tag in _STARTS:
                last += 1
                ranges[_side(element), element.get(w("id"), "")] = str(last)
                element.set(w("id"), str(last))
            elif element.tag in _ENDS:
                element.set(w("id"), ranges[_side(element), element.get(w("id"), "")])
            elif element.tag in _TRACKED:
                last += 1
                element.set(w("id"), str(last))


_TRACKED = {w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")}


def _side(element: Element) -> str:
    return "from" if "From" in str(element.tag) else "to"
