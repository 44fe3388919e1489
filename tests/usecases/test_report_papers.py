"""A nämnd's reports out of the house: asked for by period, on frozen ground, refused with what there is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from service.chain.values import Decision
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order, orders_of_year
from service.usecases.submitting.submit import submit

from .people import Person
from .test_followup_road import APPROVED, APRIL, reported, said, sample, taken_in
from .test_frozen_papers import rename_titles, revise_mrp

REPORT = Order("delarsrapport", 2027, "SN", period="T1")


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_draft_of_a_report_says_that_it_is_one(planned: House, tmp_path: Path) -> None:
    taken_in(planned, sample("T1"))
    written = generate(planned, Order("delarsrapport", 2027, "sn", period="t1"), tmp_path)
    assert written.path.name == "delarsrapport-2027-t1-sn.docx"
    assert written.title == "Delårsrapport januari–april 2027, Socialnämnden"
    assert "UTKAST, version 1" in words(written.path)


def test_an_approved_report_reads_the_same_whatever_is_revised_later(planned: House, tmp_path: Path) -> None:
    reported(planned)
    adopt(planned, APRIL, APPROVED, by="Sekreteraren")
    before = generate(planned, REPORT, tmp_path).path.read_bytes()
    rename_titles(planned)
    revise_mrp(planned)
    assert generate(planned, REPORT, tmp_path).path.read_bytes() == before


def test_the_approved_report_is_written_and_its_revision_when_asked_for(planned: House, tmp_path: Path) -> None:
    reported(planned)
    adopt(planned, APRIL, APPROVED, by="Sekreteraren")
    person = Person(sample("T1"))
    person.cell("Ekonomi", 1, "Kommentar").value = "Rättad periodisering."
    taken_in(planned, person.saved(), reason="Fel i periodiseringen")
    revised = generate(planned, replace(REPORT, utkast=True), tmp_path)
    assert revised.version.version == 2
    assert "Rättad periodisering." in words(revised.path)
    first = generate(planned, REPORT, tmp_path)
    assert "ANTAGEN, version 1" in words(first.path)


@pytest.mark.parametrize(
    ("kind", "period", "told"), [("delarsrapport", "", "T1, T2"), ("delarsrapport", "AR", "T1, T2"),
                                 ("arsberattelse", "T2", "AR")]
)  # fmt: skip
def test_a_paper_is_written_only_for_its_own_periods(
    planned: House, tmp_path: Path, kind: str, period: str, told: str
) -> None:
    with pytest.raises(Refused) as no:
        generate(planned, Order(kind, 2027, "SN", period=period), tmp_path)
    assert no.value.findings[0].details["val"] == told


def test_a_report_that_is_not_there_is_refused(planned: House, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        generate(planned, Order("arsberattelse", 2027, "SN"), tmp_path)
    assert list(tmp_path.glob("*.docx")) == []


def test_the_reports_are_among_the_years_papers(planned: House) -> None:
    reported(planned)
    assert REPORT in list(orders_of_year(planned, 2027))


def test_a_reference_to_a_chapter_that_the_report_does_not_have_is_told_at_upload(planned: House) -> None:
    person = Person(sample("T1"))
    person.beside("Texter", "Framåtblick").value = "Se [[kapitel Ekonomi]] och [[kapitel Detaljbudget]]."
    refused = submit(planned, person.saved(), "sn.xlsx", by="Eva")
    assert not refused.stored
    astray = [finding.found for finding in refused.findings if finding.code.startswith("okand-hanvisning")]
    assert astray == ["[[kapitel Detaljbudget]]"], said(refused)


def test_a_decision_is_printed_in_the_report(planned: House, tmp_path: Path) -> None:
    reported(planned)
    adopt(planned, APRIL, Decision("SN", date(2027, 5, 27), 61, "SN 2027/88"), by="Sekreteraren")
    assert "Fastställd av socialnämnden 27 maj 2027 §\u00a061" in words(generate(planned, REPORT, tmp_path).path)
