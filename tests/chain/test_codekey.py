"""The key to the economy system's codes: the narrowest row applies, and no amount is lost."""

from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codepatterns import BadCodePattern, parse_pattern
from service.chain.codekey import Target, Unplaced, keyed
from service.chain.entries import UTFALL, Codes, Entry, sums
from service.chain.outcomes import leaves_of
from service.chain.plans import Installningar
from service.chain.records import Kodnyckelrad, Kommun, Verksamhet
from service.chain.values import Head


def row(number: int, **values: str) -> Kodnyckelrad:
    blank = dict.fromkeys(("ansvar", "verksamhetskod", "konto", "projekt", "namnd", "verksamhet"), "")
    return Kodnyckelrad(row=number, **{**blank, "kostnadsslag": None, **values})  # type: ignore[arg-type]


KEY = (
    row(6, ansvar="2*", namnd="BUN"), row(7, ansvar="25*", verksamhetskod="407*", namnd="BUN", verksamhet="407"),
    row(8, projekt="7001", ansvar="2*", namnd="SN", verksamhet="510"),
    row(9, konto="4*, 5*, 6*", kostnadsslag="övrigt"), row(10, konto="50-56", kostnadsslag="personal"),
    row(11, konto="3*", kostnadsslag="intäkt"),
)  # fmt: skip
FORM = {field.name: None for field in fields(Kommun)}


def settings(*rows: Kodnyckelrad) -> Installningar:
    verksamheter = [Verksamhet(namnd="BUN", kod=kod, namn="", anslagsniva="") for kod in ("407", "440", "44")]
    kommun = Kommun(**{**FORM, "id": "", "row": 0})  # type: ignore[arg-type]
    return Installningar(head=Head("installningar", "", 2027), kommun=kommun, verksamheter=verksamheter, kodnyckel=rows)


def target(codes: Codes, *rows: Kodnyckelrad) -> Target | Unplaced:
    made = keyed([Entry("rad 1", codes, UTFALL, Decimal(1))], settings(*(rows or KEY)))
    return made.placed[0][1] if made.placed else made.unplaced[0][1]


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (Codes("2010", "5011", "4401"), Target("BUN", "440", "personal")),
        (Codes("2010", "5711", "44"), Target("BUN", "44", "övrigt")),
        (Codes("2510", "3011", "40712"), Target("BUN", "407", "intäkt")),
        (Codes("2010", "4011", "440", "7001"), Target("SN", "510", "övrigt")),
        (Codes("2010", "4011", "440", aktivitet="7001"), Target("SN", "510", "övrigt")),
        (Codes("9010", "5011", "440"), Unplaced("kod-utan-namnd")),
        (Codes("2010", "5011", "999"), Unplaced("kod-utan-verksamhet", "BUN")),
        (Codes("2010", "8011", "440"), Unplaced("kod-utan-slag", "BUN")),
    ],
)
def test_the_narrowest_row_says_where_an_amount_belongs(codes: Codes, wanted: Target | Unplaced) -> None:
    assert target(codes) == wanted


def test_two_rows_of_which_neither_is_narrower_are_told() -> None:
    rows = (
        row(6, ansvar="2*", namnd="BUN"),
        row(7, konto="50*", namnd="SN"),
        row(8, konto="5*", kostnadsslag="övrigt"),
    )
    assert target(Codes("2010", "5011", "440"), *rows) == Unplaced("kod-tvetydig", rows=(6, 7))


@given(st.lists(st.tuples(
    st.text("0123456789", max_size=4), st.text("0123456789", max_size=4), st.text("0123456789", max_size=5),
    st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False),
)))  # fmt: skip
def test_what_is_placed_and_what_is_not_add_up_to_the_whole(rows: list[tuple[str, str, str, Decimal]]) -> None:
    entries = [Entry("rad", Codes(a, k, v), UTFALL, amount) for a, k, v, amount in rows]
    made = keyed(entries, settings(*KEY))
    both = [entry for entry, _ in (*made.placed, *made.unplaced)]
    assert sums(both) == sums(entries)
    assert len(both) == len(entries)


def test_each_leaf_is_rounded_once() -> None:
    amounts = [Decimal("400"), Decimal("400"), Decimal("-300.50")]
    made = keyed([Entry("rad", Codes("2010", "5011", "440"), UTFALL, a) for a in amounts], settings(*KEY))
    assert [leaf.utfall for leaf in leaves_of(made.placed)] == [0]


@pytest.mark.parametrize("text", ["44**x", "30-4", "39-30", "4 4", "?", "-"])
def test_what_is_no_pattern_is_refused(text: str) -> None:
    with pytest.raises(BadCodePattern):
        parse_pattern(text)
