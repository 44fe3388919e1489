"""A finished document as a reader meets it: headings with their numbers, text, captions, tables row by row."""

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from service import word
from service.batch import with_pictures
from service.documents import DOCUMENTS

TEMPLATES = Path(__file__).parents[2] / "templates"
GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("MALKEDJAN_UPDATE_GOLDEN"))


def template(kind: str) -> bytes:
    return (TEMPLATES / DOCUMENTS[kind].template).read_bytes()


def written(kind: str, context: object) -> Docx:
    """The document of a context, opened."""
    done = word.render(template(kind), with_pictures(context))
    assert word.check(done) == []
    return Document(io.BytesIO(done))


def compare(name: str, text: str) -> None:
    """Whether the text is as it was kept; with MALKEDJAN_UPDATE_GOLDEN it is kept anew."""
    kept = GOLDEN / f"{name}.txt"
    if UPDATE:
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def outline(document: Docx) -> str:
    """The body, a line a paragraph or table row; headings with the numbers that Word gives them."""
    return "\n".join(_lines(document)) + "\n"


def table_named(document: Docx, caption: str) -> list[list[str]]:
    """The rows of the table under a caption (its words after the number)."""
    found = None
    for element in document.element.body.iter(qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:p"):
            found = Paragraph(element, document)
        elif found is not None and found.text.endswith(f". {caption}"):
            return rows(Table(element, document))
    raise LookupError(caption)


def rows(table: Table) -> list[list[str]]:
    """Each cell's text, what stands in a content control too."""
    return [["\n".join(_words(p) for p in cell._tc.iter(qn("w:p"))) for cell in row.cells] for row in table.rows]


def drawings(element: Any) -> list[str]:
    """What is said of each picture and chart in it."""
    return [_flat(drawing.get("descr", "")) for drawing in element.iter(qn("wp:docPr"))]


def empty_cells(document: Docx) -> list[str]:
    """Rows of tables in which a cell has no words."""
    return [
        " | ".join(row)
        for element in document.element.body.iter(qn("w:tbl"))
        for row in rows(Table(element, document))
        if not all(cell.strip() for cell in row)
    ]


def _lines(document: Docx) -> Iterator[str]:
    numbers = _Numbers()
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:tbl"):
            yield from (f"  | {' | '.join(_flat(cell) for cell in row)} |" for row in rows(Table(element, document)))
        elif element.tag == qn("w:sdt"):
            yield from (f"  › {_flat(_text(p))}" for p in element.iter(qn("w:p")))
        elif element.tag == qn("w:p"):
            yield from _paragraph(Paragraph(element, document), numbers)


def _paragraph(paragraph: Paragraph, numbers: "_Numbers") -> Iterator[str]:
    text, style = _flat(paragraph.text), paragraph.style.name
    yield from (f"  ◫ {words}" for words in drawings(paragraph._p))
    if not text and drawings(paragraph._p):
        return
    if style.startswith("Heading"):
        yield f"\n{'#' * int(style[-1])} {numbers.before(paragraph)}{text}"
    else:
        yield text if style == "Normal" else f"[{style}] {text}"


def _words(paragraph: Any) -> str:
    pieces = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:noBreakHyphen"))
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    return "".join(signs.get(piece.tag) or piece.text or "" for piece in pieces).replace("\u00a0", " ")


def _text(element: object) -> str:
    return "".join(t.text or "" if t.tag == qn("w:t") else " " for t in element.iter(qn("w:t"), qn("w:tab")))  # type: ignore[attr-defined]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\n", " / ")).strip()


class _Numbers:
    """Counts the headings of the list that is tied to their styles."""

    def __init__(self) -> None:
        self._counts = [0] * 9

    def before(self, heading: Paragraph) -> str:
        numbered = heading.style.element.find(f".//{qn('w:numPr')}")
        if numbered is None:
            return ""
        ilvl = numbered.find(qn("w:ilvl"))
        depth = 0 if ilvl is None else int(ilvl.get(qn("w:val")))
        self._counts[depth] += 1
        self._counts[depth + 1 :] = [0] * (8 - depth)
        return ".".join(str(count) for count in self._counts[: depth + 1]) + " "
