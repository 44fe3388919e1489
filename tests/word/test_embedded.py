"""Values that bring parts with them: pictures, links, subdocuments, and what anyone makes after the same pattern."""

import io
from dataclasses import dataclass

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import RichText

from service.word import (
    External,
    Fragment,
    Holder,
    Link,
    NewPart,
    Picture,
    Subdocument,
    TemplateFault,
    link_id,
    render,
)

from .build import Docx, fields, filled, made, opened, outline, part, parts, saved, template, texts
from .images import GIF, PNG, png

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Gadget:
    """A part with a part of its own, as a chart has its workbook."""

    name: str

    def embed(self, holder: Holder) -> Fragment:
        inner = NewPart("word/embeddings/inside", "bin", "application/octet-stream", b"0", "http://x/inside")
        outer = NewPart("word/gadgets/gadget", "xml", "application/x+xml", f"<g>{self.name}</g>".encode(), "http://x/gadget", (("rId1", inner), ("rId7", External("https://example.org"))))  # fmt: skip  # noqa: E501
        return Fragment(f"<w:r><w:t>{self.name} {holder.relate(outer)}</w:t></w:r>")


def drawings(done: bytes) -> list[tuple[str | None, str | None]]:
    """(id, alternative text) of the drawings of all text parts."""
    names = [name for name in parts(done) if name.startswith(("word/document", "word/header", "word/footer"))]
    return [(d.get("id"), d.get("descr")) for name in names for d in part(done, name).iter(qn("wp:docPr"))]


def framed(document: Docx) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ bild }}"


def test_a_picture_in_body_header_and_loop_is_one_part_with_ids_of_its_own() -> None:
    source = template("{%p for n in (1, 2) %}", "före {{ bild }} efter", "{%p endfor %}", edit=framed)
    done = filled(source, bild=Picture(PNG, width=Mm(20), alt="Kommunens vapen & sköld"))
    assert [name for name in parts(done) if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert [alt for _, alt in drawings(done)] == ["Kommunens vapen & sköld"] * 3
    assert len({ident for ident, _ in drawings(done)}) == 3
    extent = next(part(done).iter(qn("wp:extent")))
    assert (extent.get("cx"), extent.get("cy")) == (str(Mm(20)), str(Mm(20)))
    assert texts(opened(done)) == ["före  efter"] * 2


def test_a_picture_without_words_is_marked_as_decoration() -> None:
    done = filled(template("{{ bild }}"), bild=Picture(GIF))
    assert drawings(done) == [("1", None)]
    assert b'decorative" val="1"' in parts(done)["word/document.xml"]


def test_pictures_that_differ_are_parts_of_their_own_and_may_lead_somewhere() -> None:
    done = filled(template("{{ a }}{{ b }}"), a=Picture(PNG, link="https://example.org/?a=1&b=2"), b=Picture(png(9)))
    assert {name for name in parts(done) if "media" in name} == {"word/media/image1.png", "word/media/image2.png"}
    assert b"https://example.org/?a=1&amp;b=2" in parts(done)["word/_rels/document.xml.rels"]


def test_what_is_no_picture_is_a_fault_with_its_place() -> None:
    with pytest.raises(TemplateFault, match=r"Brödtexten, vid ”Logga \{\{ bild \}\}”.*PNG"):
        render(template("Logga {{ bild }}"), {"bild": Picture(b"hej")})


def test_a_picture_cannot_stand_in_an_attribute() -> None:
    def caption(document: Docx) -> None:
        properties = document.add_table(1, 1)._tbl.tblPr
        properties.append(properties.makeelement(qn("w:tblCaption"), {qn("w:val"): "{{ bild }}"}))

    with pytest.raises(TemplateFault, match="attribut"):
        render(template(edit=caption), {"bild": Picture(PNG)})


def test_a_caption_below_a_picture_is_not_kept_with_what_follows() -> None:
    document = opened(filled(template("{{ b }}", ("Caption", "Figur: Vapen"), "x", ("Caption", "Tabell: Drift")), b=Picture(PNG)))  # fmt: skip  # noqa: E501
    assert [p.paragraph_format.keep_with_next for p in document.paragraphs if p.style.name == "Caption"] == [None, True]


def test_parts_of_parts_come_along_with_the_relationships_their_xml_names() -> None:
    done = filled(template("{{ a }}, {{ b }}, {{ a }}"), a=Gadget("a"), b=Gadget("b"))
    found = parts(done)
    assert [found[f"word/gadgets/gadget{n}.xml"] for n in (1, 2)] == [b"<g>a</g>", b"<g>b</g>"]
    own = {r.get("Id"): r.get("Target") for r in part(done, "word/gadgets/_rels/gadget1.xml.rels")}
    assert own == {"rId1": "../embeddings/inside1.bin", "rId7": "https://example.org"}
    assert "word/embeddings/inside2.bin" not in found
    first, second, third = texts(opened(done))[0].split(", ")
    assert first == third != second


def test_links_lead_to_their_addresses_also_from_docxtpls_rich_text() -> None:
    url = 'https://example.org/?a=1&b="2"'
    rich = RichText("här", url_id=link_id(url), bold=True)
    done = filled(template("Se {{ a }} och {{r b }}."), a=Link("A & B", url), b=rich)
    document = opened(done)
    assert texts(document) == ["Se A & B och här."]
    assert [document.part.rels[link.get(R_ID)].target_ref for link in part(done).iter(qn("w:hyperlink"))] == [url, url]


def chapter(*paragraphs: tuple[str, str]) -> Docx:
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    return document


def test_a_subdocument_stands_in_place_of_its_paragraph_with_pictures_tables_and_links() -> None:
    inner = chapter(("Quote", "Citat & mer"), ("Normal", "{{ inte_ett_fält }}"))
    inner.add_picture(io.BytesIO(PNG))
    inner.add_table(1, 2).cell(0, 1).text = "cell"
    done = filled(template("före", "{{p del }}", "efter"), **{"del": Subdocument(saved(inner))})
    document = opened(done)
    assert outline(document) == [
        ("Normal", "före"), ("Quote", "Citat & mer"), ("Normal", "{{ inte_ett_fält }}"), ("Normal", ""), ("Normal", "efter"),  # noqa: E501
    ]  # fmt: skip
    assert document.tables[0].cell(0, 1).text == "cell"
    assert len([name for name in parts(done) if name.startswith("word/media/")]) == 1


def test_a_subdocument_within_a_line_parts_the_paragraph() -> None:
    value = Subdocument(saved(chapter(("Normal", "inne"))))
    assert texts(made("a {{ v }} b", v=value)) == ["a ", "inne", " b"]


def test_a_subdocuments_own_styles_come_along_and_known_ones_are_matched_by_name() -> None:
    inner = chapter()
    style = inner.styles.add_style("Faktaruta", 1)
    style.base_style = inner.styles["Quote"]
    inner.add_paragraph("fakta", "Faktaruta")
    document = made("{{p v }}", "{{p v }}", v=Subdocument(saved(inner)))
    assert outline(document) == [("Faktaruta", "fakta")] * 2
    assert document.styles["Faktaruta"].base_style.name == "Quote"
    assert [s.name for s in document.styles].count("Faktaruta") == 1


def test_each_subdocuments_list_begins_anew() -> None:
    inner = chapter(("List Number", "ett"))
    inner.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    document = made("{{p a }}", "{{p b }}", a=Subdocument(saved(inner)), b=Subdocument(saved(chapter())))
    used = document.paragraphs[0]._p.pPr.numPr.numId.val
    assert used in {num.numId for num in document.part.numbering_part.element.num_lst}


def test_a_subdocuments_headings_are_numbered_and_listed_with_the_others() -> None:
    source = template("[[innehåll]]", ("Heading 1", "Mål"), "{{p v }}", ("Heading 1", "Drift"), "{{ ref('kapitel inre') }}")  # fmt: skip  # noqa: E501
    document = opened(filled(source, v=Subdocument(saved(chapter(("Heading 2", "Inre"))))))
    assert fields(document)[-1][1] == "1.1"


def test_a_subdocument_cannot_stand_in_a_heading() -> None:
    with pytest.raises(TemplateFault, match="rubrik"):
        made(("Heading 1", "{{ v }}"), v=Subdocument(saved(chapter(("Normal", "x")))))
