"""What differs between versions and periods of follow-ups, and between versions of a governing document."""

import pytest

from schemas.workbooks import Kind
from service.chain.differences import ADDED, CHANGED, Difference
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.comparing.differences import compare
from service.usecases.comparing.tracked import Paper, compare_papers
from service.usecases.house import House
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare
from service.usecases.workbooks.handing_out import hand_out

from .people import Person
from .test_followup_road import APPROVED, APRIL, reported, sample, taken_in


def revised(house: House) -> None:
    reported(house)
    adopt(house, APRIL, APPROVED, by="Sekreteraren")
    person = Person(sample("T1"))
    person.cell("Ekonomi", 1, "Kommentar").value = "Rättad periodisering."
    person.cell("Förväntade resultat", 1, "Analys").value = "Ny analys."
    taken_in(house, person.saved(), reason="Fel i periodiseringen")


def found(house: House, before: str, after: str, period: str = "") -> list[Difference]:
    return compare(house, Kind.UPPFOLJNING, 2027, "sn", before, after, period)


def test_two_versions_of_a_follow_up_differ_in_the_cells_that_were_changed(planned: House) -> None:
    revised(planned)
    lines = found(planned, "1", "2", "t1")
    assert [(line.subject, line.change, line.after) for line in lines] == [
        ("Förväntade resultat: Analys", CHANGED, "Ny analys."),
        ("Ekonomi: Kommentar", CHANGED, "Rättad periodisering."),
    ]
    assert lines[0].name == "3.1"
    assert found(planned, "1", "1", "T1") == []


def test_two_periods_are_compared_by_their_names(planned: House) -> None:
    reported(planned)
    taken_in(planned, sample("T2"))
    lines = found(planned, "T1", "T2")
    assert any(line.subject.startswith("Ekonomi: Utfall") for line in lines)
    assert not any("förra perioden" in line.subject for line in lines)


def test_a_period_without_a_follow_up_is_refused(planned: House) -> None:
    reported(planned)
    with pytest.raises(Refused):
        found(planned, "T1", "AR")
    with pytest.raises(Refused):
        found(planned, "1", "2")


def test_chapters_of_a_governing_document_that_are_new_or_changed_are_told(planned: House) -> None:
    name = "Riktlinjer för resor"
    person = Person(hand_out(planned, Kind.STYRDOKUMENT, 2027, name))
    person.type("Kapitel", 1, Nivå=1, Rubrik="Syfte", Text="Resor ska vara få.")
    taken_in(planned, person.saved())
    first = compare(planned, Kind.STYRDOKUMENT, 2027, name, "1", "1")
    again = Person(hand_out(planned, Kind.STYRDOKUMENT, 2027, name, "lokalt"))
    again.cell("Kapitel", 1, "Text").value = "Resor ska vara få och korta."
    again.type("Kapitel", 2, Nivå=1, Rubrik="Tåg", Text="Tåg går före flyg.")
    taken_in(planned, again.saved(), proposal="lokalt")
    lines = compare(planned, Kind.STYRDOKUMENT, 2027, name, "1", "lokalt")
    assert first == []
    assert [(line.change, line.name) for line in lines] == [(CHANGED, "Syfte"), (ADDED, "Tåg")]
    assert (lines[0].before, lines[0].after) == ("Resor ska vara få.", "Resor ska vara få och korta.")


def test_two_delarsrapporter_are_compared_as_papers(planned: House) -> None:
    revised(planned)
    old, new = (
        Paper(f"{n}.docx", prepare(planned, Order("delarsrapport", 2027, "SN", version=n, period="T1")).render())
        for n in (1, 2)
    )
    assert compare_papers(planned, old, new, by="Eva").changes.insertions > 0
