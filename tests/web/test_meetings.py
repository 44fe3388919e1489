"""Meetings on the pages: a secretary's whole way by forms, two people at once, what each role sees."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from service.usecases.house import open_house
from service.usecases.meetings.files import add_file
from service.usecases.meetings.held import hold
from service.usecases.meetings.package import package

from ..usecases.people import Person
from .browser import Browser
from .conftest import Opened
from .pages import Page
from .town import MEETING, NOW, SECRET_TITLE

WHERE = "/moten/sn-2026-12-10"


def agenda(page: Page) -> list[str]:
    """The rubriker of the agenda, in order."""
    return [" ".join(h.text_content().split()) for h in page.tree.xpath("//ol[contains(@class,'agenda')]//h3")]


def item(page: Page, rubrik: str) -> str:
    """The address of an ärende on a meeting's page, without what leads to it."""
    (href,) = page.tree.xpath(f"//h3/a[contains(., '{rubrik}')]/@href")
    return str(href)


def papers(page: Page) -> list[str]:
    """An ärende's bilagor, each with its number within the ärende."""
    found = page.tree.xpath("//li[@class='bilaga']")
    texts = [[part.text_content() for part in one.xpath(".//*[@class='nr' or @class='bilaga-title']")] for one in found]
    return [f"{number.split('.')[1]} {title}" for number, title in texts]


def bilaga(page: Page, number: int) -> str:
    """The address of the ärende's bilaga of that number."""
    forms = page.tree.xpath(f"(//li[@class='bilaga'])[{number}]//form[contains(@action, '/ta-bort')]/@action")
    return str(forms[0]).removesuffix("/ta-bort")


def png() -> bytes:
    """A picture."""
    target = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(target, "PNG")
    return target.getvalue()


def test_a_secretary_goes_from_a_new_meeting_to_an_agenda_by_forms(browser: Opened) -> None:
    one = browser("sekreterare")
    page = one.send(one.open("/moten"), "/moten", kod="SN", datum="2027-01-21", tid="9.00")
    assert page.heading == "Socialnämnden 21 januari 2027"
    assert agenda(page) == ["Upprop och val av justerare", "Godkännande av föredragningslistan"]
    assert "Sessionssalen, kommunhuset" in page.text  # as at the nämnd's last meeting
    assert "Mötet är upplagt" in page.text
    assert "14 januari 2027" in page.text  # the last day to send it out, as the settings have it

    page = one.send(one.open(page.address + "/uppgifter"), "/uppgifter", ordforande="Eva Ek", datum="2027-01-22")
    assert page.heading == "Socialnämnden 22 januari 2027"
    assert "Eva Ek" in page.text

    page = one.send(page, "/arenden", rubrik="Taxor för hemtjänsten 2027", typ="beslut")
    assert page.heading == "Taxor för hemtjänsten 2027"
    assert "[[ärende taxor]]" in page.text
    forslag = "Nämnden antar taxorna enligt [[bilaga 1]].\nTaxorna gäller *från 1 mars*."
    page = one.send(page, page.address, forslag=forslag, dnr="SN 2027/3", foredragande="Alex Lind")
    assert "Ärendet är sparat" in page.text
    form = page.form("/tjansteskrivelse")
    assert form.fields["handlaggare"] == "Nils Nämnd"
    page = one.send(
        page, "/tjansteskrivelse", chef="Alex Lind, chef", sammanfattning="Taxorna räknas upp.",
        beskrivning="- Hemtjänst\n- **Larm**, se [[ärende lista]]", ekonomi="Inga kostnader.",
    )  # fmt: skip
    assert "Tjänsteskrivelsen är sparad" in page.text

    files = [(b"%PDF-1.4 not much of one", "Yttrande_facket.pdf"), (png(), "karta.png"), (b"Hej", "brev.msg")]
    page = one.send(page, "/filer", files={"filer": files})
    assert "karta.png är inlagd. Den blir 1 sida i paketet." in page.text
    assert "Yttrande_facket.pdf är inlagd. Den ligger som den är i zip-filen" in page.text
    assert "Filen är varken PDF, Word" in page.text
    assert "Innehåll: Ingen handling är vald." in one.send(page, "/bilagor", status=422).text
    page = one.send(page, "/bilagor", status=422, innehall="verksamhetsplan", planar="nästa år")
    assert "Planår: Planår ska vara ett tal." in page.text
    page = one.send(page, "/bilagor", innehall="verksamhetsplan", planar="2027", antas="ja", beteckning="vp")
    assert papers(page) == ["1 Yttrande facket", "2 karta", "3 brev", "4 Verksamhetsplan 2027"]
    page = one.send(page, bilaga(page, 4) + "/plats", till="upp")
    page = one.send(page, bilaga(page, 4) + "/ta-bort")
    assert papers(page) == ["1 Yttrande facket", "2 karta", "3 Verksamhetsplan 2027"]
    page = one.send(page, bilaga(page, 2), titel="Karta över distrikten", sekretess="ja")
    assert "Karta över distrikten !Sekretess" in page.text

    page = one.open("/moten/sn-2027-01-21")
    assert "1. Nämnden antar taxorna" in page.text
    up = item(page, "Taxor") + "/plats"
    page = one.send(page, up, plats="1", till="plats")
    assert agenda(page)[0] == "Taxor för hemtjänsten 2027"
    page = one.send(page, item(page, "Taxor") + "/plats", till="ned")
    assert agenda(page)[1] == "Taxor för hemtjänsten 2027"
    assert (
        "Larm, se ärende 3" in browser("ekonom").open(item(page, "Taxor")).text
    )  # who only reads, reads it as printed
    page = one.send(page, item(page, "Godkännande") + "/utgar", till="utgar")
    assert "Ta tillbaka" in page.text


def test_what_cannot_be_read_is_told_at_its_field_and_nothing_typed_is_lost(browser: Opened) -> None:
    one = browser("sekreterare")
    where = item(one.open(WHERE), "Verksamhetsplan")
    page = one.send(one.open(where), where, status=422, rubrik="R" * 201, forslag="Se [[ärende borta]].")
    assert "Inte sparat Rubrik: Texten" in page.text
    told = " ".join(page.tree.xpath("//*[contains(@class,'has-fault')]")[0].text_content().split())
    assert "201" in told
    assert page.form(where).fields["forslag"].strip() == "Se [[ärende borta]]."
    assert "borta" in " ".join(page.tree.xpath("//*[contains(@class,'has-fault')]")[1].text_content().split())
    assert item(one.open(WHERE), "Verksamhetsplan") == where


def test_two_who_write_at_once_lose_nothing_and_are_told_of_each_other(browser: Opened) -> None:
    nils, anna = browser("sekreterare"), browser("admin")
    where = item(nils.open(WHERE), "Verksamhetsplan")
    mine, theirs = nils.open(where), anna.open(where)
    anna.send(theirs, where, rubrik="Verksamhetsplan 2027", foredragande="Anna Ek")

    page = nils.send(mine, where, status=422, rubrik="Planen för 2027", dnr="SN 2026/300")
    assert "någon annan har ändrat samma sak" in page.text
    assert "Anna Admin" in page.text
    form = page.form(where)
    assert (form.fields["rubrik"], form.fields["dnr"]) == ("Planen för 2027", "SN 2026/300")
    assert form.fields["foredragande"] == "Anna Ek"
    page = nils.send(page, where)
    assert page.heading == "Planen för 2027"
    assert page.form(where).fields["foredragande"] == "Anna Ek"

    late, other = nils.open(where), anna.open(where)
    anna.send(other, where, dnr="SN 2026/301")
    page = nils.send(late, where, foredragande="Nils själv")
    assert "Anna Admin ändrade under tiden: Ärenden" in page.text
    assert page.form(where).fields["dnr"] == "SN 2026/301"


def test_an_order_that_another_has_changed_is_shown_before_it_is_changed_again(browser: Opened) -> None:
    nils, anna = browser("sekreterare"), browser("admin")
    mine, theirs = nils.open(WHERE), anna.open(WHERE)
    anna.send(theirs, item(theirs, "Upprop") + "/plats", till="ned")
    page = nils.send(mine, item(mine, "Information") + "/plats", status=409, plats="1", till="plats")
    assert "har ändrats av någon annan" in page.text
    assert agenda(page)[0] == "Godkännande av föredragningslistan"
    page = nils.send(page, item(page, "Information") + "/plats", plats="1", till="plats")
    assert agenda(page)[0] == "Information från förvaltningen"


def posted(one: Browser, page: Page, address: str, **data: str) -> int:
    """How a form is answered that the page does not show."""
    token = page.form("/logga-ut").fields["csrf_token"]
    return one.client.post(address, data={"csrf_token": token, **data}).status_code


def test_a_handläggare_writes_and_adds_papers_and_leaves_the_list_alone(browser: Opened) -> None:
    one = browser("sn")
    page = one.open(WHERE)
    assert SECRET_TITLE in page.text
    where = item(page, "Information")
    assert not page.tree.xpath("//form[contains(@action, '/plats')]")
    for address in ("/arenden", "/arbetsbok", where.removeprefix(WHERE), where.removeprefix(WHERE) + "/plats"):
        assert posted(one, page, WHERE + address, rubrik="x") == 403, address
    page = one.send(one.open(where), "/tjansteskrivelse", sammanfattning="Läget är gott.", chef="Chefen")
    page = one.send(page, "/filer", files={"filer": [(png(), "läge.png")]})
    assert papers(page) == ["1 läge"]
    assert one.fetch(page.tree.xpath("//a[contains(@href, '/fil/')]/@href")[0]) == png()
    assert "behövs" in page.text  # what is still to be filled in


def test_files_of_one_name_in_two_ärenden_are_two_and_in_one_the_later_takes_the_place(browser: Opened) -> None:
    one = browser("sekreterare")
    first, second = (item(one.open(WHERE), rubrik) for rubrik in ("Information", "Ekonomiskt"))
    one.send(one.open(first), "/filer", files={"filer": (png(), "bild.png")})
    page = one.send(one.open(second), "/filer", files={"filer": [(png(), "bild.png"), (b"", "tom.pdf")]})
    assert "bild (2).png är inlagd." in page.text
    assert "tom.pdf är inte inlagd. Filen är tom." in page.text
    many = [(png(), f"bild-{n}-{'x' * 150}.png") for n in range(5)]
    page = one.send(one.open(second), "/filer", files={"filer": [*many, (b"", "tom.pdf")]})
    assert "5 filer är inlagda." in page.text
    assert "tom.pdf är inte inlagd." in page.text
    assert len(papers(page)) == 6
    page = one.send(one.open(first), "/filer", sekretess="ja", files={"filer": (png() + b" ", "BILD.png")})
    assert "bild.png är inlagd i stället för den förra." in page.text
    assert papers(page) == ["1 bild"]
    assert "Sekretess" in page.tree.xpath("//li[@class='bilaga']")[0].text_content()


@pytest.fixture
def sent(app: Flask, tmp_path: Path) -> Flask:
    """The meeting's file is in, and its kallelse sent out."""
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        add_file(house, MEETING, "delegationsbeslut-november.pdf", b"%PDF-1.4", by="Nils Nämnd")
        package(house, MEETING, tmp_path, by="Nils Nämnd", sent=True, pdf=False)
    return app


def test_everybody_reads_a_kallelse_that_is_sent_as_it_was_sent(sent: Flask, browser: Opened) -> None:
    assert browser("lasare").open("/moten").rows()[1][0].startswith("10")
    secretary, reader = browser("sekreterare"), browser("lasare")
    page = secretary.open(WHERE)
    secretary.send(page, "/arenden", rubrik="Ett sent ärende")
    shown = reader.open(WHERE)
    assert "Kallelse skickad" in shown.text
    assert agenda(shown) == [rubrik for rubrik in agenda(secretary.open(WHERE)) if rubrik != "Ett sent ärende"]
    assert "Lista över delegationsbeslut" in shown.text
    assert SECRET_TITLE not in shown.text
    assert not shown.tree.xpath("//main//form")
    assert SECRET_TITLE not in reader.open(item(shown, "delegationsbeslut")).text
    assert reader.open("/moten").rows()[1][-1].endswith("Kallelse skickad")


def test_the_list_of_a_meeting_that_is_held_is_changed_by_its_workbook_alone(sent: Flask, browser: Opened) -> None:
    one = browser("sekreterare")
    where = item(one.open(WHERE), "Verksamhetsplan")
    before = one.open(where)
    with open_house(sent.config["MALKEDJAN"].data, lambda: NOW + timedelta(days=30)) as house:
        hold(house, MEETING, by="Nils Nämnd")
    page = one.open(WHERE)
    assert "§ 120" in page.text
    assert not page.tree.xpath("//form[contains(@action, '/plats')]")
    page = one.send(before, where, status=409, rubrik="En annan rubrik")
    assert "är hållet" in page.text
    workbook = one.fetch(WHERE + "/arbetsbok")
    page = one.send(one.open(WHERE), "/arbetsbok", files={"arbetsbok": (workbook, "mote.xlsx")})
    assert page.heading == "Sammanträdet SN 2026-12-10"
    assert "mötets sida" in page.text


def test_a_workbook_of_another_meeting_or_for_another_nämnd_is_not_taken_in(browser: Opened) -> None:
    one = browser("sekreterare")
    other = Person(new_meeting_of(one, "2027-02-18"))
    page = one.send(one.open(WHERE), "/arbetsbok", files={"arbetsbok": (other.saved(), "mote.xlsx")})
    assert "på sidan för sammanträdet SN 2026-12-10" in page.text
    stolen = Person(one.fetch(WHERE + "/arbetsbok")).fill("Sammanträde", Nämnd="KS")
    page = one.send(one.open(WHERE), "/arbetsbok", files={"arbetsbok": (stolen.saved(), "mote.xlsx")})
    assert "Sammanträdet SN 2026-12-10 är inte ”KS”s." in page.text


def new_meeting_of(one: Browser, day: str) -> bytes:
    """The workbook of a meeting that is begun."""
    one.send(one.open("/moten"), "/moten", kod="SN", datum=day, tid="9")
    return one.fetch(f"/moten/sn-{day}/arbetsbok")


def test_a_workbook_fetched_before_another_changed_the_meeting_says_what_it_writes_over(browser: Opened) -> None:
    nils, anna = browser("sekreterare"), browser("admin")
    fetched = Person(nils.fetch(WHERE + "/arbetsbok"))
    where = item(anna.open(WHERE), "Verksamhetsplan")
    anna.send(anna.open(where), where, dnr="SN 2026/999")
    fetched.type("Ärenden", 5, Rubrik="Ekonomi")
    page = nils.send(nils.open(WHERE), "/arbetsbok", files={"arbetsbok": (fetched.saved(), "mote.xlsx")})
    assert "Anna Admin ändrat Ärenden" in page.text
    assert "(Diarienummer)" in page.text
    assert "skrivit över" in page.text
    again = nils.send(nils.open(WHERE), "/arbetsbok", files={"arbetsbok": (nils.fetch(WHERE + "/arbetsbok"), "m.xlsx")})
    assert "skrivit över" not in again.text
