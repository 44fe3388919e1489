"""What lives on from last year's plan into the next one's workbook, and what does not, with the reason.

A row that lives on keeps its permanent id: a goal keeps its number by it for the term, all else gets a number of the
new year, and the old one can be told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.sheets import Record
from schemas.workbooks import Kind, workbook_schema

from .followups import Followup, Uppfoljning
from .identity import text_of
from .skalor import Lage, Skala

Records = Mapping[str, Sequence[Record]]
NEW_TERM = "ny mandatperiod: mål, resultat och aktiviteter beslutas på nytt"


@dataclass(frozen=True, slots=True)
class Left:
    """Something of last year's plan that does not live on: its sheet's title, its number then, its text, and why."""

    blad: str
    nummer: str
    text: str
    skal: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What a workbook begins with, by sheet key, and what was left behind."""

    records: Records = field(default_factory=dict)
    left: tuple[Left, ...] = ()

    def count(self, key: str) -> int:
        """How many rows of a sheet live on."""
        return len(self.records.get(key, ()))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What last year's follow-ups say: each mått's newest outcome and when it was, where each activity and task stands,
    by row id; `over` holds those last told of when the year was over."""

    varden: Mapping[str, tuple[Decimal, str]] = field(default_factory=dict)
    lagen: Mapping[str, str] = field(default_factory=dict)
    over: frozenset[str] = frozenset()
    skala: Skala = field(default_factory=lambda: Skala(()))

    def ended(self, id: str) -> str:
        """Why an activity or a task does not go on; empty when the follow-up lets it."""
        word = self.lagen.get(id, "")
        return f"{word} enligt uppföljningen" if self._means(id) in (Lage.GENOMFORD, Lage.UTGAR) else ""

    def outlasts(self, id: str) -> bool:
        """Whether something that was to be done within the year is not: late, or under way yet when the year was over.

        What goes as planned in August is done by its last day.
        """
        means = self._means(id)
        return means == Lage.AVVIKELSE or (means == Lage.PAGAR and id in self.over)

    def with_base(self, row: Record) -> Record:
        """A mått that starts from its newest outcome; as it was where nothing has been measured."""
        if row.id not in self.varden:
            return row
        value, when = self.varden[row.id]
        return changed(row, basvarde=value, basar=when)

    def _means(self, id: str) -> str:
        return self.skala.betydelse(self.lagen.get(id, ""))


def outcomes_of(reports: Iterable[Followup], skala: Skala) -> Outcomes:
    """What the reports say, the oldest first: a later one counts before an earlier."""
    values: dict[str, tuple[Decimal, str]] = {}
    states: dict[str, str] = {}
    over: set[str] = set()
    for report in reports:
        when = str(report.head.ar) if report.helar else f"{report.head.period} {report.head.ar}"
        for matt in getattr(report, "matt", ()):
            if matt.utfall is not None:
                values[matt.id] = matt.utfall, matt.avser or when
        if isinstance(report, Uppfoljning):
            told = {row.id: row.status for row in report.aktiviteter} | {row.id: row.status for row in report.uppdrag}
            told = {id: status for id, status in told.items() if status}
            states |= told
            over |= told.keys() if report.helar else set()
    return Outcomes(values, states, frozenset(over), skala)


def sifted(
    kind: Kind, key: str, rows: Iterable[Record], why_not: Mapping[str, str], numbers: Mapping[str, str]
) -> tuple[list[Record], list[Left]]:
    """The rows that live on, and the others. `why_not` gives a reason by row id for those that do not."""
    blad = workbook_schema(kind).sheet(key).title
    stay, left = [], []
    for row in rows:
        if reason := why_not.get(row.id, ""):
            number = numbers.get(row.id) or str(row.values.get("nummer") or "")
            left.append(Left(blad, number, text_of(row), reason))
        else:
            stay.append(row)
    return stay, left


def whole_sheets(kind: Kind, last: Records, ar: int, taken: Iterable[str]) -> list[Left]:
    """The sheets of last year's that are not carried at all, told by their number of rows."""
    carried = set(taken)
    return [
        Left(table.title, "", "1 rad" if len(rows) == 1 else f"{len(rows)} rader", f"gäller bara planen {ar - 1}")
        for table in workbook_schema(kind).tables
        if table.key not in carried and (rows := last.get(table.key, ()))
    ]


def past(row: Record, last_day: str, first: date) -> str:
    """Why a row with a last day does not live on: withdrawn, or over before `first`; empty when it does."""
    end = row.values[last_day]
    if row.values.get("utgar"):
        return "utgått"
    return f"gällde till och med {end.isoformat()}" if end is not None and end < first else ""


def changed(row: Record, **values: Any) -> Record:
    """The row with some other values."""
    return replace(row, values={**row.values, **values})


def moved(row: Record, moves: Mapping[str, str]) -> Record:
    """The row with each field's value taken from another field; the last ones in the chain become empty."""
    emptied: dict[str, Any] = {source: None for source in moves.values() if source not in moves}
    return changed(row, **emptied, **{target: row.values[source] for target, source in moves.items()})


def moved_targets(row: Record) -> Record:
    """A mått whose targets have moved one year."""
    return moved(row, {"mal_1": "mal_2", "mal_2": "mal_3"})
