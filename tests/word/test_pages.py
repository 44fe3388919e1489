"""Page numbers: filled in from a layout, or left for Word to compute."""

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Twips

from service.word import Pages

from .build import Docx, fields, filled, opened, part, template

CHAPTERS = ("[[innehåll]]", "[[tabellförteckning]]", ("Heading 1", "Mål"), ("Caption", "Tabell: Drift"))


def bookmark_names(document: Docx) -> list[str]:
    return [start.get(qn("w:name")) for start in document.element.body.iter(qn("w:bookmarkStart"))]


def page_fields(document: Docx) -> list[tuple[str, str]]:
    return [(code, result) for code, result in fields(document) if code.startswith("PAGEREF")]


def dirty(document: Docx) -> int:
    return len(document.element.body.xpath("//w:fldChar[@w:dirty]"))


def test_the_contents_print_the_page_of_each_heading_and_caption_in_a_live_field() -> None:
    source = template(*CHAPTERS)
    goal, table = bookmark_names(opened(filled(source)))
    document = opened(filled(source, pages=Pages({goal: "iv", table: "12"}, 13)))
    assert page_fields(document) == [(f"PAGEREF {goal} \\h", "iv"), (f"PAGEREF {table} \\h", "12")]
    assert dirty(document) == 0


def test_without_a_layout_word_is_asked_to_compute_the_pages_and_nothing_false_stands_there() -> None:
    document = opened(filled(template(*CHAPTERS)))
    assert [result for _, result in page_fields(document)] == ["–", "–"]
    assert dirty(document) == 2


def test_a_page_that_the_layout_does_not_know_is_left_for_word_alone() -> None:
    source = template(*CHAPTERS)
    goal, _ = bookmark_names(opened(filled(source)))
    assert dirty(opened(filled(source, pages=Pages({goal: "2"}, 2)))) == 1


def test_names_of_bookmarks_are_letters_and_digits_after_an_underscore() -> None:
    for name in bookmark_names(opened(filled(template(*CHAPTERS)))):
        assert name.startswith("_")
        assert name[1:].isalnum()
        assert name.isascii()


def test_the_number_of_pages_is_filled_in_wherever_it_stands() -> None:
    def edit(document: Docx) -> None:
        footer = document.sections[0].footer.paragraphs[0]
        for kind, text in (("begin", ""), ("", " NUMPAGES "), ("separate", ""), ("result", "1"), ("end", "")):
            run = footer.add_run(text if kind == "result" else "")
            if kind in ("begin", "separate", "end"):
                mark = run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind})
                run._r.append(mark)
            elif kind == "":
                code = run._r.makeelement(qn("w:instrText"), {})
                code.text = text
                run._r.append(code)

    done = filled(template("Text", edit=edit), pages=Pages({}, 17))
    assert opened(done).sections[0].footer.paragraphs[0].text == "17"


@pytest.mark.parametrize(("width", "margin"), [(11906, 1247), (16838, 1000)])
def test_page_numbers_stand_at_the_right_margin_of_their_own_section_after_dots(width: int, margin: int) -> None:
    def edit(document: Docx) -> None:
        section = document.sections[0]
        section.page_width, section.left_margin, section.right_margin = Twips(width), Twips(margin), Twips(margin)
        section.gutter = Twips(0)
        document.add_section().page_width = Twips(5000)

    line = part(filled(template(*CHAPTERS, edit=edit))).find(f".//{qn('w:sdtContent')}/{qn('w:p')}")
    *_, tab = line.iter(qn("w:tabs")).__next__()
    assert (tab.get(qn("w:val")), tab.get(qn("w:leader"))) == ("right", "dot")
    assert tab.get(qn("w:pos")) == str(width - 2 * margin)


def test_a_right_tab_of_the_municipalitys_own_style_is_left_alone() -> None:
    def edit(document: Docx) -> None:
        stops = document.styles["toc 1"].paragraph_format.tab_stops
        stops.add_tab_stop(Twips(8000), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    line = part(filled(template(*CHAPTERS, edit=edit))).find(f".//{qn('w:sdtContent')}/{qn('w:p')}")
    assert [tab.get(qn("w:val")) for tab in line.iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/*")] == ["left"]
