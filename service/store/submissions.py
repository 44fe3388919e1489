"""Submissions: every upload kept for ever, with what it was read as and where each value stood."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from schemas.kinds import Kind
from service.chain.values import Layout
from service.findings import Finding, Gate, Level, Place

from .database import Store

if TYPE_CHECKING:  # the schemas of all workbooks: loaded by those who read or write records
    from schemas.sheets import Record

Records = Mapping[str, "Sequence[Record]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An upload. `prefilled_from` says what its workbook had been filled from; `findings` are those of its reading
    (rules are judged anew at each gate)."""

    id: str
    kind: Kind
    namnd: str
    ar: int
    proposal: str
    at: datetime
    by: str
    filename: str
    sha256: str
    edition: str
    prefilled_from: str
    reason: str
    layout: Layout
    findings: tuple[Finding, ...] = ()
    period: str = ""


def add_submission(store: Store, submission: Submission, blob: bytes, records: Records) -> None:
    """Keep an upload: its file and all its records."""
    row = _row_of(submission) | {"blob": blob}
    with store.transaction():
        store.db.table("submission").insert(row)
        store.db.table("record").insert_all(_record_rows(submission, records))


def discard_submission(store: Store, id: str, at: datetime, by: str) -> None:
    """Note that a draft was discarded with the submission that it rested on; the submission itself is kept."""
    store.db.table("discarded").insert({"submission": id, "at": at.isoformat(), "by": by}, replace=True)


def is_discarded(store: Store, id: str) -> bool:
    """Whether a draft that rested on the submission was discarded."""
    return bool(store.rows("select 1 from discarded where submission = ?", id))


def submission(store: Store, id: str) -> Submission:
    """The submission with that id. Raises `LookupError`."""
    sql = f"select {_COLUMNS} from submission where id = ?"
    return store.once(f"submission {id}", lambda: _submission(_first(store.rows(sql, id), id)))


def has_submission(store: Store, id: str) -> bool:
    """Whether the submission was made here: a workbook may have been filled in from one of another house."""
    return bool(store.rows("select 1 from submission where id = ?", id))


def submission_of_file(
    store: Store, kind: Kind, namnd: str, ar: int, proposal: str, sha256: str, period: str = ""
) -> Submission | None:
    """The latest submission of the same file to the same plan, or None."""
    rows = store.rows(
        f"select {_COLUMNS} from submission where kind = ? and namnd = ? and ar = ? and proposal = ? and sha256 = ?"
        " and period = ? order by rowid desc limit 1",
        kind, namnd, ar, proposal, sha256, period,
    )  # fmt: skip
    return _submission(rows[0]) if rows else None


def submissions_to(
    store: Store, kind: Kind, namnd: str, ar: int, proposal: str = "", period: str = ""
) -> list[Submission]:
    """All submissions to a plan, oldest first."""
    rows = store.rows(
        f"select {_COLUMNS} from submission where kind = ? and namnd = ? and ar = ? and proposal = ? and period = ?"
        " order by rowid",
        kind, namnd, ar, proposal, period,
    )  # fmt: skip
    return [_submission(row) for row in rows]


def first_submission(store: Store, kind: Kind, namnd: str, ar: int, proposal: str = "") -> Submission | None:
    """The earliest submission to a plan, or None."""
    return next(iter(submissions_to(store, kind, namnd, ar, proposal)), None)


def latest_submission(store: Store, kind: Kind, ar: int | None = None) -> Submission | None:
    """The latest submission of a kind that belongs to no nämnd; for a year, or for the latest year."""
    rows = store.rows(
        f"select {_COLUMNS} from submission where kind = ? and (? is null or ar <= ?)"
        " order by ar desc, rowid desc limit 1",
        kind, ar, ar,
    )  # fmt: skip
    return _submission(rows[0]) if rows else None


def file_of(store: Store, id: str) -> bytes:
    """The file of a submission as it came. Raises `LookupError`."""
    blob: bytes = _first(store.rows("select blob from submission where id = ?", id), id)["blob"]
    return blob


def records_of(store: Store, submission: Submission) -> "dict[str, list[Record]]":
    """What a submission was read as, by sheet key, in the workbook's order."""
    records = store.once(f"records {submission.id}", lambda: _read_records(store, submission))
    return {key: list(rows) for key, rows in records.items()}


def _read_records(store: Store, submission: Submission) -> "dict[str, list[Record]]":
    from schemas.sheets import restored
    from schemas.workbooks import workbook_schema

    workbook = workbook_schema(submission.kind)
    known = {sheet.key for sheet in workbook.sheets}
    records: dict[str, list[Record]] = {}
    for row in store.rows("select * from record where submission = ? order by sheet, place", submission.id):
        if row["sheet"] in known:
            schema = workbook.sheet(row["sheet"])
            values = json.loads(row["data"])
            records.setdefault(schema.key, []).append(restored(schema, row["row"], row["record_id"], values))
    return records


_COLUMNS = (
    "id, kind, namnd, ar, proposal, at, by, filename, sha256, edition, prefilled_from, reason, layout, findings, period"
)


def _record_rows(submission: Submission, records: Records) -> list[dict[str, Any]]:
    from schemas.sheets import stored
    from schemas.workbooks import workbook_schema

    workbook = workbook_schema(submission.kind)
    return [
        {
            "submission": submission.id, "sheet": key, "row": record.row, "place": place, "record_id": record.id,
            "data": json.dumps(stored(workbook.sheet(key), record), ensure_ascii=False),
        }
        for key, rows in records.items()
        for place, record in enumerate(rows)
    ]  # fmt: skip


def _row_of(submission: Submission) -> dict[str, Any]:
    layout = {"cells": _plain(submission.layout.cells), "titles": dict(submission.layout.titles)}
    return {
        "id": submission.id, "kind": submission.kind.value, "namnd": submission.namnd, "ar": submission.ar,
        "proposal": submission.proposal, "at": submission.at.isoformat(), "by": submission.by,
        "filename": submission.filename, "sha256": submission.sha256, "edition": submission.edition,
        "prefilled_from": submission.prefilled_from, "reason": submission.reason,
        "period": submission.period,
        "layout": json.dumps(layout, ensure_ascii=False),
        "findings": json.dumps([asdict(finding) for finding in submission.findings], ensure_ascii=False),
    }  # fmt: skip


def _submission(row: dict[str, Any]) -> Submission:
    layout = json.loads(row["layout"])
    return Submission(**{
        **row, "kind": Kind(row["kind"]), "at": datetime.fromisoformat(row["at"]),
        "layout": Layout(layout["cells"], layout["titles"]),
        "findings": tuple(finding_in(values) for values in json.loads(row["findings"])),
    })  # fmt: skip


def finding_in(values: dict[str, Any]) -> Finding:
    """A finding as it was kept."""
    place = Place(**values["place"]) if values["place"] else None
    enums = {"level": Level(values["level"]), "gate": Gate(values["gate"]), "rules": tuple(values["rules"])}
    return Finding(**{**values, **enums, "place": place})


def _plain(cells: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {sheet: dict(fields) for sheet, fields in cells.items()}


def _first(rows: list[dict[str, Any]], id: str) -> dict[str, Any]:
    if not rows:
        raise LookupError(f"no submission {id}")
    return rows[0]
