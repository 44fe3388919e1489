"""The årshjul that a municipality starts from: hålltider for a plan year, from the regler and open practice.

The regler say little of days (§ 1.2, 1.4, 3, 4.1), so every row may be changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from schemas.installningar import HALLTIDER_VEM

KF, KS, VERKSAMHETER = HALLTIDER_VEM


@dataclass(frozen=True, slots=True)
class _Standard:
    """A hålltid as it comes every year: `years` after the plan year, in a month, by a day or (0) the whole month."""

    vad: str
    vem: str
    years: int
    month: int
    day: int = 0
    handling: str | None = None

    def values(self, ar: int) -> dict[str, Any]:
        """The row for a plan year."""
        year = ar + self.years
        when = {"datum": _working_day(date(year, self.month, self.day))} if self.day else {
            "manad": date(year, self.month, 1)
        }  # fmt: skip
        return {"vad": self.vad.format(ar=ar), "vem": self.vem, "handling": self.handling, **when}


_ALWAYS = (
    _Standard("Tidsplan för budgetarbetet {ar} beslutad", KS, -2, 10, 0, "tidsplan"),
    _Standard("Start av budgetarbetet för {ar}", KS, -1, 1, 15),
    _Standard("Omvärldsanalys och volymprognoser klara", VERKSAMHETER, -1, 1, 31),
    _Standard("Anvisningar och ekonomiska ramar beslutade", KS, -1, 2, 0, "anvisningar och ramar"),
    _Standard("Nämndernas budgetunderlag inlämnade till kommunstyrelsen", KS, -1, 3, 31),
    _Standard("Uppdragsdialoger genomförda", KS, -1, 4, 0, "uppdragsdialog"),
    _Standard("Beslut om mål- och resursplan {ar}", KF, -1, 6, 0, "mål- och resursplan"),
    _Standard("Aktiviteter planerade på avdelningar och enheter", VERKSAMHETER, -1, 9, 30),
    _Standard("Utkast till verksamhetsplan och detaljbudget", VERKSAMHETER, -1, 10, 31, "utkast till verksamhetsplan"),
    _Standard("Sista dag för revidering av inriktningsmål", KF, -1, 12, 31),
    _Standard("Nämndernas beslut om verksamhetsplan och detaljbudget", KS, -1, 12, 31, "verksamhetsplan"),
    _Standard("Nämnderna rapporterar verksamhetsplanerna till kommunstyrelsen", KS, 0, 1, 15),
    _Standard("Planen genomgången på arbetsplatserna", VERKSAMHETER, 0, 1, 31),
    _Standard("Uppföljning per den 30 april klar i förvaltningarna", VERKSAMHETER, 0, 5, 15),
    _Standard("Nämndernas delårsrapport efter april", KS, 0, 5, 31, "delårsrapport T1"),
    _Standard("Uppföljning per den 31 augusti klar i förvaltningarna", VERKSAMHETER, 0, 9, 15),
    _Standard("Nämndernas delårsrapport efter augusti", KS, 0, 9, 30, "delårsrapport T2"),
    _Standard("Kommunens delårsrapport behandlad", KF, 0, 10, 31),
    _Standard("Nämndernas årsberättelse för {ar}", KS, 1, 2, 0, "årsberättelse"),
    _Standard("Årsredovisning för {ar} godkänd", KF, 1, 4, 0, "årsredovisning"),
)
ELECTION_STEP = "valårsbeslut"
_ELECTION_YEAR = _Standard("Det nyvalda kommunfullmäktige fastställer budgeten", KF, -1, 11, 30, ELECTION_STEP)


def standard_halltider(ar: int, valar: int | None) -> Iterator[dict[str, Any]]:
    """The rows for a plan year, by field name; in an election year the newly elected KF confirms the budget (R13)."""
    election = (_ELECTION_YEAR,) if valar is not None and (ar - 1 - valar) % 4 == 0 else ()
    rows = [standard.values(ar) for standard in (*_ALWAYS, *election)]
    yield from sorted(rows, key=lambda row: row.get("datum") or row["manad"])


def moved_to(ar: int, earlier: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """A row of an earlier plan year's årshjul as it comes in `ar`: days and years in its words moved, nothing done."""
    years = ar - earlier
    return {
        **values,
        "vad": _later_years(values["vad"], range(earlier - 1, earlier + 3), years),
        "datum": _working_day(_same_day(values["datum"], years)) if values["datum"] else None,
        "manad": _same_day(values["manad"], years) if values["manad"] else None,
        "klart": None,
    }


def _later_years(text: str, told: Sequence[int], years: int) -> str:
    for year in sorted(told, reverse=True):
        text = text.replace(str(year), str(year + years))
    return text


def _same_day(day: date, years: int) -> date:
    last_of_february = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if last_of_february else day.day)


def _working_day(day: date) -> date:
    """The day itself, or the Friday before a weekend; New Year's Eve stays the last day of the year."""
    if (day.month, day.day) == (12, 31):
        return day
    return day - timedelta(days=max(0, day.weekday() - 4))
