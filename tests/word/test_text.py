"""Text a person types reaches the document as typed, with its breaks, lists and look."""

import io
import re
import zipfile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import Listing, RichText
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from .build import Docx, Run, filled, made, opened, outline, part, styled, template, texts

TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ALONE = template("{{ text }}")
EVERYWHERE = template(
    "Före {{ text }} efter",
    edit=lambda document: (
        document.sections[0].header.paragraphs[0].add_run("{{ text }}"),
        document.sections[0].footer.paragraphs[0].add_run("x{{ text }}"),
        document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("x{{ text }}"),
    ),
)


def written(document: Docx) -> str:
    """Every character of the body, breaks and tabs left out."""
    return "".join(t.text or "" for t in document.element.body.iter(qn("w:t")))


def kept(text: str) -> str:
    """What of a typed text must stand in the file: all but controls, breaks and noncharacters."""
    return "".join(c for c in text if c >= " " and not "\ufdd0" <= c <= "\ufdef" and c not in "\ufffe\uffff")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TYPED)
@example("{{ namn }} {% if %} {_{ }_} {# x #} [[innehåll]] Tabell: x")
@example("A & B < C > D \"E\" 'F' &amp; ]]> <w:p/>")
@example("\ufdd0\ufdd3\ufdd9nyckel\ufddf\ufdef")
def test_any_text_comes_through_literally(text: str) -> None:
    document = opened(filled(EVERYWHERE, text=f"x{text}x"))
    expected = f"x{kept(text)}x"
    assert _unlisted(written(document)) == _unlisted(f"Före {expected} efterx{expected}")
    assert _unlisted(_all(document.sections[0].header._element)) == _unlisted(expected)
    assert _unlisted(_all(document.sections[0].footer._element)) == _unlisted(f"x{expected}")


@settings(max_examples=75, deadline=None)
@given(st.lists(st.tuples(TYPED, st.booleans(), st.booleans()), max_size=4))
def test_any_styled_text_comes_through_literally(runs: list[tuple[str, bool, bool]]) -> None:
    value = styled(*(Run(text, bold, italic) for text, bold, italic in runs))
    document = opened(filled(ALONE, text=value))
    assert _unlisted(written(document)) == _unlisted("".join(kept(text) for text, _, _ in runs))


def _all(element: object) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))  # type: ignore[attr-defined]


def _unlisted(text: str) -> str:
    """A list's signs are not written but drawn by Word: compare without what may be one."""
    return "".join(c for c in text if c not in "-. 0123456789")


def test_a_line_break_breaks_the_line_and_a_blank_line_begins_a_paragraph() -> None:
    assert texts(made("{{ text }}", text="ett\ntvå\n\ntre\r\nfyra")) == ["ett\ntvå", "tre\nfyra"]


def test_a_tab_is_a_tab() -> None:
    assert texts(made("{{ text }}", text=styled(Run("a\tb")))) == ["a\tb"]


def test_bold_and_italics_add_to_the_look_of_the_templates_run() -> None:
    def small(document: Docx) -> None:
        run = document.add_paragraph().add_run("{{ text }}")
        run.font.all_caps = True

    text = styled(Run("a "), Run("b", bold=True), Run(" c", italic=True), Run("d", bold=True, italic=True))
    runs = opened(filled(template(edit=small), text=text)).paragraphs[0].runs
    assert [(r.text, r.bold, r.italic, r.font.all_caps) for r in runs] == [
        ("a ", None, None, True),
        ("b", True, None, True),
        (" c", None, True, True),
        ("d", True, True, True),
    ]


def test_dashed_lines_become_a_real_list_and_the_rest_keeps_its_paragraph() -> None:
    document = made(("Quote", "{{ text }}"), text="Vi ska\n- bygga\n- riva\nSnart.\nJa.")
    assert outline(document) == [
        ("Quote", "Vi ska"),
        ("List Bullet", "bygga"),
        ("List Bullet", "riva"),
        ("Quote", "Snart.\nJa."),
    ]


def test_each_numbered_list_begins_anew_with_a_definition_of_its_own() -> None:
    document = made("{{ a }}", "{{ b }}", a="1. x\n2. y", b=styled(Run("Först:\n1. z\n2. "), Run("w", bold=True)))
    assert [name for name, _ in outline(document)] == ["List Number"] * 2 + ["Normal"] + ["List Number"] * 2
    used = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert used[0] == used[1] != used[2] == used[3]
    numbering = document.part.numbering_part.element
    definitions = {num.numId: num.abstractNumId.val for num in numbering.num_lst}
    assert definitions[used[0]] != definitions[used[2]]


def test_a_numbered_list_starts_where_its_author_starts_it() -> None:
    document = made("{{ a }}", a="3. x\n4. y")
    num_id = document.paragraphs[0]._p.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    abstract = numbering.xpath(f"w:abstractNum[@w:abstractNumId=../w:num[@w:numId={num_id}]/w:abstractNumId/@w:val]")
    assert abstract[0].find(f"{qn('w:lvl')}/{qn('w:start')}").get(qn("w:val")) == "3"


def test_one_line_that_begins_with_a_number_is_no_list() -> None:
    assert outline(made("{{ a }}", a="1. Inledning")) == [("Normal", "1. Inledning")]


def test_a_heading_stays_one_heading_whatever_its_text() -> None:
    document = made(("Heading 1", "{{ a }}"), a="- Mål\n\n- och medel")
    assert outline(document) == [("Heading 1", "- Mål\n- och medel")]


def test_without_the_list_style_the_signs_stand_as_typed() -> None:
    def unlisted(document: Docx) -> None:
        for name in ("List Bullet", "List Number"):
            document.styles[name].delete()

    document = opened(filled(template("{{ a }}", edit=unlisted), a="- x\n1. y\n2. z"))
    assert texts(document) == ["- x\n1. y\n2. z"]


def test_lists_work_in_a_cell_which_still_ends_in_a_paragraph() -> None:
    def table(document: Docx) -> None:
        document.add_table(1, 2).cell(0, 1).text = "{{ a }}"

    document = opened(filled(template(edit=table), a="Vi ska\n- x\n- y"))
    cell = document.tables[0].cell(0, 1)
    assert [(p.style.name, p.text) for p in cell.paragraphs] == [
        ("Normal", "Vi ska"),
        ("List Bullet", "x"),
        ("List Bullet", "y"),
    ]


def test_text_before_the_value_keeps_its_first_line_from_being_an_item() -> None:
    assert outline(made("Svar: {{ a }}", a="- x\n- y")) == [("Normal", "Svar: - x"), ("List Bullet", "y")]


def test_a_template_without_numbering_part_gets_one_for_its_lists() -> None:
    source = template("{{ a }}")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if name == "word/numbering.xml":
                continue
            if name == "[Content_Types].xml":
                blob = _without(blob, "numbering.xml")
            if name == "word/_rels/document.xml.rels":
                blob = _without(blob, "numbering.xml")
            if name == "word/styles.xml":
                blob = re.sub(rb"<w:numPr>.*?</w:numPr>", b"", blob, flags=re.DOTALL)
            new.writestr(name, blob)
    done = filled(out.getvalue(), a="- x\n1. y\n2. z")
    assert [name for name, _ in outline(opened(done))] == ["List Bullet", "List Number", "List Number"]
    assert len(part(done, "word/numbering.xml")) == 4


def _without(blob: bytes, word: str) -> bytes:
    root = etree.fromstring(blob)
    for child in list(root):
        if any(word in str(value) for value in child.attrib.values()):
            root.remove(child)
    return etree.tostring(root)


def test_a_section_ends_after_the_last_paragraph_of_the_value() -> None:
    def section(document: Docx) -> None:
        document.add_section()
        document.paragraphs[-1].add_run("{{ a }}")

    body = opened(filled(template(edit=section), a="x\n\ny")).element.body
    assert [bool(p.xpath("w:pPr/w:sectPr")) for p in body.iterchildren(qn("w:p"))] == [False, True]


def test_docxtpls_rich_text_and_listing_still_print() -> None:
    document = made("{{r rich }}", "{{ listing }}", rich=RichText("fet & stor", bold=True), listing=Listing("a\nb & c"))
    assert texts(document) == ["fet & stor", "a\nb & c"]
    assert [r.bold for r in document.paragraphs[0].runs if r.text] == [True]


def test_words_printed_between_runs_are_not_lost() -> None:
    assert texts(made("a {{r text }} b", text="x\ny")) == ["a x\ny b"]


def test_a_value_in_an_attribute_is_its_words_alone() -> None:
    def picture(document: Docx) -> None:
        properties = document.add_table(1, 1)._tbl.tblPr
        properties.append(properties.makeelement(qn("w:tblCaption"), {qn("w:val"): "{{ a }}"}))

    done = filled(template("x", edit=picture), a='rad 1\n- rad "2"')
    caption = next(part(done).iter(qn("w:tblCaption")))
    assert caption.get(qn("w:val")) == 'rad 1 - rad "2"'


def test_a_value_inside_a_link_stays_on_its_line() -> None:
    def link(document: Docx) -> None:
        paragraph = document.add_paragraph("Se ")._p
        runs = '<w:hyperlink {} w:anchor="_top"><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:hyperlink>'
        paragraph.append(parse_xml(runs.format(nsdecls("w"))))

    text = styled(Run("x\n\n- "), Run("y", bold=True))
    line = opened(filled(template(edit=link), a=text)).paragraphs[0]
    assert line.text == "Se x\n- y"
    assert line.hyperlinks[0].runs[-1].bold


def test_footnotes_are_filled_in_too() -> None:
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )

    def add(document: Docx) -> None:
        name = PackURI("/word/footnotes.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part_ = Part(name, kind, notes.encode(), document.part.package)
        document.part.relate_to(part_, RELATIONSHIP_TYPE.FOOTNOTES)

    done = filled(template("x", edit=add), a="A & B\n\nC")
    assert [_all(p) for p in part(done, "word/footnotes.xml").iter(qn("w:p"))] == ["A & B", "C"]
