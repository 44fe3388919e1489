"""Laying documents out: the PDF of each, its page map, and rendering anew until the page numbers are settled."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pikepdf
from lxml import etree

from .archive import archival
from .charts import without_charts
from .faults import OfficeFault
from .office import Limits, convert
from .pages import PageMap, page_map
from .source import Source, read_source

MOST_PASSES = 4
_UNREADABLE = (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, ValueError)


def _filter(*switches: str) -> str:
    """LibreOffice's PDF filter with a destination for each bookmark, and further switches on."""
    on = ",".join(
        f'"{name}":{{"type":"boolean","value":"true"}}' for name in (*switches, "ExportBookmarksToPDFDestination")
    )
    return f'pdf:writer_pdf_Export:{{"SelectPdfVersion":{{"type":"long","value":"{2 if switches else 0}"}},{on}}}'


# For reading and keeping: PDF/A-2 and PDF/UA, with tags and outline. Without them a layout is quicker to have.
_ARCHIVAL = _filter("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks")
_PLAIN = _filter()

Render = Callable[[PageMap | None], bytes]


@dataclass(frozen=True)
class Layout:
    """A document laid out: on which pages its bookmarks stand, and its PDF for reading and keeping if asked for."""

    pages: PageMap
    pdf: bytes | None = None


@dataclass(frozen=True)
class Settled:
    """A document with its page numbers in, and its PDF where a pass was made that showed just these numbers.

    `is_steady` is False where the numbers still moved after the last pass. Where LibreOffice could not lay it
    out, `pages` is None, the document is left for Word to number, and `fault` says why.
    """

    docx: bytes
    pages: PageMap | None
    pdf: bytes | None = None
    is_steady: bool = True
    fault: OfficeFault | None = None


def lay_out(documents: Sequence[bytes], *, pdf: bool, limits: Limits | None = None) -> list[Layout | OfficeFault]:
    """Each Word document's layout, with its PDF if asked for, or its fault; documents share LibreOffice processes."""
    sources = [_source(document) for document in documents]
    given = [source.docx if pdf else without_charts(source.docx) for source in sources if isinstance(source, Source)]
    converted = iter(convert(given, "docx", _ARCHIVAL if pdf else _PLAIN, "pdf", limits))
    return [_layout(source, next(converted), pdf) if isinstance(source, Source) else source for source in sources]


def settle(
    renders: Sequence[Render], known: Sequence[PageMap | None], *, pdf: bool, limits: Limits | None = None
) -> list[Settled]:
    """Render each document, lay it out and render it again until its page numbers no longer move.

    `known` are page maps to begin with, where there are any: those of an earlier layout, or a guess. Filling the
    numbers in may move them (a contents list grows by a page); `MOST_PASSES` passes are made at most. With `pdf` each
    has its PDF, if it can be had.
    """
    found = [Settled(render(pages), pages, is_steady=False) for render, pages in zip(renders, known, strict=True)]
    final = {n for n, settled in enumerate(found) if settled.pages is not None or (pdf and not _refers(settled.docx))}
    for _ in range(MOST_PASSES):
        moving = [n for n, settled in enumerate(found) if not settled.is_steady]
        if not moving:
            break
        # A quick pass gives the first numbers; only one over numbers filled in, or without any, can be the last.
        first = [n for n in moving if n not in final]
        taken = first or moving
        layouts = lay_out([found[n].docx for n in taken], pdf=pdf and not first, limits=limits)
        for n, layout in zip(taken, layouts, strict=True):
            found[n] = _next(found[n], renders[n], layout)
        final |= set(first)
    return _with_pdfs(found, limits) if pdf else found


def _refers(docx: bytes) -> bool:
    """Whether the document says on which page something stands."""
    source = _source(docx)
    return isinstance(source, Source) and bool(source.wanted)


def _next(settled: Settled, render: Render, layout: Layout | OfficeFault) -> Settled:
    if isinstance(layout, OfficeFault):
        return replace(settled, docx=render(None), pages=None, is_steady=True, fault=layout)
    if layout.pages == settled.pages:
        return replace(settled, pdf=layout.pdf, is_steady=True)
    if layout.pages.numbers:
        return Settled(render(layout.pages), layout.pages, is_steady=False)
    # Without page references in the text, nothing can move by filling them in: how many pages there are is computed.
    return Settled(render(layout.pages), layout.pages, layout.pdf)


def _with_pdfs(found: list[Settled], limits: Limits | None) -> list[Settled]:
    """The same with the PDFs that no pass has given."""
    missing = [n for n, settled in enumerate(found) if settled.pdf is None and settled.fault is None]
    layouts = lay_out([found[n].docx for n in missing], pdf=True, limits=limits) if missing else []
    for n, layout in zip(missing, layouts, strict=True):
        if isinstance(layout, Layout):
            found[n] = replace(found[n], pdf=layout.pdf)
        else:
            found[n] = replace(found[n], fault=layout)
    return found


def _source(document: bytes) -> Source | OfficeFault:
    try:
        return read_source(document)
    except _UNREADABLE as error:
        return OfficeFault(f"Filen är inget Word-dokument ({error}).")


def _layout(source: Source, made: bytes | OfficeFault, pdf: bool) -> Layout | OfficeFault:
    if isinstance(made, OfficeFault):
        return made
    try:
        with pikepdf.open(io.BytesIO(made)) as opened:
            return Layout(page_map(opened, source), archival(opened, source) if pdf else None)
    except pikepdf.PdfError as error:
        return OfficeFault(f"LibreOffice skrev en PDF som inte går att läsa ({error}).")
