"""Drop-down lists, limits and help texts on the open cells. They help; the reader trusts none of them."""

from collections.abc import Iterable
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from schemas.columns import Ar, Column, Datum, Heltal, JaNej, Koder, Manad, Tal, Val, heading_for
from schemas.listval import Listval

_FIRST_DAY, _LAST_DAY = 1, 73_415  # 1900-01-01 and 2100-12-31 as Excel counts days


def limit(ws: Worksheet, column: Column, cells: Iterable[str], choices: str, ar: int) -> None:
    """Attach a column's list, limits and help to its open cells. `choices` is the formula of its list, or nothing."""
    ranges = list(cells)
    validation = _validation(column, choices)
    help = _help(column)
    if not ranges or (validation.type is None and not help):
        return
    heading = heading_for(column, ar)
    validation.showInputMessage = bool(help)
    validation.promptTitle, validation.prompt = (_cut(heading, 32), _cut(help, 255)) if help else (None, None)
    validation.errorTitle = _cut(heading, 32)
    for part in ranges:
        validation.add(part)
    ws.add_data_validation(validation)


def _validation(column: Column, choices: str) -> DataValidation:
    if choices and isinstance(column, Val | JaNej | Listval):
        return _list(choices, "stop", "Välj i listan.")
    if choices:
        return _list(choices, "warning", "Värdet finns inte i listan. Behålla det ändå?")
    if isinstance(column, Datum):
        wanted = "en månad" if isinstance(column, Manad) else "ett datum"
        return _bounded("date", _FIRST_DAY, _LAST_DAY, f"Skriv {wanted} som {column.example}. Behålla värdet ändå?")
    if isinstance(column, Ar):
        return _bounded("whole", 1900, 2100, "Skriv ett årtal med fyra siffror. Behålla värdet ändå?")
    if isinstance(column, Tal):
        return _number(column)
    return DataValidation(allow_blank=True)


def _list(source: str, style: Literal["stop", "warning"], message: str) -> DataValidation:
    validation = DataValidation("list", formula1=source, allow_blank=True, errorStyle=style, error=message)
    validation.showErrorMessage = True
    return validation


def _bounded(kind: Literal["whole", "decimal", "date"], least: int, most: int, message: str) -> DataValidation:
    validation = DataValidation(
        kind, operator="between", formula1=str(least), formula2=str(most), allow_blank=True,
        errorStyle="warning", error=message,
    )  # fmt: skip
    validation.showErrorMessage = True
    return validation


def _number(column: Tal) -> DataValidation:
    least = -(10**13) if column.least is None else column.least
    most = 10**13 if column.most is None else column.most
    message = "Skriv bara siffror. Behålla värdet ändå?"
    return _bounded("whole" if isinstance(column, Heltal) else "decimal", least, most, message)


def _help(column: Column) -> str:
    many = isinstance(column, Koder) and "komma" not in column.help
    several = "Flera koder skrivs med komma emellan." if many else ""
    example = f"Exempel: {column.example}" if column.example and not isinstance(column, Tal | Datum) else ""
    return "\n".join(part for part in (column.help, several, example) if part)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
