"""A revised plan beside the plan it revises: what the secretary shows the nämnd."""

import os
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from schemas.workbooks import Kind
from service import word
from service.chain.values import Decision
from service.findings import line
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.comparing.tracked import Paper, compare_papers, compare_versions
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import hand_out

from ..office import validator_errors
from ..word.tracked import accepted, outline, read, rejected, without_contents
from .conftest import samples
from .people import Person

SN = PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027)
GOLDEN = Path(__file__).parent / "golden" / "revidering.txt"


@pytest.fixture
def revised(adopted: House) -> House:
    """A house where socialnämnden's plan is adopted and then revised."""
    path = samples("verksamhetsplan-2027-sn.xlsx")[0]
    assert submit(adopted, path.read_bytes(), path.name, by="Eva").stored
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    adopt(adopted, SN, Decision("SN", date(2026, 12, 10), 120, "SN 2026/214"), by="Sekreteraren")
    person = Person(hand_out(adopted, SN.kind, 2027, "SN"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Avdelningschef hemtjänst"
    person.cell("Aktiviteter", 2, "Aktivitet").value = "Ge varje brukare två fasta kontaktpersoner"
    for heading, more in (("Personalkostnader", 100), ("Övriga kostnader", -100)):
        cell = person.cell("Detaljbudget", 5, heading)
        cell.value = int(cell.value) + more
    assert submit(adopted, person.saved(), "ny.xlsx", by="Eva", reason="Ny organisation från mars.").stored
    return adopted


def paper(house: House, version: int) -> bytes:
    """The verksamhetsplan of a version."""
    return prepare(house, Order("verksamhetsplan", 2027, "SN", version=version)).render()


def test_a_revision_is_shown_as_tracked_changes(revised: House) -> None:
    done = compare_versions(revised, SN.kind, 2027, "SN", "1", "2", by="Sekreteraren")
    assert word.check(done.content) == []
    for text, version in ((accepted, 2), (rejected, 1)):
        assert without_contents(text(done.content)) == without_contents(read(paper(revised, version)))
    told = outline(done.content) + outline(done.content, "word/header1.xml")
    if os.environ.get("MALKEDJAN_UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")
    again = compare_versions(revised, SN.kind, 2027, "SN", "1", "2", by="Sekreteraren")
    assert again.content == done.content


@pytest.mark.validator
def test_microsofts_validator_finds_no_error_in_a_comparison(revised: House, tmp_path: Path) -> None:
    done = compare_versions(revised, SN.kind, 2027, "SN", "1", "2", by="Sekreteraren")
    (tmp_path / "andringar.docx").write_bytes(done.content)
    assert validator_errors(tmp_path) == ""


def test_changes_tracked_before_are_taken_as_accepted_and_said(revised: House) -> None:
    once = compare_versions(revised, SN.kind, 2027, "SN", "1", "2", by="Sekreteraren").content
    done = compare_papers(revised, Paper("v2.docx", paper(revised, 2)), Paper("spårad.docx", once), by="S")
    assert not done.changes
    assert [line(finding) for finding in done.findings] == [
        "spårad.docx innehåller redan spårade ändringar. De har räknats som godkända i jämförelsen. Godkänn eller "
        "avvisa dem i Word och jämför igen om det ska vara på annat sätt."
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"inte alls", "är inget Word-dokument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1600), "Words gamla format"),
        (samples("verksamhetsplan-2027-sn.xlsx")[0].read_bytes(), "är inget Word-dokument"),
    ],
)
def test_what_is_no_word_document_is_told_and_named(adopted: House, tmp_path: Path, content: bytes, said: str) -> None:
    Document().save(str(tmp_path / "ny.docx"))
    with pytest.raises(Refused) as no:
        compare_papers(
            adopted, Paper("gammal.docx", content), Paper("ny.docx", (tmp_path / "ny.docx").read_bytes()), by="S"
        )
    told = line(no.value.findings[0])
    assert told.startswith("gammal.docx ")
    assert said in told
