"""What tags may leave behind in the text of a part, and how it is put right (§17.4).

A mend costs a look through the whole text. Most templates show by themselves that they never need it: each row begins
with a cell, each cell ends with a paragraph, with no tag between them that could take the one without the other.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from . import marks

_PARAGRAPH_ENDS = ("</w:p>", "<w:p/>")
# A contents list takes the place of the paragraph that asks for it.
_CONTENTS = re.compile(f"<w:p>(?:(?!</w:p>).)*{marks.CONTENTS}.*?</w:p>", re.DOTALL)
_PROPERTIES = r"(?:<w:\w+(?: [^<>]*)?/>)*"


@dataclass(frozen=True)
class Mend:
    """Something to put right. `parts` finds all that it could concern in a template, `firm` those that stay whole."""

    carry_out: Callable[[str], str]
    parts: re.Pattern[str]
    firm: re.Pattern[str]

    def may_be_needed(self, source: str) -> bool:
        """Whether a document made of the template may need it."""
        return len(self.parts.findall(source)) != len(self.firm.findall(source))


def _ended(xml: str, end: str) -> str:
    """The text with a paragraph at the end of each element that must have one there."""
    *inside, rest = xml.split(end)
    return end.join([*(words if words.endswith(_PARAGRAPH_ENDS) else f"{words}<w:p/>" for words in inside), rest])


def _without_empty(xml: str, outer: str, inner: str) -> str:
    """The text without the `outer` elements that hold no `inner`."""
    end = f"</{outer}>"
    if xml.count(end) == xml.count(f"</{inner}>{end}"):
        return xml
    start = re.compile(f"<{outer}[ >]")
    pieces, last = [], 0
    for found in re.finditer(f"(?<!</{inner}>){end}", xml):
        begin = max((opened.start() for opened in start.finditer(xml, last, found.start())), default=-1)
        if (
            begin >= 0
            and f"<{inner}>" not in xml[begin : found.start()]
            and f"<{inner} " not in xml[begin : found.start()]
        ):
            pieces.append(xml[last:begin])
            last = found.end()
    return "".join([*pieces, xml[last:]])


def _without_empty_rows(xml: str) -> str:
    return _without_empty(_without_empty(xml, "w:tr", "w:tc"), "w:tbl", "w:tr")


def _without_empty_tables(xml: str) -> str:
    return _without_empty(xml, "w:tbl", "w:tr")


def _apart(xml: str) -> str:
    """Two tables side by side would be read as one: keep a paragraph between them."""
    return xml.replace("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>")


def _filled(xml: str) -> str:
    return _ended(xml.replace("<w:tc/>", "<w:tc><w:p/></w:tc>"), "</w:tc>")


def _ending(name: str) -> Mend:
    """What must have a paragraph at its end."""
    end = f"</w:{name}>"
    firm = re.compile(f"(?:</w:p>|<w:p/>){end}")
    return Mend(lambda xml: _ended(xml, end) if end in xml else xml, re.compile(end), firm)


_CELLS = _ending("tc")
MENDS = (
    Mend(
        _without_empty_rows,
        re.compile(r"<w:tr\b"),
        re.compile(rf"<w:tr(?: [^<>]*)?>(?:<w:trPr>{_PROPERTIES}</w:trPr>)?<w:tc>"),
    ),
    Mend(
        _without_empty_tables,
        re.compile(r"<w:tbl\b"),
        re.compile(rf"(?:</w:tblPr>|<w:tblPr/>)<w:tblGrid>{_PROPERTIES}</w:tblGrid><w:tr\b"),
    ),
    Mend(_apart, re.compile(r"<w:tbl\b"), re.compile(r"(?<=</w:p>)<w:tbl\b")),
    Mend(_filled, re.compile(f"{_CELLS.parts.pattern}|<w:tc/>"), _CELLS.firm),
    *map(_ending, ("txbxContent", "hdr", "ftr")),
)


def mends_for(source: str) -> tuple[Mend, ...]:
    """The mends that a part of a template may need. `source` is all of it, tags and marks in their places."""
    text = _CONTENTS.sub("<w:sdt/>", source.replace("\n<w:p", "<w:p"))
    return tuple(mend for mend in MENDS if mend.may_be_needed(text))
