"""Two versions of a paper as one Word file with tracked changes."""

from dataclasses import dataclass

import olefile

from schemas.workbooks import Kind
from service import word
from service.findings import Finding, Level
from service.store import PlanKey, Version

from ..answers import refused
from ..house import House
from ..loading.plans import known_key
from ..papers.layout import finish
from ..papers.orders import Order
from ..papers.preparing import prepare
from .differences import named_version


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word file and what it is called."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Compared:
    """The file with tracked changes, how many they are, and what was noticed on the way."""

    content: bytes
    changes: word.Tally
    findings: tuple[Finding, ...]


def compare_papers(house: House, old: Paper, new: Paper, *, by: str) -> Compared:
    """The newer paper with what differs from the older one as tracked changes by a person, now.

    Changes already tracked in either are taken as accepted, and said so. Raises `Refused` for what cannot be compared.
    """
    noticed = tuple(
        Finding("sparade-andringar", Level.UPPLYSNING, details={"fil": paper.name})
        for paper in (old, new) if _tracked(paper)
    )  # fmt: skip
    try:
        content = word.compare(old.content, new.content, author=by, at=house.now())
    except word.PackageFault as fault:
        raise refused("kan-inte-jamforas", fil=f"{old.name} och {new.name}", skal=str(fault)) from fault
    return Compared(content, word.tracked(content), noticed)


def compare_versions(house: House, kind: Kind, ar: int, namnd: str, before: str, after: str, *, by: str) -> Compared:
    """Two versions or proposals of a plan, written as papers and compared. Raises `Refused`, or faults of templates."""
    key = known_key(house, PlanKey(kind, namnd, ar))
    versions = [named_version(house, key, name) for name in (before, after)]
    # With page numbers where they can be had: Word is not to ask about them when the comparison is opened.
    finished = finish(house, [(prepare(house, _order(version)).render, True) for version in versions], pdf=False)
    old, new = (Paper(_name(version), done.content) for version, done in zip(versions, finished, strict=True))
    return compare_papers(house, old, new, by=by)


def _order(version: Version) -> Order:
    key = version.key
    return Order(key.kind.value, key.ar, key.namnd, proposal=key.proposal, version=version.version)


def _name(version: Version) -> str:
    return f"version {version.key.proposal or version.version}"


def _tracked(paper: Paper) -> bool:
    if paper.content.startswith(olefile.MAGIC):
        raise refused("inte-docx", fil=paper.name)
    try:
        return bool(word.tracked(paper.content))
    except word.PackageFault as fault:
        raise refused("kan-inte-jamforas", fil=paper.name, skal=str(fault)) from fault
