"""The municipality chooses levels; what a rule finds becomes a finding with its source."""

import pytest

from service.findings import Level, Place
from service.rules import DEFAULT_GRANSER, DEFAULT_ORD, Case, Stage, judge
from service.rules.limits import LIMITS

from .plans import goal_case, installningar, mrp_case, r, replace, resultat, row


def set_level(case: Case, *levels: tuple[str, str]) -> Case:
    rows = tuple(row(r.Regelniva, n, regel=regel, niva=niva, skal="Prov") for n, (regel, niva) in enumerate(levels, 5))
    return replace(case, installningar=installningar(regelnivaer=rows))


def levels_of(case: Case) -> dict[str, Level]:
    return {finding.code: finding.level for finding in judge(case, Stage.ADOPT)}


UNTIMED = mrp_case(resultat=(resultat(period_till=None),))
PHRASE = goal_case("Fler ska värna om miljön.")


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ([], Level.FEL),
        ([("R45", "upplysning")], Level.UPPLYSNING),
        ([("r45-tidsatt", "varning")], Level.VARNING),
        ([("R50", "varning")], Level.VARNING),
        ([("R45-matbart", "varning")], Level.FEL),
        ([("R45", "upplysning"), ("R45-tidsatt", "varning")], Level.VARNING),
    ],
)
def test_a_level_is_set_by_id_or_for_one_kind_of_finding(rows: list[tuple[str, str]], level: Level) -> None:
    assert levels_of(set_level(UNTIMED, *rows)) == {"R45-tidsatt": level}


def test_a_rule_can_be_turned_off() -> None:
    assert levels_of(set_level(UNTIMED, ("R45", "av"))) == {}


def test_a_rule_on_wording_never_stops_a_plan() -> None:
    assert levels_of(set_level(PHRASE, ("R36", "fel"))) == {"R36": Level.VARNING}


def test_a_finding_says_where_it_comes_from() -> None:
    [finding] = judge(PHRASE, Stage.SUBMIT)
    assert finding.place == Place("Inriktningsmål", "D5")
    assert (finding.rules, finding.paragraph) == (("R36",), "2.2")
    assert finding.found == "Fler ska värna om miljön."
    assert finding.details == {"fras": "värna om", "position": "3"}
    assert not finding.refuses


def test_a_finding_stands_in_the_sheet_as_the_file_calls_it() -> None:
    layout = replace(PHRASE.mrp.layout, titles={"inriktningsmal": "Våra mål"})
    renamed = replace(PHRASE, mrp=replace(PHRASE.mrp, layout=layout))
    assert judge(renamed, Stage.SUBMIT)[0].place == Place("Våra mål", "D5")


def test_a_municipality_s_own_limit_holds() -> None:
    own = installningar(granser=(row(r.Grans, 5, namn="inriktningsmål, högst antal", varde=0),))
    assert levels_of(replace(mrp_case(), installningar=own)) == {"R37": Level.VARNING}


def test_the_proposed_lists_and_limits_can_stand_in_a_workbook() -> None:
    assert len({(lista, ord) for lista, ord, _ in DEFAULT_ORD}) == len(DEFAULT_ORD)
    assert {slag for _, _, slag in DEFAULT_ORD} == {"ord", "mönster"}
    assert len({namn for namn, _, _ in DEFAULT_GRANSER}) == len(LIMITS)
    assert all(varde >= 0 and betydelse.endswith(".") for _, varde, betydelse in DEFAULT_GRANSER)
