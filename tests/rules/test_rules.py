"""Every rule finds what breaks it, in its cell, and lets through what almost does."""

import re

import pytest

from service.findings import Level, known_codes, line, todo, what
from service.rules import RULES, Stage, judge
from service.rules.registry import Rule

from .example import Example
from .examples_budget import BUDGET
from .examples_followups import FOLLOWUPS
from .examples_goals import GOALS
from .examples_results import RESULTS
from .examples_vp import VP
from .test_moten import MEETINGS

EXAMPLES = [*GOALS, *RESULTS, *VP, *BUDGET, *FOLLOWUPS]
CODES = [code for rule in RULES for code in rule.codes]


def _named(example: Example) -> str:
    return f"{example.code} at {example.at or 'no place'}"


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_what_breaks_a_rule_is_found_in_its_cell(example: Example) -> None:
    found = [finding for finding in judge(example.wrong, Stage.ADOPT) if finding.code == example.code]
    assert [finding.place for finding in found] == [example.place()] * example.times


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_what_breaks_one_rule_is_not_blamed_by_others(example: Example) -> None:
    found = {finding.code for finding in judge(example.wrong, Stage.ADOPT)}
    assert found == {example.code, *example.also}


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_what_almost_breaks_a_rule_is_let_through(example: Example) -> None:
    assert example.code not in {finding.code for finding in judge(example.right, Stage.ADOPT)}


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_a_finding_is_told_in_whole_sentences(example: Example) -> None:
    for finding in judge(example.wrong, Stage.ADOPT):
        for sentence in (what(finding), todo(finding)):
            assert re.fullmatch(r"[A-ZÅÄÖ1-9”].*[.?]", sentence), line(finding)
            assert not re.search(r"[{}]|  |””|None|\.\.", sentence), line(finding)


def test_every_code_has_an_example_and_every_example_a_rule() -> None:
    assert {example.code for example in EXAMPLES} | {code for _, code in MEETINGS} == set(CODES)


def test_every_code_belongs_to_one_rule_and_has_a_sentence() -> None:
    assert len(CODES) == len(set(CODES))
    assert set(CODES) <= known_codes()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.codes[0])
def test_a_rule_names_its_source(rule: Rule) -> None:
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.ids
    assert rule.find.__doc__
    assert re.fullmatch(r"[1-5](\.\d)?", rule.paragraph) or rule.ids[0] in (
        "R00", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11", "L12"
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.codes[0])
def test_a_rule_that_never_stops_a_plan_is_no_fel_by_itself(rule: Rule) -> None:
    assert not (rule.level is Level.FEL and rule.most is not Level.FEL)


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_a_rule_is_silent_before_its_stage_and_speaks_at_every_later_one(example: Example) -> None:
    rule = next(rule for rule in RULES if example.code in rule.codes)
    speaking = [stage for stage in Stage if example.code in {f.code for f in judge(example.wrong, stage)}]
    assert speaking == [stage for stage in Stage if rule.stage.reached(stage)]
