"""The road of the people who follow the plan up: a handläggare's report, the accounts, decisions, later revisions."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from schemas.workbooks import Kind
from service.chain.arshjul import Lage, Mark
from service.chain.values import Decision, State
from service.findings import Level, line
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.demo.followups import decided
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.loading.reports import load_joint_report, load_report
from service.usecases.oversight.arshjul import deadlines
from service.usecases.oversight.status import status_list
from service.usecases.submitting.submit import Receipt, marked_up, submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person

VP = PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027)
APRIL, AUGUST = (PlanKey(Kind.UPPFOLJNING, "SN", 2027, "", period) for period in ("T1", "T2"))
ACCOUNTS = PlanKey(Kind.BOKSLUT, "", 2027, "", "T2")
APPROVED = Decision("SN", date(2027, 5, 27), 61, "SN 2027/88")


def said(receipt: Receipt) -> str:
    """All that a person is told."""
    return "\n".join(line(finding) for finding in receipt.findings)


def taken_in(house: House, blob: bytes, **options: str) -> Receipt:
    """The receipt for a workbook that could be read."""
    receipt = submit(house, blob, "rapport.xlsx", by="Eva", **options)
    assert receipt.stored, said(receipt)
    return receipt


def sample(period: str) -> bytes:
    """Socialnämnden's sample report of a period."""
    return samples(f"uppfoljning-2027-{period.lower()}-sn.xlsx")[0].read_bytes()


def reported(house: House, period: str = "T1") -> None:
    """Socialnämnden's sample report taken in and handed in."""
    taken_in(house, sample(period))
    hand_in(house, PlanKey(Kind.UPPFOLJNING, "SN", 2027, "", period), by="Eva", acknowledge=True)


def test_the_workbook_holds_the_plan_and_asks_for_what_became_of_it(planned: House) -> None:
    person = Person(hand_out(planned, Kind.UPPFOLJNING, 2027, "sn", period="t1"))
    assert person.cell("Förväntade resultat", 1, "Nummer").value == "3.1"
    assert person.cell("Aktiviteter", 1, "Ansvarig").value
    assert person.cell("Ekonomi", 1, "Budget 2027").value == 36_300
    assert person.cell("Mått", 1, "Mål 2027").value == 13
    assert person.cell("Förväntade resultat", 1, "Bedömning").protection.locked is False
    assert person.cell("Förväntade resultat", 1, "Förväntat resultat").protection.locked
    lists = [rule.formula1 for rule in person.book["Förväntade resultat"].data_validations.dataValidation]
    assert "mk_lista_bedomning" in lists
    words = [cell.value for row in person.book["Listor"].iter_rows() for cell in row]
    assert {"bedöms uppfyllas", "kan ej bedömas", "pågår med avvikelse"} <= set(words)
    assert "uppfyllt" not in words


def test_a_handlaggare_is_told_what_is_missing_mends_it_and_hands_in(planned: House) -> None:
    blank = taken_in(planned, hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", period="T1"))
    assert blank.state is State.UTKAST
    assert {"R60-resultat", "R60-aktivitet", "R60-matt", "R64-belopp", "tom"} <= {f.code for f in blank.findings}
    with pytest.raises(Refused):
        hand_in(planned, APRIL, by="Eva", acknowledge=True)

    person = Person(sample("T1"))
    person.cell("Förväntade resultat", 1, "Åtgärd").value = None
    person.cell("Förväntade resultat", 2, "Bedömning").value = "Bedöms  uppfyllas"
    faulty = taken_in(planned, person.saved())
    assert [f.code for f in faulty.findings if f.level is Level.FEL] == ["R22-atgard"], said(faulty)
    returned = marked_up(faulty)
    assert returned is not None
    mended = Person(returned)
    assert mended.book.sheetnames[0] == "Fel"
    mended.cell("Förväntade resultat", 1, "Åtgärd").value = "Anställ på kvällar."
    receipt = taken_in(planned, mended.saved())
    assert receipt.ready, said(receipt)
    handed_in = hand_in(planned, APRIL, by="Eva", acknowledge=True).version
    assert [basis.kind for basis in handed_in.ground] == [Kind.INSTALLNINGAR, Kind.MRP, Kind.VERKSAMHETSPLAN]
    assert adopt(planned, APRIL, APPROVED, by="Sekreteraren").version.state is State.ANTAGEN
    assert load_report(planned, 2027, "T1", "SN").resultat[1].bedomning == "uppfyllt"


def test_the_next_period_begins_from_what_was_reported(planned: House) -> None:
    reported(planned)
    person = Person(hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", period="T2"))
    assert person.cell("Förväntade resultat", 1, "Bedömning förra perioden").value == "bedöms inte uppfyllas"
    assert person.cell("Ekonomi", 2, "Prognos förra perioden").value > 0
    assert person.cell("Personal", 1, "Förra perioden").value == 1248
    assert person.cell("Förväntade resultat", 1, "Bedömning").value is None


def test_a_word_that_is_not_of_the_scale_and_a_changed_locked_cell_are_told(planned: House) -> None:
    person = Person(sample("T1"))
    person.cell("Förväntade resultat", 1, "Bedömning").value = "bedöms inte uppfylas"
    person.cell("Mått", 1, "Mål 2027").value = 17
    refused = submit(planned, person.saved(), "sn.xlsx", by="Eva")
    assert not refused.stored
    assert "bedöms inte uppfyllas" in said(refused)
    assert "last-andrad" in {finding.code for finding in refused.findings}


def test_a_row_that_was_deleted_is_missed(planned: House) -> None:
    person = Person(sample("T1"))
    for cell in next(person.book["Aktiviteter"].iter_rows(min_row=6, max_row=6)):
        cell.value = None
    receipt = taken_in(planned, person.saved())
    assert "R78-aktivitet" in {finding.code for finding in receipt.findings}


def test_without_an_adopted_plan_or_a_period_there_is_nothing_to_follow_up(planned: House) -> None:
    wrong = (("BUN", "T1", "vp-inte-antagen"), ("SN", "", "okand-period"), ("SN", "T4", "okand-period"))
    for namnd, period, code in wrong:
        with pytest.raises(Refused) as no:
            hand_out(planned, Kind.UPPFOLJNING, 2027, namnd, period=period)
        assert no.value.findings[0].code == code
    with pytest.raises(Refused) as no:
        hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", "eget", "T1")
    assert no.value.findings[0].code == "forslag-till-uppfoljning"


def test_an_approved_report_is_revised_only_with_a_reason_and_other_periods_are_let_alone(planned: House) -> None:
    reported(planned)
    adopt(planned, APRIL, APPROVED, by="Sekreteraren")
    person = Person(sample("T1"))
    person.cell("Ekonomi", 1, "Kommentar").value = "Rättat efter revisionen."
    blob = person.saved()
    no = submit(planned, blob, "ny.xlsx", by="Eva").findings[0]
    assert line(no).startswith("Uppföljning januari–april 2027 för SN är antagen.")
    assert taken_in(planned, blob, reason="Rättad kommentar.").version == 2
    assert taken_in(planned, sample("T2")).version == 1


def test_a_report_is_a_step_of_the_årshjul_done_on_the_day_that_the_nämnd_approved_it(planned: House) -> None:
    def step() -> Lage:
        found = deadlines(planned, 2027, "SN", date(2027, 6, 1))
        return next(lage for lage in found if lage.halltid.handling == "delårsrapport T1")

    assert (step().mark, step().pagar) == (Mark.SEN, ())
    reported(planned)
    assert (step().mark, [event.ord for event in step().pagar]) == (Mark.SEN, ["inlämnad"])
    adopt(planned, APRIL, APPROVED, by="Sekreteraren")
    assert (step().mark, step().klara[0].datum) == (Mark.KLAR, date(2027, 5, 27))


def test_what_a_revision_drops_from_the_plan_is_still_followed_up_and_an_earlier_report_stays(planned: House) -> None:
    reported(planned)
    before = load_report(planned, 2027, "T1", "SN")
    person = Person(hand_out(planned, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    dropped, withdrawn = (person.cell("Aktiviteter", row, "Aktivitet").value for row in (2, 3))
    for cell in next(person.book["Aktiviteter"].iter_rows(min_row=7, max_row=7)):
        cell.value = None
    person.cell("Aktiviteter", 3, "Utgår").value = "ja"
    taken_in(planned, person.saved(), reason="Två aktiviteter hinns inte med.")
    decided(planned, VP, date(2027, 6, 10), 70)
    after = Person(hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", period="T2"))
    page = after.book["Aktiviteter"]
    gone = [[str(cell.value) for cell in row] for row in page.iter_rows(min_row=6) if row[7].value == "ja"]
    assert {row[3] for row in gone} == {str(dropped), str(withdrawn)}
    assert all("utgår" in row for row in gone)
    assert load_report(planned, 2027, "T1", "SN").vp == before.vp


def test_the_accounts_hold_the_reports_sums_and_name_who_is_missing(planned: House) -> None:
    reported(planned, "T2")
    person = Person(hand_out(planned, Kind.BOKSLUT, 2027, period="T2"))
    rows = {row[3].value: row for row in person.book["Driftredovisning"].iter_rows(min_row=6)}
    assert rows["Socialnämnden"][6].value == 759_300
    assert rows["Socialnämnden"][6].protection.locked
    assert not rows["Samhällsbyggnadsnämnden"][6].protection.locked
    joint = load_joint_report(planned, 2027, "T2")
    assert joint.bokslut is None
    assert [report.namnd for report in joint.rapporter] == ["SN"]
    assert len(joint.saknas) == 7
    assert sum(joint.antal.values()) == 4


def test_the_municipality_s_own_words_are_offered_and_read(planned: House) -> None:
    person = Person(hand_out(planned, Kind.INSTALLNINGAR, 2027))
    cell = next(c for c in person.book["Statusord"]["C"] if c.value == "bedöms uppfyllas")
    cell.value = "går mot målet"
    taken_in(planned, person.saved())
    book = load_workbook(io.BytesIO(hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", period="T1")))
    words = [cell.value for row in book["Listor"].iter_rows() for cell in row]
    assert "går mot målet" in words
    assert "bedöms uppfyllas" not in words


def test_the_list_of_status_can_be_sorted_and_holds_what_nobody_has_reported(planned: House) -> None:
    def rows() -> list[tuple[object, ...]]:
        sheet = load_workbook(io.BytesIO(status_list(planned, 2027)))["Status"]
        assert sheet.tables["Status"].autoFilter is not None or sheet.tables["Status"].ref
        return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]

    assert {row[4] for row in rows()} == {"ej rapporterat"}
    person = Person(sample("T1"))
    person.cell("Förväntade resultat", 1, "Ansvarig för åtgärden").value = "@enheten"
    taken_in(planned, person.saved())
    hand_in(planned, APRIL, by="Eva", acknowledge=True)
    found = {(row[0], row[1]): row for row in rows()}
    assert found["Resultat", "3.1"][2:6] == (
        "SN", found["Resultat", "3.1"][3], "bedöms inte uppfyllas", "T1",
    )  # fmt: skip
    assert "@enheten" in found["Resultat", "3.1"]
    assert {kind for kind, _ in found} == {"Resultat", "Aktivitet", "Mått"}
