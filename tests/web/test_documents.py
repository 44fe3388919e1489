"""Dokument: what has been written, for whom; where figures come from; versions compared; files known again."""

import io
import zipfile

import pytest
from docx import Document
from flask import Flask

from service.store import documents_of_year
from service.usecases.demo.year import AR
from service.usecases.house import open_house

from .browser import Browser
from .conftest import Opened
from .pages import Page
from .town import ADOPTED, DRAFT, NOW, SECRET_WORDS


def papers(app: Flask) -> dict[str, tuple[str, str, bytes]]:
    """Hash, content name and bytes of the papers that the municipality begins with, by nämnd."""
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        found = [one.document for one in documents_of_year(house.store, AR)]
        rows = {d.sha256: d for d in found}
        files = house.store.rows("select sha256, content from document_file")
    return {rows[f["sha256"]].namnd: (f["sha256"], rows[f["sha256"]].name, bytes(f["content"])) for f in files}


def verified(browser: Browser, content: bytes, name: str = "plan.docx") -> Page:
    return browser.send(browser.open("/kontrollera"), "/kontrollera", files={"fil": (content, name)})


@pytest.mark.parametrize(
    ("who", "seen"),
    [("admin", {"MHN", "SN"}), ("sn", {"MHN", "SN"}), ("bun", {"MHN"}), ("lasare", {"MHN"}), ("ks", {"MHN"})],
)
def test_each_finds_the_adopted_papers_and_of_drafts_those_that_are_theirs_to_see(
    seen_by: Opened, who: str, seen: set[str]
) -> None:
    rows = seen_by(who).open("/dokument").rows("//*[@aria-label='Tabell över skrivna handlingar']")
    assert {row[1] for row in rows[1:]} == seen


def test_a_paper_stands_with_its_decision_its_name_and_its_hash(looking: Flask, seen_by: Opened) -> None:
    sha256, name, content = papers(looking)[ADOPTED.namnd]
    page = seen_by("lasare").open(f"/dokument/{sha256}")
    assert name in page.text
    assert sha256 in page.text
    assert "Antagen" in page.text
    assert "§ " in page.text
    assert seen_by("lasare").fetch(f"/dokument/{sha256}/fil") == content


def test_the_papers_are_filtered_by_kind_nämnd_and_year(seen_by: Opened) -> None:
    browser = seen_by("admin")
    assert len(browser.open("/dokument?namnd=SN").rows()) == 3  # the plan, and the detaljbudget of the package
    assert len(browser.open("/dokument?slag=verksamhetsplan").rows()) == 3
    assert "Inga handlingar passar" in browser.open("/dokument?slag=mrp").text
    browser.open("/dokument?ar=1999", 404)


def test_every_number_in_a_paper_leads_to_its_cell(looking: Flask, seen_by: Opened) -> None:
    page = seen_by("admin").open(f"/dokument/{papers(looking)[DRAFT.namnd][0]}/siffror")
    assert any("Detaljbudget!" in row[2] for row in page.rows()[1:])


def test_a_number_leads_to_submission_sheet_and_cell(seen_by: Opened) -> None:
    page = seen_by("lasare").open("/ursprung?tal=2.3&ar=2027")
    assert any(row[0] == "2.3" and "!" in row[2] and "mrp-2027.xlsx" in row[4] for row in page.rows()[1:])
    assert "finns inte i planerna" in seen_by("lasare").open("/ursprung?tal=99.9&ar=2027", 404).text


def test_where_a_figure_of_a_draft_comes_from_is_told_to_those_who_see_the_draft(seen_by: Opened) -> None:
    number = draft_number(seen_by("sn"))
    assert any("verksamhetsplan-2027-sn" in row[4] for row in seen_by("sn").open(f"/ursprung?tal={number}").rows()[1:])
    for who in ("bun", "lasare"):
        assert "finns inte i planerna" in seen_by(who).open(f"/ursprung?tal={number}", 404).text


def draft_number(browser: Browser) -> str:
    """The number of the secret activity, as it stands in the chain."""
    row = browser.open("/malkedjan").tree.xpath(f"//li[contains(., '{SECRET_WORDS}')]//a[@class='nr']")[0]
    return str(row.get("href")).rpartition("/")[2]


def test_a_file_is_known_again_unchanged_repacked_and_changed(looking: Flask, seen_by: Opened) -> None:
    _, _, content = papers(looking)[ADOPTED.namnd]
    browser = seen_by("lasare")
    assert "precis som Målkedjan skrev den" in verified(browser, content).text
    assert "inget i den är ändrat" in verified(browser, repacked(content)).text
    document = Document(io.BytesIO(content))
    document.add_paragraph("Ett stycke som ingen har beslutat.")
    changed = io.BytesIO()
    document.save(changed)
    page = verified(browser, changed.getvalue())
    assert "Filen är ändrad" in page.text
    assert "Ett stycke som ingen har beslutat." in page.text
    assert "inte en handling" in verified(browser, b"annat", "annat.pdf").text


def test_of_a_paper_that_they_may_not_read_a_file_tells_nobody_anything(looking: Flask, seen_by: Opened) -> None:
    _, _, content = papers(looking)[DRAFT.namnd]
    assert "precis som" in verified(seen_by("sn"), content).text
    for who in ("bun", "lasare"):
        page = verified(seen_by(who), content)
        assert "inte en handling" in page.text
        assert SECRET_WORDS not in page.text


def test_without_a_file_the_page_says_what_to_do(seen_by: Opened) -> None:
    browser = seen_by("lasare")
    page = browser.open("/kontrollera")
    data = {"csrf_token": page.form("/kontrollera").fields["csrf_token"]}
    answer = browser.client.post("/kontrollera", data=data)
    assert answer.status_code == 422
    assert "Välj Word-, Excel- eller PDF-filen" in answer.get_data(as_text=True)


def test_a_paper_is_written_anew_and_can_be_taken_home(browser: Opened) -> None:
    person = browser("lasare")
    page = person.open("/dokument")
    choices = page.form("/skriv").inputs["handling"].value_options
    assert "detaljbudget-2027-mhn.xlsx" in choices
    assert "verksamhetsplan-2027-sn.docx" not in choices
    assert "malkedja-2027.docx" not in choices  # it shows every nämnd's newest plan, drafts too
    made = person.send(page, "/skriv", handling="detaljbudget-2027-mhn.xlsx")
    assert made.heading.startswith("Detaljbudget")
    assert "Handlingen är skriven." in made.text
    where = next(link for link in made.links() if link.endswith("/fil"))
    assert zipfile.is_zipfile(io.BytesIO(person.fetch(where)))
    assert "Skrev" in browser("admin").open("/logg").text


def test_a_paper_that_is_not_theirs_is_not_written(browser: Opened) -> None:
    person = browser("lasare")
    token = person.open("/dokument").form("/skriv").fields["csrf_token"]
    data = {"csrf_token": token, "ar": "2027", "handling": "verksamhetsplan-2027-sn.docx"}
    assert person.client.post("/dokument/skriv", data=data).status_code == 422


def test_two_versions_stand_side_by_side_for_those_who_may_read_both(seen_by: Opened) -> None:
    page = seen_by("ekonom").open("/versioner/mrp.2027?fran=1&till=oppositionen")
    assert any("ändrat" in row or "borttaget" in row or "nytt" in row for row in page.rows()[1:])
    seen_by("lasare").open("/versioner/mrp.2027?fran=1&till=oppositionen", 404)


def test_the_comparison_is_a_word_file_with_tracked_changes(seen_by: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.pdf.is_available", lambda: False)  # page numbers take seconds, and change nothing
    content = seen_by("ekonom").fetch("/versioner/mrp.2027/jamforelse.docx?fran=1&till=oppositionen")
    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    assert b"<w:ins " in body
    assert b"<w:del " in body


def repacked(content: bytes) -> bytes:
    """The same parts, packed otherwise."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target.getvalue()
