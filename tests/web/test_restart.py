"""A batch is begun in a browser, the service is restarted half-way, and the batch comes to its end all the same."""

import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect, sync_playwright

from service.machine import SETTING
from service.usecases.batches.service import Course, all_seen
from service.usecases.demo.year import AR
from service.usecases.house import open_house

from .browser import PASSWORD
from .chromium import FLAGS, executable
from .town import NOW, copy_of, email_of

pytestmark = [pytest.mark.browser, pytest.mark.office]
KINDS = "slag=detaljbudget&slag=uppdragsdialog"
LONG = 240_000  # milliseconds


@contextmanager
def serving(data: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """`malkedjan serve` at a port; asked to end when done with."""
    command = [sys.executable, "-m", "service.cli", "--data", str(data), "serve", "--port", str(port)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", SETTING: "soffice"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as service:
        try:
            assert service.stdout is not None
            yield service, int(service.stdout.readline().partition("localhost:")[2].split()[0])
        finally:
            if service.poll() is None:
                service.send_signal(signal.SIGTERM)
            service.wait(40)


def is_done(data: Path) -> bool:
    """Whether the one batch has come to its end."""
    with open_house(data, lambda: NOW) as house:
        return all_seen(house)[0].course is Course.DONE


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_context(locale="sv-SE").new_page()
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def test_a_batch_goes_on_when_the_service_is_restarted_half_way(page: Page, town: Path, tmp_path: Path) -> None:
    data = copy_of(town, tmp_path / "data")
    with serving(data) as (service, port):
        page.goto(f"http://localhost:{port}/logga-in")
        page.get_by_label("E-postadress").fill(email_of("ekonom"))
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in").click()
        page.goto(f"http://localhost:{port}/framstallning?ar={AR}&{KINDS}")
        page.get_by_role("button", name="Skriv 12 handlingar").click()
        # It moves without a reload.
        expect(page.locator("#forlopp")).to_contain_text(re.compile(r"\b([1-9]|1[01]) av 12 handlingar"), timeout=LONG)
        service.send_signal(signal.SIGTERM)
        assert service.wait(40) == 0
    assert not is_done(data)
    with serving(data, port):
        expect(page.get_by_role("link", name="Hämta alla filer (.zip)")).to_be_visible(timeout=LONG)
        expect(page.locator("#forlopp")).to_contain_text("Alla handlingar är klara")
        with page.expect_download() as download:
            page.get_by_role("link", name="Hämta alla filer (.zip)").click()
        with zipfile.ZipFile(download.value.path()) as archive:
            names = archive.namelist()
            archive.extractall(tmp_path / "hem")
    assert len(names) == 12
    word = Document(str(tmp_path / "hem" / f"uppdragsdialog-{AR}-bun.docx"))
    assert any("Uppdragsdialog" in paragraph.text for paragraph in word.paragraphs)
