"""Förhandsvisning: the papers that a submission would give, the municipality's too, as pages on the screen."""

import io
from time import monotonic, sleep

import pytest
from docx import Document
from flask import Flask

from service.pdf import can_picture
from service.store import PlanKey, latest_version
from service.usecases.house import open_house

from .browser import Browser
from .conftest import entered
from .pages import Page
from .town import APPROVED, DRAFTED, FIGURES, REPORTING


def submission_of(app: Flask, key: PlanKey) -> str:
    with open_house(app.config["MALKEDJAN"].data, lambda: REPORTING) as house:
        version = latest_version(house.store, key)
    assert version is not None
    return version.submission


def text_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def offered(page: Page) -> list[str]:
    return [link.split("/")[-1].partition("?")[0] for link in page.links() if "som=original" in link]


def test_a_follow_up_is_seen_in_the_municipalitys_report_and_chain_before_anybody_has_handed_it_in(late: Flask) -> None:
    draft, figures = submission_of(late, DRAFTED), submission_of(late, FIGURES)
    ekonom, bun = entered(late, "ekonom"), entered(late, "bun")
    assert offered(ekonom.open(f"/inlamning/{draft}")) == ["delarsrapport", "delarsrapport-kommunen", "malkedja"]
    assert offered(ekonom.open(f"/inlamning/{figures}")) == ["delarsrapport-kommunen", "malkedja"]
    assert offered(bun.open(f"/inlamning/{draft}")) == ["delarsrapport", "delarsrapport-kommunen"]  # not others' drafts
    bun.fetch(f"/inlamning/{draft}/handling/malkedja?som=original", 409)
    missing = "Barn- och utbildningsnämnden (har inte lämnat rapport)"
    now, then = (
        text_of(ekonom.fetch(f"/inlamning/{id}/handling/delarsrapport-kommunen?som=original"))
        for id in (figures, draft)
    )
    assert missing in now
    assert missing not in then
    chain = text_of(ekonom.fetch(f"/inlamning/{draft}/handling/malkedja?som=original"))
    before = text_of(ekonom.fetch(f"/inlamning/{figures}/handling/malkedja?som=original"))
    assert chain.count("bedöms") > before.count("bedöms")  # its results are judged there too


def test_without_libreoffice_the_page_says_so_and_gives_the_word_file(late: Flask) -> None:
    draft = submission_of(late, DRAFTED)
    person = entered(late, "bun")
    assert "Se sidorna" not in person.open(f"/inlamning/{draft}").text
    page = person.open(f"/inlamning/{draft}/handling/delarsrapport/sidor")
    assert "LibreOffice är inte installerat här" in page.text
    assert Document(io.BytesIO(person.fetch(next(link for link in page.links() if "som=original" in link)))).paragraphs


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_the_pages_are_made_beside_the_request_and_kept(late: Flask) -> None:
    draft = submission_of(late, APPROVED)
    person = entered(late, "ekonom")
    where = f"/inlamning/{draft}/handling/delarsrapport/sidor"
    assert "Sidorna tas fram" in person.open(where).text
    page = made(person, where)
    assert person.fetch(where.removesuffix("/sidor")).startswith(b"%PDF")  # at once: it is the same file
    if not can_picture():
        return
    pictures = page.tree.xpath("//ol[@class='pages']//img")
    assert pictures[0].get("alt") == f"Sida 1 av {len(pictures)}"
    answer = person.client.get(pictures[0].get("src"))
    assert answer.data.startswith(b"\x89PNG")
    again = person.client.get(pictures[0].get("src"), headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for src, status in ((pictures[0].get("src"), 404), (where, 404)):
        assert entered(late, "sn").client.get(src).status_code == status
    assert person.client.get(pictures[-1].get("src").replace(f"/{len(pictures)}.png", "/999.png")).status_code == 404


def made(person: Browser, where: str) -> Page:
    """The page when what it waits for is done."""
    until = monotonic() + 120
    while monotonic() < until:
        page = person.open(where)
        if "Sidorna tas fram" not in page.text:
            return page
        sleep(0.2)
    raise AssertionError("it was never made")
