"""Which column of an export holds what, by its heading in any of the spellings that economy systems use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.columns import as_text
from service.chain.entries import ARSBUDGET, BUDGET, PROGNOS, UTFALL
from service.findings import Finding

from .tables import Line, Table
from .values import refusal

MOST_HEAD_LINES = 60  # how far down the headings may stand
PERIOD, TEXT = "period", "text"
CODES: Mapping[str, tuple[str, ...]] = {
    "ansvar": ("ansvar", "ansvarskod", "ansv", "kst", "kostnadsställe", "kostnadsställekod", "resultatenhet", "org"),
    "konto": ("konto", "kontonr", "kontonummer", "kontokod", "kto"),
    "verksamhet": ("verksamhet", "verksamhetskod", "verks", "verk", "vht", "vhkod", "vksht", "vh"),
    "projekt": ("projekt", "projektkod", "projektnr", "proj", "prj"),
    "aktivitet": ("aktivitet", "aktivitetskod", "akt"),
    "objekt": ("objekt", "objektkod", "obj"),
    "motpart": ("motpart", "motpartskod", "motp", "mp"),
}
_PERIODS = ("period", "månad", "mån", "redovisningsperiod", "bokföringsperiod", "ar/period", "datum", "bokföringsdatum")
_TEXTS = ("text", "benämning", "kontotext", "beskrivning", "namn", "kontonamn", "verksamhetstext", "ansvarstext")
_OTHER_YEAR = re.compile(r"\b(?:föreg\w*|förra|fg|f å|fjol\w*|plan)\b")
_NOT_AMOUNTS = re.compile(r"avvik|diff|förbruk|procent|%|kvar|index|differens|återst|nyttj")
_SO_FAR = re.compile(r"\back\b|\bacc\b|ackum|t o m|tom\b|\bjan\b|\bytd\b|hittills")
_ONE_MONTH = re.compile(r"\bperiod(?:en|ens)?\b|\bmån(?:ad|aden)?\b")
_WHOLE_YEAR = re.compile(r"årsbudget|helår|\bår(?:et|s)?\b|årets")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its number, its heading as it stands, and what it holds. `month_only`: a single month's amount."""

    column: int
    heading: str
    meaning: str
    month_only: bool = False


@dataclass(frozen=True, slots=True)
class Headings:
    """The line of headings and the columns that are understood; `ignored` are the headings of the others."""

    line: int = 0
    columns: tuple[Heading, ...] = ()
    ignored: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def holding(self, *meanings: str) -> list[Heading]:
        """The columns that hold one of those."""
        return [heading for heading in self.columns if heading.meaning in meanings]

    @property
    def codes(self) -> list[Heading]:
        """The columns of codes."""
        return self.holding(*CODES)

    @property
    def amounts(self) -> list[Heading]:
        """The columns of amounts."""
        return self.holding(UTFALL, BUDGET, ARSBUDGET, PROGNOS)


def find_headings(table: Table, ar: int) -> Headings | None:
    """The headings of a table; None when no line has at least a code and an amount."""
    best: tuple[int, Headings] | None = None
    for line in table.lines:
        if line.number > MOST_HEAD_LINES:
            break
        found = _headings(line, ar)
        if found.codes and found.amounts and (best is None or len(found.columns) > best[0]):
            best = len(found.columns), found
    return _settled(best[1]) if best else None


def meaning_of(heading: str, ar: int) -> tuple[str, bool]:
    """What a column with that heading holds (empty: nothing of ours), and whether it is a single month's amount."""
    text = _plain(heading)
    for meaning, spellings in CODES.items():
        if text in spellings:
            return meaning, False
    if text in _PERIODS:
        return PERIOD, False
    if text in _TEXTS or re.search(r"\(t\)$|text$", text):
        return TEXT, False
    return _amount(text, ar)


def _amount(text: str, ar: int) -> tuple[str, bool]:
    years = {int(year) for year in re.findall(r"\b(20\d\d)(?:\d\d)?\b", text)}
    if _NOT_AMOUNTS.search(text) or _OTHER_YEAR.search(text) or (years and ar not in years):
        return "", False
    if "bokslut" in text:
        return (UTFALL if ar in years else ""), False
    if "prognos" in text:
        return PROGNOS, False
    if "budget" in text:
        if _WHOLE_YEAR.search(text) and not _SO_FAR.search(text):
            return ARSBUDGET, False
        return BUDGET, _month_only(text)
    if re.search(r"utfall|redovis|\bbelopp\b|\bsaldo\b|^ack|förbrukat|bokfört", text):
        return UTFALL, _month_only(text)
    return "", False


def _month_only(text: str) -> bool:
    return bool(_ONE_MONTH.search(text)) and not _SO_FAR.search(text)


def _headings(line: Line, ar: int) -> Headings:
    columns, ignored = [], []
    for column, cell in sorted(line.cells.items()):
        text = " ".join(as_text(cell.value).split()) if cell.value is not None else ""
        meaning, month_only = meaning_of(text, ar)
        if meaning:
            columns.append(Heading(column, text, meaning, month_only))
        elif text:
            ignored.append(text)
    return Headings(line.number, tuple(columns), tuple(ignored))


def _settled(found: Headings) -> Headings:
    """One column a meaning: amounts so far before a single month's; a code before its text; else a fault."""
    has_period = bool(found.holding(PERIOD))
    amounts = [h for h in found.columns if not h.month_only or has_period or not _so_far(found, h)]
    kept = [h for h in found.columns if h in amounts]
    dropped = tuple(h.heading for h in found.columns if h not in kept)
    faults = [*_doubled(kept), *_single_months(kept, has_period)]
    return Headings(found.line, tuple(kept), (*found.ignored, *dropped), tuple(faults))


def _so_far(found: Headings, heading: Heading) -> bool:
    return any(h.meaning == heading.meaning and not h.month_only for h in found.columns)


def _doubled(columns: Sequence[Heading]) -> Iterator[Finding]:
    for meaning in {h.meaning for h in columns} - {TEXT}:
        same = [h.heading for h in columns if h.meaning == meaning]
        if len(same) > 1:
            yield refusal("kalla-dubbel-rubrik", rubriker=" och ".join(f"”{one}”" for one in same), slag=meaning)


def _single_months(columns: Sequence[Heading], has_period: bool) -> Iterator[Finding]:
    for heading in columns:
        if heading.month_only and not has_period:
            yield refusal("kalla-bara-manad", rubrik=heading.heading)


def _plain(heading: str) -> str:
    text = re.sub(r"\((?:tkr|kr|kronor|sek)\)|\b(?:tkr|sek|kronor)\b", " ", heading.casefold())
    return " ".join(re.sub(r"[.:_\-–]+", " ", text).split())
