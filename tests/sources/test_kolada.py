"""Kolada: its answers as values, and the client against a real server on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from service.findings import line
from service.sources import KoladaClient, KoladaFault, read_kolada

KPIS = [f"N{number:05d}" for number in range(60)]


class Kolada(BaseHTTPRequestHandler):
    """A small server that answers as Kolada does, two rows a page, and misbehaves when its first id asks for it."""

    def do_GET(self) -> None:
        """Answer by the path."""
        address = urlsplit(self.path)
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        parts = address.path.split("/")
        ids, kommun, years = parts[4].split(","), parts[6], parts[8].split(",")
        query = parse_qs(address.query)
        assert query["per_page"] == ["5000"]
        assert len(ids) <= 25
        if ids[0] == "N50000":
            return self._send(500, b"{}")
        if ids[0] == "N60000":
            time.sleep(1)
        if ids[0] == "N70000":
            return self._send(200, b"<html>")
        rows = [_row(kpi, kommun, int(year)) for kpi in ids for year in years]
        return self._page(rows, int(query.get("page", ["1"])[0]), ids[0])

    def _page(self, rows: list[dict[str, Any]], page: int, first: str) -> None:
        following = None
        if len(rows) > page * 20:
            host = "http://example.invalid" if first == "N80000" else ""
            following = f"{host}{self.path.partition('&page')[0]}&page={page + 1}"
        if first == "N90000":
            following = self.path
        values = rows[(page - 1) * 20 : page * 20]
        self._send(200, json.dumps({"count": len(values), "values": values, "next_url": following}).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


def _row(kpi: str, kommun: str, year: int) -> dict[str, Any]:
    value = None if year == 2027 else 71.5
    genders = [{"gender": gender, "value": value, "count": 1, "status": ""} for gender in ("K", "M", "T")]
    return {"kpi": kpi, "municipality": kommun, "period": year, "values": genders}


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Kolada) as server:
        server.asked = []  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def client(server: ThreadingHTTPServer, timeout: float = 5) -> KoladaClient:
    return KoladaClient(f"http://127.0.0.1:{server.server_port}/v3/", timeout)


def test_every_page_of_every_list_is_fetched(server: ThreadingHTTPServer) -> None:
    blob = client(server).fetch(KPIS, "1487", [2026, 2027])
    reading = read_kolada(blob, "1487")
    assert {(value.kpi, value.ar) for value in reading.values} == {(kpi, ar) for kpi in KPIS for ar in (2026, 2027)}
    assert len(reading.values) == 120
    assert len(server.asked) == 3 + 3 + 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kpi", "code", "said"),
    [
        ("N50000", "kolada-natverk", "felkoden 500"),
        ("N60000", "kolada-natverk", "inget svar inom 0.2 sekunder"),
        ("N70000", "kolada-svar", "det är inte JSON"),
        ("N80000", "kolada-svar", "en annan adress"),
        ("N90000", "kolada-svar", "tar aldrig slut"),
    ],
)
def test_what_goes_wrong_is_said_in_swedish(server: ThreadingHTTPServer, kpi: str, code: str, said: str) -> None:
    with pytest.raises(KoladaFault) as fault:
        client(server, 0.2).fetch([kpi], "1487", list(range(2004, 2027)))
    assert (fault.value.code, said in fault.value.details["skal"]) == (code, True)


def test_a_server_that_is_not_there_is_said(server: ThreadingHTTPServer) -> None:
    with pytest.raises(KoladaFault) as fault:
        KoladaClient("http://127.0.0.1:9/v3", 2).fetch(["N00945"], "1487", [2026])
    assert "går inte att nå" in fault.value.details["skal"]


@pytest.mark.parametrize("base", ["", "http://kolada.example/v3", "file:///etc/passwd", "ftp://x/v3", "https://"])
def test_only_a_safe_address_is_used(base: str) -> None:
    with pytest.raises(KoladaFault) as fault:
        KoladaClient(base).fetch(["N00945"], "1487", [2026])
    assert fault.value.code == ("kolada-adress" if base else "kolada-ingen-adress")


def test_null_is_missing_and_not_zero() -> None:
    answer = {"values": [_row("N00945", "1487", 2027), _row("N00945", "1480", 2026)]}
    reading = read_kolada(json.dumps(answer).encode(), "1487")
    assert [value.value for value in reading.values] == [None]
    assert reading.others == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"{}", "listan values saknas"),
        (b'{"values": [{"kpi": "945", "municipality": "1487", "period": 2026, "values": []}]}', "inte en bokstav"),
        (b'{"values": [{"kpi": "N00945", "municipality": "1487", "period": "x", "values": []}]}', "ska vara ett år"),
        (b'{"values": [{"kpi": "N00945", "period": 2026, "values": []}]}', "municipality saknas"),
        (b'{"values": [{"kpi": "N00945", "municipality": "1487", "period": 2026, '
         b'"values": [{"gender": "T", "value": "71,5"}]}]}', "ett tal eller null"),
        (b'{"values": [NaN]}', "inte JSON"),
        (b"\xff\xfe", "inte JSON"),
    ],
)  # fmt: skip
def test_an_answer_that_is_not_koladas_is_told(answer: bytes, said: str) -> None:
    reading = read_kolada(answer, "1487")
    assert said in line(reading.findings[0])
