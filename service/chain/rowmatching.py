"""Which row of one proposal is which of another: by its permanent id, else by the same text under the same parent."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from . import records as r

_PARENTS = ("inriktningsmal", "resultat", "hor_till", "namnd", "slag", "motpart")
Same = MutableMapping[str, str]  # the id that a row has in the one proposal, by its id in the other


def match(before: Sequence[r.Row], after: Sequence[r.Row], same: Same) -> None:
    """Add to `same` each row of `after` that is in `before`; the rows that they belong to must be there already."""
    old_ids = {row.id for row in before}
    known = {row.id for row in after if row.id in old_ids}
    same.update({id: id for id in known})
    left: dict[tuple[Any, ...], list[str]] = {}
    for row in before:
        if row.id not in known and _text(row):
            left.setdefault(_said(row, {}), []).append(row.id)
    for row in after:
        if row.id not in known and (found := left.get(_said(row, same))):
            same[row.id] = found.pop(0)


def _said(row: r.Row, same: Same) -> tuple[Any, ...]:
    """What a row says and what it belongs to, by the other proposal's ids."""
    parents = [getattr(row, name, None) for name in _PARENTS]
    return _text(row), *(same.get(parent, parent) if isinstance(parent, str) else parent for parent in parents)


def _text(row: r.Row) -> str:
    return " ".join(str(getattr(row, "text", "")).split()).casefold()
