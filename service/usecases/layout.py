"""Page numbers and PDFs of the documents that are written: laid out by LibreOffice where it is installed."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service import pdf as office
from service import word
from service.store import KeptLayout, keep_layout, kept_layout

from .house import House

# Raised when layouts come out otherwise than before, so that those kept are made anew.
_EDITION = 1

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


def finish(house: House, documents: Sequence[tuple[Render, bool]], *, pdf: bool) -> list[Finished]:
    """Render documents (each with whether it is a Word file), with page numbers where they can be had.

    Raises the engines' faults of template and package; what LibreOffice cannot do is no more than told.
    """
    drafts = [_Draft(render, render(None)) if is_word else Finished(render(None)) for render, is_word in documents]
    papers = iter(_numbered(house, [draft for draft in drafts if isinstance(draft, _Draft)], pdf=pdf))
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

    def with_pages(self, pages: office.PageMap | None) -> bytes:
        """The document with the page numbers of a layout."""
        return self.content if pages is None else self.render(word.Pages(pages.numbers, pages.total))


def _numbered(house: House, drafts: Sequence[_Draft], *, pdf: bool) -> list[Finished]:
    if not office.is_available():
        return [Finished(draft.content, Numbering.LEFT_TO_WORD) for draft in drafts]
    known = [_known(house, draft) for draft in drafts]
    wanted = [n for n, pages in enumerate(known) if pages is None or pdf]
    settled = office.settle([drafts[n].with_pages for n in wanted], [known[n] for n in wanted], pdf=pdf)
    for n, done in zip(wanted, settled, strict=True):
        if done.pages is not None and done.is_steady:
            kept = KeptLayout(done.pages.numbers, done.pages.total)
            keep_layout(house.store, drafts[n].key, kept, house.now())
    fresh = dict(zip(wanted, settled, strict=True))
    return [
        _finished(fresh[n]) if n in fresh else Finished(draft.with_pages(known[n]), Numbering.SETTLED)
        for n, draft in enumerate(drafts)
    ]


def _known(house: House, draft: _Draft) -> office.PageMap | None:
    kept = kept_layout(house.store, draft.key)
    return None if kept is None else office.PageMap(kept.numbers, kept.total)


def _finished(settled: office.Settled) -> Finished:
    fault = str(settled.fault or "")
    if settled.pages is None:
        return Finished(settled.docx, Numbering.LEFT_TO_WORD, fault=fault)
    return Finished(settled.docx, Numbering.SETTLED if settled.is_steady else Numbering.MOVING, settled.pdf, fault)
