"""Text stays text, and amounts stay exact."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel

from service.excel import fill
from service.excel.cells import cleaned, escaped, numeral, serial, unescaped

from .build import budget, name_cell, opened, part, rows, shown

TEMPLATE = budget(lambda sheet: name_cell(sheet, "falt_text", "$B$2"))


def written(value):
    return opened(fill(TEMPLATE, {"falt_text": value}, {}))["Driftbudget"]["B2"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x";"y")', "+46 8 123", "-5", "@x", "\t=1", "A & B <x>", "]]>", "&amp;", "{{ 7*7 }}"],
)
def test_text_stays_text(text):
    cell = written(text)
    assert (cell.value, cell.data_type) == (text, "s")


def test_text_like_a_formula_stays_text_when_a_person_edits_the_cell():
    assert written("=1+1").quotePrefix
    assert not written("1+1").quotePrefix


def test_control_characters_are_removed_and_line_breaks_kept():
    assert written("a\x00b\x0cc\r\nd\re\x1f\ud800\x85f").value == "abc\nd\nef"


def test_text_longer_than_a_cell_is_refused():
    assert len(written("å" * 32_767).value) == 32_767
    for text in ("å" * 32_768, "😀" * 16_384):
        with pytest.raises(ValueError, match="32767"):
            written(text)


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back_as_it_was_cleaned(text):
    # openpyxl reads _x000A_ as written; the escape is Excel's own.
    assert unescaped(escaped(cleaned(text))) == cleaned(text)
    if not re.search("_x[0-9A-Fa-f]{4}_", text):
        assert written(text).value == (cleaned(text) or None)


def test_what_looks_like_an_escape_is_escaped():
    assert escaped("_x0041_ och _x00") == "_x005F_x0041_ och _x00"


amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13, places=2)


@given(amounts)
def test_an_amount_is_written_exactly_and_without_exponent(amount):
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", numeral(amount))
    assert Decimal(numeral(amount)) == amount


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_totals_beside_the_formulas_are_the_exact_sums(pairs):
    filled = fill(TEMPLATE, {"falt_text": ""}, {"Budget": rows(*pairs)})
    net = sum((income - cost for income, cost in pairs), Decimal(0))
    markup = part(filled, "xl/worksheets/sheet1.xml")
    (cached,) = re.findall(r"<f>SUBTOTAL\(109,Budget\[Netto\]\)</f><v>([^<]*)</v>", markup)
    assert Decimal(cached) == net


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+400"), 10**400])
def test_amounts_excel_cannot_hold_are_refused(amount):
    with pytest.raises(ValueError, match="Excel"):
        written(amount)


@given(st.dates(min_value=date(1900, 3, 1)))
def test_a_day_has_excels_number(day):
    assert from_excel(serial(day)).date() == day


def test_a_workbook_that_counts_days_from_1904_shows_the_same_day():
    template = budget(
        lambda sheet: (name_cell(sheet, "falt_text", "$B$2"), setattr(sheet.parent, "epoch", CALENDAR_MAC_1904))
    )
    sheet = shown(fill(template, {"falt_text": date(2026, 11, 12)}, {}))["Driftbudget"]
    assert sheet["B2"].date() == date(2026, 11, 12)


def test_a_day_before_excels_calendar_is_refused():
    with pytest.raises(ValueError, match="1900-01-01"):
        written(date(1900, 1, 1))


def test_amounts_are_never_shown_otherwise_than_given():
    assert shown(fill(TEMPLATE, {"falt_text": Decimal("12.50")}, {}))["Driftbudget"]["B2"] == 12.5
