"""Papers written anew by somebody at the web: which they may have, and the writing of one."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from schemas.workbooks import Period
from service import pdf as office
from service.chain.values import State
from service.documents import DOCUMENTS
from service.store import Account, PlanKey, Version, add_entry, adopted_version

from ..accounts.access import may_read
from ..answers import Refused, refused
from ..house import House
from .generate import generate
from .orders import Order, orders_of_year, version_shown
from .written import GATHERING


@dataclass(frozen=True, slots=True)
class Writable:
    """A paper that the year gives, and the version that it would show."""

    order: Order
    plan: PlanKey
    version: int
    state: State

    @property
    def key(self) -> str:
        """What it is asked for by: its file's name, of which there is one a year but for what is being revised."""
        return self.order.file_name + (f" v{self.version}" if self.order.version else "")

    @property
    def title(self) -> str:
        """`Delårsrapport T2, BUN (version 1, utkast)`."""
        period = "" if self.order.period == Period.AR else self.order.period
        parts = (DOCUMENTS[self.order.kind].title, period)
        name = ", ".join(
            part for part in (" ".join(filter(None, parts)), self.order.namnd, self.order.proposal) if part
        )
        return f"{name} (version {self.version}, {self.state.value})"

    @property
    def makes_pdf(self) -> bool:
        """Whether it can be written as PDF too."""
        return DOCUMENTS[self.order.kind].format == "docx"


def writable(house: House, who: Account, ar: int) -> tuple[Writable, ...]:
    """The year's papers that somebody may have written."""
    found = house.until_changed(("writable", ar), lambda: _all(house, ar))
    return tuple(one for one in found if _may_have(who, one))


def write_paper(house: House, who: Account, ar: int, key: str, *, pdf: bool) -> str:
    """Write a paper and remember who did: the hash of its Word or Excel file.

    With `pdf` it is written as PDF too, where LibreOffice is installed and the paper is a Word file. Raises `Refused`
    where there is none such for them, and the engines' faults.
    """
    wanted = next((one for one in writable(house, who, ar) if one.key == key), None)
    if wanted is None:
        raise refused("inga-dokument", ar=str(ar))
    with TemporaryDirectory() as folder:  # the store keeps the files
        made = generate(house, wanted.order, Path(folder), pdf=pdf and wanted.makes_pdf)
        content = made.path.read_bytes()
    add_entry(house.store, house.now(), who.name, "generate", made.name, {"fil": made.path.name})
    return hashlib.sha256(content).hexdigest()


def has_pdf() -> bool:
    """Whether papers can be written as PDF here."""
    return office.is_available()


def _all(house: House, ar: int) -> tuple[Writable, ...]:
    try:
        orders = tuple(orders_of_year(house, ar))
    except Refused:
        return ()
    return tuple(one for order in orders for one in _of(house, order))


def _of(house: House, order: Order) -> Iterator[Writable]:
    """The paper of the newest version and, where that is a revision not yet adopted, of the one still in force."""
    newest = _version(house, order)
    if newest is None:
        return
    yield Writable(order, newest.key, newest.version, newest.state)
    key = newest.key
    in_force = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    if in_force is not None and in_force.key == key and in_force.version < newest.version:
        yield Writable(replace(order, version=in_force.version), key, in_force.version, in_force.state)


def _version(house: House, order: Order) -> Version | None:
    try:
        return version_shown(house, replace(order, utkast=True))
    except Refused:
        return None


def _may_have(who: Account, one: Writable) -> bool:
    return may_read(who, one.plan, one.state, gathers_drafts=one.order.kind in GATHERING)
