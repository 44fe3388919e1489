"""A submission opened: how its plan stands, what was read, every finding, and what may be done next."""

from dataclasses import dataclass, replace

from schemas.workbooks import Kind
from service.chain.values import State
from service.findings import Finding, Level, worst_first
from service.rules import Stage
from service.store import (
    Account,
    PlanKey,
    Submission,
    Version,
    file_of,
    latest_version,
    records_of,
    submission,
    version_of,
)
from service.workbooks import annotate, read

from ..accounts.access import Action, may
from ..answers import Refused
from ..house import House
from ..loading.judging import judged
from ..loading.plans import known_key
from ..workbooks.handing_out import prepared
from .history import fate_of, key_of
from .sheets import ShownWorkbook, of_records, with_findings

_SETTINGS = Kind.INSTALLNINGAR


@dataclass(frozen=True, slots=True)
class Opened:
    """A submission with all that its page shows.

    `version` is what stands for it (None: `fate` says what became of it). `findings` are the same list that the
    command line prints and the marked-up workbook holds; `before_hand_in` are those that the rules add at hand-in.
    """

    submission: Submission
    key: PlanKey
    version: Version | None
    workbook: ShownWorkbook
    findings: tuple[Finding, ...]
    before_hand_in: tuple[Finding, ...] = ()
    is_newest: bool = False
    may_hand_in: bool = False
    may_adopt: bool = False
    may_discard: bool = False
    fate: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether the plan's draft is this very submission."""
        return self.version is not None and self.version.state is State.UTKAST

    @property
    def warnings(self) -> int:
        """How many warnings there are to acknowledge at hand-in."""
        return sum(f.level is Level.VARNING for f in (*self.findings, *self.before_hand_in))

    @property
    def fel(self) -> int:
        """How many fel keep it from being handed in."""
        return sum(f.level is Level.FEL for f in (*self.findings, *self.before_hand_in))


def opened(house: House, who: Account, id: str) -> Opened:
    """A submission for somebody to look at. Raises `LookupError` where there is none."""
    found = submission(house.store, id)
    key, version = key_of(found), version_of(house.store, id)
    findings, more = house.until_changed(("findings", id, house.now().date()), lambda: _findings(house, found, version))
    sheets = of_records(found.kind, found.ar, records_of(house.store, found), found.layout)
    newest = latest_version(house.store, key)
    state = version.state if version else None
    return Opened(
        found, key, version, with_findings(sheets, findings), findings, more, newest is not None and newest == version,
        state is State.UTKAST and key.kind is not _SETTINGS and may(who, Action.HAND_IN, key),
        state is State.INLAMNAD and may(who, Action.ADOPT, key),
        state is State.UTKAST and key.kind is not Kind.MOTE and may(who, Action.UPLOAD, key),
        "" if version else fate_of(house, found),
    )  # fmt: skip


def marked_up_submission(house: House, id: str) -> bytes | None:
    """The workbook of a submission with every finding marked in its cell; None where it cannot be made any more.

    Raises `LookupError` where there is no such submission.
    """
    found = submission(house.store, id)
    reading = read(file_of(house.store, id), found.filename)
    if reading.identity is None:
        return None
    try:
        key = known_key(house, key_of(found))
        _, content = prepared(house, key.kind, key.ar, key.namnd, key.proposal, key.period)
    except Refused:
        return None
    findings, _ = _findings(house, found, version_of(house.store, id))
    identity = replace(reading.identity, namnd=key.namnd, proposal=key.proposal)
    return annotate(identity, content, reading, findings)


def _findings(
    house: House, found: Submission, version: Version | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is found on a submission, and what comes on top of that when it is handed in."""
    shown = version or Version(key_of(found), 1, found.id, State.UTKAST)
    try:
        first = judged(house, shown, Stage.SUBMIT)
        if shown.state is not State.UTKAST or version is None:
            return tuple(first), ()
        more = [finding for finding in judged(house, shown, Stage.HAND_IN) if finding not in first]
        return tuple(first), tuple(more)
    except Refused as no:  # what it was judged against is gone
        return tuple(worst_first([*no.findings, *found.findings])), ()
