"""How many fel and warnings a draft had when it was last judged, and on what ground."""

from dataclasses import dataclass

from .database import Store


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules said of a draft, counted."""

    fel: int
    varningar: int


def kept_verdict(store: Store, submission: str, ground: str) -> Verdict | None:
    """The verdict on a submission, if it was given on that very ground."""
    sql = "select fel, varningar from verdict where submission = ? and ground = ?"
    rows = store.rows(sql, submission, ground)
    return Verdict(rows[0]["fel"], rows[0]["varningar"]) if rows else None


def keep_verdict(store: Store, submission: str, ground: str, verdict: Verdict) -> None:
    """Keep a verdict, in place of the one before."""
    row = {"submission": submission, "ground": ground, "fel": verdict.fel, "varningar": verdict.varningar}
    with store.transaction():
        store.db.table("verdict").insert(row, replace=True)
