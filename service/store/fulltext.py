"""The search in the plans' texts: SQLite's own full-text index (FTS5), filled from each submission that a plan stands
on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schemas.kinds import Kind
from service.chain.values import State

from .database import Store
from .plans import PlanKey, key_in
from .submissions import Submission, records_of, submission

SEARCHED = (Kind.MRP, Kind.VERKSAMHETSPLAN, Kind.UPPFOLJNING, Kind.BOKSLUT)
_COPIED = {(Kind.VERKSAMHETSPLAN, "vp_resultat")}
_WORD = re.compile(r"\w+")
_START, _END = "\ue000", "\ue001"  # private signs, which no cleaned text holds in a meaning of its own


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that holds what was searched for. `number` is its row's official number, or empty; `pieces` are parts of
    the text in turn: as it stands, as it was searched for, as it stands …"""

    key: PlanKey
    state: State
    version: int
    submission: str
    sheet: str
    field: str
    record_id: str
    number: str
    pieces: tuple[str, ...]


def index_texts(store: Store) -> int:
    """Take in the texts of every submission that a version stands on and that is not yet in the index; how many."""
    if not _not_yet_in(store):
        return 0  # as nearly always: a search does not queue among those who write
    with store.transaction():
        new = _not_yet_in(store)
        for id in new:
            _take_in(store, submission(store, id))
    return len(new)


def search(store: Store, words: str, ar: int, most: int = 400) -> list[Hit]:
    """The texts of the year's plans (those that have not been revoked) that hold every word, or one that begins so; the
    best first. Nothing for words without a letter or a figure."""
    wanted = " ".join(f'"{word}"*' for word in _WORD.findall(words)[:12])
    if not wanted:
        return []
    return [_hit(row) for row in store.rows(_SEARCH, _START, _END, wanted, ar, State.UPPHAVD, most)]


_SEARCH = """
select searchable.*, [plan].kind, [plan].namnd, [plan].ar, [plan].proposal, [plan].period, [plan].version,
  [plan].state, snippet(searchable_fts, 0, ?, ?, '…', 28) as excerpt,
  (select text from number where number.record_id = searchable.record_id order by rowid desc limit 1) as number
from searchable_fts
join searchable on searchable.id = searchable_fts.rowid
join [plan] on [plan].submission = searchable.submission
where searchable_fts match ? and [plan].ar = ? and [plan].state != ?
order by searchable_fts.rank limit ?
"""


def _hit(row: dict[str, Any]) -> Hit:
    pieces = tuple(re.split(f"[{_START}{_END}]", row["excerpt"]))
    return Hit(
        key_in(row), State(row["state"]), row["version"], row["submission"], row["sheet"], row["field"],
        row["record_id"], row["number"] or "", pieces,
    )  # fmt: skip


def _not_yet_in(store: Store) -> list[str]:
    kinds = ", ".join("?" for _ in SEARCHED)
    sql = (
        f"select distinct submission from [plan] where kind in ({kinds})"
        " and submission not in (select submission from searched_submission)"
    )
    return [row["submission"] for row in store.rows(sql, *SEARCHED)]


def _take_in(store: Store, found: Submission) -> None:
    store.db.table("searchable").insert_all(_texts(store, found))
    store.db.table("searched_submission").insert({"submission": found.id})


def _texts(store: Store, found: Submission) -> Iterator[dict[str, str]]:
    from schemas.text import StyledText

    for sheet, rows in records_of(store, found).items():
        for record in rows:
            for field, value in record.values.items():
                told = isinstance(value, StyledText) or (field == "text" and isinstance(value, str))
                if told and str(value) and not _is_copied(found.kind, sheet, field):
                    yield {
                        "submission": found.id, "record_id": record.id, "sheet": sheet, "field": field,
                        "text": str(value),
                    }  # fmt: skip


def _is_copied(kind: Kind, sheet: str, field: str) -> bool:
    """Whether the text is another plan's, which the workbook only repeats."""
    reported = kind in (Kind.UPPFOLJNING, Kind.BOKSLUT)
    return (kind, sheet) in _COPIED or (reported and field == "text")
