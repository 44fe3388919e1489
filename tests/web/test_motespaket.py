"""Packages of meetings on the web: asked for, made by a worker, kept, sent out; who may take home what."""

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from service.store import PackageState, account, package_order
from service.usecases.house import House, open_house
from service.usecases.meetings.files import add_file
from service.usecases.meetings.handlingar import remove_paper, save_paper
from service.usecases.meetings.package_line import MOST_TRIES, make_package, next_package, package_left
from service.usecases.meetings.papers import sha256_of
from service.usecases.meetings.seen import seen_meeting

from .browser import Browser
from .conftest import Calls, Opened, entered
from .pages import Page
from .town import MEETING, NOW

API = "/api/v1/moten"
MOTE = "/moten/sn-2026-12-10"
PAKET = f"{MOTE}/paket"
STEM = "sn-2026-12-10"


@pytest.fixture
def house(app: Flask) -> Iterator[House]:
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        yield house


def ordered(one: Browser) -> Page:
    """A package without PDF, asked for."""
    return one.send(one.open(PAKET), "/paket")


def id_of(page: Page) -> str:
    return page.address.rpartition("/")[2]


def files_on(page: Page) -> list[str]:
    return [row[0] for row in page.rows() if row[0].startswith(STEM)]


def test_a_package_is_asked_for_made_taken_home_and_sent_out_and_what_is_late_comes_by_itself(
    browser: Opened, house: House
) -> None:
    one = browser("sekreterare")
    waiting = ordered(one)
    assert "Står på tur" in waiting.text
    assert id_of(ordered(one)) == id_of(waiting)
    id = next_package(house)
    assert id == id_of(waiting)
    make_package(house, id)
    done = one.open(waiting.address)
    names = [f"{STEM}-kallelse.docx", f"{STEM}-handlingar.zip", f"{STEM}-sekretess.zip"]
    assert set(names) <= set(files_on(done))
    packed = zipfile.ZipFile(io.BytesIO(one.fetch(f"{done.address}/{names[1]}")))
    assert any("Verksamhetsplan" in name for name in packed.namelist())
    for who in ("bun", "lasare"):
        browser(who).open(PAKET, 404)
    late = {"by": "Nils", "arende": "plan", "title": "Glömd"}
    add_file(house, MEETING, "glomd.txt", b"Kom efter paketet.", **late)
    sent = one.send(done, "/utskickat")
    assert "Antecknat som utskick 1" in sent.text
    assert "3.3 Glömd: ny" in sent.text
    assert "Glömd" in one.open(MOTE).text
    agenda = browser("lasare").open(MOTE)
    assert "Lista över delegationsbeslut" in agenda.text
    assert "Glömd" not in agenda.text
    seen = browser("lasare").open(PAKET)
    assert [name for name in files_on(seen) if "sekretess" in name] == []
    assert browser("lasare").fetch(f"{done.address}/{names[1]}")
    assert "Gör ett paket" not in seen.text

    add_file(house, MEETING, "yttrande.txt", b"Vi har inget att anmarka.", by="Nils", arende="plan", title="Yttrande")
    assert "3.4 Yttrande: ny" in one.open(PAKET).text
    assert "Yttrande" not in browser("lasare").open(PAKET).text
    id = id_of(ordered(one))
    make_package(house, id)
    page = one.open(f"{PAKET}/{id}")
    assert f"{STEM}-tillagg-2.zip" in files_on(page)
    assert "3.4 Yttrande: ny" in page.text
    add_file(house, MEETING, "glomd.txt", b"En annan version.", **late)
    assert "Antecknat som utskick 2" in one.send(page, "/utskickat").text
    (arende,) = browser("lasare").open(MOTE).tree.xpath("//h3/a[contains(., 'Verksamhetsplan')]/@href")
    read = [link for link in browser("lasare").open(arende).links() if "/fil/" in link]
    assert [browser("lasare").fetch(link) for link in read] == [b"Kom efter paketet.", b"Vi har inget att anmarka."]
    browser("lasare").fetch(f"{MOTE}/fil/{sha256_of(b'En annan version.')}", 404)


def test_what_becomes_secret_after_it_was_sent_is_hidden_at_once_from_who_may_not_see_it(
    browser: Opened, house: House
) -> None:
    one, reader = browser("sekreterare"), browser("lasare")
    late = {"by": "Nils", "arende": "plan", "title": "Utredning om NN"}
    add_file(house, MEETING, "utredning.txt", b"Om NN.", **late)
    id = id_of(ordered(one))
    make_package(house, id)
    one.send(one.open(f"{PAKET}/{id}"), "/utskickat")
    names = [f"{STEM}-{name}" for name in ("kallelse.docx", "foredragningslista.docx", "handlingar.zip")]
    assert files_on(reader.open(f"{PAKET}/{id}")) == names
    (item,) = reader.open(MOTE).tree.xpath("//h3/a[contains(., 'Verksamhetsplan')]/@href")
    (read,) = [link for link in reader.open(item).links() if "/fil/" in link]

    add_file(house, MEETING, "utredning.txt", b"Om NN.", secret=True, **late)
    for page in (item, MOTE, f"{PAKET}/{id}", PAKET):
        assert "NN" not in reader.open(page).text
    assert "Handling med sekretess" in reader.open(item).text
    reader.fetch(read, 404)
    assert "har fått sekretess sedan det gjordes" in reader.open(f"{PAKET}/{id}").text
    assert files_on(reader.open(f"{PAKET}/{id}")) == names[:1]
    for name in names[1:]:
        reader.fetch(f"{PAKET}/{id}/{name}", 404)
        browser("ekonom").fetch(f"{PAKET}/{id}/{name}", 404)
        assert one.fetch(f"{PAKET}/{id}/{name}")

    again = id_of(ordered(one))
    make_package(house, again)
    one.send(one.open(f"{PAKET}/{again}"), "/utskickat")
    packed = zipfile.ZipFile(io.BytesIO(reader.fetch(f"{PAKET}/{again}/{names[2]}")))
    assert not any("NN" in name for name in packed.namelist())
    assert files_on(reader.open(f"{PAKET}/{id}")) == names[:1]

    secretary = account(house.store, "konto-sekreterare")
    assert secretary
    found = seen_meeting(house, secretary, MEETING)
    arende = next(one for one in found.punkter if one.punkt.rad.beteckning == "plan")
    (vp, *_) = arende.bilagor
    ticked = {"titel": vp.title, "beteckning": "vp", "innehall": "verksamhetsplan", "planar": "2027", "sekretess": "ja",
              "antas": "ja", "oppen_rubrik": "En plan"}  # fmt: skip
    assert save_paper(house, secretary, MEETING, arende.punkt.rad.id, vp.key, ticked, found.version.submission).stored
    assert "En plan" in reader.open(item).text
    for name in names[1:]:
        reader.fetch(f"{PAKET}/{again}/{name}", 404)
    assert remove_paper(house, secretary, MEETING, arende.punkt.rad.id, vp.key).stored
    reader.fetch(f"{PAKET}/{again}/{names[2]}", 404)


@pytest.mark.parametrize(("who", "may"), [("sekreterare", True), ("sn", True), ("admin", True), ("ekonom", False)])
def test_what_is_secret_is_for_those_alone_who_may_see_it(seen_by: Opened, who: str, may: bool) -> None:
    page = seen_by(who).open(PAKET)
    (where,) = {link for link in page.links() if link.rpartition("/")[2] == f"{STEM}-handlingar.zip"}
    secret = where.replace("handlingar.zip", "sekretess.zip")
    assert (secret in page.links()) is may
    seen_by(who).fetch(secret, 200 if may else 404)
    assert ("Gör ett paket" in page.text) is (who in ("sekreterare", "admin"))


def test_one_that_was_interrupted_begins_anew_and_one_that_kills_its_worker_is_given_up(
    browser: Opened, house: House
) -> None:
    id = id_of(ordered(browser("sekreterare")))
    for _ in range(MOST_TRIES + 1):  # however often the service is restarted
        assert next_package(house) == id
        package_left(house, id, interrupted=True)
    for _ in range(MOST_TRIES):  # killed: nobody notes where it stood
        assert next_package(house) == id
    assert next_package(house) is None
    assert "arbetet avbröts" in browser("sekreterare").open(f"{PAKET}/{id}").text


def test_one_that_is_stopped_is_not_made(browser: Opened, house: House) -> None:
    one = browser("sekreterare")
    page = ordered(one)
    assert "Avbruten" in one.send(page, "/avbryt").text
    assert next_package(house) is None
    assert make_package(house, id_of(page)) is None
    order = package_order(house.store, id_of(page))
    assert order is not None
    assert order.state is PackageState.STOPPED


def test_a_list_with_faults_gives_no_package_and_the_faults_are_said(browser: Opened, house: House) -> None:
    house.store.db.execute("delete from meeting_file")
    house.store.db.conn.commit()
    one = browser("sekreterare")
    page = one.send(one.open(PAKET), "/paket", status=422)
    assert "är inte inlagd" in page.text
    data = {"csrf_token": one.open("/konto").form("/logga-ut").fields["csrf_token"], "mb": "många"}
    assert "Storleken på delarna" in one.client.post(PAKET, data=data).get_data(as_text=True)


def test_a_program_reads_the_agenda_and_takes_home_the_files_that_its_account_may(calls_of: Calls) -> None:
    (listed,) = calls_of("sn")(f"{API}?namnd=SN&ar=2026").json
    assert (listed["mote"], listed["datum"], listed["skede"]) == (STEM, "2026-12-10", "utkast")
    assert calls_of("lasare")(API).json == []
    assert calls_of("bun")(f"{API}/{STEM}").status_code == 404
    arenden = calls_of("ekonom")(f"{API}/{STEM}").json["arenden"]
    assert [one["nummer"] for one in arenden] == [1, 2, 3, 4, 5, 6]
    assert arenden[3]["bilagor"] == [{"nummer": "4.1", "titel": "Lista över delegationsbeslut", "sekretess": True}]
    for who, count in (("sn", 4), ("ekonom", 3)):
        (package,) = calls_of(who)(f"{API}/{STEM}/paket").json
        assert len(package["filer"]) == count
        where = f"{API}/{STEM}/paket/{package['paket']}"
        assert calls_of(who)(where).json == package
        for file in package["filer"]:
            assert sha256_of(calls_of(who)(f"{where}/{file['namn']}").data) == file["sha256"]
        assert calls_of(who)(f"{where}/{STEM}-sekretess.zip").status_code == (200 if who == "sn" else 404)


def test_one_that_a_newer_replaces_is_marked_so_and_loses_its_files_in_time_unless_it_was_sent_out(
    app: Flask, house: House
) -> None:
    def made(one: Browser, house: House = house) -> str:
        id = id_of(ordered(one))
        assert make_package(house, id)
        return id

    def shown(id: str) -> Page:
        return one.open(f"{PAKET}/{id}")

    one = entered(app, "sekreterare")
    sent = made(one)
    assert "Antecknat som utskick" in one.send(shown(sent), "/utskickat").text
    first, second = made(one), made(one)
    states = [state_of(house, id) for id in (sent, first, second)]
    assert states == [PackageState.DONE, PackageState.REPLACED, PackageState.DONE]
    assert "Ersatt" in one.open(PAKET).text
    assert one.fetch(f"{PAKET}/{first}/{STEM}-handlingar.zip")
    forgotten = shown(first)
    with open_house(house.data, lambda: NOW + timedelta(days=29)) as later:
        third = made(one, later)
    assert one.fetch(f"{PAKET}/{first}/{STEM}-handlingar.zip")
    with open_house(house.data, lambda: NOW + timedelta(days=31)) as later:
        made(one, later)
    states = [state_of(house, id) for id in (sent, first, second, third)]
    assert states == [PackageState.DONE, PackageState.REMOVED, PackageState.REPLACED, PackageState.REPLACED]
    assert "Filerna är borttagna" in shown(first).text
    one.fetch(f"{PAKET}/{first}/{STEM}-handlingar.zip", 404)
    assert not (house.data / "motespaket" / first).exists()
    assert one.fetch(f"{PAKET}/{sent}/{STEM}-handlingar.zip")
    assert "Paketets filer är borttagna" in one.send(forgotten, "/utskickat", status=409).text
    order = package_order(house.store, first)
    assert order is not None
    assert all(file.sha256 for file in order.files)


def state_of(house: House, id: str) -> PackageState:
    order = package_order(house.store, id)
    assert order is not None
    return order.state


def test_a_package_older_than_one_sent_out_is_not_marked_as_sent(app: Flask, house: House) -> None:
    one = entered(app, "sekreterare")
    first = one.open(PAKET)
    (older,) = {link.rpartition("/")[0] for link in first.links() if link.endswith("-handlingar.zip")}
    house.store.db.execute("update meeting_package set at = '2026-11-19T09:00:00+00:00'")
    house.store.db.conn.commit()
    id = id_of(ordered(one))
    make_package(house, id)
    one.send(one.open(f"{PAKET}/{id}"), "/utskickat")
    add_file(house, MEETING, "kom.txt", b"Nytt.", by="Nils", arende="plan", title="Sen fil")
    assert "3.3 Sen fil: ny" in one.open(older).text
    assert "Ett nyare paket är redan utskickat" in one.send(one.open(older), "/utskickat", status=409).text
