"""Inställningar: the settings in force as tables, what differs from before, the rules with their levels."""

from service.rules import RULES
from service.usecases.demo.year import AR

from ..usecases.people import Person
from .conftest import Opened
from .town import sample

PAGE = f"/installningar/{AR}"


def test_everybody_reads_what_holds_sheet_by_sheet(seen_by: Opened) -> None:
    page = seen_by("lasare").open("/installningar")
    assert page.heading == f"Inställningar {AR}"
    assert "Barn- och utbildningsnämnden" in page.text
    sheets = [link for link in page.links() if "blad=" in link]
    assert len(sheets) == 11
    for link in sheets:
        seen_by("lasare").open(link.partition("#")[0])
    assert "Skicka in" not in page.text


def test_a_changed_workbook_is_sent_in_and_what_differs_is_shown(browser: Opened) -> None:
    person = browser("ekonom")
    page = person.open(PAGE)
    assert f"/arbetsbok/installningar.{AR}" in page.links()
    book = Person(sample(f"installningar-{AR}.xlsx"))
    book.cell("Nämnder", 3, "Förvaltning").value = "Nya förvaltningen"
    name = f"installningar-{AR}.xlsx"
    sent = person.send(page, f"/kommunen/{AR}/inlamning", files={"arbetsbok": (book.saved(), name)})
    assert "är inläst" in sent.text
    page = person.open(PAGE)
    compare = next(link for link in page.links() if "/skillnader/" in link)
    assert "Nya förvaltningen" in person.open(compare).text


def test_every_rule_stands_with_the_level_that_the_settings_give_it(seen_by: Opened) -> None:
    rows = seen_by("bun").open(f"{PAGE}/regler").rows()[1:]
    assert len(rows) == len(RULES)
    assert {row[1].lstrip("✕!○⊘").split(" ")[0] for row in rows} <= {"Fel", "Varning", "Upplysning", "Avstängd"}


def test_a_year_without_anything_is_not_found(seen_by: Opened) -> None:
    seen_by("admin").open("/installningar/1999", 404)
    seen_by("admin").open("/installningar/1999/regler", 404)
