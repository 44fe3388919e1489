"""Målkedjan: the tree, its filter, the search, and a page for each number; each sees what is theirs to see."""

from service.usecases.demo.year import AR

from .conftest import Opened
from .town import SECRET_WORDS


def test_the_chain_goes_from_the_vision_to_the_activity_and_each_number_has_its_address(seen_by: Opened) -> None:
    page = seen_by("lasare").open("/malkedjan")
    assert page.heading == f"Målkedjan {AR}"
    assert page.tree.xpath("//*[@class='vision']")
    assert len(page.tree.xpath("//details[contains(@class, 'link-goal')]")) > 1
    numbers = {link.rpartition("/")[2] for link in page.links() if f"/malkedjan/{AR}/" in link}
    assert {"2", "2.3", "M2.3a"} <= numbers
    assert any(number.count(".") == 2 for number in numbers)  # MHN's activities: its plan is adopted


def test_every_address_in_the_chain_leads_to_its_number(seen_by: Opened) -> None:
    browser = seen_by("admin")
    for link in {link for link in browser.open("/malkedjan").links() if f"/malkedjan/{AR}/" in link}:
        assert link.rpartition("/")[2] in browser.open(link).heading


def test_a_draft_stands_in_the_chain_of_those_who_see_it_and_of_nobody_else(seen_by: Opened) -> None:
    for who in ("sn", "sekreterare", "ekonom"):
        assert SECRET_WORDS in seen_by(who).open("/malkedjan").text, who
    for who in ("bun", "ks", "lasare", "mallansvarig"):
        page = seen_by(who).open("/malkedjan")
        assert SECRET_WORDS not in page.text, who
        assert "Socialnämnden" in page.text.partition("Utan verksamhetsplan att visa")[2]


def test_the_search_finds_a_draft_for_those_who_see_it_and_for_nobody_else(seen_by: Opened) -> None:
    words = "/malkedjan?q=brunnsgatans+försk"
    assert "1 träff" in seen_by("sn").open(words).text
    assert "Brunnsgatans" in seen_by("sn").open(words).tree.xpath("string(//ol//mark)")
    for who in ("bun", "ks", "lasare", "mallansvarig"):
        assert "0 träffar" in seen_by(who).open(words).text, who


def test_the_search_knows_swedish_letters_and_the_beginnings_of_words(seen_by: Opened) -> None:
    browser = seen_by("lasare")
    assert "0 träffar" not in browser.open("/malkedjan?q=MÅL").text
    assert "0 träffar" in browser.open("/malkedjan?q=brunnsgatans").text
    with_letters = {mark.casefold() for mark in browser.open("/malkedjan?q=här").tree.xpath("//ol//mark/text()")}
    assert all(mark.startswith("här") for mark in with_letters)
    for odd in ('"', "a OR b", "NEAR(", "*", "text:mål", "-", "å\ue000"):
        browser.open(f"/malkedjan?q={odd}")


def test_what_was_found_leads_to_its_number(seen_by: Opened) -> None:
    browser = seen_by("lasare")
    text = browser.open(f"/malkedjan/{AR}/2.3").heading.partition(" ")[2]
    word = max(text.split(), key=len).strip(".,")
    hits = browser.open(f"/malkedjan?q={word}")
    assert f"/malkedjan/{AR}/2.3" in [str(a) for a in hits.tree.xpath("//ol[@class='hits']//a/@href")]


def test_the_chain_is_filtered_by_nämnd_and_judgement(seen_by: Opened) -> None:
    browser = seen_by("lasare")
    whole, part = browser.open("/malkedjan"), browser.open("/malkedjan?namnd=MHN")
    results = "//details[contains(@class, 'link-result')]"
    assert 0 < len(part.tree.xpath(results)) < len(whole.tree.xpath(results))
    assert all("Miljö" in row.text_content() for row in part.tree.xpath(f"{results}/summary"))
    assert "passar urvalet" in browser.open("/malkedjan?lage=uppfyllt").text
    assert len(browser.open("/malkedjan?lage=ännu ej följt upp").tree.xpath(results)) == len(whole.tree.xpath(results))


def test_a_mått_is_drawn_with_the_same_in_words(seen_by: Opened) -> None:
    page = seen_by("lasare").open(f"/malkedjan/{AR}/M2.3a")
    words = page.tree.xpath("string(//svg[@role='img']/@aria-label)")
    assert "basvärde" in words
    assert f"({AR})" in words
    assert not page.tree.xpath("//svg//@style")


def test_a_number_tells_what_refers_to_it_and_where_it_comes_from(seen_by: Opened) -> None:
    browser = seen_by("admin")
    pages = [browser.open(link) for link in {link for link in browser.open("/malkedjan").links() if f"/{AR}/" in link}]
    mentioned = [page for page in pages if page.tree.xpath("//ul[@class='hits']/li")]
    assert mentioned
    assert all(page.heading.partition(" ")[0] in page.tree.xpath("string(//ul[@class='hits'])") for page in mentioned)
    assert all("Varifrån numret kommer" in page.text for page in pages)


def test_a_number_or_a_year_that_is_not_there_is_not_found(seen_by: Opened) -> None:
    for where in (f"/malkedjan/{AR}/99.9", "/malkedjan/1999", "/malkedjan/1999/2"):
        seen_by("admin").open(where, 404)
