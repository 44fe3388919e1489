"""Tracked changes read by a reader of their own: all accepted, all rejected, or told as an outline."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from .build import W

_FILLED = {"ins": True, "moveTo": True, "del": False, "moveFrom": False}


def accepted(docx: bytes, part: str = "word/document.xml") -> list[object]:
    """What is read when every change is accepted: paragraphs as texts, tables as rows of cells."""
    return _blocks(_root(docx, part), kept=True)


def rejected(docx: bytes, part: str = "word/document.xml") -> list[object]:
    """The same when every change is rejected."""
    return _blocks(_root(docx, part), kept=False)


def read(docx: bytes, part: str = "word/document.xml") -> list[object]:
    """What is read in a document without changes."""
    return _blocks(_root(docx, part), kept=True)


def without_contents(blocks: list[object]) -> list[object]:
    """The blocks without those of contents lists."""
    return [block for block in blocks if not isinstance(block, Contents)]


class Contents(str):
    """A line of a contents list."""


def _root(docx: bytes, part: str) -> etree._Element:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read(part))
    return root.find(f"{W}body") if root.tag == f"{W}document" else root


def _blocks(container: etree._Element, *, kept: bool) -> list[object]:
    found: list[object] = []
    pending = ""
    for child in container:
        if child.tag == f"{W}p":
            text = pending + _text(child, kept)
            if _gone(child.find(f"{W}pPr/{W}rPr"), kept):
                pending = text
            else:
                found.append(text)
                pending = ""
        elif child.tag in (f"{W}tbl", f"{W}sdt"):
            assert pending == "", f"words run into a table: {pending}"
            inner = child.find(f"{W}sdtContent")
            if inner is None:
                found += _table(child, kept)
            elif child.find(f".//{W}docPartGallery") is not None:
                found += [Contents(text) for text in _blocks(inner, kept=kept)]
            else:
                found += _blocks(inner, kept=kept)
    assert pending == "", f"words without a paragraph: {pending}"
    return found


def _table(table: etree._Element, kept: bool) -> list[object]:
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    stay = [row for row in rows if not _gone(row.find(f"{W}trPr"), kept)]
    return [[[_blocks(cell, kept=kept) for cell in _cells(row)] for row in stay]] if stay else []


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]


def _gone(marks: etree._Element | None, kept: bool) -> bool:
    if marks is None:
        return False
    return any(marks.find(f"{W}{name}") is not None for name, stays in _FILLED.items() if stays is not kept)


def _text(element: etree._Element, kept: bool) -> str:
    pieces = []
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("t", "delText"):
            pieces.append(child.text or "")
        elif name in ("tab", "br", "cr"):
            pieces.append({"tab": "\t"}.get(name, "\n"))
        elif (name in _FILLED and _FILLED[name] is not kept) or name in ("pPr", "rPr", "txbxContent"):
            continue
        elif name:
            pieces.append(_text(child, kept))
    return "".join(pieces)


def outline(docx: bytes, part: str = "word/document.xml") -> str:
    """The tracked changes, a line each paragraph that has any: [-gone-] {+come+} <moved away> >moved here<."""
    root = _root(docx, part)
    lines = [line for paragraph in root.iter(f"{W}p") for line in _line(paragraph)]
    return "\n".join(lines) + "\n"


def _line(paragraph: etree._Element) -> Iterator[str]:
    marks = "".join(_signs(paragraph))
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if not any(sign in marks for sign in ("[-", "{+", "<<", ">>", "~")):
        return
    state = "" if row is None else _row_state(row)
    yield f"{'  | ' if row is not None else ''}{state}{marks}"


def _row_state(row: etree._Element) -> str:
    for name, sign in (("ins", "+ "), ("del", "- ")):
        if row.find(f"{W}trPr/{W}{name}") is not None:
            return sign
    return ""


def _signs(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{W}r"):
        holders = [a.tag.rpartition("}")[2] for a in run.iterancestors() if a.tag.rpartition("}")[2] in _FILLED]
        text = "".join(_text(run, kept) for kept in (True,))
        around = {"ins": "{{+{}+}}", "del": "[-{}-]", "moveFrom": "<<{}<<", "moveTo": ">>{}>>"}
        changed = "~" if run.find(f"{W}rPr/{W}rPrChange") is not None else ""
        yield changed + (around[holders[0]].format(text) if holders and text else text)
    if paragraph.find(f"{W}pPr/{W}pPrChange") is not None:
        yield " ~¶"
