"""What two people do at the same moment comes out as if one of them had been first."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.workbooks import Kind
from service.chain.values import Decision, State
from service.store import PlanKey, adopted_version, adopted_versions, latest_version, submissions_to
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.submit import submit
from service.usecases.workbook import hand_out

from ..interleaving import meanwhile
from .conftest import samples
from .people import Person
from .test_plan_road import SN, SN_DECISION, sample_sn, taken_in

MRP = PlanKey(Kind.MRP, "", 2027)
OTHER = PlanKey(Kind.MRP, "", 2027, "ramar-februari")
KF = Decision("KF", date(2026, 6, 17), 78, "KS 2026/101")


def another_sn(house: House, ansvarig: str = "Socialchef") -> bytes:
    """Socialnämnden's workbook once more, with another person in charge of its first activity."""
    person = Person(hand_out(house, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = ansvarig
    return person.saved()


def side_by_side(house: House) -> None:
    """The main line's draft, and a proposal that has been handed in."""
    for path in [*samples("installningar-2027.xlsx"), *samples("mrp-2027.xlsx"), *samples("forslag/*februari.xlsx")]:
        name = OTHER.proposal if path.parent.name == "forslag" else ""
        assert submit(house, path.read_bytes(), path.name, by="KS", proposal=name).stored
    hand_in(house, OTHER, by="KS", acknowledge=True)


def test_only_the_text_that_was_looked_at_is_adopted(adopted: House) -> None:
    seen = taken_in(adopted, sample_sn()).submission
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    newer = taken_in(adopted, another_sn(adopted)).submission
    hand_in(adopted, SN, by="Eva", acknowledge=True, submission=newer)
    with pytest.raises(Refused) as no:
        adopt(adopted, SN, SN_DECISION, by="Sekreteraren", submission=seen)
    assert no.value.findings[0].code == "andrad-under-tiden"
    assert adopted_version(adopted.store, SN.kind, "SN", 2027) is None
    assert adopt(adopted, SN, SN_DECISION, by="Sekreteraren", submission=newer).version.submission == newer


def test_of_two_proposals_adopted_at_the_same_moment_the_last_is_in_force(house: House) -> None:
    side_by_side(house)
    hand_in(house, MRP, by="KS", acknowledge=True)
    with meanwhile(house, lambda them: adopt(them, OTHER, KF, by="Sekreteraren")):
        done = adopt(house, MRP, replace(KF, paragraf=79), by="Kanslichefen")
    states = {version.key.proposal: (version.state, version.version) for version in adopted_versions(house.store, MRP)}
    assert states == {"": (State.ANTAGEN, 2), "ramar-februari": (State.UPPHAVD, 1)}
    assert adopted_version(house.store, Kind.MRP, "", 2027) == done.version


def test_a_draft_is_not_handed_in_without_a_reason_when_a_proposal_is_adopted_meanwhile(house: House) -> None:
    side_by_side(house)
    with meanwhile(house, lambda them: adopt(them, OTHER, KF, by="Sekreteraren")), pytest.raises(Refused) as no:
        hand_in(house, MRP, by="KS", acknowledge=True)
    assert no.value.findings[0].code == "revidering-utan-skal"
    assert latest_version(house.store, MRP).state is State.UTKAST  # type: ignore[union-attr]


def test_the_same_file_from_two_at_the_same_moment_is_one_submission(adopted: House) -> None:
    with meanwhile(adopted, lambda them: submit(them, sample_sn(), "sn.xlsx", by="Nils")):
        receipt = submit(adopted, sample_sn(), "sn.xlsx", by="Eva")
    assert receipt.already
    assert [one.by for one in submissions_to(adopted.store, SN.kind, "SN", 2027)] == ["Nils"]


def test_an_upload_while_the_plan_is_handed_in_or_adopted_changes_nothing_and_says_so(adopted: House) -> None:
    first = taken_in(adopted, sample_sn()).submission
    blob = another_sn(adopted)
    for act, state in (
        (lambda them: hand_in(them, SN, by="Nils", acknowledge=True), State.INLAMNAD),
        (lambda them: adopt(them, SN, SN_DECISION, by="Sekreteraren"), State.ANTAGEN),
    ):
        with meanwhile(adopted, act):
            receipt = submit(adopted, blob, "sn.xlsx", by="Eva")
        assert not receipt.stored
        assert receipt.findings[0].code == "andrad-vid-inlasning"
        version = latest_version(adopted.store, SN)
        assert version is not None
        assert (version.submission, version.state) == (first, state)
    assert taken_in(adopted, blob, reason="Ny organisation.").version == 2
