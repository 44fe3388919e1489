"""What a chart shows, as values: no XML, no look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Protocol

from ..marks import one_line

Number = int | Decimal
Better = Literal["högre", "lägre"]
# What an Excel cell and an Excel chart can hold; Word's charts are Excel's.
_DIGITS, _LONGEST, _MOST_SERIES, _MOST_CATEGORIES = 15, 32_767, 255, 32_000
_LARGEST = Decimal("1e300")


class Kind(StrEnum):
    """How the values are drawn."""

    COLUMNS = "staplar"
    BARS = "liggande staplar"
    LINES = "linjer"
    STACKED_COLUMNS = "staplade"
    STACKED_BARS = "liggande staplade"
    BUDGET_AND_OUTCOME = "budget och utfall"

    @property
    def horizontal(self) -> bool:
        return self in (Kind.BARS, Kind.STACKED_BARS)

    @property
    def stacked(self) -> bool:
        return self in (Kind.STACKED_COLUMNS, Kind.STACKED_BARS)


class SeriesLike(Protocol):
    """A series as the engine's callers give it: a value, or None, for each category."""

    @property
    def name(self) -> str: ...
    @property
    def values(self) -> Sequence[Number | None]: ...


class ChartLike(Protocol):
    """A chart as the engine's callers give it, read by `charted`; each field as in `Chart`."""

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def series(self) -> Sequence[SeriesLike]: ...
    @property
    def unit(self) -> str: ...
    @property
    def decimals(self) -> int: ...
    @property
    def target(self) -> SeriesLike | None: ...
    @property
    def better(self) -> str | None: ...


@dataclass(frozen=True)
class Series:
    """A named row of values. Each is kept as Excel keeps numbers: in at most 15 significant digits."""

    name: str
    values: tuple[Number | None, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _text(self.name))
        object.__setattr__(self, "values", tuple(_number(value) for value in self.values))


@dataclass(frozen=True)
class Chart:
    """A chart. Raises ValueError, in Swedish, for what cannot be drawn.

    `unit` is what the values are counted in, `decimals` how many are shown. `target` is drawn as a broken
    line; `better` says on which side of it the outcome should be.
    """

    kind: Kind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    decimals: int = 0
    target: Series | None = None
    better: Better | None = None

    def __post_init__(self) -> None:
        for name, text in (("title", self.title), ("unit", self.unit)):
            object.__setattr__(self, name, _text(text))
        object.__setattr__(self, "categories", tuple(_text(text) for text in self.categories))
        for fault in self._faults():
            raise ValueError(f"diagrammet {self.title!r}: {fault}")

    @property
    def rows(self) -> tuple[Series, ...]:
        """Every row of values that is drawn, the target last."""
        return self.series if self.target is None else (*self.series, self.target)

    def _faults(self) -> Iterator[str]:
        if not (self.categories and self.series):
            yield "det saknar kategorier eller serier"
        if len(self.rows) > _MOST_SERIES or len(self.categories) > _MOST_CATEGORIES:
            yield f"det har fler än {_MOST_SERIES} serier eller {_MOST_CATEGORIES} kategorier"
        for row in self.rows:
            if len(row.values) != len(self.categories):
                yield f"serien {row.name!r} har {len(row.values)} värden för {len(self.categories)} kategorier"
        if self.target is not None and (self.kind.horizontal or self.kind.stacked):
            yield f"en mållinje går inte att rita i {self.kind.value}"
        if self.kind is Kind.BUDGET_AND_OUTCOME and len(self.series) != 2:
            yield "budget och utfall är två serier"
        if not 0 <= self.decimals <= 9:
            yield f"{self.decimals} decimaler går inte att visa"


def is_chart_type(kind: type) -> bool:
    """Whether values of a type describe charts: it has a chart's attributes or dataclass fields."""
    known = getattr(kind, "__dataclass_fields__", {})
    return all(name in known or hasattr(kind, name) for name in ("kind", "categories", "series"))


def charted(value: ChartLike) -> Chart:
    """The chart that a value of the caller's own type describes. Raises ValueError, TypeError."""
    if value.kind not in list(Kind):
        raise ValueError(f"diagramslaget {value.kind!r} finns inte; välj bland {', '.join(Kind)}")
    target = value.target
    return Chart(
        kind=Kind(value.kind),
        title=value.title,
        categories=tuple(value.categories),
        series=tuple(Series(row.name, tuple(row.values)) for row in value.series),
        unit=value.unit,
        decimals=value.decimals,
        target=None if target is None else Series(target.name, tuple(target.values)),
        better="högre" if value.better == "högre" else "lägre" if value.better == "lägre" else None,
    )


def _text(text: str) -> str:
    """A text on one line, as a cell can hold it."""
    line = one_line(text)
    if len(line) > _LONGEST:
        raise ValueError(f"texten {line[:40]!r} … i ett diagram är längre än {_LONGEST} tecken")
    return line


def _number(value: Number | None) -> Number | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{value!r} i ett diagram är varken heltal eller Decimal")
    exact = Decimal(value)
    if not exact.is_finite() or exact.copy_abs() > _LARGEST:
        raise ValueError(f"{value} går inte att rita i ett diagram")
    if len(exact.as_tuple().digits) <= _DIGITS:
        return value
    rounded = Decimal(f"{exact:.{_DIGITS - 1}e}")
    return int(rounded) if isinstance(value, int) else rounded
