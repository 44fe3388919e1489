"""Ids that loops have copied are made unique again: bookmarks, drawings, content controls."""

import re
from dataclasses import dataclass, field

from .fields import Bookmarks

_MARK = re.compile(r"<w:bookmark(Start|End)\b([^>]*?)/?>(?:</w:bookmark(?:Start|End)>)?")
_DRAWING = re.compile(r'(<\w+:docPr\b[^>]*?\bid=")[^"]*(")')
_CONTROL = re.compile(r"<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)
_ID = re.compile(r'\bw:id="([^"]*)"')
_NAME = re.compile(r'\bw:name="([^"]*)"')
_CONTROL_ID = re.compile(r'<w:id w:val="([^"]*)"/>')


@dataclass
class Identities:
    """Gives every bookmark and drawing of all parts its own id; of bookmarks of one name the first stays."""

    names: set[str] = field(default_factory=set)
    last_bookmark: int = 0
    last_drawing: int = 0

    def copy(self) -> "Identities":
        """The same, to go on from."""
        return Identities(set(self.names), self.last_bookmark, self.last_drawing)

    def renumber(self, xml: str) -> str:
        """A part with its ids made unique over all the parts given so far."""
        if "<w:bookmark" in xml:
            xml = self._bookmarks(xml)
        if ":docPr " in xml:
            xml = _DRAWING.sub(self._drawing, xml)
        return _controls(xml) if "<w:sdtPr>" in xml else xml

    def bookmarks(self) -> Bookmarks:
        """What gives out further bookmarks beside them."""
        return Bookmarks(set(self.names), self.last_bookmark)

    def _drawing(self, found: re.Match[str]) -> str:
        self.last_drawing += 1
        return f"{found[1]}{self.last_drawing}{found[2]}"

    def _bookmarks(self, xml: str) -> str:
        """Starts and ends are paired by their old id, in order; an end without start goes, and the reverse."""
        found = list(_MARK.finditer(xml))
        given: dict[int, int] = {}
        opened: dict[str, int] = {}
        for at, mark in enumerate(found):
            ident = _first(_ID, mark[2])
            if mark[1] == "Start":
                opened[ident] = at
            elif (start := opened.pop(ident, None)) is not None:
                name = _first(_NAME, found[start][2])
                if name not in self.names:
                    self.names.add(name)
                    self.last_bookmark += 1
                    given[start] = given[at] = self.last_bookmark
        return _rewritten(xml, found, given)


def _rewritten(xml: str, found: list[re.Match[str]], given: dict[int, int]) -> str:
    pieces, last = [], 0
    for at, mark in enumerate(found):
        pieces.append(xml[last : mark.start()])
        if at in given:
            attributes = _ID.sub(f'w:id="{given[at]}"', mark[2])
            pieces.append(f"<w:bookmark{mark[1]}{attributes}/>")
        last = mark.end()
    return "".join([*pieces, xml[last:]])


def _controls(xml: str) -> str:
    """A content control may lack an id, but not share one."""
    seen: set[str] = set()

    def alone(properties: re.Match[str]) -> str:
        ident = _first(_CONTROL_ID, properties[0])
        if ident in seen:
            return _CONTROL_ID.sub("", properties[0])
        seen.update({ident} - {""})
        return properties[0]

    return _CONTROL.sub(alone, xml)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return "" if found is None else found[1]
