"""Official numbers: given once in a scope (the term, or the plan's year) and never used for another row."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from service.chain.numbering import GivenNumbers

from .database import Store


def term_scope(first_year: int) -> str:
    """The scope of inriktningsmål: the mandatperiod, named by its first year."""
    return f"mandatperiod {first_year}"


def year_scope(ar: int) -> str:
    """The scope of results, mått, activities and tasks: the plan's year."""
    return f"år {ar}"


def given_numbers(store: Store, scope: str) -> GivenNumbers:
    """Every number given in the scope."""
    rows = store.rows("select record_id, text from number where scope = ?", scope)
    by_id = {row["record_id"]: row["text"] for row in rows}
    return GivenNumbers(by_id, frozenset(by_id.values()))


def numbers_of_year(store: Store, ar: int) -> GivenNumbers:
    """Every number given in a plan year, and those that last year's plan gave: a row that lives on keeps its id."""
    return replace(given_numbers(store, year_scope(ar)), tidigare=given_numbers(store, year_scope(ar - 1)).by_id)


def give_numbers(store: Store, scope: str, numbers: Mapping[str, str], at: datetime) -> None:
    """Fix numbers for ever. Raises `sqlite3.IntegrityError` when a number or a row already has another."""
    with store.transaction():
        store.db.table("number").insert_all(
            {"scope": scope, "record_id": id, "text": text, "at": at.isoformat()} for id, text in numbers.items()
        )
