"""The templates that are filled, the same document in each engine's own tags."""

import io
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE

COLUMNS = ("kod", "namn", "budget", "utfall", "kommentar")


@dataclass(frozen=True)
class Tags:
    """How an engine writes loops over paragraphs and rows, and fields.

    The rows' tags stand in rows of their own, or beside the fields of the only row.
    """

    begin: str
    end: str
    row_begin: str
    row_end: str
    field: str
    own_rows: bool = False

    def of(self, owner: str, name: str) -> str:
        """The tag that prints a field of what is looped over."""
        return self.field.format(owner=owner, name=name)


JINJA = Tags("{{%p for {owner} in {name} %}}", "{{%p endfor %}}", "{{%tr for {owner} in {name} %}}", "{{%tr endfor %}}", "{{{{ {owner}.{name} }}}}", own_rows=True)  # fmt: skip  # noqa: E501
MUSTACHE = Tags("{{#{short}}}", "{{/{short}}}", "{{#{short}}}", "{{/{short}}}", "{{{name}}}")


def report(tags: Tags, *, contents: bool) -> bytes:
    """Chapters of a heading, three paragraphs and a table; with a contents list and captions where they are offered."""
    document = _document()
    if contents:
        document.add_paragraph("[[innehåll]]")
    _loop(document, tags, tags.begin, "kapitel", "kapitel")
    document.add_paragraph(tags.of("kapitel", "rubrik"), "Heading 1")
    for number in (1, 2, 3):
        document.add_paragraph(f"{tags.of('kapitel', 'inledning')} {tags.of('kapitel', f'text{number}')}")
    document.add_paragraph(f"Tabell: {tags.of('kapitel', 'rubrik')}", "Caption")
    _table(document, tags, "kapitel.rader", "rader")
    _loop(document, tags, tags.end, "kapitel", "kapitel")
    return _saved(document)


def table(tags: Tags) -> bytes:
    """One table whose row is repeated."""
    document = _document()
    _table(document, tags, "rader", "rader")
    return _saved(document)


def _document() -> Docx:
    document = Document()
    for name in ("toc 1", "toc 2", "toc 3", "table of figures"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return document


def _loop(document: Docx, tags: Tags, tag: str, name: str, short: str) -> None:
    document.add_paragraph(tag.format(owner=short, name=name, short=short))


def _table(document: Docx, tags: Tags, name: str, short: str) -> None:
    fields = [tags.of("rad", column) for column in COLUMNS]
    if tags.own_rows:
        begin, end = tags.row_begin.format(owner="rad", name=name), tags.row_end.format()
        _rows(document, [[begin], fields, [end]])
    else:
        first, *middle, last = fields
        _rows(
            document, [[tags.row_begin.format(short=short) + first, *middle, last + tags.row_end.format(short=short)]]
        )


def _rows(document: Docx, rows: list[list[str]]) -> None:
    grid = document.add_table(1 + len(rows), len(COLUMNS), "Table Grid")
    for row, words in zip(grid.rows, [[column.capitalize() for column in COLUMNS], *rows], strict=True):
        for cell, text in zip(row.cells, words, strict=False):
            cell.text = text


def carbone_table() -> bytes:
    """The table in carbone's tags: what is repeated is what stands between `[i]` and the next `[i+1]`."""
    document = _document()
    _carbone_rows(document, "d.rader")
    return _saved(document)


def carbone_report() -> bytes:
    """The report in carbone's tags; every loop's place is called `i`, the inner one's too."""
    document = _document()
    document.add_paragraph("{d.kapitel[i].rubrik}", "Heading 1")
    for number in (1, 2, 3):
        document.add_paragraph(f"{{d.kapitel[i].inledning}} {{d.kapitel[i].text{number}}}")
    document.add_paragraph("Tabell: {d.kapitel[i].rubrik}", "Caption")
    _carbone_rows(document, "d.kapitel[i].rader")
    document.add_paragraph("{d.kapitel[i+1].rubrik}", "Heading 1")
    return _saved(document)


def _carbone_rows(document: Docx, rows: str) -> None:
    _rows(document, [[f"{{{rows}[i].{column}}}" for column in COLUMNS], [f"{{{rows}[i+1].kod}}"]])


def _saved(document: Docx) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
