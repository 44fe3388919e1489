"""The kinds of columns: marshmallow fields that know their Swedish heading, help, choices and how to read a cell.

A field reads three things alike: a `Cell`'s value as a spreadsheet gives it, what a person wrote as text, and what
`dump` wrote for the store. A fault is raised as `ValidationError([Fault])`.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields

from . import dates, numbers
from .codepatterns import BadCodePattern, parse_pattern
from .text import Run, StyledText, clean, clean_styled, styled


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be read: a finding's code and what fills its sentence."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class Column(fields.Field[Any]):
    """A column (or, on a form sheet, a single field) of an official workbook.

    heading   the Swedish heading, also the label on pages and in documentation
    help      one or two sentences for the person who fills it in
    required  must be filled for the plan to be handed in; an empty one is a fel, never a refusal
    locked    prefilled by the service; a person's change is told
    derived   locked, and follows from the row's other cells: alone it makes no row
    width     the column's width in characters
    example   what a filled cell can look like
    hidden    kept for the service, not shown
    """

    number_format = "General"

    def __init__(
        self,
        heading: str,
        help: str = "",
        *,
        required: bool = False,
        locked: bool = False,
        derived: bool = False,
        width: int = 16,
        example: str = "",
        hidden: bool = False,
    ) -> None:
        super().__init__(allow_none=True, load_default=None)
        self.heading = heading
        self.help = help
        self.must = required
        self.locked = locked or derived
        self.derived = derived
        self.width = width
        self.example = example
        self.hidden = hidden

    def stored(self, value: Any) -> Any:
        """The value as JSON can hold it; `restored` reads it back."""
        return self._serialize(value, None, None)

    def restored(self, value: Any) -> Any:
        """The value that `dump` wrote for the store, exactly as it was: it is not read a second time."""
        return value

    def fault(self, code: str, **details: str) -> ValidationError:
        """The exception for a fault in this column."""
        return ValidationError([Fault(code, {"rubrik": self.heading, "exempel": self.example, **details})])


class Text(Column):
    """Plain text on one or more lines. Gives `str`; an empty cell gives `""`."""

    number_format = "@"

    def __init__(self, heading: str, help: str = "", *, longest: int = 500, lines: int = 1, **rest: Any) -> None:
        super().__init__(heading, help, **rest)
        self.load_default = ""
        self.longest = longest
        self.lines = lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return self.measured(clean(as_text(value))[0])

    def measured(self, text: str) -> str:
        """The text, when it is not too long."""
        if len(text) > self.longest:
            raise self.fault("for-lang", langd=str(len(text)), mest=str(self.longest))
        return text


class Prosa(Text):
    """Text whose bold, italics, line breaks and list lines are kept. Gives `StyledText`."""

    def __init__(self, heading: str, help: str = "", *, longest: int = 8000, lines: int = 4, **rest: Any) -> None:
        super().__init__(heading, help, longest=longest, lines=lines, **rest)
        self.load_default = StyledText()

    def restored(self, value: Any) -> StyledText:
        """Runs as `dump` wrote them."""
        return StyledText(tuple(Run(text, "b" in style, "i" in style) for text, style in value))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> StyledText:  # type: ignore[override]
        text = clean_styled(value if isinstance(value, StyledText) else styled(as_text(value)))[0]
        self.measured(str(text))
        return text

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        if not isinstance(value, StyledText):
            return value
        return [[run.text, "b" * run.bold + "i" * run.italic] for run in value.runs]


class Tal(Column):
    """A number with its exact decimals. Gives `Decimal`."""

    # Not `#,##0.###`, which leaves a whole number with a bare decimal comma behind it.
    number_format = "General"

    def __init__(
        self,
        heading: str,
        help: str = "",
        *,
        decimals: int = 3,
        least: int | None = None,
        most: int | None = None,
        units: frozenset[str] = frozenset(),
        **rest: Any,
    ) -> None:
        super().__init__(heading, help, **{"example": "1 234,5", **rest})
        self.decimals = decimals
        self.least = least
        self.most = most
        self.units = units

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        return self.bounded(self.number(value))

    def number(self, value: Any) -> Decimal:
        """The number that stands there, unbounded."""
        if isinstance(value, bool | date):
            raise self.fault("inte-tal")
        if isinstance(value, int | float | Decimal):
            return numbers.exact(value)
        try:
            return numbers.parse(clean(as_text(value))[0], self.units)
        except numbers.Ambiguous as error:
            raise self.fault("tvetydigt-tal", tolkningar=str(error)) from None
        except numbers.WrongUnit as error:
            raise self.fault(
                "fel-enhet", enhet=error.unit, ratt=" eller ".join(sorted(self.units)) or "ingen"
            ) from None
        except numbers.NotANumber:
            raise self.fault("inte-tal") from None

    def restored(self, value: Any) -> Decimal:
        """The number that `dump` wrote with a decimal comma."""
        return Decimal(value.replace(",", "."))

    def bounded(self, number: Decimal) -> Decimal:
        """The number, when its size and its decimals are allowed."""
        exponent = 0 if number == number.to_integral_value() else number.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.decimals:
            if not self.decimals:
                raise self.fault("inte-heltal")
            raise self.fault("for-manga-decimaler", antal=str(self.decimals))
        if self.least is not None and number < self.least:
            raise self.fault("for-litet", minst=str(self.least))
        if self.most is not None and number > self.most:
            raise self.fault("for-stort", mest=str(self.most))
        return number

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else numbers.shown(value)


class Belopp(Tal):
    """An amount of money, exactly as entered, in the workbook's unit (tkr or kronor). Gives `Decimal`."""

    number_format = '#,##0;"−"#,##0;0'  # Excel shows its own language's separator for the comma

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        defaults: dict[str, Any] = {
            "decimals": 2, "most": 10**13, "least": -(10**13), "example": "1 234",
            "units": frozenset({"tkr", "kr", "kronor"}),
        }  # fmt: skip
        super().__init__(heading, help, **{**defaults, **rest})


class Heltal(Tal):
    """A whole number. Gives `Decimal` without decimals."""

    number_format = "0"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"decimals": 0, "example": "5", **rest})


class Tkr(Heltal):
    """An amount that is always in tkr, whatever unit the workbook's own amounts have. Gives `Decimal`."""

    number_format = Belopp.number_format


class Ar(Column):
    """A year. Gives `int`."""

    number_format = "0"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        text = as_text(value)
        if not re.fullmatch(r"(19|20)\d\d", text):
            raise self.fault("inte-ar")
        return int(text)


class Datum(Column):
    """A day. Gives `date`."""

    number_format = "yyyy-mm-dd"
    unreadable = "inte-datum"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"width": 12, "example": "2027-06-30", **rest})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        try:
            if isinstance(value, date | datetime):
                return self.read(dates.exact(value).isoformat())
            if isinstance(value, bool | int | float | Decimal) and not re.fullmatch(r"(19|20)\d{6}", as_text(value)):
                raise dates.NotADate
            return self.read(clean(as_text(value))[0])
        except dates.NoSuchDay:
            raise self.fault("omojligt-datum") from None
        except dates.Ambiguous:
            raise self.fault("tvetydigt-datum") from None
        except dates.OutOfRange:
            raise self.fault("datum-utanfor") from None
        except dates.NotADate:
            raise self.fault(self.unreadable) from None

    def read(self, text: str) -> date:
        """The day that the text says. Raises as `dates.parse`."""
        return dates.parse(text)

    def restored(self, value: Any) -> date:
        """The day that `dump` wrote as ISO."""
        return date.fromisoformat(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class Manad(Datum):
    """A month. Gives its first day as `date`."""

    number_format = "yyyy-mm"
    unreadable = "inte-manad"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "2027-06", **rest})

    def read(self, text: str) -> date:
        """The first day of the month that the text says."""
        return dates.parse_month(text)


class JaNej(Column):
    """Yes or no. Gives `bool`; an empty cell gives `None`."""

    choices = ("ja", "nej")
    _yes = frozenset({"ja", "j", "x", "☒", "sant", "true", "1"})
    _no = frozenset({"nej", "n", "☐", "falskt", "false", "0"})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        word = clean(as_text(value))[0].casefold()
        if word in self._yes:
            return True
        if word in self._no:
            return False
        raise self.fault("inte-ja-nej")

    def restored(self, value: Any) -> bool:
        """The answer that `dump` wrote as a word."""
        return bool(value == "ja")

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else ("ja" if value else "nej")


class Val(Column):
    """One of fixed choices. Gives the choice as it is spelled in the list."""

    def __init__(self, heading: str, help: str = "", *, choices: tuple[str, ...], **rest: Any) -> None:
        super().__init__(heading, help, **rest)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        wanted = clean(as_text(value))[0]
        by_form = {_form(choice): choice for choice in self.choices}
        if _form(wanted) in by_form:
            return by_form[_form(wanted)]
        close = difflib.get_close_matches(_form(wanted), by_form, n=1, cutoff=0.6)
        if close:
            raise self.fault("okant-val-liknar", forslag=by_form[close[0]])
        raise self.fault("okant-val", val=", ".join(self.choices))


class Kod(Column):
    """A code: text with its leading zeros, never a number. Gives `str`.

    `source` names the list it is chosen from (`namnd`, `verksamhet`, `inriktningsmal`, `resultat` …); whether it
    stands there is judged with the plan, not with the cell. A choice shown as `407 Förskola` is read as `407`.
    """

    number_format = "@"

    def __init__(self, heading: str, help: str = "", *, source: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "407", **rest})
        self.load_default = ""
        self.source = source

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = clean(as_text(value))[0]
        return text.split(" ")[0].rstrip(":,;") if self.source else text


class Koder(Kod):
    """Several codes in one cell, separated by comma, semicolon or line break. Gives `tuple[str, ...]`."""

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "440, 441", **rest})
        self.load_default = ()

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:  # type: ignore[override]
        parts = re.split(r"[,;\n]", clean(as_text(value))[0])
        return tuple(dict.fromkeys(part.split()[0] for part in parts if part.strip()))

    def restored(self, value: Any) -> tuple[str, ...]:
        """The codes that `dump` wrote."""
        return tuple(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> list[str]:
        return list(value or ())


class Kodmonster(Text):
    """A pattern for codes of the economy system (`44*`, `30-39`, `4401, 4403`). Gives `str`."""

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "30-39", "width": 16, **rest})

    def measured(self, text: str) -> str:
        """The text, when it is a pattern."""
        try:
            parse_pattern(super().measured(text))
        except BadCodePattern as error:
            raise self.fault("inte-kodmonster", del_=str(error)) from None
        return text


class KoladaId(Text):
    """The id of a key figure in Kolada: a letter and five digits. Gives `str`, the letter in upper case."""

    def __init__(self, heading: str = "Kolada-id", help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "N00945", "width": 11, **rest})

    def measured(self, text: str) -> str:
        """The id as Kolada writes it."""
        if text and not re.fullmatch(r"[A-Za-z]\d{5}", text):
            raise self.fault("inte-kolada-id")
        return text.upper()


class Paragraf(Column):
    """The number of a § in minutes. Gives `int`; `§ 92` and `92` are read alike."""

    number_format = "0"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        match = re.fullmatch(r"(?:§\s*)?(\d{1,4})", clean(as_text(value))[0])
        if not match or int(match[1]) == 0:
            raise self.fault("inte-paragraf")
        return int(match[1])


class Id(Column):
    """The permanent, hidden id of a row. Gives `str`."""

    def __init__(self) -> None:
        super().__init__("Id", hidden=True, locked=True)
        self.load_default = ""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return clean(as_text(value))[0]


def heading_for(column: Column, ar: int) -> str:
    """The heading as it stands in the workbook of a plan year."""
    return expanded(column.heading, ar)


def expanded(heading: str, ar: int) -> str:
    """A heading with its years put in: `Plan {ar+1}` becomes `Plan 2028` for the plan year 2027."""
    return re.sub(r"\{ar([+-]\d+)?\}", lambda match: str(ar + int(match[1] or 0)), heading)


def as_text(value: Any) -> str:
    """A cell's value as a person would type it: whole floats without decimals, dates as ISO."""
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, float | Decimal):
        return numbers.shown(numbers.exact(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def _form(text: str) -> str:
    """The text as two spellings of one choice agree: no case, one kind of dash, single spaces."""
    return " ".join(re.sub("[–—−‑]", "-", text).casefold().split())
