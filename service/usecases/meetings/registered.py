"""What a package gives away is known again: its papers each, and the PDFs that they were joined to."""

from collections.abc import Iterable
from pathlib import Path

from service.store import Version

from ..house import House
from ..papers.registering import remember, remember_joined
from .papers import Meeting, MeetingPaper

JOINED = "möteshandlingar"


def remember_paper(house: House, meeting: Meeting, paper: MeetingPaper, content: bytes, pdf: bytes | None) -> None:
    """Register a paper that was written for a package, under a name that tells no secret, and its PDF."""
    prepared = paper.prepared
    if prepared is None:
        return
    own = prepared.version.key == meeting.version.key
    number = f"-{paper.number}" if paper.number else ""
    stem = f"{meeting.stem}-{prepared.order.kind}{number}" if own else prepared.order.file_name.rpartition(".")[0]
    remember(house, prepared, f"{stem}.{prepared.document.format}", content)
    if pdf is not None:
        remember(house, prepared, f"{stem}.pdf", pdf)


def remember_wholes(house: House, version: Version, files: Iterable[Path]) -> None:
    """Register the PDFs that a package's papers were joined to."""
    for path in files:
        remember_joined(house, version, JOINED, path.name, path.read_bytes())
