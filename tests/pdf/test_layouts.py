"""Small documents laid out: sections with page numbers of their own, pictures, numbers that never settle."""

import io
from collections.abc import Sequence

import pikepdf
import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from service import word
from service.batch import with_pictures
from service.pdf import Layout, Limits, OfficeFault, PageMap, departures, lay_out, layout, settle
from service.pdf.charts import without_charts
from service.pdf.structure import alternative, content, elements

from ..documents.contexts import vp_context
from ..documents.paper import template as template_of
from ..word.build import Docx, saved, template

pytestmark = pytest.mark.office


def numbered(document: Docx) -> None:
    """A first section with roman page numbers, and a second that begins at 11."""
    paragraphs = document.paragraphs
    paragraphs[2].add_run().add_break(WD_BREAK.PAGE)
    end = document.add_section()
    first = paragraphs[3]._p.get_or_add_pPr()
    last = document.element.body.findall(f".//{{{document.element.nsmap['w']}}}p")[-1]
    first.append(last.pPr.sectPr)
    last.getparent().remove(last)
    first.sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="lowerRoman"/>'))
    end._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="11"/>'))


def pictured(*descriptions: str) -> bytes:
    """A document with a picture for each description; `-` is a decorative one."""
    document = Document()
    document.core_properties.title = "Bilder"
    for n, words in enumerate(descriptions):
        picture = io.BytesIO()
        Image.new("RGB", (60, 40), (200, 40 * n, 0)).save(picture, "PNG")
        picture.seek(0)
        drawing = document.add_paragraph(f"Bild {n}").add_run().add_picture(picture)._inline.docPr
        if words == "-":
            drawing.append(parse_xml(DECORATIVE))
        else:
            drawing.set("descr", words)
    return saved(document)


DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def test_page_numbers_are_those_printed_in_each_section(with_office: None) -> None:
    paragraphs = ("[[innehåll]]", ("Heading 1", "Ett"), "Text", ("Heading 1", "Två"), ("Heading 1", "Tre"))
    source = template(*paragraphs, edit=numbered)

    def render(pages: PageMap | None) -> bytes:
        return word.render(source, {}, pages=None if pages is None else word.Pages(pages.numbers, pages.total))

    (settled,) = settle([render], [None], pdf=False)
    assert settled.pages is not None, settled.fault
    assert (list(settled.pages.numbers.values()), settled.pages.total) == (["i", "ii", "11"], 3)
    assert settled.is_steady


def test_only_what_says_a_page_is_laid_out_more_than_once(with_office: None, monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[tuple[int, bool]] = []

    def counted(documents: Sequence[bytes], *, pdf: bool, limits: Limits | None = None) -> list[Layout | OfficeFault]:
        passes.append((len(documents), pdf))
        return lay_out(documents, pdf=pdf, limits=limits)

    monkeypatch.setattr(layout, "lay_out", counted)
    with_contents = template("[[innehåll]]", ("Heading 1", "Ett"), "Text")

    def contents(pages: PageMap | None) -> bytes:
        return word.render(with_contents, {}, pages=None if pages is None else word.Pages(pages.numbers, pages.total))

    def plain(pages: PageMap | None) -> bytes:
        return pictured("En bild")

    first, other = settle([contents, plain], [None, None], pdf=True)
    assert passes == [(1, False), (2, True)]
    passes.clear()
    assert settle([contents], [first.pages], pdf=True)[0].pdf == first.pdf
    assert passes == [(1, True)]
    assert all(settled.is_steady and settled.pdf for settled in (first, other))


def test_a_layout_that_leaves_charts_undrawn_puts_everything_where_it_stands_with_them(with_office: None) -> None:
    paper = word.render(template_of("verksamhetsplan"), with_pictures(vp_context()))
    assert without_charts(paper) != paper
    quick, whole = lay_out([paper], pdf=False)[0], lay_out([paper], pdf=True)[0]
    assert isinstance(quick, Layout)
    assert isinstance(whole, Layout)
    assert quick.pages == whole.pages
    without_any = pictured("En bild")
    assert without_charts(without_any) == without_any


def test_figures_have_their_words_and_hold_what_is_drawn(with_office: None) -> None:
    told, untold = lay_out([pictured("En röd bild", "-", "En brun bild"), pictured("")], pdf=True)
    assert isinstance(told, Layout)
    assert isinstance(untold, Layout)
    assert told.pdf is not None
    assert untold.pdf is not None
    with pikepdf.open(io.BytesIO(told.pdf)) as pdf:
        figures = list(elements(pdf, "Figure"))
        assert [alternative(figure) for figure in figures] == ["En röd bild", "En brun bild"]
        assert all(content(figure) for figure in figures)
        assert departures(pdf) == ([], [])
    with pikepdf.open(io.BytesIO(untold.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert "en bild saknar alternativtext" in departures(pdf)[1]
        assert "pdfuaid:part" not in metadata
        assert metadata["pdfaid:part"] == "2"


def test_numbers_that_never_settle_are_flagged_after_the_last_pass(with_office: None) -> None:
    def render(pages: PageMap | None) -> bytes:
        """Whichever page the heading is said to be on, it is on the other."""
        document = Document()
        heading = document.add_heading("Rubrik", 1)
        heading.paragraph_format.page_break_before = pages is not None and "1" in pages.numbers.values()
        document.paragraphs[0].insert_paragraph_before("Före")
        start = '<w:bookmarkStart {} w:id="1" w:name="_Toc1"/>'
        heading._p.append(parse_xml(start.format(nsdecls("w"))))
        heading._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>'))
        code = "<w:r {}><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>"
        heading._p.append(parse_xml(code.format(nsdecls("w"))))
        return saved(document)

    (settled,) = settle([render], [None], pdf=False)
    assert not settled.is_steady
    assert settled.pages is not None
