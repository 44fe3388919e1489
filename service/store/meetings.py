"""Meetings: the files added to them, the §§ given (once for each nämnd and year), and what has been sent out."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from .database import Store


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A file added to a meeting, as it came: for which ärende (by label; empty where the workbook names the file).
    A `removed` one is kept, but no part of the meeting any more."""

    meeting: str
    name: str
    arende: str
    title: str
    secret: bool
    sha256: str
    by: str
    at: datetime
    data: bytes = field(repr=False)
    removed: bool = False


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of a meeting without its bytes, of which there are `size`."""

    name: str
    arende: str
    title: str
    secret: bool
    sha256: str
    by: str
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What a file will become in a package: its kind in words (`PDF`, `bild`), its pages (0: none, for the reason that
    `refusal` gives, or not known yet), and remarks about it."""

    kind: str
    pages: int = 0
    refusal: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenParagraph:
    """A § that has been given: to which row of which meeting, held when."""

    meeting: str
    record_id: str
    paragraf: int
    datum: date


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A paper as it was sent out: its lasting key, where it stood, its title, and what its content is known by."""

    key: str
    number: str
    title: str
    content: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A package sent out: which in order, when, by whom, its papers, and the submission of the agenda that it shows
    (empty for one sent before that was noted)."""

    meeting: str
    number: int
    at: datetime
    by: str
    papers: tuple[SentPaper, ...]
    submission: str = ""


def add_meeting_file(store: Store, file: MeetingFile) -> None:
    """Keep a file; one of the same name in the meeting takes the place of the one before, which is kept too."""
    row = {name: getattr(file, name) for name in ("meeting", "name", "arende", "title", "sha256", "by", "data")}
    with store.transaction():
        flags = {"secret": int(file.secret), "removed": int(file.removed)}
        store.db.table("meeting_file").insert({**row, **flags, "at": file.at.isoformat()})


def meeting_files(store: Store, meeting: str) -> tuple[MeetingFile, ...]:
    """The files of a meeting with their bytes: those that `listed_files` gives."""
    return tuple(
        MeetingFile(
            meeting=meeting, name=file.name, arende=file.arende, title=file.title, secret=file.secret,
            sha256=file.sha256, by=file.by, at=file.at, data=file_content(store, meeting, file.sha256),
        )
        for file in listed_files(store, meeting)
    )  # fmt: skip


def listed_files(store: Store, meeting: str) -> tuple[ListedFile, ...]:
    """The files of a meeting, the newest of each name, in the order in which their names first came."""
    newest = {row["name"].casefold(): row for row in _file_rows(store, meeting)}
    return tuple(_listed(row) for row in newest.values() if not row["removed"])


def files_as_sent(
    store: Store, meeting: str, sent: Collection[tuple[str, str]], until: datetime
) -> tuple[ListedFile, ...]:
    """The files of a meeting whose casefolded name and sha256 were `sent`, as they were described then, in the order of
    `listed_files`: whatever has come in their place, or been taken out, since."""
    rows = _file_rows(store, meeting)
    held = [row for row in rows if not row["removed"] and (row["name"].casefold(), row["sha256"]) in sent]
    then = [row for row in held if datetime.fromisoformat(row["at"]) <= until]
    chosen = {row["name"].casefold(): row for row in (*held, *then)}
    order = dict.fromkeys(row["name"].casefold() for row in rows)
    return tuple(_listed(chosen[name]) for name in order if name in chosen)


def _file_rows(store: Store, meeting: str) -> list[dict[str, Any]]:
    """Every file that has come to a meeting or been taken out of it, oldest first."""
    return store.rows(
        "select name, arende, title, secret, sha256, by, at, removed, length(data) as size from meeting_file"
        " where meeting = ? order by id",
        meeting,
    )


def file_content(store: Store, meeting: str, sha256: str) -> bytes:
    """The bytes of a file of the meeting. Raises `LookupError`."""
    sql = "select data from meeting_file where meeting = ? and sha256 = ? and removed = 0 order by id desc limit 1"
    rows = store.rows(sql, meeting, sha256)
    if not rows:
        raise LookupError(f"no file {sha256} in {meeting}")
    return bytes(rows[0]["data"])


def _listed(row: dict[str, Any]) -> ListedFile:
    return ListedFile(
        row["name"], row["arende"], row["title"], bool(row["secret"]), row["sha256"], row["by"],
        datetime.fromisoformat(row["at"]), row["size"],
    )  # fmt: skip


def keep_outcome(store: Store, sha256: str, outcome: FileOutcome) -> None:
    """Remember what a file will become, by the hash of its bytes."""
    told = json.dumps(asdict(outcome), ensure_ascii=False)
    with store.transaction():
        store.db.table("meeting_file_outcome").insert({"sha256": sha256, "outcome": told}, replace=True)


def kept_outcome(store: Store, sha256: str) -> FileOutcome | None:
    """What is remembered of a file; None where nobody has looked through it."""
    rows = store.rows("select outcome from meeting_file_outcome where sha256 = ?", sha256)
    if not rows:
        return None
    told = json.loads(rows[0]["outcome"])
    return FileOutcome(**{**told, "remarks": tuple(told["remarks"])})


def give_paragraphs(store: Store, namnd: str, datum: date, meeting: str, given: Mapping[str, int]) -> None:
    """Fix §§ by row id, for ever. Raises `sqlite3.IntegrityError` when a § of the nämnd and year is taken."""
    with store.transaction():
        store.db.table("meeting_paragraph").insert_all(
            {"namnd": namnd, "ar": datum.year, "paragraf": number, "meeting": meeting, "record_id": id,
             "datum": datum.isoformat()}
            for id, number in given.items()
        )  # fmt: skip


def given_paragraphs(store: Store, namnd: str, ar: int) -> tuple[GivenParagraph, ...]:
    """Every § that a nämnd has given in a calendar year, by number."""
    rows = store.rows("select * from meeting_paragraph where namnd = ? and ar = ? order by paragraf", namnd, ar)
    return tuple(
        GivenParagraph(row["meeting"], row["record_id"], row["paragraf"], date.fromisoformat(row["datum"]))
        for row in rows
    )


def held_on(store: Store, meeting: str) -> date | None:
    """The day for which a meeting's §§ were given; None before it has been held."""
    rows = store.rows("select datum from meeting_paragraph where meeting = ? limit 1", meeting)
    return date.fromisoformat(rows[0]["datum"]) if rows else None


def add_dispatch(store: Store, dispatch: Dispatch) -> None:
    """Remember what was sent out."""
    papers = [[p.key, p.number, p.title, p.content, p.plan] for p in dispatch.papers]
    with store.transaction():
        store.db.table("meeting_dispatch").insert(
            {"meeting": dispatch.meeting, "number": dispatch.number, "at": dispatch.at.isoformat(),
             "by": dispatch.by, "papers": json.dumps(papers, ensure_ascii=False), "submission": dispatch.submission}
        )  # fmt: skip


def dispatches(store: Store, meeting: str) -> Sequence[Dispatch]:
    """What has been sent out to a meeting, oldest first."""
    rows = store.rows("select * from meeting_dispatch where meeting = ? order by number", meeting)
    return [
        Dispatch(
            row["meeting"],
            row["number"],
            datetime.fromisoformat(row["at"]),
            row["by"],
            tuple(SentPaper(*paper) for paper in json.loads(row["papers"])),
            row["submission"],
        )
        for row in rows
    ]
