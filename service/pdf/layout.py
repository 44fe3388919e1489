"""Laying documents out: the PDF of each, its page map, and rendering anew until the page numbers are settled."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pikepdf
from lxml import etree

from .archive import archival
from .faults import OfficeFault
from .office import Limits, convert
from .pages import PageMap, page_map
from .source import Source, read_source

MOST_PASSES = 4
_UNREADABLE = (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, ValueError)
# PDF/A-2 and PDF/UA, with tags, outline and a destination for each bookmark.
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    + ",".join(
        f'"{name}":{{"type":"boolean","value":"true"}}'
        for name in ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks", "ExportBookmarksToPDFDestination")
    )
    + "}"
)

Render = Callable[[PageMap | None], bytes]


@dataclass(frozen=True)
class Layout:
    """A document laid out: on which pages its bookmarks stand, and its PDF for reading and keeping."""

    pages: PageMap
    pdf: bytes


@dataclass(frozen=True)
class Settled:
    """A document with its page numbers in, and its PDF where the last pass showed just these numbers.

    `is_steady` is False where the numbers still moved after the last pass. Where LibreOffice could not lay it
    out, `pages` is None, the document is left for Word to number, and `fault` says why.
    """

    docx: bytes
    pages: PageMap | None
    pdf: bytes | None = None
    is_steady: bool = True
    fault: OfficeFault | None = None


def lay_out(documents: Sequence[bytes], limits: Limits | None = None) -> list[Layout | OfficeFault]:
    """Each Word document's layout, or its fault; documents share LibreOffice processes."""
    sources = [_source(document) for document in documents]
    given = [source for source in sources if isinstance(source, Source)]
    converted = iter(convert([source.docx for source in given], "docx", _FILTER, "pdf", limits))
    return [_layout(source, next(converted)) if isinstance(source, Source) else source for source in sources]


def settle(renders: Sequence[Render], known: Sequence[PageMap | None], limits: Limits | None = None) -> list[Settled]:
    """Render each document, lay it out and render it again until its page numbers no longer move.

    `known` are page maps to begin with, where there are any. Filling the numbers in may move them (a contents
    list grows by a page); `MOST_PASSES` passes are made at most.
    """
    found = [Settled(render(pages), pages, is_steady=False) for render, pages in zip(renders, known, strict=True)]
    for _ in range(MOST_PASSES):
        moving = [n for n, settled in enumerate(found) if not settled.is_steady]
        layouts = lay_out([found[n].docx for n in moving], limits) if moving else []
        for n, layout in zip(moving, layouts, strict=True):
            found[n] = _next(found[n], renders[n], layout)
    return found


def _next(settled: Settled, render: Render, layout: Layout | OfficeFault) -> Settled:
    if isinstance(layout, OfficeFault):
        return replace(settled, docx=render(None), pages=None, is_steady=True, fault=layout)
    if layout.pages == settled.pages:
        return replace(settled, pdf=layout.pdf, is_steady=True)
    docx = render(layout.pages)
    # Without page references in the text, nothing can move by filling them in.
    still = not layout.pages.numbers
    return Settled(docx, layout.pages, layout.pdf if still else None, is_steady=still)


def _source(document: bytes) -> Source | OfficeFault:
    try:
        return read_source(document)
    except _UNREADABLE as error:
        return OfficeFault(f"Filen är inget Word-dokument ({error}).")


def _layout(source: Source, pdf: bytes | OfficeFault) -> Layout | OfficeFault:
    if isinstance(pdf, OfficeFault):
        return pdf
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return Layout(page_map(opened, source), archival(opened, source))
    except pikepdf.PdfError as error:
        return OfficeFault(f"LibreOffice skrev en PDF som inte går att läsa ({error}).")
