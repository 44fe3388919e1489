"""The place of every paragraph of a part, counted as Word shows the template."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from . import marks
from .captions import LABELS
from .ooxml import TBL, TEXT_BOX, Element, P, R, value_of, visible_text, w
from .package import Package, target
from .places import Place, quoted, story
from .styles import Styles
from .tables import cells, rows

_MARKED_LABEL = re.compile(f"{marks.LABEL}[^{marks.END}]*{marks.END}")
_KINDS = {"first": " på första sidan", "even": " på jämna sidor"}


@dataclass
class Whereabouts:
    """Places by paragraph (and by table, row and cell, for what stands in no paragraph) of one part."""

    part: str
    root: Element
    styles: Styles
    story: str = ""

    def __post_init__(self) -> None:
        self._places: dict[Element, Place] = {}
        self._heading = self._caption = ""
        self._tables = 0
        self._start = Place(self.part, story=self.story or story(self.part))
        self._walk(self.root, self._start)

    def of(self, element: Element) -> Place:
        """The place of an element: that of the nearest paragraph, cell, row or table that it stands in."""
        current: Element | None = element
        while current is not None:
            if current in self._places:
                return self._places[current]
            current = current.getparent()
        return self._start

    def _walk(self, element: Element, around: Place) -> None:
        for child in element:
            if child.tag == P:
                self._paragraph(child, around)
            elif child.tag == TBL:
                self._table(child, around)
            elif isinstance(child.tag, str):
                self._walk(child, around)

    def _paragraph(self, paragraph: Element, around: Place) -> None:
        text = quoted(visible_text(paragraph))
        self._places[paragraph] = here = replace(around, heading=self._heading, paragraph=text)
        if self.styles.level(paragraph) is not None and text and not around.table:
            self._heading = text
        elif self.styles.name_of(paragraph) == "caption":
            self._caption = quoted(LABELS.sub("", _MARKED_LABEL.sub("", visible_text(paragraph)), count=1))
        if next(paragraph.iter(TEXT_BOX), None) is not None:
            self._walk(paragraph, here)

    def _table(self, table: Element, around: Place) -> None:
        self._tables += 1
        caption, self._caption = self._caption, ""
        here = replace(around, heading=self._heading, table=self._tables, caption=caption, row=0, column=0)
        self._places[table] = here
        for number, row in enumerate(rows(table), 1):
            self._places[row] = in_row = replace(here, row=number)
            column = 1
            for cell in cells(row):
                self._places[cell] = in_cell = replace(in_row, column=column)
                column += int(value_of(cell.find(w("tcPr")), "gridSpan") or 1)
                self._walk(cell, in_cell)


def stories(package: Package, main: str) -> dict[str, str]:
    """The Swedish name of each header and footer, told apart where a document has several of a kind."""
    targets = {entry.get("Id"): target(main, entry) for entry in package.relationships(main)}
    uses: dict[str, set[str]] = {}
    for reference in package.tree(main).iter(w("headerReference"), w("footerReference")):
        part = targets.get(reference.get(f"{{{R}}}id", ""))
        if part:
            uses.setdefault(part, set()).add(_KINDS.get(reference.get(w("type"), ""), ""))
    named = {part: story(part) + (next(iter(kinds)) if len(kinds) == 1 else "") for part, kinds in uses.items()}
    many = Counter(named.values())
    return {part: f"{name} ({part.rpartition('/')[2]})" if many[name] > 1 else name for part, name in named.items()}
