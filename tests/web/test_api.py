"""The API by itself: tokens, who is let in by them, and that it says what pages, command line and workbook say."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from schemas.workbooks import Kind
from service.cli import main
from service.store import account, adopted_version, entries, latest_version
from service.usecases.accounts.accounts import Described, change
from service.usecases.accounts.tokens import LASTS, bearer_of, make_token
from service.usecases.answers import Refused
from service.usecases.batches.run import run_batch
from service.usecases.batches.service import left_by_worker
from service.usecases.demo.year import AR
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.workbooks.handing_out import hand_out
from service.web import WebSettings, create_app

from ..usecases.people import Person
from .browser import PASSWORD, Browser
from .conftest import Calls, Opened, key_of
from .test_upload import send_in
from .town import HANDED_IN, NOW, copy_of, email_of, sample, taken_in

SN = f"verksamhetsplan-{AR}-sn.xlsx"
API, OCTETS = "/api/v1", "application/octet-stream"


class Caller:
    """A program of somebody's that calls the API; addresses are below its prefix or, as `Location` has them, whole."""

    def __init__(self, app: Flask, who: str) -> None:
        self._client, self._header = app.test_client(use_cookies=False), key_of(app, who)

    def get(self, where: str) -> TestResponse:
        with self._client.get(_whole(where), headers=self._header) as response:
            response.get_data()  # it may lie in a file that is to be closed
        return response

    def post(self, where: str, **rest: object) -> TestResponse:
        return self._client.post(_whole(where), headers=self._header, **rest)  # type: ignore[arg-type]


def _whole(where: str) -> str:
    return where if where.startswith(API) else f"{API}{where}"


def faulty() -> bytes:
    """Socialnämnden's workbook with two cells that cannot be read."""
    person = Person(sample(SN))
    person.cell("Detaljbudget", 5, "Övriga kostnader").value = "12.345"
    person.cell("Aktiviteter", 1, "Slut").value = "2027-02-30"
    return person.saved()


def test_a_token_is_made_shown_once_used_and_withdrawn(app: Flask, browser: Opened) -> None:
    one = browser("bun")
    page = one.send(one.open("/konto"), "/konto/nycklar", namn="ekonomisystemet", dagar="90")
    secret = page.tree.get_element_by_id("nyckeln").get("value")
    assert secret not in one.open("/konto").text
    assert "aldrig" in one.open("/konto").text
    client, header = app.test_client(use_cookies=False), {"Authorization": f"Bearer {secret}"}
    found = client.get(f"{API}/jag", headers=header)
    assert found.json["namn"] == "Hanna Handläggare"
    assert found.json["nyckel"]["namn"] == "ekonomisystemet"
    page = one.open("/konto")
    assert "aldrig" not in page.text
    one.send(page, "/ta-bort")
    assert client.get(f"{API}/jag", headers=header).status_code == 401
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        assert {"account-token", "account-token-end"} <= {e["action"] for e in entries(house.store)}
        assert all(secret not in json.dumps(e["details"]) for e in entries(house.store))
        assert not house.store.rows("select 1 from api_token where token = ?", secret)


def test_tokens_end_with_a_reset_and_signing_out_everywhere_and_when_they_are_asked_to(
    app: Flask, browser: Opened
) -> None:
    new = "helt andra ord den här gången"
    given = {"nuvarande": PASSWORD, "losenord": new, "igen": new}

    def held() -> tuple[Browser, Callable[[], bool]]:
        one = Browser(app).signed_in(email_of("bun"), given["nuvarande"])
        page = one.send(one.open("/konto"), "/konto/nycklar", namn="ekonomisystemet", dagar="90")
        header = {"Authorization": f"Bearer {page.tree.get_element_by_id('nyckeln').get('value')}"}
        return one, lambda: app.test_client(use_cookies=False).get(f"{API}/jag", headers=header).status_code == 200

    one, let_in = held()
    assert "Lösenordet är bytt" in one.send(one.open("/konto"), "/konto/losenord", **given).text
    assert let_in()
    given = {"nuvarande": new, "losenord": PASSWORD, "igen": PASSWORD}
    assert (
        "nycklar till API:et är borttagna"
        in one.send(one.open("/konto"), "/konto/losenord", nycklar="on", **given).text
    )
    assert not let_in()

    given = {"nuvarande": PASSWORD}
    one, let_in = held()
    assert let_in()
    assert "nycklar till API:et är borttagna" in one.send(one.open("/konto"), "/logga-ut-overallt").text
    assert not let_in()

    admin = browser("admin")
    one, let_in = held()
    page = admin.send(admin.open("/anvandare/konto-bun"), "/ta-bort")
    assert "är borttagen" in page.text
    assert not let_in()
    one, let_in = held()
    page = admin.send(admin.open("/anvandare/konto-bun"), "/lank")
    link = page.tree.xpath("//input[@readonly]")[0].get("value").partition("localhost")[2]
    assert let_in()
    one = Browser(app)
    one.send(one.open(link), link, losenord=new, igen=new)
    assert not let_in()
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        ended = [e["by"] for e in entries(house.store) if e["action"] == "account-token-end"]
    assert len(ended) == 4
    assert len(set(ended)) == 2


def test_a_token_lets_nobody_in_when_it_has_expired_or_its_account_is_disabled(town: Path, tmp_path: Path) -> None:
    data = copy_of(town, tmp_path / "data")
    with open_house(data, lambda: NOW) as house:
        who, admin = account(house.store, "konto-bun"), account(house.store, "konto-admin")
        assert who is not None
        assert admin is not None
        _, secret = make_token(house, who, "x", 30)
        assert bearer_of(house, secret) is not None
        later = House(house.store, lambda: NOW + timedelta(days=30), data)
        assert bearer_of(later, secret) is None
        for name, days in (("", 30), ("x" * 61, 30), ("x", LASTS[0] + 1)):
            with pytest.raises(Refused):
                make_token(house, who, name, days)
        described = Described(who.name, who.email, tuple(who.roles), tuple(who.namnder))
        change(house, admin, who.id, described, active=False)
        assert bearer_of(house, secret) is None
        change(house, admin, who.id, described, active=True)
        assert bearer_of(house, secret) is None


def test_no_cookie_lets_anybody_in(seen_by: Opened) -> None:
    answer = seen_by("admin").client.get(f"{API}/jag")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.mimetype == "application/problem+json"
    assert "Nyckel saknas" in answer.json["detail"]


def test_the_faults_of_one_upload_are_the_same_everywhere(town: Path, tmp_path: Path) -> None:
    said = [_by_page, _by_api, _by_command, _by_workbook]
    found = [how(copy_of(town, tmp_path / how.__name__), tmp_path) for how in said]
    assert len(found[0]) >= 2
    for name, one in zip(said[1:], found[1:], strict=True):
        assert one == found[0], name.__name__


def _by_page(data: Path, _: Path) -> list[str]:
    one = Browser(create_app(WebSettings(data, lambda: NOW))).signed_in(email_of("sn"))
    page = send_in(one, "/namnd/SN/2027", faulty(), SN)
    items = page.tree.xpath("//ul[contains(@class, 'findings')]/li")
    texts = {" ".join(item.text_content().split()) for item in items}
    with open_house(data, lambda: NOW) as house:
        rows = house.store.rows("select findings from attempt")
    assert len(rows) == 1
    kept = json.loads(rows[0]["findings"])
    assert len(texts) == len(kept)
    return sorted(f"{one['code']} {(one['place'] or {}).get('cell', '')}" for one in kept)


def _by_api(data: Path, _: Path) -> list[str]:
    app = create_app(WebSettings(data, lambda: NOW))
    answer = app.test_client(use_cookies=False).post(
        f"{API}/inlamningar?fil={SN}", headers=key_of(app, "sn"), data=faulty(),
        content_type="application/octet-stream",
    )  # fmt: skip
    assert answer.status_code == 409
    again = app.test_client(use_cookies=False).get(answer.headers["Location"], headers=key_of(app, "sn"))
    assert again.json == answer.json["iakttagelser"]
    return _codes(answer.json)


def _by_command(data: Path, folder: Path) -> list[str]:
    return _codes(json.loads(_submitted(data, folder, "--json")))


def _by_workbook(data: Path, folder: Path) -> list[str]:
    marked = folder / "markerad.xlsx"
    found = _codes(json.loads(_submitted(data, folder, "--json", "--annotated", str(marked))))
    book = load_workbook(marked)
    comments = {cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment}
    return [one for one in found if one.partition(" ")[2] in comments or not one.partition(" ")[2]]


def _submitted(data: Path, folder: Path, *options: str) -> str:
    (folder / SN).write_bytes(faulty())
    return CliRunner().invoke(main, ["--data", str(data), "submit", str(folder / SN), *options]).stdout


def _codes(answer: dict[str, object]) -> list[str]:
    found = answer["iakttagelser"]
    assert isinstance(found, list)
    return sorted(f"{one['kod']} {one['cell'] or ''}" for one in found)


def test_the_flow_by_the_api_alone(app: Flask) -> None:
    client, header = app.test_client(use_cookies=False), key_of(app, "bun")
    name = f"verksamhetsplan-{AR}-bun.xlsx"
    sent = client.post(
        f"{API}/inlamningar", headers=header, data={"arbetsbok": (io.BytesIO(sample(name)), name)}
    )  # fmt: skip
    assert sent.status_code == 200, sent.text
    where = sent.headers["Location"]
    no = client.post(f"{where}/lamna-in", headers=header, json={"kvittera": False})
    assert no.status_code in (200, 409)
    if no.status_code == 409:
        assert "kvitteras" in no.json["detail"]
        done = client.post(f"{where}/lamna-in", headers=header, json={"kvittera": True})
        assert done.json["version"]["tillstand"] == "inlämnad", done.text
    decision = {"organ": "BUN", "datum": "2026-11-19", "paragraf": 90, "dnr": "BUN 2026/117"}
    assert client.post(f"{where}/beslut", headers=header, json=decision).status_code == 403
    done = client.post(f"{where}/beslut", headers=key_of(app, "ekonom"), json=decision)
    assert done.json["version"]["beslut"] == decision, done.text
    plan = client.get(f"{API}/planer/verksamhetsplan.{AR}.BUN", headers=header).json
    assert plan["versioner"][-1]["tillstand"] == "antagen"
    rows = client.get(f"{where}/poster", headers=header).json
    assert rows["slag"] == "verksamhetsplan"
    assert rows["verksamhetsplan"]["aktivitet"][0]["text"]


def test_a_files_name_breaks_no_answer_when_it_is_sent_in_nor_when_it_was_stored_before(
    town: Path, tmp_path: Path
) -> None:
    app = create_app(WebSettings(copy_of(town, tmp_path / "data"), lambda: NOW))
    caller, person = Caller(app, "sn"), Person(sample(SN))
    person.cell("Aktiviteter", 1, "Aktivitet").value = "Gå hem till alla."
    sent = caller.post(
        "/inlamningar?skal=Rättat&fil=..%2F%0Ain%0D%0Aplan.xlsx", data=person.saved(), content_type=OCTETS
    )  # fmt: skip
    assert sent.status_code == 201, sent.text
    where = sent.headers["Location"]
    assert caller.get(where).json["fil"] == "in plan.xlsx"
    with open_house(tmp_path / "data", lambda: NOW) as house:
        house.store.db.execute("update [submission] set filename = ?", ["gammal\nplan.xlsx"])
        house.store.db.conn.commit()
    browser = Browser(app).signed_in(email_of("sn"))
    page = browser.client.get(f"/inlamning/{where.rpartition('/')[2]}/fil")
    for answer in (caller.get(f"{where}/fil"), page):
        assert answer.status_code == 200
        assert "gammal plan.xlsx" in answer.headers["Content-Disposition"]


def test_neither_page_nor_api_adopts_another_text_than_the_one_that_was_looked_at(app: Flask, browser: Opened) -> None:
    kod = HANDED_IN.namnd
    said = {"organ": kod, "paragraf": 90, "datum": "2026-11-19", "dnr": f"{kod} 2026/117"}
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        seen = latest_version(house.store, HANDED_IN)
        assert seen is not None
        one = browser("ekonom")
        page = one.open(f"/inlamning/{seen.submission}")
        person = Person(hand_out(house, Kind.VERKSAMHETSPLAN, AR, kod))
        person.cell("Aktiviteter", 1, "Ansvarig").value = "Någon helt annan"
        taken_in(house, person.saved(), "plan.xlsx", "Hanna Handläggare")
        hand_in(house, HANDED_IN, by="Hanna Handläggare", acknowledge=True)
        shown = one.send(page, "/beslut", 422, **{name: str(value) for name, value in said.items()})
        assert "har ändrats av någon annan under tiden" in shown.text
        refused = Caller(app, "ekonom").post(f"/inlamningar/{seen.submission}/beslut", json=said)
        assert (refused.status_code, refused.json["iakttagelser"][0]["kod"]) == (409, "andrad-under-tiden")
        assert adopted_version(house.store, Kind.VERKSAMHETSPLAN, kod, AR) is None


def test_papers_are_written_verified_traced_and_compared_by_the_api(app: Flask) -> None:
    who = Caller(app, "lasare")
    choices = {one["handling"]: one for one in who.get(f"/ar/{AR}/skrivbara").json}
    assert f"verksamhetsplan-{AR}-sn.docx" not in choices  # a draft is not theirs
    wanted = f"detaljbudget-{AR}-mhn.xlsx"
    assert choices[wanted]["tillstand"] == "antagen"
    assert not choices[wanted]["kan_bli_pdf"]
    made = who.post(f"/ar/{AR}/handlingar", json={"handling": wanted})
    assert made.status_code == 201, made.text
    content = who.get(made.headers["Location"]).data
    told = who.post("/kontroll", data={"fil": (io.BytesIO(content), wanted)}).json
    assert (told["omdome"], told["handling"]) == ("oförändrad", made.json[0])
    book = load_workbook(io.BytesIO(content))
    book.worksheets[0]["A1"].value = "Ändrad"
    changed = io.BytesIO()
    book.save(changed)
    told = who.post("/kontroll", data=changed.getvalue(), content_type="application/octet-stream").json
    assert told["omdome"] == "ändrad"
    assert "Ändrad" in {one["efter"] for one in told["andringar"]}
    figures = who.get(f"{made.headers['Location']}/siffror").json
    assert any("Detaljbudget!" in cell for one in figures for cell in one["celler"])
    assert who.post(f"/ar/{AR}/handlingar", json={"handling": f"verksamhetsplan-{AR}-sn.docx"}).status_code == 409
    assert who.get(f"/planer/mrp.{AR}/jamforelse").status_code == 404  # of the proposals they may read none
    both = Caller(app, "ekonom").get(f"/planer/mrp.{AR}/jamforelse?fran=1&till=oppositionen").json
    assert (both["fran"], both["till"]) == ("1", "oppositionen")
    assert both["skillnader"]


def test_a_batch_is_begun_followed_and_taken_home_by_the_api(app: Flask) -> None:
    who = Caller(app, "ekonom")
    wish = {"ar": AR, "slag": ["verksamhetsplan"], "namnder": ["MHN", "BUN"]}
    begun = who.post("/framstallningar", json=wish)
    assert (begun.status_code, begun.json["laget"], begun.json["aterstar"]) == (201, "väntar", 2)
    where = begun.headers["Location"]
    assert who.post("/framstallningar", json=wish).headers["Location"] == where
    assert who.post(f"{where}/avbryt").json["laget"] == "avbruten"
    assert who.post(f"{where}/fortsatt").json["laget"] == "väntar"
    with open_house(app.config["MALKEDJAN"].data, lambda: NOW) as house:
        for _ in run_batch(house, begun.json["korning"], workers=1):
            pass
        left_by_worker(house, begun.json["korning"], interrupted=False)
    assert who.get(where).json["laget"] == "klar"
    papers = who.get(f"{where}/handlingar").json
    assert {(one["namnd"], one["utfall"]) for one in papers} == {("BUN", "gjord"), ("MHN", "gjord")}
    archive = zipfile.ZipFile(io.BytesIO(who.get(f"{where}/handlingar.zip").data))
    assert sorted(archive.namelist()) == sorted(one["fil"] for one in papers)
    assert archive.read(papers[0]["fil"]) == who.get(f"{where}/handlingar/{papers[0]['plats']}").data
    assert who.post(f"{where}/fortsatt").json["detail"].startswith("Körningen är redan klar")
    assert who.post("/framstallningar", json={"ar": 1999}).status_code == 409
    assert who.post("/framstallningar", json={"ar": AR, "slag": ["dikt"]}).json["falt"]
    assert Caller(app, "bun").post("/framstallningar", json=wish).status_code == 403


def test_what_a_program_has_already_is_not_sent_again(calls_of: Calls, looking: Flask) -> None:
    first = calls_of("ekonom")(f"{API}/ar/{AR}/oversikt")
    header = {**key_of(looking, "ekonom"), "If-None-Match": first.headers["ETag"]}
    again = looking.test_client(use_cookies=False).get(f"{API}/ar/{AR}/oversikt", headers=header)
    assert (again.status_code, again.data) == (304, b"")


def test_a_long_list_comes_in_pages(calls_of: Calls) -> None:
    answer = calls_of("ekonom")(f"{API}/planer/verksamhetsplan.{AR}.SN/inlamningar?page_size=1")
    assert len(answer.json) == 1
    assert json.loads(answer.headers["X-Pagination"])["total"] == 1
    assert "page_size" in calls_of("ekonom")(f"{API}/planer/mrp.{AR}/inlamningar?page_size=0").text
    assert "pagesize" in calls_of("ekonom")(f"{API}/planer/mrp.{AR}/inlamningar?pagesize=1").json["falt"]["query"]


def test_what_is_not_there_is_a_problem_in_swedish(calls_of: Calls) -> None:
    for where in (f"{API}/ingenting", f"{API}/ar/1999/oversikt", f"{API}/planer/okant.2027"):
        answer = calls_of("ekonom")(where)
        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
        assert "inget där" in answer.json["detail"]


def test_the_page_about_the_api_tells_of_every_call_in_swedish_and_english(seen_by: Opened, looking: Flask) -> None:
    page = seen_by("bun").open("/api")
    for rule in looking.url_map.iter_rules():
        if rule.rule.startswith(API):
            assert rule.rule.split("<")[0] in page.text
    assert len(page.tree.xpath("//section[contains(@class, 'call')]/p[@lang='en']")) >= 18
    assert "Vem nyckeln gäller" in page.text
    assert "Whom the token acts for" in page.text
