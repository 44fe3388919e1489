"""The whole road of the people who make the plan: controller, handläggare, mended uploads, decisions, revisions."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from schemas.workbooks import Kind
from service.chain.values import Decision, State
from service.findings import Level, line
from service.store import PlanKey, adopted_version, entries, latest_version, records_of, submission
from service.usecases.adopt import adopt
from service.usecases.answers import Refused
from service.usecases.comparing.differences import compare
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.loading.plans import governing_mrp, load_mrp, load_vp, settings
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare
from service.usecases.submitting.submit import Receipt, marked_up, submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person

MRP = PlanKey(Kind.MRP, "", 2027)
SN = PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027)
SN_DECISION = Decision("SN", date(2026, 12, 10), 120, "SN 2026/214")


def said(receipt: Receipt) -> str:
    """All that a person is told."""
    return "\n".join(line(finding) for finding in receipt.findings)


def sample_sn() -> bytes:
    """The sample workbook of socialnämnden."""
    return samples("verksamhetsplan-2027-sn.xlsx")[0].read_bytes()


def taken_in(house: House, blob: bytes, **options: str) -> Receipt:
    """The receipt for a workbook that could be read."""
    receipt = submit(house, blob, "plan.xlsx", by="Eva", **options)
    assert receipt.stored, said(receipt)
    return receipt


def test_a_handlaggare_fills_in_is_told_of_a_fault_mends_it_and_hands_in(adopted: House) -> None:
    person = Person(sample_sn())
    person.cell("Detaljbudget", 5, "Övriga kostnader").value = "12.345"
    person.cell("Aktiviteter", 1, "Slut").value = "2027-02-30"
    refused = submit(adopted, person.saved(), "sn.xlsx", by="Eva")
    assert not refused.stored
    assert "12345 eller 12,345" in said(refused)
    assert "Datumet finns inte i kalendern" in said(refused)
    assert latest_version(adopted.store, SN) is None

    returned = marked_up(refused)
    assert returned is not None
    mended = Person(returned)
    assert mended.book.sheetnames[0] == "Fel"
    right = Person(sample_sn()).cell("Detaljbudget", 5, "Övriga kostnader").value
    mended.cell("Detaljbudget", 5, "Övriga kostnader").value = right
    mended.cell("Aktiviteter", 1, "Slut").value = date(2027, 6, 30)
    receipt = taken_in(adopted, mended.saved())
    assert receipt.ready, said(receipt)
    assert hand_in(adopted, SN, by="Eva", acknowledge=True).version.state is State.INLAMNAD


def test_what_depends_on_a_cell_that_cannot_be_read_waits_until_it_can(adopted: House) -> None:
    person = Person(sample_sn())
    row = next(n for n in range(1, 60) if person.cell("Detaljbudget", n, "Personalkostnader").value)
    person.cell("Detaljbudget", row, "Personalkostnader").value = "ca 221 000"
    person.cell("Detaljbudget", row, "Lokalkostnader").value = -50
    receipt = submit(adopted, person.saved(), "sn.xlsx", by="Eva")
    told = [f.code for f in receipt.findings if f.level is not Level.VARNING]
    assert told == ["inte-tal", "R79-minus", "provas-nar-lasbart"]
    assert "De prövas när cellerna är rättade." in said(receipt)


def test_a_fel_is_kept_as_utkast_and_stops_at_hand_in(adopted: House) -> None:
    person = Person(sample_sn())
    cell = person.cell("Detaljbudget", 5, "Personalkostnader")
    cell.value = int(cell.value) + 1000
    receipt = taken_in(adopted, person.saved())
    assert receipt.state is State.UTKAST
    assert any("R80" in f.rules and f.level is Level.FEL for f in receipt.findings), said(receipt)
    with pytest.raises(Refused) as no:
        hand_in(adopted, SN, by="Eva", acknowledge=True)
    assert "1\u00a0000" in "\n".join(line(f) for f in no.value.findings)


def test_warnings_are_to_be_acknowledged(adopted: House) -> None:
    person = Person(sample_sn())
    person.cell("Aktiviteter", 1, "Beslutad av").value = None
    receipt = taken_in(adopted, person.saved())
    assert any(f.level is Level.VARNING for f in receipt.findings), said(receipt)
    with pytest.raises(Refused) as no:
        hand_in(adopted, SN, by="Eva")
    assert no.value.findings[0].code == "varningar-att-kvittera"
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    assert entries(adopted.store)[-1]["details"]["kvitterade"]


def test_the_same_file_twice_is_one_submission(adopted: House) -> None:
    first = taken_in(adopted, sample_sn())
    again = taken_in(adopted, sample_sn())
    assert again.already
    assert again.submission == first.submission


def test_a_plan_cannot_be_adopted_before_it_is_handed_in_and_an_adopted_one_needs_a_reason(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    with pytest.raises(Refused):
        adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Avdelningschef hemtjänst"
    blob = person.saved()
    assert submit(adopted, blob, "ny.xlsx", by="Eva").findings[0].code == "revidering-utan-skal"
    receipt = taken_in(adopted, blob, reason="Ny organisation från mars.")
    assert receipt.version == 2
    assert adopted_version(adopted.store, SN.kind, "SN", 2027).version == 1  # type: ignore[union-attr]
    changed = compare(adopted, SN.kind, 2027, "SN", "1", "2")
    assert [(d.subject, d.change) for d in changed] == [("Aktiviteter: Ansvarig", "ändrat")]


def test_a_late_decision_is_recorded_with_a_warning(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    done = adopt(adopted, SN, Decision("SN", date(2027, 1, 14), 3, "SN 2026/214"), by="Sekreteraren")
    assert done.version.state is State.ANTAGEN
    assert any("R20" in finding.rules for finding in done.findings)


def test_a_decision_without_dnr_is_no_decision(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    with pytest.raises(Refused) as no:
        adopt(adopted, SN, Decision("SN", date(2026, 12, 10), 120, ""), by="Sekreteraren")
    assert any("R00" in finding.rules for finding in no.value.findings)


def test_a_revision_of_the_mrp_keeps_its_numbers_and_tells_those_who_work_from_the_old_one(adopted: House) -> None:
    installningar = settings(adopted, 2027)
    before = load_mrp(adopted, governing_mrp(adopted, 2027), installningar)
    old_workbook = hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN")
    assert old_workbook
    person = Person(hand_out(adopted, Kind.MRP, 2027))
    row = next(n for n in range(1, 40) if str(person.cell("Driftbudget", n, "Nämnd").value).startswith("SN"))
    cell = person.cell("Driftbudget", row, "Ram 2027")
    cell.value = int(cell.value) + 500
    post = next(n for n in range(1, 9) if "ensioner" in str(person.cell("Centrala poster", n, "Post").value))
    central = person.cell("Centrala poster", post, "Budget 2027")
    central.value = int(central.value) - 500
    taken_in(adopted, person.saved(), reason="Mer till socialnämnden.")
    hand_in(adopted, MRP, by="Ekonomichefen", acknowledge=True)
    adopt(adopted, MRP, Decision("KF", date(2026, 9, 23), 101, "KS 2026/101"), by="Kommunsekreteraren")
    after = load_mrp(adopted, governing_mrp(adopted, 2027), installningar)
    assert after.head.version == 2
    assert {r.id: r.nummer for r in after.resultat} == {r.id: r.nummer for r in before.resultat}
    receipt = taken_in(adopted, sample_sn())
    assert "arbetsboken-bygger-pa-aldre" in {finding.code for finding in receipt.findings}


def test_proposals_live_side_by_side_until_one_is_adopted(house: House) -> None:
    for path in [*samples("installningar-2027.xlsx"), *samples("forslag/*.xlsx")]:
        name = path.stem.removeprefix("mrp-2027-") if path.parent.name == "forslag" else ""
        assert submit(house, path.read_bytes(), path.name, by="KS", proposal=name).stored
    names = [path.stem.removeprefix("mrp-2027-") for path in samples("forslag/*.xlsx")]
    found = compare(house, Kind.MRP, 2027, "", names[0], names[1])
    assert {"Ram", "Inriktningsmål", "Förväntade resultat"} <= {
        difference.subject.partition(":")[0] for difference in found
    }
    chosen = PlanKey(Kind.MRP, "", 2027, names[0])
    hand_in(house, chosen, by="KS", acknowledge=True)
    assert load_mrp(house, latest_version(house.store, chosen), settings(house, 2027)).resultat[0].nummer.given is False  # type: ignore[arg-type]
    adopt(house, chosen, Decision("KF", date(2026, 6, 17), 78, "KS 2026/101"), by="Sekreteraren")
    assert governing_mrp(house, 2027).key.proposal == names[0]
    assert load_mrp(house, governing_mrp(house, 2027), settings(house, 2027)).resultat[0].nummer.given


def test_the_numbers_of_a_plan_are_the_same_when_its_rows_are_moved(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    mrp = load_mrp(adopted, governing_mrp(adopted, 2027), settings(adopted, 2027))
    before = load_vp(adopted, latest_version(adopted.store, SN), mrp)  # type: ignore[arg-type]
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    sheet = person.book["Aktiviteter"]
    line_1, _ = person._heading(sheet, "Aktivitet")
    first, second = line_1 + 1, line_1 + 2
    for col in range(1, sheet.max_column + 1):
        a, b = sheet.cell(first, col), sheet.cell(second, col)
        a.value, b.value = b.value, a.value
    taken_in(adopted, person.saved())
    after = load_vp(adopted, latest_version(adopted.store, SN), mrp)  # type: ignore[arg-type]
    assert [a.id for a in after.aktiviteter] != [a.id for a in before.aktiviteter]
    assert {a.id: a.nummer for a in after.aktiviteter} == {a.id: a.nummer for a in before.aktiviteter}


def test_next_years_workbook_begins_from_this_years_plan(adopted: House) -> None:
    person = Person(samples("installningar-2027.xlsx")[0].read_bytes())
    assert person.book.sheetnames
    blob = hand_out(adopted, Kind.MRP, 2028)
    book = load_workbook(io.BytesIO(blob))
    assert "Driftbudget" in book.sheetnames
    next_year = Person(blob)
    assert (
        next_year.cell("Driftbudget", 1, "Budget 2027").value
        == Person(samples("mrp-2027.xlsx")[0].read_bytes()).cell("Driftbudget", 1, "Ram 2027").value
    )


def test_every_value_can_be_traced_to_its_cell(adopted: House) -> None:
    receipt = taken_in(adopted, sample_sn())
    found = submission(adopted.store, receipt.submission)
    row = records_of(adopted.store, found)["budgetrad"][2]
    letter = found.layout.cells["budgetrad"]["personal"]
    book = load_workbook(io.BytesIO(sample_sn()))
    assert book["Detaljbudget"][f"{letter}{row.row}"].value == row.values["personal"]


def test_a_draft_left_when_a_proposal_was_adopted_is_a_revision_with_the_next_number(house: House) -> None:
    for path in [*samples("installningar-2027.xlsx"), *samples("mrp-2027.xlsx"), *samples("forslag/*februari.xlsx")]:
        name = "ramar-februari" if path.parent.name == "forslag" else ""
        assert submit(house, path.read_bytes(), path.name, by="KS", proposal=name).stored
    proposal = PlanKey(Kind.MRP, "", 2027, "ramar-februari")
    hand_in(house, proposal, by="KS", acknowledge=True)
    adopt(house, proposal, Decision("KF", date(2026, 6, 17), 78, "KS 2026/101"), by="Sekreteraren")
    assert prepare(house, Order("mrp", 2027)).version.key == proposal
    with pytest.raises(Refused) as no:
        hand_in(house, MRP, by="KS", acknowledge=True)
    assert no.value.findings[0].code == "revidering-utan-skal"
    blob = Person(samples("mrp-2027.xlsx")[0].read_bytes()).saved()
    taken_in(house, blob, reason="Fullmäktige beslutade om nya ramar.")
    hand_in(house, MRP, by="KS", acknowledge=True)
    done = adopt(house, MRP, Decision("KF", date(2026, 9, 23), 99, "KS 2026/101"), by="Sekreteraren")
    assert done.version.version == 2
    assert governing_mrp(house, 2027) == done.version
    assert latest_version(house.store, proposal).state is State.UPPHAVD  # type: ignore[union-attr]


def test_a_fault_names_its_column_with_the_year(adopted: House) -> None:
    person = Person(sample_sn())
    person.cell("Investeringar", 1, "Budget 2027").value = "mycket"
    assert "Budget 2027 ska vara ett tal." in said(submit(adopted, person.saved(), "sn.xlsx", by="Eva"))


def test_a_decision_is_recorded_also_when_the_mrp_has_been_revised_since_hand_in(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    person = Person(hand_out(adopted, Kind.MRP, 2027))
    row = next(n for n in range(1, 40) if str(person.cell("Förväntade resultat", n, "Nämnd").value).startswith("SN"))
    person.cell("Förväntade resultat", row, "Period till").value = date(2027, 11, 30)
    taken_in(adopted, person.saved(), reason="Kortare period.")
    hand_in(adopted, MRP, by="Ekonomichefen", acknowledge=True)
    adopt(adopted, MRP, Decision("KF", date(2026, 11, 25), 142, "KS 2026/101"), by="Kommunsekreteraren")
    done = adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    assert done.version.state is State.ANTAGEN
    assert any("R16" in finding.rules for finding in done.findings)


def test_a_row_removed_leaves_its_number_unused_also_by_a_blank_row_of_a_later_workbook(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    first, second = (Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN")) for _ in range(2))
    ids = {str(first.book["Aktiviteter"].cell(row, 1).value) for row in range(6, 80)}
    last = max(row for row in range(6, 80) if first.book["Aktiviteter"].cell(row, 4).value)
    for cell in second.book["Aktiviteter"][last]:
        cell.value = None
    receipt = submit(adopted, second.saved(), "sn.xlsx", by="Eva")
    assert receipt.stored, said(receipt)
    third = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    kept = {str(third.book["Aktiviteter"].cell(row, 1).value) for row in range(6, last)}
    blank = {str(third.book["Aktiviteter"].cell(row, 1).value) for row in range(last, last + 20)}
    assert kept < ids
    assert not blank & ids


def test_a_vp_waits_for_the_numbers_of_its_results(house: House) -> None:
    for name in ("installningar-2027.xlsx", "mrp-2027.xlsx", "verksamhetsplan-2027-sn.xlsx"):
        assert submit(house, samples(name)[0].read_bytes(), name, by="Eva").stored
    with pytest.raises(Refused) as no:
        hand_in(house, SN, by="Eva", acknowledge=True)
    assert no.value.findings[0].code == "mrp-utan-nummer"


def test_matt_named_by_a_number_stay_with_their_result_when_rows_are_moved(house: House) -> None:
    first = samples("installningar-2027.xlsx")[0]
    assert submit(house, first.read_bytes(), "i.xlsx", by="Eva").stored
    taken_in(house, samples("mrp-2027.xlsx")[0].read_bytes())
    person = Person(hand_out(house, Kind.MRP, 2027))
    row = next(n for n in range(1, 60) if str(person.cell("Mått", n, "Hör till").value).startswith("BUN-2"))
    person.cell("Mått", row, "Hör till").value = "1.2"
    taken_in(house, person.saved())
    assert Person(hand_out(house, Kind.MRP, 2027)).cell("Mått", row, "Hör till").value.startswith("BUN-2")
