"""References, captions, contents and heading numbers: right when the file opens."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from service.word import TemplateFault, render, titles

from .build import (
    Docx,
    Run,
    bookmark_of,
    bookmarks,
    fields,
    filled,
    made,
    opened,
    outline,
    part,
    styled,
    template,
    texts,
)


def test_a_reference_is_a_live_field_to_the_anchors_bookmark() -> None:
    document = made("{{ anchor('resultat 2.3', '2.3') }} Text", "Se {{ ref('Resultat  2.3') }}.")
    ((code, result),) = fields(document)
    assert result == "2.3"
    assert bookmarks(document) == {bookmark_of(code): "2.3"}
    assert bookmark_of(code).startswith("_Ref")
    assert len(bookmark_of(code)) == len("_Ref") + 9


def test_a_bookmarks_name_follows_from_its_key_alone() -> None:
    def name(*before: str) -> str:
        return bookmark_of(fields(made(*before, "{{ anchor('mål 2', '2') }} {{ ref('mål 2') }}"))[0][0])

    assert name() == name("{{ anchor('mål 1', '1') }}", "annat")


def test_a_run_may_be_a_reference_before_or_after_its_anchor() -> None:
    text = styled(Run("Se "), Run("[[mål 2]]", reference="mål 2", bold=True), Run("."))
    document = made("{{ text }}", "{{ anchor('mål 2', '2') }}", text=text)
    assert texts(document) == ["Se 2.", "2"]
    assert fields(document)[0][1] == "2"
    assert all(run.bold for run in document.paragraphs[0].runs if run.text == "2")


def test_what_stands_in_another_document_is_said_in_words() -> None:
    text = styled(Run("x", reference="mål 9", elsewhere="mål 9 i budget & plan"))
    document = made("{{ text }}, {{ ref('mål 8', 'mål 8 i planen') }}", text=text)
    assert texts(document) == ["mål 9 i budget & plan, mål 8 i planen"]
    assert fields(document) == []


def test_a_reference_to_nothing_is_a_fault_that_names_it_and_the_nearest() -> None:
    source = template("{{ anchor('mål 2.3', '2.3') }}", "Jämför {{ ref('mål 2.4') }} här")
    with pytest.raises(TemplateFault, match=r"Jämför.*'mål 2.4'.*mål 2.3"):
        render(source, {})


def test_the_first_anchor_of_a_key_is_the_one_that_counts() -> None:
    document = made("{{ anchor('A', 'ett') }}", "{{ anchor('a', 'två') }}", "{{ ref('a') }}")
    assert texts(document) == ["ett", "två", "ett"]
    assert len(bookmarks(document)) == 1


def test_an_anchor_in_a_header_is_plain_text() -> None:
    def header(document: Docx) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ anchor('a', 'topp') }} {{ ref('a') }}"

    done = filled(template("{{ anchor('a', 'ett') }}", edit=header))
    assert opened(done).sections[0].header.paragraphs[0].text == "topp ett"


def test_a_heading_is_referred_to_by_its_number() -> None:
    document = made(
        ("Heading 1", "Inledning"), ("Heading 1", "{{ rubrik }}"), ("Heading 2", "Drift"),
        "{{ ref('kapitel mål & medel') }}, {{ ref('KAPITEL  drift') }}", rubrik="Mål & medel",
    )  # fmt: skip
    codes = fields(document)
    assert [result for _, result in codes] == ["2", "2.1"]
    assert all(code.endswith("\\r \\h") for code, _ in codes)
    assert bookmarks(document)[bookmark_of(codes[1][0])] == "Drift"


def test_headings_nobody_refers_to_have_no_bookmark() -> None:
    assert bookmarks(made(("Heading 1", "Mål"))) == {}


def test_a_caption_numbers_itself_within_its_label_and_is_referred_to_by_its_number() -> None:
    document = made(
        ("Caption", "Tabell: Drift {{ ar }}"), ("Caption", "Diagram: Utfall"),
        ("Caption", "Tabell: Investeringar"), "tabell {{ ref('tabell investeringar') }}", ar=2027,
    )  # fmt: skip
    assert texts(document) == ["Tabell 1. Drift 2027", "Diagram 1. Utfall", "Tabell 2. Investeringar", "tabell 2"]
    assert [code for code, _ in fields(document)][:3] == [
        "SEQ Tabell \\* ARABIC", "SEQ Diagram \\* ARABIC", "SEQ Tabell \\* ARABIC",
    ]  # fmt: skip
    assert list(bookmarks(document).values()) == ["2"]
    assert document.paragraphs[0].paragraph_format.keep_with_next


def test_captions_in_a_loop_count_on() -> None:
    source = template("{%p for n in alla %}", ("Caption", "Tabell: {{ n }}"), "{%p endfor %}")
    assert texts(opened(filled(source, alla=["A", "B"]))) == ["Tabell 1. A", "Tabell 2. B"]


def test_data_that_looks_like_a_command_is_only_text() -> None:
    document = made("{{ a }}", ("Caption", "{{ b }}"), a="[[innehåll]]", b="Tabell: x")
    assert texts(document) == ["[[innehåll]]", "Tabell: x"]


def contents(document: Docx) -> list[tuple[str, str]]:
    """(style, text) of the lines in contents lists."""
    names = {style.style_id: style.name for style in document.styles}
    lines = document.element.body.xpath("w:sdt/w:sdtContent/w:p")
    return [(names[line.pPr.pStyle.val], "".join(map(shown, line.xpath(".//w:r/w:t|.//w:r/w:tab")))) for line in lines]


def shown(element: BaseOxmlElement) -> str:
    return "\t" if element.tag == qn("w:tab") else element.text or ""


CHAPTERS = [("Heading 1", "Mål"), ("Heading 2", "{{ a }}"), ("Heading 3", "Djupt"), ("Heading 1", "Drift & annat")]


def test_the_contents_list_every_heading_of_its_levels_with_number_and_link() -> None:
    document = made("[[innehåll]]", *CHAPTERS, a="Barn\noch unga")
    assert contents(document) == [
        ("toc 1", "1\tMål\t–"), ("toc 2", "1.1\tBarn och unga\t–"), ("toc 1", "2\tDrift & annat\t–"),
    ]  # fmt: skip
    assert fields(document)[0][0] == 'TOC \\o "1-2" \\h \\z \\u'
    links = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    marked = bookmarks(document)
    assert [marked[name] for name in links] == ["Mål", "Barnoch unga", "Drift & annat"]


def test_the_levels_of_the_contents_can_be_chosen() -> None:
    document = made("[[innehåll 1-3]]", *CHAPTERS, a="x")
    assert [style for style, _ in contents(document)] == ["toc 1", "toc 2", "toc 3", "toc 1"]


def test_the_list_of_tables_lists_its_captions() -> None:
    document = made("[[tabellförteckning]]", ("Caption", "Tabell: Drift"), ("Caption", "Diagram: Nej"))
    assert contents(document) == [("table of figures", "Tabell 1. Drift\t–")]


def test_contents_without_entries_and_twice_the_same_are_sound() -> None:
    document = made("[[innehåll]]", "[[tabellförteckning]]", "[[innehåll]]")
    assert len(fields(document)) == 3
    twice = made("[[innehåll]]", "[[innehåll]]", ("Heading 1", "Mål"))
    assert len(bookmarks(twice)) == 1


def test_a_missing_contents_style_is_a_fault_that_names_it() -> None:
    source = template("[[innehåll]]", ("Heading 1", "x"), edit=lambda d: d.styles["toc 1"].delete())
    with pytest.raises(TemplateFault, match="toc 1"):
        render(source, {})


def numbered(*paragraphs: tuple[int, str], levels: str) -> list[str]:
    """The numbers of (level, text) paragraphs in a list of these `w:lvl`s, read off the references to them."""

    def edit(document: Docx) -> None:
        numbering = document.part.numbering_part.element
        for old in numbering.xpath("w:abstractNum[@w:abstractNumId=90]/w:lvl"):
            old.getparent().remove(old)
        abstract = numbering.xpath("w:abstractNum[@w:abstractNumId=90]")[0]
        for level in parse_xml(f"<w:abstractNum {nsdecls('w')}>{levels}</w:abstractNum>"):
            abstract.append(level)

    written = [(f"Heading {level}", text) for level, text in paragraphs]
    asked = [f"{{{{ ref('kapitel {text}') }}}}" for _, text in paragraphs]
    return [result for _, result in fields(opened(filled(template(*written, *asked, edit=edit))))]


def level(n: int, text: str, style: int, form: str = "decimal", start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:pStyle w:val="Heading{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_deeper_levels_begin_anew_and_formats_are_words() -> None:
    levels = level(0, "%1.", 1, "upperRoman") + level(1, "%1.%2", 2, "lowerLetter") + level(2, "%3)", 3, start=5)
    chapters = [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (3, "F"), (1, "G"), (2, "H")]
    assert numbered(*chapters, levels=levels) == ["I", "I.a", "5)", "6)", "I.b", "5)", "II", "II.a"]


def test_a_level_may_go_on_counting_and_print_all_as_digits() -> None:
    levels = level(0, "%1", 1, "upperRoman") + level(1, "%1.%2", 2, extra='<w:lvlRestart w:val="0"/><w:isLgl/>')
    chapters = [(1, "A"), (2, "B"), (1, "C"), (2, "D")]
    assert numbered(*chapters, levels=levels) == ["I", "1.1", "II", "2.2"]


def test_a_heading_taken_out_of_the_list_is_referred_to_by_its_text() -> None:
    def unnumbered(document: Docx) -> None:
        numpr = document.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
        numpr.get_or_add_numId().val = 0

    source = template(("Heading 1", "Bilagor"), ("Heading 1", "Mål"), "{{ ref('kapitel bilagor') }}{{ ref('kapitel mål') }}", edit=unnumbered)  # fmt: skip  # noqa: E501
    assert [result for _, result in fields(opened(filled(source)))] == ["Bilagor", "1"]


def test_bookmarks_and_pictures_copied_by_a_loop_are_told_apart() -> None:
    def bookmarked(document: Docx) -> None:
        paragraph = document.paragraphs[1]._p
        paragraph.insert(1, parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="plats"/>'))
        paragraph.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))
        drawing = '<w:r {}><w:drawing><wp:inline><wp:docPr id="4" name="x"/></wp:inline></w:drawing></w:r>'
        paragraph.append(parse_xml(drawing.format(nsdecls("w", "wp"))))

    source = template("{%p for n in alla %}", "{{ n }}", "{%p endfor %}", edit=bookmarked)
    done = filled(source, alla=["a", "b"])
    assert bookmarks(opened(done)) == {"plats": "a"}
    drawings = part(done).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert [drawing.get("id") for drawing in drawings] == ["1", "2"]


def test_references_work_inside_lists_and_cells() -> None:
    def table(document: Docx) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ a }}"

    text = styled(Run("- se "), Run(reference="mål 1"), Run("\n- slut"))
    document = opened(filled(template("{{ anchor('mål 1', '1') }}", "{{ a }}", edit=table), a=text))
    assert outline(document)[1:] == [("List Bullet", "se 1"), ("List Bullet", "slut")]
    assert [p.text for p in document.tables[0].cell(0, 0).paragraphs] == ["se 1", "slut"]


def test_the_titles_of_a_template_are_known_before_any_data() -> None:
    source = template(
        ("Heading 1", "Mål"), ("Heading 2", "{%p if x %}"), ("Heading 2", "Ram {{ ar }}"), ("Heading 3", "{{ a }}"),
        ("Caption", "Tabell: Drift {{ ar }}"), ("Caption", "Diagram: Utfall"),
    )  # fmt: skip
    found = titles(source)
    assert found["kapitel"] == {"Mål", "Ram"}
    assert (found["tabell"], found["diagram"], found["figur"]) == ({"Drift"}, {"Utfall"}, frozenset())


def test_a_title_may_be_named_by_its_beginning_when_only_one_begins_so() -> None:
    source = template(
        ("Heading 1", "Driftbudget {{ ar }}"), ("Heading 1", "Bilaga A"), ("Heading 1", "Bilaga B"),
        "{{ ref('kapitel driftbudget') }}{{ ref('kapitel bilaga', 'som det skrevs') }}",
    )  # fmt: skip
    document = opened(filled(source, ar=2027))
    assert [result for _, result in fields(document)] == ["1"]
    assert document.paragraphs[-1].text == "1som det skrevs"
