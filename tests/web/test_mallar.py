"""Mallar: what is in force, a new one tried and approved, a faulty one turned away, an earlier one taken back."""

import hashlib
import io
from collections.abc import Iterator

import pytest
from docx import Document
from flask import Flask

from service.documents import DOCUMENTS
from service.store import Made, newest_entries
from service.usecases.batches.known import Known
from service.usecases.batches.orders import BatchWish
from service.usecases.demo.year import AR
from service.usecases.house import OFFICIAL_TEMPLATES, House, open_house
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare

from .browser import Browser
from .conftest import Opened
from .pages import Page
from .town import NOW

VP = DOCUMENTS["verksamhetsplan"]
PAGE = "/mallar/verksamhetsplan"


@pytest.fixture
def house(app: Flask) -> Iterator[House]:
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        yield house


def template_saying(words: str) -> bytes:
    """The official template with a paragraph more."""
    document = Document(io.BytesIO(official()))
    document.add_paragraph(words)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def official() -> bytes:
    return (OFFICIAL_TEMPLATES / VP.template).read_bytes()


def tried(person: Browser, content: bytes, filename: str = "var-mall.docx", status: int = 200) -> Page:
    return person.send(person.open(PAGE), f"{PAGE}/ny", status, files={"mall": (content, filename)})


def test_every_paper_stands_there_with_the_template_that_comes_with_the_service(seen_by: Opened) -> None:
    rows = seen_by("mallansvarig").open("/mallar").rows()
    assert [row[0] for row in rows[1:]] == [document.title for document in DOCUMENTS.values()]
    assert all("Medföljande" in row[2] for row in rows[1:])


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_shipped_template_has_no_fault_and_can_be_seen_filled_in(seen_by: Opened, kind: str) -> None:
    page = seen_by("mallansvarig").open(f"/mallar/{kind}/medfoljande")
    assert "Handlingarna skrivs efter den här mallen" in page.text
    assert not page.tree.xpath("//*[contains(@class, 'mark-fault')]")
    assert seen_by("mallansvarig").fetch(f"/mallar/{kind}/medfoljande/prov?som=original").startswith(b"PK")


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_a_template_is_seen_filled_in_as_pdf_also_the_second_time(seen_by: Opened) -> None:
    where = "/mallar/uppdragsdialog/medfoljande/prov"
    assert seen_by("mallansvarig").fetch(where).startswith(b"%PDF")
    assert seen_by("mallansvarig").fetch(where).startswith(b"%PDF")


def test_every_field_is_told_with_what_it_means_and_an_example(seen_by: Opened) -> None:
    rows = seen_by("mallansvarig").open(f"{PAGE}/falt").rows()[1:]
    assert len(rows) > 50
    assert all(len(row) == 4 and row[2] and row[3] for row in rows)
    assert "Excel" in seen_by("mallansvarig").open("/mallar/detaljbudget/falt").text


def test_a_new_template_holds_good_only_when_it_is_approved_and_documents_are_then_made_anew(
    browser: Opened, house: House
) -> None:
    person, ours = browser("mallansvarig"), template_saying("Vår egen slutrad")
    order = Order("verksamhetsplan", AR, "BUN")
    before = prepare(house, order)
    page = tried(person, ours)
    assert "Inga fel" in page.text
    assert prepare(house, order).name == before.name
    page = person.send(page, "/godkann")
    assert "Mallen gäller nu för verksamhetsplan" in page.text
    after = prepare(house, order)
    assert after.name != before.name
    assert Document(io.BytesIO(after.render())).paragraphs[-1].text == "Vår egen slutrad"
    entry = newest_entries(house.store, 1)[0]
    assert (entry.action, entry.by, entry.details["fil"]) == ("template-approve", "Mats Mall", "var-mall.docx")
    made = Made(
        key="", name="", template_name=VP.template, template=hashlib.sha256(before.template).hexdigest(), code="",
        reads=(), sources=(), filename="", sha256="", pdf="", layout="",
    )  # fmt: skip
    assert Known(house, BatchWish(AR, layout=False)).template(VP.template) != made.template


def test_one_goes_back_to_an_earlier_template_and_to_the_shipped_one(browser: Opened, house: House) -> None:
    person = browser("admin")
    one, other = template_saying("Ett"), template_saying("Två")
    person.send(tried(person, one), "/godkann")
    person.send(tried(person, other), "/godkann")
    assert house.template(VP.template) == other
    listed = person.open(PAGE)
    assert [row[0] for row in listed.rows()[1:]] == ["Nr 2", "Nr 1", "Den medföljande"]
    earlier = next(link for link in tried(person, one).links() if link.endswith("/fil"))
    version = person.open(earlier.removesuffix("/fil"))
    assert "Gå tillbaka till den här mallen" in version.text
    person.send(version, "/godkann")
    assert house.template(VP.template) == one
    person.send(person.open(f"{PAGE}/medfoljande"), "/godkann")
    assert house.template(VP.template) == official()
    assert "Medföljande" in next(row for row in person.open("/mallar").rows() if row[0] == VP.title)[2]


def test_a_faulty_template_is_told_its_faults_with_their_places_and_cannot_be_approved(browser: Opened) -> None:
    person = browser("mallansvarig")
    page = tried(person, template_saying("Här står {{ rubrikk }}"))
    assert "rubrikk" in page.text
    assert "1 fel" in page.text
    assert not [form for form in page.tree.forms if "/godkann" in (form.get("action") or "")]
    token = page.form("/logga-ut").fields["csrf_token"]
    answer = person.client.post(f"{page.address}/godkann", data={"csrf_token": token})
    assert answer.status_code == 422
    assert "har fel och kan inte godkännas" in answer.get_data(as_text=True)


def test_a_file_that_is_no_template_is_answered_in_words(browser: Opened) -> None:
    person = browser("mallansvarig")
    assert "slutar på .docx" in tried(person, b"x", "mall.xlsx", 422).text
    page = tried(person, b"inte en Wordfil")
    assert page.tree.xpath("//*[contains(@class, 'mark-fault')]")
    missing = person.send(person.open(PAGE), f"{PAGE}/ny", 422, files={"mall": (b"", "")})
    assert "Mallen är inte uppladdad" in missing.text
    page = person.send(person.open("/mallar/detaljbudget"), "/ny", files={"mall": (b"inte en Excelfil", "mall.xlsx")})
    assert page.tree.xpath("//*[contains(@class, 'mark-fault')]")


def test_the_same_file_twice_is_one_template(browser: Opened) -> None:
    person, ours = browser("mallansvarig"), template_saying("En gång")
    assert tried(person, ours).address == tried(person, ours).address


def test_a_template_that_is_not_there_is_not_found(seen_by: Opened) -> None:
    for where in ("/mallar/inget", "/mallar/inget/falt", f"{PAGE}/ingen"):
        seen_by("admin").open(where, 404)
    seen_by("admin").fetch(f"{PAGE}/ingen/fil", 404)
    seen_by("admin").fetch(f"{PAGE}/ingen/prov", 404)
