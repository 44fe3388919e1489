"""Page numbers, which only a layout can tell: put into the PAGEREF and NUMPAGES fields of a finished document."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from .ooxml import R_, RPR, Element, T, make, make_text, w

UNKNOWN = "–"
"""What stands for a page number that nobody has computed yet."""

_FIELD, _CODE, _KIND, _DIRTY = w("fldChar"), w("instrText"), w("fldCharType"), w("dirty")
_PAGEREF = re.compile(r"\s*PAGEREF\s+(\S+)", re.IGNORECASE)
_NUMPAGES = re.compile(r"\s*NUMPAGES\b", re.IGNORECASE)


@dataclass(frozen=True)
class Pages:
    """A layout's page numbers: as printed, by the bookmark that begins on the page, and how many pages there are."""

    numbers: Mapping[str, str]
    total: int


@dataclass
class _Field:
    begin: Element
    code: str = ""
    separate: Element | None = None


def has_fields(part: bytes) -> bool:
    """Whether a template's part has such fields of its own; those of its contents lists are written with them."""
    return b"PAGEREF" in part or b"NUMPAGES" in part


def write_pages(roots: Iterable[Element], pages: Pages | None) -> None:
    """Put the page numbers in (§17.16.5.45, §17.16.5.39).

    A PAGEREF whose page is not known is marked dirty, so that Word computes it when the file is opened.
    NUMPAGES is computed by every program that lays the document out, asked or not.
    """
    for root in roots:
        for field in list(_fields(root)):
            if (found := _PAGEREF.match(field.code)) is not None:
                _number(field, None if pages is None else pages.numbers.get(found[1].strip('"')))
            elif pages is not None and _NUMPAGES.match(field.code):
                _put(field, str(pages.total))


def _number(field: _Field, page: str | None) -> None:
    if page is None:
        field.begin.set(_DIRTY, "1")
    _put(field, UNKNOWN if page is None else page)


def _fields(root: Element) -> Iterator[_Field]:
    """The fields of a part, each given at its end; what is no complete field is left alone."""
    opened: list[_Field] = []
    for element in root.iter(_FIELD, _CODE):
        if element.tag == _CODE:
            if opened and opened[-1].separate is None:
                opened[-1].code += element.text or ""
            continue
        kind = element.get(_KIND)
        if kind == "begin":
            opened.append(_Field(element))
        elif opened and kind == "separate":
            opened[-1].separate = element
        elif opened and kind == "end":
            yield opened.pop()


def _put(field: _Field, result: str) -> None:
    """Replace a field's result, in the look of its first run; one whose result spans paragraphs is left alone."""
    separator = None if field.separate is None else field.separate.getparent()
    if separator is None:
        return
    runs = []
    for sibling in separator.itersiblings():
        if sibling.find(_FIELD) is not None:
            break
        runs.append(sibling)
    else:
        return
    texts = [text for run in runs if run.tag == R_ for text in run.findall(T)]
    if not texts:
        look = separator.find(RPR)
        separator.addnext(make("r", *([] if look is None else [deepcopy(look)]), make_text("t", result)))
        return
    for text in texts[1:]:
        text.text = ""
    texts[0].getparent().replace(texts[0], make_text("t", result))  # type: ignore[union-attr]
