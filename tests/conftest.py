"""What several rooms' tests share: the demo's output, made once, and tools that may be missing on a machine."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.machine import SETTING
from service.usecases.demo.year import Demo, run
from service.usecases.house import open_house

from .office import has_libreoffice, has_validator
from .web.chromium import has_chromium

# Documents are laid out only where a test asks for it (`with_office`): each start of LibreOffice takes seconds.
os.environ[SETTING] = ""
REQUIRED = os.environ.get("MALKEDJAN_REQUIRE_TOOLS") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what reads the demo's output in one process (`--dist loadgroup`), so that it is made once."""
    for item in items:
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("demo"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs a tool that is not here, saying which; where all must be here, fail instead."""
    for marker, present, name in (
        ("office", has_libreoffice(), "LibreOffice (soffice)"),
        ("validator", has_validator(), "node with @ooxml-tools/validate (npm ci --prefix tests/validator)"),
        ("browser", has_chromium(), "Chromium with axe-core (npm ci --prefix tests/web/axe)"),
    ):
        if item.get_closest_marker(marker) and not present:
            if REQUIRED:
                pytest.fail(f"{name} saknas")
            pytest.skip(f"{name} saknas")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Demo, Path]:
    """What the demo does and the folder it wrote to."""
    folder = tmp_path_factory.mktemp("demo")
    done = Demo()
    with open_house(folder, lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)) as house:
        for _ in run(house, done, folder):
            pass
    return done, folder


@pytest.fixture
def with_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is there and used."""
    monkeypatch.setenv(SETTING, "soffice")
