"""The Word document that a PDF is made of, as far as the PDF has to do with it: sections, references, pictures."""

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TERMS = "{http://purl.org/dc/terms/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGEREF = re.compile(r"\s*PAGEREF\s+\"?([^\s\"]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """A section that numbers its pages in its own way; `mark` is the bookmark set at its beginning."""

    mark: str
    start: int | None
    form: str


@dataclass(frozen=True)
class Picture:
    """A picture or chart in the text, with what is said of it to those who do not see it."""

    description: str
    decorative: bool


@dataclass(frozen=True)
class Source:
    """A document as it is given to LibreOffice, and what is to be known of it when the PDF is there."""

    docx: bytes
    sections: tuple[Section, ...]
    wanted: tuple[str, ...]
    pictures: tuple[Picture, ...]
    title: str
    language: str
    created: datetime | None


def read_source(docx: bytes) -> Source:
    """What there is to know of a document. Raises KeyError, zipfile.BadZipFile, etree.XMLSyntaxError for none."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        name = _main_part(archive)
        root = _parsed(archive.read(name))
        core = _parsed(archive.read("docProps/core.xml")) if "docProps/core.xml" in archive.namelist() else None
    sections = tuple(_sections(root))
    marked = _with_part(docx, name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return Source(
        docx=marked if sections else docx, sections=sections, wanted=tuple(_wanted(root)),
        pictures=tuple(_pictures(root)), title=_property(core, f"{_DC}title"),
        language=_property(core, f"{_DC}language"), created=_moment(_property(core, f"{_TERMS}created")),
    )  # fmt: skip


def likeness(docx: bytes) -> str:
    """What a document has in common with itself after a small change: its title and the places whose pages it asks
    for, as a hash; empty where it asks for none. Raises as `read_source`."""
    source = read_source(docx)
    told = "\n".join([source.title, source.language, *source.wanted])
    return hashlib.sha256(told.encode()).hexdigest() if source.wanted else ""


def _main_part(archive: zipfile.ZipFile) -> str:
    for relationship in _parsed(archive.read("_rels/.rels")):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relationship.get("Target", "").lstrip("/"))
    raise KeyError("officeDocument")


def _parsed(blob: bytes) -> etree._Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _sections(root: etree._Element) -> Iterator[Section]:
    """The sections, each marked at its beginning, if any of them numbers its pages in its own way."""
    ends = list(root.iter(f"{_W}sectPr"))
    if all(end.find(f"{_W}pgNumType") is None for end in ends):
        return
    paragraphs = [p for p in root.iter(f"{_W}p") if next(p.iterancestors(f"{_W}txbxContent"), None) is None]
    first: etree._Element | None = next(iter(paragraphs), None)
    for number, end in enumerate(ends):
        if first is None:
            return
        mark = f"_Sektion{number}"
        _set_mark(first, mark, 2_000_000_000 + number)
        numbering = end.find(f"{_W}pgNumType")
        start = None if numbering is None else numbering.get(f"{_W}start")
        form = "decimal" if numbering is None else numbering.get(f"{_W}fmt", "decimal")
        yield Section(mark, int(start) if start is not None and start.isdigit() else None, form)
        closing = next(end.iterancestors(f"{_W}p"), None)
        first = None if closing is None else next(iter(paragraphs[paragraphs.index(closing) + 1 :]), None)


def _set_mark(paragraph: etree._Element, name: str, ident: int) -> None:
    at = 1 if paragraph.find(f"{_W}pPr") is not None else 0
    start = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": str(ident), f"{_W}name": name})
    paragraph[at:at] = [start, etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": str(ident)})]


def _wanted(root: etree._Element) -> Iterator[str]:
    """The bookmarks whose pages are asked for, each once, in order."""
    codes = (_PAGEREF.match(code.text or "") for code in root.iter(f"{_W}instrText"))
    return iter(dict.fromkeys(found[1] for found in codes if found))


def _pictures(root: etree._Element) -> Iterator[Picture]:
    for drawing in root.iter(f"{_WP}docPr"):
        if next(drawing.iterancestors(_FALLBACK), None) is None:
            decorative = any(mark.get("val") in ("1", "true") for mark in drawing.iter(_DECORATIVE))
            yield Picture(drawing.get("descr") or drawing.get("title") or "", decorative)


def _with_part(docx: bytes, name: str, part: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, part if entry.filename == name else old.read(entry))
    return out.getvalue()


def _property(core: etree._Element | None, name: str) -> str:
    found = None if core is None else core.find(name)
    return "" if found is None else (found.text or "").strip()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
