"""Finished papers as their readers meet them: contents lists, printed pages, and what a screen reader is told."""

import re
import subprocess
import zipfile
from pathlib import Path

import pikepdf
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def entries(docx: Path) -> list[tuple[str, str]]:
    """(text, page) of each line in the contents lists of a Word file; the number before the text is left out."""
    found = []
    for link in document(docx).iter(f"{W}hyperlink"):
        pieces = "".join(_piece(element) for element in link.iter(f"{W}t", f"{W}tab")).split("\t")
        found.append((pieces[-2], pieces[-1]))
    return found


def document(docx: Path, part: str = "word/document.xml") -> etree._Element:
    """A part of a Word file."""
    with zipfile.ZipFile(docx) as archive:
        return etree.fromstring(archive.read(part))


def printed_pages(pdf: Path) -> list[str]:
    """The words of each page of a PDF, on one line."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [flat(page) for page in done.stdout.split("\f")[:-1]]


def flat(text: str) -> str:
    """Text on one line, with single spaces, and without the hyphens that lines were parted by."""
    return " ".join(re.sub(r"[\u00ad]", "", text).split())


def kind(element: pikepdf.Object) -> str:
    """What a structure element is."""
    return str(element.S)[1:]


def _piece(element: etree._Element) -> str:
    return "\t" if element.tag == f"{W}tab" else element.text or ""
