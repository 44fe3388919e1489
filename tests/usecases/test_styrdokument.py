"""A governing document's road: from workbook to adopted paper, several of them side by side."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from schemas.workbooks import Kind
from service.chain.values import Decision, State
from service.store import PlanKey, adopted_version
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.submitting.submit import Receipt, submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person

KF = Decision("KF", date(2026, 11, 25), 147, "KS 2026/288")
FACTS = {
    "Dokumenttyp": "policy", "Dokumentnamn": "Resepolicy", "Diarienummer": "KS 2026/300", "Giltighet": "Tills vidare",
    "Dokumentinformation": "Hur vi reser",
}  # fmt: skip


def filled(house: House, name: str, **first_chapter: object) -> Receipt:
    """A short document handed in under a name."""
    person = Person(hand_out(house, Kind.STYRDOKUMENT, 2027, name)).fill("Grunduppgifter", **FACTS)
    person.type("Kapitel", 1, **{"Nivå": 1, "Rubrik": "Syfte", "Text": "Vi tar tåget.", **first_chapter})
    return submit(house, person.saved(), f"{name}.xlsx", by="Eva")


def test_a_document_is_written_handed_in_and_adopted(adopted: House, tmp_path: Path) -> None:
    path = samples("styrdokument-2027-*.xlsx")[0]
    receipt = submit(adopted, path.read_bytes(), path.name, by="Eva")
    assert receipt.ready, receipt.findings
    key = PlanKey(Kind.STYRDOKUMENT, "internkontroll", 2027)
    hand_in(adopted, key, by="Eva")
    assert adopt(adopted, key, KF, by="Eva").version.state is State.ANTAGEN
    written = generate(adopted, Order("styrdokument", 2027, "Internkontroll"), tmp_path)
    assert written.path.name == "styrdokument-2027-internkontroll.docx"
    assert "Fastställd av kommunfullmäktige 25 november 2026 §\u00a0147" in [
        paragraph.text for paragraph in Document(str(written.path)).paragraphs
    ]


def test_several_documents_live_side_by_side_and_one_adopted_leaves_the_others(adopted: House) -> None:
    for name in ("resor", "gåvor"):
        assert filled(adopted, name).ready
        hand_in(adopted, PlanKey(Kind.STYRDOKUMENT, name, 2027), by="Eva")
        adopt(adopted, PlanKey(Kind.STYRDOKUMENT, name, 2027), KF, by="Eva")
    for name in ("resor", "gåvor"):
        version = adopted_version(adopted.store, Kind.STYRDOKUMENT, name, 2027)
        assert version is not None
        assert version.state is State.ANTAGEN


def test_a_revision_of_an_adopted_document_needs_its_reason(adopted: House) -> None:
    key = PlanKey(Kind.STYRDOKUMENT, "resor", 2027)
    assert filled(adopted, "resor").ready
    hand_in(adopted, key, by="Eva")
    adopt(adopted, key, KF, by="Eva")
    person = Person(hand_out(adopted, Kind.STYRDOKUMENT, 2027, "resor")).type("Kapitel", 1, Text="Vi cyklar.")
    assert not submit(adopted, person.saved(), "resor.xlsx", by="Eva").stored
    receipt = submit(adopted, person.saved(), "resor.xlsx", by="Eva", reason="Nytt klimatmål")
    assert (receipt.version, receipt.state) == (2, State.UTKAST)


def test_a_reference_to_a_chapter_that_is_not_there_is_refused_with_the_nearest(adopted: House) -> None:
    receipt = filled(adopted, "resor", Text="Se [[kapitel Syftet]].")
    assert not receipt.stored
    assert [finding.details["forslag"] for finding in receipt.findings] == ["[[kapitel Syfte]]"]


@pytest.mark.parametrize(
    ("chapter", "code"),
    [({"Nivå": 2}, "forsta-nivan"), ({"Nivå": None, "Rubrik": None, "Text": None}, "kapitel-saknas")],
)
def test_what_does_not_hang_together_is_kept_but_not_handed_in(
    adopted: House, chapter: dict[str, object], code: str
) -> None:
    receipt = filled(adopted, "resor", **chapter)
    assert receipt.stored
    assert [finding.code for finding in receipt.findings] == [code]
    with pytest.raises(Refused):
        hand_in(adopted, PlanKey(Kind.STYRDOKUMENT, "resor", 2027), by="Eva", acknowledge=True)


def test_a_table_in_a_chapter_that_is_not_there_is_told_in_its_cell(adopted: House) -> None:
    person = Person(hand_out(adopted, Kind.STYRDOKUMENT, 2027, "resor")).fill("Grunduppgifter", **FACTS)
    person.type("Kapitel", 1, **{"Nivå": 1, "Rubrik": "Syfte"})
    person.type("Tabeller", 1, **{"Tabell": "Ansvar", "Kapitel": "Roller", "Kolumn 1": "Vem", "Kolumn 2": "Vad"})
    receipt = submit(adopted, person.saved(), "resor.xlsx", by="Eva")
    assert [(f.code, f.found) for f in receipt.findings] == [("tabell-utan-kapitel", "Roller")]


@pytest.mark.parametrize("name", ["", "a/b", "x" * 60])
def test_a_name_that_cannot_be_one_is_answered(adopted: House, name: str) -> None:
    with pytest.raises(Refused) as no:
        hand_out(adopted, Kind.STYRDOKUMENT, 2027, name)
    assert no.value.findings[0].code == "ogiltigt-namn"
