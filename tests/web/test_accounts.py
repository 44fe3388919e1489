"""Accounts: the first administrator, one-time links, signing in and out, who may do what to whom."""

from datetime import timedelta
from pathlib import Path
from stat import S_IMODE

import pytest
from flask import Flask

from service.store import entries
from service.usecases.accounts.sessions import ABSOLUTE, IDLE
from service.usecases.house import open_house
from service.web import WebSettings, create_app
from service.web.serving import welcome_link

from .browser import PASSWORD, Browser
from .conftest import Opened
from .town import NOW, copy_of, email_of


def settings_of(app: Flask) -> WebSettings:
    return app.config["MALKEDJAN"]


def test_the_first_start_gives_a_link_that_makes_the_administrator_once(empty: Flask) -> None:
    link = welcome_link(settings_of(empty))
    assert link is not None
    browser = Browser(empty)
    page = browser.open(link)
    given = {"namn": "Anna Admin", "epost": "anna@kommunen.se", "losenord": PASSWORD, "igen": PASSWORD}
    page = browser.send(page, link, **given)
    assert page.heading == "Välkommen"
    assert "Kom igång med 2027" in page.text
    assert welcome_link(settings_of(empty)) is None
    assert "Länken gäller inte" in Browser(empty).open(link, 404).heading
    Browser(empty).signed_in("anna@kommunen.se")


def test_a_new_link_at_the_next_start_takes_the_place_of_the_first(empty: Flask) -> None:
    first, second = (welcome_link(settings_of(empty)) for _ in range(2))
    assert first
    assert second
    Browser(empty).open(first, 404)
    Browser(empty).open(second)


def test_without_signing_in_there_is_nothing_but_the_form_and_one_comes_back_to_where_one_was_going(app: Flask) -> None:
    browser = Browser(app)
    page = browser.open("/namnd/BUN/2027")
    assert page.heading == "Logga in"
    page = browser.send(page, "/logga-in", epost=email_of("bun"), losenord=PASSWORD)
    assert page.address.endswith("/namnd/BUN/2027")


@pytest.mark.parametrize("till", ["https://ond.example/", "//ond.example", "/\\ond.example", "javascript:alert(1)"])
def test_signing_in_never_leads_out_of_the_service(app: Flask, till: str) -> None:
    browser = Browser(app)
    page = browser.open("/logga-in")
    page = browser.send(page, "/logga-in", epost=email_of("bun"), losenord=PASSWORD, till=till)
    assert page.address == "/"


def test_a_wrong_password_and_an_unknown_address_are_told_in_the_same_words(app: Flask) -> None:
    said = set()
    for email, password in ((email_of("bun"), "fel lösenord helt"), ("ingen@kommunen.se", PASSWORD)):
        browser = Browser(app)
        page = browser.send(browser.open("/logga-in"), "/logga-in", 422, epost=email, losenord=password)
        said.add(page.text.replace(email, ""))
    assert len(said) == 1
    assert "stämmer inte" in said.pop()


def test_who_guesses_at_an_account_is_stopped(app: Flask) -> None:
    browser = Browser(app)
    for _ in range(5):
        browser.send(browser.open("/logga-in"), "/logga-in", 422, epost=email_of("bun"), losenord="gissning " * 2)
    page = browser.send(browser.open("/logga-in"), "/logga-in", 429, epost=email_of("bun"), losenord=PASSWORD)
    assert "Vänta några minuter" in page.text


def test_signing_out_ends_the_session_also_for_a_copied_cookie(app: Flask, browser: Opened) -> None:
    one, other = browser("bun"), Browser(app)
    cookie = one.client.get_cookie("malkedjan")
    assert cookie is not None
    other.client.set_cookie("malkedjan", cookie.value)
    assert other.open("/konto").heading == "Mitt konto"
    one.send(one.open("/konto"), "/logga-ut")
    assert other.open("/konto").heading == "Logga in"


def test_a_session_ends_when_it_stands_unused_and_after_its_day(town: Path, tmp_path: Path) -> None:
    clock = [NOW]
    app = create_app(WebSettings(copy_of(town, tmp_path / "data"), lambda: clock[0]))
    browser = Browser(app).signed_in(email_of("bun"))
    clock[0] += IDLE + timedelta(minutes=1)
    assert browser.open("/konto").heading == "Logga in"
    browser.signed_in(email_of("bun"))
    started = clock[0]
    while clock[0] - started <= ABSOLUTE:
        assert browser.open("/konto").heading == "Mitt konto"
        clock[0] += IDLE - timedelta(minutes=1)
    assert browser.open("/konto").heading == "Logga in"


def test_changing_the_password_signs_out_everywhere_else(app: Flask, browser: Opened) -> None:
    here, there = browser("bun"), browser("bun")
    new = "helt andra ord den här gången"
    given = {"nuvarande": PASSWORD, "losenord": new, "igen": new}
    page = here.send(here.open("/konto"), "/konto/losenord", **given)
    assert "Lösenordet är bytt" in page.text
    assert there.open("/konto").heading == "Logga in"
    Browser(app).signed_in(email_of("bun"), new)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"nuvarande": "fel lösenord helt"}, "Det nuvarande lösenordet stämmer inte"),
        ({"losenord": "kort", "igen": "kort"}, "för kort"),
        ({"losenord": "aaaaaaaaaaaaaa", "igen": "aaaaaaaaaaaaaa"}, "lätt att gissa"),
        ({"igen": "något annat än det första"}, "inte lika"),
    ],
)
def test_an_unfit_password_is_refused_with_its_reason(browser: Opened, given: dict[str, str], said: str) -> None:
    one = browser("bun")
    fit = {"nuvarande": PASSWORD, "losenord": "nya goda långa ord", "igen": "nya goda långa ord"}
    assert said in one.send(one.open("/konto"), "/konto/losenord", 422, **{**fit, **given}).text


def test_an_administrator_adds_somebody_by_a_link_that_works_once(app: Flask, browser: Opened) -> None:
    admin = browser("admin")
    page = admin.send(
        admin.open("/anvandare"), "/anvandare", namn="Nora Ny", epost="nora@kommunen.se",
        roll=["handläggare"], namnd=["BUN"],
    )  # fmt: skip
    link = page.tree.xpath("//input[@readonly]/@value")[0].replace("http://localhost", "")
    new = Browser(app)
    page = new.send(new.open(link), link, losenord=PASSWORD, igen=PASSWORD)
    assert page.address == "/"
    Browser(app).open(link, 404)
    row = next(row for row in admin.open("/anvandare").rows() if row[0] == "Nora Ny")
    assert row[1:4] == ["nora@kommunen.se", "handläggare", "BUN"]


def test_what_is_wrong_with_an_account_is_told_all_at_once_and_nothing_typed_is_lost(browser: Opened) -> None:
    admin = browser("admin")
    page = admin.send(admin.open("/anvandare"), "/anvandare", 422, namn="", epost="nora", roll=["handläggare"])
    for words in ("Namnet saknas", "”nora” är ingen e-postadress", "ingen är vald"):
        assert words in page.text
    assert page.form("/anvandare").fields["epost"] == "nora"


def test_two_accounts_never_have_the_same_name_or_address(browser: Opened) -> None:
    admin = browser("admin")
    taken = {"namn": "hanna handläggare", "epost": "annan@kommunen.se", "roll": ["läsare"]}
    assert "redan ett konto med namnet" in admin.send(admin.open("/anvandare"), "/anvandare", 422, **taken).text
    taken = {"namn": "Någon Annan", "epost": email_of("bun").upper(), "roll": ["läsare"]}
    assert "redan ett konto med adressen" in admin.send(admin.open("/anvandare"), "/anvandare", 422, **taken).text


def test_disabling_an_account_signs_its_owner_out_and_lets_nobody_in(app: Flask, browser: Opened) -> None:
    admin, one = browser("admin"), browser("bun")
    page = admin.open("/anvandare/konto-bun")
    admin.send(page, "/anvandare/konto-bun", aktiv=[])
    assert one.open("/konto").heading == "Logga in"
    other = Browser(app)
    other.send(other.open("/logga-in"), "/logga-in", 422, epost=email_of("bun"), losenord=PASSWORD)


def test_the_last_administrator_cannot_be_lost(browser: Opened) -> None:
    admin = browser("admin")
    page = admin.send(admin.open("/anvandare/konto-admin"), "/konto-admin", 422, roll=["läsare"])
    assert "det enda som får hantera användare" in page.text


def test_the_log_tells_who_did_what_and_when(app: Flask, browser: Opened) -> None:
    admin = browser("admin")
    admin.send(admin.open("/anvandare"), "/anvandare", namn="Nora Ny", epost="nora@kommunen.se", roll=["läsare"])
    rows = admin.open("/logg").rows()
    assert ["Anna Admin", "Lade till kontot nora@kommunen.se"] in [row[1:3] for row in rows]
    assert any(row[2] == "Förde in beslut om mål- och resursplan 2027" for row in rows[1:])
    with open_house(settings_of(app).data, lambda: NOW) as house:
        assert PASSWORD not in str(entries(house.store))


def test_the_key_and_the_tokens_are_nobody_elses(app: Flask, browser: Opened) -> None:
    data = settings_of(app).data
    assert S_IMODE((data / "webb-nyckel").stat().st_mode) == 0o600
    one = browser("bun")
    with one.client.session_transaction() as carried:
        token = carried["inloggning"]
    database = b"".join(path.read_bytes() for path in data.glob("malkedjan.db*"))
    assert token.encode() not in database
    assert PASSWORD.encode() not in database


def test_behind_https_the_cookie_is_sent_over_nothing_else(town: Path, tmp_path: Path) -> None:
    app = create_app(WebSettings(copy_of(town, tmp_path / "data"), lambda: NOW, secure=True, proxies=1))
    response = app.test_client().get("/logga-in", headers={"X-Forwarded-Proto": "https"})
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-malkedjan=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert response.headers["Strict-Transport-Security"]


def test_a_form_without_its_token_changes_nothing(app: Flask, browser: Opened) -> None:
    one = browser("bun")
    response = one.client.post("/konto/logga-ut-overallt")
    assert response.status_code == 400
    assert "Inget är sparat" in response.get_data(as_text=True)
    assert one.open("/konto").heading == "Mitt konto"
