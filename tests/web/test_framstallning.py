"""Framställning: what would be written is told first; batches are begun, followed, stopped, resumed, taken home."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from flask import Flask

from service.store import BatchDocument, Outcome, batch_documents, newest_entries, queued_batches, set_document
from service.usecases.batches.run import run_batch
from service.usecases.batches.service import (
    MOST_TRIES,
    Course,
    is_in_line,
    left_by_worker,
    next_in_line,
    seen,
)
from service.usecases.demo.year import AR
from service.usecases.house import House, open_house

from .browser import Browser
from .conftest import Opened
from .pages import Page
from .town import NOW

VP = f"/framstallning?ar={AR}&slag=verksamhetsplan"


@pytest.fixture
def house(app: Flask) -> Iterator[House]:
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        yield house


def begun(browser: Opened, where: str = VP) -> Page:
    person = browser("ekonom")
    return person.send(person.open(where), "/framstallning/ny")


def id_of(page: Page) -> str:
    return page.address.rpartition("/")[2]


def worked_at(house: House, id: str) -> None:
    for _ in run_batch(house, id, workers=1):
        pass


def row_of(page: Page, name: str) -> str:
    return next(" ".join(row) for row in page.rows() if row and row[0].startswith(name))


def test_before_anything_is_begun_it_says_what_is_ready_and_what_stands_in_the_way(seen_by: Opened) -> None:
    page = seen_by("ekonom").open(f"/framstallning?ar={AR}")
    assert "återstår att rätta" in row_of(page, "Socialnämnden: verksamhetsplan")
    assert "Skrivs som utkast: planen är inte inlämnad" in row_of(page, "Barn- och utbildningsnämnden: verksamhetsplan")
    assert "beslutet är inte infört" in row_of(page, "Kultur- och fritidsnämnden: verksamhetsplan")
    assert "Skrivs som antagen handling" in row_of(page, "Miljö- och hälsoskyddsnämnden: verksamhetsplan")
    assert "Skrivs inte: inget är inskickat" in row_of(page, "Kommunstyrelsen: verksamhetsplan")
    assert "Uppdragsdialog (" in row_of(page, "Mål- och resursplan")


def test_what_is_ticked_narrows_what_is_written_and_stays_ticked(seen_by: Opened) -> None:
    page = seen_by("ekonom").open(f"/framstallning?ar={AR}&slag=detaljbudget&namnd=MHN&namnd=BUN&slag=struntprat")
    assert "2 handlingar" in page.text
    assert page.tree.xpath("//input[@name='namnd'][@checked]/@value") == ["BUN", "MHN"]
    hidden = page.tree.xpath("//form[@method='post']//input[@type='hidden'][@name='slag']/@value")
    assert hidden == ["detaljbudget"]


def test_a_choice_that_gives_nothing_cannot_be_begun(browser: Opened) -> None:
    person = browser("ekonom")
    page = person.open(f"/framstallning?ar={AR}&period=T2")
    assert "Inga handlingar finns att skriva i urvalet" in page.text
    token = person.open("/konto").form("/logga-ut").fields["csrf_token"]
    answer = person.client.post("/framstallning/ny", data={"csrf_token": token, "ar": AR, "period": "T2"})
    assert answer.status_code == 422
    assert "Inget är satt igång" in answer.get_data(as_text=True)


def test_a_batch_is_put_in_line_followed_and_taken_home(browser: Opened, house: House) -> None:
    page = begun(browser, f"{VP}&namnd=MHN&namnd=BUN")
    assert page.heading == f"Verksamhetsplan {AR} för BUN, MHN"
    assert "Väntar" in page.text
    assert "0 av 2 handlingar" in page.text
    id = id_of(page)
    assert next_in_line(house) == id
    worked_at(house, id)
    left_by_worker(house, id, interrupted=False)
    assert queued_batches(house.store) == ()
    page = browser("ekonom").open(page.address)
    assert "Alla handlingar är klara" in page.text
    archive = zipfile.ZipFile(io.BytesIO(browser("ekonom").fetch(f"{page.address}/handlingar.zip")))
    assert sorted(archive.namelist()) == [f"verksamhetsplan-{AR}-bun.docx", f"verksamhetsplan-{AR}-mhn.docx"]
    assert archive.testzip() is None
    for link in page.links():
        if "/handling/" in link:
            assert Document(io.BytesIO(browser("ekonom").fetch(link))).paragraphs
    listed = browser("ekonom").open("/framstallning").text
    assert "Verksamhetsplan 2027 för BUN, MHN" in listed
    assert "2 av 2" in listed


def test_who_asks_for_the_same_again_comes_to_the_one_in_line(browser: Opened, house: House) -> None:
    assert id_of(begun(browser)) == id_of(begun(browser))
    assert len(queued_batches(house.store)) == 1
    begun(browser, f"/framstallning?ar={AR}&slag=detaljbudget")
    assert len(queued_batches(house.store)) == 2


def test_a_batch_is_stopped_and_gone_on_with_and_the_log_says_by_whom(browser: Opened, house: House) -> None:
    page = begun(browser)
    person = browser("admin")
    stopped = person.send(person.open(page.address), "/avbryt")
    assert "Avbruten" in stopped.text
    assert not is_in_line(house, id_of(page))
    again = person.send(stopped, "/fortsatt")
    assert "Väntar" in again.text
    assert is_in_line(house, id_of(page))
    told = [(e.action, e.by) for e in reversed(newest_entries(house.store, 9)) if e.action.startswith("batch")]
    assert told == [("batch", "Eva Ekonom"), ("batch-stop", "Anna Admin"), ("batch", "Anna Admin")]
    assert "Avbröt framställning: Verksamhetsplan 2027" in person.open("/logg").text


def test_a_batch_that_is_through_cannot_be_gone_on_with(browser: Opened, house: House) -> None:
    page = begun(browser, f"{VP}&namnd=MHN")
    worked_at(house, id_of(page))
    person = browser("ekonom")
    token = person.open("/konto").form("/logga-ut").fields["csrf_token"]
    answer = person.client.post(f"{page.address}/fortsatt", data={"csrf_token": token})
    assert answer.status_code == 409
    assert "redan klar" in answer.get_data(as_text=True)


def test_each_fault_stands_under_its_namnd_with_its_cause(browser: Opened, house: House) -> None:
    page = begun(browser, f"{VP}&namnd=MHN&namnd=BUN")
    id = id_of(page)
    worked_at(house, id)
    bad = next(d for d in batch_documents(house.store, id) if d.namnd == "BUN")
    failed = BatchDocument(
        place=bad.place, kind=bad.kind, namnd=bad.namnd, filename=bad.filename, key=bad.key, state=Outcome.FAILED,
        fault="Mallens fält {{ nämd }} finns inte.",
    )  # fmt: skip
    set_document(house.store, id, failed, NOW)
    assert seen(house, id).course is Course.FAULTY
    page = browser("ekonom").open(page.address)
    assert page.tree.xpath("//section[@aria-labelledby='orsaker']/h3/text()") == ["Barn- och utbildningsnämnden"]
    assert f"verksamhetsplan-{AR}-bun.docx Mallens fält" in page.text
    assert "Klar med fel" in page.text


def test_a_batch_whose_worker_is_killed_again_and_again_is_given_up(browser: Opened, house: House) -> None:
    id = id_of(begun(browser))
    for _ in range(MOST_TRIES):
        assert next_in_line(house) == id
    assert next_in_line(house) is None
    assert seen(house, id).course is Course.STOPPED


def test_an_interrupted_batch_stays_in_line_for_the_next_service(browser: Opened, house: House) -> None:
    id = id_of(begun(browser))
    left_by_worker(house, id, interrupted=True)
    assert is_in_line(house, id)


def test_for_those_who_may_not_there_is_no_way_in(seen_by: Opened) -> None:
    for who in ("bun", "sekreterare", "lasare", "mallansvarig"):
        assert "Framställning" not in seen_by(who).open("/konto").text
        seen_by(who).open("/framstallning", 403)


def test_a_batch_that_is_not_there_is_no_page(seen_by: Opened) -> None:
    seen_by("ekonom").open("/framstallning/inget", 404)
    seen_by("ekonom").fetch("/framstallning/inget/handlingar.zip", 404)


def test_a_new_service_has_nothing_to_write(empty: Flask) -> None:
    from service.web.serving import welcome_link

    link = welcome_link(empty.config["MALKEDJAN"])
    assert link is not None
    browser, words = Browser(empty), "några ord efter varandra"
    browser.send(browser.open(link), link, namn="Anna", epost="a@kommunen.se", losenord=words, igen=words)
    assert "Det finns inget att skriva ännu" in browser.open("/framstallning").text


def test_time_left_is_never_said_more_exactly_than_it_is_known(looking: Flask) -> None:
    said = looking.jinja_env.filters["tid_kvar"]
    assert said(None) == "Hur lång tid som är kvar går inte att säga ännu."
    assert [said(s) for s in (4, 60, 190)] == [
        "Mindre än en minut kvar.", "Ungefär 1 minut kvar.", "Ungefär 3 minuter kvar."
    ]  # fmt: skip
    assert said(4000) == "Ungefär 1 tim 7 min kvar."
