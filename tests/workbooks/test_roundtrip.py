"""What is filled in is what is read: for each kind, through other programs, and for any text."""

import io
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.datetime import MAC_EPOCH

from schemas.columns import Datum, JaNej, Kod, Koder, Paragraf, Tal, Val
from schemas.sheets import FormSheet, load
from schemas.text import Run, StyledText, clean_styled
from schemas.workbooks import Kind, workbook_schema
from service.workbooks import EDITION, Content, build, read

from ..office import convert
from .filled import IDENTITIES, SETTINGS, built, changed, codes, filled, read_built, record, row


def sample(column, number):
    """A value that fits a column, told apart by a number."""
    if isinstance(column, Val | JaNej):
        return column.choices[0]
    if isinstance(column, Datum):
        return datetime(2027, 1, 1 + number % 28)
    if isinstance(column, Koder):
        return f"4{number:02}, 5{number:02}"
    if isinstance(column, Tal | Paragraf):
        return 10 + number
    return f"K{number:02}" if isinstance(column, Kod) else f"Text {number}"


def fill_everything(kind):
    """Every field of the first open row of every sheet, and what was written, by sheet and field."""
    workbook = load_workbook(io.BytesIO(built(kind)), rich_text=True)
    wanted = {}
    for sheet in workbook_schema(kind).sheets:
        ws, values = workbook[sheet.title], {}
        for number, (name, column) in enumerate(sheet.columns().items()):
            row, letter = (6 + number, 3) if issubclass(sheet, FormSheet) else (6, number + 1)
            if not column.hidden:
                values[name] = sample(column, number)
                ws.cell(row, letter).value = values[name]
        wanted[sheet.key] = values
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue(), wanted


def values_of(reading, sheet):
    cells = reading.sheets[sheet][0].cells
    return {name: cell.value for name, cell in cells.items() if name != "id"}


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_every_sheet_comes_back_as_it_was_filled_in(kind):
    blob, wanted = fill_everything(kind)
    reading = read(blob, "plan.xlsx", expected=IDENTITIES[kind])
    assert codes(reading) == []
    assert reading.identity == IDENTITIES[kind]
    for sheet, values in wanted.items():
        assert values_of(reading, sheet) == values, sheet


@pytest.mark.office
@pytest.mark.parametrize("kind", Kind)
def test_a_workbook_saved_by_libreoffice_gives_the_same_values(kind, tmp_path):
    blob, wanted = fill_everything(kind)
    reading = read(resaved(blob, tmp_path), "plan.xlsx", expected=IDENTITIES[kind])
    assert codes(reading) == []
    for sheet, values in wanted.items():
        assert values_of(reading, sheet) == values, sheet
    if kind is Kind.VERKSAMHETSPLAN:
        assert [r.cells["id"].value for r in reading.sheets["budgetrad"]] == ["b-100", "b-407", "b-440"]


def resaved(blob, folder):
    """The workbook opened and saved by LibreOffice."""
    (folder / "in").mkdir()
    (folder / "in" / "plan.xlsx").write_bytes(blob)
    convert([folder / "in" / "plan.xlsx"], "xlsx", folder)
    return (folder / "plan.xlsx").read_bytes()


def test_an_untouched_workbook_has_nothing_to_remark():
    reading = read_built()
    assert codes(reading) == []
    assert reading.layout.cells["budgetrad"]["personal"] == "E"
    assert reading.layout.cells["verksamhetsplan"]["beloppsenhet"] == "C7"
    assert reading.layout.titles["budgetrad"] == "Detaljbudget"


def test_every_cell_knows_its_address():
    for key, rows in read_built().sheets.items():
        for found in rows:
            refs = {cell.ref for cell in found.cells.values()}
            assert len(refs) == len(found.cells), key


def test_a_reading_is_loaded_by_the_schema_without_faults():
    blob = filled({"Detaljbudget": {f"{letter}7": 1000 for letter in "DEFGH"}})
    schema = workbook_schema(Kind.VERKSAMHETSPLAN).sheet("budgetrad")
    records, findings = load(schema, [r for r in read(blob, "").sheets["budgetrad"] if r.row == 7])
    assert not findings
    assert records[0].id == "b-407"
    assert records[0].values["verksamhet"] == "407"
    assert records[0].values["personal"] == 1000


def test_dates_of_the_1904_system_are_read_as_the_days_they_show():
    def rebase(workbook):
        workbook.epoch = MAC_EPOCH
        workbook["Aktiviteter"]["J6"] = date(2027, 2, 1)

    assert row(read(changed(rebase), ""), "aktivitet", 6)["start"] == datetime(2027, 2, 1)


runs = st.builds(
    Run,
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=20),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(runs, min_size=1, max_size=4).map(lambda runs: StyledText(tuple(runs))), min_size=1, max_size=8)
)
def test_any_text_comes_back_as_it_is_kept(texts):
    kept = [clean_styled(text)[0] for text in texts]
    rows = [record("beslut", "", dnr=f"B{number}", anmarkning=text) for number, text in enumerate(kept)]
    reading = read(build(SETTINGS, Content("X", records={"beslut": rows})), "")
    found = {r.cells["dnr"].value: r.cells["anmarkning"].value for r in reading.sheets["beslut"]}
    for number, text in enumerate(kept):
        assert as_kept(found[f"B{number}"]) == shape(text)


def as_kept(value):
    if value is None:
        return shape(StyledText())
    return shape(clean_styled(value if isinstance(value, StyledText) else StyledText((Run(value),)))[0])


def shape(text):
    """The characters with their styles; a space has none to speak of."""
    return [(c, run.bold and not c.isspace(), run.italic and not c.isspace()) for run in text.runs for c in run.text]


def test_the_edition_is_part_of_the_identity():
    assert read_built().identity.edition == EDITION
