"""Rows of cells become records, with every fault in its cell."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.cells import Cell
from schemas.columns import Belopp, Tkr
from schemas.mrp import Driftbudget, MrpMatt, MrpResultat
from schemas.sheets import CellRow, Record, SheetSchema, load, restored, stored
from schemas.text import Run, StyledText
from schemas.verksamhetsplan import Aktiviteter, Detaljbudget
from schemas.workbooks import Kind, workbook_schema
from service.findings import Level, line


def row(number: int, **values: object) -> CellRow:
    """A row whose cells stand in A, B, C … in the order given."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return CellRow(number, {n: Cell(f"{letters[i]}{number}", v) for i, (n, v) in enumerate(values.items())})  # type: ignore[arg-type]


def codes(schema: type, *rows: CellRow) -> list[tuple[str, str]]:
    """Each finding's cell and code, in a workbook in tkr."""
    return [(f.place.cell, f.code) for f in load(schema, rows, "tkr")[1] if f.place]


def test_a_sound_row_gives_its_values_and_no_finding() -> None:
    records, findings = load(
        Aktiviteter,
        [
            row(
                5,
                id="a1",
                resultat="2.3",
                text="Starta närvaroteam",
                niva="Enhet ",
                start="2027-03-01",
                slut=date(2027, 12, 31),
            )
        ],
    )
    assert findings == []
    assert records[0].values["niva"] == "enhet"
    assert records[0].values["start"] == date(2027, 3, 1)
    assert str(records[0].values["text"]) == "Starta närvaroteam"
    assert (records[0].id, records[0].row) == ("a1", 5)


def test_every_fault_of_every_row_is_found_at_once() -> None:
    found = codes(
        Detaljbudget,
        row(7, verksamhet="407", intakter="1.234", personal="många", lokal="12 st", ovrigt=1, kapital=1),
        row(8, verksamhet="", intakter=1, personal=2, lokal=3, ovrigt=True, kapital=None),
    )
    assert found == [
        ("B7", "tvetydigt-tal"), ("C7", "inte-tal"), ("D7", "fel-enhet"),
        ("E8", "inte-tal"), ("A8", "tom"), ("F8", "tom"),
    ]  # fmt: skip


AMOUNTS = [
    (schema, name)
    for kind in Kind
    for schema in workbook_schema(kind).sheets
    for name, column in schema.columns().items()
    if isinstance(column, Belopp | Tkr)
]


@pytest.mark.parametrize(("schema", "name"), AMOUNTS, ids=lambda part: getattr(part, "key", part))
def test_an_amount_in_another_unit_is_refused_in_its_cell_with_the_same_amount_in_the_right_one(
    schema: type[SheetSchema], name: str
) -> None:
    def told(written: str, unit: str) -> str:
        records, findings = load(schema, [row(9, **{name: written})], unit)
        if found := [line(f) for f in findings if f.refuses]:
            return found[0].partition(": ")[2].replace("\u00a0", " ")
        return str(records[0].values[name])

    column = schema.columns()[name]
    right = f"där står ”180 000 kr”. {column.heading} anges i tkr, inte i kr. Skriv 180."
    assert told("180 000 kr", "tkr") == right
    assert told("180 tkr", "tkr") == told("180 kkr", "tkr") == "180"
    if isinstance(column, Tkr):
        assert told("180 000 kr", "kronor") == right
        return
    assert told("180 tkr", "kronor").endswith(f"{column.heading} anges i kronor, inte i tkr. Skriv 180 000.")
    assert told("180 kr", "kronor") == told("180 Kronor", "kronor") == told("180 SEK", "kronor") == "180"
    assert told("1,2 mnkr", "tkr").endswith("anges i tkr, inte i mnkr. Skriv 1 200.")
    assert told("3 250,55 kr", "tkr").endswith("Räkna om beloppet till tkr och skriv bara talet.")
    assert told("12 st", "tkr").endswith("Skriv bara talet; rätt enhet är tkr.")


def test_a_unit_in_a_workbook_that_does_not_say_its_own_is_asked_about() -> None:
    _, findings = load(Detaljbudget, [row(9, intakter="180 000 kr", personal=1)])
    assert [f.code for f in findings if f.refuses] == ["enhet-utan-arbetsbokens"]


def test_an_empty_cell_is_a_fel_but_never_a_refusal() -> None:
    _, findings = load(Detaljbudget, [row(8, verksamhet="407", intakter=None)])
    assert [(f.code, f.level, f.refuses) for f in findings] == [("tom", Level.FEL, False)]


def test_a_fault_says_where_what_and_what_to_do() -> None:
    _, findings = load(Detaljbudget, [row(14, verksamhet="407", intakter="12.345")])
    said = line(findings[0])
    assert said.startswith("Blad 'Detaljbudget' cell B14: där står ”12.345”.")
    assert "12345 eller 12,345" in said
    assert "1 234,5" in said


@pytest.mark.parametrize(
    ("problem", "code"),
    [("formel-utan-varde", "formel-utan-varde"), ("felvarde", "felvarde"), ("sammanfogad", "sammanfogad")],
)
def test_a_cell_without_a_usable_value_refuses(problem: str, code: str) -> None:
    cell = Cell("B9", None, problem=problem, found="=A1")
    _, findings = load(Detaljbudget, [CellRow(9, {"verksamhet": Cell("A9", "407"), "intakter": cell})])
    assert [(f.code, f.refuses) for f in findings] == [(code, True)]
    assert ("där står" in line(findings[0])) == (code != "sammanfogad")


def test_two_rows_for_one_verksamhet_are_told_with_both_cells() -> None:
    _, findings = load(Detaljbudget, [row(7, verksamhet="407"), row(9, verksamhet="407")])
    doublet = next(f for f in findings if f.code == "dubblett")
    assert doublet.place is not None
    assert doublet.place.cell == "A9"
    assert doublet.details["forsta"] == "A7"


def test_a_code_typed_as_a_number_is_text() -> None:
    records, _ = load(Driftbudget, [row(3, namnd="KS", anslagsniva="Nämnden", ram_1=312400)])
    assert records[0].values["ram_1"] == Decimal(312400)
    records, _ = load(Detaljbudget, [row(3, verksamhet=407.0)])
    assert records[0].values["verksamhet"] == "407"


def test_several_codes_are_read_however_they_are_separated() -> None:
    records, _ = load(MrpResultat, [row(3, verksamheter="440; 441\n 443 Anpassad grundskola, 440")])
    assert records[0].values["verksamheter"] == ("440", "441", "443")


def test_a_choice_almost_right_is_suggested() -> None:
    _, findings = load(Aktiviteter, [row(3, resultat="2.3", text="x", niva="enheet")])
    assert findings[0].code == "okant-val-liknar"
    assert findings[0].details["forslag"] == "enhet"


def test_bold_italics_breaks_and_lists_are_kept() -> None:
    text = StyledText((Run("Vi ska:\r\n- "), Run("snart", bold=True), Run("\n- bra ", italic=True)))
    records, _ = load(Aktiviteter, [row(3, resultat="2.3", text=text)])
    assert records[0].values["text"].runs == (Run("Vi ska:\n- "), Run("snart", bold=True), Run("\n- bra", italic=True))


@given(st.text(max_size=300))
def test_any_text_a_person_types_survives_the_store(typed: str) -> None:
    records, findings = load(Aktiviteter, [row(3, resultat="2.3", text=typed, ansvarig=typed)])
    assert not any(f.refuses for f in findings)
    again = restored(Aktiviteter, 3, records[0].id, stored(Aktiviteter, records[0]))
    assert again.values == records[0].values


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_any_amount_survives_the_store_to_the_last_decimal(amount: Decimal) -> None:
    records, _ = load(Driftbudget, [row(3, namnd="KS", anslagsniva="Nämnden", ram_1=amount)])
    again = restored(Driftbudget, 3, "", stored(Driftbudget, records[0]))
    assert again.values["ram_1"] == amount


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6))
def test_any_measure_survives_the_store_also_with_three_decimals(value: Decimal) -> None:
    records, _ = load(MrpMatt, [row(3, hor_till="IM1", text="x", mal_1=value)])
    assert restored(MrpMatt, 3, "", stored(MrpMatt, records[0])).values == records[0].values


def test_a_text_is_not_cleaned_a_second_time() -> None:
    records, _ = load(MrpMatt, [row(3, hor_till="IM1", text="kod _x005F_x0041_ b")])
    assert restored(MrpMatt, 3, "", stored(MrpMatt, records[0])).values == records[0].values


def test_every_sheet_and_column_is_described() -> None:
    for kind in Kind:
        workbook = workbook_schema(kind)
        assert len({sheet.key for sheet in workbook.sheets}) == len(workbook.sheets)
        assert len({sheet.title for sheet in workbook.sheets}) == len(workbook.sheets)
        for sheet in workbook.sheets:
            assert sheet.intro
            headings = [column.heading for column in sheet.columns().values()]
            assert len(set(headings)) == len(headings)


def test_an_empty_record_can_be_made_of_every_sheet() -> None:
    for kind in Kind:
        for sheet in workbook_schema(kind).sheets:
            assert isinstance(restored(sheet, 0, "", {}), Record)
