"""A secretary from the day of the meeting to its extracts: outcomes, who was there, §§, the plan adopted, minutes."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from flask import Flask

from schemas.workbooks import Kind
from service.store import account, adopted_version
from service.usecases.demo.year import AR
from service.usecases.hand_in import hand_in
from service.usecases.house import open_house
from service.usecases.meetings.dispatch import mark_sent
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.package_line import make_package
from service.usecases.meetings.package_orders import order_package, package_seen
from service.web import WebSettings, create_app

from .browser import Browser
from .conftest import Opened, entered
from .pages import Page
from .town import DRAFT, MEETING, copy_of, sample, taken_in

AFTER = datetime(2026, 12, 14, 9, tzinfo=UTC)
WHERE = "/moten/sn-2026-12-10/protokoll"


@pytest.fixture
def later(town: Path, tmp_path: Path) -> Flask:
    """The municipality four days after the meeting, to which socialnämnden's plan was sent out, handed in."""
    data = copy_of(town, tmp_path / "data")
    with open_house(data, lambda: AFTER) as house:
        taken_in(house, sample(f"verksamhetsplan-{AR}-sn.xlsx"), f"verksamhetsplan-{AR}-sn.xlsx", "Sven Social")
        hand_in(house, DRAFT, by="Sven Social", acknowledge=True)
        who, version = account(house.store, "konto-sekreterare"), find_meeting(house, MEETING)
        assert who is not None
        id = order_package(house, who, version, pdf=False)
        make_package(house, id)
        mark_sent(house, who, version, package_seen(house, who, version, id))
    return create_app(WebSettings(data, lambda: AFTER))


@pytest.fixture
def secretary(later: Flask) -> Browser:
    return entered(later, "sekreterare")


def lines(page: Page, heading: str) -> list[list[str]]:
    """The rows of the table in the section with that heading's id."""
    return page.rows(f"//section[@aria-labelledby='{heading}']")[1:]


def outcomes(page: Page) -> dict[str, str]:
    """The fields of the form of outcomes, in the order of the list."""
    return {name: value for name, value in page.form("/utfall").fields.items() if name.startswith("utfall-")}


def test_a_secretary_goes_from_what_was_decided_to_the_extracts(secretary: Browser, later: Flask) -> None:
    page = secretary.open(WHERE)
    assert "Sammanträdet var 10 december 2026 och är inte markerat som hållet" in page.text
    fields = list(outcomes(page))
    page = secretary.send(page, "/utfall", **{fields[2]: ""})
    assert "Ärende 3, ”Verksamhetsplan med detaljbudget 2027”, saknar utfall" in page.text
    assert "Antas inte" in lines(page, "hallet")[0][2]
    page = secretary.send(page, "/utfall", **{fields[2]: "enligt förslaget", fields[3]: "bordlagt"})
    assert outcomes(page)[fields[3]] == "bordlagt"
    assert lines(page, "hallet")[0][2].endswith("Antas")
    assert lines(page, "hallet")[0][1] == "3, § 120"

    where = next(link for link in page.links() if "/protokoll/arende/" in link and fields[2][7:] in link)
    form = secretary.open(where)
    page = secretary.send(form, where, reservation="Alex Alm (X) reserverar sig **skriftligt**.")
    assert "reservation" in lines(page, "beslut")[2][3]

    page = secretary.send(page, "/hallet")
    assert "Planen är antagen" in page.text
    assert "Antagen här" in lines(page, "hallet")[0][2]
    assert [row[1] for row in lines(page, "beslut")][:3] == ["§ 118", "§ 119", "§ 120"]
    with open_house(later.config["MALKEDJAN"].data, lambda: AFTER) as house:
        adopted = adopted_version(house.store, Kind.VERKSAMHETSPLAN, "SN", AR)
    assert adopted is not None
    assert adopted.decision is not None
    assert adopted.decision.paragraf == 120
    minutes = Document(io.BytesIO(secretary.fetch(f"{WHERE}/papper/protokoll")))
    assert "Alex Alm (X) reserverar sig skriftligt." in [paragraph.text for paragraph in minutes.paragraphs]
    assert Document(io.BytesIO(secretary.fetch(f"{WHERE}/papper/anslag"))).paragraphs
    secretary.fetch(f"{WHERE}/papper/kallelse", 404)

    page = secretary.send(page, "/justering", justerare="Robin Ek", justerat="2026-12-30")
    assert "det ska göras efter mötet och senast 2026-12-24" in page.text
    assert "2 utdrag är inte skickade" in page.text
    extract = secretary.fetch(f"{WHERE}/utdrag/120-2")
    with zipfile.ZipFile(io.BytesIO(extract)) as archive:
        assert "Ekonomikontoret" in archive.read("word/document.xml").decode()
    secretary.fetch(f"{WHERE}/utdrag/120-9", 404)
    page = secretary.send(page, "/utdrag", utdrag="120-1")
    assert "Utdraget är markerat som skickat" in page.text
    assert "1 utdrag är inte skickade" in page.text
    listed = secretary.open("/paragrafer/SN/2026")
    assert [row[:2] for row in listed.rows()[1:4]] == [
        ["§ 118", "Upprop och val av justerare"], ["§ 119", "Godkännande av föredragningslistan"],
        ["§ 120", "Verksamhetsplan med detaljbudget 2027"],
    ]  # fmt: skip
    read = entered(later, "lasare").open(WHERE)
    assert "§ 120 Verksamhetsplan med detaljbudget 2027" in read.text
    assert "Spara" not in read.text


def people(page: Page) -> list[str]:
    return [field.value for field in page.form("/narvaro").xpath(".//input[@name='namn']")]


def sent_people(browser: Browser, page: Page, names: list[str]) -> tuple[int, str]:
    """The list of who was there sent with these names, the rest of each row as it stands."""
    form = page.form("/narvaro")
    data = {"csrf_token": form.fields["csrf_token"], "sedd": form.fields["sedd"], "namn": names}
    for name in ("id", "roll", "parti", "anmarkning"):
        data[name] = [field.value or "" for field in form.xpath(f".//*[@name='{name}']")]
    answer = browser.client.post(form.get("action"), data=data)
    return answer.status_code, answer.get_data(as_text=True)


def test_who_was_there_is_written_by_two_and_neither_loses_what_they_typed(later: Flask) -> None:
    one, other = entered(later, "sekreterare"), entered(later, "admin")
    page, older = one.open(WHERE), other.open(WHERE)
    names = people(page)
    assert names[:2] == ["Mika Berg", "Robin Ek"]
    assert names[-3:] == ["", "", ""]
    assert sent_people(one, page, ["Mika Berg", "", *names[2:-3], "Kim Ny", "", ""])[0] == 303
    kept = people(one.open(WHERE))
    assert "Robin Ek" not in kept
    assert "Kim Ny" in kept
    code, said = sent_people(other, older, ["Mika Berg", "Robin Ekman", *names[2:]])
    assert code == 422
    assert "ändrats av någon annan" in said
    assert 'value="Robin Ekman"' in said


def test_the_list_of_the_next_meeting_begins_with_who_was_at_the_one_before(later: Flask) -> None:
    one = entered(later, "sekreterare")
    begun = one.send(one.open("/moten"), "/moten", datum="2026-12-20", tid="9", kod="SN")
    page = one.open(f"{begun.address}/protokoll")
    assert "Listan är från nämndens förra möte och är inte sparad" in page.text
    assert people(page)[0] == "Mika Berg"
    assert sent_people(one, page, people(page))[0] == 303
    assert "förra möte" not in one.open(page.address).text


def test_before_its_day_a_meeting_cannot_be_held(browser: Opened) -> None:
    one = browser("sekreterare")
    page = one.open(WHERE)
    assert "Då, eller senare, kan det markeras som hållet" in page.text
    data = {"csrf_token": one.open("/konto").form("/logga-ut").fields["csrf_token"]}
    assert "har inte varit än" in one.client.post(f"{WHERE}/hallet", data=data).get_data(as_text=True)
