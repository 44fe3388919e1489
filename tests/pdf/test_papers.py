"""The finished papers: page numbers that are right, and PDFs to keep and to read aloud."""

import io
import re
import zipfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from schemas.workbooks import Kind
from service import pdf as office
from service.pdf.structure import content, elements
from service.usecases.comparing.tracked import compare_versions
from service.usecases.demo.year import Demo
from service.usecases.house import open_house
from service.usecases.papers.layout import Numbering

from .conftest import ORDERS, Paper
from .reading import W, document, entries, flat, kind, printed_pages
from .recomputing import recompute

pytestmark = pytest.mark.office
Papers = dict[str, Paper]
KINDS = pytest.mark.parametrize("which", ORDERS)


@KINDS
def test_page_numbers_are_settled_and_word_has_nothing_to_ask(papers: Papers, which: str) -> None:
    paper = papers[which]
    assert paper.written.numbering is Numbering.SETTLED
    with zipfile.ZipFile(paper.docx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    assert not [name for name, part in parts.items() if b"w:dirty" in part or b"updateFields" in part]


@pytest.mark.parametrize("which", ["mrp", "verksamhetsplan"])
def test_every_line_of_the_contents_leads_to_the_page_it_says(papers: Papers, which: str) -> None:
    pages = printed_pages(papers[which].pdf_path)
    lines = entries(papers[which].docx)
    assert len(lines) > 30
    for text, page in lines:
        assert flat(text)[:40] in pages[int(page) - 1], (text, page)
        assert f"Sida {page} ({len(pages)})" in pages[int(page) - 1]


@KINDS
def test_the_number_of_pages_in_the_file_is_that_of_the_pdf(papers: Papers, which: str) -> None:
    with zipfile.ZipFile(papers[which].docx) as archive:
        footers = [name for name in archive.namelist() if re.fullmatch(r"word/footer\d\.xml", name)]
    feet = [document(papers[which].docx, name) for name in footers]
    printed = ["".join(t.text or "" for t in foot.iter(f"{W}t")) for foot in feet]
    assert any(text.endswith(f"({len(papers[which].pdf.pages)})") for text in printed), printed


@KINDS
def test_nothing_is_found_against_pdf_a_and_pdf_ua_and_the_file_says_so(papers: Papers, which: str) -> None:
    pdf = papers[which].pdf
    assert office.departures(pdf) == ([], [])
    with pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        assert metadata["pdfuaid:part"] == "1"


@KINDS
def test_a_pdf_has_the_language_and_title_of_the_paper(papers: Papers, which: str) -> None:
    paper = papers[which]
    assert str(paper.pdf.Root.Lang) == "sv-SE"
    assert paper.pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(paper.pdf.docinfo["/Title"]) == paper.written.title
    with paper.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == paper.written.title


@KINDS
def test_headings_begin_with_the_first_level_and_skip_none(papers: Papers, which: str) -> None:
    levels = [int(kind(e)[1]) for e in elements(papers[which].pdf) if re.fullmatch(r"H\d", kind(e))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@KINDS
def test_every_table_begins_with_a_row_of_column_heads(papers: Papers, which: str) -> None:
    tables = list(elements(papers[which].pdf, "Table"))
    assert tables
    for table in tables:
        first = next(child for child in content(table) if isinstance(child, pikepdf.Dictionary))
        assert {kind(cell) for cell in content(first)} == {"TH"}
        for cell in content(first):
            assert any(a.get("/Scope") == "/Column" for a in cell.A if isinstance(a, pikepdf.Dictionary))


@KINDS
def test_lists_are_lists_with_their_items(papers: Papers, which: str) -> None:
    lists = list(elements(papers[which].pdf, "L"))
    assert lists
    assert all({kind(item) for item in content(found)} <= {"LI", "L"} for found in lists)


@KINDS
def test_the_outline_holds_every_heading(papers: Papers, which: str) -> None:
    def count(items: list[pikepdf.OutlineItem]) -> int:
        return sum(1 + count(item.children) for item in items)

    headings = [e for e in elements(papers[which].pdf) if re.fullmatch(r"H\d", kind(e))]
    with papers[which].pdf.open_outline() as outline:
        assert count(outline.root) == len(headings)


def test_the_same_document_gives_the_same_pdf(papers: Papers, with_office: None) -> None:
    paper = papers["enhetsutdrag"]
    (layout,) = office.lay_out([paper.docx.read_bytes()], pdf=True)
    assert isinstance(layout, office.Layout)
    assert layout.pdf == paper.pdf_path.read_bytes()


def test_libreoffice_recomputes_every_field_and_list_to_what_stands_there(
    papers: Papers, tmp_path: Path, with_office: None
) -> None:
    for name, (before, after) in recompute([paper.docx for paper in papers.values()], tmp_path).items():
        assert _lines(before) == _lines(after), name


def _lines(text: str) -> list[str]:
    """The lines with single spaces: LibreOffice has no tab after the number of its own contents lists.

    The page in a list of tables is left out: LibreOffice writes its own list with wider lines, which may add a page.
    Those pages are held against the PDF.
    """
    return [re.sub(r"^(Tabell \d+\. .*) \d+$", r"\1", " ".join(line.split())) for line in text.split("\n")]


def test_a_comparison_of_versions_has_its_page_numbers_so_that_word_asks_nothing(
    demo: tuple[Demo, Path], with_office: None
) -> None:
    names = ("ramar-februari", "forslag-oppositionen")
    with open_house(demo[1], lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)) as house:
        done = compare_versions(house, Kind.MRP, 2027, "", *names, by="Sekreteraren")
    with zipfile.ZipFile(io.BytesIO(done.content)) as archive:
        body = archive.read("word/document.xml")
    assert b" PAGEREF " in body
    assert b"w:dirty" not in body
