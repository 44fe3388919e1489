"""The municipality's own report out of the house: asked for without a nämnd, on frozen ground, refused kindly."""

from pathlib import Path

import pytest
from docx import Document

from schemas.workbooks import Kind
from service.store import PlanKey
from service.usecases.answers import Refused
from service.usecases.demo.followups import OCCASIONS, at_time, decided
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order, orders_of_year
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person
from .test_followup_road import APPROVED, APRIL, reported, said, sample, taken_in
from .test_frozen_papers import rename_titles, revise_mrp

OURS = Order("delarsrapport", 2027, period="T1")
ACCOUNTS = PlanKey(Kind.BOKSLUT, "", 2027, "", "T1")


def words(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def filled_in(house: House) -> bytes:
    """April's accounts: the sample's own cells in a workbook filled from this house's reports."""
    given, person = (
        Person(samples("bokslut-2027-t1.xlsx")[0].read_bytes()),
        Person(hand_out(house, Kind.BOKSLUT, 2027, period="T1")),
    )
    for page in person.book.worksheets:
        for cells in page.iter_rows():
            for cell in cells:
                if not cell.protection.locked:
                    cell.value = given.book[page.title][cell.coordinate].value
    return person.saved()


@pytest.fixture
def accounted(planned: House) -> House:
    """A house in which socialnämnden alone has reported April, and the municipality's figures are decided."""
    house = at_time(planned, OCCASIONS[0].sent_in)
    reported(house)
    receipt = submit(house, filled_in(house), "bokslut.xlsx", by="Ekonomen")
    assert receipt.ready, said(receipt)
    decided(house, ACCOUNTS, *OCCASIONS[0].kf)
    return house


def test_without_a_namnd_the_delarsrapport_is_the_municipalitys_and_names_who_is_missing(
    accounted: House, tmp_path: Path
) -> None:
    written = generate(accounted, OURS, tmp_path)
    assert written.path.name == "delarsrapport-2027-t1.docx"
    assert written.title == "Delårsrapport januari–april 2027, Vänersborgs kommun"
    text = words(written.path)
    assert "Kommunstyrelsen och Kultur- och fritidsnämnden" not in text
    for name in ("Byggnadsnämnden", "Kultur- och fritidsnämnden", "Samhällsbyggnadsnämnden"):
        assert f"{name} (har inte lämnat rapport)" in text
    assert "Har inte lämnat rapport: Barn- och utbildningsnämnden, " in text
    assert Order("delarsrapport-kommunen", 2027, period="T1") in list(orders_of_year(accounted, 2027))


def test_a_decided_report_reads_the_same_whatever_is_revised_or_reported_later(
    accounted: House, tmp_path: Path
) -> None:
    before = generate(accounted, OURS, tmp_path).path.read_bytes()
    person = Person(sample("T1"))
    person.beside("Texter", "Sammanfattning").value = "Något helt annat."
    taken_in(accounted, person.saved())
    rename_titles(accounted)
    revise_mrp(accounted)
    assert generate(accounted, OURS, tmp_path).path.read_bytes() == before
    decided(accounted, APRIL, APPROVED.datum, APPROVED.paragraf)
    assert "Något helt annat." not in words(generate(accounted, OURS, tmp_path).path)


def test_a_report_is_refused_for_a_namnd_another_period_or_without_the_municipality_s_figures(
    planned: House, tmp_path: Path
) -> None:
    asked = (
        (Order("arsredovisning", 2027, "SN"), "kommunens-rapport"), (Order("arsredovisning", 2027, period="T2"),
         "annan-period"), (Order("delarsrapport", 2027, period="AR"), "annan-period"),
        (Order("delarsrapport", 2027), "annan-period"), (OURS, "plan-saknas"),
    )  # fmt: skip
    for order, code in asked:
        with pytest.raises(Refused) as no:
            generate(planned, order, tmp_path)
        assert no.value.findings[0].code == code, order


def test_a_reference_to_a_chapter_that_the_report_does_not_have_is_told_at_upload(accounted: House) -> None:
    person = Person(filled_in(accounted))
    person.beside("Texter", "Förväntad utveckling").value = "Se [[kapitel Räkenskaper]] och [[kapitel Aktiviteter]]."
    refused = submit(accounted, person.saved(), "bokslut.xlsx", by="Eva", reason="Rättad text.")
    astray = [finding.found for finding in refused.findings if finding.code.startswith("okand-hanvisning")]
    assert astray == ["[[kapitel Aktiviteter]]"], said(refused)
