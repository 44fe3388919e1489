"""What a workbook that comes back was handed out with: the amounts in it, and the unit they were in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.sheets import Record
from service.chain.units import LEFT
from service.chain.values import State
from service.store import PlanKey, Submission, has_submission, latest_version, records_of, submission, version_of
from service.workbooks import Content

from ..house import House
from ..workbooks.handing_out import prepared
from .history import key_of

_SOURCE = re.compile(r"(?P<kind>\w+):(?P<id>[^:+]+):v\d+")


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The rows of a workbook as it was handed out. `certain` is true when their unit cannot have been mistaken: they
    are the service's own, or have been handed in."""

    records: Mapping[str, Sequence[Record]]
    certain: bool = True


def handed_out(house: House, key: PlanKey, prefilled_from: str, content: Content) -> HandedOut:
    """What a workbook filled from those sources was handed out with; `content` is what it would be today.

    A submission that had its unit switched and its amounts left is no ground: the one it was made from is.
    """
    base = _own(house, key, prefilled_from)
    while base is not None and any(finding.code in LEFT.values() for finding in base.findings):
        base = _own(house, key, base.prefilled_from)
    if base is not None:
        stands = version_of(house.store, base.id)
        certain = stands is not None and stands.state is not State.UTKAST
        return HandedOut(records_of(house.store, base), certain)
    if latest_version(house.store, key) is None:
        return HandedOut(content.records)
    _, blank = prepared(house, key.kind, key.ar, key.namnd, key.proposal, key.period, blank=True)
    return HandedOut(blank.records)


def _own(house: House, key: PlanKey, prefilled_from: str) -> Submission | None:
    """The submission to the plan itself, or to another proposal of it, that a workbook was filled from."""
    for source in _SOURCE.finditer(prefilled_from):
        if source["kind"] == key.kind.value and has_submission(house.store, source["id"]):
            found = submission(house.store, source["id"])
            if replace(key_of(found), proposal="") == replace(key, proposal=""):
                return found
    return None
