"""Every figure is computed once, in whole tkr."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.workbooks import Kind
from service.chain.figures import (
    arets_resultat,
    differens_per_niva,
    forandring_likvida,
    netto_per_niva,
    nettokostnader,
    ram_att_fordela,
    resultat_i_procent,
    soliditet,
    summa_budget,
    summa_ramar,
    summa_skulder,
    summa_tillgangar,
    to_tkr,
)  # fmt: skip

from .records import Records, mrp, mrp_records, record, settings, vp


def budget(verksamhet: str, intakter: int, personal: int, row: int = 5) -> Records:
    """A budget row as a record."""
    return {"budgetrad": [record(Kind.VERKSAMHETSPLAN, "budgetrad", verksamhet, row, verksamhet=verksamhet,
                                 intakter=Decimal(intakter), personal=Decimal(personal))]}  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "unit", "tkr"),
    [("1234.5", "tkr", 1235), ("1234.4", "tkr", 1234), ("1234500", "kronor", 1235), ("1234499.99", "kronor", 1234),
     ("-1234500", "kronor", -1235), ("0.5", "tkr", 1), ("-0.4", "tkr", 0)],
)  # fmt: skip
def test_an_amount_is_rounded_once_halves_away_from_zero(amount: str, unit: str, tkr: int) -> None:
    assert to_tkr(Decimal(amount), unit) == tkr


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30))
def test_a_sum_is_the_sum_of_the_rows_shown_also_when_they_were_given_in_kronor(kronor: list[int]) -> None:
    rows = [r for n, k in enumerate(kronor) for r in budget(f"{n}", 0, k, n + 5)["budgetrad"]]
    form = record(Kind.VERKSAMHETSPLAN, "verksamhetsplan", "", 0, beloppsenhet="kronor")
    plan = vp({"verksamhetsplan": [form], "budgetrad": rows}, mrp())
    assert summa_budget(plan.budget).netto == sum(row.netto for row in plan.budget)


def test_a_frame_is_the_decided_one_and_what_has_been_changed_since() -> None:
    records = mrp_records()
    change = {"namnd": "KS", "anslagsniva": "Nämnden", "belopp": Decimal(-400)}
    records["ramandring"] = [record(Kind.MRP, "ramandring", "c", 5, **change)]
    assert ram_att_fordela(mrp(records), "KS") == {"Nämnden": 312000}
    assert ram_att_fordela(mrp(), "SBN") == {"Skattefinansierat": 118700, "Taxefinansierat": 0}


def test_the_budget_is_held_against_the_frame_level_by_level() -> None:
    rows = [*budget("240", 1000, 119700)["budgetrad"], *budget("860", 500, 600, 6)["budgetrad"]]
    plan = vp({"budgetrad": rows}, mrp(), "SBN")
    assert netto_per_niva(plan, mrp(), settings()) == {"Skattefinansierat": 118700, "Taxefinansierat": 100}
    assert differens_per_niva(plan, mrp(), settings()) == {"Skattefinansierat": 0, "Taxefinansierat": 100}


def test_a_row_outside_the_code_list_is_not_hidden_in_a_level() -> None:
    plan = vp(budget("999", 0, 5), mrp(), "SBN")
    assert differens_per_niva(plan, mrp(), settings())[""] == 5


def test_the_three_budgets_give_the_same_result_as_by_hand() -> None:
    records = mrp_records()
    amounts = {"Verksamhetens intäkter": 690000, "Verksamhetens kostnader": -3316000, "Avskrivningar": -118000,
               "Skatteintäkter": 2071000, "Generella statsbidrag och utjämning": 716000, "Finansiella intäkter": 14000,
               "Finansiella kostnader": -27000}  # fmt: skip
    records["resultatpost"] = [
        record(Kind.MRP, "resultatpost", post, 5, post=post, ar_1=Decimal(amount)) for post, amount in amounts.items()
    ]
    balance = {"Anläggningstillgångar": 2442000, "Övriga omsättningstillgångar": 260000, "Likvida medel": 124000,
               "Eget kapital": 1210000, "Avsättningar": 176000, "Långfristiga skulder": 840000,
               "Kortfristiga skulder": 600000}  # fmt: skip
    records["balanspost"] = [
        record(Kind.MRP, "balanspost", post, 5, post=post, ar_1=Decimal(amount)) for post, amount in balance.items()
    ]
    records["kassaflodespost"] = [
        record(Kind.MRP, "kassaflodespost", post, 5, post=post, ar_1=Decimal(amount))
        for post, amount in {"Årets resultat": 30000, "Avskrivningar": 118000, "Förändring avsättningar": 6000,
                             "Investeringar": -210000, "Upptagna lån": 60000}.items()
    ]  # fmt: skip
    plan = mrp(records)
    assert nettokostnader(plan)[0] == -2744000
    assert arets_resultat(plan)[0] == 30000
    assert round(resultat_i_procent(plan)[0] or 0, 1) == Decimal("1.1")
    assert summa_tillgangar(plan)[1] == summa_skulder(plan)[1] == 2826000
    assert forandring_likvida(plan)[0] == 4000
    assert round(soliditet(plan)[1] or 0, 1) == Decimal("42.8")


def test_what_is_not_known_is_not_shown_as_nothing() -> None:
    total = summa_ramar(mrp().ramar)
    assert total.bokslut is None
    assert total.ram_1 == 431100
    assert resultat_i_procent(mrp()) == (None, None, None)
