"""The key from the economy system's codes to nämnd, verksamhet and kostnadsslag: the narrowest row that fits applies.

No amount is lost: every entry is either placed or told why it is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from schemas.codepatterns import BadCodePattern, CodePattern, Span, parse_pattern

from .entries import Codes, Entry
from .plans import Installningar
from .records import Kodnyckelrad


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """Where an amount belongs."""

    namnd: str
    verksamhet: str
    kostnadsslag: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a code string has no target: a finding's code, the nämnd where that is known, and the key's rows."""

    reason: str
    namnd: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyed:
    """Entries with their targets, and those without any."""

    placed: tuple[tuple[Entry, Target], ...] = ()
    unplaced: tuple[tuple[Entry, Unplaced], ...] = ()


def keyed(entries: Iterable[Entry], installningar: Installningar) -> Keyed:
    """Every entry, placed or not; none is left out."""
    key = _Key(installningar)
    placed, unplaced = [], []
    for entry in entries:
        found = key.target(entry.codes)
        if isinstance(found, Target):
            placed.append((entry, found))
        else:
            unplaced.append((entry, found))
    return Keyed(tuple(placed), tuple(unplaced))


@dataclass(frozen=True)
class _Line:
    """A row of the key with its patterns read."""

    row: Kodnyckelrad

    @cached_property
    def patterns(self) -> tuple[CodePattern, CodePattern, CodePattern, CodePattern] | None:
        """Those of ansvar, verksamhet, konto and projekt; None where one cannot be read."""
        row = self.row
        try:
            return (
                parse_pattern(row.ansvar),
                parse_pattern(row.verksamhetskod),
                parse_pattern(row.konto),
                parse_pattern(row.projekt),
            )
        except BadCodePattern:
            return None

    def fit(self, codes: Codes) -> "_Fit | None":
        """By which part of each pattern the row holds for the code string; None when it does not."""
        if self.patterns is None:
            return None
        ansvar, verksamhet, konto, projekt = self.patterns
        spans = (
            ansvar.span_of(codes.ansvar),
            verksamhet.span_of(codes.verksamhet),
            konto.span_of(codes.konto),
            projekt.span_of(codes.projekt) or projekt.span_of(codes.aktivitet),
        )
        found = tuple(span for span in spans if span is not None)
        return _Fit(self.row, found) if len(found) == len(spans) else None


@dataclass(frozen=True, slots=True)
class _Fit:
    """A row that holds for a code string, and the part of each of its patterns by which it does."""

    row: Kodnyckelrad
    spans: tuple[Span, ...]

    def narrower(self, other: "_Fit") -> bool:
        """Whether the row is as narrow as the other in every column, and narrower in one."""
        return self._within(other) and not other._within(self)

    def _within(self, other: "_Fit") -> bool:
        return all(mine.within(its) for mine, its in zip(self.spans, other.spans, strict=True))


@dataclass
class _Key:
    installningar: Installningar
    known: dict[Codes, Target | Unplaced] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[_Line]:
        return [_Line(row) for row in self.installningar.kodnyckel]

    def target(self, codes: Codes) -> Target | Unplaced:
        """Where the code string belongs, worked out once."""
        if codes not in self.known:
            self.known[codes] = self._target(codes)
        return self.known[codes]

    def _target(self, codes: Codes) -> Target | Unplaced:
        matching = [fit for line in self.lines if (fit := line.fit(codes))]
        places = _narrowest([fit for fit in matching if fit.row.namnd])
        kinds = _narrowest([fit for fit in matching if fit.row.kostnadsslag])
        if not places:
            return Unplaced("kod-utan-namnd")
        if len({(fit.row.namnd, fit.row.verksamhet) for fit in places}) > 1:
            return Unplaced("kod-tvetydig", rows=_numbers(places))
        namnd = places[0].row.namnd
        if not kinds:
            return Unplaced("kod-utan-slag", namnd)
        if len({fit.row.kostnadsslag for fit in kinds}) > 1:
            return Unplaced("kod-tvetydig", namnd, _numbers(kinds))
        verksamhet = places[0].row.verksamhet or self._own(namnd, codes.verksamhet)
        if not verksamhet:
            return Unplaced("kod-utan-verksamhet", namnd)
        return Target(namnd, verksamhet, str(kinds[0].row.kostnadsslag))

    def _own(self, namnd: str, code: str) -> str:
        """The nämnd's verksamhet with that code or, failing that, with the longest beginning of it."""
        own = [v.kod for v in self.installningar.verksamheter if v.namnd == namnd and v.kod and code.startswith(v.kod)]
        return max(own, key=len, default="")


def _narrowest(fits: list[_Fit]) -> list[_Fit]:
    return [fit for fit in fits if not any(other.narrower(fit) for other in fits)]


def _numbers(fits: list[_Fit]) -> tuple[int, ...]:
    return tuple(fit.row.row for fit in fits)
