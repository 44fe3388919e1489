"""A meeting's workbook that was fetched before somebody else changed the meeting: what of that it writes over."""

import re
from collections.abc import Iterator, Mapping, Sequence

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.cellchanges import CellChange, cell_changes
from service.findings import Finding, Level
from service.store import PlanKey, has_submission, latest_version, records_of, submission

from ..house import House
from ..submitting.history import key_of
from .others import others_since

Rows = Mapping[str, Sequence[Record]]
_FROM = re.compile(rf"{Kind.MOTE.value}:(?P<id>[^:+]+):v\d+")
_MOST = 6


def overwritten(house: House, key: PlanKey, prefilled_from: str, records: Rows) -> Iterator[Finding]:
    """A warning where others have changed the meeting since the workbook was handed out, and it does not say so too."""
    used = _FROM.match(prefilled_from) if key.kind is Kind.MOTE else None
    version = latest_version(house.store, key)
    if (
        used is None
        or version is None
        or used["id"] == version.submission
        or not has_submission(house.store, used["id"])
    ):
        return
    handed_out = submission(house.store, used["id"])
    if key_of(handed_out) != key:
        return
    base, now = (
        records_of(house.store, handed_out),
        records_of(house.store, submission(house.store, version.submission)),
    )
    own = {_said(change) for change in cell_changes(key.kind, key.ar, base, records)}
    lost = [change for change in cell_changes(key.kind, key.ar, base, now) if _said(change) not in own]
    if lost:
        what = list(
            dict.fromkeys(f"{change.sheet} {change.row} ({change.heading})".replace("  ", " ") for change in lost)
        )
        names = " och ".join(others_since(house, key, used["id"]).names)
        details = {"av": names, "vad": ", ".join(what[:_MOST]) + (" med mera" if len(what) > _MOST else "")}
        yield Finding("arbetsboken-skrev-over", Level.VARNING, None, "", details)


def _said(change: CellChange) -> tuple[str, str, str, str]:
    return change.sheet, change.row, change.heading, str(change.after)
