"""Files as the economy system and Kolada give them, made of the sample's own amounts; and wrong ones."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Font

from samples.fixed import saved
from samples.source.kallor import KONTON, Leaf, leaves

HEADINGS = (
    "Ansvar", "Konto", "Verksamhet", "Motpart", "Text", "Budget ack aug 2027", "Utfall ack aug 2027", "Avvikelse",
    "Årsbudget 2027", "Prognos helår",
)  # fmt: skip
MONTHS_T1 = 4
KPIS = {"N99001": {2024: 70.9, 2025: 71.5, 2026: 72.4, 2027: None}, "N99002": {2024: 80.2, 2025: 81.6, 2026: None}}


@dataclass(frozen=True)
class WrongSource:
    """A file that cannot be read as it is, and what it must be told: finding codes and a phrase."""

    name: str
    beskrivning: str
    koder: tuple[str, ...]
    fras: str
    content: Callable[[], bytes]
    period: str = "T2"
    kolada: bool = False


def source_files() -> Iterator[tuple[str, bytes]]:
    """Each file's name under `kallor/` and its bytes; the wrong ones last."""
    yield "utfall-2027-t1-bun.se", sie_file()
    yield "utfall-2027-t2.csv", csv_export()
    yield "utfall-2027-t2.xlsx", xlsx_export()
    yield "kolada-2027.json", kolada_answer()
    for case in WRONG_SOURCES:
        yield f"fel/{case.name}", case.content()


def csv_export(rows: Iterable[list[str]] | None = None) -> bytes:
    """A report for the whole municipality, January–August, in kronor: subtotals, trailing minus, Windows-1252."""
    lines = ["Budgetuppföljning;;;;;;;;;", "Period: 202701-202708;;;;;;;;;", "Belopp i kronor;;;;;;;;;", ""]
    lines += [";".join(row) for row in [list(HEADINGS), *(rows or _csv_rows())]]
    return "\r\n".join([*lines, ""]).encode("cp1252")


def _csv_rows() -> Iterator[list[str]]:
    for ansvar, group in groupby(leaves(), key=lambda leaf: leaf.ansvar):
        own = list(group)
        for leaf in own:
            konto, text = KONTON[leaf.slag]
            yield [ansvar, konto, leaf.kod, "", text, *_shown(_amounts([leaf]))]
        yield [f"Summa {ansvar}", "", "", "", "", *_shown(_amounts(own))]
    yield ["Totalt", "", "", "", "", *_shown(_amounts(leaves()))]


def _amounts(own: Iterable[Leaf]) -> list[Decimal]:
    rows = list(own)
    budget, utfall, year, forecast = (sum((leaf.kronor(n) for leaf in rows), Decimal(0)) for n in (3, 4, 0, 5))
    return [budget, utfall, budget - utfall, year, forecast]


def _shown(amounts: list[Decimal]) -> list[str]:
    return [f"{abs(a):,.2f}".replace(",", " ").replace(".", ",") + ("-" if a < 0 else "") for a in amounts]


def xlsx_export() -> bytes:
    """The same in tkr as Excel: a title, headings on the fourth row, a total row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Uppföljning"
    sheet["A1"], sheet["A2"] = "Budgetuppföljning per ansvar och konto", "Augusti 2027, belopp i tkr"
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(4, column, heading).font = Font(bold=True)
    for row, leaf in enumerate(leaves(), 5):
        konto, text = KONTON[leaf.slag]
        a = leaf.amounts
        values = (leaf.ansvar, konto, leaf.kod, None, text, a[3], a[4], a[3] - a[4], a[0], a[5])
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    last = 5 + len(leaves())
    sheet.cell(last, 1, "Summa")
    for column, which in ((6, 3), (7, 4), (9, 0), (10, 5)):
        sheet.cell(last, column, sum(leaf.amounts[which] for leaf in leaves())).font = Font(bold=True)
    for letter, width in zip("ABCDEFGHIJ", (12, 10, 12, 10, 32, 20, 20, 14, 16, 16), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A5"
    return saved(book, "Ekonomisystemet")


def sie_file() -> bytes:
    """Barn- och utbildningsnämnden January–April as SIE type 4: a verification a month, and the year's budget."""
    own = [leaf for leaf in leaves() if leaf.namnd == "BUN"]
    lines = [
        "#FLAGGA 0", '#PROGRAM "Exempelekonomi" 7.1', "#FORMAT PC8", "#GEN 20270504", "#SIETYP 4",
        '#FNAMN "Vänersborgs kommun"', "#RAR 0 20270101 20271231",
        *(f'#KONTO {konto} "{text}"' for konto, text in KONTON.values()), '#KONTO 1930 "Bank"',
        '#DIM 1 "Ansvar"', '#DIM 20 "Verksamhet"',
    ]  # fmt: skip
    for leaf in own:
        for month, amount in enumerate(_budget_by_month(leaf), 1):
            lines.append(f"#PBUDGET 0 2027{month:02d} {_coded(leaf)} {amount:f}")
    for month in range(1, MONTHS_T1 + 1):
        rows = [(leaf, _outcome(leaf, month)) for leaf in own]
        lines += [f'#VER A {month} 2027{month:02d}28 "Månadens bokföring"', "{"]
        lines += [f"#TRANS {_coded(leaf)} {amount:f}" for leaf, amount in rows if amount]
        lines += [f"#TRANS 1930 {{}} {-sum((amount for _, amount in rows), Decimal(0)):f}", "}"]
    return "\r\n".join([*lines, ""]).encode("cp437")


def _coded(leaf: Leaf) -> str:
    return f'{KONTON[leaf.slag][0]} {{1 "{leaf.ansvar}" 20 "{leaf.kod}"}}'


def _budget_by_month(leaf: Leaf) -> list[Decimal]:
    so_far, rest = leaf.kronor(1), leaf.kronor(0) - leaf.kronor(1)
    return [*_parts(so_far, MONTHS_T1), *_parts(rest, 12 - MONTHS_T1)]


def _outcome(leaf: Leaf, month: int) -> Decimal:
    return _parts(leaf.kronor(2), MONTHS_T1)[month - 1]


def _parts(amount: Decimal, number: int) -> list[Decimal]:
    part = (amount / number).quantize(Decimal("0.01"))
    return [*([part] * (number - 1)), amount - part * (number - 1)]


def kolada_answer() -> bytes:
    """An answer as the API gives it: a key figure, a municipality and a year a row, by gender."""
    rows = [
        {"kpi": kpi, "municipality": "1487", "period": year, "values": [_value(gender, value) for gender in "KMT"]}
        for kpi, years in KPIS.items()
        for year, value in years.items()
    ]
    answer = {"values": rows, "count": len(rows), "next_url": None, "previous_url": None}
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()


def _value(gender: str, value: float | None) -> dict[str, object]:
    shift = {"K": 1.5, "M": -1.5}.get(gender, 0.0)
    return {
        "gender": gender, "count": 1 if value is not None else 0, "status": "" if value is not None else "Missing",
        "value": None if value is None else round(value + shift, 1), "isdeleted": False,
    }  # fmt: skip


def _with_wrong_sum() -> bytes:
    rows = list(_csv_rows())
    rows[-1][6] = "1 820 200 000,00"
    return csv_export(rows)


def _with_thousand_points() -> bytes:
    rows = list(_csv_rows())[:6]
    rows[1][5] = "12.345"
    return csv_export(rows[:3])


def _with_plus_income() -> bytes:
    rows = [row for row in _csv_rows() if not row[0].startswith(("Summa", "Totalt"))]
    for row in rows:
        row[5:] = [text.removesuffix("-") if text.endswith("-") else f"-{text}" for text in row[5:]]
    return csv_export(rows)


def _without_unit() -> bytes:
    lines = csv_export().decode("cp1252").replace("Belopp i kronor", "").replace(",00", "")
    rows = [line.split(";") for line in lines.split("\r\n")]
    whole = [[_whole(cell) for cell in row] for row in rows if row[0][:5] not in ("Summa", "Total")]
    return "\r\n".join(";".join(row) for row in whole).encode("cp1252")


def _whole(cell: str) -> str:
    head, comma, tail = cell.partition(",")
    return head + ("-" if tail.endswith("-") else "") if comma and tail[:2].isdigit() else cell


def _broken_sie() -> bytes:
    return sie_file().replace(b"#VER A 3 20270328", b"#VER A 3 20270231").replace(b'{1 "2010"', b'{1 "2010', 1)


WRONG_SOURCES = (
    WrongSource("summa-stammer-inte.csv", "Totalsumman är inte radernas summa", ("kalla-summa-fel",),
                "men raderna ovanför ger", _with_wrong_sum),
    WrongSource("tvetydigt-tal.csv", "Ett belopp med punkt kan läsas på två sätt", ("kalla-tvetydigt-tal",),
                "kan läsas på flera sätt (12345 eller 12,345)", _with_thousand_points),
    WrongSource("omvanda-tecken.csv", "Intäkter står med plus", ("kalla-tecken",), "Intäkter står med plus",
                _with_plus_income),
    WrongSource("utan-enhet.csv", "Det står inte om beloppen är i kronor eller tkr", ("kalla-enhet-okand",),
                "kronor eller i tusental", _without_unit),
    WrongSource("utan-rubriker.csv", "Filen har inga rubriker", ("kalla-utan-rubriker",), "ingen rad med rubriker",
                lambda: b"2010;5011;1000;100,00\r\n2010;3110;1000;20,00-\r\n"),
    WrongSource("trasig.se", "Datum och citattecken är fel", ("sie-rad",), "datumet ”20270231” finns",
                _broken_sie, "T1"),
    WrongSource("fel-ar.se", "Filen gäller ett annat år", ("sie-fel-ar",), "Filen gäller inte 2027",
                lambda: sie_file().replace(b"#RAR 0 2027", b"#RAR 0 2026").replace(b" 20271231", b" 20261231"), "T1"),
    WrongSource("kolada-v2.json", "Svaret är inte Koladas", ("kolada-svar",), "listan values saknas",
                lambda: b'{"detail": "Not Found"}\n', "", True),
)  # fmt: skip
