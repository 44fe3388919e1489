"""Where does this number come from? The cell, the file and the person behind a number or an amount."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schemas.numbers import grouped
from schemas.workbooks import Kind
from service import excel, word
from service.chain.plans import Plan
from service.chain.shownfigures import Figure, figures_in, number_in
from service.chain.tracing import Origin, amounts_in, amounts_together, numbers_in
from service.chain.values import State
from service.store import Basis, Submission, WrittenDocument, adopted_version, plans_of_year, submission

from .answers import refused
from .house import House
from .loading.ground import ground_of, load_plan, submitted_version
from .verify import Verified, verify

_OFFICIAL = re.compile(r"(?:\w{1,8} )?([MU]?\d+(?:\.\d+)*[a-z]?)\*?", re.IGNORECASE)
_AMOUNT = re.compile(r"[−-]?\d[\d \u00a0\u202f]*(?= ?tkr|$)", re.IGNORECASE)
_PRINTED = re.compile(r"−?\d{1,3}(?:\u00a0\d{3})*,\d+|−?\d{1,3}(?:\u00a0\d{3})+|[MU]?\d+(?:\.\d+)*[a-z]?|−?\d+")


@dataclass(frozen=True, slots=True)
class Printed:
    """What may stand in the papers of some plans: the origins of each number (in small letters), each amount, and each
    share, count, measured value and figure of a text."""

    numbers: Mapping[str, Sequence[tuple[str, Origin]]]
    amounts: Mapping[int, Sequence[Origin]]
    figures: Mapping[Decimal, Sequence[Figure]]


@dataclass(frozen=True, slots=True)
class Traced:
    """A number or amount as it is printed, what it is, and the upload whose cells it comes from."""

    shown: str
    origin: Origin
    submission: Submission


def trace_number(house: House, text: str, ar: int) -> list[Traced]:
    """Everything that a number (`2.3`, `M2.3a`), an amount in tkr (`1 121 300`), a share or a count (`0,4 %`, `3 131`)
    is in the year's plans: those in force and, where none is, the drafts. Raises `Refused` when it is nowhere."""
    printed = house.until_changed(("printed", ar), lambda: _printed_in(_plans_of(house, ar)))
    numbered = _by_number(printed, text)
    found = [*numbered, *_by_amount(printed, text), *(() if numbered else _by_figure(printed, text))]
    if not found:
        raise refused("okant-tal", tal=text, ar=str(ar))
    return [_traced(house, shown, origin) for shown, origin in found]


def trace_official(house: House, number: str, ar: int) -> list[Traced]:
    """The rows of the year's plans that carry an official number; none where there is no such number."""
    printed = house.until_changed(("printed", ar), lambda: _printed_in(_plans_of(house, ar)))
    return [_traced(house, number, origin) for _, origin in printed.numbers.get(number.casefold(), ())]


def trace_file(house: House, content: bytes, filename: str) -> tuple[Verified, list[Traced]]:
    """What a file is, and every number and amount of its plan that is printed in it.

    Raises `Refused` when the service has not written it.
    """
    verified = verify(house, content)
    if verified.document is None:
        raise refused("okand-fil", fil=filename)
    printed = _printed(content, verified.document)
    plans = _plans_behind(house, verified.document)
    numbers = [(number, origin) for plan in plans for number, origin in numbers_in(plan) if number in printed]
    amounts = [(shown(a.tkr), a.origin) for plan in plans for a in amounts_in(plan) if a.tkr]
    figures = [(_figure_shown(figure), figure.origin) for plan in plans for figure in figures_in(plan)]
    decimals = [(text, origin) for text, origin in figures if "," in text and text.removesuffix("\u00a0%") in printed]
    found = [*numbers, *((tkr, origin) for tkr, origin in amounts if tkr in printed), *decimals]
    return verified, [_traced(house, text, origin) for text, origin in found]


def shown(tkr: int) -> str:
    """An amount as the papers print it."""
    return grouped(tkr)


def _plans_of(house: House, ar: int) -> Iterator[Plan]:
    """The year's plans, each as it is in force or, failing that, as it was last submitted."""
    for version in plans_of_year(house.store, ar):
        if version.key.kind is not Kind.INSTALLNINGAR and not version.key.proposal:
            in_force = adopted_version(house.store, version.key.kind, version.key.namnd, ar, version.key.period)
            yield load_plan(house, in_force or version)


def _plans_behind(house: House, document: WrittenDocument) -> list[Plan]:
    """The plan that a document shows, and the MRP that it stood on."""
    kind = submission(house.store, document.submission).kind
    version = submitted_version(house, Basis(kind, document.version, document.submission, State(document.state)))
    mrp = ground_of(house, version).mrp
    return [load_plan(house, version), *([mrp] if mrp else [])]


def _printed_in(plans: Iterable[Plan]) -> Printed:
    numbers: dict[str, list[tuple[str, Origin]]] = {}
    amounts: dict[int, list[Origin]] = {}
    figures: dict[Decimal, list[Figure]] = {}
    loaded = list(plans)
    for amount in amounts_together(loaded):
        amounts.setdefault(amount.tkr, []).append(amount.origin)
    for plan in loaded:
        for number, origin in numbers_in(plan):
            numbers.setdefault(number.casefold(), []).append((number, origin))
        for amount in amounts_in(plan):
            amounts.setdefault(amount.tkr, []).append(amount.origin)
        for figure in figures_in(plan):
            figures.setdefault(figure.value, []).append(figure)
    return Printed(numbers, amounts, figures)


def _by_number(printed: Printed, text: str) -> list[tuple[str, Origin]]:
    match = _OFFICIAL.fullmatch(text.strip())
    return [(match[1], origin) for _, origin in printed.numbers.get(match[1].casefold(), ())] if match else []


def _by_amount(printed: Printed, text: str) -> list[tuple[str, Origin]]:
    match = _AMOUNT.match(text.strip())
    if not match:
        return []
    wanted = int(re.sub(r"[^\d-]", "", match[0].replace("−", "-")))
    found = [(shown(wanted), origin) for origin in printed.amounts.get(wanted, ())]
    # A paper says "15 600 tkr sämre än budget" of a deviation of −15 600.
    turned = [origin for origin in printed.amounts.get(-wanted, ()) if wanted > 0 and origin.computed]
    return [*found, *((shown(-wanted), origin) for origin in turned)]


def _by_figure(printed: Printed, text: str) -> list[tuple[str, Origin]]:
    """Shares, counts and measured values; one asked for in percent is none but a share."""
    wanted, percent = number_in(text), "%" in text or "procent" in text
    if wanted is None:
        return []
    found = [figure for figure in printed.figures.get(wanted, ()) if figure.percent or not percent]
    return [(_figure_shown(figure), figure.origin) for figure in found]


def _figure_shown(figure: Figure) -> str:
    whole, _, decimals = f"{figure.value:f}".partition(".")
    number = f"{grouped(int(whole))}{',' if decimals else ''}{decimals}"
    number = f"−{number}" if figure.value < 0 and int(whole) == 0 else number
    return f"{number}\u00a0%" if figure.percent else number


def _printed(content: bytes, document: WrittenDocument) -> frozenset[str]:
    """The numbers and amounts that stand in a file."""
    if document.filename.endswith(".xlsx"):
        values = [value for value in excel.cell_texts(content).values() if not value.startswith("=")]
        return frozenset(shown(int(v)) if v.lstrip("-").isdigit() else v for v in values)
    return frozenset(number for text in word.visible_paragraphs(content) for number in _PRINTED.findall(text))


def _traced(house: House, text: str, origin: Origin) -> Traced:
    return Traced(text, origin, submission(house.store, origin.head.submission))
