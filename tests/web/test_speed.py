"""How quick the pages are when ten years of twelve nämnder are stored."""

import sqlite3
from pathlib import Path
from time import process_time

import pytest
from flask.testing import FlaskClient

from service.store import FILENAME
from service.usecases.demo.year import AR
from service.web import WebSettings, create_app

from .conftest import entered
from .town import NOW, copy_of

YEARS, NAMNDER = range(AR - 10, AR), 12


def grown(town: Path, target: Path) -> Path:
    """The municipality with ten years behind it: settings, mål- och resursplan and twelve nämnder's plans in each."""
    data = copy_of(town, target)
    with sqlite3.connect(data / FILENAME) as db:
        central = "kind in ('installningar', 'mrp') and proposal = ''"
        for ar in YEARS:
            copy(db, central, f"-{ar}", ar, "namnd")
            for n in range(NAMNDER):
                copy(db, "kind = 'verksamhetsplan' and namnd = 'MHN' and ar = 2027", f"-{ar}-{n}", ar, f"'N{n}'")
    return data


def copy(db: sqlite3.Connection, which: str, mark: str, ar: int, namnd: str) -> None:
    """The year's submissions of a kind once more, under another year and nämnd."""
    chosen = f"select id from submission where {which} and ar = {AR}"
    for table in ("plan", "record", "submission"):
        names = [row[1] for row in db.execute(f"pragma table_info({table})")]
        id = "id" if table == "submission" else "submission"
        new = {id: f"{id} || '{mark}'", "namnd": namnd, "ar": str(ar)}
        values = ", ".join(new.get(name, f"[{name}]") for name in names)
        db.execute(f"insert into [{table}] select {values} from [{table}] where {id} in ({chosen})")


@pytest.mark.parametrize("who", ["ekonom", "sn"])
def test_a_page_takes_less_than_fifty_milliseconds_of_the_server(town: Path, tmp_path: Path, who: str) -> None:
    app = create_app(WebSettings(grown(town, tmp_path / "data"), lambda: NOW))
    browser = entered(app, who)
    page = browser.open("/namnd/SN/2027")
    newest = next(link for link in page.links() if "/inlamning/" in link)
    for where in (
        "/",
        "/namnder",
        "/dokument",
        "/ursprung?tal=2.3",
        "/malkedjan",
        "/malkedjan?q=skola",
        "/malkedjan/2027/2.3",
        "/malkedjan/2027/2",
        "/namnd/SN/2027",
        "/kommunen/2027",
        newest,
        f"{newest}?blad=aktivitet",
        "/konto",
    ):
        assert quickest(browser.client, where) < 0.05, where


def quickest(client: FlaskClient, where: str) -> float:
    """The least time of some that the server works on a page, in seconds; the first makes what later ones reuse."""
    times = []
    for _ in range(6):
        start = process_time()
        answer = client.get(where)
        times.append(process_time() - start)
        assert answer.status_code == 200
    return min(times)
