"""The papers of meetings as pages: what LibreOffice has converted once is kept, and many meetings share its work."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.pdf import bundle, office
from service.store import KeptPdf, keep_pdf, kept_pdf

from ..house import House
from ..papers.layout import finish
from .loading import find_meeting
from .papers import open_meeting, papers_of_meeting

# Raised when uploads come out otherwise than before, so that those kept are made anew.
_EDITION = 2


def make_ahead(house: House, names: Iterable[str]) -> None:
    """Make the pages of several meetings' papers together, for the packages that are made one by one thereafter: each
    start of LibreOffice takes longer than a short paper. Nothing without LibreOffice. Raises `Refused`."""
    if not office.is_available():
        return
    meetings = [open_meeting(house, find_meeting(house, name)) for name in names]
    papers = [paper for meeting in meetings for paper in papers_of_meeting(house, meeting)]
    own = [paper.prepared for paper in papers if paper.prepared]
    done = finish(house, [(one.render, one.document.format == "docx") for one in own], pdf=True, keep=True)
    books = [bundle.Upload(one.order.file_name, made.content) for one, made in zip(own, done, strict=True)
             if one.document.format != "docx"]  # fmt: skip
    received(house, [*books, *(bundle.Upload(paper.file.name, paper.file.data) for paper in papers if paper.file)])


def received(house: House, uploads: Sequence[bundle.Upload]) -> list[bundle.Received]:
    """The uploads as pages, or why not; of one that has been looked through before, what came of it then."""
    keys = [_key(upload) for upload in uploads]
    known = [kept_pdf(house.store, key) for key in keys]
    waiting = {key: upload for key, upload, kept in zip(keys, uploads, known, strict=True) if kept is None}
    fresh = dict(zip(waiting, bundle.receive(list(waiting.values())), strict=True))
    for key, seen in fresh.items():
        if seen.pdf is not None:
            told = tuple(remark.text for remark in seen.remarks)
            keep_pdf(house.store, key, KeptPdf(seen.pdf, seen.pages, told), house.now())
    return [
        _as_before(upload, kept) if kept else replace(fresh[key], upload=upload)
        for upload, key, kept in zip(uploads, keys, known, strict=True)
    ]


def _as_before(upload: bundle.Upload, kept: KeptPdf) -> bundle.Received:
    remarks = tuple(bundle.Remark(upload.name, text) for text in kept.told)
    return bundle.Received(upload, bundle.sniff(upload.data).kind, kept.pdf, kept.pages, remarks)


def _key(upload: bundle.Upload) -> str:
    return hashlib.sha256(f"{_EDITION} {office.version()} ".encode() + upload.data).hexdigest()
