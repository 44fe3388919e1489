"""What differs between two versions or proposals: the nämnder's frames, and what an MRP decides for a nämnd."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas.numbers import grouped

from . import records as r
from .figures import ram_att_fordela, summa_ramar
from .plans import Installningar, Mrp, plain
from .rowmatching import Same, match

R = TypeVar("R", bound=r.Row)
CHANGED, ADDED, REMOVED = "ändrat", "nytt", "borttaget"


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of the table: what it concerns, how it changed, and how it reads on either side."""

    subject: str
    name: str
    change: str
    before: str
    after: str


def frame_differences(before: Mrp, after: Mrp, installningar: Installningar) -> Iterator[Difference]:
    """The whole frame of each nämnd whose frame is not the same in both."""
    codes = dict.fromkeys([ram.namnd for ram in (*before.ramar, *after.ramar)])
    for code in codes:
        was, now = summa_ramar(before.namnd_ramar(code)).ram_1, summa_ramar(after.namnd_ramar(code)).ram_1
        if was != now:
            change = f"{'+' if now > was else ''}{_tkr(now - was)}"
            yield Difference("Ram", installningar.namnd_namn(code), change, _tkr(was), _tkr(now))


def changed_since(before: Mrp, after: Mrp, namnd: str) -> list[str]:
    """What of an MRP's decisions for a nämnd has changed, a short line each; empty when nothing has."""
    lines = []
    if ram_att_fordela(before, namnd) != ram_att_fordela(after, namnd):
        lines.append(
            f"ramen är {_amounts(ram_att_fordela(after, namnd))} (var {_amounts(ram_att_fordela(before, namnd))})"
        )
    same: Same = {}
    rows = _rows("resultat", before.namnd_resultat(namnd), after.namnd_resultat(namnd), _resultat_text, same)
    lines += [f"resultat {difference.name} är {difference.change}" for difference in rows]
    own = {resultat.id for resultat in (*before.namnd_resultat(namnd), *after.namnd_resultat(namnd))}
    matt = _rows(
        "mått",
        [matt for matt in _valid(before.matt) if matt.hor_till in own],
        [matt for matt in _valid(after.matt) if matt.hor_till in own],
        _matt_text,
        same,
    )
    return lines + [f"mått {difference.name} är {difference.change}" for difference in matt]


def _rows(
    subject: str, before: Sequence[R], after: Sequence[R], text: Callable[[R], str], same: Same
) -> Iterable[Difference]:
    """What differs in the rows; `same` tells which their parents are, and learns which these are."""
    match(before, after, same)
    old = {row.id: row for row in before}
    kept = {same[row.id] for row in after if row.id in same}
    for row in after:
        if row.id not in same:
            yield Difference(subject, name_of(row), ADDED, "", text(row))
        elif text(old[same[row.id]]) != text(row):
            yield Difference(subject, name_of(row), CHANGED, text(old[same[row.id]]), text(row))
    for row in before:
        if row.id not in kept:
            yield Difference(subject, name_of(row), REMOVED, text(row), "")


def name_of(row: r.Row) -> str:
    """What a row is known by: its number or, without one, what it is of."""
    for field in ("nummer", "verksamhet", "motpart", "post", "objekt", "rubrik", "tabell", "titel", "mal", "namnd"):
        if value := getattr(row, field, ""):
            return str(value)
    return ""


def _valid(rows: Iterable[r.Matt]) -> list[r.Matt]:
    return [row for row in rows if not row.utgar]


def _resultat_text(row: r.Resultat) -> str:
    return f"{plain(row.text)} ({row.namnd}, {row.period_fran or '–'}–{row.period_till or '–'})"


def _matt_text(row: r.Matt) -> str:
    targets = ", ".join(
        "–" if value is None else str(value).replace(".", ",") for value in (row.mal_1, row.mal_2, row.mal_3)
    )
    return f"{row.text} ({row.enhet}; mål {targets})"


def _amounts(levels: dict[str, int]) -> str:
    return " + ".join(map(_tkr, levels.values())) or "–"


def _tkr(amount: int) -> str:
    return f"{grouped(amount)}\u00a0tkr"
