"""The small chart of a measure: well-formed, the same in words, no value said twice at a place."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from service.pictures import Chart, Dot, line_chart

AMOUNTS = st.decimals(-1_000_000, 1_000_000, places=2)


def dots(values: list[Decimal], first: int = 0) -> list[Dot]:
    return [Dot(first + n, value, str(value)) for n, value in enumerate(values)]


@given(st.lists(AMOUNTS, min_size=1, max_size=4), st.lists(AMOUNTS, min_size=1, max_size=3), st.text(max_size=30))
def test_whatever_it_shows_it_is_well_formed_and_stays_within_its_frame(
    is_: list[Decimal], goal: list[Decimal], words: str
) -> None:
    clean = "".join(letter for letter in words if letter.isprintable())
    places = [clean] * (len(is_) + len(goal))
    svg = etree.fromstring(line_chart(Chart(places, dots(is_), None, dots(goal, len(is_))), clean))
    assert svg.get("aria-label") == clean
    assert svg.get("role") == "img"
    for circle in svg.iter("circle"):
        assert 0 <= float(circle.get("cx")) <= 300
        assert 0 <= float(circle.get("cy")) <= 112
    assert not svg.xpath("//@style")


def test_an_outcome_that_is_the_target_is_said_once_and_one_below_it_stands_below() -> None:
    same = line_chart(Chart(["2027"], dots([Decimal(5)]), None, dots([Decimal(5)])), "")
    assert same.count(">5<") == 1
    apart = etree.fromstring(line_chart(Chart(["2027"], dots([Decimal(4)]), None, dots([Decimal(5)])), ""))
    heights = {text.text: float(text.get("y")) for text in apart.iter("text") if text.text in ("4", "5")}
    dot = {circle.get("class"): float(circle.get("cy")) for circle in apart.iter("circle")}
    assert heights["5"] < dot["line-goal-dot"] < dot["line-is-dot"] < heights["4"]
