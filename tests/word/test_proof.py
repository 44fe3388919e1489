"""What is proved of a template once need not be looked for in each document; what is not proved is."""

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import RichText
from markupsafe import Markup

from service.word import PackageFault, render
from service.word.template import compiled

from .build import Docx, filled, template

OFFICIAL = sorted(Path("templates/word").glob("*.docx"))


def columns(document: Docx) -> None:
    grid = document.add_table(2, 3)
    for row in grid.rows:
        for cell, text in zip(row.cells, ("{%tc for n in alla %}", "{{ n }}", "{%tc endfor %}"), strict=True):
            cell.text = text


def torn(document: Docx) -> None:
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}y"


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.stem)
def test_every_official_template_is_proved(path: Path) -> None:
    assert compiled(path.read_bytes()).is_proved


@pytest.mark.parametrize(
    "source",
    [
        template("{% for n in alla %}{{ n }}{% endfor %}", ("Heading 1", "{{ alla[0] }}"), edit=columns),
        template("{%p if alla %}", "a", "{%p else %}", "b", "{%p endif %}", "{# #}{% set x = 1 %}{{ x }}"),
        template("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(alla[0]) }}"),
    ],
)
def test_what_opens_and_closes_within_itself_is_proved(source: bytes) -> None:
    assert compiled(source).is_proved
    filled(source, alla=["a & b", "c"])


@pytest.mark.parametrize(
    "source",
    [
        template("{% if alla %}x", edit=torn),
        template("{% filter upper %}x{% endfilter %}"),
        template("{% autoescape false %}{{ alla[0] }}{% endautoescape %}"),
        template("x", edit=lambda d: d.element.body.insert(0, parse_xml(f'<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'))),  # noqa: E501
    ],
)  # fmt: skip
def test_what_may_go_wrong_with_some_data_is_not_proved(source: bytes) -> None:
    assert not compiled(source).is_proved


def test_markup_among_the_data_is_read_strictly() -> None:
    source = template("{{ a }}")
    assert compiled(source).is_proved
    filled(source, a=Markup("a &amp; b"))
    for broken in ("a <w:b c", "a & b", "</w:t>"):
        with pytest.raises(PackageFault, match=r"document\.xml"):
            render(source, {"a": Markup(broken)})


def test_foreign_xml_is_checked_like_any_other() -> None:
    with pytest.raises(PackageFault, match="formatmallen 'Saknas'"):
        render(template("{{r a }}"), {"a": RichText("x", style="Saknas")})


def test_tables_whose_rows_no_grid_can_fit_are_found_without_a_proof_to_the_contrary() -> None:
    def uneven(document: Docx) -> None:
        columns(document)
        document.tables[0].rows[1].cells[1].text = "{% if loop.first %}x{% endif %}"
        for cell in document.tables[0].rows[1].cells:
            cell.text = cell.text.replace("alla", "alla[:1]")

    with pytest.raises(PackageFault, match="täcker 1 av 2"):
        render(template(edit=uneven), {"alla": ["a", "b"]})
