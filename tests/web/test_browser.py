"""The pages in a real browser: the whole way of a handläggare, what shuts people out, narrow screens, the keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect, sync_playwright

from service.store import account
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.run import run_batch
from service.usecases.batches.service import order_batch
from service.usecases.demo.year import AR
from service.usecases.house import House, open_house
from service.web import WebSettings, create_app

from ..usecases.people import Person
from .browser import PASSWORD
from .chromium import COLOURS, FLAGS, WCAG, executable, served, violations
from .test_access import address, rules, values_for
from .town import DRAFT, NOW, copy_of, email_of, sample

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)
SN = f"verksamhetsplan-{AR}-sn.xlsx"
NO_PAGE = (
    r"\.(svg|ics|zip|docx|png)|/fil$|/fil\?|/fil/|/markerad|/handling/\w+\?|/arbetsbok/|/arbetsbok(\?|$)|/prov|"
    r"/framstallning/ingen|^/api/v1"
)
# What is no page of its own: it leads on, is another's under a shorter name, or says that there is nothing there.
NO_PAGES = {
    "static", "konto.welcome_page", "konto.sign_in_page", "installningar.newest_page", "sso.begin", "sso.arrive",
    "sso.leave", "inlamning.refused_page", "forhandsvisning.written_page", "jamforelse.page",
}  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def service(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(WebSettings(copy_of(town, tmp_path_factory.mktemp("browser") / "data"), lambda: NOW))


@pytest.fixture(scope="module")
def at(service: Flask) -> Iterator[str]:
    with served(service) as where:
        yield where


@pytest.fixture
def page(chromium: Chromium, at: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=at, locale="sv-SE", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    context.close()
    assert not [words for words in heard if "status of 4" not in words], heard


def sign_in(page: Page, who: str) -> None:
    page.goto("/logga-in")
    page.get_by_label("E-postadress").fill(email_of(who))
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(str(AR))


def pages_of(service: Flask) -> list[str]:
    """Every page that an administrator can open, in socialnämnden's plan where it is about one."""
    with open_house(service.config["MALKEDJAN"].data, lambda: NOW) as house:
        values = values_for(house, DRAFT)
        found = [address(service, r, values) for m, r in rules(service) if m == "GET" and r.endpoint not in NO_PAGES]
        found += [f"/framstallning/{id}" for id in batches_in(house)]
        found.append(f"/versioner/mrp.{AR}?fran=1&till=oppositionen")
    return [one for one in dict.fromkeys(found) if not re.search(NO_PAGE, one)]


def batches_in(house: House) -> list[str]:
    """A batch that waits for its turn, and one that is done."""
    who = account(house.store, "konto-ekonom")
    assert who is not None
    waits, done = (order_batch(house, who, BatchWish(AR, ("detaljbudget",), (kod,))) for kod in ("SN", "MHN"))
    for _ in run_batch(house, done, workers=1):
        pass
    return [waits, done]


def test_a_handläggare_goes_the_whole_way_from_workbook_to_hand_in(page: Page, tmp_path: Path) -> None:
    sign_in(page, "sn")
    page.get_by_role("link", name="Rätta felen i verksamhetsplan 2027 för SN").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta arbetsboken för verksamhetsplan").click()
    person = Person(download.value.path().read_bytes())
    person.cell("Detaljbudget", 5, "Övriga kostnader").value = "12.345"
    (tmp_path / SN).write_bytes(person.saved())
    page.get_by_label("Arbetsboken (.xlsx)").set_input_files(tmp_path / SN)
    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Arbetsboken är inte inläst")
    expect(page.get_by_text("12345 eller 12,345").first).to_be_visible()
    assert violations_at(page, page.url) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta arbetsboken med felen markerade").click()
    assert Person(download.value.path().read_bytes()).book.sheetnames[0] == "Fel"

    (tmp_path / SN).write_bytes(sample(SN))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="Skicka in igen").click()
    page.get_by_label("Arbetsboken (.xlsx)").set_input_files(tmp_path / SN)
    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_text(f"{SN} är inläst")).to_be_visible()
    acknowledge = page.get_by_role("checkbox")
    if acknowledge.count():
        acknowledge.check()
    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_text("Numren är nu satta")).to_be_visible()


def test_no_page_has_anything_that_shuts_somebody_out_in_light_or_dark_or_on_a_narrow_screen(
    page: Page, service: Flask
) -> None:
    found = {where: violations_at(page, where) for where in ("/logga-in", "/finns-inte")}
    sign_in(page, "admin")
    found |= {where: violations_at(page, where) for where in pages_of(service)}
    page.context.clear_cookies()
    sign_in(page, "lasare")
    found |= {f"{where} to read": violations_at(page, where) for where in ("/", f"/namnd/MHN/{AR}")}
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_the_looking_itself_finds_what_is_wrong(page: Page) -> None:
    page.goto("/logga-in")
    page.evaluate("() => document.querySelector('label').remove()")
    page.evaluate("() => { document.querySelector('h1').style.color = '#ccc' }")
    found = violations(page)
    assert {fault.partition(":")[0] for fault in found} >= {"label", "color-contrast"}


def violations_at(page: Page, where: str) -> list[str]:
    """What is wrong at an address, in light and dark and on a narrow screen; it is opened once, and turned about."""
    faults = []
    page.emulate_media(color_scheme="light", reduced_motion="reduce")  # no colour is caught on its way to another
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(where)
    for scheme, width, looked_for in (("light", 1280, WCAG), ("dark", 1280, COLOURS), ("light", 320, WCAG)):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        faults += [f"{scheme}, {width} px: {fault}" for fault in violations(page, looked_for)]
        wider = page.evaluate("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
        faults += [f"{wider} px beside the screen at {width}"] if wider > 0 else []
    return faults


def test_everything_can_be_reached_by_the_keyboard(page: Page) -> None:
    page.goto("/logga-in")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    for typed in (email_of("bun"), PASSWORD):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Att göra")).to_be_visible()
    shown = page.evaluate("() => getComputedStyle(document.querySelector('.menu a')).outlineStyle")
    page.locator(".menu a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != shown


def test_a_long_table_is_filtered_as_one_types(page: Page) -> None:
    sign_in(page, "admin")
    page.goto("/logg")
    rows = page.locator("tbody tr")
    before = rows.count()
    page.get_by_label("Sök i loggen").fill("beslut om mål- och resursplan")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    assert before > 1
    expect(page.get_by_text(f"1 av {before} rader visas")).to_be_visible()


def test_a_batch_is_begun_by_the_keyboard_alone(page: Page) -> None:
    sign_in(page, "ekonom")
    page.goto(f"/framstallning?ar={AR}&slag=detaljbudget&namnd=KFN")
    page.get_by_role("checkbox", name="Januari–april").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent.trim().startsWith('Skriv ')"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Detaljbudget {AR} för KFN")
    page.get_by_role("button", name="Avbryt").press("Enter")
    expect(page.locator("#forlopp")).to_contain_text("Avbruten")


def test_a_workbook_can_be_dropped_on_its_field(page: Page) -> None:
    sign_in(page, "bun")
    page.goto("/namnd/BUN/2027")
    page.evaluate(
        """() => {
            const carried = new DataTransfer();
            carried.items.add(new File(["inte en arbetsbok"], "plan.xlsx"));
            document.querySelector(".drop").dispatchEvent(
                new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
        }"""
    )
    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Arbetsboken är inte inläst")


def test_on_a_touch_screen_ärenden_are_moved_by_buttons_that_a_finger_hits_and_nothing_asks_to_be_dragged(
    chromium: Chromium, at: str
) -> None:
    context = chromium.new_context(base_url=at, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    sign_in(page, "sekreterare")
    page.goto("/moten/sn-2026-12-10")
    items = page.locator(".agenda > li")
    expect(page.locator(".handle:visible")).to_have_count(0)
    sizes = page.locator(".agenda button, .agenda input:visible").evaluate_all(
        "found => found.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) > 12
    assert min(sizes) >= 44
    last = items.nth(5).locator("h3").inner_text()
    items.nth(5).get_by_role("button", name="Flytta upp").tap()
    expect(items.nth(4).locator("h3")).to_have_text(last)
    items.nth(4).get_by_role("button", name="Flytta ned").tap()
    expect(items.nth(5).locator("h3")).to_have_text(last)
    context.close()


def test_without_scripts_a_workbook_is_sent_in_all_the_same(chromium: Chromium, at: str, tmp_path: Path) -> None:
    context = chromium.new_context(base_url=at, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "bun")
    page.goto("/namnd/BUN/2027")
    (tmp_path / "plan.xlsx").write_bytes(b"inte en arbetsbok")
    page.get_by_label("Arbetsboken (.xlsx)").set_input_files(tmp_path / "plan.xlsx")
    page.get_by_role("button", name="Skicka in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Arbetsboken är inte inläst")
    context.close()


def test_an_ärende_is_dragged_to_its_place_and_the_numbers_follow(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 2400})  # the whole list in sight
    sign_in(page, "sekreterare")
    page.goto("/moten/sn-2026-12-10")
    items = page.locator(".agenda > li")
    expect(items.nth(2).locator("h3")).to_contain_text("Verksamhetsplan")
    items.nth(4).locator(".handle").drag_to(items.nth(2), target_position={"x": 200, "y": 3})
    expect(items.nth(2).locator("h3")).to_have_text("Ekonomiskt läge efter november")
    expect(items.nth(3)).to_contain_text("enligt bilaga 4.1 och bilaga 4.2")
    items.nth(2).locator(".handle").drag_to(items.nth(5), target_position={"x": 200, "y": 60})
    expect(items.nth(5).locator("h3")).to_have_text("Ekonomiskt läge efter november")
    assert violations(page) == []

    page.get_by_role("link", name="Ekonomiskt läge efter november").click()
    files = [{"name": f"underlag {n}.txt", "mimeType": "text/plain", "buffer": b"Hej"} for n in (1, 2)]
    page.get_by_label("Filer", exact=True).set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Lägg in").click()
    expect(page.locator(".bilaga")).to_have_count(2)
    expect(page.get_by_text("underlag 2.txt är inlagd.")).to_be_visible()
