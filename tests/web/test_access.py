"""Who may see and do what, by every address there is. A new address is walked without a word here, or fails."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from schemas.workbooks import Kind
from service.api import PREFIX, openapi
from service.store import PlanKey, account, documents_of_year, latest_version, package_orders
from service.usecases.accounts.access import Action, may, table_of_rights
from service.usecases.demo.year import AR
from service.usecases.house import House, open_house
from service.usecases.meetings.loading import find_meeting, load_mote, meeting_id
from service.web.guards import right_of

from .browser import Browser
from .conftest import Calls, Opened
from .town import DRAFT, MEETING, NOW, PEOPLE, SECRET_TITLE, SECRET_WORDS

QUERY = {"fran", "till", "som"}  # what addresses may hold beside what their rules say
GOLDEN = Path(__file__).parent / "golden"
PROPOSAL = PlanKey(Kind.MRP, "", AR, "oppositionen")
# Who must not see socialnämnden's draft, and who must not see a proposal to the mål- och resursplan.
OUTSIDERS = ("bun", "ks", "lasare", "mallansvarig")
OUTSIDERS_OF_PROPOSALS = ("lasare", "mallansvarig")


def compare(name: str, text: str) -> None:
    """Whether the text is as it was kept; with MALKEDJAN_UPDATE_GOLDEN it is kept anew."""
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("MALKEDJAN_UPDATE_GOLDEN") == "1":
        GOLDEN.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def got(seen_by: Opened, calls_of: Calls, who: str, where: str) -> TestResponse:
    """What somebody is answered at an address: at a page by their session, in the API by their token."""
    return calls_of(who)(where) if where.startswith(PREFIX) else seen_by(who).client.get(where, buffered=True)


@pytest.fixture
def house(looking: Flask) -> Iterator[House]:
    with open_house(looking.config["MALKEDJAN"].data, lambda: NOW) as house:
        yield house


def rules(app: Flask) -> list[tuple[str, Rule]]:
    """Every address with its method."""
    found = [(method, rule) for rule in app.url_map.iter_rules() for method in rule.methods or ()]
    return sorted(((m, r) for m, r in found if m not in ("HEAD", "OPTIONS")), key=lambda one: (one[1].rule, one[0]))


def address(app: Flask, rule: Rule, values: dict[str, object]) -> str:
    """The rule's address for these values; what a rule needs beside them has to be said here."""
    missing = rule.arguments - values.keys()
    assert not missing, f"say in tests/web/test_access.py what {missing} of {rule.rule} may be"
    asked = QUERY if not rule.rule.startswith(PREFIX) else QUERY & asked_by(app, rule)
    known = {name: value for name, value in values.items() if name in rule.arguments | asked}
    return str(app.url_map.bind("localhost").build(rule.endpoint, known))


def asked_by(app: Flask, rule: Rule) -> set[str]:
    """What a call of the API may be asked beside what its address says; it takes no other words."""
    path = openapi(app)["paths"][re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)]
    return {
        one["name"]
        for call in path.values()
        for one in (call if isinstance(call, list) else call.get("parameters", []))
    }


def values_for(house: House, key: PlanKey) -> dict[str, object]:
    """What addresses may hold, about a plan's draft."""
    version = latest_version(house.store, key)
    assert version is not None
    return {
        "key": key, "inlamning": version.submission, "kod": key.namnd or "SN", "ar": AR, "id": "konto-bun",
        "fran": version.submission, "till": version.submission, "som": "original", "token": "ingen",
        "filename": "utseende.css", "dokument": "verksamhetsplan", "forsok": "inget",
        "nyckel": "ingen",
        "nummer": "2.3", "sha256": paper_of(house, key),
        "korning": "ingen", "avtryck": "mk-" + 24 * "0", "sida": 1, "plats": 1, "mall": "medfoljande", "mote": MEETING,
        "arende": arende_of(house), "bilaga": "ingen",
        "paket": package_orders(house.store, meeting_id(find_meeting(house, MEETING).key))[0].id,
        "fil": "sn-2026-12-10-kallelse.docx", "papper": "protokoll", "utdrag": "120-1",
    }  # fmt: skip


def arende_of(house: House) -> str:
    """The row of an ärende of the meeting's."""
    version = find_meeting(house, MEETING)
    return load_mote(house, version).punkter[2].rad.id


def paper_of(house: House, key: PlanKey) -> str:
    """The hash of a paper that shows the plan; of none where it has none."""
    found = (one.document.sha256 for one in documents_of_year(house.store, key.ar) if one.plan == key)
    return next(found, "ingen")


def plan_addresses(app: Flask, house: House, key: PlanKey) -> list[tuple[str, str]]:
    """Every method and address that is about a plan's draft."""
    values = values_for(house, key)
    return [(m, address(app, rule, values)) for m, rule in rules(app) if {"key", "inlamning"} & rule.arguments]


def test_the_addresses_and_who_may_open_each_are_as_they_were(looking: Flask) -> None:
    lines = []
    for method, rule in rules(looking):
        if rule.endpoint == "static":
            continue
        right = right_of(looking.view_functions[rule.endpoint])
        words = right.action.value if right.action else "inloggade" if right.signed_in else "alla"
        lines.append(f"{method:<4} {rule.rule:<50} {'planens: ' if right.on_plan else ''}{words}")
    compare("adresser", "\n".join(lines) + "\n")


def test_the_rights_of_the_roles_are_as_they_were() -> None:
    lines = [
        f"{action}\n" + "".join(f"    {role.value:<18}{extent}\n" for role, extent in extents.items() if extent)
        for action, extents in table_of_rights()
    ]
    compare("behorigheter", "".join(lines))


def test_what_each_role_meets_at_each_address_is_as_it_was(
    looking: Flask, house: House, seen_by: Opened, calls_of: Calls
) -> None:
    values = values_for(house, DRAFT)
    lines = [f"{'':<50} {' '.join(f'{who[:5]:<5}' for who in PEOPLE)}"]
    for method, rule in rules(looking):
        if method != "GET" or rule.endpoint in ("static", "konto.welcome_page"):
            continue
        where = address(looking, rule, values)
        codes = [got(seen_by, calls_of, who, where).status_code for who in PEOPLE]
        lines.append(f"{rule.rule:<50} {' '.join(f'{code:<5}' for code in codes)}".rstrip())
    compare("roller", "\n".join(lines) + "\n")


@pytest.mark.parametrize("who", OUTSIDERS)
def test_for_who_must_not_see_a_draft_there_is_nothing_at_any_of_its_addresses(
    looking: Flask, house: House, seen_by: Opened, calls_of: Calls, who: str
) -> None:
    _nothing_there(seen_by(who), calls_of(who), plan_addresses(looking, house, DRAFT))


@pytest.mark.parametrize("who", OUTSIDERS_OF_PROPOSALS)
def test_nor_at_those_of_a_proposal(looking: Flask, house: House, seen_by: Opened, calls_of: Calls, who: str) -> None:
    _nothing_there(seen_by(who), calls_of(who), plan_addresses(looking, house, PROPOSAL))


def _nothing_there(browser: Browser, call: Callable[..., TestResponse], addresses: list[tuple[str, str]]) -> None:
    assert addresses
    token = browser.open("/konto").form("/logga-ut").fields["csrf_token"]
    for method, where in addresses:
        data = {"csrf_token": token} if method == "POST" else None
        is_api = where.startswith(PREFIX)
        answer = call(where, method) if is_api else browser.client.open(where, method=method, data=data)
        assert answer.status_code == 404, f"{method} {where}: {answer.status}"


@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_address_lets_a_word_of_the_draft_slip(
    looking: Flask, house: House, seen_by: Opened, calls_of: Calls, who: str
) -> None:
    version = latest_version(house.store, DRAFT)
    assert version is not None
    for method, rule in rules(looking):
        if method == "GET" and rule.endpoint not in ("konto.welcome_page", "static"):
            answer = got(seen_by, calls_of, who, address(looking, rule, values_for(house, DRAFT)))
            said = answer.data.decode("utf-8", "replace")  # some are files
            assert SECRET_WORDS not in said, rule.rule
            assert version.submission not in said, rule.rule


@pytest.mark.parametrize("who", OUTSIDERS)
def test_for_who_must_not_see_a_meeting_there_is_nothing_at_any_of_its_addresses(
    looking: Flask, house: House, seen_by: Opened, calls_of: Calls, who: str
) -> None:
    values = values_for(house, DRAFT)
    addresses = [(m, address(looking, rule, values)) for m, rule in rules(looking) if "mote" in rule.arguments]
    _nothing_there(seen_by(who), calls_of(who), addresses)
    _nothing_there(seen_by(who), calls_of(who), plan_addresses(looking, house, find_meeting(house, MEETING).key))


@pytest.mark.parametrize("who", ["ekonom", *OUTSIDERS])
def test_no_address_lets_the_title_of_a_secret_handling_slip(
    looking: Flask, house: House, seen_by: Opened, calls_of: Calls, who: str
) -> None:
    values = values_for(house, find_meeting(house, MEETING).key)
    for method, rule in rules(looking):
        if method == "GET" and rule.endpoint not in ("konto.welcome_page", "static"):
            answer = got(seen_by, calls_of, who, address(looking, rule, values))
            assert SECRET_TITLE not in answer.data.decode("utf-8", "replace"), rule.rule
    assert SECRET_TITLE in seen_by("sekreterare").open("/moten/sn-2026-12-10").text


def test_who_is_not_signed_in_comes_nowhere(looking: Flask, house: House) -> None:
    client = looking.test_client()
    for method, rule in rules(looking):
        if rule.endpoint == "static" or not right_of(looking.view_functions[rule.endpoint]).signed_in:
            continue
        answer = client.open(address(looking, rule, values_for(house, DRAFT)), method=method)
        if rule.rule.startswith(PREFIX):
            assert answer.status_code == 401, f"{method} {rule.rule}"
            continue
        assert answer.status_code in ((302,) if method == "GET" else (302, 400)), f"{method} {rule.rule}"
        assert "Location" not in answer.headers or answer.headers["Location"].startswith("/logga-in")


def test_a_view_that_does_not_say_who_may_open_it_cannot_be_opened(town: Path) -> None:
    with pytest.raises(LookupError):
        right_of(lambda: "")


def test_who_may_see_but_not_do_is_told_so(looking: Flask, seen_by: Opened) -> None:
    page = seen_by("sekreterare").open("/arbetsbok/verksamhetsplan.2027.SN", 403)
    assert "saknar behörighet" in page.text
    assert "saknar behörighet" in seen_by("bun").open("/anvandare", 403).text


def test_a_role_of_a_namnd_reaches_its_own_and_the_municipalitys_drafts_and_no_others(house: House) -> None:
    sn = account(house.store, "konto-sn")
    assert sn is not None
    own, other = DRAFT, PlanKey(Kind.VERKSAMHETSPLAN, "BUN", AR)
    assert may(sn, Action.UPLOAD, own)
    assert not may(sn, Action.SEE_DRAFT, other)
    assert may(sn, Action.SEE_DRAFT, PROPOSAL)
    assert not may(sn, Action.UPLOAD, PROPOSAL)


def test_a_governing_document_named_as_a_namnd_is_not_that_namnds(house: House) -> None:
    sn = account(house.store, "konto-sn")
    assert sn is not None
    assert not may(sn, Action.UPLOAD, PlanKey(Kind.STYRDOKUMENT, "SN", AR))
