"""The årshjul followed: what is done, what is due soon, what is late, as the plans stand on a given day.

`Försenad` is a mark computed here, never a state of a plan.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schemas.installningar import STEG_NAMND, STEG_RAPPORT

from .plans import Installningar
from .records import Halltid

PER_NAMND = frozenset({*STEG_NAMND, *STEG_RAPPORT})


class Mark(StrEnum):
    """How a hålltid stands. `OBEKRAFTAD`: its day has passed, but only a person can say whether it is done."""

    KLAR = "klar"
    SEN = "försenad"
    OBEKRAFTAD = "passerad, inte bekräftad"
    SNART = "snart"
    KOMMANDE = "inte ännu"


@dataclass(frozen=True, slots=True)
class Handelse:
    """What has come of a step: for a nämnd (empty: the municipality), when it was done (None: not yet), in words."""

    steg: str
    namnd: str
    datum: date | None
    ord: str

    def done(self, day: date) -> bool:
        """Whether it was done on the day, or before it."""
        return self.datum is not None and self.datum <= day


@dataclass(frozen=True, slots=True)
class Lage:
    """A hålltid on a day: its mark, what is done, for whom it is not, and in how many days it falls.

    `saknas` are the codes of the nämnder that are not done. `paminnelse` is the reminder that has been reached, in
    days before (None: none). `dagar` is negative once the day has passed.
    """

    halltid: Halltid
    senast: date
    mark: Mark
    dagar: int
    klara: tuple[Handelse, ...] = ()
    pagar: tuple[Handelse, ...] = ()
    saknas: tuple[str, ...] = ()
    paminnelse: int | None = None

    @property
    def efter_dagen(self) -> tuple[Handelse, ...]:
        """What was done, but after the day."""
        return tuple(h for h in self.klara if h.datum is not None and h.datum > self.senast)


@dataclass(frozen=True, slots=True)
class Following:
    """What hålltider are followed by: the day, what has happened, and the reminders in days before (0 is none)."""

    day: date
    events: Collection[Handelse]
    reminders: Sequence[int]

    def of(self, halltid: Halltid, namnder: Sequence[str]) -> Lage | None:
        """How a hålltid stands for these nämnder; None for one that says no day, or is for none of them."""
        senast = halltid.senast
        if senast is None or (halltid.handling in PER_NAMND and not namnder):
            return None
        dagar = (senast - self.day).days
        done, ongoing, missing = self._progress(halltid, namnder)
        mark = self._mark(halltid, done, missing, dagar)
        reached = [days for days in self.reminders if days and dagar <= days]
        open_ahead = mark in (Mark.SNART, Mark.KOMMANDE)
        return Lage(
            halltid, senast, mark, dagar, done, ongoing, missing, min(reached) if reached and open_ahead else None
        )

    def _progress(
        self, halltid: Halltid, namnder: Sequence[str]
    ) -> tuple[tuple[Handelse, ...], tuple[Handelse, ...], tuple[str, ...]]:
        """What is done, what has begun, and the nämnder that are not done."""
        if halltid.klart is not None and halltid.klart <= self.day:
            told = Handelse(halltid.handling or "", halltid.namnd, halltid.klart, "enligt inställningarna")
            return (told,), (), ()
        whose = namnder if halltid.handling in PER_NAMND else ("",)
        events = [e for e in self.events if e.steg == halltid.handling and e.namnd in whose]
        done = tuple(event for event in events if event.done(self.day))
        finished = {event.namnd for event in done}
        ongoing = tuple(event for event in events if event.namnd not in finished)
        missing = tuple(kod for kod in whose if kod and kod not in finished)
        return done, ongoing, missing

    def _mark(self, halltid: Halltid, done: Collection[Handelse], missing: Collection[str], dagar: int) -> Mark:
        if done and not missing:
            return Mark.KLAR
        if dagar < 0:
            return Mark.SEN if halltid.handling else Mark.OBEKRAFTAD
        return Mark.SNART if dagar <= max(self.reminders, default=0) else Mark.KOMMANDE


def followed(installningar: Installningar, following: Following, namnd: str = "") -> tuple[Lage, ...]:
    """Every hålltid of the year, by day; with `namnd` those that concern that nämnd, for it alone."""
    planning = [n.kod for n in installningar.ordered(installningar.head.ar) if n.verksamhetsplan]
    found = []
    for halltid in concerning(installningar.halltider, namnd):
        lage = following.of(halltid, _whose(halltid, namnd, planning))
        if lage is not None:
            found.append(lage)
    return tuple(sorted(found, key=lambda lage: lage.senast))


def _whose(halltid: Halltid, namnd: str, planning: Sequence[str]) -> list[str]:
    """The nämnder that must be done; a nämnd that makes no plan only where the hålltid names it."""
    if halltid.namnd:
        return [halltid.namnd]
    return [kod for kod in planning if not namnd or kod == namnd]


def concerning(halltider: Iterable[Halltid], namnd: str) -> Iterator[Halltid]:
    """The hålltider that concern a nämnd: those for all, and its own; all of them without a nämnd."""
    return (row for row in halltider if not namnd or not row.namnd or row.namnd == namnd)
