"""Plans: their versions, each with its submission, its state and its decision. An adopted version is frozen."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from schemas.kinds import Kind
from service.chain.values import Decision, State

from .database import Store


@dataclass(frozen=True, slots=True)
class PlanKey:
    """Which plan: kind, nämnd (empty for the MRP), year, proposal (empty for the main line) and, for a follow-up, the
    period (`T1`, `T2`, `AR`)."""

    kind: Kind
    namnd: str
    ar: int
    proposal: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """A plan that another one stands on, as it was then: its version's number, its submission and its state."""

    kind: Kind
    version: int
    submission: str
    state: State


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan as it stands in the store.

    `ground` is what it stood on when it was handed in (the settings, and for a nämnd's plan the MRP), so that its
    papers stay as they were decided whatever is changed later; a draft has none.
    """

    key: PlanKey
    version: int
    submission: str
    state: State
    reason: str = ""
    decision: Decision | None = None
    ground: tuple[Basis, ...] = ()


class Frozen(Exception):
    """An adopted version cannot be changed."""


def versions(store: Store, key: PlanKey) -> list[Version]:
    """All versions of a plan, oldest first."""
    rows = store.rows(
        "select * from [plan] where kind = ? and namnd = ? and ar = ? and proposal = ? and period = ? order by version",
        key.kind, key.namnd, key.ar, key.proposal, key.period,
    )  # fmt: skip
    return [_version(row) for row in rows]


def latest_version(store: Store, key: PlanKey) -> Version | None:
    """The newest version of a plan, or None."""
    return next(reversed(versions(store, key)), None)


def adopted_version(store: Store, kind: Kind, namnd: str, ar: int, period: str = "") -> Version | None:
    """The version in force, whichever proposal it came from, or None."""
    rows = store.rows(
        "select * from [plan] where kind = ? and namnd = ? and ar = ? and period = ? and state = ?",
        kind, namnd, ar, period, State.ANTAGEN,
    )  # fmt: skip
    return _version(rows[0]) if rows else None


def adopted_versions(store: Store, key: PlanKey) -> list[Version]:
    """Every version that was ever adopted for the kind, nämnd, year and period, whichever proposal it came from."""
    rows = store.rows(
        "select * from [plan] where kind = ? and namnd = ? and ar = ? and period = ? and state in (?, ?)"
        " order by version",
        key.kind, key.namnd, key.ar, key.period, State.ANTAGEN, State.UPPHAVD,
    )  # fmt: skip
    return [_version(row) for row in rows]


def versions_of_kind(store: Store, kind: Kind, ar: int) -> list[Version]:
    """All versions of a year's plans of the kind, of every nämnd and proposal."""
    rows = store.rows(
        "select * from [plan] where kind = ? and ar = ? order by namnd, period, proposal, version", kind, ar
    )
    return [_version(row) for row in rows]


def version_of(store: Store, submission: str) -> Version | None:
    """The version that stands for a submission; None for one that a later upload to the same draft has replaced."""
    rows = store.rows("select * from [plan] where submission = ? order by version desc limit 1", submission)
    return _version(rows[0]) if rows else None


def plans_of_year(store: Store, ar: int) -> list[Version]:
    """The newest version of every plan and proposal of a year."""
    rows = store.rows("select * from [plan] where ar = ? order by kind, namnd, period, proposal, version", ar)
    return [_version(row) for row in {key_in(row): row for row in rows}.values()]


def proposals_of_year(store: Store, ar: int) -> list[str]:
    """The names of a year's proposals, the main line's empty one among them."""
    return [row["proposal"] for row in store.rows("select distinct proposal from [plan] where ar = ?", ar)]


def years(store: Store, kind: Kind) -> list[int]:
    """The years for which there is a plan of the kind, oldest first."""
    return [row["ar"] for row in store.rows("select distinct ar from [plan] where kind = ? order by ar", kind)]


def save_version(store: Store, version: Version) -> None:
    """Write a version. Raises `Frozen` when it would change what an adopted version stands for."""
    with store.transaction():
        before = next((v for v in versions(store, version.key) if v.version == version.version), None)
        adopted = before is not None and before.state in (State.ANTAGEN, State.UPPHAVD)
        if before is not None and adopted and version != replace(before, state=State.UPPHAVD):
            raise Frozen(f"{version.key} version {version.version}")
        store.db.table("plan").upsert(_row(version))


def remove_draft(store: Store, version: Version) -> None:
    """Take a draft away. Raises `Frozen` for what is handed in or adopted."""
    if version.state is not State.UTKAST:
        raise Frozen(f"{version.key} version {version.version}")
    key = version.key
    with store.transaction():
        store.db.table("plan").delete((key.kind.value, key.namnd, key.ar, key.period, key.proposal, version.version))


def renumber_version(store: Store, version: Version, number: int) -> Version:
    """The version under another number: a draft that others were adopted before. Raises `Frozen` for an adopted one."""
    if version.state in (State.ANTAGEN, State.UPPHAVD):
        raise Frozen(f"{version.key} version {version.version}")
    key, moved = version.key, replace(version, version=number)
    with store.transaction():
        store.db.table("plan").delete((key.kind.value, key.namnd, key.ar, key.period, key.proposal, version.version))
        save_version(store, moved)
    return moved


def _row(version: Version) -> dict[str, Any]:
    decision = version.decision
    return {
        "kind": version.key.kind.value, "namnd": version.key.namnd, "ar": version.key.ar,
        "proposal": version.key.proposal, "period": version.key.period,
        "version": version.version, "submission": version.submission, "state": version.state.value,
        "reason": version.reason, "organ": decision.organ if decision else None,
        "datum": decision.datum.isoformat() if decision else None,
        "paragraf": decision.paragraf if decision else None, "dnr": decision.dnr if decision else None,
        "ground": json.dumps([asdict(basis) for basis in version.ground]),
    }  # fmt: skip


def _version(row: dict[str, Any]) -> Version:
    decision = None
    if row["organ"]:
        decision = Decision(row["organ"], date.fromisoformat(row["datum"]), row["paragraf"], row["dnr"])
    key = key_in(row)
    stood_on = json.loads(row["ground"] or "[]")
    ground = tuple(_basis(**basis) for basis in stood_on)
    return Version(key, row["version"], row["submission"], State(row["state"]), row["reason"] or "", decision, ground)


def key_in(row: dict[str, Any]) -> PlanKey:
    """The plan that a row of any table is about."""
    return PlanKey(Kind(row["kind"]), row["namnd"], row["ar"], row["proposal"], row["period"])


def _basis(kind: str, version: int, submission: str, state: str) -> Basis:
    return Basis(Kind(kind), version, submission, State(state))
