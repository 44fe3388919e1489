"""Page numbers and PDFs of the documents that are written: laid out by LibreOffice where it is installed."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service import pdf as office
from service import word
from service.store import KeptLayout, KeptPdf, keep_layout, keep_pdf, kept_layout, kept_pdf

from ..house import House

# Raised when layouts come out otherwise than before, so that those kept are made anew.
_EDITION = 2

Render = Callable[[word.Pages | None], bytes]


class Numbering(StrEnum):
    """How a document came by its page numbers."""

    NONE = "inga"  # it is no Word file
    SETTLED = "satta"
    MOVING = "rörliga"  # they still moved after the last pass
    LEFT_TO_WORD = "word"


@dataclass(frozen=True, slots=True)
class Finished:
    """A document's bytes, its PDF if one was asked for and made, and how its pages are numbered."""

    content: bytes
    numbering: Numbering = Numbering.NONE
    pdf: bytes | None = None
    fault: str = ""


def finish(house: House, documents: Sequence[tuple[Render, bool]], *, pdf: bool, keep: bool = False) -> list[Finished]:
    """Render documents (each with whether it is a Word file), with page numbers where they can be had.

    With `keep` their PDFs are kept, and a document that is the same as an earlier one is not laid out again.
    Raises the engines' faults of template and package; what LibreOffice cannot do is no more than told.
    """
    drafts = [_Draft(render, render(None)) if is_word else Finished(render(None)) for render, is_word in documents]
    papers = iter(_numbered(house, [draft for draft in drafts if isinstance(draft, _Draft)], pdf=pdf, keep=keep))
    return [next(papers) if isinstance(draft, _Draft) else draft for draft in drafts]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A Word document before its page numbers are put in."""

    render: Render
    content: bytes

    @property
    def key(self) -> str:
        """What names its layout: its parts, whatever packed them, and what lays them out."""
        digest = hashlib.sha256(f"{_EDITION} {office.version()}".encode())
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            for name in archive.namelist():
                digest.update(hashlib.sha256(name.encode()).digest())
                digest.update(hashlib.sha256(archive.read(name)).digest())
        return digest.hexdigest()

    @property
    def like(self) -> str:
        """What names the layout of an earlier or later state of the same paper; empty where no page is asked for."""
        found = office.likeness(self.content)
        return f"{_EDITION} {office.version()} {found}" if found else ""

    def with_pages(self, pages: office.PageMap | None) -> bytes:
        """The document with the page numbers of a layout."""
        return self.content if pages is None else self.render(word.Pages(pages.numbers, pages.total))


def _numbered(house: House, drafts: Sequence[_Draft], *, pdf: bool, keep: bool) -> list[Finished]:
    if not office.is_available():
        return [Finished(draft.content, Numbering.LEFT_TO_WORD) for draft in drafts]
    known = [_kept(house, draft.key) for draft in drafts]
    pdfs = [kept_pdf(house.store, draft.key) if keep and known[n] else None for n, draft in enumerate(drafts)]
    wanted = [n for n, pages in enumerate(known) if pages is None or (pdf and pdfs[n] is None)]
    begin = [known[n] or _kept(house, drafts[n].like) for n in wanted]
    settled = office.settle([drafts[n].with_pages for n in wanted], begin, pdf=pdf)
    for n, done in zip(wanted, settled, strict=True):
        _keep(house, drafts[n], done, with_pdf=keep)
    fresh = dict(zip(wanted, settled, strict=True))
    return [
        _finished(fresh[n]) if n in fresh else Finished(draft.with_pages(known[n]), Numbering.SETTLED, _pdf_of(pdfs[n]))
        for n, draft in enumerate(drafts)
    ]


def _pdf_of(kept: KeptPdf | None) -> bytes | None:
    return None if kept is None else kept.pdf


def _kept(house: House, key: str) -> office.PageMap | None:
    kept = kept_layout(house.store, key) if key else None
    return None if kept is None else office.PageMap(kept.numbers, kept.total)


def _keep(house: House, draft: _Draft, done: office.Settled, *, with_pdf: bool) -> None:
    """Keep a layout for this very content, and as a guess for the paper's next state: where most of it stands as it
    stood, the guess is right and a single pass says so; a wrong one costs no more than none."""
    if done.pages is None or not done.is_steady:
        return
    for key in (draft.key, draft.like):
        if key:
            keep_layout(house.store, key, KeptLayout(done.pages.numbers, done.pages.total), house.now())
    if with_pdf and done.pdf is not None:
        keep_pdf(house.store, draft.key, KeptPdf(done.pdf), house.now())


def _finished(settled: office.Settled) -> Finished:
    fault = str(settled.fault or "")
    if settled.pages is None:
        return Finished(settled.docx, Numbering.LEFT_TO_WORD, fault=fault)
    return Finished(settled.docx, Numbering.SETTLED if settled.is_steady else Numbering.MOVING, settled.pdf, fault)
