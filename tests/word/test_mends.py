"""A template that shows by itself what stays whole is not looked through for it; one that does not, is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from service.word.mends import MENDS, mends_for
from service.word.template import compiled

from .build import Docx, filled, part, template

OFFICIAL = sorted(Path("templates/word").glob("*.docx"))
ROW = "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>"


def table(document: Docx, *rows: str) -> None:
    content = TABLE.format("".join(rows))
    document.element.body.insert(1, parse_xml(content.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))


def plain(document: Docx) -> None:
    table(
        document,
        ROW.format("Rubrik"),
        ROW.format("{%tr for n in alla %}"),
        ROW.format("{{ n }}"),
        ROW.format("{%tr endfor %}"),
    )


def row_without_cells(document: Docx) -> None:
    inner = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    cells = "".join(inner.format(words) for words in ("{%tc if alla %}", "a", "{%tc endif %}"))
    table(document, f"<w:tr>{cells}</w:tr>")


def table_without_rows(document: Docx) -> None:
    table(document, ROW.format("{%tr for n in alla %}"), ROW.format("{{ n }}"), ROW.format("{%tr endfor %}"))


def cell_without_paragraph(document: Docx) -> None:
    words = "{%p if alla %}", "a", "{%p endif %}"
    cell = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in words)
    table(document, f"<w:tr><w:tc>{cell}</w:tc></w:tr>")


def contents_in_a_cell(document: Docx) -> None:
    table(document, ROW.format("[[innehåll]]"))


def two_tables(document: Docx) -> None:
    table(document, ROW.format("a"))
    table(document, ROW.format("b"))


LOOSE: list[Callable[[Docx], None]] = [
    row_without_cells, table_without_rows, cell_without_paragraph, contents_in_a_cell, two_tables,
]  # fmt: skip


def source(edit: Callable[[Docx], None]) -> bytes:
    return template("Före", "Efter", ("Heading 1", "Rubrik"), edit=edit)


def test_a_table_with_a_header_row_and_rows_in_a_loop_needs_no_mending() -> None:
    assert compiled(source(plain)).parts[0].mends == ()
    filled(source(plain), alla=[])


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.stem)
def test_no_row_or_table_of_an_official_template_can_be_emptied(path: Path) -> None:
    for each in compiled(path.read_bytes()).parts:
        assert not {MENDS[0], MENDS[1]} & set(each.mends)


@pytest.mark.parametrize("edit", LOOSE, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("alla", [[], [1, 2]], ids=["none", "some"])
def test_what_may_come_apart_is_put_right(edit: Callable[[Docx], None], alla: list[int]) -> None:
    ready = compiled(source(edit)).parts[0]
    assert ready.mends
    root = part(filled(source(edit), alla=alla))  # checked: no empty row or table, a paragraph at the end of a cell
    tables = root.findall(".//{*}tbl")
    assert all(cell[-1].tag.endswith("}p") for cell in root.iter("{*}tc"))
    assert len(tables) == {"row_without_cells": len(alla[:1]), "table_without_rows": len(alla[:1])}.get(
        edit.__name__, 2 if edit is two_tables else 1
    )
    assert not any(one.getnext().tag.endswith("}tbl") for one in tables)


def test_a_tag_between_a_table_and_what_is_before_it_may_bring_it_beside_another() -> None:
    whole = "<w:p/><w:p><w:r/></w:p>" + TABLE.format(ROW) + "<w:p/>"
    assert [mend.parts.pattern for mend in mends_for(whole.replace("<w:tbl>", "{% if a %}<w:tbl>"))] == [r"<w:tbl\b"]
