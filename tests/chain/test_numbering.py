"""Numbers are given once, live through revisions and are never used again."""

from hypothesis import given as forall
from hypothesis import strategies as st

from service.chain.numbering import GivenNumbers, matt_on, natural, number_rows, plain_series, under

from .records import activity, goal, matt, mrp, mrp_records, result, vp


def fixed(numbers: dict[str, str]) -> GivenNumbers:
    """Numbers as the store holds them."""
    return GivenNumbers(numbers, frozenset(numbers.values()))


def test_results_are_numbered_under_their_goal_for_the_whole_municipality() -> None:
    plan = mrp()
    assert {r.id: r.nummer.text for r in plan.resultat} == {"BUN-1": "1.1", "KS-1": "2.1", "KS-2": "2.2"}
    assert {m.id: m.nummer.text for m in plan.matt} == {"m1": "M1a", "m2": "M2.1a", "m3": "M2.1b", "m4": "M2a"}
    assert plan.uppdrag[0].nummer.text == "U1"


def test_a_number_not_yet_given_is_marked() -> None:
    assert str(mrp().resultat[0].nummer) == "2.1*"
    assert str(mrp(given=fixed({"KS-1": "2.1"})).resultat[0].nummer) == "2.1"


def test_a_revision_that_removes_adds_and_reorders_does_not_renumber() -> None:
    records = mrp_records()
    given = fixed({"BUN-1": "1.1", "KS-1": "2.1", "KS-2": "2.2", "m2": "M2.1a"})
    goals = fixed({"IM1": "1", "IM2": "2"})
    records["inriktningsmal"] = [goal("IM3", "Tryggheten ska öka."), *reversed(records["inriktningsmal"])]
    records["resultat"] = [
        result("KS-9", "IM2", "KS", "Nytt."), records["resultat"][2], result("BUN-2", "IM1", "BUN", "Också nytt."),
        records["resultat"][1],
    ]  # fmt: skip
    revised = mrp(records, given, goals)
    assert {m.id: m.nummer.text for m in revised.inriktningsmal} == {"IM1": "1", "IM2": "2", "IM3": "3"}
    assert {r.id: r.nummer.text for r in revised.resultat} == {
        "BUN-1": "1.1", "KS-2": "2.2", "KS-9": "2.3", "BUN-2": "1.2",
    }  # fmt: skip


def test_the_number_of_a_removed_row_is_never_used_again() -> None:
    numbers = number_rows(["new"], fixed({"gone": "2.3", "kept": "2.1"}), under("2"))
    assert numbers["new"].text == "2.4"


def test_activities_continue_under_each_result() -> None:
    plan = mrp()
    records = {"aktivitet": [activity("a", "2.1", "En"), activity("b", "KS-2", "Två"), activity("c", "2.1*", "Tre")]}
    assert {a.id: a.nummer.text for a in vp(records, plan).aktiviteter} == {"a": "2.1.1", "b": "2.2.1", "c": "2.1.2"}


def test_own_matt_follow_the_letters_of_the_decided_ones() -> None:
    plan = mrp(given=fixed({"m2": "M2.1a", "m3": "M2.1b", "KS-1": "2.1"}))
    own = matt("own", "2.1", "Eget")
    row = {"vp_matt": [own.__class__("vp_matt", 5, "own", {**own.values})]}
    assert [m.nummer.text for m in vp(row, plan).matt] == ["M2.1c"]  # type: ignore[arg-type]


def test_letters_go_on_after_z() -> None:
    spell = matt_on("2")
    assert [spell(n) for n in (1, 26, 27, 28, 52, 53)] == ["M2a", "M2z", "M2aa", "M2ab", "M2az", "M2ba"]


def test_numbers_sort_as_people_count() -> None:
    assert sorted(["2.10", "2.9", "10.1", "2.1"], key=natural) == ["2.1", "2.9", "2.10", "10.1"]


@forall(st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_whatever_a_revision_does_no_number_changes_or_is_shared(first: list[str], second: list[str]) -> None:
    once = {id: n.text for id, n in number_rows(first, GivenNumbers(), plain_series).items()}
    twice = {id: n.text for id, n in number_rows(second, fixed(once), plain_series).items()}
    assert all(twice[id] == once[id] for id in twice.keys() & once.keys())
    merged = {**once, **twice}
    assert len(set(merged.values())) == len(merged)
