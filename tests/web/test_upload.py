"""Sending in a workbook on a page: faults in their cells, mended, acknowledged, handed in, decided, compared."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from schemas.workbooks import Kind
from service.cli import main
from service.store import PlanKey, latest_version
from service.usecases.demo.year import AR
from service.usecases.house import open_house
from service.usecases.submitting.apart import Apart
from service.web import WebSettings, create_app
from service.workbooks import Reading

from ..usecases.people import Person
from .browser import Browser
from .conftest import Opened
from .pages import Page
from .town import DRAFT, MENDED, NOW, copy_of, email_of, sample, secret_draft

SN = f"verksamhetsplan-{AR}-sn.xlsx"


def send_in(browser: Browser, where: str, blob: bytes, name: str, status: int = 200, **given: str) -> Page:
    """The page that sending in a workbook leads to."""
    return browser.send(browser.open(where), "/inlamning", status, {"arbetsbok": (blob, name)}, **given)


def unreadable() -> bytes:
    """Socialnämnden's workbook with two cells that cannot be read."""
    person = Person(sample(SN))
    person.cell("Detaljbudget", 5, "Övriga kostnader").value = "12.345"
    person.cell("Aktiviteter", 1, "Slut").value = "2027-02-30"
    return person.saved()


def newest(browser: Browser, key: PlanKey) -> str:
    """The page of the plan's newest submission."""
    with open_house(browser.app.config["MALKEDJAN"].data, lambda: NOW) as house:
        version = latest_version(house.store, key)
    assert version is not None
    return f"/inlamning/{version.submission}"


def test_a_workbook_that_cannot_be_read_comes_back_with_each_fault_in_its_cell(browser: Opened) -> None:
    one = browser("sn")
    page = send_in(one, "/namnd/SN/2027", unreadable(), SN)
    assert page.heading == "Arbetsboken är inte inläst"
    assert "12345 eller 12,345" in page.text
    faulty = page.tree.xpath("//td[contains(@class, 'has-fel')]")
    assert any("Datumet finns inte i kalendern" in cell.text_content() for cell in faulty)
    assert faulty[0].text_content().startswith("2027-02-30")
    assert "2027-03-01" in page.text or "2027-01-" in page.text
    assert "00:00" not in page.text  # a day has no hour
    page = one.open(page.address + "?blad=budgetrad")
    faulty = page.tree.xpath("//td[contains(@class, 'has-fel')]")
    assert [cell.text_content().startswith("12.345") for cell in faulty] == [True]
    marked = load_workbook(io.BytesIO(one.fetch(page.address.partition("?")[0] + "/markerad")))
    assert marked.sheetnames[0] == "Fel"


def test_a_refused_upload_is_for_who_sent_it_and_those_who_see_the_plan(browser: Opened) -> None:
    page = send_in(browser("sn"), "/namnd/SN/2027", unreadable(), SN)
    assert browser("ekonom").open(page.address).heading == "Arbetsboken är inte inläst"
    for who in ("bun", "ks", "lasare", "mallansvarig"):
        browser(who).open(page.address, 404)
        browser(who).open(page.address + "/markerad", 404)


def test_the_whole_way_from_workbook_to_decision(browser: Opened) -> None:
    one = browser("sn")
    blank = one.fetch("/arbetsbok/verksamhetsplan.2027.SN")
    assert load_workbook(io.BytesIO(blank)).sheetnames
    page = send_in(one, "/namnd/SN/2027", sample(SN), SN)
    assert page.heading == "Verksamhetsplan 2027 för SN"
    assert f"{SN} är inläst" in page.text
    assert "Utkast, inga fel" in page.text
    form = page.form("/lamna-in")
    if "kvittera" in form.fields:
        stopped = one.client.post(form.action, data={"csrf_token": form.fields["csrf_token"]})
        assert stopped.status_code == 422
        page = one.send(page, "/lamna-in", kvittera="on")
    else:
        page = one.send(page, "/lamna-in")
    assert "är inlämnad" in page.text
    secretary = browser("sekreterare")
    page = secretary.open(page.address)
    page = secretary.send(page, "/beslut", organ="SN", datum="2026-12-10", paragraf="120", dnr="SN 2026/214")
    assert "Antagen av SN den 10 december 2026, § 120" in page.text
    assert "Antagen" in secretary.open("/namnd/SN/2027").text


def test_a_decision_without_a_day_is_asked_for_again(browser: Opened) -> None:
    one = browser("ekonom")
    page = one.open(newest(one, replace(DRAFT, namnd="KFN")))
    page = one.send(page, "/beslut", 422, organ="KFN", datum="", paragraf="12", dnr="KFN 2026/1")
    assert "Beslutsdagen skrivs" in page.text
    page = one.send(page, "/beslut", 422, organ="KFN", datum="2026-12-10", paragraf="12", dnr="")
    assert "Det gick inte" in page.text


def test_a_fel_is_kept_as_utkast_with_the_way_on(seen_by: Opened) -> None:
    one = seen_by("sn")
    page = one.open(newest(one, DRAFT))
    assert "hindrar att den lämnas in" in page.text
    assert not [form for form in page.tree.forms if "lamna-in" in form.action]
    assert load_workbook(io.BytesIO(one.fetch(page.address + "/markerad"))).sheetnames[0] == "Fel"
    assert one.fetch(page.address + "/fil") == secret_draft_kept(one)


def secret_draft_kept(browser: Browser) -> bytes:
    """The file that the draft was read from."""
    from service.store import file_of

    with open_house(browser.app.config["MALKEDJAN"].data, lambda: NOW) as house:
        version = latest_version(house.store, DRAFT)
        assert version is not None
        return file_of(house.store, version.submission)


@pytest.mark.parametrize("filled", [secret_draft, unreadable])
def test_the_faults_of_an_upload_are_one_list_on_the_page_on_the_command_line_and_in_the_workbook(
    town: Path, tmp_path: Path, browser: Opened, filled: Callable[[], bytes]
) -> None:
    file, marked = tmp_path / SN, tmp_path / "markerad.xlsx"
    file.write_bytes(filled())
    data = copy_of(town, tmp_path / "egen")
    command = ["--data", str(data), "submit", str(file), "--json", "--annotated", str(marked)]
    said = json.loads(CliRunner().invoke(main, command).output)["iakttagelser"]
    page = send_in(browser("sn"), "/namnd/SN/2027", file.read_bytes(), SN)
    assert sorted(listed(page)) == sorted((f["niva"], f["cell"] or "", " ".join(f["fel"].split())) for f in said)
    rows = load_workbook(io.BytesIO(marked.read_bytes()))["Fel"].iter_rows(values_only=True)
    words = [" ".join(str(value) for value in row if value) for row in rows]
    assert all(any(f["fel"] in line for line in words) for f in said)


def listed(page: Page) -> list[tuple[str, str, str]]:
    """The list of findings on a page: level, cell and sentence, but for those that come on top at hand-in."""
    found = []
    for heading in page.tree.xpath("//section[@aria-labelledby='funnet']/h3[not(contains(., 'Inför'))]"):
        for item in heading.xpath("following-sibling::ul[1]/li"):
            level = item.xpath(".//span[contains(@class, 'mark ')]")[0].text_content()[1:].strip().lower()
            cell = "".join(item.xpath(".//*[contains(@class, 'place')]/text()")).strip().rpartition(" ")[2]
            sentence = item.xpath("./span[2]")[0]
            for part in sentence.xpath(".//*"):
                part.drop_tree()
            found.append((level, cell, " ".join(sentence.text_content().split())))
    return found


def test_two_submissions_are_compared_field_by_field(browser: Opened) -> None:
    one = browser("sn")
    send_in(one, "/namnd/SN/2027", sample(SN), SN)
    page = one.open("/namnd/SN/2027")
    page = one.send(page, "/skillnader/verksamhetsplan.2027.SN")
    rows = [row for row in page.rows() if "Personalkostnader" in row]
    assert len(rows) == 1
    before, after = (int(text.replace(" ", "")) for text in rows[0][-2:])
    assert before == after + 1000


def test_a_workbook_for_another_nämnd_or_year_is_not_taken_in_by_mistake(browser: Opened) -> None:
    page = send_in(browser("bun"), "/namnd/BUN/2027", sample(SN), SN)
    assert "den får du inte skicka in" in page.text
    page = send_in(browser("ekonom"), "/namnd/BUN/2027", sample(SN), SN)
    assert "skickade in den på sidan för BUN 2027" in page.text
    assert "redan inläst" not in page.text


def test_the_same_file_again_changes_nothing(browser: Opened) -> None:
    one = browser("bun")
    page = send_in(one, "/namnd/BUN/2027", sample(f"verksamhetsplan-{AR}-bun.xlsx"), "igen.xlsx")
    assert "redan inläst" in page.text
    assert page.address == newest(one, MENDED)


def test_a_proposal_is_sent_in_beside_the_main_line(browser: Opened) -> None:
    one = browser("ekonom")
    blob = sample(f"forslag/mrp-{AR}-ramar-februari.xlsx")
    page = send_in(one, "/kommunen/2027", blob, "mrp.xlsx", forslag="ramar-februari")
    assert page.heading == "Mål- och resursplan 2027 (förslag ramar-februari)"
    assert "förslag ramar-februari" in one.open("/kommunen/2027").text


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "tom.xlsx", "är tom"),
        (b"hej;d\xe5", "text.xlsx", "inte en Excel-arbetsbok"),
        (b"PK\x03\x04x", "x.xlsx", ""),
    ],
)
def test_what_is_no_workbook_is_told_so(browser: Opened, content: bytes, name: str, said: str) -> None:
    page = send_in(browser("bun"), "/namnd/BUN/2027", content, name)
    assert page.heading == "Arbetsboken är inte inläst"
    assert said in page.text


def test_without_a_file_one_is_asked_to_choose_one(browser: Opened) -> None:
    one = browser("bun")
    form = one.open("/namnd/BUN/2027").form("/inlamning")
    answer = one.client.post(form.action, data={"csrf_token": form.fields["csrf_token"]})
    assert answer.status_code == 422
    assert "Ingen fil är vald" in answer.get_data(as_text=True)


def test_a_file_too_large_is_refused_before_it_is_read(town: Path, tmp_path: Path) -> None:
    app = create_app(WebSettings(copy_of(town, tmp_path / "data"), lambda: NOW, largest_upload=100_000))
    page = send_in(Browser(app).signed_in(email_of("bun")), "/namnd/BUN/2027", b"x" * 400_000, "stor.xlsx", 413)
    assert "är för stor" in page.text


def test_the_script_that_shows_progress_is_told_the_way(browser: Opened) -> None:
    one = browser("bun")
    form = one.open("/namnd/BUN/2027").form("/inlamning")
    data = {"csrf_token": form.fields["csrf_token"], "arbetsbok": (io.BytesIO(b"x"), "x.xlsx")}
    answer = one.client.post(form.action, data=data, headers={"Accept": "application/json"})
    assert one.open(answer.get_json()["till"]).heading == "Arbetsboken är inte inläst"


def test_who_may_only_read_cannot_send_in(browser: Opened) -> None:
    one = browser("lasare")
    page = one.open("/namnd/BUN/2027")
    assert not [form for form in page.tree.forms if "/inlamning" in (form.action or "")]
    token = page.form("/logga-ut").fields["csrf_token"]
    data = {"csrf_token": token, "arbetsbok": (io.BytesIO(b"x"), "x.xlsx")}
    assert one.client.post("/namnd/BUN/2027/inlamning", data=data).status_code == 403


def test_the_papers_can_be_looked_at_beforehand(seen_by: Opened) -> None:
    one = seen_by("bun")
    page = one.open(newest(one, MENDED))
    assert one.fetch(page.address + "/handling/detaljbudget?som=original").startswith(b"PK")
    answer = one.client.get(page.address + "/handling/verksamhetsplan?som=original")
    assert "verksamhetsplan-2027-bun.docx" in answer.headers["Content-Disposition"]
    one.open(page.address + "/handling/mrp", 409)


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_and_as_pdf_where_libreoffice_is_there(seen_by: Opened) -> None:
    one = seen_by("bun")
    where = newest(one, MENDED) + "/handling/verksamhetsplan"
    first = one.fetch(where)
    assert first.startswith(b"%PDF")
    assert one.fetch(where) == first


def test_a_reader_that_takes_too_long_or_dies_refuses_the_file_and_the_next_is_read() -> None:
    reader = Apart(seconds=0.001)
    found = reader.read(sample(SN), SN)
    assert [finding.code for finding in found.findings] == ["tog-for-lang-tid"]
    reader._seconds = 60
    assert isinstance(reader.read(sample(SN), SN), Reading)
    assert reader._process is not None
    reader._process.kill()
    reader._process.join()
    read = reader.read(sample(SN), SN)
    assert read.identity is not None
    assert read.identity.kind is Kind.VERKSAMHETSPLAN
    reader.close()


def test_a_draft_is_thrown_away_by_who_may_send_in_and_by_nobody_else(browser: Opened) -> None:
    one = browser("sn")
    page = one.open(newest(one, DRAFT))
    browser("lasare").client.post(f"{page.address}/kasta")
    page = one.send(page, "/kasta")
    assert "Utkastet är kastat" in page.text
    assert "Kastad" in page.text
    assert not [form for form in page.tree.forms if "kasta" in form.action]
