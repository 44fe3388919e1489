"""The line of packages that the service makes, one after another, each by a worker of its own."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from service.findings import Finding
from service.pdf import bundle
from service.store import (
    PackageFile,
    PackageOrder,
    PackageState,
    add_entry,
    add_package,
    add_package_files,
    live_packages,
    package_order,
    package_orders,
    set_package,
    submissions_to,
)

from ..answers import Refused, answer
from ..files import write_whole
from ..house import House
from ..loading.plans import name_of
from ..locks import held, is_held
from ..papers.generate import TEMPLATE_FAULTS
from . import answers as meeting_answers  # noqa: F401  its sentences
from .loading import find_meeting, key_with_id, meeting_id
from .package import Package, Step, package
from .package_keeping import FOLDER, folder_of, remove_replaced, replace_earlier
from .papers import sha256_of

MOST_TRIES = 3


def next_package(house: House) -> str | None:
    """The package to work at now; None where there is none, or where somebody still works at the first. One whose
    worker has died again and again is given up."""
    for order in live_packages(house.store):
        if is_held(lock_of(house, order.id)):
            return None
        if order.tries >= MOST_TRIES:
            _ended(house, order, PackageState.FAILED, (answer("paketet-avbrots", antal=str(MOST_TRIES)),))
            continue
        set_package(house.store, order.id, tries=order.tries + 1)
        return order.id
    return None


def is_wanted(house: House, id: str) -> bool:
    """Whether the package is still to be made: nobody has stopped it."""
    order = package_order(house.store, id)
    return order is not None and order.is_live


def package_left(house: House, id: str, *, interrupted: bool) -> None:
    """A package's worker has ended. One that was interrupted stays in line and begins anew, as if it had not."""
    order = package_order(house.store, id)
    if order is None or order.has_files:
        return
    shutil.rmtree(folder_of(house, id), ignore_errors=True)
    if order.is_live and interrupted:
        set_package(house.store, id, state=PackageState.WAITING, step="", tries=0)


def make_package(house: House, id: str) -> PackageOrder | None:
    """Make a package that was asked for, and keep its files; None where somebody works at it or nobody wants it."""
    with held(lock_of(house, id)) as free:
        order = package_order(house.store, id)
        if not free or order is None or not order.is_live:
            return None
        try:
            version = find_meeting(house, key_with_id(order.meeting).namnd)
            set_package(house.store, id, state=PackageState.RUNNING, step="", submission=version.submission)
            _keep(house, order, _made(house, order))
            remove_replaced(house)
        except Refused as no:
            _ended(house, order, PackageState.FAILED, no.findings)
        except TEMPLATE_FAULTS as fault:
            _ended(house, order, PackageState.FAILED, (answer("mallen-gar-inte", fel=str(fault)),))
        except bundle.BundleFault as fault:
            _ended(house, order, PackageState.FAILED, (answer("paketet-hindras", text=str(fault)),))
        except Exception as fault:  # who waits for it is to know that nothing more comes of it
            told = f"{type(fault).__name__}: {fault}"
            _ended(house, order, PackageState.FAILED, (answer("paketet-gick-inte", fel=told),))
            raise
    return package_order(house.store, id)


def lock_of(house: House, id: str) -> Path:
    """The file that whoever works at a package holds."""
    return house.data / FOLDER / f"{id}.lock"


def _made(house: House, order: PackageOrder) -> Package:
    folder = folder_of(house, order.id)
    shutil.rmtree(folder, ignore_errors=True)  # what an earlier try left half done

    def told(step: Step) -> None:
        set_package(house.store, order.id, step=step.value)

    name = key_with_id(order.meeting).namnd
    return package(house, name, folder, by=order.by, megabytes=order.megabytes, pdf=order.pdf, told=told)


def send_package(house: House, name: str, folder: Path, *, by: str, megabytes: float = 0, pdf: bool = True) -> Package:
    """Write the package of a meeting into a folder, remember it as dispatched, and keep it as one that was made and
    sent here: who may read it takes it home from its page. The same files once more are kept once. Raises as
    `package`."""
    made = package(house, name, folder, by=by, megabytes=megabytes, sent=True, pdf=pdf)
    files, meeting = [_file(made, path) for path in made.files], meeting_id(made.version.key)
    known = (one.files for one in package_orders(house.store, meeting) if one.dispatch == made.number)
    if any({file.sha256 for file in kept} == {file.sha256 for file in files} for kept in known):
        return made
    order = PackageOrder(
        id=house.secret()[:16], meeting=meeting, at=house.now(), by=by, megabytes=megabytes, pdf=pdf,
        dispatch=made.number,
    )  # fmt: skip
    kept_in = folder_of(house, order.id)
    kept_in.mkdir(parents=True)
    for path in made.files:
        write_whole(kept_in / path.name, path.read_bytes())
    with house.store.transaction():
        add_package(house.store, order)
        _note(house, order, made, files)
    return made


def _keep(house: House, order: PackageOrder, made: Package) -> None:
    """Everything at once, unless it was stopped meanwhile."""
    files = [_file(made, path) for path in made.files]
    with house.store.transaction():
        if is_wanted(house, order.id):
            _note(house, order, made, files)


def _note(house: House, order: PackageOrder, made: Package, files: Sequence[PackageFile]) -> None:
    """Note that a package is made. For a transaction."""
    key = made.version.key
    sent_in = [one.id for one in submissions_to(house.store, key.kind, key.namnd, key.ar)]
    add_package_files(house.store, order.id, files)
    set_package(
        house.store, order.id, state=PackageState.DONE, ended=house.now(), submission=made.version.submission,
        version=sent_in.index(made.version.submission) + 1, findings=made.findings, papers=made.papers,
        changes=tuple(change.line for change in made.changes),
    )  # fmt: skip
    replace_earlier(house, order)
    add_entry(house.store, house.now(), order.by, "meeting-package", name_of(key), {"id": order.id})


def _file(made: Package, path: Path) -> PackageFile:
    content = path.read_bytes()
    return PackageFile(path.name, len(content), sha256_of(content), path in made.secret)


def _ended(house: House, order: PackageOrder, state: PackageState, findings: tuple[Finding, ...]) -> None:
    set_package(house.store, order.id, state=state, ended=house.now(), findings=findings)
