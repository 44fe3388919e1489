"""The full-text index: å, ä, ö are letters of their own, beginnings of words are found, nothing is a command."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.chain.values import State
from service.store import Store, index_texts, search


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "malkedjan.db") as store:
        for n, (text, state) in enumerate(TEXTS):
            version = {"kind": "mrp", "namnd": "", "ar": 2027, "proposal": "", "period": "", "version": n + 1}
            row = {"submission": f"s{n}", "record_id": f"r{n}", "sheet": "resultat", "field": "text", "text": text}
            store.db.table("submission").insert(
                {**version, "id": f"s{n}", "at": "2026-01-01", "by": "E", "sha256": "", "blob": b"", "layout": "{}"},
                ignore=True, alter=True,
            )  # fmt: skip
            store.db.table("plan").insert({**version, "submission": f"s{n}", "state": state.value})
            store.db.table("searchable").insert(row)
            store.db.table("searched_submission").insert({"submission": f"s{n}"})
        store.db.table("number").insert({"scope": "år 2027", "record_id": "r0", "text": "2.3", "at": "2026-01-01"})
        yield store


TEXTS = (
    ("Förskolans måltider ska bli bättre.", State.ANTAGEN),
    ("Forskolan utan prickar.", State.UTKAST),
    ("Förskolan som har upphävts.", State.UPPHAVD),
)


def found(store: Store, words: str) -> list[str]:
    return [hit.submission for hit in search(store, words, 2027)]


def test_a_word_is_found_by_its_beginning_with_its_own_letters(store: Store) -> None:
    assert found(store, "FÖRSK") == ["s0"]
    assert found(store, "forsk") == ["s1"]
    assert found(store, "matt") == []
    assert found(store, "bättre måltid") == ["s0"]
    assert found(store, "bättre middag") == []


def test_a_hit_tells_its_number_and_marks_what_was_searched_for(store: Store) -> None:
    (hit,) = search(store, "mål", 2027)
    assert hit.number == "2.3"
    assert hit.pieces == ("Förskolans ", "måltider", " ska bli bättre.")
    assert search(store, "mål", 2028) == []


def test_what_is_in_the_index_is_not_taken_in_again(store: Store) -> None:
    assert index_texts(store) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.text(max_size=40))
def test_whatever_is_written_it_is_searched_for_and_never_obeyed(store: Store, words: str) -> None:
    search(store, words, 2027)
