"""Status and trend of a mått, judgements put together, and the sums of a nämnd and of the accounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.chain.ekonomi import Ekonomi, kommunens_ekonomi, namndens_ekonomi, summa
from service.chain.maluppfyllelse import counted, mallagen, put_together, resultatlagen
from service.chain.rakning import balanskrav, resultatrakning
from service.chain.records import BsBalanskrav, BsResultat
from service.chain.skalor import Betydelse, bedomningsskala, betydelse
from service.chain.utfall import Granser, Trend, mattlage, narhet, reached, status, trend

from ..rules.followups import bokslut, bs_drift, uf, uf_ekonomi, uf_head, uf_matt, uf_resultat
from ..rules.plans import installningar, mrp, r, row

D = Decimal
HALF = D(50)
numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
directions = st.sampled_from(["högre", "lägre"])
meanings = st.lists(st.sampled_from(Betydelse), max_size=8)
amounts = st.integers(-(10**9), 10**9)
economies = st.builds(Ekonomi, amounts, amounts, amounts, amounts)


@pytest.mark.parametrize(
    ("varde", "bas", "mal", "riktning", "wanted"),
    [
        ("74.6", "72.8", "76", "högre", Betydelse.DELVIS),
        ("10.2", "11.8", "9", "lägre", Betydelse.DELVIS),
        ("7.9", "8.7", "8", "lägre", Betydelse.UPPFYLLT),
        ("16", "15", "13", "lägre", Betydelse.EJ),
        ("9.2", "9.2", "8.2", "lägre", Betydelse.EJ),
        ("159", "166", "158", "lägre", Betydelse.DELVIS),
        ("48", "36", "45", "högre", Betydelse.UPPFYLLT),
    ],
)
def test_the_year_s_status_follows_the_way_gone(varde: str, bas: str, mal: str, riktning: str, wanted: str) -> None:
    assert status(D(varde), D(bas), D(mal), riktning, HALF) is wanted


def test_exactly_half_of_the_way_is_partly() -> None:
    assert status(D(15), D(10), D(20), "högre", HALF) is Betydelse.DELVIS
    assert status(D("14.99"), D(10), D(20), "högre", HALF) is Betydelse.EJ


def test_without_a_value_a_target_or_a_direction_nothing_is_said() -> None:
    assert status(None, D(1), D(2), "högre", HALF) is Betydelse.OKANT
    assert status(D(1), D(1), None, "högre", HALF) is Betydelse.OKANT
    assert status(D(1), D(1), D(2), None, HALF) is Betydelse.OKANT
    assert status(D(1), None, D(2), "högre", HALF) is Betydelse.EJ


@given(numbers, numbers, numbers, directions)
def test_a_target_reached_is_always_met_and_a_missed_one_never(varde: D, bas: D, mal: D, riktning: str) -> None:
    met = status(varde, bas, mal, riktning, HALF) is Betydelse.UPPFYLLT
    assert met is reached(varde, mal, riktning)


@given(numbers, numbers, numbers, directions)
def test_directions_mirror_each_other(varde: D, bas: D, mal: D, riktning: str) -> None:
    other = "lägre" if riktning == "högre" else "högre"
    assert status(varde, bas, mal, riktning, HALF) is status(-varde, -bas, -mal, other, HALF)
    assert trend(varde, bas, riktning, D(1)) is trend(-varde, -bas, other, D(1))


@given(numbers, numbers)
def test_the_base_is_no_way_and_the_target_all_of_it(bas: D, mal: D) -> None:
    if bas == mal:
        assert narhet(bas, bas, mal) is None
    else:
        assert narhet(bas, bas, mal) == 0
        assert narhet(mal, bas, mal) == 100


def test_trend_is_which_way_not_how_far() -> None:
    assert trend(D("10.2"), D("11.8"), "lägre", D(1)) is Trend.FORBATTRAD
    assert trend(D(16), D(15), "lägre", D(1)) is Trend.FORSAMRAD
    assert trend(D("9.2"), D("9.2"), "lägre", D(1)) is Trend.OFORANDRAD
    assert trend(D("101"), D(100), "högre", D(1)) is Trend.OFORANDRAD
    assert trend(D("101.1"), D(100), "högre", D(1)) is Trend.FORBATTRAD
    assert trend(D(1), None, "högre", D(1)) is None
    assert Trend.FORSAMRAD.pil == "↓"


def test_during_the_year_the_prognosis_is_judged_and_at_its_end_the_outcome() -> None:
    matt = uf_matt(utfall=D(70), prognos=D(76))
    assert mattlage(matt, Granser(), helar=False).status is Betydelse.UPPFYLLT
    assert mattlage(matt, Granser(), helar=False).ur_prognos
    assert mattlage(matt, Granser(), helar=True).status is Betydelse.EJ


@given(meanings)
def test_judgements_together_follow_the_rule_as_it_is_told(parts: list[Betydelse]) -> None:
    known = [part for part in parts if part is not Betydelse.OKANT]
    together = put_together(parts)
    assert (together is Betydelse.OKANT) is (not known)
    assert (together is Betydelse.UPPFYLLT) is (bool(known) and all(part is Betydelse.UPPFYLLT for part in known))
    assert (together is Betydelse.EJ) is (bool(known) and all(part is Betydelse.EJ for part in known))
    assert put_together(reversed(parts)) is together
    assert sum(counted(parts).values()) == len(parts)


def test_a_judgement_that_disagrees_with_its_figures_is_seen() -> None:
    low = uf(matt=(uf_matt(utfall=D(75)),))
    [each] = resultatlagen(low, installningar())
    assert (each.bedomning, each.siffror, each.skiljer) == (Betydelse.UPPFYLLT, Betydelse.DELVIS, True)
    [unknown] = resultatlagen(uf(matt=(uf_matt(utfall=None),)), installningar())
    assert not unknown.skiljer


def test_dropped_results_and_mått_are_not_counted() -> None:
    assert resultatlagen(uf(resultat=(uf_resultat(utgatt=True),)), installningar()) == ()
    [each] = resultatlagen(uf(matt=(uf_matt(utgatt=True),)), installningar())
    assert each.siffror is Betydelse.OKANT


def test_results_come_under_their_goal_with_the_municipality_s_own_judgement() -> None:
    lagen = resultatlagen(uf(head=uf_head("T2")), installningar())
    [own] = mallagen(lagen, mrp(), installningar())
    assert (own.sammanvagd, own.bedomning) == (Betydelse.UPPFYLLT, Betydelse.OKANT)
    [joint] = mallagen(lagen, mrp(), installningar(), bokslut())
    assert joint.bedomning is Betydelse.UPPFYLLT
    assert joint.antal[Betydelse.UPPFYLLT] == 1


def test_the_words_are_the_municipality_s_own() -> None:
    words = (("helt på väg", "uppfyllt"), ("nästan på väg", "delvis"), ("en bit på väg", "delvis"))
    rows = tuple(row(r.Statusord, n, skala="prognos", ord=o, betydelse=b) for n, (o, b) in enumerate(words, 5))
    scale = bedomningsskala(installningar(statusord=rows), "T1")
    assert scale.orden == ("helt på väg", "nästan på väg", "en bit på väg")
    assert betydelse(scale, "En bit på väg") is Betydelse.DELVIS
    assert scale.ord_for(Betydelse.DELVIS) == "nästan på väg"
    assert betydelse(scale, "bedöms uppfyllas") is Betydelse.OKANT
    assert bedomningsskala(installningar(statusord=rows), "AR").orden[0] == "uppfyllt"


@given(st.lists(economies, max_size=6))
def test_a_sum_s_deviations_are_the_sums_of_its_parts(parts: list[Ekonomi]) -> None:
    assert summa(parts).avvikelse == sum(part.avvikelse for part in parts)
    assert summa(parts).prognosavvikelse == sum(part.prognosavvikelse for part in parts)


def test_minus_is_worse_than_budget_and_the_year_s_outcome_stands_for_its_prognosis() -> None:
    row_ = uf_ekonomi(utfall=340, prognos=1_020)
    assert namndens_ekonomi(uf(ekonomi=(row_,))) == Ekonomi(1_000, 330, 340, 1_020)
    assert namndens_ekonomi(uf(ekonomi=(row_,))).avvikelse == -10
    year = namndens_ekonomi(uf(head=uf_head("AR"), ekonomi=(uf_ekonomi(utfall=990, prognos=None, budget=None),)))
    assert (year.avvikelse, year.prognosavvikelse) == (10, 10)
    assert kommunens_ekonomi(bokslut(drift=(bs_drift(), bs_drift()))).utfall == 660


def test_the_statement_sums_and_the_balanskrav_begins_with_its_result() -> None:
    posts = (("Verksamhetens intäkter", 100), ("Verksamhetens kostnader", -430), ("Skatteintäkter", 340),
             ("Finansiella kostnader", -3))  # fmt: skip
    rows = tuple(row(BsResultat, n, post=post, utfall=utfall, prognos=utfall) for n, (post, utfall) in enumerate(posts))
    krav = (
        row(BsBalanskrav, 5, post="Samtliga realisationsvinster", utfall=-2, prognos=-2),
        row(BsBalanskrav, 6, post="Reservering av medel till resultatreserv", utfall=-4, prognos=0),
    )
    whole = bokslut(resultatrakning=rows, balanskrav=krav)
    sums = {rad.post: rad.utfall for rad in resultatrakning(whole) if rad.summa}
    assert sums == {"Verksamhetens nettokostnader": -330, "Verksamhetens resultat": 10, "Årets resultat": 7}
    assert [(rad.post, rad.utfall) for rad in balanskrav(whole)] == [
        ("Årets resultat enligt resultaträkningen", 7),
        ("Samtliga realisationsvinster", -2),
        ("Årets resultat efter balanskravsjusteringar", 5),
        ("Reservering av medel till resultatreserv", -4),
        ("Årets balanskravsresultat", 1),
    ]
