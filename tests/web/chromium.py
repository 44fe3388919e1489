"""A real browser before the real server: Chromium by Playwright, waitress on a port of its own."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import waitress
from flask import Flask
from playwright.sync_api import Page

AXE = Path(__file__).parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""All that axe-core has to say of colours; nothing else can change with them."""
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-dev-shm-usage", "--no-first-run",
]  # fmt: skip


def executable() -> str | None:
    """Where Chromium is, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def has_chromium() -> bool:
    """Whether Chromium and axe-core are here."""
    return executable() is not None and AXE.exists()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The app behind waitress, at the address given, until done."""
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(5)


def violations(page: Page, rules: Sequence[str] = WCAG) -> list[str]:
    """What axe-core finds wrong on the page by all of WCAG 2.2 AA and good practice, or some rules: rule and place."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", rules)
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in found["violations"]]
