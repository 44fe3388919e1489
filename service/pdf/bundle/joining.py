"""Many papers joined to one PDF: contents, outline, stamps, page numbers, tags."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf, String
from pikepdf.models.metadata import encode_pdf_date

from . import contents
from .contents import Line
from .lettering import Lettering
from .outlines import Entry, read_outline, write_outline
from .papers import Bundle, BundleFault, Look, Paper, Place, Remark
from .stamps import stamp
from .tags import Tags


def join(papers: Sequence[Paper], look: Look, to: Path) -> Bundle:
    """Write the package of these papers, in this order, to a file.

    Pages are numbered through from the first, contents included: the number in the stamp, in the contents, in the
    viewer's page field and in its print dialogue is the same. One paper is open at a time, and its pictures and texts
    are read from its file as the package is written: what is held in memory is the package's own tags, about 0.4 MB
    for a dense page. Raises `BundleFault` for a paper that cannot be read.
    """
    places = _places(papers, [_pages(paper) for paper in papers], look)
    versions = []
    with pikepdf.new() as pdf:
        made = _Joining(pdf, look, places)
        for place in places:
            with _opened(place.paper) as source:
                versions.append(source.pdf_version)
                made.take(source, place)
        made.finish()
        save(pdf, to, versions)
    return Bundle(to, 1, made.total, made.total, places, not made.untagged, look, tuple(made.untagged))


class _Joining:
    """A package in the making."""

    def __init__(self, pdf: Pdf, look: Look, places: tuple[Place, ...]) -> None:
        self._pdf, self._look, self._places = pdf, look, places
        self._lettering, self._tags = Lettering(pdf), Tags(pdf, look.language)
        self._lines = tuple(_lines(places))
        self._outlines: list[tuple[Entry, ...]] = []
        self.untagged: list[Remark] = []
        self._sheets = contents.sheets(self._lines, look)
        self.total = self._sheets + sum(place.pages for place in places)
        contents.add_sheets(pdf, self._sheets)

    def take(self, source: Pdf, place: Place) -> None:
        """Add a paper."""
        self._outlines.append(read_outline(source))
        pages = take_pages(self._pdf, source)
        self._tagged(source, pages, place)
        for number, page in enumerate(pages, place.first):
            self._stamp(page, number, place.paper.stamp)

    def _tagged(self, source: Pdf, pages: Sequence[Page], place: Place) -> None:
        if not self._tags.take(source, pages, place.paper.title):
            told = "Handlingen saknar taggar och kan inte läsas upp i ordning av en skärmläsare."
            self.untagged.append(Remark(place.paper.title, told))

    def finish(self) -> None:
        """Draw the contents, and write all that is known only when every paper is there."""
        contents.draw(self._pdf, self._lines, self._look, self._lettering, self._tags)
        self._tags.document.K = Array([self._tags.document.K[-1], *list(self._tags.document.K)[:-1]])
        for number in range(1, self._sheets + 1):
            self._stamp(self._pdf.pages[number - 1], number, self._look.contents)
        self._lettering.embed()
        self._tags.write(whole=not self.untagged)
        write_outline(self._pdf, tuple(_outline(self._look, self._places, self._outlines)))
        number_pages(self._pdf, 1)
        describe(self._pdf, self._look)

    def _stamp(self, page: Page, number: int, words: str) -> None:
        stamp(page, (self._look.stamp, words, f"sida {number} ({self.total})"), self._lettering)


def _pages(paper: Paper) -> int:
    with _opened(paper) as source:
        return len(source.pages)


def _opened(paper: Paper) -> Pdf:
    try:
        opened = pikepdf.open(io.BytesIO(paper.pdf) if isinstance(paper.pdf, bytes) else paper.pdf)
        if not len(opened.pages):
            raise BundleFault(f"Handlingen ”{paper.title}” har inga sidor. Ta bort den ur paketet eller byt fil.")
    except pikepdf.PasswordError as error:
        raise BundleFault(f"Handlingen ”{paper.title}” är låst med lösenord. Lägg in en olåst fil.") from error
    except (pikepdf.PdfError, OSError) as error:
        raise BundleFault(f"Handlingen ”{paper.title}” går inte att läsa som PDF ({error}).") from error
    return opened


def _places(papers: Sequence[Paper], counts: Sequence[int], look: Look) -> tuple[Place, ...]:
    """Where each paper lands; how many pages the contents take does not hang on the numbers in them."""
    at = contents.sheets(tuple(_lines([Place(paper, 1, 1) for paper in papers])), look) + 1
    places = []
    for paper, count in zip(papers, counts, strict=True):
        places.append(Place(paper, at, count))
        at += count
    return tuple(places)


def _lines(places: Sequence[Place]) -> Iterator[Line]:
    """The contents: a heading where a section begins, and each paper below it."""
    above: tuple[str, ...] = ()
    for place in places:
        sections = place.paper.sections
        same = _shared(above, sections)
        for level in range(same, len(sections)):
            yield Line(sections[level], level, True, place.first)
        yield Line(place.paper.title, len(sections), False, place.first)
        above = sections


def _shared(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _outline(look: Look, places: Sequence[Place], outlines: Sequence[tuple[Entry, ...]]) -> Iterator[Entry]:
    """Section > paper > its own outline."""
    yield Entry(look.contents, 0)
    leaves = [
        (
            place.paper.sections,
            Entry(place.paper.title, place.first - 1, (), tuple(e.moved(place.first - 1) for e in own)),
        )
        for place, own in zip(places, outlines, strict=True)
    ]
    yield from _nested(leaves, 0)


def _nested(leaves: Sequence[tuple[tuple[str, ...], Entry]], level: int) -> Iterator[Entry]:
    at = 0
    while at < len(leaves):
        sections, entry = leaves[at]
        if len(sections) <= level:
            yield entry
            at += 1
            continue
        end = at
        while end < len(leaves) and leaves[end][0][: level + 1] == sections[: level + 1]:
            end += 1
        below = tuple(_nested(leaves[at:end], level + 1))
        yield Entry(sections[level], entry.page, (), below, is_open=True)
        at = end


def take_pages(pdf: Pdf, source: Pdf, which: range | None = None) -> list[Page]:
    """Copy pages, with their links, layers and named places, and without fields, threads and miniatures."""
    before = len(pdf.pages)
    pdf.add_pages_from(source, which, forms="strip", layers="preserve", outlines="ignore")
    pages = list(pdf.pages)[before:]
    for page in pages:
        for name in (Name.B, Name.Thumb, Name.PieceInfo, Name.AA, Name.AF, Name.ID, Name.PZ, Name.Dur, Name.Trans):
            if name in page.obj:
                del page.obj[name]
    return pages


def number_pages(pdf: Pdf, first: int) -> None:
    """Page labels that say what the stamps say (ISO 32000-1 §12.4.2)."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=first)]))


def describe(pdf: Pdf, look: Look) -> None:
    """Title, language and date; no claim of PDF/A or PDF/UA, which nobody has tried the whole for."""
    pdf.Root.Lang = String(look.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo[Name.Title] = look.title
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = look.title
        metadata["dc:language"] = {look.language}
        if look.created is not None:
            for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
                metadata[name] = look.created.isoformat()
    if look.created is not None:
        for key in (Name.CreationDate, Name.ModDate):
            pdf.docinfo[key] = encode_pdf_date(look.created)


def save(pdf: Pdf, to: Path | BinaryIO, versions: Sequence[str]) -> None:
    """Write the file: the same content gives the same bytes."""
    version = max(["1.7", *versions])
    pdf.save(to, min_version=version, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
