"""Meetings on the pages: a secretary's whole way by forms, two people at once, what each role sees."""

import io

from PIL import Image

from .conftest import Opened
from .pages import Page

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
