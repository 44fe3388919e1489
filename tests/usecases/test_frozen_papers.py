"""A plan that has been handed in or adopted reads the same whatever is revised round it later."""

from datetime import date
from pathlib import Path

from schemas.workbooks import Kind
from service.chain.values import Decision
from service.store import adopted_version
from service.usecases.adopt import adopt
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import hand_out

from .people import Person
from .test_plan_road import MRP, SN, SN_DECISION, said, sample_sn, taken_in

PAPERS = [Order("verksamhetsplan", 2027, "SN"), Order("detaljbudget", 2027, "SN"), Order("mrp", 2027)]


def papers(house: House, folder: Path) -> dict[str, bytes]:
    """The bytes of the papers as they are written now."""
    return {order.kind: generate(house, order, folder).path.read_bytes() for order in PAPERS}


def revise_mrp(house: House) -> None:
    """Adopt a second MRP: more money to socialnämnden, less in the reserve, and a goal in other words."""
    person = Person(hand_out(house, Kind.MRP, 2027))
    row = next(n for n in range(1, 40) if str(person.cell("Driftbudget", n, "Nämnd").value).startswith("SN"))
    cell = person.cell("Driftbudget", row, "Ram 2027")
    cell.value = int(cell.value) + 500
    post = next(n for n in range(1, 9) if "ensioner" in str(person.cell("Centrala poster", n, "Post").value))
    central = person.cell("Centrala poster", post, "Budget 2027")
    central.value = int(central.value) - 500
    goal = person.cell("Inriktningsmål", 1, "Inriktningsmål")
    person.cell("Inriktningsmål", 1, "Reviderat").value = date(2026, 12, 16)
    person.cell("Inriktningsmål", 1, "Lydelse före revidering").value = str(goal.value)
    goal.value = f"{str(goal.value).rstrip('.')} och fler trivs."
    goal_reason = person.cell("Inriktningsmål", 1, "Särskilda skäl för revidering")
    goal_reason.value = "Fullmäktige vill även lyfta trivseln."
    taken_in(house, person.saved(), reason="Mer till socialnämnden.")
    hand_in(house, MRP, by="Ekonomichefen", acknowledge=True)
    adopt(house, MRP, Decision("KF", date(2026, 12, 16), 160, "KS 2026/101"), by="Kommunsekreteraren")


def rename_titles(house: House) -> None:
    """New settings: the nämnd gets another name."""
    person = Person(hand_out(house, Kind.INSTALLNINGAR, 2027))
    row = next(n for n in range(1, 20) if person.cell("Nämnder", n, "Kod").value == "SN")
    person.cell("Nämnder", row, "Nämnd").value = "Omsorgsnämnden"
    receipt = submit(house, person.saved(), "installningar.xlsx", by="Ekonomen")
    assert receipt.state is not None, said(receipt)


def test_an_adopted_plan_reads_the_same_when_the_mrp_and_the_settings_are_changed(
    adopted: House, tmp_path: Path
) -> None:
    taken_in(adopted, sample_sn())
    hand_in(adopted, SN, by="Eva", acknowledge=True)
    adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    before = papers(adopted, tmp_path)
    rename_titles(adopted)
    assert papers(adopted, tmp_path) == before
    revise_mrp(adopted)
    after = papers(adopted, tmp_path)
    assert after["verksamhetsplan"] == before["verksamhetsplan"]
    assert after["detaljbudget"] == before["detaljbudget"]
    assert after["mrp"] != before["mrp"]


def test_a_plan_is_decided_as_it_was_handed_in(adopted: House, tmp_path: Path) -> None:
    taken_in(adopted, sample_sn())
    handed_in = hand_in(adopted, SN, by="Eva", acknowledge=True).version
    revise_mrp(adopted)
    adopt(adopted, SN, SN_DECISION, by="Sekreteraren")
    version = adopted_version(adopted.store, SN.kind, "SN", 2027)
    assert version is not None
    assert version.ground == handed_in.ground


def test_a_draft_follows_what_is_in_force(adopted: House, tmp_path: Path) -> None:
    taken_in(adopted, sample_sn())
    before = papers(adopted, tmp_path)
    rename_titles(adopted)
    after = papers(adopted, tmp_path)
    assert after["verksamhetsplan"] != before["verksamhetsplan"]
    assert after["mrp"] == before["mrp"]
