"""SIE files, types 1-4: every amount once, every bad line told."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.chain.entries import ARSBUDGET, BUDGET, UTFALL
from service.findings import line
from service.sources import SourceReading, Wanted, read_source

HEAD = ("#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", "#RAR 0 20270101 20271231", '#DIM 1 "Ansvar"', '#DIM 20 "Verksamhet"')
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def read(*lines: str, month: int = 8, encoding: str = "cp437") -> SourceReading:
    return read_source("\r\n".join([*HEAD, *lines]).encode(encoding), "fil.se", Wanted(2027, month))


def said(reading: SourceReading) -> str:
    return "\n".join(line(finding) for finding in reading.findings).replace("\u00a0", " ")


def verification(day: str, *rows: str) -> list[str]:
    return [f"#VER A 1 {day} Lön", "{", *rows, "}"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["3110", "5011", "7010"]), st.integers(1, 8), AMOUNTS), min_size=1))
def test_transactions_add_up_by_code_string_and_month(rows: list[tuple[str, int, Decimal]]) -> None:
    lines = [
        text
        for konto, month, amount in rows
        for text in verification(
            f"2027{month:02d}15", f'#TRANS {konto} {{1 "0310" 20 "440"}} {amount}', f"#TRANS 1930 {{}} {-amount}"
        )
    ]
    reading = read(*lines)
    assert reading.sums == {UTFALL: sum(amount for *_, amount in rows)}
    assert len(reading.entries) == len({(konto, month) for konto, month, _ in rows})
    assert {(e.codes.ansvar, e.codes.verksamhet) for e in reading.entries} == {("0310", "440")}


def test_later_months_and_other_years_are_told_and_not_counted() -> None:
    rows = [
        verification(day, "#TRANS 5011 {} 10", "#TRANS 1930 {} -10") for day in ("20270831", "20270901", "20261231")
    ]
    reading = read(*(text for row in rows for text in row))
    assert reading.sums == {UTFALL: 10}
    assert "1 belopp ligger utanför perioden" in said(reading)
    assert "1 belopp hör till andra räkenskapsår och räknas inte: utfall 10 kr." in said(reading)


def test_the_budget_so_far_is_part_of_the_years() -> None:
    reading = read("#PBUDGET 0 202701 5011 {} 10.50", "#PBUDGET 0 202712 5011 {} 3")
    assert reading.sums == {BUDGET: Decimal("10.50"), ARSBUDGET: Decimal("13.50")}


def test_balances_on_objects_and_without_are_the_same_money() -> None:
    total, part = "#PSALDO 0 202701 5011 {} 100", '#PSALDO 0 202701 5011 {1 "0310"} 60'
    reading = read(total, part)
    assert {(e.codes.ansvar, e.amount) for e in reading.entries} == {("0310", Decimal(60)), ("", Decimal(40))}


def test_a_file_of_the_years_balances_says_until_when() -> None:
    reading = read("#RES 0 5011 100", "#RES -1 5011 90", "#UB 0 1930 5", "#OMFATTN 20270831")
    assert reading.sums == {UTFALL: 100}
    assert "till och med 2027-08-31" in said(reading)


def test_quotes_braces_and_backslashes_are_read() -> None:
    reading = read(*verification("20270105", '#TRANS 5011 {1 "A}b \\" c"} 10.00 "" "text med ""', "#TRANS 1930 {} -10"))
    assert "citattecknen går inte jämnt upp" in said(reading)
    reading = read(*verification("20270105", '#TRANS 5011 {1 "A}b \\" c"} 10.00 "" "en text"', "#TRANS 1930 {} -10"))
    assert (reading.entries[0].codes.ansvar, reading.entries[0].text) == ('A}b " c', "en text")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("#TRANS 5011 {} 10", "hör inte till någon verifikation"),
        ("#PSALDO 0 202713 5011 {} 10", "perioden ”202713” ska skrivas ÅÅÅÅMM"),
        ("#PSALDO 0 202701 5011 {} 10,50", "ska skrivas med siffror och decimalpunkt"),
        ('#PSALDO 0 202701 5011 {1 "a" 6} 10', "par av dimension och objekt"),
        ("#PSALDO 0 202701 lön {} 10", "kontot ”lön” ska vara siffror"),
        ("#RES 0 5011", "beloppet saknas"),
        ("#VER A 1 20270230", "datumet ”20270230” finns inte"),
        ("hej", "börjar inte med en post"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_what_stands_there(bad: str, reason: str) -> None:
    reading = read("#RES 0 5011 1", bad)
    assert reading.refused
    assert f"Rad 8: där står ”{bad}”." in said(reading)
    assert reason in said(reading)
    assert reading.entries == ()


def test_a_verification_that_does_not_balance_is_told() -> None:
    reading = read(*verification("20270105", "#TRANS 5011 {} 10", "#TRANS 1930 {} -9.5"))
    assert "Rad 7: Verifikationen A 1 går inte jämnt upp: summan är 0.5." in said(reading)
    assert reading.sums == {UTFALL: 10}


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "cp1252"])
def test_the_encoding_is_found_and_told_when_it_is_not_the_formats(encoding: str) -> None:
    rows = verification("20270105", '#TRANS 5011 {1 "10"} 10 "" "Löner på Öxnered"', "#TRANS 1930 {} -10")
    reading = read(*rows, encoding=encoding)
    assert reading.entries[0].text == "Löner på Öxnered"
    assert ("teckenkoden" in said(reading)) is (encoding != "cp437")


def test_a_file_of_another_year_and_unknown_posts_are_told() -> None:
    assert "räkenskapsåren i den är 2027-01-01–2027-12-31" in said(
        read_source("\n".join(HEAD).encode(), "x.se", Wanted(2026))
    )
    assert "2 rader med posten #XYZ används inte (den första är rad 7)" in said(read("#XYZ 1", "#XYZ", "#RES 0 5011 1"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_brings_the_reader_down(text: str) -> None:
    read_source(("\n".join(HEAD) + "\n" + text).encode("utf-8", "replace"), "x.se", Wanted(2027))
