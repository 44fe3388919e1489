"""What a file from the economy system was read as."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from service.chain.entries import Entry, sums
from service.findings import Finding, Gate, Level, Place, refuses

KRONOR, TKR = "kronor", "tkr"
MOST_TOLD = 20  # findings of one kind; the rest are told together


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a file: the year, the last month that counts, the unit (empty: as the file says), and whether
    its signs are the other way round (income plus, costs minus)."""

    ar: int
    month: int = 12
    unit: str = ""
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class SourceReading:
    """The entries that count, those outside the period, and what is to be said. `form` names the kind of file."""

    form: str = ""
    entries: tuple[Entry, ...] = ()
    outside: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the file cannot be used."""
        return refuses(self.findings)

    @property
    def sums(self) -> dict[str, Decimal]:
        """The entries' amounts by measure, in kronor."""
        return sums(self.entries)


def refusal(code: str, place: Place | None = None, found: str = "", /, **details: str) -> Finding:
    """A finding because of which nothing of the file is kept."""
    return Finding(code, Level.FEL, place, found, details, Gate.FIL, True)


def warning(code: str, place: Place | None = None, found: str = "", /, **details: str) -> Finding:
    """A finding that does not stop the file."""
    return Finding(code, Level.VARNING, place, found, details)


def notice(code: str, place: Place | None = None, found: str = "", /, **details: str) -> Finding:
    """A piece of information."""
    return Finding(code, Level.UPPLYSNING, place, found, details)


def counted(number: int, one: str = "rad", many: str = "rader") -> str:
    """`1 rad`, `3 rader`."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Sequence[str], most: int = 8) -> str:
    """The words with commas between; `… och 4 till` when there are many."""
    shown = ", ".join(words[:most])
    return f"{shown} och {len(words) - most} till" if len(words) > most else shown
