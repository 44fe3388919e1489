"""A meeting's road: workbook, package, §§, minutes, and the plan adopted; then late papers."""

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner
from pikepdf import Encryption, Pdf

from samples.source.moten import DELEGATIONSFIL
from schemas.workbooks import Kind
from service.chain.values import Decision, State
from service.cli import main
from service.findings import line, what
from service.pdf import office
from service.store import Account, PackageState, PlanKey, Role, adopted_version, kept_outcome, listed_files
from service.usecases.answers import Refused
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.meetings.files import add_file
from service.usecases.meetings.held import hold
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.minutes import write_extracts, write_minutes
from service.usecases.meetings.new import new_meeting
from service.usecases.meetings.package import package
from service.usecases.meetings.package_orders import package_file, packages_seen
from service.usecases.meetings.papers import open_meeting
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.papers.verified import verified
from service.usecases.submitting.submit import Receipt, submit
from service.usecases.verify import Verdict, verify

from .conftest import samples
from .people import Person

NAME, DAY = "SN 2026-12-10", date(2026, 12, 10)
DAY_AFTER = datetime(2026, 12, 17, 9, tzinfo=UTC)
PDF = b"%PDF-1.4 not much of one"


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice: the package is the Word files and the zip."""
    monkeypatch.setattr(office, "is_available", lambda: False)


@pytest.fixture
def meeting(adopted: House, without_office: None) -> House:
    """SN's plan handed in, its meeting called, its file added."""
    for pattern in ("verksamhetsplan-2027-sn.xlsx", "mote-2027-sn.xlsx"):
        path = samples(pattern)[0]
        receipt = submit(adopted, path.read_bytes(), path.name, by="Love")
        assert receipt.ready, receipt.findings
    hand_in(adopted, PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027), by="Chefen", acknowledge=True)
    add_file(adopted, NAME, DELEGATIONSFIL, PDF, by="Love")
    return replace(adopted, now=lambda: DAY_AFTER)


def sent_in_again(house: House, *changes: tuple[int, dict[str, object]]) -> Receipt:
    """The meeting's workbook with some rows of its agenda changed."""
    person = Person(new_meeting(house, "SN", DAY))
    for row, values in changes:
        person.type("Ärenden", row, **values)
    return submit(house, person.saved(), "mote.xlsx", by="Love")


def names_in(folder: Path, part: str) -> list[str]:
    with zipfile.ZipFile(folder / f"sn-2026-12-10-{part}.zip") as archive:
        return archive.namelist()


def test_the_workbook_of_a_new_meeting_holds_the_nämnd_the_day_and_the_first_ärenden(adopted: House) -> None:
    person = Person(new_meeting(adopted, "bun", DAY))
    assert person.beside("Sammanträde", "Nämnd").value.startswith("BUN ")
    assert person.cell("Ärenden", 2, "Rubrik").value == "Godkännande av föredragningslistan"
    assert submit(adopted, person.saved(), "mote.xlsx", by="Love").stored


def test_the_next_meeting_is_begun_with_what_the_last_said_alike(meeting: House) -> None:
    later = Person(new_meeting(meeting, "SN", date(2027, 1, 21)))
    wanted = {"Plats": "Sessionssalen, kommunhuset", "Ordförande": "Nämndens ordförande",
              "Sekreterare": "Nämndsekreteraren", "Tid": None}  # fmt: skip
    assert {label: later.beside("Sammanträde", label).value for label in wanted} == wanted
    assert "Ledamöter" in str(later.beside("Sammanträde", "Kallade").value)


@pytest.mark.parametrize(
    ("written", "read"),
    [("13", "13.00"), ("13.00", "13.00"), ("13:00", "13.00"), ("kl 13", "13.00"), ("kl. 13:30", "13.30"), (13, "13.00"),
     (time(13, 30), "13.30"), ("kl. 9-11.30", "9.00–11.30"), ("25", ""), ("efter lunch", ""), ("13.5", "")],
)  # fmt: skip
def test_the_hour_is_read_however_it_is_written_and_what_is_no_hour_is_said(
    adopted: House, written: object, read: str
) -> None:
    person = Person(new_meeting(adopted, "SN", DAY)).fill("Sammanträde", Tid=written)
    receipt = submit(adopted, person.saved(), "mote.xlsx", by="Love")
    told = [line(finding) for finding in receipt.findings if finding.code == "inte-klockslag"]
    assert bool(told) is not bool(read)
    if read:
        version = find_meeting(adopted, NAME)
        assert open_meeting(adopted, version).mote.uppgifter.tid == read
    else:
        assert "Tid ska vara ett klockslag. Skriv till exempel 13.00." in told[0]


def test_a_package_is_refused_as_long_as_a_listed_file_is_missing(adopted: House, tmp_path: Path) -> None:
    path = samples("mote-2027-sn.xlsx")[0]
    submit(adopted, path.read_bytes(), path.name, by="Love")
    with pytest.raises(Refused) as no:
        package(adopted, NAME, tmp_path, by="Love")
    assert "L12-fil" in [finding.code for finding in no.value.findings]


def test_what_is_secret_lies_apart_and_its_title_is_not_told(meeting: House, tmp_path: Path) -> None:
    package(meeting, NAME, tmp_path, by="Love")
    assert names_in(tmp_path, "handlingar") == [
        "00-01 Kallelse.docx", "00-02 Föredragningslista.docx", "03-00 Tjänsteskrivelse.docx",
        "03-01 Verksamhetsplan 2027.docx", "03-02 Detaljbudget 2027.xlsx",
    ]  # fmt: skip
    assert names_in(tmp_path, "sekretess") == ["04-01 Delegationsbeslut november 2026.pdf"]


def test_a_meeting_that_is_held_gives_its_paragraphs_and_adopts_the_plan(meeting: House, tmp_path: Path) -> None:
    package(meeting, NAME, tmp_path, by="Love", sent=True)
    held = hold(meeting, NAME, by="Love")
    assert [punkt.paragraf for punkt in held.meeting.mote.punkter] == [118, 119, 120, 121, 122, 123]
    version = adopted_version(meeting.store, Kind.VERKSAMHETSPLAN, "SN", 2027)
    assert version is not None
    assert version.decision == Decision("SN", DAY, 120, "SN 2026/214")
    assert not hold(meeting, NAME, by="Love").given
    written = generate(meeting, Order("verksamhetsplan", 2027, "SN"), tmp_path)
    assert written.version.state is State.ANTAGEN


def test_minutes_and_an_extract_for_each_receiver_are_written_once_it_is_held(meeting: House, tmp_path: Path) -> None:
    with pytest.raises(Refused) as no:
        write_minutes(meeting, NAME, tmp_path)
    assert no.value.findings[0].code == "inte-hallet"
    hold(meeting, NAME, by="Love")
    assert [path.name for path in write_minutes(meeting, NAME, tmp_path)] == [
        "sn-2026-12-10-protokoll.docx", "sn-2026-12-10-anslag.docx",
    ]  # fmt: skip
    assert [path.name for path in write_extracts(meeting, NAME, tmp_path)] == [
        "sn-2026-12-10-utdrag-120-kommunstyrelsen.docx", "sn-2026-12-10-utdrag-120-ekonomikontoret.docx",
    ]  # fmt: skip


def test_a_plan_whose_outcome_nobody_has_said_is_not_adopted(meeting: House) -> None:
    assert sent_in_again(meeting, (3, {"Utfall": None})).ready
    assert [finding.code for finding in hold(meeting, NAME, by="Love").findings] == ["utfall-saknas"]
    assert adopted_version(meeting.store, Kind.VERKSAMHETSPLAN, "SN", 2027) is None


def test_a_plan_that_was_put_off_is_left_as_it_is(meeting: House) -> None:
    assert sent_in_again(meeting, (3, {"Utfall": "bordlagt"})).ready
    held = hold(meeting, NAME, by="Love")
    assert (held.adopted, held.findings) == ((), ())


def test_a_withdrawn_ärende_keeps_its_number_and_gets_no_paragraph(meeting: House) -> None:
    assert sent_in_again(meeting, (4, {"Utgår": "ja"})).ready
    punkter = hold(meeting, NAME, by="Love").meeting.mote.punkter
    assert [(punkt.nummer, punkt.paragraf) for punkt in punkter[2:5]] == [(3, 120), (4, None), (5, 121)]


def test_the_papers_of_a_withdrawn_ärende_are_left_out_and_that_is_said(meeting: House, tmp_path: Path) -> None:
    assert sent_in_again(meeting, (4, {"Utgår": "ja"})).ready
    told = [line(finding) for finding in package(meeting, NAME, tmp_path, by="Love").findings]
    assert [words for words in told if "utgår" in words] == [
        "Ärende 4 utgår, så 1 handling ingår inte i paketet. Ta tillbaka ärendet om något ska gå ut."
    ]


def test_a_meeting_that_has_been_held_keeps_its_day_and_nothing_else(meeting: House) -> None:
    later = date(2026, 12, 11)
    for moved_to in (later, DAY):
        person = Person(new_meeting(meeting, "SN", DAY)).fill("Sammanträde", Sammanträdesdag=moved_to)
        assert submit(meeting, person.saved(), "m.xlsx", by="Love").stored
    given = hold(meeting, NAME, by="Love").given
    moved = Person(new_meeting(meeting, "SN", DAY)).fill("Sammanträde", Sammanträdesdag=later)
    refused = submit(meeting, moved.saved(), "c.xlsx", by="Love")
    assert not refused.stored
    told = [(f.code, what(f)) for f in refused.findings if f.refuses]
    sentence = "Sammanträdet hölls 2026-12-10 och har fått sina paragrafer. Dagen kan inte ändras till 2026-12-11."
    assert told == [("hallet-datum", sentence)]
    written = Person(new_meeting(meeting, "SN", DAY)).fill("Sammanträde", Plats="Biblioteket").saved()
    assert submit(meeting, written, "d.xlsx", by="Love").stored
    assert hold(meeting, NAME, by="Love").meeting.mote.paragrafer == given


def test_a_meeting_whose_day_has_not_come_is_not_held_and_one_without_people_is_asked_for_them(meeting: House) -> None:
    before = replace(meeting, now=lambda: datetime(2026, 12, 9, 20, tzinfo=UTC))
    with pytest.raises(Refused) as no:
        hold(before, NAME, by="Love")
    assert line(no.value.findings[0]).startswith("Sammanträdet är 10 december 2026 och har inte varit än.")
    person = Person(new_meeting(meeting, "SN", DAY))
    for row in range(1, 8):
        person.type("Närvaro", row, Namn=None, Roll=None, Parti=None)
    assert submit(meeting, person.saved(), "mote.xlsx", by="Love").stored
    assert "narvaro-saknas" in [finding.code for finding in hold(meeting, NAME, by="Love").findings]


def test_paragraphs_asked_for_that_are_taken_are_refused(meeting: House) -> None:
    hold(meeting, NAME, by="Love")
    later = Person(new_meeting(meeting, "SN", date(2026, 12, 17)))
    later.fill("Sammanträde", Tid="9", Plats="Salen", Ordförande="A", Sekreterare="B", Kallade="Alla")
    assert submit(meeting, later.saved(), "mote2.xlsx", by="Love").stored
    with pytest.raises(Refused) as no:
        hold(meeting, "SN 2026-12-17", by="Love", first=123)
    assert no.value.findings[0].code == "paragraf-upptagen"
    assert list(hold(meeting, "SN 2026-12-17", by="Love").given.values()) == [124, 125]


def test_the_command_line_looks_a_file_through_and_says_and_refuses_what_the_web_does(
    meeting: House, tmp_path: Path
) -> None:
    def add(name: str, content: bytes, *words: str) -> tuple[int, str]:
        (tmp_path / name).write_bytes(content)
        command = ["--data", str(meeting.data), "meeting", "add", NAME, str(tmp_path / name), *words]
        done = CliRunner().invoke(main, command, catch_exceptions=False)
        return done.exit_code, " ".join(done.output.split())

    page = Pdf.new()
    page.add_blank_page()
    page.save(tmp_path / "ren.pdf")
    page.save(tmp_path / "last.pdf", encryption=Encryption(owner="hemligt", user="hemligt"))
    open_pdf, locked_pdf = ((tmp_path / name).read_bytes() for name in ("ren.pdf", "last.pdf"))
    to_plan = ("--arende", "plan")
    code, said = add("ren.pdf", open_pdf, *to_plan, "--titel", "Yttrande", "--sekretess")
    assert (code, said.split(" i paketet.")[0]) == (0, "ren.pdf är inlagd. Den blir 1 sida")
    assert said.endswith("Den hör till ärendet plan.")
    code, said = add("ren.pdf", open_pdf + b"\n")
    assert (code, "ren.pdf är inlagd i stället för den förra." in said) == (0, True)
    again = listed_files(meeting.store, f"2027 {NAME}")[-1]
    assert (again.arende, again.title, again.secret) == ("plan", "Yttrande", True)
    code, said = add("last.pdf", locked_pdf, *to_plan)
    assert code == 0
    assert "utan sidor i paketet: Filen är låst med lösenord" in said, said
    code, said = add("brev.eml", b"From: a@b.se\n\nHej", *to_plan)
    assert (code, "utan sidor i paketet" in said) == (0, True)
    outcome = kept_outcome(meeting.store, again.sha256)
    assert outcome is not None
    assert outcome.pages == 1
    assert add(DELEGATIONSFIL, open_pdf, *to_plan)[1].startswith("delegationsbeslut-november (2).pdf är inlagd.")
    (tmp_path / "tom.pdf").write_bytes(b"")
    older = ["--data", str(meeting.data), "meeting", "add", str(tmp_path / "tom.pdf"), "--meeting", NAME]
    assert "Filen är tom" in CliRunner().invoke(main, older).output
    assert add("tom.pdf", b"", *to_plan) == (3, "[fel] tom.pdf är inte inlagd. Filen är tom.")
    hold(meeting, NAME, by="Love")
    code, said = add("sen.pdf", open_pdf, *to_plan)
    assert (code, "är hållet" in said) == (3, True)


def test_late_papers_come_in_a_package_of_their_own_with_what_has_changed(meeting: House, tmp_path: Path) -> None:
    assert package(meeting, NAME, tmp_path, by="Love", sent=True).number == 1
    assert package(meeting, NAME, tmp_path, by="Love", sent=True).number == 1
    add_file(meeting, NAME, "yttrande.txt", b"Vi har inget att anmarka.", by="Love", arende="plan", title="Yttrande")
    done = package(meeting, NAME, tmp_path, by="Love", sent=True)
    assert [change.line for change in done.changes] == [
        "Föredragningslista: ändrad",
        "3 Tjänsteskrivelse: ändrad",  # it lists the bilagor
        "3.3 Yttrande: ny",
    ]
    assert done.number == 2
    assert names_in(tmp_path, "tillagg-2") == [
        "00-02 Föredragningslista.docx", "03-00 Tjänsteskrivelse.docx", "03-03 Yttrande.txt",
    ]  # fmt: skip


def test_what_is_sent_from_the_command_line_is_kept_and_read_as_what_is_sent_on_the_web(
    meeting: House, tmp_path: Path
) -> None:
    words = ["--data", str(meeting.data), "meeting", "package", NAME, "-o", str(tmp_path), "--skickat"]
    for _ in range(2):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert "Antecknat som utskick 1 och sparat" in done.output
    reader = Account("l", "l@x.se", "Lo Läsare", frozenset({Role.LASARE}), frozenset(), DAY_AFTER)
    version = find_meeting(meeting, NAME)
    (kept,) = packages_seen(meeting, reader, version)
    assert (kept.state, kept.dispatch) == (PackageState.DONE, 1)
    assert "sn-2026-12-10-sekretess.zip" not in [file.name for file in kept.files]
    for file in kept.files:
        path = package_file(meeting, reader, version, kept.id, file.name)
        assert path.read_bytes() == (tmp_path / file.name).read_bytes()
        if path.suffix != ".zip":
            assert verified(meeting, reader, path.read_bytes()).verdict is Verdict.UNCHANGED
    packed = zipfile.ZipFile(tmp_path / "sn-2026-12-10-handlingar.zip")
    report = packed.read("03-00 Tjänsteskrivelse.docx")
    assert verify(meeting, report).verdict is Verdict.UNCHANGED
    assert verified(meeting, reader, packed.read("03-01 Verksamhetsplan 2027.docx")).verdict is Verdict.UNKNOWN


def test_a_plan_that_has_changed_since_it_was_sent_is_not_adopted_by_itself(meeting: House, tmp_path: Path) -> None:
    package(meeting, NAME, tmp_path, by="Love", sent=True)
    path = samples("verksamhetsplan-2027-sn.xlsx")[0]
    person = Person(path.read_bytes())
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Socialchef"
    submit(meeting, person.saved(), "igen.xlsx", by="Chefen")
    hand_in(meeting, PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027), by="Chefen", acknowledge=True)
    held = hold(meeting, NAME, by="Love")
    assert [finding.code for finding in held.findings] == ["plan-andrad-efter-utskick"]


def test_a_meeting_or_an_ärende_that_is_not_there_is_answered(meeting: House) -> None:
    for name, arende, code in (("KS 2026-01-01", "", "mote-saknas"), (NAME, "taxa", "okant-arende")):
        with pytest.raises(Refused) as no:
            add_file(meeting, name, "x.pdf", PDF, by="Love", arende=arende)
        assert no.value.findings[0].code == code
