"""The road by which forms change a meeting: others in the same moment, and what names its ärende by a number."""

from datetime import UTC, datetime

import pytest

from schemas.sheets import Record
from service.store import Account, Role
from service.usecases.answers import Refused
from service.usecases.house import House
from service.usecases.meetings.agenda import moved
from service.usecases.meetings.arende import save_arende
from service.usecases.meetings.change import Records, change_meeting, change_once, records_now
from service.usecases.meetings.loading import find_meeting, load_mote
from service.usecases.submitting.submit import submit

from .conftest import samples

NAME = "SN 2026-12-10"
NILS, EVA = (
    Account(name, f"{name}@exempelkommun.se", name, frozenset({Role.NAMNDSEKRETERARE}), frozenset({"SN"}),
            datetime(2026, 1, 1, tzinfo=UTC))
    for name in ("Nils", "Eva")
)  # fmt: skip


@pytest.fixture
def house(adopted: House) -> House:
    """SN's December meeting, handed in."""
    path = samples("mote-2027-sn.xlsx")[0]
    assert submit(adopted, path.read_bytes(), path.name, by="Nils").stored
    return adopted


def with_rubrik(records: Records, at: int, rubrik: str) -> Records:
    rows = records["arende"]
    return {**records, "arende": [*rows[:at], rows[at].holding(rubrik=rubrik), *rows[at + 1 :]]}


def test_what_another_changes_in_the_same_moment_stands_beside_ones_own(house: House) -> None:
    def edit(records: Records) -> Records:
        if records["arende"][0].values["rubrik"] != "Evas":  # she is there first, the first time
            change_meeting(house, EVA, NAME, lambda rows: with_rubrik(rows, 0, "Evas"), "Ett")
        return with_rubrik(records, 1, "Nils")

    assert change_meeting(house, NILS, NAME, edit, "Två").stored
    assert [one.rad.rubrik for one in load_mote(house, find_meeting(house, NAME)).punkter[:2]] == ["Evas", "Nils"]
    seen = find_meeting(house, NAME).submission
    with pytest.raises(Refused) as no:
        change_once(house, NILS, NAME, lambda rows: with_rubrik(rows, 0, "x"), "Tre", on="en-annan")
    assert no.value.findings[0].code == "andrad-under-tiden"
    assert find_meeting(house, NAME).submission == seen


def test_a_form_sent_as_it_stood_hands_nothing_in(house: House) -> None:
    before = find_meeting(house, NAME).submission
    arende = load_mote(house, find_meeting(house, NAME)).punkter[2].rad
    typed = {"rubrik": arende.rubrik, "forslag": str(arende.forslag).replace("\n", "\r\n")}
    assert save_arende(house, NILS, NAME, arende.id, typed, before).stored
    assert find_meeting(house, NAME).submission == before


def test_papers_that_name_their_ärende_by_its_number_go_with_it(house: House) -> None:
    records = {sheet: list(rows) for sheet, rows in records_now(house, find_meeting(house, NAME)).items()}
    numbered = {**records, "handling": [_by_number(row, records) for row in records["handling"]]}
    plan = records["arende"][2]
    after = moved(numbered, plan.id, 1)
    assert after["arende"][0] == plan
    assert [row.values["arende"] for row in after["handling"]] == [row.values["arende"] for row in records["handling"]]


def _by_number(row: Record, records: Records) -> Record:
    labels = [arende.values["beteckning"] for arende in records["arende"]]
    return row.holding(arende=str(labels.index(row.values["arende"]) + 1))
