"""Take in a workbook that somebody uploads on a page: theirs to send in, on its right page, kept also when refused."""

from dataclasses import dataclass, replace
from datetime import timedelta

from schemas.workbooks import Kind
from service.findings import Finding
from service.store import Account, Attempt, PlanKey, add_attempt, attempt, forget_attempts
from service.workbooks import Reading

from ..accounts.access import Action, is_central, may
from ..answers import answer
from ..filenames import plain_file_name
from ..house import House
from ..loading.plans import name_of
from . import upload_answers  # noqa: F401 (its sentences)
from .sheets import as_plain, of_reading
from .submit import Receipt, marked_up, take_in

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Page:
    """Where a workbook is sent in: a nämnd's page (or, without one, the municipality's) for a year."""

    namnd: str
    ar: int

    def takes(self, key: PlanKey) -> bool:
        """Whether a plan is worked with on it."""
        own = is_central(key) if not self.namnd else (key.namnd.casefold() == self.namnd.casefold())
        return own and key.ar == self.ar

    def open_to(self, who: Account) -> bool:
        """Whether somebody may send in what is worked with on it."""
        kind = Kind.VERKSAMHETSPLAN if self.namnd else Kind.MRP
        return may(who, Action.UPLOAD, PlanKey(kind, self.namnd, self.ar))

    @property
    def shown(self) -> str:
        """How the page is called in a sentence."""
        return f"{self.namnd or 'kommunens egna planer'} {self.ar}"


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The page of a meeting, where its own workbook is sent in."""

    meeting: PlanKey

    def takes(self, key: PlanKey) -> bool:
        """Whether it is the meeting's workbook."""
        return replace(key, namnd=key.namnd.casefold()) == replace(self.meeting, namnd=self.meeting.namnd.casefold())

    @property
    def shown(self) -> str:
        """How the page is called in a sentence."""
        return name_of(self.meeting)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of an upload: its receipt, and the id of the submission it became or is already, else of the refused
    attempt kept."""

    receipt: Receipt
    submission: str = ""
    attempt: str = ""
    already: bool = False


def upload(
    house: House, who: Account, page: Page | MeetingPage | None, reading: Reading, blob: bytes, filename: str, *,
    proposal: str, reason: str,
) -> Uploaded:  # fmt: skip
    """Take in an upload that has been read, or keep it as refused, with why. Without a page it may be for any plan."""
    filename = plain_file_name(filename)
    if stops := _stops(who, page, reading, proposal):
        return _refused(house, who, filename, Receipt((*stops, *reading.findings), reading=reading))
    receipt = take_in(house, reading, blob, filename, by=who.name, proposal=proposal, reason=reason)
    if receipt.stored:
        return Uploaded(receipt, submission=receipt.submission, already=receipt.already)
    return _refused(house, who, filename, receipt)


def own_attempt(house: House, who: Account, id: str) -> Attempt | None:
    """A refused upload, for who sent it or may see the plan it was for; None for others, or when it is forgotten."""
    found = attempt(house.store, id)
    if found is None:
        return None
    shown = found.account == who.id or (found.key is not None and may(who, Action.SEE_DRAFT, found.key))
    return found if shown else None


def _stops(who: Account, page: Page | MeetingPage | None, reading: Reading, proposal: str) -> tuple[Finding, ...]:
    """Why the workbook is not taken in, whatever it holds."""
    if reading.identity is None:
        return ()
    given = reading.identity
    key = PlanKey(given.kind, given.namnd, given.ar, proposal or given.proposal, given.period)
    if not may(who, Action.UPLOAD, key):
        return (replace(answer("inte-din-plan", plan=name_of(key)), refuses=True),)
    if page is not None and not page.takes(key):
        return (replace(answer("fel-sida", plan=name_of(key), ratt=page.shown), refuses=True),)
    return ()


def _refused(house: House, who: Account, filename: str, receipt: Receipt) -> Uploaded:
    now, reading = house.now(), receipt.reading
    key = receipt.key
    sheets = of_reading(key.kind, key.ar, reading) if key is not None and reading is not None else ()
    made = Attempt(
        id=house.secret()[:16], key=key, at=now, by=who.name, filename=filename, findings=receipt.findings,
        tables=as_plain(sheets), account=who.id,
    )  # fmt: skip
    with house.store.transaction():
        forget_attempts(house.store, now - KEPT)
        add_attempt(house.store, made, marked_up(receipt))
    return Uploaded(receipt, attempt=made.id)
