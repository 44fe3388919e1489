"""What two people do at the same moment comes out as if one of them had been first."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.chain.values import Decision, State
from service.documents import DOCUMENTS
from service.store import (
    PlanKey,
    SentPaper,
    Version,
    adopted_version,
    adopted_versions,
    index_texts,
    latest_version,
    listed_files,
    submissions_to,
    templates_of,
)
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.figures.amounts import import_figures
from service.usecases.files import write_whole
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.meetings.begin import begin_meeting
from service.usecases.meetings.change import Records, change_meeting
from service.usecases.meetings.dispatch import record_dispatch
from service.usecases.meetings.held import hold
from service.usecases.meetings.loading import find_meeting, load_mote, meeting_id
from service.usecases.meetings.uploads import take_in_files
from service.usecases.papers.pictures import FOLDER
from service.usecases.papers.preview import kept_preview
from service.usecases.submitting.submit import submit
from service.usecases.templates.mallar import upload_template
from service.usecases.workbooks.handing_out import hand_out

from ..interleaving import meanwhile
from .conftest import samples
from .people import Person
from .test_meeting_change import NAME, NILS
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


def december(house: House) -> Version:
    """Socialnämnden's meeting in December."""
    path = samples("mote-2027-sn.xlsx")[0]
    assert submit(house, path.read_bytes(), path.name, by="Nils").stored
    return find_meeting(house, NAME)


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


def test_the_first_search_of_two_at_the_same_moment_finds_each_text_once(adopted: House) -> None:
    with meanwhile(adopted, lambda them: index_texts(them.store)):
        assert index_texts(adopted.store) == 0
    found = adopted.store.rows("select record_id, field, count(*) as n from searchable group by record_id, field")
    assert {row["n"] for row in found} == {1}


def test_the_same_template_or_figures_from_two_at_the_same_moment_are_kept_once(adopted: House) -> None:
    mrp = DOCUMENTS["mrp"]
    content = adopted.shipped_template(mrp.template)
    with meanwhile(adopted, lambda them: upload_template(them, mrp, content, "mrp.docx", by="Mats")):
        upload_template(adopted, mrp, content, "mrp.docx", by="Eva")
    assert [one.by for one in templates_of(adopted.store, mrp.template)] == ["Mats"]
    path = samples("kallor/utfall-2027-t2.csv")[0]
    named = path.name, 2027, "T2"
    with meanwhile(adopted, lambda them: import_figures(them, path.read_bytes(), *named, by="Mats")):
        assert import_figures(adopted, path.read_bytes(), *named, by="Eva").already


def test_what_two_send_out_at_the_same_moment_is_one_dispatch_each_with_its_number(adopted: House) -> None:
    version, (first, second) = december(adopted), (SentPaper("a", "1", "A", "x"), SentPaper("b", "2", "B", "y"))
    with meanwhile(adopted, lambda them: record_dispatch(them, version, [first], by="Nils")):
        assert record_dispatch(adopted, version, [first], by="Eva") == 1
    with meanwhile(adopted, lambda them: record_dispatch(them, version, [second], by="Nils")):
        assert record_dispatch(adopted, version, [first, second], by="Eva") == 3


def that_evening(house: House) -> House:
    """The house on the day of the meeting."""
    return replace(house, now=lambda: datetime(2026, 12, 10, 18, tzinfo=UTC))


def test_the_agenda_does_not_change_while_its_paragraphs_are_given(adopted: House) -> None:
    def without_the_last(records: Records) -> Records:
        return {**records, "arende": records["arende"][:-1]}

    version = december(adopted)
    with meanwhile(adopted, lambda them: change_meeting(them, NILS, NAME, without_the_last, "Kortare")):
        held = hold(that_evening(adopted), NAME, by="Eva")
    assert find_meeting(adopted, NAME).submission != version.submission
    assert {punkt.rad.id for punkt in held.meeting.mote.punkter} >= set(held.given)
    assert held.meeting.version == find_meeting(adopted, NAME)


def test_a_meeting_held_while_its_agenda_is_being_changed_is_not_changed(adopted: House) -> None:
    version = december(adopted)

    def edit(records: Records) -> Records:
        return {**records, "arende": records["arende"][:-1]}

    with meanwhile(adopted, lambda them: hold(that_evening(them), NAME, by="Eva")), pytest.raises(Refused) as no:
        change_meeting(adopted, NILS, NAME, edit, "Kortare")
    assert no.value.findings[0].code == "mote-hallet"
    assert find_meeting(adopted, NAME) == version


def test_a_meeting_is_begun_once(adopted: House) -> None:
    day = date(2026, 11, 12)
    with meanwhile(adopted, lambda them: begin_meeting(them, NILS, "SN", day, "", "")), pytest.raises(Refused) as no:
        begin_meeting(adopted, NILS, "SN", day, "", "")
    assert no.value.findings[0].code == "mote-finns"


def test_a_preview_taken_away_as_it_is_looked_for_is_one_that_is_not_made(
    adopted: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "mk-" + "0" * 24
    place = adopted.data / FOLDER / "s1" / f"mrp-{name}.pdf"
    place.parent.mkdir(parents=True)
    write_whole(place, b"%PDF")
    assert kept_preview(adopted, "s1", "mrp", name) == b"%PDF"
    read_bytes = Path.read_bytes

    def taken_away(path: Path) -> bytes:
        path.unlink()  # by somebody who keeps a newer one
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", taken_away)
    assert kept_preview(adopted, "s1", "mrp", name) is None


def test_files_of_one_name_for_two_arenden_at_the_same_moment_are_both_kept(adopted: House) -> None:
    version = december(adopted)
    ids = [punkt.rad.id for punkt in load_mote(adopted, version).punkter[:2]]

    def theirs(them: House) -> None:
        take_in_files(them, NILS, NAME, ids[0], [("karta.pdf", b"%PDF-1.4 ett")], secret=False)

    with meanwhile(adopted, theirs):
        (mine,) = take_in_files(adopted, NILS, NAME, ids[1], [("karta.pdf", b"%PDF-1.4 tu")], secret=False)
    assert mine.name == "karta (2).pdf"
    names = [file.name for file in listed_files(adopted.store, meeting_id(version.key))]
    assert names[-2:] == ["karta.pdf", "karta (2).pdf"]
