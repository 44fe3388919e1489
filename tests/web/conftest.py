"""A municipality in its year, shared by the tests that only look; a copy of it for those that change something."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from service.store import account
from service.usecases.accounts.sessions import begin
from service.usecases.accounts.tokens import make_token
from service.usecases.house import open_house
from service.web import WebSettings, create_app
from service.web.limits import limiter
from service.web.uploads import READER

from .browser import Browser
from .town import NOW, REPORTING, build_reporting, build_town, copy_of

Opened = Callable[[str], Browser]
Calls = Callable[[str], Callable[..., TestResponse]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep these tests in one process (`--dist loadgroup`), so that the municipality is made once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("web"))


def entered(app: Flask, who: str) -> Browser:
    """A browser of somebody who has signed in already."""
    settings: WebSettings = app.config["MALKEDJAN"]
    with open_house(settings.data, settings.now) as house:
        found = account(house.store, f"konto-{who}")
        assert found is not None
        return Browser(app).carrying(begin(house, found).token)


def key_of(app: Flask, who: str) -> dict[str, str]:
    """The header by which a program of somebody's calls the API."""
    settings: WebSettings = app.config["MALKEDJAN"]
    with open_house(settings.data, settings.now) as house:
        found = account(house.store, f"konto-{who}")
        assert found is not None
        return {"Authorization": f"Bearer {make_token(house, found, 'provet', 30)[1]}"}


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    """Nobody has tried anything yet: all tests come from one address."""
    if limiter.enabled and limiter._storage is not None:
        limiter.reset()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of the municipality. Nobody may change what lies in it."""
    data = tmp_path_factory.mktemp("town")
    build_town(data)
    return data


@pytest.fixture(scope="session")
def looking(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The service on the municipality, for tests that only look."""
    data = copy_of(town, tmp_path_factory.mktemp("looking") / "data")
    return create_app(WebSettings(data, lambda: NOW))


@pytest.fixture(scope="session")
def seen_by(looking: Flask) -> Opened:
    """Gives a signed-in browser of somebody (`bun`, `ekonom` …) in the service that nobody changes."""
    open_ones: dict[str, Browser] = {}

    def opened(who: str) -> Browser:
        if who not in open_ones:
            open_ones[who] = entered(looking, who)
        return open_ones[who]

    return opened


@pytest.fixture(scope="session")
def calls_of(looking: Flask) -> Calls:
    """Gives what calls the API as somebody in the service that nobody changes."""
    keys: dict[str, dict[str, str]] = {}

    def calling(who: str) -> Callable[..., TestResponse]:
        if who not in keys:
            keys[who] = key_of(looking, who)
        client = looking.test_client(use_cookies=False)
        return lambda where, method="GET", **rest: client.open(where, method=method, headers=keys[who], **rest)

    return calling


@pytest.fixture(scope="session", autouse=True)
def _reader() -> Iterator[None]:
    """End the process that reads uploads when all is done."""
    yield
    READER.close()


@pytest.fixture(scope="session")
def reporting(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data directory of the municipality on the day after a report was due. Nobody may change what lies in it."""
    data = tmp_path_factory.mktemp("reporting") / "data"
    build_reporting(town, data)
    return data


@pytest.fixture
def late(reporting: Path, tmp_path: Path) -> Flask:
    """A service of one's own on that day."""
    return create_app(WebSettings(copy_of(reporting, tmp_path / "data"), lambda: REPORTING))


@pytest.fixture
def app(town: Path, tmp_path: Path) -> Flask:
    """A service of one's own on a copy of the municipality."""
    return create_app(WebSettings(copy_of(town, tmp_path / "data"), lambda: NOW))


@pytest.fixture
def browser(app: Flask) -> Opened:
    """Gives a signed-in browser of somebody in a service of one's own."""
    return lambda who: entered(app, who)


@pytest.fixture
def empty(tmp_path: Path) -> Flask:
    """A service that has just been set up."""
    with open_house(tmp_path / "empty", lambda: NOW):
        pass
    return create_app(WebSettings(tmp_path / "empty", lambda: NOW))
