"""A mått's values in the order of time: where it began, what has become of it, and where it should be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .followups import Followup
from .records import Matt, Matutfall, VpMatt


@dataclass(frozen=True, slots=True)
class Varde:
    """A value and the time it is of: a year, or a period within it."""

    tid: str
    varde: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Mattserie:
    """The values of a mått. `mal` are targets by year, `utfall` outcomes by period of the plan's year, `prognos` what
    the newest period expects of the whole year."""

    ar: int
    bas: Varde | None = None
    mal: tuple[Varde, ...] = ()
    utfall: tuple[Varde, ...] = ()
    prognos: Varde | None = None

    @property
    def antal(self) -> int:
        """How many values there are."""
        return bool(self.bas) + len(self.mal) + len(self.utfall) + bool(self.prognos)


def mattserie(matt: Matt | VpMatt, ar: int, reports: Iterable[tuple[Followup, Matutfall]] = ()) -> Mattserie:
    """The values of a plan's mått with what the year's reports say of it, the oldest report first."""
    told = list(reports)
    targets = zip((ar, ar + 1, ar + 2), (matt.mal_1, matt.mal_2, matt.mal_3), strict=True)
    expected = told[-1][1].prognos if told and not told[-1][0].helar else None
    return Mattserie(
        ar=ar,
        bas=Varde(matt.basar or "bas", matt.basvarde) if matt.basvarde is not None else None,
        mal=tuple(Varde(str(year), value) for year, value in targets if value is not None),
        utfall=tuple(Varde(_tid(report), row.utfall) for report, row in told if row.utfall is not None),
        prognos=Varde(str(ar), expected) if expected is not None else None,
    )


def outcomes_of(id: str, reports: Iterable[Followup]) -> Iterator[tuple[Followup, Matutfall]]:
    """What each report says of the mått with that row id, in the reports' order."""
    for report in reports:
        rows: Iterable[Matutfall] = getattr(report, "matt", ())
        yield from ((report, row) for row in rows if row.id == id and not row.utgatt)


def _tid(report: Followup) -> str:
    return str(report.head.ar) if report.helar else f"{report.period.shown} {report.head.ar}"
