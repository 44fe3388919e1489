"""A package made by the real worker with LibreOffice: the service stops in the middle, starts again, and it is made all
the same; sent out, the meeting is held, and its minutes and an extract are taken home as PDF."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from flask import Flask

from service.machine import SETTING
from service.store import PackageState, package_order
from service.usecases.demo.year import AR
from service.usecases.hand_in import hand_in
from service.usecases.house import open_house
from service.usecases.meetings.package import Step
from service.web import WebSettings, create_app
from service.web.foreman import foreman_of

from .conftest import entered
from .test_motespaket import PAKET, STEM, files_on, id_of
from .town import DRAFT, NOW, copy_of, sample, taken_in

pytestmark = pytest.mark.office
AFTER = datetime(2026, 12, 11, 9, tzinfo=UTC)
LONG = 240.0  # seconds


@pytest.fixture
def data(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The municipality with LibreOffice, socialnämnden's plan handed in."""
    monkeypatch.setenv(SETTING, "soffice")
    data = copy_of(town, tmp_path / "data")
    with open_house(data, lambda: NOW) as house:
        taken_in(house, sample(f"verksamhetsplan-{AR}-sn.xlsx"), f"verksamhetsplan-{AR}-sn.xlsx", "Sven Social")
        hand_in(house, DRAFT, by="Sven Social", acknowledge=True)
    return data


def until(service: Flask, id: str, is_so: Callable[[PackageState, str], bool]) -> None:
    """Wait until the package has come so far."""
    for _ in range(int(LONG / 0.1)):
        with open_house(service.config["MALKEDJAN"].data, lambda: NOW) as house:
            order = package_order(house.store, id)
        assert order is not None
        assert order.state is not PackageState.FAILED, order.findings
        if is_so(order.state, order.step):
            return
        Event().wait(0.1)
    raise AssertionError(f"{order.state} {order.step} {order.findings}")


def made(data: Path, now: datetime, id: str) -> Flask:
    """A service whose foreman has seen the package through."""
    service = create_app(WebSettings(data, lambda: now))
    foreman_of(service).start()
    until(service, id, lambda state, _: state is PackageState.DONE)
    foreman_of(service).close()
    return service


def test_a_package_is_made_although_the_service_is_restarted_and_its_meeting_comes_to_its_minutes(data: Path) -> None:
    first = create_app(WebSettings(data, lambda: NOW))
    secretary = entered(first, "sekreterare")
    id = id_of(secretary.send(secretary.open(PAKET), "/paket", pdf="ja", mb="1,5"))
    foreman_of(first).start()
    until(first, id, lambda _, step: step == Step.LAY_OUT)
    assert "steg 2 av 4" in secretary.open(f"{PAKET}/{id}").text
    foreman_of(first).close()
    with open_house(data, lambda: NOW) as house:
        order = package_order(house.store, id)
    assert order is not None
    assert order.state is PackageState.WAITING

    secretary = entered(made(data, NOW, id), "sekreterare")
    page = secretary.open(f"{PAKET}/{id}")
    assert {f"{STEM}-kallelse.pdf", f"{STEM}-handlingar.pdf"} <= set(files_on(page))
    assert "delegationsbeslut-november.pdf kan inte visas som sidor" in page.text
    with pikepdf.open(io.BytesIO(secretary.fetch(f"{PAKET}/{id}/{STEM}-handlingar.pdf"))) as package:
        assert len(package.pages) > 10
        with package.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert "3. Verksamhetsplan med detaljbudget 2027" in titles
    outsider = entered(secretary.app, "ekonom").open(f"{PAKET}/{id}").text
    assert "delegationsbeslut-november" not in outsider
    assert "sekretess.zip" not in outsider
    secretary.send(page, "/utskickat")

    service = create_app(WebSettings(data, lambda: AFTER))
    secretary = entered(service, "sekreterare")
    where = "/moten/sn-2026-12-10/protokoll"
    assert "Planen är antagen" in secretary.send(secretary.open(where), "/hallet").text
    for paper in ("papper/protokoll", "utdrag/120-1"):
        with pikepdf.open(io.BytesIO(secretary.fetch(f"{where}/{paper}?som=pdf"))) as pdf:
            assert pdf.pages
