"""Words are found whole, in all their forms; patterns are admitted only when they can be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.text import styled
from service.rules import DEFAULT_ORD, patterns
from service.rules.lexicon import AKTIVITETSVERB, ALLMAN_FRAS, KONKRET_ORD, LAGORD, RIKTNINGSORD
from service.rules.wording import begins_with, hits, likeness

from .plans import installningar, r, row

SETTINGS = installningar()


def found(lista: str, text: str) -> list[str]:
    return [hit.text for hit in hits(SETTINGS, lista, styled(text))]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tryggheten ökar i hela kommunen.", "ökar"), ("Tryggheten ska ha ökat.", "ökat"),
        ("En ökad trygghet för alla.", "ökad"), ("Köerna ska kortas och minskas.", "minskas"),
        ("Höj kvaliteten i skolan.", "Höj"), ("Klimatpåverkan ska sänkas.", "sänkas"), ("FLER FÅR JOBB.", "FLER"),
        ("Flera ska få jobb.", "Flera"), ("Färre blir sjuka.", "Färre"), ("Lägre utsläpp.", "Lägre"),
        ("Vi blir bäst i landet.", "bäst"), ("Mera grönt i staden.", "Mera"), ("Näringslivet växer.", "växer"),
        ("Utsläppen halveras.", "halveras"), ("Handläggningen ska bli snabbare.", "snabbare"),
    ],
)  # fmt: skip
def test_a_direction_is_found_in_any_form(text: str, word: str) -> None:
    assert found(RIKTNINGSORD, text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "En snabb och enkel hantering.", "Öknen är torr.", "Alla har hög kvalitet.", "Merparten trivs här.",
        "Kommunen är en fullgod arbetsgivare.", "Länge leve vårt närområde.", "Bättringen dröjer.",
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_direction_is_none(text: str) -> None:
    assert found(RIKTNINGSORD, text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Vi ska värna om miljön.", "värna om"), ("Miljön värnas  om.", "värnas om"),
        ("Vi VÄRNAR OM alla.", "VÄRNAR OM"),
        ("Kompetensen tas tillvara.", "tas tillvara"), ("Vi tog till vara allt.", "tog till vara"),
        ("Att tillvarata allas kraft.", "tillvarata"), ("Behoven tillgodoses.", "tillgodoses"),
        ("Behoven tillgodosågs.", "tillgodosågs"),
    ],
)  # fmt: skip
def test_a_general_phrase_is_found_in_any_form(text: str, phrase: str) -> None:
    assert found(ALLMAN_FRAS, text) == [phrase]


def test_the_place_of_a_phrase_is_counted_in_words() -> None:
    assert hits(SETTINGS, ALLMAN_FRAS, "Vi ska, fr.o.m. nu, värna om allt.")[0].position == 7


@pytest.mark.parametrize("text", ["Fler värnamobor om tio år.", "Ta tåget till Varanasi.", "Vi är goda vänner."])
def test_letters_inside_other_words_are_no_phrase(text: str) -> None:
    assert found(ALLMAN_FRAS, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resultaten på Torpaskolan ska öka.", ["Torpaskolan"]), ("Grundskolan ska bli bättre.", []),
        ("Trafiken på Edsgatan ska minska.", ["Edsgatan"]), ("Det här är vägen dit.", []),
        ("Andelen ska öka till 2030.", ["till 2030"]), ("Klart den 31 december.", ["31 december"]),
        ("Utsläppen minskar 20 %.", ["20 %"]), ("Fler än 40 elever.", ["40 elever"]),
    ],
)  # fmt: skip
def test_what_is_too_concrete_for_a_goal(text: str, expected: list[str]) -> None:
    assert found(KONKRET_ORD, text) == expected


@pytest.mark.parametrize(
    "text", ["Genomföra en kurs.", "Genomför en kurs.", "Tas fram en plan.", "Arbetar med miljön."]
)
def test_an_activity_is_known_by_its_first_word(text: str) -> None:
    assert begins_with(SETTINGS, AKTIVITETSVERB, text)


@pytest.mark.parametrize(
    "text", ["Planerad frånvaro är låg.", "Start av skolan.", "Införandet är klart.", "Ta tåget.", ""]
)
def test_a_result_that_begins_like_an_activity_is_let_through(text: str) -> None:
    assert begins_with(SETTINGS, AKTIVITETSVERB, text) is None


@pytest.mark.parametrize("text", ["Enligt gällande lag.", "Plan- och bygglagen följs.", "Enligt SFS 2010:800."])
def test_a_law_is_known(text: str) -> None:
    assert found(LAGORD, text)


@pytest.mark.parametrize(
    "text", ["Enligt vårt förslag.", "Arbetslagen samverkar.", "Kl. 12:30 enligt plan.", "Ett lag till."]
)
def test_what_only_sounds_like_law_is_let_through(text: str) -> None:
    assert found(LAGORD, text) == []


def test_a_municipality_s_own_list_takes_the_place_of_ours() -> None:
    own = installningar(ordlista=(row(r.Ord, 5, lista=RIKTNINGSORD, ord="blomma upp", slag="ord"),))
    assert [hit.text for hit in hits(own, RIKTNINGSORD, "Staden blommar upp och växer.")] == ["blommar upp"]
    assert [hit.text for hit in hits(own, ALLMAN_FRAS, "Vi värnar om den.")] == ["värnar om"]


def test_likeness_is_of_stems_not_of_letters() -> None:
    assert likeness("Klimatpåverkan ska minska.", "Kommunens klimatpåverkan ska minska.") > 80
    assert likeness("Förskolans enheter minskar", "Enheterna minska, förskolan") == 100
    assert likeness("Helt annat", "Ingenting lika") == 0
    assert likeness("", "") == 0


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    for lista in (RIKTNINGSORD, ALLMAN_FRAS, AKTIVITETSVERB, LAGORD, KONKRET_ORD):
        assert all(hit.text in " ".join(text.split()) for hit in hits(SETTINGS, lista, text))


@pytest.mark.parametrize("ord", [ord for _, ord, slag in DEFAULT_ORD if slag == "mönster"])
def test_our_own_patterns_are_admitted(ord: str) -> None:
    assert patterns.admit(ord)


@pytest.mark.parametrize(
    "ord",
    [
        "(a", "[a", "a{3,1}", "(?P<x>a", "a" * 201, r"\w*", "(a+)+b", "(a*)*", "((a|b))*c", "(a|aa)+b", "(?:x+y?){9}",
        "(a|b){30}", ".*.*.*x", "a?" * 20 + "b", "(a|a|a|a)" * 9, "[[a]", "a{99999999999}", r"(\w+\s?)+$",
    ],
)  # fmt: skip
def test_a_pattern_that_is_broken_or_could_hang_is_refused(ord: str) -> None:
    with pytest.raises(patterns.BadPattern):
        patterns.admit(ord)


def test_a_pattern_is_searched_through_a_long_text() -> None:
    text = ("ordentligt " * 100) + "hållbar " + ("ordentligt " * 100) + "hållbart"
    starts = [start for start, _ in patterns.search(patterns.admit(r"\bhållbart?\b"), text)]
    assert starts == [1100, len(text) - 8]


def test_a_half_word_at_the_edge_of_a_piece_is_no_whole_word() -> None:
    for length in range(60, 180):
        text = "x" * length + " ta till varaktigheten " + "y" * 200
        assert not list(patterns.search(patterns.admit(r"\bta till vara\b"), text))
