"""Odd turns in the life of a plan: other units, emptied rows, proposals from one blank workbook, a moved term."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.findings import Finding, Level, Place
from service.store import PlanKey, latest_version, records_of, submission
from service.usecases.answers import Refused
from service.usecases.files import write_whole
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.loading.ground import load_plan
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.submitting.submit import Receipt, submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person
from .test_followup_road import sample as sample_followup
from .test_plan_road import SN, said, sample_sn, taken_in

MRP = PlanKey(Kind.MRP, "", 2027)


def rows_of(house: House, receipt: Receipt, sheet: str) -> list[dict[str, object]]:
    """What a stored submission's sheet was read as."""
    return [dict(row.values) for row in records_of(house.store, submission(house.store, receipt.submission))[sheet]]


def test_a_book_in_kronor_is_prefilled_in_kronor(adopted: House) -> None:
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.fill("Grunduppgifter", Belopp_anges_i="kronor", Diarienummer="SN 2026/214")
    in_tkr = person.cell("Investeringar", 1, "Budget 2027").value
    for row in range(1, 30):
        for heading in ("Budget 2027", "Plan 2028", "Plan 2029"):
            person.cell("Investeringar", row, heading).value = None
        person.cell("Investeringar", row, "Objekt").value = None
        person.cell("Investeringar", row, "Slag").value = None
    taken_in(adopted, person.saved())
    again = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    assert again.beside("Grunduppgifter", "Belopp anges i").value == "kronor"
    assert again.cell("Investeringar", 1, "Budget 2027").value == in_tkr * 1000


def test_a_book_switched_to_kronor_with_its_amounts_left_is_told_once_and_switching_back_is_no_fault(
    adopted: House,
) -> None:
    def switched(blob: bytes, unit: str) -> tuple[Receipt, list[Finding]]:
        person = Person(blob).fill("Grunduppgifter", Belopp_anges_i=unit)
        receipt = taken_in(adopted, person.saved())
        return receipt, [f for f in receipt.findings if "annan-enhet" in f.code or f.code == "last-andrad"]

    first = hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN")
    receipt, (left,) = switched(first, "kronor")
    assert (left.level, left.place) == (Level.FEL, Place("Grunduppgifter", "C7"))
    assert "”Belopp anges i” har ändrats från tkr till kronor, men" in said(receipt)
    assert "till exempel Investeringar cell" in said(receipt)
    assert "Är beloppen i tkr: ändra tillbaka till tkr." in said(receipt)
    with pytest.raises(Refused):
        hand_in(adopted, SN, by="Eva", acknowledge=True)
    from_the_draft = hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN")
    assert switched(first, "tkr")[1] == []
    assert switched(from_the_draft, "tkr")[1] == []


def test_a_unit_that_a_person_first_got_wrong_can_be_put_right_with_a_warning(adopted: House) -> None:
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.fill("Grunduppgifter", Belopp_anges_i="kronor")
    for row in range(1, 30):
        for heading in ("Budget 2027", "Plan 2028", "Plan 2029", "Objekt", "Slag"):
            person.cell("Investeringar", row, heading).value = None
    person.cell("Aktiviteter", 1, "Kostnad inom ram").value = 180
    assert "belopp-i-annan-enhet" not in {f.code for f in taken_in(adopted, person.saved()).findings}
    again = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN")).fill("Grunduppgifter", Belopp_anges_i="tkr")
    (left,) = (f for f in taken_in(adopted, again.saved()).findings if f.code.startswith("belopp-i-annan-enhet"))
    assert left.level is Level.VARNING


def test_locked_amounts_follow_the_unit_of_the_book_that_is_sent_in(planned: House) -> None:
    first = sample_followup("T1")
    wrong = Person(first).fill("Grunduppgifter", Belopp_anges_i="kronor")
    told = taken_in(planned, wrong.saved())
    assert [f.code for f in told.findings if "annan-enhet" in f.code or f.code == "last-andrad"] == [
        "belopp-i-annan-enhet"
    ]
    right = taken_in(planned, first)
    assert not [f for f in right.findings if "annan-enhet" in f.code or f.code == "last-andrad"]
    again = hand_out(planned, Kind.UPPFOLJNING, 2027, "SN", period="T1")
    old, new = (Person(blob).cell("Ekonomi", 1, "Budget 2027").value for blob in (first, again))
    assert old
    assert old == new


def test_a_row_cleared_of_all_but_its_locked_number_is_removed_and_that_is_told(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    page = person.book["Aktiviteter"]
    line, number = person._heading(page, "Nummer")
    texts = [person.cell("Aktiviteter", row, "Aktivitet").value for row in range(1, 60)]
    last = max(row for row, text in enumerate(texts, 1) if text)
    for cell in page[line + last]:
        if cell.column not in (1, number):
            cell.value = None
    assert page.cell(line + last, number).value
    receipt = taken_in(adopted, person.saved())
    assert f"Rad {line + last} är tömd" in said(receipt)
    assert len(rows_of(adopted, receipt, "aktivitet")) == last - 1


def test_the_name_of_a_budget_row_follows_its_code(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    first, second = (person.cell("Detaljbudget", row, "Verksamhet") for row in (1, 2))
    names = [person.cell("Detaljbudget", row, "Benämning").value for row in (1, 2)]
    first.value, second.value = second.value, first.value
    receipt = taken_in(adopted, person.saved())
    assert [row["benamning"] for row in rows_of(adopted, receipt, "budgetrad")[:2]] == names[::-1]
    assert "last-andrad" not in {f.code for f in receipt.findings}


def test_two_proposals_from_one_blank_workbook_share_no_rows_that_say_different_things(house: House) -> None:
    path = samples("installningar-2027.xlsx")[0]
    assert submit(house, path.read_bytes(), path.name, by="Eva").stored
    blank = hand_out(house, Kind.MRP, 2027)
    common = {"Beteckning": "IM1", "Ägare": "KF", "Ansvariga_nämnder": "BUN"}
    ids = {}
    for name, text in (("blå", "Andelen elever som når målen ska öka."), ("grön", "Utsläppen från bilar ska minska.")):
        person = Person(blank)
        person.type("Inriktningsmål", 1, Inriktningsmål=text, **common)
        person.type("Inriktningsmål", 2, **{**common, "Beteckning": "IM2"}, Inriktningsmål="Fler ska vara i arbete.")
        receipt = taken_in(house, person.saved(), proposal=name)
        found = records_of(house.store, submission(house.store, receipt.submission))["inriktningsmal"]
        ids[name] = [row.id for row in found]
        assert "samma-plats-annan-text" not in {f.code for f in receipt.findings}
    assert ids["blå"][0] != ids["grön"][0]
    assert ids["blå"][1] == ids["grön"][1]


def test_a_proposal_to_a_verksamhetsplan_has_papers_of_its_own(adopted: House, tmp_path: Path) -> None:
    taken_in(adopted, sample_sn())
    person = Person(hand_out(adopted, Kind.VERKSAMHETSPLAN, 2027, "SN", "Oppositionens förslag"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Socialchef"
    receipt = taken_in(adopted, person.saved())
    assert receipt.key == replace(SN, proposal="Oppositionens förslag")
    written = generate(adopted, Order("verksamhetsplan", 2027, "sn", proposal="oppositionens förslag"), tmp_path)
    assert written.path.name == "verksamhetsplan-2027-sn-oppositionens-forslag.docx"
    assert written.version.submission == receipt.submission


def test_a_namnd_is_known_by_its_code_in_any_letter_case(adopted: House) -> None:
    taken_in(adopted, sample_sn())
    assert hand_in(adopted, replace(SN, namnd="sn"), by="Eva", acknowledge=True).version.key == SN
    with pytest.raises(Refused) as no:
        hand_in(adopted, replace(SN, namnd="SNN"), by="Eva")
    assert no.value.findings[0].code == "okand-namnd"


@pytest.mark.parametrize("name", ["../ut", "1", "v2", "a/b", "x" * 60, "..."])
def test_a_proposal_cannot_be_called_anything(adopted: House, name: str) -> None:
    with pytest.raises(Refused) as no:
        hand_out(adopted, Kind.MRP, 2027, proposal=name)
    assert no.value.findings[0].code == "ogiltigt-forslag"


def test_the_term_cannot_be_moved_when_its_goals_have_numbers(adopted: House) -> None:
    person = Person(samples("installningar-2027.xlsx")[0].read_bytes())
    person.beside("Kommun", "Mandatperioden för målen börjar").value = date(2023, 1, 1)
    receipt = submit(adopted, person.saved(), "installningar.xlsx", by="Ekonomen")
    assert "fått sina nummer i mandatperioden som börjar 2024" in said(receipt)
    assert receipt.state is not None
    assert not receipt.ready
    version = latest_version(adopted.store, MRP)
    assert version is not None
    plan = load_plan(adopted, version)
    assert all(goal.nummer.given for goal in plan.inriktningsmal)  # type: ignore[attr-defined]


def test_who_works_from_a_draft_that_has_been_replaced_is_told(house: House) -> None:
    for name in ("installningar-2027.xlsx", "mrp-2027.xlsx"):
        assert submit(house, samples(name)[0].read_bytes(), name, by="Eva").stored
    early = Person(hand_out(house, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person = Person(samples("mrp-2027.xlsx")[0].read_bytes())
    row = next(n for n in range(1, 40) if str(person.cell("Driftbudget", n, "Nämnd").value).startswith("SN"))
    person.cell("Driftbudget", row, "Ram 2027").value = Decimal(person.cell("Driftbudget", row, "Ram 2027").value) + 9
    taken_in(house, person.saved())
    early.fill("Grunduppgifter", Diarienummer="SN 2026/214")
    assert "arbetsboken-bygger-pa-aldre" in {f.code for f in taken_in(house, early.saved()).findings}


def test_who_works_from_a_plan_that_this_house_has_never_seen_is_told(house: House) -> None:
    settings, mrp = (samples(f"{kind}-2027.xlsx")[0].read_bytes() for kind in ("installningar", "mrp"))
    assert submit(house, settings, "installningar.xlsx", by="Eva").stored
    assert submit(house, Person(mrp).saved(), "mrp.xlsx", by="Eva").stored  # the same plan, another file
    receipt = taken_in(house, samples("verksamhetsplan-2027-sn.xlsx")[0].read_bytes())
    assert "mål- och resursplan som inte finns i den här installationen" in said(receipt)
    assert receipt.ready


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(OSError, match="saknas") as fault:
        write_whole(tmp_path / "saknas" / "paper.docx", b"new")
    assert fault.value.filename == str(tmp_path / "saknas" / "paper.docx")
    assert [file.name for file in tmp_path.iterdir()] == ["paper.docx"]
