"""The finished file: its properties, its soundness, and that LibreOffice opens it."""

import io
import pickle
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.word import DocumentProperties, PackageFault, TemplateFault, check, render

from ..office import convert
from .build import Docx, Run, filled, opened, parts, styled, template, texts


def changed(source: bytes, edits: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """A package with some parts rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in parts(source).items():
            archive.writestr(name, edits.get(name, bytes)(blob))
    return out.getvalue()


def body(xml: str) -> bytes:
    """A document that is all sound but for what this puts before its end."""
    edit = {"word/document.xml": lambda blob: blob.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)}
    return changed(render(template("x"), {}), edit)


def test_properties_are_written_as_given_and_nothing_in_them_is_a_tag() -> None:
    given = DocumentProperties(
        title="Mål & medel {{ ar }} <2027>", author="Kommunen", subject="Plan", keywords="mål, budget",
        company="A & B", created=datetime(2026, 6, 17, 12, tzinfo=UTC), custom={"Diarienummer": "KS 2026/101"},
    )  # fmt: skip
    done = filled(template("x", edit=lambda d: setattr(d.core_properties, "title", "{{ x }}")), given)
    core = opened(done).core_properties
    assert (core.title, core.author, core.subject) == ("Mål & medel {{ ar }} <2027>", "Kommunen", "Plan")
    assert (core.keywords, core.language, str(core.created)) == ("mål, budget", "sv-SE", "2026-06-17 12:00:00+00:00")
    assert b"A &amp; B</Company>" in parts(done)["docProps/app.xml"]
    assert b"KS 2026/101" in parts(done)["docProps/custom.xml"]
    assert "docProps/thumbnail.jpeg" not in parts(done)


def test_the_parts_lie_in_the_zip_without_dates() -> None:
    with zipfile.ZipFile(io.BytesIO(filled(template("x")))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_fields_are_never_asked_to_be_updated() -> None:
    def ask(blob: bytes) -> bytes:
        return re.sub(rb"(<w:zoom[^>]*/>)", rb'\1<w:updateFields w:val="true"/>', blob)

    source = changed(template("x"), {"word/settings.xml": ask})
    assert b"updateFields" in parts(source)["word/settings.xml"]
    assert b"updateFields" not in parts(filled(source))["word/settings.xml"]


UNRELATED = changed(template("x"), {"_rels/.rels": lambda _: b"<Relationships/>"})


@pytest.mark.parametrize("blob", [b"", b"PK", b"hej", UNRELATED])
def test_what_is_no_word_file_is_refused(blob: bytes) -> None:
    with pytest.raises(PackageFault):
        render(blob, {})


def test_broken_xml_is_never_repaired_in_silence() -> None:
    broken = changed(template("x", "y"), {"word/document.xml": lambda blob: blob.replace(b"x</w:t>", b"x & y</w:t>")})
    with pytest.raises(PackageFault, match=r"document\.xml"):
        render(broken, {})
    assert "document.xml" in check(broken)[0]


def test_a_tag_that_tears_paragraphs_apart_is_a_fault() -> None:
    def table(document: Docx) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{% endif %}y"

    with pytest.raises(PackageFault, match=r"document\.xml, vid 'Före.*olika stycken"):
        render(template("Före", "{% if a %}x", edit=table), {"a": 0})


def test_words_outside_every_paragraph_are_a_fault() -> None:
    with pytest.raises(PackageFault, match="utanför"):
        render(template("{{p a }}"), {"a": "borta"})


def test_a_template_becomes_a_document_and_macros_are_refused() -> None:
    def dotx(blob: bytes) -> bytes:
        return blob.replace(b"document.main+xml", b"template.main+xml")

    assert texts(opened(filled(changed(template("x"), {"[Content_Types].xml": dotx})))) == ["x"]
    out = io.BytesIO(template("x"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"")
    with pytest.raises(PackageFault, match="makron"):
        render(out.getvalue(), {})


UNSOUND = {
    'bokmärkesnamnet \'a\'': '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    '<w:bookmarkStart w:id="2" w:name="a"/><w:bookmarkEnd w:id="2"/></w:p>',
    "bokmärkets id '1'": '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/></w:p>',
    "slutar aldrig": '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>',
    "utan att ha börjat": '<w:p><w:bookmarkEnd w:id="1"/></w:p>',
    "1 fält slutar aldrig": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    "fel plats": '<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>',
    "bokmärket 'borta' saknas": '<w:p><w:r><w:instrText> REF borta \\h </w:instrText></w:r></w:p>',
    "bokmärket 'ut' saknas": '<w:p><w:hyperlink w:anchor="ut"/></w:p>',
    "relationen 'rId99' saknas": '<w:p><w:hyperlink r:id="rId99"/></w:p>',
    "listan 77 saknas": '<w:p><w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:p>',
    "formatmallen 'Nej'": '<w:p><w:pPr><w:pStyle w:val="Nej"/></w:pPr></w:p>',
    "slutar inte med ett stycke": '<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>',
    "täcker 1 av 2": "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "saknar rader": "<w:tbl><w:tblGrid/></w:tbl>",
    "arbetstecken": "<w:p><w:r><w:t>\ufdd0</w:t></w:r></w:p>",
    "utanför": "<w:p>hej</w:p>",
}  # fmt: skip


@pytest.mark.parametrize("fault", UNSOUND)
def test_the_check_finds(fault: str) -> None:
    found = check(body(UNSOUND[fault]))
    assert any(fault in sentence for sentence in found), found


def test_the_check_finds_a_part_that_is_not_there() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, blob in parts(render(template("x"), {})).items():
            if name != "word/theme/theme1.xml":
                archive.writestr(name, blob)
    assert any("theme1.xml" in sentence for sentence in check(out.getvalue()))


@pytest.mark.parametrize("fault", [TemplateFault("x", "y", "z"), PackageFault(["a", "b"])])
def test_a_fault_reaches_another_process_whole(fault: Exception) -> None:
    again = pickle.loads(pickle.dumps(fault))
    assert (str(again), vars(again)) == (str(fault), vars(fault))


@pytest.mark.office
def test_libreoffice_opens_the_document_and_prints_what_it_says(tmp_path: Path) -> None:
    text = styled(Run("Vi ska\n- bygga\n- riva\n\n1. först\n2. sedan & <slut> "), Run(reference="mål 2", bold=True))
    source = template(
        "[[innehåll]]", ("Heading 1", "Mål"), "{{ anchor('mål 2', '2') }}", "{{ text }}",
        ("Caption", "Tabell: Drift"), "se tabell {{ ref('tabell drift') }}", edit=_with_table,
    )  # fmt: skip
    (tmp_path / "a.docx").write_bytes(filled(source, DocumentProperties("Plan"), text=text))
    convert([tmp_path / "a.docx"], "txt:Text (encoded):UTF8", tmp_path)
    printed = (tmp_path / "a.txt").read_text(encoding="utf-8-sig")
    for words in ("1\tMål", "riva", "2. sedan & <slut> 2", "Tabell 1. Drift", "se tabell 1", "cell"):
        assert words in printed, printed


def _with_table(document: Docx) -> None:
    document.add_table(1, 1).cell(0, 0).text = "cell"
