"""Start and the nämnder: what awaits each, how every plan stands, and what is not theirs to see."""

from flask import Flask

from .browser import Browser
from .conftest import Opened


def matrix(browser: Browser) -> dict[str, list[str]]:
    """The matrix: each nämnd with how its plan and its reports stand."""
    rows = browser.open("/").rows("//*[contains(@aria-label, 'handlingar')]")
    return {row[0].removesuffix(" din nämnd"): row[1:] for row in rows[1:]}


def test_the_matrix_shows_every_nämnd_and_paper_to_the_controller(seen_by: Opened) -> None:
    found = matrix(seen_by("ekonom"))
    assert len(found) == 8
    assert "Utkast, 1" in found["Socialnämnden"][0].replace("\u00a0", " ")
    assert "Utkast, inga fel" in found["Barn- och utbildningsnämnden"][0]
    assert "Inlämnad" in found["Kultur- och fritidsnämnden"][0]
    assert "Antagen" in found["Miljö- och hälsoskyddsnämnden"][0]
    assert "Försenad" in found["Byggnadsnämnden"][0]


def test_a_handläggare_sees_their_own_drafts_and_of_others_only_what_is_adopted(seen_by: Opened) -> None:
    found = matrix(seen_by("bun"))
    assert next(iter(found)) == "Barn- och utbildningsnämnden"  # one's own comes first
    assert "Utkast" in found["Barn- och utbildningsnämnden"][0]
    assert "Inget antaget" in found["Socialnämnden"][0]
    assert "Antagen" in found["Miljö- och hälsoskyddsnämnden"][0]


def test_kommunstyrelsen_sees_how_it_goes_for_all_but_not_what_they_draft(seen_by: Opened) -> None:
    found = matrix(seen_by("ks"))
    assert "Utkast, 1" in found["Socialnämnden"][0].replace("\u00a0", " ")
    cells = seen_by("ks").open("/").tree.xpath("//table[@class='matrix']//td//a/@href")
    assert not any("/namnd/SN/" in href for href in cells)


def test_each_is_told_what_awaits_them(seen_by: Opened) -> None:
    told = {who: seen_by(who).open("/").text for who in ("sn", "bun", "ekonom", "sekreterare", "lasare")}
    assert "Rätta felen i verksamhetsplan 2027 för SN" in told["sn"]
    assert "Läs igenom och lämna in verksamhetsplan 2027 för BUN" in told["bun"]
    assert "För in beslutet om verksamhetsplan 2027 för KFN" in told["ekonom"]
    assert "Fyll i och skicka in verksamhetsplan 2027 för BN" in told["ekonom"]
    assert "Skicka kallelsen till SN 2026-12-10 senast 3 december 2026" in told["sekreterare"]
    assert "Bilaga 3.1 och 3.2 visar verksamhetsplan 2027 för SN, ett utkast med 1 fel kvar" in told["sekreterare"]
    assert "SN 2026-12-10" not in told["bun"] + told["lasare"]
    assert "Att göra" not in told["lasare"]


def test_the_hålltider_stand_beside_the_wheel_and_can_be_taken_home(seen_by: Opened) -> None:
    page = seen_by("bun").open("/")
    assert "Beslut om mål- och resursplan 2027" in page.text
    assert "hjul med tolv månader" in page.tree.xpath("//img/@alt")[0]
    assert seen_by("bun").fetch("/arshjul/2027.svg").startswith(b"<svg")
    assert seen_by("bun").fetch("/arshjul/2027.ics").startswith(b"BEGIN:VCALENDAR")


def test_a_service_just_set_up_says_how_to_begin(empty: Flask) -> None:
    from service.web.serving import welcome_link

    link = welcome_link(empty.config["MALKEDJAN"])
    assert link is not None
    browser = Browser(empty)
    words = "några ord efter varandra"
    browser.send(browser.open(link), link, namn="Anna", epost="a@kommunen.se", losenord=words, igen=words)
    page = browser.open("/kommunen/2027")
    assert "Hämta arbetsboken" in page.text
    assert browser.fetch("/arbetsbok/installningar.2027").startswith(b"PK")


def test_a_year_or_a_nämnd_that_is_not_there_is_not_found(seen_by: Opened) -> None:
    for where in ("/?ar=1999", "/namnd/XYZ/2027", "/namnd/BUN/1999", "/kommunen/1999", "/arbetsbok/x.2027"):
        seen_by("admin").open(where, 404)
