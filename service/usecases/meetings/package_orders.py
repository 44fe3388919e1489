"""Packages of meetings that the service makes and keeps: asked for, looked at, stopped, taken home, sent out."""

from dataclasses import replace
from pathlib import Path

from service.findings import Level, has_fel
from service.rules import Stage
from service.store import (
    Account,
    PackageOrder,
    PackageState,
    Version,
    add_entry,
    add_package,
    live_packages,
    package_order,
    package_orders,
    set_package,
)

from ..accounts.access import Action, may, may_see_meeting
from ..answers import Refused, answer, refused
from ..house import House
from ..loading.judging import judged
from ..loading.plans import name_of
from . import answers as meeting_answers  # noqa: F401  its sentences
from .loading import meeting_id
from .package import SECRET_MARK
from .package_keeping import folder_of
from .papers import open_meeting
from .secrecy import exposes

MOST_MEGABYTES = 2_000
SUMMONS = "-kallelse."  # what stands in the names of its files


def order_package(house: House, who: Account, version: Version, *, megabytes: float = 0, pdf: bool = True) -> str:
    """Put a package in line; gives its id. One that is asked for just so and not yet made is the same.

    Raises `Refused` when the agenda has faults or no day, as the making would.
    """
    open_meeting(house, version)
    if not 0 <= megabytes <= MOST_MEGABYTES:
        raise refused("paketets-storlek", mest=str(MOST_MEGABYTES))
    findings = judged(house, version, Stage.MEETING)
    if has_fel(findings):
        raise Refused(*(finding for finding in findings if finding.level is Level.FEL))
    meeting = meeting_id(version.key)
    order = PackageOrder(
        id=house.secret()[:16], meeting=meeting, at=house.now(), by=who.name, megabytes=megabytes, pdf=pdf
    )  # fmt: skip
    with house.store.transaction():
        for one in live_packages(house.store):
            same = (one.meeting, one.megabytes, one.pdf) == (meeting, megabytes, pdf)
            if same and one.submission in ("", version.submission):
                return one.id
        add_package(house.store, order)
        add_entry(house.store, order.at, who.name, "meeting-package-order", name_of(version.key), {"id": order.id})
    return order.id


def stop_package(house: House, who: Account, version: Version, id: str) -> None:
    """Stop a package that is not yet made. Raises `LookupError` where there is none."""
    with house.store.transaction():
        if _of_meeting(house, version, id).is_live:
            set_package(house.store, id, state=PackageState.STOPPED, ended=house.now())
            add_entry(house.store, house.now(), who.name, "meeting-package-stop", name_of(version.key), {"id": id})


def packages_seen(house: House, who: Account, version: Version) -> tuple[PackageOrder, ...]:
    """The packages of a meeting as somebody may see them, newest first.

    Who does not prepare the meeting sees those that were sent out; who may not see what is secret, no file that holds
    it and no word about it. Of one that holds what has become secret since, they see the summons alone.
    """
    return tuple(
        seen
        for one in package_orders(house.store, meeting_id(version.key))
        if (seen := _shown(house, one, who, version))
    )


def package_seen(house: House, who: Account, version: Version, id: str) -> PackageOrder:
    """A package of a meeting as somebody may see it. Raises `LookupError` where there is none for them."""
    seen = _shown(house, _of_meeting(house, version, id), who, version)
    if seen is None:
        raise LookupError(f"no package {id} for {who.id}")
    return seen


def package_file(house: House, who: Account, version: Version, id: str, name: str) -> Path:
    """Where a file of a package lies. Raises `LookupError` where there is none for them."""
    path = folder_of(house, id) / name
    if name not in {file.name for file in package_seen(house, who, version, id).files} or not path.is_file():
        raise LookupError(f"no file {name} in {id}")
    return path


def _of_meeting(house: House, version: Version, id: str) -> PackageOrder:
    order = package_order(house.store, id)
    if order is None or order.meeting != meeting_id(version.key):
        raise LookupError(f"no package {id} of {version.key}")
    return order


def _shown(house: House, order: PackageOrder, who: Account, version: Version) -> PackageOrder | None:
    if not may(who, Action.SEE_MEETING, version.key) and not order.dispatch:
        return None
    if not may_see_meeting(who, version.key, sent=bool(order.dispatch)):
        return None
    if may(who, Action.SEE_SECRET, version.key):
        return order
    if order.files and exposes(house, version, order):
        summons = tuple(file for file in order.files if SUMMONS in file.name)
        return replace(order, files=summons, changes=(), findings=(answer("paketet-undanhallet", Level.UPPLYSNING),))
    return replace(
        order, files=tuple(file for file in order.files if not file.secret),
        findings=tuple(finding for finding in order.findings if SECRET_MARK not in finding.details),
    )  # fmt: skip
