"""The template language: docxtpl's tags, strict about names, Swedish in its filters."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from service.word import TemplateFault, fields_used, render

from .build import Docx, Run, filled, made, opened, parts, styled, template, texts


@dataclass(frozen=True)
class Namnd:
    kod: str
    namn: str


def fault(*paragraphs: str | tuple[str, str], **context: object) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        render(template(*paragraphs), context)
    return caught.value


def test_a_missing_name_fails_and_says_where_and_what_may_be_meant() -> None:
    error = fault(("Heading 1", "Mål"), "Nämnd: {{ namd }}", namnd="x")
    assert error.what == "fältet namd finns inte"
    assert error.nearest == "namnd"
    assert error.where == "Brödtexten, under rubriken ”Mål”, vid ”Nämnd: {{ namd }}”"
    assert (error.place.part, error.place.heading) == ("word/document.xml", "Mål")


def test_a_missing_attribute_is_named_in_full() -> None:
    error = fault("{{ namnd.nam }}", namnd=Namnd("BUN", "Barn"))
    assert (error.what, error.nearest) == ("fältet namnd.nam finns inte", "namn")


@pytest.mark.parametrize(("place", "story"), [("header", "Sidhuvudet"), ("footer", "Sidfoten")])
def test_a_missing_name_in_header_or_footer_fails_too(place: str, story: str) -> None:
    def edit(document: Docx) -> None:
        getattr(document.sections[0], place).paragraphs[0].text = "{{ saknas }}"

    with pytest.raises(TemplateFault, match=f"{story}.*saknas"):
        render(template("x", edit=edit), {})


def test_nothing_is_never_printed() -> None:
    assert "None" in fault("{{ a }}", a=None).what


@pytest.mark.parametrize("value", [["a"], {"a": 1}, Namnd("BUN", "Barn"), True, 0.5])
def test_what_only_python_could_read_is_never_printed(value: object) -> None:
    assert type(value).__name__ in fault("{{ a }}", a=value).what


@pytest.mark.parametrize(
    "text",
    [
        "{% if a %}x",
        "{{ a | okänt }}",
        "{{ a b }}",
        "{% for %}",
        "{{ a.__class__ }}",
        "{{ 9 ** 9 }}",
        "{{ 'a' * 9999999 }}",
    ],
)
def test_what_the_language_does_not_allow_is_a_fault_with_its_place(text: str) -> None:
    assert fault("Före", text, "Efter", a="1").place.paragraph == text


def test_a_block_that_is_never_closed_is_found_where_it_opens() -> None:
    assert fault("Före", "{%p if a %}", "Mellan", "Sist", a=1).place.paragraph == "{%p if a %}"


def test_a_value_of_more_than_a_million_characters_is_a_fault() -> None:
    assert "1000000" in fault("{{ a }}", a="x" * 1_000_001).what


def test_loops_over_paragraphs_and_rows_leave_no_empty_ones() -> None:
    def table(document: Docx) -> None:
        written = [
            ("Kod", "Namn"),
            ("{%tr for n in alla %}", ""),
            ("{{ n.kod }}", "{{ n.namn }}"),
            ("{%tr endfor %}", ""),
        ]
        grid = document.add_table(4, 2)
        for row, words in zip(grid.rows, written, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text

    source = template("{%p for n in alla %}", "{{ n.namn }}", "{%p endfor %}", edit=table)
    document = opened(filled(source, alla=[Namnd("BUN", "Barn & <ungdom>"), Namnd("KS", "Kommunstyrelsen")]))
    assert texts(document) == ["Barn & <ungdom>", "Kommunstyrelsen"]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Kod", "Namn"],
        ["BUN", "Barn & <ungdom>"],
        ["KS", "Kommunstyrelsen"],
    ]


def test_a_table_left_without_rows_goes_and_its_cell_keeps_a_paragraph() -> None:
    def table(document: Docx) -> None:
        outer = document.add_table(1, 1).cell(0, 0)
        inner = outer.add_table(3, 1)
        for row, text in enumerate(("{%tr for n in alla %}", "{{ n }}", "{%tr endfor %}")):
            inner.cell(row, 0).text = text

    document = opened(filled(template("x", edit=table), alla=[]))
    cell = document.tables[0].cell(0, 0)
    assert (len(cell.tables), len(document.tables)) == (0, 1)
    assert cell.paragraphs


def test_columns_made_by_a_loop_have_their_place_in_the_grid() -> None:
    def table(document: Docx) -> None:
        grid = document.add_table(1, 4)
        for column, text in enumerate(("Konto", "{%tc for a in ar %}", "{{ a }}", "{%tc endfor %}")):
            grid.cell(0, column).text = text

    document = opened(filled(template("x", edit=table), ar=[2027, 2028, 2029]))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Konto", "2027", "2028", "2029"]


def test_cells_may_span_and_be_coloured() -> None:
    def table(document: Docx) -> None:
        grid = document.add_table(2, 2)
        grid.cell(0, 0).text = "{% colspan 2 %}{% cellbg farg %}bred"
        grid.rows[0]._tr.remove(grid.cell(0, 1)._tc)

    document = opened(filled(template("x", edit=table), farg="FF0000"))
    assert "FF0000" in document.tables[0]._tbl.xml
    assert document.tables[0].cell(0, 1).text == "bred"


def test_tags_split_over_runs_and_curly_quotes_are_understood() -> None:
    def split(document: Docx) -> None:
        paragraph = document.add_paragraph("{")
        for piece in ("{ na", "mn or ”x” }", "}"):
            paragraph.add_run(piece).bold = True

    assert texts(opened(filled(template(edit=split), namn="A"))) == ["A"]


def test_the_template_can_write_the_tags_themselves_and_data_cannot() -> None:
    assert texts(made("{_{ a }_}", "{{ a }}", a="{_{ b }_}")) == ["{{ a }}", "{_{ b }_}"]


def test_a_macros_text_keeps_its_line_breaks() -> None:
    assert texts(made("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(a) }}", a="b\nc & d")) == ["<b\nc & d>"]


def test_the_same_input_gives_the_same_bytes() -> None:
    source, text = template("{{ a }}", "[[innehåll]]"), styled(Run("1. x\n2. y"))
    first = render(source, {"a": text})
    assert first == render(template("{{ a }}", "[[innehåll]]"), {"a": text})
    assert next(iter(parts(first))) == "[Content_Types].xml"


def test_the_context_is_left_as_it_was() -> None:
    values = ["b", "a"]
    assert "append" in fault("{{ values.append('c') }}", values=values).what
    assert values == ["b", "a"]


def test_fields_used_sees_through_loops_and_assignments() -> None:
    source = template(
        "{{ namnd.namn }} {{ ar | tal }}{% set p = plan.period %}{{ p.start }}",
        "{%p for m in plan.mal | sort(attribute='nr') %}",
        "{{ loop.index }} {{ m.text }} {% for r in m.resultat if r.aktiv %}{{ anchor(r.nr, 'x') }}{% endfor %}",
        "{%p endfor %}",
        edit=lambda document: document.sections[0].header.paragraphs[0].add_run("{{ dnr }}"),
    )
    assert fields_used(source) >= {
        "namnd.namn", "ar", "plan.period", "plan.period.start", "plan.mal", "plan.mal.text",
        "plan.mal.resultat", "plan.mal.resultat.aktiv", "plan.mal.resultat.nr", "dnr",
    }  # fmt: skip
    assert not {name.split(".")[0] for name in fields_used(source)} & {"loop", "m", "r", "p", "anchor"}


@pytest.mark.parametrize(
    ("tag", "value", "printed"),
    [
        ("tkr", 1234567, "1 234 567"),
        ("tkr", Decimal("-1500"), "−1 500"),
        ("tkr", None, "–"),
        ("tkr", 0, "0"),
        ("tkr_tecken", 1200, "+1 200"),
        ("tkr_tecken", -5, "−5"),
        ("tkr_tecken", 0, "0"),
        ("procent", Decimal("54.45"), "54,5 %"),
        ("procent(decimals=0)", Decimal("54.5"), "55 %"),
        ("procent", Decimal("-0.01"), "0,0 %"),
        ("tal", Decimal("12345.60"), "12 345,60"),
        ("tal", Decimal("1E+3"), "1 000"),
        ("datum", date(2026, 6, 17), "17 juni 2026"),
        ("datum", None, "–"),
        ("lista", ["a", "b", "c"], "a, b och c"),
        ("lista", ["a"], "a"),
        ("lista", [], ""),
    ],
)
def test_filters_print_as_swedish_is_written(tag: str, value: object, printed: str) -> None:
    expected = printed if tag in ("datum", "lista") else printed.replace(" ", "\u00a0")
    assert texts(made("{{ v | " + tag + " }}", v=value)) == [expected]


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), "2027"),
        (date(2027, 1, 1), date(2029, 12, 31), "2027–2029"),
        (date(2027, 3, 1), date(2027, 8, 31), "1\u00a0mars\u00a0– 31\u00a0augusti\u00a02027"),
        (date(2027, 9, 1), date(2028, 3, 31), "1\u00a0september\u00a02027\u00a0– 31\u00a0mars\u00a02028"),
    ],
)
def test_a_period_is_as_short_as_it_can_be(start: date, end: date, printed: str) -> None:
    assert texts(made("{{ a | period(b) }}", a=start, b=end)) == [printed]


@pytest.mark.parametrize("value", [1.0, True, "5", Decimal("0.5")])
def test_an_amount_that_is_not_exact_and_whole_is_a_fault(value: object) -> None:
    assert "{{ v | tkr }}" in fault("Summa {{ v | tkr }}", v=value).where
