"""The key from the economy system's codes to nämnd, verksamhet and kostnadsslag: the narrowest row that fits applies.

No amount is lost: every entry is either placed or told why it is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from schemas.codepatterns import BadCodePattern, CodePattern, parse_pattern

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

    def matches(self, codes: Codes) -> bool:
        """Whether the row holds for the code string."""
        if self.patterns is None:
            return False
        ansvar, verksamhet, konto, projekt = self.patterns
        of_project = projekt.matches(codes.projekt) or projekt.matches(codes.aktivitet)
        return (
            ansvar.matches(codes.ansvar) and verksamhet.matches(codes.verksamhet) and konto.matches(codes.konto)
        ) and of_project

    def narrower(self, other: "_Line") -> bool:
        """Whether the row says less than the other in no column, and more in one."""
        mine, its = self.patterns or (), other.patterns or ()
        return _within(mine, its) and not _within(its, mine)


def _within(mine: Sequence[CodePattern], its: Sequence[CodePattern]) -> bool:
    return all(one.within(other) for one, other in zip(mine, its, strict=True))


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
        matching = [line for line in self.lines if line.matches(codes)]
        places = _narrowest([line for line in matching if line.row.namnd])
        kinds = _narrowest([line for line in matching if line.row.kostnadsslag])
        if not places:
            return Unplaced("kod-utan-namnd")
        if len({(line.row.namnd, line.row.verksamhet) for line in places}) > 1:
            return Unplaced("kod-tvetydig", rows=_numbers(places))
        namnd = places[0].row.namnd
        if not kinds:
            return Unplaced("kod-utan-slag", namnd)
        if len({line.row.kostnadsslag for line in kinds}) > 1:
            return Unplaced("kod-tvetydig", namnd, _numbers(kinds))
        verksamhet = places[0].row.verksamhet or self._own(namnd, codes.verksamhet)
        if not verksamhet:
            return Unplaced("kod-utan-verksamhet", namnd)
        return Target(namnd, verksamhet, str(kinds[0].row.kostnadsslag))

    def _own(self, namnd: str, code: str) -> str:
        """The nämnd's verksamhet with that code or, failing that, with the longest beginning of it."""
        own = [v.kod for v in self.installningar.verksamheter if v.namnd == namnd and v.kod and code.startswith(v.kod)]
        return max(own, key=len, default="")


def _narrowest(lines: list[_Line]) -> list[_Line]:
    return [line for line in lines if not any(other.narrower(line) for other in lines)]


def _numbers(lines: list[_Line]) -> tuple[int, ...]:
    return tuple(line.row.row for line in lines)
