"""Kolada's answers (API v3) as values: a key figure, a municipality, a year and the gender T, value or none."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from service.findings import Finding

from .values import refusal

KPI = re.compile(r"[A-Z]\d{5}")
TOTAL = "T"


@dataclass(frozen=True, slots=True)
class KoladaValue:
    """A value of a key figure. `value` is None where Kolada has none: that is missing, not zero. `status` and `count`
    (how many the value rests on) stand as Kolada gives them; `source` is its place in the answer."""

    kpi: str
    kommun: str
    ar: int
    value: Decimal | None
    status: str = ""
    count: int | None = None
    source: str = ""


class NotKolada(ValueError):
    """The answer is not one of Kolada's. The message says why, in Swedish."""


@dataclass(frozen=True, slots=True)
class KoladaReading:
    """The values of one municipality, how many others there were, and what is to be said."""

    values: tuple[KoladaValue, ...] = ()
    others: int = 0
    findings: tuple[Finding, ...] = ()


def read_kolada(blob: bytes, kommun: str) -> KoladaReading:
    """The values of the municipality in a file with an answer, or a list of answers (pages)."""
    try:
        answers = answer_in(blob)
        pages = answers if isinstance(answers, list) else [answers]
        values = [value for page in pages for value in values_in(page)]
    except NotKolada as error:
        return KoladaReading(findings=(refusal("kolada-svar", skal=str(error)),))
    own = tuple(value for value in values if value.kommun == kommun)
    return KoladaReading(own, len(values) - len(own))


def answer_in(blob: bytes) -> Any:
    """The JSON, its numbers exact. Raises `NotKolada`."""
    try:
        return json.loads(blob.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotKolada("det är inte JSON") from None


def values_in(answer: Any) -> Iterator[KoladaValue]:
    """The values for T of an answer. Raises `NotKolada`."""
    rows = answer.get("values") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise NotKolada("listan values saknas")
    for number, row in enumerate(rows):
        yield from _of_row(row, f"values[{number}]")


def missing(values: Iterable[KoladaValue]) -> list[KoladaValue]:
    """Those that Kolada has no value for."""
    return [value for value in values if value.value is None]


def _of_row(row: Any, source: str) -> Iterator[KoladaValue]:
    if not isinstance(row, dict):
        raise NotKolada(f"{source} är inte ett objekt")
    kpi, kommun, ar = _text(row, "kpi", source), _text(row, "municipality", source), _year(row, source)
    if not KPI.fullmatch(kpi):
        raise NotKolada(f"{source}: kpi är ”{kpi[:20]}”, inte en bokstav och fem siffror")
    inner = row.get("values")
    if not isinstance(inner, list):
        raise NotKolada(f"{source}: listan values saknas")
    for one in inner:
        if not isinstance(one, dict):
            raise NotKolada(f"{source}: values ska hålla objekt")
        if one.get("gender") == TOTAL:
            value = _number(one.get("value"), source)
            yield KoladaValue(kpi, kommun, ar, value, str(one.get("status") or ""), _count(one.get("count")), source)


def _text(row: Mapping[str, Any], name: str, source: str) -> str:
    found = row.get(name)
    if not isinstance(found, str) or not found:
        raise NotKolada(f"{source}: {name} saknas")
    return found


def _year(row: Mapping[str, Any], source: str) -> int:
    found = row.get("period")
    if isinstance(found, bool) or not re.fullmatch(r"\d{4}", str(found)):
        raise NotKolada(f"{source}: period ska vara ett år")
    return int(str(found))


def _number(value: Any, source: str) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NotKolada(f"{source}: value ska vara ett tal eller null")
    return Decimal(value)


def _count(value: Any) -> int | None:
    try:
        return int(value) if value is not None else None
    except (TypeError, ValueError, InvalidOperation):
        return None


def _no_number(name: str) -> Any:
    raise ValueError(name)
