"""Which packages keep their files: every one that was sent out, for ever, and the newest that was not."""

import shutil
from datetime import datetime, timedelta
from itertools import dropwhile, takewhile
from pathlib import Path

from service.store import PackageOrder, PackageState, package_order, package_orders, replaced_packages, set_package

from ..house import House

FOLDER = "motespaket"
# So long may somebody find out that a package was sent, and forgot to mark it, after a newer one was made.
KEPT = timedelta(days=30)


def folder_of(house: House, id: str) -> Path:
    """Where the files of a package lie."""
    return house.data / FOLDER / id


def replace_earlier(house: House, made: PackageOrder) -> None:
    """Mark the packages of the meeting that were made before and not sent out as replaced. For a transaction."""
    newest_first = package_orders(house.store, made.meeting)
    for one in dropwhile(lambda one: one.id != made.id, newest_first):
        if one.id != made.id and one.state is PackageState.DONE and not one.dispatch:
            set_package(house.store, one.id, state=PackageState.REPLACED)


def remove_replaced(house: House) -> None:
    """Remove the files of packages that were replaced thirty days ago and not sent out since. What is known of them,
    and the hash of each file, stays."""
    for one in replaced_packages(house.store):
        if one.state is PackageState.REMOVED or _has_lain(house, one):
            with house.store.transaction():
                now = package_order(house.store, one.id)
                if now is None or now.dispatch:
                    continue
                set_package(house.store, one.id, state=PackageState.REMOVED)
            shutil.rmtree(folder_of(house, one.id), ignore_errors=True)


def _has_lain(house: House, order: PackageOrder) -> bool:
    replaced = _replaced_at(house, order)
    return replaced is not None and replaced + KEPT <= house.now()


def _replaced_at(house: House, order: PackageOrder) -> datetime | None:
    """When the first package after it was made."""
    later = takewhile(lambda one: one.id != order.id, package_orders(house.store, order.meeting))
    made = (one for one in later if one.has_files or one.state is PackageState.REMOVED)
    return min((one.ended for one in made if one.ended), default=None)
