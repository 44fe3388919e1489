"""Meetings: the files added to them, the §§ given (once for each nämnd and year), and what has been sent out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from .database import Store


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A file added to a meeting, as it came: for which ärende (by label; empty where the workbook names the file)."""

    meeting: str
    name: str
    arende: str
    title: str
    secret: bool
    sha256: str
    by: str
    at: datetime
    data: bytes = field(repr=False)


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
    """A package sent out: which in order, when, by whom, and its papers."""

    meeting: str
    number: int
    at: datetime
    by: str
    papers: tuple[SentPaper, ...]


def add_meeting_file(store: Store, file: MeetingFile) -> None:
    """Keep a file; one of the same name in the meeting takes the place of the one before, which is kept too."""
    row = {name: getattr(file, name) for name in ("meeting", "name", "arende", "title", "sha256", "by", "data")}
    with store.transaction():
        store.db.table("meeting_file").insert({**row, "secret": int(file.secret), "at": file.at.isoformat()})


def meeting_files(store: Store, meeting: str) -> tuple[MeetingFile, ...]:
    """The files of a meeting, the newest of each name, in the order in which their names first came."""
    rows = store.rows("select * from meeting_file where meeting = ? order by id", meeting)
    newest = {row["name"].casefold(): row for row in rows}
    return tuple(
        MeetingFile(
            meeting=row["meeting"], name=row["name"], arende=row["arende"], title=row["title"],
            secret=bool(row["secret"]), sha256=row["sha256"], by=row["by"], at=datetime.fromisoformat(row["at"]),
            data=bytes(row["data"]),
        )
        for row in newest.values()
    )  # fmt: skip


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


def held_as(store: Store, meeting: str) -> tuple[str, date] | None:
    """The nämnd and the day for which a meeting's §§ were given; None before it has been held."""
    rows = store.rows("select namnd, datum from meeting_paragraph where meeting = ? order by paragraf limit 1", meeting)
    return (rows[0]["namnd"], date.fromisoformat(rows[0]["datum"])) if rows else None


def add_dispatch(store: Store, dispatch: Dispatch) -> None:
    """Remember what was sent out."""
    papers = [[p.key, p.number, p.title, p.content, p.plan] for p in dispatch.papers]
    with store.transaction():
        store.db.table("meeting_dispatch").insert(
            {"meeting": dispatch.meeting, "number": dispatch.number, "at": dispatch.at.isoformat(),
             "by": dispatch.by, "papers": json.dumps(papers, ensure_ascii=False)}
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
        )
        for row in rows
    ]
