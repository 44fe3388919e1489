"""Take in a filled workbook: all of it or nothing.

Three gates, each with all its faults at once: the file, its sheets and columns, its cells together with the rules.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.values import State
from service.findings import Finding, Level, has_fel, refuses
from service.rules import Stage
from service.store import (
    PlanKey,
    Submission,
    Version,
    add_entry,
    add_submission,
    adopted_version,
    adopted_versions,
    held_on,
    latest_version,
    plans_of_year,
    records_of,
    save_version,
    submission,
    submission_of_file,
)  # fmt: skip
from service.workbooks import EDITION, Content, Identity, Reading, annotate, read

from ..answers import Refused, answer, first_capital
from ..filenames import plain_file_name
from ..house import House
from ..loading.judging import judged
from ..loading.plans import known_key, name_of
from ..meetings.loading import meeting_id
from ..workbooks.handing_out import prepared
from .checking import Checked, check
from .unchanged import CODE as UNCHANGED
from .unchanged import says_the_same

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of an upload.

    `state` is None when nothing was stored; then the findings say why. `already` is true when the same file had been
    read before and nothing was done. `reading`, `identity` and `content` serve to write the marked-up workbook.
    """

    findings: tuple[Finding, ...]
    key: PlanKey | None = None
    state: State | None = None
    version: int = 0
    submission: str = ""
    already: bool = False
    reading: Reading | None = None
    identity: Identity | None = None
    content: Content | None = None

    @property
    def stored(self) -> bool:
        """Whether the workbook is now the plan's latest submission."""
        return self.state is not None

    @property
    def ready(self) -> bool:
        """Whether the plan could be handed in now, warnings acknowledged."""
        return self.stored and not has_fel(self.findings)


def submit(house: House, blob: bytes, filename: str, *, by: str, proposal: str = "", reason: str = "") -> Receipt:
    """Read, check and keep a workbook. What cannot be read refuses it; what breaks a rule is kept as utkast."""
    return take_in(house, read(blob, filename), blob, filename, by=by, proposal=proposal, reason=reason)


def take_in(
    house: House, reading: Reading, blob: bytes, filename: str, *, by: str, proposal: str = "", reason: str = ""
) -> Receipt:
    """Check and keep a workbook that has been read already."""
    filename = plain_file_name(filename)
    if refuses(reading.findings) or reading.identity is None:
        return Receipt(reading.findings, reading=reading)
    given = reading.identity
    key = PlanKey(given.kind, given.namnd, given.ar, proposal or given.proposal, given.period)
    try:
        key = known_key(house, key)
        standing = _standing(house, key)
        identity = replace(given, namnd=key.namnd, proposal=key.proposal)
        _, content = prepared(house, key.kind, key.ar, key.namnd, key.proposal, key.period)
        before = _before(house, key)
    except Refused as no:
        return Receipt((*no.findings, *reading.findings), key, reading=reading)
    sha256 = hashlib.sha256(blob).hexdigest()
    if already := _already(house, key, sha256):
        return already
    known = _records(house, before or _beside(house, key))
    adopted = _records(house, adopted_version(house.store, key.kind, key.namnd, key.ar, key.period))
    checked = check(house, key, reading, content, known, sha256, {} if key.proposal else adopted)
    made = _Upload(key, identity, reading, checked.content, checked, (*reading.findings, *checked.findings))
    sent = _Sent(blob, filename, by, reason, sha256)
    same = before is not None and not refuses(made.findings) and says_the_same(house, before, checked.records)
    if not same and not reason.strip() and _revises(house, key, before):
        without = answer("revidering-utan-skal", plan=first_capital(name_of(key)))
        return Receipt((without, *reading.findings), key, reading=reading)
    if refuses(made.findings):
        return _refusal(house, made)
    with house.store.transaction():
        if already := _already(house, key, sha256):
            return already
        if _standing(house, key) != standing:
            stop = replace(answer("andrad-vid-inlasning", plan=first_capital(name_of(key))), refuses=True)
            return Receipt((stop, *reading.findings), key, reading=reading)
        return _keep_unchanged(house, made, before, sent) if before and same else _keep(house, made, before, sent)


def marked_up(receipt: Receipt) -> bytes | None:
    """The official workbook with the person's own values and every fault marked in its cell.

    None when the file could not be read far enough for that.
    """
    if receipt.reading is None or receipt.identity is None or receipt.content is None:
        return None
    return annotate(receipt.identity, receipt.content, receipt.reading, receipt.findings)


@dataclass(frozen=True, slots=True)
class _Upload:
    key: PlanKey
    identity: Identity
    reading: Reading
    content: Content
    checked: Checked
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Sent:
    """The file as it came: its bytes and their hash, its name, who sent it, and the reason for a revision."""

    blob: bytes
    filename: str
    by: str
    reason: str
    sha256: str


def _standing(house: House, key: PlanKey) -> tuple[object, ...]:
    """How the plan stands: what an upload is checked against, and must still meet when it is kept."""
    held = held_on(house.store, meeting_id(key)) if key.kind is Kind.MOTE else None
    return latest_version(house.store, key), adopted_version(house.store, key.kind, key.namnd, key.ar, key.period), held


def _before(house: House, key: PlanKey) -> Version | None:
    """The version that the upload follows: the newest or, of a main line without one, the version in force."""
    before = latest_version(house.store, key)
    if before is not None or key.proposal or key.kind is Kind.INSTALLNINGAR:
        return before
    return adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)


def _revises(house: House, key: PlanKey, before: Version | None) -> bool:
    """Whether the upload revises what is adopted, which takes a reason; settings are changed without one."""
    return key.kind is not Kind.INSTALLNINGAR and before is not None and before.state in (State.ANTAGEN, State.UPPHAVD)


def _already(house: House, key: PlanKey, sha256: str) -> Receipt | None:
    """The receipt for a file that is the plan's latest submission already."""
    known = submission_of_file(house.store, key.kind, key.namnd, key.ar, key.proposal, sha256, key.period)
    version = latest_version(house.store, key)
    if known is None or version is None or version.submission != known.id:
        return None
    finding = answer("redan-inlast", Level.UPPLYSNING, nar=known.at.strftime("%Y-%m-%d %H:%M"), av=known.by)
    findings = (finding, *judged(house, version, Stage.SUBMIT))
    return Receipt(findings, key, version.state, version.version, known.id, already=True)


def _beside(house: House, key: PlanKey) -> Version | None:
    """What lives beside a first proposal: the plan in force, the main line, or another proposal. A row that says the
    same there is the same row, so that proposals can be compared and numbers agree whichever is adopted."""
    others = [v for v in plans_of_year(house.store, key.ar) if replace(v.key, proposal="") == replace(key, proposal="")]
    in_order = sorted(others, key=lambda v: (v.state is not State.ANTAGEN, bool(v.key.proposal)))
    return in_order[0] if in_order else None


def _records(house: House, version: Version | None) -> Records:
    return records_of(house.store, submission(house.store, version.submission)) if version else {}


def _refusal(house: House, made: _Upload) -> Receipt:
    """What to say of a workbook that cannot be read: the unreadable cells, and what the rules say of the rest."""
    blocked = {finding.place for finding in made.findings if finding.refuses and finding.place}
    rest = tuple(finding for finding in made.checked.rule_findings(blocked) if finding.place not in blocked)
    return Receipt(
        (*made.findings, *rest), made.key, reading=made.reading, identity=made.identity, content=made.content
    )


def _keep(house: House, made: _Upload, before: Version | None, sent: _Sent) -> Receipt:
    """To be called in the transaction that has seen that the plan stands as it was checked against."""
    kept = _submission(house, made, sent, made.findings)
    version = _next_version(house, made.key, before, kept.id, sent.reason)
    add_submission(house.store, kept, sent.blob, made.checked.records)
    save_version(house.store, version)
    details = {"fil": sent.filename, "inlämning": kept.id, "skäl": sent.reason}
    add_entry(house.store, kept.at, sent.by, "submit", name_of(made.key), details)
    findings = judged(house, version, Stage.SUBMIT)
    if made.key.kind is Kind.INSTALLNINGAR and not has_fel(findings):
        version = take_effect(house, version)
    return Receipt(
        tuple(findings), made.key, version.state, version.version, kept.id,
        reading=made.reading, identity=made.identity, content=made.content,
    )  # fmt: skip


def _keep_unchanged(house: House, made: _Upload, before: Version, sent: _Sent) -> Receipt:
    """Keep an upload that says what the plan already says; the plan stays as it is."""
    finding = answer(UNCHANGED, Level.UPPLYSNING, plan=first_capital(name_of(made.key)), version=str(before.version))
    kept = _submission(house, made, sent, (finding, *made.findings))
    add_submission(house.store, kept, sent.blob, made.checked.records)
    details = {"fil": sent.filename, "inlämning": kept.id, "ändrar": False}
    add_entry(house.store, kept.at, sent.by, "submit", name_of(made.key), details)
    return Receipt(
        kept.findings, before.key, before.state, before.version, before.submission, already=True,
        reading=made.reading, identity=made.identity, content=made.content,
    )  # fmt: skip


def _submission(house: House, made: _Upload, sent: _Sent, findings: tuple[Finding, ...]) -> Submission:
    return Submission(
        id=_submission_id(house, made.key, sent.sha256), kind=made.key.kind, namnd=made.key.namnd, ar=made.key.ar,
        proposal=made.key.proposal, at=house.now(), by=sent.by, filename=sent.filename, sha256=sent.sha256,
        edition=EDITION, prefilled_from=made.identity.prefilled_from, reason=sent.reason, layout=made.reading.layout,
        findings=findings, period=made.key.period,
    )  # fmt: skip


def take_effect(house: House, version: Version) -> Version:
    """Settings without a fel are in force at once, in place of those before."""
    in_force = replace(version, state=State.ANTAGEN)
    with house.store.transaction():
        adopted = adopted_version(house.store, version.key.kind, "", version.key.ar)
        if adopted is not None and adopted.version != version.version:
            save_version(house.store, replace(adopted, state=State.UPPHAVD))
        save_version(house.store, in_force)
    return in_force


def _next_version(house: House, key: PlanKey, before: Version | None, submission_id: str, reason: str) -> Version:
    """The version an upload belongs to: the draft it replaces, or a new one after what has been adopted."""
    if before is not None and before.key == key and before.state in (State.UTKAST, State.INLAMNAD):
        return replace(before, submission=submission_id, state=State.UTKAST, reason=reason or before.reason, ground=())
    number = len(adopted_versions(house.store, key)) + 1
    return Version(key, number, submission_id, State.UTKAST, reason)


def _submission_id(house: House, key: PlanKey, sha256: str) -> str:
    """A short id; the same file sent in again later gets one of its own."""
    stem = hashlib.sha256(f"{key}{sha256}".encode()).hexdigest()[:10]
    count = house.store.rows("select count(*) as n from submission where id like ?", f"{stem}%")[0]["n"]
    return f"{stem}-{count + 1}" if count else stem
