"""Small templates for the tests, and what a reader sees in the finished files."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from service.word import DocumentProperties, Pages, check, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT_STYLES = ("toc 1", "toc 2", "toc 3", "table of figures")


@dataclass(frozen=True)
class Run:
    """A run of styled text as the engine's callers give it."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    reference: str | None = None
    elsewhere: str | None = None


@dataclass(frozen=True)
class Text:
    """Styled text."""

    runs: tuple[Run, ...]


def styled(*runs: Run) -> Text:
    return Text(runs)


def template(*paragraphs: str | tuple[str, str], edit: Callable[[Docx], None] | None = None) -> bytes:
    """A template of paragraphs, each its text or (style name, text), with the contents styles and
    numbered headings."""
    document = Document()
    for name in CONTENT_STYLES:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    number_headings(document)
    for paragraph in paragraphs:
        style, text = paragraph if isinstance(paragraph, tuple) else ("Normal", paragraph)
        document.add_paragraph(text, style)
    if edit is not None:
        edit(document)
    return saved(document)


def saved(document: Docx) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def number_headings(document: Docx) -> None:
    """Tie a multilevel list to the heading styles, both ways, as Word does."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{k + 1}" for k in range(n + 1))}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n in range(3)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for n in range(3):
        ppr = document.styles[f"Heading {n + 1}"].element.get_or_add_pPr()
        numpr = ppr.get_or_add_numPr()
        numpr.get_or_add_ilvl().val = n
        numpr.get_or_add_numId().val = 90


def filled(
    source: bytes, properties: DocumentProperties | None = None, pages: Pages | None = None, **context: object
) -> bytes:
    """The rendered document, checked."""
    done = render(source, context, properties=properties, pages=pages)
    assert check(done) == []
    return done


def made(*paragraphs: str | tuple[str, str], **context: object) -> Docx:
    """A template of these paragraphs, filled and opened."""
    return opened(filled(template(*paragraphs), **context))


def opened(done: bytes) -> Docx:
    return Document(io.BytesIO(done))


def part(done: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(done)).read(name))


def parts(done: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(done)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(document: Docx) -> list[str]:
    """The paragraphs of the body as read, with line breaks and tabs."""
    return [paragraph.text for paragraph in document.paragraphs]


def outline(document: Docx) -> list[tuple[str, str]]:
    """(style name, text) of each paragraph of the body."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def fields(document: Docx) -> list[tuple[str, str]]:
    """(code, cached result) of each field in the body, in order; a result has those inside it in it."""
    found: list[list[str]] = []
    opened: list[tuple[list[str], bool]] = []
    for element in document.element.body.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        state = element.get(qn("w:fldCharType"))
        if state == "begin":
            found.append(["", ""])
            opened.append((found[-1], False))
        elif state == "separate":
            opened[-1] = (opened[-1][0], True)
        elif state == "end":
            opened.pop()
        elif element.tag == qn("w:instrText"):
            opened[-1][0][0] += element.text
        else:
            for field, has_result in opened:
                field[1] += (element.text or "") if has_result else ""
    return [(code.strip(), result) for code, result in found]


def bookmarks(document: Docx) -> dict[str, str]:
    """The text inside each bookmark of the body."""
    opened_, inside = {}, {}
    for element in document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:t")):
        if element.tag == qn("w:bookmarkStart"):
            name = element.get(qn("w:name"))
            opened_[element.get(qn("w:id"))] = name
            inside[name] = ""
        elif element.tag == qn("w:bookmarkEnd"):
            opened_.pop(element.get(qn("w:id")))
        else:
            for name in opened_.values():
                inside[name] += element.text or ""
    return inside


def bookmark_of(code: str) -> str:
    """The bookmark a REF field points to."""
    found = re.match(r"REF (\S+)", code)
    assert found is not None
    return found.group(1)
