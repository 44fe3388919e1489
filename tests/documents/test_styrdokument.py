"""Any other governing document: its information, its chapters, its tables with as many columns as they have."""

from service.chain.values import State
from tests.documents.contexts import styrdokument_context
from tests.documents.paper import outline, table_named, written


def test_references_lead_to_chapters_tables_and_appendices_of_the_document() -> None:
    text = outline(written("styrdokument", styrdokument_context()))
    assert "Se kapitel 2 och bilaga 1." in text
    assert "Enligt tabell 1." in text


def test_the_information_table_has_every_row_of_the_regler() -> None:
    information = dict(row for row in _information()[1:])
    assert information["Dokumenttyp"] == "Riktlinjer"
    assert information["Dokumentägare"] == "Barn- och utbildningsförvaltningen"
    assert information["Antagen av"] == "Kommunfullmäktige"
    assert len(information) == 14
    assert all(information.values())


def test_a_table_has_the_columns_that_are_filled_and_a_dash_for_a_gap() -> None:
    document = written("styrdokument", styrdokument_context())
    assert table_named(document, "Vem gör vad") == [["Vad", "Vem", "När"], ["Plan", "Nämnden", "–"]]
    assert table_named(document, "Risker")[0] == ["Värde", "Åtgärd"]


def test_a_document_without_chapters_says_so() -> None:
    context = styrdokument_context(State.UTKAST, kapitel=(), tabellrader=(), bilagor=())
    assert "Dokumentet har inga kapitel." in outline(written("styrdokument", context))


def _information() -> list[list[str]]:
    document = written("styrdokument", styrdokument_context())
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_a_document_without_tables_has_no_list_of_them() -> None:
    text = outline(written("styrdokument", styrdokument_context(tabellrader=())))
    assert "Tabeller" not in text
    assert "Tabeller" in outline(written("styrdokument", styrdokument_context()))
