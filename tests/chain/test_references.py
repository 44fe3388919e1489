"""References in texts: found, judged, resolved."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.text import Run, StyledText, styled
from schemas.workbooks import Kind
from service.chain.links import dangling_codes, dangling_references, in_list_spelling, lists_of
from service.chain.references import Reference, find, mrp_targets, resolve, scope_of, unclosed
from service.chain.values import Layout
from service.findings import line

from .records import goal, mrp, mrp_records, settings

SCOPE = scope_of(
    mrp_targets(mrp(), "Mål- och resursplan 2027"),
    {"kapitel": frozenset({"Detaljbudget"}), "tabell": frozenset({"Driftbudget per nämnd"})},
)


def test_every_kind_of_reference_is_found() -> None:
    text = styled("Se [[mål 2]], [[ resultat  2.1 ]], [[Tabell Driftbudget]] och [[huj]].")
    assert list(find(text)) == [
        Reference("mål", "2", "[[mål 2]]"), Reference("resultat", "2.1", "[[ resultat  2.1 ]]"),
        Reference("tabell", "Driftbudget", "[[Tabell Driftbudget]]"), Reference("", "huj", "[[huj]]"),
    ]  # fmt: skip


def test_a_reference_becomes_its_word_and_a_live_number() -> None:
    resolved = resolve(StyledText((Run("Enligt [[resultat KS-2]] ökar ", bold=True), Run("takten"))), SCOPE)
    assert [(r.text, r.bold, r.reference) for r in resolved.runs] == [
        ("Enligt ", True, None), ("resultat\u00a0", True, None), ("2.2*", True, "resultat 2.2"), (" ökar ", True, None),
        ("takten", False, None),
    ]  # fmt: skip
    assert resolved.runs[2].elsewhere == "2.2* (Mål- och resursplan 2027)"


def test_a_chapter_may_be_named_by_the_beginning_of_its_title() -> None:
    assert SCOPE.knows(next(find(styled("[[tabell driftbudget]]"))))
    assert not SCOPE.knows(next(find(styled("[[tabell Budget]]"))))


def test_a_reference_to_nothing_refuses_and_names_the_nearest() -> None:
    records = mrp_records()
    records["inriktningsmal"].append(goal("IM3", "Som [[resultat 2.9]] säger, och [[målet]].", row=9))
    layout = Layout({"inriktningsmal": {"text": "D"}})
    found = list(dangling_references(Kind.MRP, records, layout, SCOPE))
    assert [(f.code, f.found, f.refuses) for f in found] == [
        ("okand-hanvisning", "[[resultat 2.9]]", True), ("trasig-hanvisning", "[[målet]]", True),
    ]  # fmt: skip
    assert line(found[0]).startswith("Blad 'Inriktningsmål' cell D9: där står ”[[resultat 2.9]]”.")
    assert "[[resultat 2." in found[0].details["forslag"]


def test_a_code_that_stands_in_no_list_refuses_with_the_nearest() -> None:
    records = mrp_records()
    records["inriktningsmal"].append(goal("IM3", "Nytt mål.", row=9, ansvariga=("KS", "BUNN"), agare="X"))
    lists = lists_of(settings(), "", {})
    found = list(dangling_codes(Kind.MRP, records, Layout({"inriktningsmal": {"ansvariga": "F", "agare": "E"}}), lists))
    assert {(f.place.cell if f.place else "", f.found, f.details.get("forslag")) for f in found} == {
        ("F9", "BUNN", "BUN"), ("E9", "X", None),
    }  # fmt: skip


@given(st.text(alphabet="[]mål 2.1resultat\n", max_size=60))
def test_no_text_is_lost_by_resolving(typed: str) -> None:
    resolved = resolve(styled(typed), SCOPE)
    marks = list(find(styled(typed)))
    if not any(SCOPE.knows(mark) and mark.kind for mark in marks):
        assert str(resolved) == typed


def test_a_code_in_another_case_is_put_as_its_list_spells_it() -> None:
    records = {"inriktningsmal": [goal("IM1", "Studierna ska öka.", ansvariga=("ks", "Bun"), agare="ON")]}
    spelled = in_list_spelling(Kind.MRP, records, lists_of(settings(), "", {}))["inriktningsmal"][0]
    assert spelled.values["ansvariga"] == ("KS", "BUN")
    assert spelled.values["agare"] == "ON"


def test_a_reference_that_begins_a_sentence_begins_with_a_capital() -> None:
    text = styled("[[resultat 2.1]] gäller. [[mål 2]] också, se [[mål 1]].\n- [[Mått M2a]]")
    words = [run.text.strip("\u00a0") for run in resolve(text, SCOPE).runs if run.text.endswith("\u00a0")]
    assert words == ["Resultat", "Mål", "mål", "Mått"]


def test_a_reference_that_is_not_closed_is_seen() -> None:
    assert unclosed(styled("Se [[mål 2 och [[resultat 1.2]], [[mål 3] samt [1]] och [[mål 4")) == [
        "[[mål 2 och", "[[mål 3", "[[mål 4",
    ]  # fmt: skip
    assert unclosed(styled("Se [[mål 2]] och [[resultat 1.2]].")) == []
