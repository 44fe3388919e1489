"""A plan that is decided stays as it is when its workbook comes back as it was, and a draft can be thrown away."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.chain.values import State
from service.store import entries, latest_version, submissions_to, version_of
from service.usecases.answers import Refused
from service.usecases.batches.orders import BatchWish, documents_of
from service.usecases.discard import discard
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.submitting.history import history
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import hand_out

from .people import Person
from .test_plan_road import SN, said


def saved_again(house: House) -> bytes:
    """SN's official workbook, opened and saved in Excel: other bytes, the same words."""
    return Person(hand_out(house, Kind.VERKSAMHETSPLAN, 2027, "SN")).saved()


def test_an_adopted_workbook_sent_in_again_as_it_was_is_kept_and_changes_nothing(planned: House) -> None:
    adopted = latest_version(planned.store, SN)
    sent_before = len(submissions_to(planned.store, SN.kind, "SN", 2027))
    receipt = submit(planned, saved_again(planned), "oförändrad.xlsx", by="Eva")
    assert "Inget har ändrats sedan version 1." in said(receipt)
    assert (receipt.already, receipt.version) == (True, 1)
    assert latest_version(planned.store, SN) == adopted
    kept = submissions_to(planned.store, SN.kind, "SN", 2027)
    assert len(kept) == sent_before + 1
    assert (kept[-1].filename, kept[-1].by) == ("oförändrad.xlsx", "Eva")


def test_a_draft_can_be_thrown_away_and_the_plan_is_again_what_was_adopted(planned: House) -> None:
    person = Person(hand_out(planned, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Avdelningschef hemtjänst"
    draft = submit(planned, person.saved(), "fel bok.xlsx", by="Eva", reason="Ny organisation.")
    assert (draft.version, draft.state) == (2, State.UTKAST)
    left = discard(planned, SN, by="Eva", submission=draft.submission)
    assert left == latest_version(planned.store, SN)
    assert (left.version, left.state) == (1, State.ANTAGEN)  # type: ignore[union-attr]
    newest = history(planned, SN)[0]
    assert (newest.submission.id, newest.stands, newest.fate) == (draft.submission, False, "kastad")
    assert entries(planned.store)[-1]["action"] == "discard"
    with pytest.raises(Refused) as no:
        discard(planned, SN, by="Eva")
    assert no.value.findings[0].code == "inte-att-kasta"
    again = submit(planned, person.saved(), "fel bok.xlsx", by="Eva", reason="Ändå.")
    assert (again.version, again.already) == (2, False)


def test_papers_show_what_is_adopted_unless_the_draft_is_asked_for(planned: House, tmp_path: Path) -> None:
    person = Person(hand_out(planned, Kind.VERKSAMHETSPLAN, 2027, "SN"))
    person.cell("Aktiviteter", 1, "Ansvarig").value = "Avdelningschef hemtjänst"
    draft = submit(planned, person.saved(), "ny.xlsx", by="Eva", reason="Ny organisation.")
    order = Order("detaljbudget", 2027, "SN")
    official = generate(planned, order, tmp_path)
    assert (official.version.version, official.newer) == (1, version_of(planned.store, draft.submission))
    asked = generate(planned, replace(order, utkast=True), tmp_path)
    assert (asked.version.version, asked.newer) == (2, None)
    written = {json.loads(one.key).get("utkast", False) for one in documents_of(planned, BatchWish(2027, utkast=True))}
    assert written == {True}
