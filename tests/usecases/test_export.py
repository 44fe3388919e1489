"""What is exported for a year: every plan and report in force and every draft, told apart, as they were entered."""

import csv
import io
import json
import zipfile

from openpyxl import load_workbook

from schemas.workbooks import Kind
from service.chain.values import State
from service.store import adopted_version
from service.usecases.adopt import adopt
from service.usecases.export import export
from service.usecases.house import House
from service.usecases.submitting.submit import submit

from .conftest import samples
from .people import Person
from .test_followup_road import APPROVED, APRIL, reported, sample, taken_in

ANALYSIS = "- Fler sökte stöd.\n- Färre fick vänta."


def revised_and_continued(house: House) -> None:
    """April's report adopted and under revision, and August's draft beside it."""
    reported(house)
    adopt(house, APRIL, APPROVED, by="Sekreteraren")
    person = Person(sample("T1"))
    person.cell("Förväntade resultat", 1, "Analys").value = ANALYSIS
    person.cell("Ekonomi", 1, "Kommentar").value = "@SUM(1;2)"
    person.cell("Mått", 1, "Prognos 2027").value = -0.5
    taken_in(house, person.saved(), reason="Fel i periodiseringen")
    taken_in(house, sample("T2"))


def test_every_report_is_exported_with_its_period_what_is_in_force_beside_its_revision(planned: House) -> None:
    revised_and_continued(planned)
    plans = [plan for plan in json.loads(export(planned, 2027, "json").content) if plan["slag"] == "uppfoljning"]
    told = [("T1", 1, "antagen"), ("T1", 2, "utkast"), ("T2", 1, "utkast")]
    assert [(plan["period"], plan["version"], plan["tillstand"]) for plan in plans] == told

    book = load_workbook(io.BytesIO(export(planned, 2027, "xlsx").content))
    heads, *rows = book["uf_ekonomi"].values
    found = [dict(zip(heads, row, strict=True)) for row in rows]
    assert {(row["period"], int(row["version"]), row["tillstand"]) for row in found} == set(told)
    assert found[0]["period"] == "T1"


def test_an_export_holds_what_is_in_force_beside_the_draft_that_revises_it(adopted: House) -> None:
    path = samples("mrp-2027.xlsx")[0]
    person = Person(path.read_bytes())
    person.cell("Förväntade resultat", 1, "Förväntat resultat").value += " Så snart det går."
    assert submit(adopted, person.saved(), path.name, by="Eva", reason="Ny prognos.").version == 2
    text = export(adopted, 2027, "json").content.decode()
    assert text.count('"slag": "mrp"') == 2
    assert '"tillstand": "antagen"' in text
    assert '"tillstand": "utkast"' in text
    assert adopted_version(adopted.store, Kind.MRP, "", 2027).state is State.ANTAGEN  # type: ignore[union-attr]


def test_texts_and_numbers_are_exported_as_entered_and_only_a_formula_is_guarded(planned: House) -> None:
    revised_and_continued(planned)
    book = load_workbook(io.BytesIO(export(planned, 2027, "xlsx").content))
    with zipfile.ZipFile(io.BytesIO(export(planned, 2027, "csv").content)) as archive:
        read = {
            name.removesuffix(".csv"): list(
                csv.reader(io.TextIOWrapper(archive.open(name), "utf-8-sig"), delimiter=";")
            )
            for name in archive.namelist()
        }
    for name, table in read.items():
        in_excel = [["" if value is None else value for value in row] for row in book[name].values]
        assert [[value.removeprefix("'") for value in row] for row in table] == in_excel, name
    guarded = {value for table in read.values() for row in table for value in row if value.startswith("'")}
    assert guarded == {"'@SUM(1;2)"}
    assert ANALYSIS in [value for row in read["uf_resultat"] for value in row]
    assert "-0,5" in {value for row in read["uf_matt"] for value in row}
    assert all(cell.data_type == "s" for row in book["uf_ekonomi"] for cell in row if cell.value is not None)
