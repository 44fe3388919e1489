"""What docxtpl renders reads the same here: texts, looks, tables and parts, template by template."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from lxml import etree

from service.word import ReplacedFile, ReplacedPart, ReplacedPicture, check, render, replaced

from .build import Docx, filled, opened, parts, saved
from .images import GIF, PNG

ROWS = [
    {"kod": "BUN", "namn": "Barn & unga", "belopp": 12},
    {"kod": "KS", "namn": "Kommunstyrelsen", "belopp": 7},
    {"kod": "SN", "namn": "Social <nämnd>", "belopp": 0},
]
CONTEXT = {"namn": "Målkommunen", "rader": ROWS, "ja": True, "nej": False, "farg": "FF0000", "n": 2, "tom": []}


@dataclass(frozen=True)
class Case:
    """A template made with python-docx and what it is filled with."""

    build: Callable[[Docx], object]
    context: Mapping[str, Any]


def lines(*texts: str) -> Callable[[Docx], None]:
    return lambda document: [document.add_paragraph(text) for text in texts] and None


def grid(*rows: tuple[str, ...]) -> Callable[[Docx], None]:
    def build(document: Docx) -> None:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return build


def framed(document: Docx) -> None:
    document.add_paragraph("Brödtext {{ namn }}")
    section = document.sections[0]
    section.header.paragraphs[0].text = "{% if ja %}Huvud{% endif %} {{ namn }}"
    section.footer.paragraphs[0].text = "{% for r in rader %}{{ r.kod }} {% endfor %}"


def torn(document: Docx) -> None:
    paragraph = document.add_paragraph("Före {")
    for number, piece in enumerate(("{ na", "mn", " }", "} och {% if ja ", "%}ja{% endif %}")):
        paragraph.add_run(piece).bold = number % 2 == 0


def in_runs(document: Docx) -> None:
    paragraph = document.add_paragraph("Se ")
    for text in ("{%r for r in rader %}", "{{ r.kod }} ", "{%r endfor %}", "slut"):
        paragraph.add_run(text).italic = True


def merged_down(document: Docx) -> None:
    grid(("Kod", "Namn"), ("{%tr for r in rader %}", ""), ("{% vm %}samma", "{{ r.namn }}"), ("{%tr endfor %}", ""))(
        document
    )


def merged_across(document: Docx) -> None:
    grid(("{%tc for r in rader %}", "{% hm %}rubrik", "{%tc endfor %}"), ("{%tc for r in rader %}", "{{ r.kod }}", "{%tc endfor %}"))(document)  # fmt: skip  # noqa: E501


def spanned(document: Docx) -> None:
    table = document.add_table(2, 3)
    table.cell(0, 0).text = "{% colspan n + 1 %}{% cellbg farg %}bred"
    for cell in table.rows[0].cells[1:]:
        table.rows[0]._tr.remove(cell._tc)
    for cell, text in zip(table.rows[1].cells, "abc", strict=True):
        cell.text = text


def nested(document: Docx) -> None:
    inner = document.add_table(1, 2).cell(0, 1).add_table(3, 1)
    for row, text in enumerate(("{%tr for r in rader %}", "{{ r.namn }}", "{%tr endfor %}")):
        inner.cell(row, 0).text = text


CASES = {
    "fields": Case(lines("{{ namn }}", "{{ rader[0].namn }} {{ rader[1]['kod'] }}", "{{ n + 1 }} {{ 'a' ~ n }}"), CONTEXT),  # noqa: E501
    "filters": Case(lines("{{ namn|upper }} {{ rader|length }} {{ rader|map(attribute='kod')|join(', ') }}"), CONTEXT),
    "conditions": Case(lines("{% if ja %}ja{% else %}nej{% endif %}{% if nej %}x{% elif n == 2 %}två{% endif %}"), CONTEXT),  # noqa: E501
    "paragraph loop": Case(lines("{%p for r in rader %}", "{{ loop.index }} {{ r.namn }}", "{%p endfor %}", "efter"), CONTEXT),  # noqa: E501
    "paragraph condition": Case(lines("a", "{%p if nej %}", "borta", "{%p else %}", "kvar", "{%p endif %}", "b"), CONTEXT),  # noqa: E501
    "inline loop": Case(lines("{% for r in rader %}{{ r.kod }}{% if not loop.last %}, {% endif %}{% endfor %}."), CONTEXT),  # noqa: E501
    "comments": Case(lines("a{# borta #}b", "{#p hela stycket #}", "{#- tyst -#}c"), CONTEXT),
    "joined paragraphs": Case(lines("ett", "{%- if ja %} två", "{%- endif %}", "tre"), CONTEXT),
    "joined after": Case(lines("x {% if ja -%}", "y", "{%- endif %} z"), CONTEXT),
    "set and macro": Case(lines("{% set a = n * 3 %}{{ a }}", "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(namn) }}"), CONTEXT),  # noqa: E501
    "literal tags": Case(lines("{_{ namn }_} {_% if %_}"), CONTEXT),
    "curly quotes": Case(lines("{{ namn or ”x” }} {% if namn == ‘y’ %}z{% endif %}"), CONTEXT),
    "row loop": Case(grid(("Kod", "Namn"), ("{%tr for r in rader %}", ""), ("{{ r.kod }}", "{{ r.namn }}"), ("{%tr endfor %}", "")), CONTEXT),  # noqa: E501
    "row loop of conditions": Case(grid(("{%tr for r in rader %}", ""), ("{%tr if r.belopp %}", ""), ("{{ r.kod }}", "{{ r.belopp }}"), ("{%tr endif %}", ""), ("{%tr endfor %}", "")), CONTEXT),  # noqa: E501
    "column loop": Case(grid(("Namn", "{%tc for r in rader %}", "{{ r.kod }}", "{%tc endfor %}"), ("belopp", "{%tc for r in rader %}", "{{ r.belopp }}", "{%tc endfor %}")), CONTEXT),  # noqa: E501
    "row comment": Case(grid(("a", "b"), ("{#tr borta #}", ""), ("c", "d")), CONTEXT),
    "loop in a cell": Case(grid(("{% for r in rader %}{{ r.kod }} {% endfor %}", "b")), CONTEXT),
    "headers and footers": Case(framed, CONTEXT),
    "tags torn over runs": Case(torn, CONTEXT),
    "run loop": Case(in_runs, CONTEXT),
    "vm": Case(merged_down, CONTEXT),
    "hm": Case(merged_across, CONTEXT),
    "colspan and cellbg": Case(spanned, CONTEXT),
    "nested table": Case(nested, CONTEXT),
    "rich text": Case(lines("Före {{r r }} efter", "{{ l }}"), {"r": RichText("fet", bold=True, color="#FF0000", size=40), "l": Listing("a\nb\tc\ad")}),  # noqa: E501
    "rich text of several": Case(lines("{{r r }}"), {"r": RichText(RichText("a ", italic=True), bold=True)}),
    "rich paragraphs": Case(lines("före", "{{p r }}", "efter"), {"r": RichTextParagraph(RichText("ett & två"), parastyle="Quote")}),  # noqa: E501
    "listing with a page": Case(lines("{{ l }}"), {"l": Listing("sida 1\fsida 2")}),
    "line breaks": Case(lines("x {{ a }} y"), {"a": "rad 1\nrad 2\tb"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_template_reads_as_docxtpl_renders_it(name: str) -> None:
    case = CASES[name]
    document = Document()
    case.build(document)
    source = saved(document)
    ours, theirs = filled(source, **case.context), by_docxtpl(source, case.context)
    assert read(ours) == read(theirs)
    assert set(parts(ours)) == set(parts(theirs))


def by_docxtpl(source: bytes, context: Mapping[str, Any]) -> bytes:
    template = DocxTemplate(io.BytesIO(source))
    template.render(dict(context), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def read(done: bytes) -> list[object]:
    """Body, headers and footers as nested lists: paragraphs with style and runs, tables with spans and colours."""
    document = opened(done)
    frames = [document.sections[0].header._element, document.sections[0].footer._element]
    return [
        _block(element)
        for root in (document.element.body, *frames)
        for element in root
        if element.tag != qn("w:sectPr")
    ]


def _block(element: etree._Element) -> object:
    if element.tag == qn("w:tbl"):
        grid_ = len(element.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        return grid_, [[_cell(cell) for cell in row.findall(qn("w:tc"))] for row in element.findall(qn("w:tr"))]
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val")), _runs(element)


def _cell(cell: etree._Element) -> object:
    properties = cell.find(qn("w:tcPr"))
    looks = [] if properties is None else [
        (child.tag, child.get(qn("w:val")), child.get(qn("w:fill"))) for child in properties if child.tag != qn("w:tcW")
    ]  # fmt: skip
    return sorted(looks), [_block(child) for child in cell if child.tag != qn("w:tcPr")]


def _runs(paragraph: etree._Element) -> list[tuple[str, str]]:
    """(look, text) of a paragraph's stretches of one look."""
    found: list[tuple[str, str]] = []
    for run in paragraph.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        look = "" if properties is None else ",".join(f"{c.tag}={sorted(c.attrib.values())}" for c in properties)
        text = "".join(_sign(child) for child in run)
        if not text:
            continue
        if found and found[-1][0] == look:
            found[-1] = (look, found[-1][1] + text)
        else:
            found.append((look, text))
    return found


def _sign(child: etree._Element) -> str:
    if child.tag == qn("w:br"):
        return "\f" if child.get(qn("w:type")) == "page" else "\n"
    if child.tag == qn("w:drawing"):
        extent = child.find(f".//{qn('wp:extent')}")
        return "" if extent is None else f"<bild {extent.get('cx')}x{extent.get('cy')}>"
    return {qn("w:t"): child.text or "", qn("w:tab"): "\t"}.get(child.tag, "")


def test_inline_images_of_docxtpl_become_the_same_pictures() -> None:
    source = saved_with("{{ bild }}", "Text {{ bild }} mer")
    template = DocxTemplate(io.BytesIO(source))
    template.render({"bild": InlineImage(template, io.BytesIO(PNG), width=Mm(20))}, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    ours = filled(source, bild=InlineImage(None, io.BytesIO(PNG), width=Mm(20)))
    assert read(ours) == read(out.getvalue())
    assert set(parts(ours)) == set(parts(out.getvalue()))


def saved_with(*texts: str) -> bytes:
    document = Document()
    lines(*texts)(document)
    return saved(document)


def with_picture() -> bytes:
    document = Document()
    document.add_picture(io.BytesIO(PNG))
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(GIF))
    for number, name in enumerate(document.element.body.iter(qn("pic:cNvPr"))):
        name.set("name", f"logga{number}.png")
    return saved(document)


def test_pictures_are_replaced_as_docxtpl_does_it() -> None:
    source = with_picture()
    by_name = DocxTemplate(io.BytesIO(source))
    by_name.replace_pic("logga0.png", io.BytesIO(GIF))
    by_name.render({})
    by_name.save(out := io.BytesIO())
    ours = replaced(render(source, {}), ReplacedPicture("logga0.png", GIF))
    assert media(ours) == media(out.getvalue())
    by_blob = DocxTemplate(io.BytesIO(source))
    by_blob.replace_media(io.BytesIO(GIF), io.BytesIO(PNG))
    by_blob.render({})
    by_blob.save(out := io.BytesIO())
    assert media(replaced(render(source, {}), ReplacedFile(GIF, PNG))) == media(out.getvalue())


def test_a_part_is_replaced_by_its_name_in_the_zip() -> None:
    source = render(with_picture(), {})
    name = next(name for name in parts(source) if name.endswith(".gif"))
    done = replaced(source, ReplacedPart(name, PNG))
    assert parts(done)[name] == PNG
    assert check(done) == []


def media(done: bytes) -> list[bytes]:
    return sorted(blob for name, blob in parts(done).items() if name.startswith("word/media/"))


def test_footnotes_are_rendered_alike() -> None:
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1">{{}}</w:footnote></w:footnotes>'
    note = "<w:p><w:r><w:t>{{ namn }}</w:t></w:r></w:p>"
    document = Document()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.format(note).encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    source, context = saved(document), {"namn": "A & B"}
    found = [etree.fromstring(parts(done)["word/footnotes.xml"]) for done in (filled(source, **context), by_docxtpl(source, context))]  # fmt: skip  # noqa: E501
    assert _runs(found[0]) == _runs(found[1]) == [("", "A & B")]


def test_core_properties_are_rendered_alike_but_an_ampersand_stays_one() -> None:
    document = Document()
    document.core_properties.title = "{{ namn }} {% if ja %}x{% endif %}"
    source = saved(document)
    assert opened(filled(source, **CONTEXT)).core_properties.title == opened(by_docxtpl(source, CONTEXT)).core_properties.title  # fmt: skip  # noqa: E501
    assert opened(filled(source, namn="A & B", ja=False)).core_properties.title == "A & B "
