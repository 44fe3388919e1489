"""Rows that say the same under the same parent: a row copied once too often, which no key column would tell."""

from collections.abc import Mapping, Sequence
from typing import Any

from schemas.sheets import Record
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level

from .identity import text_of
from .links import place_of
from .values import Layout

# What a row belongs to, sheet by sheet: the same text under another is another row.
_PARENTS: Mapping[str, tuple[str, ...]] = {
    "resultat": ("inriktningsmal", "namnd"), "matt": ("hor_till",), "uppdrag": ("namnd", "slag"),
    "aktivitet": ("resultat",), "vp_matt": ("hor_till",), "vb": ("slag", "motpart"),
}  # fmt: skip


def twins(kind: Kind, records: Mapping[str, Sequence[Record]], layout: Layout) -> list[Finding]:
    """A warning for each row whose text stands on an earlier row of the same parent; case and spaces tell nothing."""
    found = []
    for key, parents in _PARENTS.items():
        if key not in {schema.key for schema in workbook_schema(kind).sheets}:
            continue
        schema, seen = workbook_schema(kind).sheet(key), dict[tuple[Any, ...], Record]()
        for row in records.get(key, ()):
            text = text_of(row)
            if not text or row.values.get("utgar"):
                continue
            same = seen.setdefault((text.casefold(), *(row.values.get(name) for name in parents)), row)
            if same is not row:
                place = place_of(schema, row, "text", layout)
                found.append(Finding("samma-text", Level.VARNING, place, text, {"rad": str(same.row)}))
    return found
