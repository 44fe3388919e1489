"""Reading a SIE file (types 1-4) as amounts on code strings.

The outcome is that of the transactions where there are any, else of the periods' balances, else of the year's; the
budget is that of `#PBUDGET`. Amounts are in kronor, income negative, as the format has them (SIE filformat 4B).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from service.chain.entries import ARSBUDGET, BUDGET, UTFALL, Codes, Entry, in_words, sums
from service.findings import Finding, Place, refuses

from .decoding import NAMES, decoded_pc8
from .headings import CODES, meaning_of
from .sie_file import Balance, SieFile, parse_sie
from .sie_lines import Objects
from .values import SourceReading, Wanted, counted, notice, refusal, warning

_RESERVED = {"1": "ansvar", "6": "projekt"}  # what the format itself gives dimensions 1 and 6 to
_RESULT_CLASSES = "345678"


def is_sie(blob: bytes) -> bool:
    """Whether the file begins as SIE files do."""
    start = blob[:400].lstrip(b"\xef\xbb\xbf\r\n\t ")
    return start.startswith(b"#") and (b"#FLAGGA" in start.upper() or b"#SIETYP" in blob[:4000].upper())


def read_sie(blob: bytes, wanted: Wanted) -> SourceReading:
    """The amounts of a SIE file. Never raises for what a file holds: whatever is wrong becomes findings."""
    text, encoding = decoded_pc8(blob)
    file = parse_sie(text)
    findings = list(file.findings)
    if encoding != "cp437":
        check = "Formatet anger PC8. Kontrollera att å, ä och ö ser rätt ut i rapporten."
        findings.append(notice("kalla-teckenkod", kod=NAMES[encoding], rad=check))
    form = f"SIE typ {file.kind}" if file.kind else "SIE"
    if refuses(findings):
        return SourceReading(form, findings=tuple(findings))
    year = _year(file, wanted.ar)
    if year is None:
        there = ", ".join(f"{first}–{last}" for first, last in file.years.values()) or "inga"
        return SourceReading(form, findings=(*findings, refusal("sie-fel-ar", ar=str(wanted.ar), finns=there)))
    made = _Reader(file, wanted, year).read()
    return SourceReading(form, made.entries, made.outside, (*findings, *made.findings))


def _year(file: SieFile, ar: int) -> int | None:
    """The index of the financial year; a file of verifications alone need not say."""
    for index, (first, _) in file.years.items():
        if first.year == ar:
            return index
    return 0 if not file.years and file.transactions else None


@dataclass(frozen=True, slots=True)
class _Amount:
    line: int
    account: str
    objects: Objects
    amount: Decimal
    year: int
    month: int | None
    text: str = ""


class _Reader:
    def __init__(self, file: SieFile, wanted: Wanted, year: int) -> None:
        self.file, self.wanted, self.year = file, wanted, year
        self.meanings = {**_RESERVED, **_meanings(file.dimensions)}
        self.findings: list[Finding] = []

    def read(self) -> SourceReading:
        """What the file says of the year."""
        outcome = list(self._result_only(self._outcome()))
        own_year = [a for a in outcome if a.year == self.wanted.ar]
        other_year = [a for a in outcome if a.year != self.wanted.ar]
        inside = self._entries(UTFALL, (a for a in own_year if a.month is None or a.month <= self.wanted.month))
        outside = self._entries(UTFALL, (a for a in own_year if a.month and a.month > self.wanted.month))
        budget = list(self._result_only(self._periods("#PBUDGET")))
        inside += self._entries(BUDGET, (a for a in budget if a.month and a.month <= self.wanted.month))
        inside += self._entries(ARSBUDGET, budget)
        self._tell(outside, self._entries(UTFALL, other_year))
        if not inside and not outside:
            self.findings.append(refusal("kalla-utan-rader"))
        return SourceReading("", tuple(inside), tuple(outside), tuple(self.findings))

    def _outcome(self) -> Iterable[_Amount]:
        if self.file.transactions:
            return [
                _Amount(t.line, t.account, t.objects, t.amount, t.day.year, t.day.month, t.text)
                for t in self.file.transactions
            ]
        if "#PSALDO" in self.file.balances:
            return list(self._periods("#PSALDO"))
        return list(self._whole_year())

    def _whole_year(self) -> Iterator[_Amount]:
        balances = [b for b in self.file.balances.get("#RES", ()) if b.year == self.year]
        if balances:
            last = self.file.until or self.file.years[self.year][1]
            self.findings.append(warning("sie-arssaldo", till=last.isoformat()))
        for one in balances:
            yield _Amount(one.line, one.account, (), one.amount, self.wanted.ar, None)

    def _periods(self, label: str) -> Iterator[_Amount]:
        """The periods' balances, each amount once: on the most detailed objects, what is left over without any."""
        groups: dict[tuple[str, tuple[int, int] | None], list[Balance]] = {}
        for one in self.file.balances.get(label, ()):
            if one.year == self.year:
                groups.setdefault((one.account, one.period), []).append(one)
        for balances in groups.values():
            yield from self._once(balances)

    def _once(self, balances: list[Balance]) -> Iterator[_Amount]:
        by_dimensions: dict[tuple[str, ...], list[Balance]] = {}
        for one in balances:
            by_dimensions.setdefault(tuple(dimension for dimension, _ in one.objects), []).append(one)
        whole = by_dimensions.pop((), [])
        if len(by_dimensions) > 1:
            first = balances[0]
            period = "".join(f"{part:02d}" for part in first.period or ())
            place = Place("", f"rad {first.line}")
            self.findings.append(warning("sie-dimensioner", place, konto=first.account, period=period))
        detailed = max(by_dimensions.values(), key=lambda found: len(found[0].objects), default=[])
        for one in detailed:
            yield self._of_balance(one, one.amount)
        if whole:
            left = sum((one.amount for one in whole), Decimal(0)) - sum((one.amount for one in detailed), Decimal(0))
            if left or not detailed:
                yield self._of_balance(whole[0], left)

    def _of_balance(self, one: Balance, amount: Decimal) -> _Amount:
        year, month = one.period or (self.wanted.ar, None)
        return _Amount(one.line, one.account, one.objects, amount, year, month)

    def _result_only(self, amounts: Iterable[_Amount]) -> Iterator[_Amount]:
        left_out = 0
        for amount in amounts:
            if amount.account[0] in _RESULT_CLASSES:
                yield amount
            else:
                left_out += 1
        if left_out:
            self.findings.append(notice("sie-balanskonton", antal=counted(left_out, "belopp", "belopp")))

    def _entries(self, measure: str, amounts: Iterable[_Amount]) -> list[Entry]:
        """Amounts on one code string in one month together, named by their first line."""
        groups: dict[tuple[Codes, int | None], list[_Amount]] = {}
        for amount in amounts:
            groups.setdefault((self._codes(amount), amount.month), []).append(amount)
        sign = -1 if self.wanted.reversed else 1
        return [
            Entry(_source(group), codes, measure, sign * sum((one.amount for one in group), Decimal(0)) + 0,
                  group[0].text, month)
            for (codes, month), group in groups.items()
        ]  # fmt: skip

    def _codes(self, amount: _Amount) -> Codes:
        named = {self.meanings[d]: code for d, code in amount.objects if d in self.meanings}
        return Codes(**{**named, "konto": amount.account})

    def _tell(self, outside: list[Entry], other_year: list[Entry]) -> None:
        if outside:
            later = {"period": f"till och med månad {self.wanted.month}", "summor": in_words(sums(outside))}
            self.findings.append(notice("kalla-utanfor-perioden", antal=_posts(outside), **later))
        if other_year:
            details = {"antal": _posts(other_year), "summor": in_words(sums(other_year))}
            self.findings.append(notice("sie-annat-ar", **details))


def _posts(entries: list[Entry]) -> str:
    return counted(len(entries), "belopp", "belopp")


def _source(group: list[_Amount]) -> str:
    return f"rad {group[0].line}" + (f" och {counted(len(group) - 1, 'rad', 'rader')} till" if len(group) > 1 else "")


def _meanings(dimensions: dict[str, str]) -> dict[str, str]:
    """The dimensions whose names say which code they are."""
    named = {number: meaning_of(name, 0)[0] for number, name in dimensions.items()}
    return {number: meaning for number, meaning in named.items() if meaning in CODES and meaning != "konto"}
