"""What is missing for a meeting, from the day it is called to its extracts: each lack once, and where it is mended."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.findings import todo, what
from service.store import PlanKey
from service.usecases.hand_in import hand_in
from service.usecases.house import House
from service.usecases.meetings.extracts import extracts, mark_extracts_sent
from service.usecases.meetings.files import add_file
from service.usecases.meetings.held import hold
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.missing import Part, missing
from service.usecases.meetings.new import new_meeting
from service.usecases.meetings.package import package
from service.usecases.meetings.papers import open_meeting
from service.usecases.submitting.submit import submit

from .conftest import samples
from .people import Person
from .test_meeting import DAY, NAME, PDF, without_office  # noqa: F401


def on(house: House, month: int, day: int, year: int = 2026) -> House:
    """The house on another day."""
    return House(house.store, lambda: datetime(year, month, day, 9, tzinfo=UTC), house.data)


def lacks(house: House) -> list[tuple[str, Part, int, bool]]:
    found = missing(house, find_meeting(house, NAME))
    assert all(what(one.finding) for one in found)
    assert all(todo(one.finding) for one in found)
    return [(one.finding.code, one.part, one.punkt.nummer if one.punkt else 0, one.late) for one in found]


def sent_in(house: House) -> None:
    """The sample meeting's workbook without what is known only afterwards."""
    person = Person(samples("mote-2027-sn.xlsx")[0].read_bytes())
    for row in range(1, 7):
        person.type("Ärenden", row, Utfall=None)
    person.fill("Protokoll", Justerare=None, Protokollet_justerat=None, Anslaget_satt_upp=None)
    for row in range(1, 8):
        person.type("Närvaro", row, Namn=None, Roll=None, Parti=None)
    assert submit(house, person.saved(), "mote.xlsx", by="Love").stored


def typed(house: House, sheet: str, row: int, **values: object) -> None:
    person = Person(new_meeting(house, "SN", DAY))
    person.type(sheet, row, **values)
    assert submit(house, person.saved(), "mote.xlsx", by="Love").stored


def filled(house: House, **values: object) -> None:
    person = Person(new_meeting(house, "SN", DAY))
    person.fill("Protokoll", **values)
    assert submit(house, person.saved(), "mote.xlsx", by="Love").stored


@pytest.mark.usefixtures("without_office")
def test_what_is_missing_from_the_first_day_to_the_last(adopted: House, tmp_path: Path) -> None:
    sent_in(adopted)
    early = on(adopted, 11, 10)
    assert lacks(early) == [("L12-fil", Part.HANDLING, 4, False), ("plan-saknas", Part.HANDLING, 3, False)]  # fmt: skip
    add_file(early, NAME, "delegationsbeslut-november.pdf", PDF, by="Love")
    plan = samples("verksamhetsplan-2027-sn.xlsx")[0]
    assert submit(early, plan.read_bytes(), plan.name, by="Sven").stored
    assert {code for code, *_ in lacks(early)} == {"handlingens-plan-utkast"}
    key = PlanKey(Kind.VERKSAMHETSPLAN, "SN", 2027)
    hand_in(early, key, by="Chefen", acknowledge=True)
    assert lacks(early) == []
    assert lacks(on(adopted, 12, 1)) == [("utskick-nara", Part.PAKET, 0, False)]
    assert lacks(on(adopted, 12, 4)) == [("utskick-sent", Part.PAKET, 0, True)]
    sending = on(adopted, 12, 4)
    package(sending, NAME, tmp_path, by="Love", sent=True)
    assert lacks(sending) == []
    typed(sending, "Ärenden", 4, Typ="beslut")
    assert lacks(sending) == [
        ("skrivelse-saknas", Part.ARENDE, 4, False),
        ("andrat-efter-utskick", Part.PAKET, 0, False),
    ]

    typed(sending, "Ärenden", 4, Typ="anmälan")
    after = on(adopted, 12, 11)
    unsaid = [("utfall-ej-ifyllt", Part.EFTER, number, False) for number in (3, 4, 5, 6)]
    assert lacks(after) == [("mote-att-halla", Part.EFTER, 0, True), *unsaid]
    typed(after, "Ärenden", 3, Utfall="annat beslut")
    assert lacks(after)[1:] == [("beslut-saknas", Part.EFTER, 3, False), *unsaid[1:]]
    for number in (3, 4, 5, 6):
        typed(after, "Ärenden", number, Utfall="enligt förslaget")
    hold(after, NAME, by="Love")
    assert lacks(after) == [("narvaro-saknas", Part.EFTER, 0, False), ("justerare-saknas", Part.EFTER, 0, False),
                            ("justera", Part.EFTER, 0, False)]  # fmt: skip
    typed(after, "Närvaro", 1, Namn="Mika Berg", Roll="ordförande")
    filled(after, Justerare="Robin Ek")
    assert lacks(on(adopted, 12, 24)) == [("justera", Part.EFTER, 0, False)]
    assert lacks(on(adopted, 12, 25)) == [("justera-sent", Part.EFTER, 0, True)]
    filled(after, Protokollet_justerat=date(2026, 12, 16))
    assert lacks(on(adopted, 12, 19)) == [("anslag-sent", Part.EFTER, 0, True), ("utdrag-kvar", Part.UTDRAG, 0, False)]
    filled(after, Anslaget_satt_upp=date(2026, 12, 17))
    version = find_meeting(after, NAME)
    found = extracts(after, open_meeting(after, version))
    assert [(one.key, one.receiver) for one in found] == [("120-1", "Kommunstyrelsen"), ("120-2", "Ekonomikontoret")]
    assert mark_extracts_sent(after, version, ["120-1", "999-9"], by="Love") == 1
    assert mark_extracts_sent(after, version, ["120-1", "120-2"], by="Love") == 1
    assert lacks(on(adopted, 12, 19)) == []
