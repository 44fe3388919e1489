"""Whole roads through the service, by those whose day's work they are."""

import io
import zipfile
from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from docx import Document
from flask import Flask

from service.store import latest_version
from service.usecases.batches.run import run_batch
from service.usecases.batches.service import left_by_worker
from service.usecases.demo.year import AR
from service.usecases.house import OFFICIAL_TEMPLATES, open_house
from service.usecases.submitting.submit import submit

from ..usecases.people import Person
from .browser import Browser
from .conftest import Opened, entered
from .pages import Page, filled
from .town import ADOPTED, NOW, REPORTING, sample

EACH = 3  # pages of a kind that are looked at


def test_a_politician_finds_what_is_adopted_reads_it_and_meets_no_closed_door(app: Flask, browser: Opened) -> None:
    _revised(app)
    person = browser("lasare")
    start = person.open("/")
    assert start.tree.xpath("//nav[@class='menu']//a/text()") == ["Start", "Nämnder", "Möten", "Målkedjan", "Dokument"]
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


def test_an_ekonom_sees_a_reporting_day_through_from_who_is_late_to_the_last_paper(late: Flask) -> None:
    # The template's author has tried it on the example, where it goes well; in one nämnd's report it does not.
    _approved(late, "{{ 1 // (0 if kod == 'KFN' else 1) }}")
    person = entered(late, "ekonom")
    start = person.open("/")
    overdue = [" ".join(item.text_content().split()) for item in start.tree.xpath("//li[@class='is-late']")]
    assert any("uppföljning januari–april 2027 för BUN" in item and "Försenad" in item for item in overdue)
    wish = person.open(f"/framstallning?ar={AR}&period=T1&slag=delarsrapport")
    told = {row[0]: row for row in wish.rows() if row}
    assert "Skrivs inte: inget är inskickat" in told["Socialnämnden: uppföljning januari–april"][-1]
    assert "planen är inte inlämnad" in told["Barn- och utbildningsnämnden: uppföljning januari–april"][-1]
    assert told["Miljö- och hälsoskyddsnämnden: uppföljning januari–april"][-1] == "Skrivs som antagen handling."
    page = _worked_through(late, person, person.send(wish, "/framstallning/ny").address)
    assert "Klar med fel" in page.text
    assert page.tree.xpath("//section[@aria-labelledby='orsaker']/h3/text()") == ["Kultur- och fritidsnämnden"]
    assert sorted(_zipped(person, page.address)) == [f"delarsrapport-{AR}-t1-{kod}.docx" for kod in ("bun", "mhn")]
    _approved(late, "Rättad av mallansvarig")
    again = _worked_through(late, person, person.send(person.open(wish.address), "/framstallning/ny").address)
    assert "Alla handlingar är klara" in again.text
    papers = _zipped(person, again.address)
    assert len(papers) == 3
    assert all(Document(io.BytesIO(one)).paragraphs[-1].text == "Rättad av mallansvarig" for one in papers.values())


def test_a_template_owner_mends_what_was_wrong_and_can_go_back(app: Flask, browser: Opened) -> None:
    person = browser("mallansvarig")
    listed = person.open("/mallar")
    assert "/mallar" in person.open("/").links()
    kind = next(link for link in listed.links() if link.endswith("/verksamhetsplan"))
    faulty = _tried(person, kind, "{{ rubrikk }}")
    assert "rubrikk" in faulty.tree.xpath("string(//section[@aria-labelledby='funnet'])")
    assert "kan inte godkännas" in faulty.text
    page = _tried(person, kind, "{{ rubrik }} i vår egen mall")
    seen = person.fetch(next(link for link in page.links() if "som=original" in link))
    assert Document(io.BytesIO(seen)).paragraphs[-1].text.endswith("i vår egen mall")
    before = _last_words(browser("bun"))
    assert "gäller nu" in person.send(page, "/godkann").text
    assert _last_words(browser("bun")) == f"Verksamhetsplan {AR}, Barn- och utbildningsnämnden i vår egen mall"
    person.send(person.open(f"{kind}/medfoljande"), "/godkann")
    assert _last_words(browser("bun")) == before
    log = browser("admin").open("/logg").text
    assert log.count("Mats Mall") >= 4


def test_a_secretary_records_what_the_nämnd_has_decided_and_gets_the_paper(browser: Opened) -> None:
    staff, person = browser("sn"), browser("sekreterare")
    name = f"verksamhetsplan-{AR}-sn.xlsx"
    draft = staff.send(staff.open(f"/namnd/SN/{AR}"), "/inlamning", files={"arbetsbok": (sample(name), name)})
    assert "För in beslutet" not in person.open("/").text
    assert not person.open(f"/namnd/SN/{AR}").tree.xpath("//input[@type='file']")  # the workbook is the staff's to send
    staff.send(draft, "/lamna-in", **({"kvittera": "on"} if draft.tree.xpath("//input[@name='kvittera']") else {}))
    start = person.open("/")
    assert f"För in beslutet om verksamhetsplan {AR} för SN" in start.text
    own = person.open(next(link for link in start.links() if f"/namnd/SN/{AR}#" in link).partition("#")[0])
    page = person.open(next(link for link in own.links() if "/inlamning/" in link))
    page = person.send(page, "/beslut", 422, organ="SN", datum="i torsdags", paragraf="120", dnr="SN 2026/214")
    assert "skrivs ÅÅÅÅ-MM-DD" in page.text
    page = person.send(page, "/beslut", organ="SN", datum="2026-12-10", paragraf="120", dnr="SN 2026/214")
    assert "Beslutet är infört: SN § 120" in page.text
    written = person.send(person.open("/dokument"), "/skriv", handling=f"verksamhetsplan-{AR}-sn.docx")
    assert "SN 2026/214" in written.text
    text = Document(io.BytesIO(person.fetch(next(link for link in written.links() if link.endswith("/fil"))))).tables
    assert any("SN 2026/214" in cell.text for table in text for row in table.rows for cell in row.cells)
    assert "Inget antaget" not in browser("lasare").open("/").rows("//section[@aria-labelledby='namnderna']")[-2][1]


def _template(kind: str, words: str) -> bytes:
    """The official template with a paragraph more."""
    document = Document(io.BytesIO((OFFICIAL_TEMPLATES / "word" / f"{kind}.docx").read_bytes()))
    document.add_paragraph(words)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _tried(person: Browser, where: str, words: str) -> Page:
    kind = where.rpartition("/")[2]
    return person.send(person.open(where), "/ny", files={"mall": (_template(kind, words), f"{kind}.docx")})


def _approved(app: Flask, words: str) -> None:
    person = entered(app, "mallansvarig")
    person.send(_tried(person, "/mallar/delarsrapport", words), "/godkann")


def _last_words(person: Browser) -> str:
    """The last paragraph of the plan that a nämnd's staff see before it is handed in."""
    own = person.open(f"/namnd/BUN/{AR}")
    page = person.open(next(link for link in own.links() if "/inlamning/" in link))
    paper = next(link for link in page.links() if "verksamhetsplan?som=original" in link)
    return Document(io.BytesIO(person.fetch(paper))).paragraphs[-1].text


def _worked_through(app: Flask, person: Browser, where: str) -> Page:
    """The batch's page once its worker is through with it."""
    id = where.rpartition("/")[2]
    with open_house(app.config["MALKEDJAN"].data, lambda: REPORTING) as house:
        for _ in run_batch(house, id, workers=1):
            pass
        left_by_worker(house, id, interrupted=False)
    return person.open(where)


def _zipped(person: Browser, where: str) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(person.fetch(f"{where}/handlingar.zip")))
    return {name: archive.read(name) for name in archive.namelist()}


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
