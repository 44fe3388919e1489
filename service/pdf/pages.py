"""On which page a bookmark of a Word document came to stand: read from the destinations of its PDF."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from .source import Section, Source

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class PageMap:
    """The pages as printed, by bookmark, for those that some page reference names; and how many pages there are."""

    numbers: Mapping[str, str]
    total: int


def page_map(pdf: pikepdf.Pdf, source: Source) -> PageMap:
    """The page map of a document from the PDF that was made of it."""
    places = _places(pdf)
    printed = _printed(source.sections, places, len(pdf.pages))
    found = {name: places.get(_encoded(name)) for name in source.wanted}
    return PageMap({name: printed[page] for name, page in found.items() if page is not None}, len(pdf.pages))


def _places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """The index of the page that each named destination lies on (ISO 32000-1 §12.3.2.3)."""
    index = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    named = pdf.Root.get("/Dests")
    if named is None:
        return {}
    return {str(name)[1:]: index[place[0].objgen] for name, place in named.items() if place[0].objgen in index}


def _encoded(name: str) -> str:
    """A bookmark's name as LibreOffice writes it: what is no letter or digit of ASCII in hexadecimal."""
    return re.sub(r"[^0-9A-Za-z]", lambda found: _hex(ord(found[0])), name)


def _hex(code: int) -> str:
    return f"{code:04X}" if code > 0xFF else f"{code:02X}"


def _printed(sections: tuple[Section, ...], places: Mapping[str, int], total: int) -> list[str]:
    """The number that is printed on each page: sections may begin anew, or count otherwise (§17.6.12)."""
    begins = {places[_encoded(section.mark)]: section for section in sections if _encoded(section.mark) in places}
    number, form, printed = 0, "decimal", []
    for page in range(total):
        section = begins.get(page)
        number += 1
        if section is not None:
            number = number if section.start is None else section.start
            form = section.form
        printed.append(_formatted(number, form))
    return printed


def _formatted(number: int, form: str) -> str:
    if form.endswith("Roman") and number > 0:
        roman = "".join(sign * times for sign, times in _roman(number))
        return roman.upper() if form.startswith("upper") else roman
    if form.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    return str(number)


def _roman(number: int) -> list[tuple[str, int]]:
    signs = []
    for value, sign in _ROMAN:
        signs.append((sign, number // value))
        number %= value
    return signs
