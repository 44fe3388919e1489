"""Packages of meetings that were asked for: how each stands, its files, and what it holds; and extracts sent out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from service.findings import Finding

from .database import Store
from .meetings import SentPaper
from .submissions import finding_in


class PackageState(StrEnum):
    """How a package stands. One whose maker was killed stays RUNNING until it is taken up again; REPLACED was made and
    not sent out before a newer one was made, and the files of a REMOVED one are gone since."""

    WAITING = "väntar"
    RUNNING = "pågår"
    DONE = "klar"
    FAILED = "misslyckad"
    STOPPED = "avbruten"
    REPLACED = "ersatt"
    REMOVED = "borttagen"


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A finished file of a package; `size` is in bytes, `secret` says that it holds what is secret."""

    name: str
    size: int
    sha256: str
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOrder:
    """A package of a meeting, from when it was asked for.

    `megabytes` 0 is one PDF of whatever size. Once made, `submission` and `version` say which version of the meeting
    it shows, `findings` what there is to say of it, `changes` (a line each) what differed from the dispatch before,
    and `papers` what it holds. `dispatch` is the number under which it was sent out (0: it was not).
    """

    id: str
    meeting: str
    at: datetime
    by: str
    megabytes: float = 0
    pdf: bool = True
    state: PackageState = PackageState.WAITING
    step: str = ""
    tries: int = 0
    ended: datetime | None = None
    submission: str = ""
    version: int = 0
    findings: tuple[Finding, ...] = ()
    changes: tuple[str, ...] = ()
    papers: tuple[SentPaper, ...] = ()
    files: tuple[PackageFile, ...] = ()
    dispatch: int = 0

    @property
    def is_live(self) -> bool:
        """Whether more will become of it without anybody doing anything."""
        return self.state in (PackageState.WAITING, PackageState.RUNNING)

    @property
    def has_files(self) -> bool:
        """Whether it has been made, and its files are there."""
        return self.state in (PackageState.DONE, PackageState.REPLACED)


def add_package(store: Store, order: PackageOrder) -> None:
    """Keep a package that was asked for."""
    with store.transaction():
        store.db.table("meeting_package").insert(_row(order))


def set_package(store: Store, id: str, **changed: Any) -> None:
    """Say how a package stands: fields of `PackageOrder` by name, but its files."""
    found = package_order(store, id)
    if found is None:
        raise LookupError(f"no package {id}")
    row = _row(replace(found, **changed))
    with store.transaction():
        store.db.table("meeting_package").update(id, {name: row[name] for name in changed})


def add_package_files(store: Store, id: str, files: Iterable[PackageFile]) -> None:
    """The finished files of a package, in place of those it had."""
    with store.transaction():
        store.db.execute("delete from meeting_package_file where package = ?", [id])
        store.db.table("meeting_package_file").insert_all(
            {"package": id, "place": place, **asdict(file), "secret": int(file.secret)}
            for place, file in enumerate(files)
        )


def package_order(store: Store, id: str) -> PackageOrder | None:
    """The package with that id, or None."""
    return next((_order(store, row) for row in store.rows("select * from meeting_package where id = ?", id)), None)


def package_orders(store: Store, meeting: str) -> tuple[PackageOrder, ...]:
    """The packages of a meeting, newest first."""
    rows = store.rows("select * from meeting_package where meeting = ? order by rowid desc", meeting)
    return tuple(_order(store, row) for row in rows)


def replaced_packages(store: Store) -> tuple[PackageOrder, ...]:
    """The packages of all meetings that a newer one took the place of, their files removed or not."""
    states = [state.value for state in (PackageState.REPLACED, PackageState.REMOVED)]
    rows = store.rows("select * from meeting_package where state in (?, ?) and dispatch = 0 order by rowid", *states)
    return tuple(_order(store, row) for row in rows)


def live_packages(store: Store) -> tuple[PackageOrder, ...]:
    """The packages that are to be made, the first asked for first."""
    states = [state.value for state in (PackageState.WAITING, PackageState.RUNNING)]
    rows = store.rows("select * from meeting_package where state in (?, ?) order by rowid", *states)
    return tuple(_order(store, row) for row in rows)


@dataclass(frozen=True, slots=True)
class SentExtract:
    """An extract of the minutes that was sent: which §, to whom, when and by whom."""

    paragraf: int
    receiver: str
    at: datetime
    by: str


def send_extracts(store: Store, meeting: str, sent: Iterable[SentExtract]) -> None:
    """Remember extracts as sent; those that were already stay as they are."""
    with store.transaction():
        for one in sent:
            store.db.execute(
                "insert or ignore into meeting_extract (meeting, paragraf, receiver, at, by) values (?, ?, ?, ?, ?)",
                [meeting, one.paragraf, one.receiver, one.at.isoformat(), one.by],
            )


def sent_extracts(store: Store, meeting: str) -> Sequence[SentExtract]:
    """The extracts of a meeting that have been sent, by § and receiver."""
    rows = store.rows("select * from meeting_extract where meeting = ? order by paragraf, receiver", meeting)
    return [SentExtract(row["paragraf"], row["receiver"], datetime.fromisoformat(row["at"]), row["by"]) for row in rows]


def _row(order: PackageOrder) -> dict[str, Any]:
    return {
        "id": order.id, "meeting": order.meeting, "at": order.at.isoformat(), "by": order.by,
        "megabytes": order.megabytes, "pdf": int(order.pdf), "state": order.state.value, "step": order.step,
        "tries": order.tries, "ended": order.ended.isoformat() if order.ended else None,
        "submission": order.submission, "version": order.version, "dispatch": order.dispatch,
        "findings": _json([asdict(finding) for finding in order.findings]),
        "changes": _json(order.changes), "papers": _json([asdict(paper) for paper in order.papers]),
    }  # fmt: skip


def _order(store: Store, row: Mapping[str, Any]) -> PackageOrder:
    files = store.rows("select * from meeting_package_file where package = ? order by place", row["id"])
    plain: dict[str, Any] = {
        name: row[name] for name in ("id", "meeting", "by", "megabytes", "step", "tries", "submission", "version",
                                     "dispatch")
    }  # fmt: skip
    return PackageOrder(
        **plain, at=datetime.fromisoformat(row["at"]), pdf=bool(row["pdf"]), state=PackageState(row["state"]),
        ended=datetime.fromisoformat(row["ended"]) if row["ended"] else None,
        findings=tuple(finding_in(values) for values in json.loads(row["findings"])),
        changes=tuple(json.loads(row["changes"])),
        papers=tuple(SentPaper(**paper) for paper in json.loads(row["papers"])),
        files=tuple(PackageFile(f["name"], f["size"], f["sha256"], bool(f["secret"])) for f in files),
    )  # fmt: skip


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
