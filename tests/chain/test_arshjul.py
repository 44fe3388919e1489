"""The årshjul: a hålltid's mark on a day, for whom it is not done, and the hålltider that a year begins with."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.chain import records as r
from service.chain.arshjul import Following, Handelse, Lage, Mark, followed
from service.chain.standardhalltider import moved_to, standard_halltider
from tests.documents import plans
from tests.documents.rows import row

DAY = date(2026, 6, 17)
MRP = "mål- och resursplan"
YES = {"verksamhetsplan": True}


def halltid(**values: Any) -> r.Halltid:
    return row(r.Halltid, **{"vad": "Beslut", "vem": "kommunfullmäktige", "datum": DAY, "handling": MRP, **values})


def at(day: date, found: r.Halltid, *events: Handelse, namnd: str = "") -> list[Lage]:
    namnder = (row(r.Namnd, kod="BUN", namn="Barn", **YES), row(r.Namnd, kod="SN", namn="Sociala", **YES),
               row(r.Namnd, kod="VAL", namn="Valnämnden"))  # fmt: skip
    settings = plans.installningar(halltider=(found,), namnder=namnder)
    return list(followed(settings, Following(day, events, (60, 30, 7)), namnd))


@pytest.mark.parametrize(
    ("before", "mark", "reminder"),
    [
        (61, Mark.KOMMANDE, None), (60, Mark.SNART, 60), (31, Mark.SNART, 60), (30, Mark.SNART, 30),
        (7, Mark.SNART, 7), (0, Mark.SNART, 7), (-1, Mark.SEN, None),
    ],
)  # fmt: skip
def test_a_hålltid_comes_near_and_is_late_the_day_after(before: int, mark: Mark, reminder: int | None) -> None:
    [lage] = at(DAY - timedelta(days=before), halltid())
    assert (lage.mark, lage.paminnelse, lage.dagar) == (mark, reminder, before)


def test_what_is_decided_is_done_even_when_it_was_late_and_that_is_told() -> None:
    decided = Handelse(MRP, "", DAY + timedelta(days=2), "KF 2026-06-19 § 78")
    [lage] = at(DAY + timedelta(days=3), halltid(), decided)
    assert (lage.mark, lage.efter_dagen) == (Mark.KLAR, (decided,))


def test_a_decision_to_come_is_not_done_yet() -> None:
    [lage] = at(DAY - timedelta(days=5), halltid(), Handelse(MRP, "", DAY, "KF"))
    assert (lage.mark, lage.klara, len(lage.pagar)) == (Mark.SNART, (), 1)


def test_what_only_a_person_can_see_is_asked_about_not_called_late() -> None:
    [lage] = at(DAY + timedelta(days=1), halltid(handling=None))
    assert lage.mark is Mark.OBEKRAFTAD
    [told] = at(DAY + timedelta(days=1), halltid(handling=None, klart=DAY))
    assert told.mark is Mark.KLAR


def test_a_step_of_each_nämnd_is_done_when_all_are_and_names_those_that_are_not() -> None:
    plan, done = halltid(handling="verksamhetsplan"), Handelse("verksamhetsplan", "BUN", DAY, "BUN § 4")
    draft = Handelse("verksamhetsplan", "SN", None, "utkast")
    [lage] = at(DAY + timedelta(days=1), plan, done, draft)
    assert (lage.mark, lage.saknas, lage.klara, lage.pagar) == (Mark.SEN, ("SN",), (done,), (draft,))
    assert at(DAY, plan, done, namnd="BUN")[0].mark is Mark.KLAR
    assert at(DAY, plan, namnd="VAL") == []


def test_a_nämnd_s_own_hålltid_is_its_alone() -> None:
    own = halltid(namnd="SN", handling="verksamhetsplan")
    assert at(DAY, own, namnd="BUN") == []
    assert at(DAY, own)[0].saknas == ("SN",)


def test_a_month_without_a_day_lasts_to_its_last_day() -> None:
    [lage] = at(DAY, halltid(datum=None, manad=date(2028, 2, 1)))
    assert lage.senast == date(2028, 2, 29)
    assert at(DAY, halltid(datum=None)) == []


@pytest.mark.parametrize(("ar", "valar", "confirms"), [(2027, 2026, True), (2028, 2026, False), (2031, 2026, True)])
def test_a_year_begins_with_all_three_lanes_and_an_election_year_with_its_own_decision(
    ar: int, valar: int, confirms: bool
) -> None:
    rows = list(standard_halltider(ar, valar))
    assert len(rows) >= 13
    assert len({row["vem"] for row in rows}) == 3
    assert any(row["handling"] == "valårsbeslut" for row in rows) is confirms
    assert all(bool(row.get("datum")) != bool(row.get("manad")) for row in rows)


@given(st.integers(2000, 2099))
def test_no_proposed_day_is_a_weekend_but_new_year_s_eve(ar: int) -> None:
    days = [row["datum"] for row in standard_halltider(ar, None) if row.get("datum")]
    assert all(day.weekday() < 5 or (day.month, day.day) == (12, 31) for day in days)


def test_next_year_s_årshjul_is_this_year_s_moved_with_nothing_done() -> None:
    before = {"vad": "Beslut om mål- och resursplan 2027–2029", "datum": DAY, "manad": None, "klart": DAY}
    assert moved_to(2028, 2027, before) == {
        "vad": "Beslut om mål- och resursplan 2028–2030", "datum": date(2027, 6, 17), "manad": None, "klart": None,
    }  # fmt: skip
    leap = {"vad": "Bokslut", "datum": date(2028, 2, 29), "manad": None, "klart": None}
    assert moved_to(2030, 2029, leap)["datum"] == date(2029, 2, 28)
