"""A plain export is read as it stands: columns by heading, sums as a check, nothing dropped in silence."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.economy import csv_export, xlsx_export
from service.chain.entries import BUDGET, UTFALL
from service.findings import line
from service.sources import SourceReading, Wanted, read_source

T2 = Wanted(2027, 8)
HEAD = "Ansvar;Konto;Verksamhet;Text;Utfall ack;Budget ack"
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
CODES = st.text("0123456789", min_size=1, max_size=6)


def read(*lines: str, wanted: Wanted = T2, encoding: str = "utf-8") -> SourceReading:
    """The reading of a text file with those lines, which says that its amounts are in kronor."""
    return read_source("\n".join(["Belopp i kronor", *lines]).encode(encoding), "uttag.csv", wanted)


def said(reading: SourceReading) -> str:
    return "\n".join(line(finding) for finding in reading.findings).replace("\u00a0", " ")


def swedish(amount: Decimal) -> str:
    return f"{abs(amount):,.2f}".replace(",", " ").replace(".", ",") + ("-" if amount < 0 else "")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CODES, CODES, AMOUNTS, AMOUNTS), min_size=1, max_size=8))
def test_what_goes_in_comes_out_code_by_code(rows: list[tuple[str, str, Decimal, Decimal]]) -> None:
    lines = [f"{ansvar};{konto};440;Text;{swedish(out)};{swedish(plan)}" for ansvar, konto, out, plan in rows]
    total = f"Totalt;;;;{swedish(sum(r[2] for r in rows))};{swedish(sum(r[3] for r in rows))}"
    reading = read(HEAD, *lines, total)
    assert not reading.refused, said(reading)
    assert reading.sums == {UTFALL: sum(r[2] for r in rows), BUDGET: sum(r[3] for r in rows)}
    assert [e.codes.ansvar for e in reading.entries[::2]] == [ansvar for ansvar, *_ in rows]


@pytest.mark.parametrize(
    ("written", "kronor"),
    [("1 234,50", "1234.50"), ("1\u00a0234,5-", "-1234.5"), ("(5)", "-5"), ("−7", "-7"), ("12 kr", "12")],
)
def test_amounts_are_read_as_economy_systems_write_them(written: str, kronor: str) -> None:
    assert read(HEAD, f"0310;5011;440;;{written};").entries[0].amount == Decimal(kronor)


def test_an_amount_in_another_unit_than_the_files_refuses_it() -> None:
    reading = read(HEAD, "0310;5011;440;;12 tkr;7", "0310;5012;440;;12 kr;7")
    assert reading.refused
    assert "Rad 3: där står ”12 tkr”. Filens belopp läses i kronor, men här står tkr." in said(reading)
    assert "12 kr" not in said(reading)


def test_units_after_the_amounts_tell_the_files_unit() -> None:
    text = f"{HEAD}\n0310;5011;440;;12 tkr;7"
    reading = read_source(text.encode(), "uttag.csv", T2)
    assert reading.entries[0].amount == 12000, said(reading)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_separators_and_encodings_are_found(separator: str, encoding: str) -> None:
    lines = [text.replace(";", separator) for text in (HEAD, "0310;5011;440;Löner;10,5;3")]
    reading = read(*lines, encoding=encoding)
    assert [(e.codes.ansvar, e.text, e.amount) for e in reading.entries] == [
        ("0310", "Löner", Decimal("10.5")), ("0310", "Löner", Decimal(3)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Kostnadsställe;Kontonr;Vht;Kontotext;Utfall jan-aug 2027;Budget 202708 ack", "Kst;Kto;Verks;Text;"
                "Ackumulerat utfall;Ack. budget"]
)  # fmt: skip
def test_columns_are_known_in_many_spellings(heading: str) -> None:
    reading = read(heading, "0310;5011;440;Löner;10;3")
    assert {e.measure for e in reading.entries} == {UTFALL, BUDGET}
    assert reading.entries[0].codes.konto == "5011"


def test_another_years_amounts_and_deviations_are_left_out_and_told() -> None:
    reading = read("Ansvar;Konto;Utfall 2027;Utfall 2026;Avvikelse", "1;5011;10;99;3")
    assert [e.amount for e in reading.entries] == [10]
    assert "Lästes inte: ”Utfall 2026”, ”Avvikelse”." in said(reading)


def test_months_after_the_period_are_told_with_their_amounts() -> None:
    reading = read("Ansvar;Konto;Period;Utfall", "1;5011;202708;10", "1;5011;2027-09;7", "1;5011;202612;5")
    assert [e.amount for e in reading.entries] == [10]
    assert "2 belopp ligger utanför perioden januari–augusti 2027 och räknas inte: utfall 12 kr." in said(reading)


def test_a_sum_that_is_not_the_sum_refuses_the_file() -> None:
    reading = read(HEAD, "1;5011;440;;10;", "1;6010;440;;5;", "Summa 1;;;;16;")
    assert reading.refused
    assert "Rad 5: Summan i kolumnen Utfall ack är 16, men raderna ovanför ger 15." in said(reading)


def test_sums_without_words_and_sums_of_sums_are_known() -> None:
    reading = read(HEAD, "1;5011;1;;10;", "Summa 1;;;;10;", "2;5011;1;;4;", "2;6010;1;;1;", ";;;;5;", "Totalt;;;;15;")
    assert not reading.refused, said(reading)
    assert reading.sums == {UTFALL: 15}
    assert "3 rader med summor" in said(reading)


def test_a_row_with_all_its_codes_is_no_sum_whatever_its_text_says() -> None:
    assert read(HEAD, "1;5011;440;Summa bidrag;10;").sums == {UTFALL: 10}


def test_a_number_that_can_be_read_in_two_ways_is_asked_about() -> None:
    reading = read(HEAD, "1;5011;440;;1.234;")
    assert reading.refused
    assert "Rad 3: där står ”1.234”. Beloppet i kolumnen Utfall ack kan läsas på flera sätt" in said(reading)


def test_a_decimal_point_throughout_is_understood_and_told() -> None:
    reading = read(HEAD, "1;5011;440;;1234.50;", "1;6010;440;;-2.5;")
    assert reading.sums == {UTFALL: Decimal("1232.0")}
    assert "decimalpunkt" in said(reading)


def test_the_unit_is_asked_for_when_nothing_says_it_and_told_when_the_file_says_another() -> None:
    blob = f"{HEAD}\n1;5011;440;;10;".encode()
    assert "--unit" in said(read_source(blob, "x.csv", T2))
    assert read_source(blob, "x.csv", Wanted(2027, 8, "tkr")).sums == {UTFALL: 10_000}
    assert "men filen tyder på kronor" in said(read(HEAD, "1;5011;440;;10;", wanted=Wanted(2027, 8, "tkr")))


def test_a_single_months_column_is_not_taken_for_the_period() -> None:
    reading = read("Ansvar;Konto;Utfall månad", "1;5011;10")
    assert "Kolumnen Utfall månad gäller en enda månad" in said(reading)


def test_the_same_export_in_kronor_and_in_tkr_says_the_same() -> None:
    text, excel = read_source(csv_export(), "t2.csv", T2), read_source(xlsx_export(), "t2.xlsx", T2)
    rounded = [round(entry.amount / 1000) for entry in text.entries]
    assert rounded == [entry.amount / 1000 for entry in excel.entries]
    assert [e.codes for e in text.entries] == [e.codes for e in excel.entries]
    assert excel.entries[0].source == "Uppföljning!F5"


@pytest.mark.parametrize("blob", [b"", b"PK\x03\x04nonsense", b"\x00\x01\x02", b"hej", b"<html><td>1</td></html>"])
def test_what_is_no_export_is_refused_in_words(blob: bytes) -> None:
    reading = read_source(blob, "fil.csv", T2)
    assert reading.refused
    assert said(reading)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_brings_the_reader_down(text: str) -> None:
    read_source((HEAD + "\n" + text).encode("utf-8", "replace"), "x.csv", T2)
