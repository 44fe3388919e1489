"""How quick the pages of the web service are in a municipality's whole year, through waitress as it is run.

`python -m bench.web` asks for each kind of page over and over, prints the table, and writes it as JSON.
"""

import http.client
import json
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import waitress

from schemas.workbooks import Kind
from service.store import Account, PlanKey, Role, documents_of_year, latest_version, save_account
from service.usecases.accounts.sessions import begin
from service.usecases.accounts.tokens import make_token
from service.usecases.demo.year import AR
from service.usecases.house import House, open_house
from service.usecases.papers.orders import orders_of_year
from service.usecases.papers.preparing import prepare
from service.usecases.papers.registering import remember
from service.web import WebSettings, create_app
from service.web.guards import TOKEN
from service.web.serving import THREADS

from .batch import NOW, whole_year

OUT = Path("output/bench-web.json")
ROUNDS = 40
_ROLES = {"ekonom": Role.EKONOM, "lasare": Role.LASARE}


@dataclass(frozen=True)
class Kept:
    """A page to be asked for: what it is, who asks, and its address."""

    name: str
    who: str
    path: str


def main() -> None:
    """Measure every kind of page."""
    with TemporaryDirectory() as name:
        data = Path(name) / "data"
        with open_house(data, lambda: NOW) as house:
            whole_year(house)
            pages = list(_pages(house))
            people = {who: _person(house, who, role) for who, role in _ROLES.items()}
            token = make_token(house, people["ekonom"], "bench", 30)[1]
        with _served(data, people, token) as ask:
            results = {page.name: _measured(ask, page) for page in pages}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    _print(results)


def _pages(house: House) -> Iterator[Kept]:
    """A page of each kind. The year's papers are written first, without page numbers, which no page depends on."""
    for order in orders_of_year(house, AR):
        prepared = prepare(house, order)
        remember(house, prepared, order.file_name, prepared.render())
    vp = _submission(house, PlanKey(Kind.VERKSAMHETSPLAN, "BUN", AR))
    mrp = next(one.document for one in documents_of_year(house.store, AR) if one.document.kind == "mrp")
    yield Kept("Start", "ekonom", f"/?ar={AR}")
    yield Kept("Start, läsare", "lasare", f"/?ar={AR}")
    yield Kept("Uppsikt", "ekonom", f"/uppsikt/{AR}")
    yield Kept("Nämnd", "ekonom", f"/namnd/BUN/{AR}")
    yield Kept("Kommunen", "ekonom", f"/kommunen/{AR}")
    yield Kept("Inlämning", "ekonom", f"/inlamning/{vp}")
    yield Kept("Inlämning, största bladet", "ekonom", f"/inlamning/{vp}?blad=aktivitet")
    yield Kept("Målkedjan", "ekonom", f"/malkedjan/{AR}")
    yield Kept("Målkedjan, läsare", "lasare", f"/malkedjan/{AR}")
    yield Kept("Målkedjan, sökning", "ekonom", f"/malkedjan/{AR}?q=klimat")
    yield Kept("Ett nummer", "ekonom", f"/malkedjan/{AR}/2.3")
    yield Kept("Dokument", "ekonom", f"/dokument?ar={AR}")
    yield Kept("En handling", "ekonom", f"/dokument/{mrp.sha256}")
    yield Kept("Siffrorna i en handling", "ekonom", f"/dokument/{mrp.sha256}/siffror")
    yield Kept("Varifrån kommer siffran?", "ekonom", f"/ursprung?ar={AR}&tal=2.3")
    yield Kept("Framställning", "ekonom", f"/framstallning?ar={AR}")
    yield Kept("Inställningar", "ekonom", f"/installningar/{AR}")
    yield Kept("Regler", "ekonom", f"/installningar/{AR}/regler")
    yield Kept("Logg", "ekonom", "/logg")
    yield Kept("API: översikt", "program", f"/api/v1/ar/{AR}/oversikt")
    yield Kept("API: målkedja", "program", f"/api/v1/ar/{AR}/malkedja")


def _submission(house: House, key: PlanKey) -> str:
    version = latest_version(house.store, key)
    assert version is not None
    return version.submission


def _person(house: House, who: str, role: Role) -> Account:
    made = Account(f"bench-{who}", f"{who}@example.se", who, frozenset({role}), frozenset(), NOW)
    save_account(house.store, made)
    return made


class _Asker:
    """Asks as a browser does: one connection that is kept, with the person's cookie or the program's token."""

    def __init__(self, port: int, headers: dict[str, dict[str, str]]) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port)
        self._headers = headers

    def __call__(self, page: Kept) -> tuple[float, int]:
        """Seconds until the whole answer is there, and its bytes."""
        start = time.perf_counter()
        self._line.request("GET", page.path, headers=self._headers[page.who])
        answer = self._line.getresponse()
        content = answer.read()
        taken = time.perf_counter() - start
        assert answer.status == 200, f"{page.path}: {answer.status}"
        return taken, len(content)


@contextmanager
def _served(data: Path, people: dict[str, Account], token: str) -> Iterator[_Asker]:
    """The service behind waitress, with as many threads as when it is run."""
    app = create_app(WebSettings(data, lambda: NOW))
    headers = {"program": {"Authorization": f"Bearer {token}"}}
    with open_house(data, lambda: NOW) as house:
        for who, account in people.items():
            client = app.test_client()
            with client.session_transaction() as carried:
                carried[TOKEN] = begin(house, account).token
            cookie = client.get_cookie(app.config["SESSION_COOKIE_NAME"])
            assert cookie is not None
            headers[who] = {"Cookie": f"{cookie.key}={cookie.value}"}
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=THREADS)
    Thread(target=server.run, daemon=True).start()
    try:
        yield _Asker(server.effective_port, headers)
    finally:
        server.close()


def _measured(ask: _Asker, page: Kept) -> dict[str, float]:
    """Milliseconds: the first time after a start, and then the median and p95 of many; and how long the answer is."""
    first, length = ask(page)
    taken = [ask(page)[0] * 1000 for _ in range(ROUNDS)]
    p95 = statistics.quantiles(taken, n=20)[-1]
    return {"first": first * 1000, "median": statistics.median(taken), "p95": p95, "rounds": ROUNDS, "bytes": length}


def _print(results: dict[str, dict[str, float]]) -> None:
    print(f"\n{datetime.now(UTC):%Y-%m-%d}\n\n| page | ms median | ms p95 | ms first | kB |\n|---|---|---|---|---|")
    for name, row in results.items():
        print(f"| {name} | {row['median']:.1f} | {row['p95']:.1f} | {row['first']:.0f} | {row['bytes'] / 1000:.0f} |")
    print(f"\n{OUT}")


if __name__ == "__main__":
    main()
