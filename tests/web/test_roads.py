"""Whole roads through the service, by those whose day's work they are."""

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Flask

from service.store import latest_version
from service.usecases.demo import AR
from service.usecases.house import open_house
from service.usecases.submit import submit

from ..usecases.people import Person
from .browser import Browser
from .conftest import Opened
from .pages import filled
from .town import ADOPTED, NOW, sample

EACH = 3  # pages of a kind that are looked at


def test_a_politician_finds_what_is_adopted_reads_it_and_meets_no_closed_door(app: Flask, browser: Opened) -> None:
    _revised(app)
    person = browser("lasare")
    start = person.open("/")
    assert start.tree.xpath("//nav[@class='menu']//a/text()") == ["Start", "Nämnder", "Målkedjan", "Dokument"]
    table = {row[0]: row[1:] for row in start.rows("//section[@aria-labelledby='namnderna']")}
    assert table["Miljö- och hälsoskyddsnämnden"][0].startswith("Verksamhetsplan")
    assert table["Socialnämnden"] == ["Inget antaget"] * 4
    form = start.tree.xpath("//form[contains(., 'Detaljbudget')]")[0]  # adopted, and not written yet
    made = person.client.post(form.get("action"), data=filled(form, {}))
    paper = person.open(made.headers["Location"])
    assert paper.heading == f"Detaljbudget {AR} MHN"
    assert "MHN 10 december 2026 § 120" in paper.text
    assert ("version 1" in paper.text, "Antagen" in paper.text) == (True, True)  # the revision is nobody's yet
    assert not list(_closed_doors(app, person))


def _revised(app: Flask) -> None:
    """Miljö- och hälsoskyddsnämnden begins to revise its adopted plan: what is adopted still holds good."""
    person = Person(sample(f"verksamhetsplan-{AR}-mhn.xlsx"))
    person.cell("Aktiviteter", 1, "Aktivitet").value = "En helt ny aktivitet."
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        submit(house, person.saved(), f"verksamhetsplan-{AR}-mhn.xlsx", by="Miljöchefen", reason="Ny lag")
        newest = latest_version(house.store, ADOPTED)
        assert newest is not None
        assert newest.version == 2


def _closed_doors(app: Flask, person: Browser) -> Iterator[str]:
    """Where links lead to nothing that the person may open, however far they are followed."""
    waiting, seen, kinds = deque(["/"]), {"/"}, Counter[str]()
    adapter = app.url_map.bind("localhost")
    while waiting:
        where = waiting.popleft()
        answer = person.client.get(where)
        if answer.status_code not in (200, 302):
            yield f"{where}: {answer.status}"
        if answer.mimetype == "text/html" and answer.status_code == 200:
            for link in person.open(where).links():
                part = urlsplit(link)
                address = f"{part.path}?{part.query}" if part.query else part.path
                endpoint, _ = adapter.match(part.path) if part.path else ("", {})
                if part.scheme or address in seen or not part.path:
                    continue
                seen.add(address)
                kinds[str(endpoint)] += 1
                if kinds[str(endpoint)] <= EACH:
                    waiting.append(address)
        answer.close()
