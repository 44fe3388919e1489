"""References from a chart to its workbook, each with what the cells hold (§21.2.2.123, §21.2.2.201).

Word draws from these caches and opens the workbook only when someone edits the data. `ptCount` may be left
out by the schema, but LibreOffice refuses a document without it.
"""

from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter

from ..ooxml import Element
from .markup import c, val, words
from .numbers import format_code, stored
from .values import Chart, Number, Series

SHEET = "Data"


def name(column: int, series: Series) -> Element:
    """A series' name, from the head of its column (counted from 0, the categories' aside)."""
    return c("tx", _texts("strRef", _cell(column, 1), [series.name]))


def categories(chart: Chart) -> Element:
    """The categories, from the first column."""
    return c("cat", _texts("strRef", f"{SHEET}!$A$2:$A${len(chart.categories) + 1}", chart.categories))


def values(column: int, series: Series, chart: Chart) -> Element:
    """A series' values; one that is missing is a gap."""
    last = _cell(column, len(series.values) + 1).partition("!")[2]
    cache = c("numCache", words(c("formatCode"), format_code(chart.decimals)), val("ptCount", len(series.values)))
    cache.extend(_points(series.values))
    return c("val", c("numRef", words(c("f"), f"{_cell(column, 2)}:{last}"), cache))


def _texts(kind: str, formula: str, texts: Sequence[str]) -> Element:
    cache = c("strCache", val("ptCount", len(texts)))
    cache.extend(c("pt", words(c("v"), text), idx=str(n)) for n, text in enumerate(texts))
    return c(kind, words(c("f"), formula), cache)


def _points(numbers: Sequence[Number | None]) -> Iterable[Element]:
    for n, number in enumerate(numbers):
        if number is not None:
            yield c("pt", words(c("v"), stored(number)), idx=str(n))


def _cell(column: int, row: int) -> str:
    return f"{SHEET}!${get_column_letter(column + 2)}${row}"
