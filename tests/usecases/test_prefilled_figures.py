"""Figures from elsewhere stand in the follow-up's workbook, are a person's to change, and are told of in the paper."""

from datetime import date
from pathlib import Path

from docx import Document

from schemas.workbooks import Kind
from service.usecases.demo.year import AR, SAMPLES
from service.usecases.figures.amounts import import_figures
from service.usecases.figures.in_effect import figures_for
from service.usecases.figures.kolada import import_kolada
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.workbooks.handing_out import hand_out

from .people import Person
from .test_followup_road import taken_in

KALLOR = SAMPLES / "kallor"


def filled(house: House, kind: Kind = Kind.UPPFOLJNING, namnd: str = "SN") -> Person:
    import_figures(house, (KALLOR / "utfall-2027-t2.csv").read_bytes(), "utfall-2027-t2.csv", AR, "T2", by="Eva")
    import_kolada(house, (KALLOR / "kolada-2027.json").read_bytes(), "kolada.json", AR, by="Eva")
    return Person(hand_out(house, kind, AR, namnd, period="T2"))


def readme(person: Person) -> str:
    return "\n".join(str(cell.value) for row in person.book.worksheets[0].iter_rows() for cell in row if cell.value)


def said(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_workbook_comes_with_the_economy_systems_amounts_and_says_where_from(planned: House) -> None:
    person, figures = filled(planned), figures_for(planned, AR, "T2")
    cell = person.cell("Ekonomi", 1, "Utfall till och med perioden")
    kod = str(person.cell("Ekonomi", 1, "Verksamhet").value).split()[0]
    assert cell.value == figures.netto("utfall", "SN", kod)
    assert not cell.protection.locked
    assert "Källa: Ekonomisystemet, fil utfall-2027-t2.csv, hämtad" in readme(person)


def test_what_a_person_has_written_stays_and_empty_cells_are_filled_again(planned: House) -> None:
    person = filled(planned)
    written, emptied = (person.cell("Ekonomi", row, "Utfall till och med perioden") for row in (1, 2))
    before = emptied.value
    written.value, emptied.value = 12_345, None
    taken_in(planned, person.saved())
    again = Person(hand_out(planned, Kind.UPPFOLJNING, AR, "SN", period="T2"))
    assert again.cell("Ekonomi", 1, "Utfall till och med perioden").value == 12_345
    assert again.cell("Ekonomi", 2, "Utfall till och med perioden").value == before


def test_the_paper_says_which_outcomes_are_the_sources_and_which_are_the_namnds_own(
    planned: House, tmp_path: Path
) -> None:
    person = filled(planned)
    person.cell("Ekonomi", 1, "Utfall till och med perioden").value = 12_345
    kod = str(person.cell("Ekonomi", 1, "Verksamhet").value).split()[0]
    taken_in(planned, person.saved())
    written = generate(planned, Order("delarsrapport", AR, "SN", period="T2"), tmp_path)
    text = said(written.path)
    assert "Källa för utfallet: Ekonomisystemet, fil utfall-2027-t2.csv, hämtad" in text
    assert f"Utfallet för verksamhet {kod} är nämndens eget." in text


def test_key_figures_of_kommunfullmaktiges_matt_stand_in_the_bokslut(planned: House) -> None:
    person = filled(planned, Kind.BOKSLUT, "")
    found = {value.kpi: value for value in figures_for(planned, AR, "T2").matt.values()}["N99001"]
    row = next(n for n in range(1, 20) if person.cell("Mått", n, "Utfall").value is not None)
    assert person.cell("Mått", row, "Utfall").value == float(found.varde)
    assert person.cell("Mått", row, "Utfallet avser").value == str(found.ar)
    assert f"Källa: Kolada (N99001, {found.ar}), hämtad {found.hamtad}." in readme(person)
    assert found.hamtad > date(2020, 1, 1)
    assert person.cell("Driftredovisning", 1, "Utfall till och med perioden").value is not None
