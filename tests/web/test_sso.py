"""Signing in by an identity provider: a real one, through its own pages, by code with PKCE, state and nonce."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.store import account, entries, save_account
from service.usecases.accounts.sso import OpenIdSettings
from service.usecases.house import open_house
from service.web import WebSettings, create_app, openid_settings

from .provider import CLIENT, SECRET, Person, provider_of
from .town import NOW, copy_of


@pytest.fixture
def served(town: Path, tmp_path: Path) -> Callable[..., Flask]:
    """Gives the service on a copy of the municipality, with a provider."""
    data = copy_of(town, tmp_path / "data")
    return lambda issuer, **more: create_app(
        WebSettings(data, lambda: NOW, openid=OpenIdSettings(issuer, CLIENT, SECRET, "Exempel-ID", **more))
    )


def through_the_provider(client: FlaskClient, start: str = "/sso") -> str:
    """The address that the provider sends the browser back to."""
    sent = client.get(start)
    assert sent.status_code == 302, sent.text
    asked = parse_qs(urlsplit(sent.location).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    browser, where = requests.Session(), sent.location
    for _ in range(8):
        answer = browser.get(where, allow_redirects=False, timeout=10)
        assert answer.is_redirect, answer.text
        where = requests.compat.urljoin(where, answer.headers["Location"])
        if where.startswith("http://localhost/sso/svar"):
            return where
    raise AssertionError(f"the provider led nowhere: {where}")


def arrived(client: FlaskClient, start: str = "/sso") -> TestResponse:
    where = urlsplit(through_the_provider(client, start))
    return client.get(f"{where.path}?{where.query}")


def test_somebody_with_an_account_is_let_in_by_the_provider_and_known_again(served: Callable[..., Flask]) -> None:
    with provider_of(Person()) as issuer:
        app = served(issuer)
        client = app.test_client()
        assert "Logga in med Exempel-ID" in client.get("/logga-in").text
        answer = arrived(client, "/sso?till=/namnd/BUN/2027")
        assert (answer.status_code, answer.location) == (303, "/namnd/BUN/2027")
        assert "Hanna Handläggare" in client.get("/konto").text
        _changes_address(app)
        again = app.test_client()
        assert arrived(again).status_code == 303
        assert "Hanna Handläggare" in again.get("/konto").text
        leaving = client.get("/sso/ut")
        assert leaving.location.startswith(f"{issuer}/session/end?client_id=malkedjan")
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        assert [e["action"] for e in entries(house.store)].count("account-tied") == 1


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person(email="okand@exempelkommun.se"), "Det finns inget konto"),
        (Person(verified="no"), "inte säkert vilken e-postadress"),
    ],
)
def test_nobody_else_is(served: Callable[..., Flask], person: Person, said: str) -> None:
    with provider_of(person) as issuer:
        client = served(issuer).test_client()
        answer = arrived(client)
        assert answer.status_code == 403
        assert said in answer.text
        assert client.get("/konto").status_code == 302


def test_an_account_is_made_only_where_that_is_configured(served: Callable[..., Flask]) -> None:
    with provider_of(Person("s-2", "ny@exempelkommun.se", "Nina Ny")) as issuer:
        client = served(issuer, creates=True).test_client()
        assert arrived(client).status_code == 303
        page = client.get("/konto").text
        assert "Nina Ny" in page
        assert "läsare" in page


def test_an_answer_that_another_browser_asked_for_lets_nobody_in(served: Callable[..., Flask]) -> None:
    with provider_of(Person()) as issuer:
        app = served(issuer)
        where = urlsplit(through_the_provider(app.test_client()))
        victim = app.test_client()
        victim.get("/sso")
        answer = victim.get(f"{where.path}?{where.query}")
        assert answer.status_code == 403
        assert "gick inte att genomföra" in answer.text
        assert victim.get("/konto").status_code == 302


def test_without_a_provider_there_is_no_such_way_in(looking: Flask) -> None:
    client = looking.test_client()
    assert client.get("/sso").status_code == client.get("/sso/svar").status_code == 404


def test_the_provider_is_configured_by_a_file_and_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert openid_settings(tmp_path) is None
    (tmp_path / "sso.toml").write_text('issuer = "https://id.exempel"\nclient_id = "m"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="client_secret"):
        openid_settings(tmp_path)
    monkeypatch.setenv("MALKEDJAN_OIDC_CLIENT_SECRET", "h")
    monkeypatch.setenv("MALKEDJAN_OIDC_CREATES", "ja")
    assert openid_settings(tmp_path) == OpenIdSettings("https://id.exempel", "m", "h", creates=True)


def _changes_address(app: Flask) -> None:
    """The account gets another address: the person is still known, by their id at the provider."""
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        found = account(house.store, "konto-bun")
        assert found is not None
        save_account(house.store, replace(found, email="nytt.namn@exempelkommun.se"))
