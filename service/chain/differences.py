"""What differs between two versions or proposals: frames, goals, results, mått, activities, budget rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from schemas.numbers import grouped

from . import records as r
from .figures import ram_att_fordela, summa_ramar
from .plans import Installningar, Mrp, Verksamhetsplan, plain
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


def mrp_differences(before: Mrp, after: Mrp, installningar: Installningar) -> list[Difference]:
    """Frames per nämnd, goals, results and mått that are not the same in both."""
    same: Same = {}
    return [
        *_frames(before, after, installningar),
        *_rows("Inriktningsmål", before.gallande_mal, after.gallande_mal, _mal_text, same),
        *_rows("Förväntat resultat", before.gallande_resultat, after.gallande_resultat, _resultat_text, same),
        *_rows("Mått", _valid(before.matt), _valid(after.matt), _matt_text, same),
    ]


def vp_differences(before: Verksamhetsplan, after: Verksamhetsplan) -> list[Difference]:
    """Activities, own mått, duties and budget rows that are not the same in both."""
    same: Same = {}
    return [
        *_rows("Aktivitet", before.gallande_aktiviteter, after.gallande_aktiviteter, _aktivitet_text, same),
        *_rows("Mått", before.matt, after.matt, _matt_text, same),
        *_rows("Uppdrag", before.uppdrag, after.uppdrag, lambda row: plain(row.text), same),
        *_rows("Detaljbudget", before.budget, after.budget, _budget_text, same),
    ]


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


def _frames(before: Mrp, after: Mrp, installningar: Installningar) -> Iterator[Difference]:
    codes = dict.fromkeys([ram.namnd for ram in (*before.ramar, *after.ramar)])
    for code in codes:
        was, now = summa_ramar(before.namnd_ramar(code)).ram_1, summa_ramar(after.namnd_ramar(code)).ram_1
        if was != now:
            change = f"{'+' if now > was else ''}{_tkr(now - was)}"
            yield Difference("Ram", installningar.namnd_namn(code), change, _tkr(was), _tkr(now))


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
    for field in ("nummer", "verksamhet", "motpart", "post", "objekt", "rubrik", "tabell", "titel", "mal"):
        if value := getattr(row, field, ""):
            return str(value)
    return ""


def _valid(rows: Iterable[r.Matt]) -> list[r.Matt]:
    return [row for row in rows if not row.utgar]


def _mal_text(row: r.Inriktningsmal) -> str:
    return f"{plain(row.text)} (ansvariga: {', '.join(row.ansvariga) or '–'})"


def _resultat_text(row: r.Resultat) -> str:
    return f"{plain(row.text)} ({row.namnd}, {row.period_fran or '–'}–{row.period_till or '–'})"


def _matt_text(row: r.Matt | r.VpMatt) -> str:
    targets = ", ".join(
        "–" if value is None else str(value).replace(".", ",") for value in (row.mal_1, row.mal_2, row.mal_3)
    )
    return f"{row.text} ({row.enhet}; mål {targets})"


def _aktivitet_text(row: r.Aktivitet) -> str:
    return f"{plain(row.text)} ({row.ansvarig or '–'}, {row.start or '–'}–{row.slut or '–'})"


def _budget_text(row: r.Budgetrad) -> str:
    amounts = f"intäkter {grouped(row.intakter or 0)}, kostnader {grouped(row.kostnader)}, netto {_tkr(row.netto)}"
    return f"{row.verksamhet} {row.benamning}: {amounts}"


def _amounts(levels: dict[str, int]) -> str:
    return " + ".join(map(_tkr, levels.values())) or "–"


def _tkr(amount: int) -> str:
    return f"{grouped(amount)}\u00a0tkr"
