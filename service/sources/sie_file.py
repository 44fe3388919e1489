"""A SIE file (types 1-4) as values: years, dimensions, balances and verifications, with every line that is wrong."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from service.findings import Finding, Place, shorten

from .sie_lines import BadLine, Objects, SieLine, day_of, lines_of, month_of
from .values import MOST_TOLD, counted, notice, refusal, warning

# Posts about the company, the program and the accounts, which say nothing of amounts.
_ABOUT = frozenset(
    {
        "#ADRESS", "#BKOD", "#ENHET", "#FNAMN", "#FNR", "#FORMAT", "#FTYP", "#GEN", "#KONTO", "#KPTYP", "#KSUMMA",
        "#KTYP", "#OBJEKT", "#ORGNR", "#PROGRAM", "#PROSA", "#SRU", "#TAXAR", "#UNDERDIM", "#VALUTA",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Balance:
    """A `#RES`, `#PSALDO`, `#PBUDGET`, `#IB` or `#UB`: year index (0 this year), month where there is one, account,
    objects, amount in kronor."""

    line: int
    year: int
    period: tuple[int, int] | None
    account: str
    objects: Objects
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Transaction:
    """A `#TRANS` within its `#VER`."""

    line: int
    account: str
    objects: Objects
    amount: Decimal
    day: date
    text: str = ""


@dataclass
class SieFile:
    """All of a file that is used. `balances` are by label."""

    kind: str = ""
    years: dict[int, tuple[date, date]] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
    balances: dict[str, list[Balance]] = field(default_factory=dict)
    transactions: list[Transaction] = field(default_factory=list)
    verifications: int = 0
    until: date | None = None
    findings: list[Finding] = field(default_factory=list)


def parse_sie(text: str) -> SieFile:
    """The file. Lines that cannot be read become findings that refuse it, with their number and content."""
    return _Parser().parse(text)


@dataclass
class _Verification:
    line: SieLine
    name: str
    day: date
    opened: bool = False
    broken: bool = False
    rows: list[Transaction] = field(default_factory=list)


class _Parser:
    def __init__(self) -> None:
        self.file = SieFile()
        self.open: _Verification | None = None
        self.faults = 0
        self.unbalanced = 0
        self.unused: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        self.known: dict[str, Callable[[SieLine], None]] = {
            "#FLAGGA": self._flag, "#SIETYP": self._kind, "#RAR": self._year, "#DIM": self._dimension,
            "#IB": self._yearly, "#UB": self._yearly, "#RES": self._yearly, "#OIB": self._yearly_object,
            "#OUB": self._yearly_object, "#PSALDO": self._periodic, "#PBUDGET": self._periodic,
            "#OMFATTN": self._until, "#VER": self._verification, "#TRANS": self._transaction, "{": self._opened,
            "}": self._closed,
        }  # fmt: skip

    def parse(self, text: str) -> SieFile:
        """Every line in order."""
        for line in lines_of(text):
            if isinstance(line, tuple):
                self._fault(*line)
            else:
                self._take(line)
        if self.open is not None:
            self._fault(self.open.line.number, self.open.line.text, "verifikationen avslutas aldrig med }")
        for label, number in self.unused.items():
            details = {"antal": counted(number), "post": label, "rad": str(self.first[label])}
            self.file.findings.append(notice("sie-okand-post", **details))
        return self.file

    def _take(self, line: SieLine) -> None:
        handle = self.known.get(line.label)
        if handle is None:
            if line.label not in _ABOUT:
                self.unused[line.label] += 1
                self.first.setdefault(line.label, line.number)
            return
        try:
            handle(line)
        except BadLine as error:
            self._fault(line.number, line.text, str(error))

    def _fault(self, number: int, text: str, reason: str) -> None:
        self.faults += 1
        if self.faults <= MOST_TOLD:
            found = shorten("".join(c if c.isprintable() else " " for c in text))
            self.file.findings.append(refusal("sie-rad", Place("", f"rad {number}"), found, skal=reason))

    def _flag(self, line: SieLine) -> None:
        if line.maybe(0) == "1":
            self.file.findings.append(notice("sie-flagga"))

    def _kind(self, line: SieLine) -> None:
        kind = line.text_at(0, "typen")
        if kind not in ("1", "2", "3", "4"):
            raise BadLine("typen ska vara 1, 2, 3 eller 4")
        self.file.kind = kind

    def _year(self, line: SieLine) -> None:
        first, last = day_of(line.text_at(1, "första dagen")), day_of(line.text_at(2, "sista dagen"))
        self.file.years[line.whole_at(0, "årets nummer")] = first, last

    def _dimension(self, line: SieLine) -> None:
        self.file.dimensions[line.text_at(0, "dimensionens nummer")] = line.text_at(1, "dimensionens namn")

    def _until(self, line: SieLine) -> None:
        self.file.until = day_of(line.text_at(0, "datumet"))

    def _yearly(self, line: SieLine) -> None:
        self._keep(line, None, line.account_at(1), (), line.amount_at(2))

    def _yearly_object(self, line: SieLine) -> None:
        self._keep(line, None, line.account_at(1), line.objects_at(2), line.amount_at(3))

    def _periodic(self, line: SieLine) -> None:
        """From before there were objects, the object list may be missing."""
        period, account = month_of(line.text_at(1, "perioden")), line.account_at(2)
        has_objects = len(line.fields) > 3 and isinstance(line.fields[3], tuple)
        objects = line.objects_at(3) if has_objects else ()
        self._keep(line, period, account, objects, line.amount_at(4 if has_objects else 3))

    def _keep(
        self, line: SieLine, period: tuple[int, int] | None, account: str, objects: Objects, amount: Decimal
    ) -> None:
        kept = Balance(line.number, line.whole_at(0, "årets nummer"), period, account, objects, amount)
        self.file.balances.setdefault(line.label, []).append(kept)

    def _verification(self, line: SieLine) -> None:
        if self.open is not None:
            before, self.open = self.open, None
            self._fault(before.line.number, before.line.text, "verifikationen avslutas aldrig med }")
        name = " ".join(part for part in (line.maybe(0), line.maybe(1)) if part) or f"på rad {line.number}"
        self.open = _Verification(line, name, date.min, broken=True)  # its rows are read even if its day cannot be
        day = day_of(line.text_at(2, "datumet"))
        self.open = _Verification(line, name, day)

    def _opened(self, line: SieLine) -> None:
        if self.open is None or self.open.opened:
            raise BadLine("klammern { hör inte till någon verifikation")
        self.open.opened = True

    def _transaction(self, line: SieLine) -> None:
        if self.open is None or not self.open.opened:
            raise BadLine("transaktionen hör inte till någon verifikation")
        day = day_of(line.maybe(3)) if line.maybe(3) else self.open.day
        account, objects, amount = line.account_at(0), line.objects_at(1), line.amount_at(2)
        self.open.rows.append(Transaction(line.number, account, objects, amount, day, line.maybe(4)))

    def _closed(self, line: SieLine) -> None:
        if self.open is None or not self.open.opened:
            raise BadLine("klammern } hör inte till någon verifikation")
        done, self.open = self.open, None
        if not done.broken:
            self.file.verifications += 1
            self.file.transactions += done.rows
            self._balanced(done)

    def _balanced(self, done: _Verification) -> None:
        place = Place("", f"rad {done.line.number}")
        left = sum((row.amount for row in done.rows), Decimal(0))
        if not done.rows:
            self.file.findings.append(notice("sie-tom-verifikation", place, ver=done.name))
        elif left:
            self.unbalanced += 1
            if self.unbalanced <= MOST_TOLD:
                self.file.findings.append(warning("sie-obalans", place, ver=done.name, summa=f"{left:f}"))
