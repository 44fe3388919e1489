"""Figures from elsewhere: every file kept with its values; the newest import of a kind and period is in effect."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from .database import Store


class FigureKind(StrEnum):
    """What a file of figures holds: the economy system's amounts, or Kolada's key figures."""

    EKONOMI = "budget-utfall"
    KOLADA = "kolada"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureImport:
    """A file of figures. `period` is `T1`, `T2` or `AR`; `findings` are those of its reading, as JSON values."""

    id: str
    kind: FigureKind
    ar: int
    period: str
    at: datetime
    by: str
    filename: str
    sha256: str
    form: str = ""
    unit: str = ""
    findings: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its place in the file. `value` is None where the source has none; `keys` say what it is of (codes,
    or a key figure's id, municipality and year)."""

    source: str
    measure: str
    value: Decimal | None
    keys: Mapping[str, Any] = field(default_factory=dict)


def add_figures(store: Store, made: FigureImport, blob: bytes, figures: Iterable[Figure]) -> None:
    """Keep a file and all its values."""
    row = {**asdict(made), "kind": made.kind.value, "at": made.at.isoformat(), "blob": blob}
    with store.transaction():
        store.db.table("figure_import").insert({**row, "findings": _json(made.findings)})
        store.db.table("figure").insert_all(
            {
                "import": made.id, "place": place, "source": figure.source, "measure": figure.measure,
                "value": None if figure.value is None else format(figure.value, "f"), "keys": _json(figure.keys),
            }
            for place, figure in enumerate(figures)
        )  # fmt: skip


def figure_imports(store: Store, kind: FigureKind, ar: int) -> list[FigureImport]:
    """Every import of the kind for the year, oldest first."""
    return [_import(row) for row in store.rows(f"{_SELECT} where kind = ? and ar = ? order by rowid", kind, ar)]


def latest_import(store: Store, kind: FigureKind, ar: int, period: str) -> FigureImport | None:
    """The import in effect: the newest of the kind and period, or None."""
    found = [one for one in figure_imports(store, kind, ar) if one.period == period]
    return found[-1] if found else None


def import_of_file(store: Store, kind: FigureKind, ar: int, period: str, sha256: str, unit: str) -> FigureImport | None:
    """The import in effect, when it is of that very file read in that unit; else None."""
    latest = latest_import(store, kind, ar, period)
    return latest if latest is not None and (latest.sha256, latest.unit) == (sha256, unit) else None


def figures_of(store: Store, id: str) -> tuple[Figure, ...]:
    """The values of an import, in the file's order."""
    return store.once(f"figures {id}", lambda: tuple(_read(store, id)))


_SELECT = "select id, kind, ar, period, at, by, filename, sha256, form, unit, findings from figure_import"


def _read(store: Store, id: str) -> Iterable[Figure]:
    for row in store.rows("select * from figure where import = ? order by place", id):
        value = None if row["value"] is None else Decimal(row["value"])
        yield Figure(row["source"], row["measure"], value, json.loads(row["keys"]))


def _import(row: dict[str, Any]) -> FigureImport:
    return FigureImport(**{
        **row, "kind": FigureKind(row["kind"]), "at": datetime.fromisoformat(row["at"]),
        "findings": tuple(json.loads(row["findings"] or "[]")),
    })  # fmt: skip


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
