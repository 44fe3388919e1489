"""The little that is read of a style sheet: which cells show days, which percent, which are wholly bold or italic."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from .refusals import Refused
from .xml import attribute, found, local, parsed, truth


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's style means for its value."""

    day: bool = False
    percent: bool = False
    bold: bool = False
    italic: bool = False


def styles_in(blob: bytes) -> Mapping[int, Style]:
    """The cell styles by number. A style sheet that cannot be read, or is in part nonsense, gives the rest."""
    try:
        root = parsed(blob)
    except Refused:
        return {}
    formats = {_number(f, "numFmtId"): attribute(f, "formatCode") for f in found(root, "numFmt")}
    fonts = [font for group in found(root, "fonts") for font in group if local(font) == "font"]
    cells = [xf for group in found(root, "cellXfs") for xf in group if local(xf) == "xf"]
    return {index: _style(xf, formats, fonts) for index, xf in enumerate(cells)}


def _style(xf: etree._Element, formats: Mapping[int, str], fonts: list[etree._Element]) -> Style:
    number, index = _number(xf, "numFmtId"), _number(xf, "fontId")
    code = formats.get(number) or BUILTIN_FORMATS.get(number, "General")
    font = fonts[index] if 0 <= index < len(fonts) else None
    return Style(
        bool(is_date_format(code)), "%" in re.sub(r'"[^"]*"|\\.', "", code), has_mark(font, "b"), has_mark(font, "i")
    )


def has_mark(font: etree._Element | None, name: str) -> bool:
    """Whether a font (or a run's properties) carries `<b/>` or `<i/>` and does not switch it off."""
    if font is None:
        return False
    return any(local(child) == name and truth(child, "val", default=True) for child in font)


def _number(element: etree._Element, name: str) -> int:
    value = attribute(element, name)
    return int(value) if re.fullmatch(r"\d{1,6}", value) else 0
