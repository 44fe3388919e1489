"""Charts and check boxes in finished documents: what a template prints, and what Word then finds in the package."""

import io
import posixpath
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from service.word import TemplateFault, render
from service.word.charts import Chart, Kind, Series, alt_text
from service.word.checkboxes import CheckBox, kryssruta
from tests.office import convert, validator_errors
from tests.word.build import filled, made, opened, part, parts, template
from tests.word.charts.examples import EXAMPLES, C, cached, series

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True)
class Row:
    """A row of a caller's own type."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Own:
    """A chart of a caller's own type."""

    kind: str = "staplar"
    title: str = "Ramar"
    categories: tuple[str, ...] = ("2027", "2028")
    series: tuple[Row, ...] = (Row("Ram", (5, None)),)
    unit: str = "tkr"
    decimals: int = 0
    target: Row | None = None
    better: str | None = None


def drawn(element: etree._Element) -> list[tuple[str, int, int]]:
    """What is said of each drawing, its width and its height in mm."""
    found = []
    for inline in element.iter(qn("wp:inline")):
        extent, properties = inline.find(qn("wp:extent")), inline.find(qn("wp:docPr"))
        assert extent is not None
        assert properties is not None
        size = [round(int(str(extent.get(side))) / 36_000) for side in ("cx", "cy")]
        found.append((str(properties.get("descr")), *size))
    return found  # type: ignore[return-value]


def related(done: bytes, source: str, kind: str) -> list[str]:
    """The parts at the end of a part's relationships of a kind."""
    folder, name = posixpath.split(source)
    root = part(done, f"{folder}/_rels/{name}.rels")
    wanted = [entry for entry in root.iter(f"{RELS}Relationship") if str(entry.get("Type")).endswith(f"/{kind}")]
    return [posixpath.normpath(posixpath.join(folder, str(entry.get("Target")))) for entry in wanted]


def a4(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(21), Cm(2.2), Cm(2.2)


def test_a_chart_is_as_wide_as_the_text_and_seven_centimetres_high() -> None:
    done = filled(template("{{ d }}", edit=a4), d=EXAMPLES["staplar"])
    assert drawn(part(done)) == [(alt_text(EXAMPLES["staplar"]), 166, 70)]


def test_lying_bars_take_the_height_they_need() -> None:
    many = Chart(Kind.BARS, "Ramar", tuple(map(str, range(20))), (Series("Ram", tuple(range(20))),))
    assert drawn(part(filled(template("{{ d }}"), d=many)))[0][2] > 100


@pytest.mark.parametrize(
    ("size", "given"), [('"16 cm", "7 cm"', (160, 70)), ('"8,5cm"', (85, 70)), ('"120 mm", "45.5 mm"', (120, 46))]
)
def test_a_template_sets_the_size(size: str, given: tuple[int, int]) -> None:
    done = filled(template(f"{{{{ d | storlek({size}) }}}}"), d=EXAMPLES["linjer"])
    assert [one[1:] for one in drawn(part(done))] == [given]


@pytest.mark.parametrize("size", ['"16"', '"stor"', '"0 cm"', '"16 cm", "7 tum"'])
def test_a_size_that_is_not_understood_is_told_with_its_place(size: str) -> None:
    with pytest.raises(TemplateFault, match="förstås inte") as fault:
        render(template(("Heading 1", "Budget"), f"{{{{ d | storlek({size}) }}}}"), {"d": EXAMPLES["linjer"]})
    assert "Budget" in str(fault.value)


def test_a_chart_of_the_callers_own_type_is_drawn() -> None:
    done = filled(template("{{ d }}"), d=Own())
    assert drawn(part(done))[0][0] == "Stapeldiagram: Ramar (tkr). Ram: 5 (2027). Uppgift saknas för 2028 (Ram)."


def test_a_chart_that_cannot_be_drawn_stops_the_document_and_says_why() -> None:
    with pytest.raises(TemplateFault, match="diagramslaget 'tårta' finns inte"):
        render(template("{{ d }}"), {"d": Own(kind="tårta")})
    with pytest.raises(TemplateFault, match="inget diagram"):
        render(template("{{ d | med_rubrik }}"), {"d": "text"})
    with pytest.raises(TemplateFault, match="färgen 'röd' förstås inte"):
        render(template("{{ d | utseende(farger=['röd']) }}"), {"d": Own()})


def test_part_workbook_and_words_say_the_same() -> None:
    chart = EXAMPLES["liggande"]
    done = filled(template("{{ d }}"), d=chart)
    (name,) = related(done, "word/document.xml", "chart")
    (data,) = related(done, name, "package")
    sheet = load_workbook(io.BytesIO(parts(done)[data])).worksheets[0]
    columns = [[str(cell.value) for cell in column[1:]] for column in sheet.iter_cols(min_col=2)]
    assert cached(part(done, name), f"{C}numCache") == columns == [[str(v) for v in row.values] for row in chart.rows]
    assert all(f"{max(row.values):,}".replace(",", "\u00a0") in alt_text(chart) for row in chart.rows)  # type: ignore[type-var]


def test_every_chart_has_a_part_and_a_workbook_of_its_own_and_a_unique_id() -> None:
    def with_header(document: Docx) -> None:
        document.sections[0].header.paragraphs[0].add_run('{{ d | storlek("3 cm", "2 cm") }}')
        table = document.add_table(rows=3, cols=1)
        for row, text in zip(table.rows, ("{%tr for x in alla %}", "{{ x }}", "{%tr endfor %}"), strict=True):
            row.cells[0].text = text

    charts = list(EXAMPLES.values())
    source = template("{%p for x in alla %}", "{{ x }}", "{%p endfor %}", "{{ d }}{{ d }}", edit=with_header)
    done = filled(source, d=charts[0], alla=charts)
    header = next(name for name in parts(done) if name.startswith("word/header"))
    roots = [part(done), part(done, header)]
    ids = [drawing.get("id") for root in roots for drawing in root.iter(qn("wp:docPr"))]
    assert len(ids) == len(set(ids)) == 2 * len(charts) + 3
    in_body, in_header = (related(done, name, "chart") for name in ("word/document.xml", header))
    assert len({*in_body, *in_header}) == len(ids)
    assert len({data for name in (*in_body, *in_header) for data in related(done, name, "package")}) == len(ids)


def test_a_chart_bears_its_title_if_asked_and_the_documents_font() -> None:
    done = filled(template("{{ d }}{{ d | med_rubrik }}"), d=EXAMPLES["staplar"])
    plain, titled = (part(done, name) for name in related(done, "word/document.xml", "chart"))
    assert [root.find(f"{C}chart/{C}title") is not None for root in (plain, titled)] == [False, True]

    def in_arial(document: Docx) -> None:
        document.styles["Normal"].font.name = "Arial"

    done = filled(template("{{ d }}{{ d | utseende(typsnitt='Georgia') }}", edit=in_arial), d=EXAMPLES["staplar"])
    fonts = [
        {latin.get("typeface") for latin in part(done, name).iter(qn("a:latin"))}
        for name in related(done, "word/document.xml", "chart")
    ]
    assert fonts == [{"Arial"}, {"Georgia"}]


def test_a_caption_numbers_a_chart_and_a_list_has_it() -> None:
    document = made(
        "[[diagramförteckning]]", ("Caption", "Diagram: {{ d.title }}"), "{{ d }}",
        "Se diagram {{ ref('diagram Matsvinn') }}.",
        d=EXAMPLES["linjer"],
    )  # fmt: skip
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Diagram 1. Matsvinn" in texts
    assert "Se diagram 1." in texts


def test_the_same_charts_give_the_same_document() -> None:
    source = template("{% for x in alla %}{{ x }}{% endfor %}{{ kryssruta(True, 'Ja') }}")
    assert filled(source, alla=list(EXAMPLES.values())) == filled(source, alla=list(EXAMPLES.values()))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.integers(-(10**18), 10**18) | st.none())
def test_any_title_category_and_amount_gives_a_sound_document(title: str, name: str, value: int | None) -> None:
    chart = Chart(Kind.COLUMNS, title, (name, "b"), (Series(title, (value, Decimal("0.5"))),), name)
    assert drawn(part(filled(template("{{ d | med_rubrik }}"), d=chart)))[0][0] == alt_text(chart)


@pytest.mark.parametrize(("ticked", "sign"), [(True, "☒"), (False, "☐"), (None, "☐")])
def test_a_check_box_is_a_control_whose_state_and_sign_agree(ticked: bool | None, sign: str) -> None:
    done = filled(template("Läggs på {{ kryssruta(v, 'Intranät & hemsida') }}."), v=ticked)
    (control,) = part(done).iter(qn("w:sdt"))
    assert [text.text for text in control.iter(qn("w:t"))] == [sign]
    assert [state.get(f"{W14}val") for state in control.iter(f"{W14}checked")] == [str(int(bool(ticked)))]
    assert [alias.get(qn("w:val")) for alias in control.iter(qn("w:alias"))] == ["Intranät & hemsida"]
    assert part(done).get(f"{MC}Ignorable") is not None
    paragraph = control.getparent()
    assert paragraph is not None
    assert all(len(run) for run in paragraph.iter(qn("w:r")))
    words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
    assert words == f"Läggs på {sign}\u00a0Intranät & hemsida."


def test_check_boxes_in_loops_and_headers_have_ids_of_their_own() -> None:
    def with_header(document: Docx) -> None:
        document.sections[0].header.paragraphs[0].add_run("{{ kryssruta(False, 'Hemlig') }}")

    done = filled(
        template("{%p for x in r %}", "{{ kryssruta(x, 'Ja') }}", "{%p endfor %}", edit=with_header), r=[True] * 3
    )
    header = next(name for name in parts(done) if name.startswith("word/header"))
    roots = (part(done), part(done, header))
    ids = [ident.get(qn("w:val")) for root in roots for ident in root.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}")]
    assert len(ids) == len(set(ids)) == 4


def test_a_part_without_words_of_later_versions_is_told_to_ignore_them() -> None:
    def bare(document: Docx) -> None:
        body = document.element
        del body.attrib[f"{MC}Ignorable"]

    done = filled(template("{{ kryssruta(True, 'Ja') }}", edit=bare))
    root = part(done)
    ignored = str(root.get(f"{MC}Ignorable")).split()
    assert [root.nsmap[prefix] for prefix in ignored] == [W14.strip("{}")]


def test_a_check_box_shows_only_yes_or_no() -> None:
    with pytest.raises(TemplateFault, match="ja eller nej"):
        render(template("{{ kryssruta(v, 'Ja') }}"), {"v": "kanske"})
    assert str(kryssruta(None, "Hemsida")) == "☐\u00a0Hemsida"
    assert CheckBox(True, "Ja") == kryssruta(True, "Ja")


def every_kind(folder: Path) -> Path:
    """A document with every kind of chart and hard values in it."""
    hard = Chart(
        Kind.LINES, "<Bråk> & \"citat\"", ("=1+1", "", "Ä" * 300), (series("", -(10**14), None, "0.000001"),), "%", 3,
        series("Mål", None, None, None), "högre",
    )  # fmt: skip
    empty = Chart(Kind.STACKED_BARS, "Tomt", ("a",), (series("S", None),))
    charts = [*EXAMPLES.values(), hard, empty]
    source = template("{%p for x in alla %}", "{{ x | med_rubrik }} {{ kryssruta(True, x.title) }}", "{%p endfor %}")
    path = folder / "diagram.docx"
    path.write_bytes(filled(source, alla=charts))
    assert len(drawn(part(path.read_bytes()))) == len(charts)
    return path


@pytest.mark.validator
def test_microsofts_validator_accepts_every_kind_and_its_workbook(tmp_path: Path) -> None:
    path = every_kind(tmp_path)
    for name, blob in parts(path.read_bytes()).items():
        if name.endswith(".xlsx"):
            (tmp_path / posixpath.basename(name)).write_bytes(blob)
    assert validator_errors(tmp_path) == ""


@pytest.mark.office
def test_libreoffice_opens_every_kind_and_its_workbook(tmp_path: Path) -> None:
    path = every_kind(tmp_path)
    book = tmp_path / "data.xlsx"
    book.write_bytes(parts(path.read_bytes())["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"])
    convert([path], "odt", tmp_path)
    convert([book], "csv", tmp_path)
    assert (tmp_path / "data.csv").read_text(encoding="utf-8-sig").startswith("tkr,Resultat\n2027,")
    with_charts = parts((tmp_path / "diagram.odt").read_bytes())
    assert sum(name.endswith("/content.xml") for name in with_charts) == len(EXAMPLES) + 2
    assert Document(str(path)).paragraphs
    assert opened(path.read_bytes())
