"""A row is known again by its hidden id, else by its text; a doubtful match is asked about."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.identity import identify
from service.chain.values import Layout

from .records import Records, goal, result

BEFORE: Records = {
    "inriktningsmal": [goal("IM1", "Studierna ska öka."), goal("IM2", "Utsläppen ska minska.")],
    "resultat": [result("KS-1", "IM2", "KS", "Minst 70 procent av bilarna är laddbara.")],
}


def ids(records: Records, before: Records = BEFORE) -> dict[str, list[str]]:
    """The ids that the rows get."""
    known, _ = identify(Kind.MRP, records, before, Layout(), "salt")
    return {key: [row.id for row in rows] for key, rows in known.items() if rows}


def asked(records: Records) -> list[str]:
    """The codes of what is asked about."""
    return [finding.code for finding in identify(Kind.MRP, records, BEFORE, Layout(), "salt")[1]]


def test_a_row_keeps_its_id_wherever_it_is_moved() -> None:
    assert ids({"inriktningsmal": list(reversed(BEFORE["inriktningsmal"]))})["inriktningsmal"] == ["IM2", "IM1"]


def test_a_row_that_lost_its_id_is_known_by_its_text() -> None:
    pasted = [replace(row, id="") for row in BEFORE["inriktningsmal"]]
    assert ids({"inriktningsmal": pasted})["inriktningsmal"] == ["IM1", "IM2"]


def test_a_copied_row_is_a_new_row() -> None:
    first = BEFORE["inriktningsmal"][0]
    copy = replace(goal("IM1", "Tryggheten ska öka."), row=9)
    kept, new = ids({"inriktningsmal": [first, copy]})["inriktningsmal"]
    assert kept == "IM1"
    assert new not in ("IM1", "IM2", "")


def test_the_same_file_gives_the_same_ids_and_another_file_others() -> None:
    records = {"inriktningsmal": [replace(goal("", "Helt nytt."), id="")]}
    once = identify(Kind.MRP, records, {}, Layout(), "a")[0]["inriktningsmal"][0].id
    again = identify(Kind.MRP, records, {}, Layout(), "a")[0]["inriktningsmal"][0].id
    other = identify(Kind.MRP, records, {}, Layout(), "b")[0]["inriktningsmal"][0].id
    assert once == again != other


def test_another_text_on_a_known_row_is_asked_about() -> None:
    changed = result("KS-1", "IM2", "KS", "Företagen upplever service i världsklass hos oss.")
    assert asked({"resultat": [changed]}) == ["samma-plats-annan-text"]


def test_a_mended_text_on_a_known_row_is_not() -> None:
    mended = result("KS-1", "IM2", "KS", "Minst 75 procent av bilarna är laddbara.")
    assert asked({"resultat": [mended]}) == []


def test_a_row_almost_like_one_that_is_gone_is_asked_about_and_gets_an_id_of_its_own() -> None:
    almost = replace(result("", "IM2", "KS", "Minst 75 procent av bilarna är laddbara."), id="")
    assert asked({"resultat": [almost]}) == ["liknar-tidigare-rad"]
    assert ids({"resultat": [almost]})["resultat"] != ["KS-1"]


def test_a_workbook_begun_anew_is_known_by_texts_and_labels() -> None:
    anew = [
        replace(goal("IM1", "Studierna ska öka."), id="x1"),
        replace(goal("IM2", "Utsläppen ska minska snabbt."), id="x2"),
        replace(goal("IM3", "Tryggheten ska öka."), id="x3"),
    ]
    first, second, third = ids({"inriktningsmal": anew})["inriktningsmal"]
    assert (first, second) == ("IM1", "IM2")
    assert third not in ("IM1", "IM2")


def test_a_label_used_for_something_else_does_not_make_it_the_same() -> None:
    other = replace(goal("IM2", "Företagen upplever service i världsklass hos oss alla dagar."), id="x2")
    assert ids({"inriktningsmal": [other]})["inriktningsmal"] != ["IM2"]


def test_a_row_copied_from_another_nämnds_workbook_is_another_row() -> None:
    copied = {"resultat": [result("a1", "IM2", "KS", "Helt nytt.")]}
    one = identify(Kind.MRP, copied, {}, Layout(), "s", "KS")[0]["resultat"][0].id
    other = identify(Kind.MRP, copied, {}, Layout(), "t", "BUN")[0]["resultat"][0].id
    again = identify(Kind.MRP, copied, {}, Layout(), "u", "KS")[0]["resultat"][0].id
    assert one != other
    assert one == again


BOATS = result("KS-1", "IM2", "KS", "Minst 70 procent av bilarna är laddbara.")
TOWNS = result("KS-2", "IM2", "KS", "Minst 20 procent av husen har solceller.")


def test_rows_sorted_without_their_hidden_ids_are_each_asked_about() -> None:
    before = {"resultat": [BOATS, TOWNS]}
    sorted_rows = [
        replace(one, values={**other.values, "id": one.id}) for one, other in ((BOATS, TOWNS), (TOWNS, BOATS))
    ]
    found = identify(Kind.MRP, {"resultat": sorted_rows}, before, Layout(), "salt")[1]
    assert [finding.code for finding in found] == ["annan-rads-text"] * 2
    assert (found[0].details["denna"], found[0].details["andra"]) == ("KS-1", "KS-2")
