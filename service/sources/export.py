"""Reading a plain export from the economy system, Excel or text: columns by heading, sums as a check."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from schemas import dates, money
from schemas.numbers import spaced
from service.chain.entries import WORDS, Codes, Entry, in_words, sums
from service.findings import Finding, refuses, shorten

from .amounts import Unreadable, amount_in, code_in, decimal_point, period_in, unit_at
from .headings import CODES, PERIOD, TEXT, Heading, Headings, find_headings
from .tables import Line, Table, tables_in
from .totals import Mismatch, Running, says_total
from .unit import unit_in
from .values import MOST_TOLD, TKR, SourceReading, Wanted, counted, listed, notice, refusal, warning


def read_export(blob: bytes, filename: str, wanted: Wanted) -> SourceReading:
    """The amounts of an export. Never raises for what a file holds: whatever is wrong becomes findings."""
    tables = tables_in(blob, filename)
    if refuses(tables.findings):
        return SourceReading(tables.form, findings=tables.findings)
    headed = [(table, found) for table in tables.tables if (found := find_headings(table, wanted.ar))]
    if not headed:
        return SourceReading(tables.form, findings=(*tables.findings, refusal("kalla-utan-rubriker")))
    if tables.form == "Excel" and len(headed) > 1:
        names = listed([f"”{table.title}”" for table, _ in headed])
        return SourceReading(tables.form, findings=(*tables.findings, refusal("kalla-flera-blad", blad=names)))
    table, headings = max(headed, key=lambda pair: len(pair[1].columns))
    reading = _Export(table, headings, wanted).read()
    return replace(reading, form=tables.form, findings=(*tables.findings, *reading.findings))


@dataclass
class _Row:
    line: Line
    amounts: dict[int, Decimal]


@dataclass
class _Export:
    table: Table
    headings: Headings
    wanted: Wanted
    findings: list[Finding] = field(default_factory=list)
    faults: int = 0

    def read(self) -> SourceReading:
        """The whole table; nothing of it when any line cannot be read."""
        self.findings += self.headings.findings
        if refuses(self.findings):
            return SourceReading(findings=tuple(self.findings))
        data, checks = self._sorted(self._rows())
        amounts = [amount for row in data for amount in row.amounts.values()]
        if not data and not self.faults:
            self.findings.append(refusal("kalla-utan-rader"))
        unit, said = unit_in(self.table, self.headings.line, amounts, self._written_units(), self.wanted)
        self._fault_other_units(unit)
        self.findings += said if data else []
        self.findings += self._told_checks(checks, amounts, unit)
        inside, outside = self._entries(data, unit)
        self.findings += self._told_columns()
        if refuses(self.findings):
            return SourceReading(findings=tuple(self.findings))
        self.findings += self._told_outside(outside)
        return SourceReading("", tuple(inside), tuple(outside), tuple(self.findings))

    def _rows(self) -> list[_Row]:
        """Every line below the headings with an amount in it."""
        lines = [line for line in self.table.lines if line.number > self.headings.line]
        columns = [heading.column for heading in self.headings.amounts]
        cells = [line.at(column) for line in lines for column in columns]
        example = decimal_point(cells)
        if example:
            self.findings.append(notice("kalla-punkt", exempel=example))
        rows = [_Row(line, self._amounts(line, bool(example))) for line in lines if not self._repeats(line)]
        return [row for row in rows if row.amounts]

    def _repeats(self, line: Line) -> bool:
        """Whether the line says the headings over again, as each page of a report does."""
        return all(
            " ".join(str(line.at(heading.column).value).split()) == heading.heading for heading in self.headings.columns
        )

    def _amounts(self, line: Line, point: bool) -> dict[int, Decimal]:
        amounts = {}
        for heading in self.headings.amounts:
            cell = line.at(heading.column)
            if cell.empty:
                continue
            try:
                amounts[heading.column] = amount_in(cell, point)
            except Unreadable as error:
                self._fault(line, heading, error.readings)
        return amounts

    def _written_units(self) -> dict[str, list[tuple[Line, Heading]]]:
        """Where each unit is written after an amount."""
        units: dict[str, list[tuple[Line, Heading]]] = {}
        for line in self.table.lines:
            for heading in self.headings.amounts if line.number > self.headings.line else ():
                if unit := unit_at(line.at(heading.column)):
                    units.setdefault(unit, []).append((line, heading))
        return units

    def _fault_other_units(self, unit: str) -> None:
        """A refusal for each amount with another unit than the file's: it would be a thousand times wrong."""
        for written, places in self._written_units().items() if unit else ():
            for line, heading in places if written.casefold() not in money.spellings(unit) else ():
                self._fault_at(line, heading, "kalla-annan-enhet", enhet=written, ratt=unit)

    def _fault(self, line: Line, heading: Heading, readings: str) -> None:
        code = "kalla-tvetydigt-tal" if readings else "kalla-inte-tal"
        self._fault_at(line, heading, code, tolkningar=readings)

    def _fault_at(self, line: Line, heading: Heading, code: str, **details: str) -> None:
        self.faults += 1
        if self.faults > MOST_TOLD:
            return
        cell = line.at(heading.column)
        found = shorten(cell.found or str(cell.value))
        self.findings.append(refusal(code, line.place(heading.column), found, rubrik=heading.heading, **details))

    def _sorted(self, rows: list[_Row]) -> tuple[list[_Row], list[tuple[_Row, list[Mismatch]]]]:
        """The lines of data, and the lines that sum them up with what is wrong in each."""
        running, data, checks = Running(), [], []
        for row in rows:
            bare = not any(code_in(row.line.at(heading.column)) for heading in self.headings.codes)
            if says_total(row.line, self.headings) or (bare and running.fits(row.amounts)):
                checks.append((row, running.close(row.amounts)))
            else:
                running.add(row.amounts)
                data.append(row)
        return data, checks

    def _told_checks(
        self, checks: list[tuple[_Row, list[Mismatch]]], amounts: list[Decimal], unit: str
    ) -> Iterator[Finding]:
        rounded = unit == TKR and all(amount == amount.to_integral_value() for amount in amounts)
        mismatches = [(row, one) for row, wrong in checks for one in wrong if not self.faults]
        for row, one in mismatches[:MOST_TOLD]:
            heading = next(h.heading for h in self.headings.columns if h.column == one.column)
            details = {"rubrik": heading, "star": spaced(one.stands), "ratt": spaced(one.right)}
            if rounded and abs(one.stands - one.right) <= Decimal(one.rows) / 2:
                yield warning("kalla-summa-avrundning", row.line.place(one.column), **details)
            else:
                yield refusal("kalla-summa-fel", row.line.place(one.column), **details)
        if checks:
            rows = listed([str(row.line.number) for row, _ in checks])
            yield notice("kalla-summarader", antal=counted(len(checks)), rader=f"rad {rows}")

    def _entries(self, data: list[_Row], unit: str) -> tuple[list[Entry], list[Entry]]:
        """The amounts in kronor within the period, and those outside it."""
        factor = (1000 if unit == TKR else 1) * (-1 if self.wanted.reversed else 1)
        inside: list[Entry] = []
        outside: list[Entry] = []
        for row in data:
            codes, text = self._codes(row.line), self._text(row.line)
            month, counts = self._month(row.line)
            for heading in self.headings.amounts:
                if heading.column in row.amounts:
                    amount = row.amounts[heading.column] * factor + 0
                    source = row.line.source(heading.column)
                    entry = Entry(source, codes, heading.meaning, amount, text, month)
                    (inside if counts else outside).append(entry)
        return inside, outside

    def _month(self, line: Line) -> tuple[int | None, bool]:
        """The line's month, and whether it counts."""
        for heading in self.headings.holding(PERIOD):
            cell = line.at(heading.column)
            found = period_in(cell, self.wanted.ar)
            if found is None:
                self.findings.append(refusal("kalla-inte-period", line.place(heading.column), str(cell.value or "")))
                return None, False
            year, month = found
            return month, year == self.wanted.ar and month <= self.wanted.month
        return None, True

    def _codes(self, line: Line) -> Codes:
        return Codes(**{h.meaning: code_in(line.at(h.column)) for h in self.headings.holding(*CODES)})

    def _text(self, line: Line) -> str:
        texts = [str(line.at(h.column).value) for h in self.headings.holding(TEXT) if not line.at(h.column).empty]
        return shorten(" ".join(texts), 120)

    def _told_columns(self) -> Iterator[Finding]:
        read = listed([f"”{h.heading}” ({WORDS.get(h.meaning, h.meaning)})" for h in self.headings.columns], 20)
        left = listed([f"”{heading}”" for heading in self.headings.ignored], 20)
        yield notice("kalla-kolumner", lasta=read, inte=f"Lästes inte: {left}." if left else "")

    def _told_outside(self, outside: list[Entry]) -> Iterator[Finding]:
        if outside:
            period = f"januari–{dates.MONTHS[self.wanted.month - 1]} {self.wanted.ar}"
            details = {"antal": counted(len(outside), "belopp", "belopp"), "summor": in_words(sums(outside))}
            yield warning("kalla-utanfor-perioden", period=period, **details)
