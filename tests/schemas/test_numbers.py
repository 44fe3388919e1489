"""Numbers as people write them in Swedish."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,50", "1234.50"),
        ("1\u00a0234", "1234"),
        ("1\u202f234\u2009567", "1234567"),
        ("−5", "-5"),
        ("-5", "-5"),
        ("(5)", "-5"),
        ("5-", "-5"),
        ("+7", "7"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1,2345", "1.2345"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, number: str) -> None:
    assert numbers.parse(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.234", ("1234", "1,234")),
        ("1,234", ("1234", "1,234")),
        ("1.5", ("15", "1,5")),
        ("1.234,5", ("12345", "1234,5")),
        ("1,234.5", ("12345", "1234,5")),
        ("12.345", ("12345", "12,345")),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(text: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(numbers.Ambiguous) as error:
        numbers.parse(text)
    assert error.value.readings == readings


@pytest.mark.parametrize("text", ["", "abc", "1 23", "12 34,5", "1,2,3", "--5", "5 5 5 x", "∞", "1e5 "])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises((numbers.NotANumber, numbers.WrongUnit, numbers.Ambiguous)):
        numbers.parse(text)


def test_a_unit_is_read_only_where_it_is_declared() -> None:
    assert numbers.parse("12 %", frozenset({"%"})) == 12
    with pytest.raises(numbers.WrongUnit):
        numbers.parse("12 %")
    with pytest.raises(numbers.WrongUnit):
        numbers.parse("12 mkr", frozenset({"tkr"}))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_what_is_shown_can_be_read_again_unless_it_is_ambiguous(number: Decimal) -> None:
    exact = numbers.exact(number)
    try:
        assert numbers.parse(numbers.shown(exact)) == exact
    except numbers.Ambiguous:
        assert numbers.shown(exact).lstrip("-").count(",") == 1


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_float_is_taken_by_its_shortest_form(value: float) -> None:
    assert float(numbers.exact(value)) == value
