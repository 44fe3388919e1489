"""The årshjul in the house: what is decided there is ticked off, and the calendar renews itself."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from schemas.workbooks import Kind
from service.chain.arshjul import Lage, Mark
from service.store import Dispatch, add_dispatch
from service.usecases.answers import Refused
from service.usecases.house import House
from service.usecases.meetings.new import new_meeting
from service.usecases.oversight.arshjul import calendar_file, deadlines, picture
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import hand_out

from .conftest import samples
from .people import Person


def marks(found: tuple[Lage, ...]) -> dict[str, Mark]:
    return {lage.halltid.handling: lage.mark for lage in found if lage.halltid.handling}


def test_what_is_decided_in_the_house_is_done_and_what_is_not_is_late(adopted: House) -> None:
    found = marks(deadlines(adopted, 2027, day=date(2027, 1, 1)))
    assert found["mål- och resursplan"] is found["uppdragsdialog"] is found["tidsplan"] is Mark.KLAR
    assert found["verksamhetsplan"] is Mark.SEN
    assert found["årsberättelse"] is Mark.KOMMANDE


def test_a_draft_of_a_plan_is_a_step_of_its_own(adopted: House) -> None:
    path = samples("verksamhetsplan-2027-sn.xlsx")[0]
    submit(adopted, path.read_bytes(), path.name, by="Eva")
    found = deadlines(adopted, 2027, "sn", date(2026, 6, 30))
    assert marks(found)["utkast till verksamhetsplan"] is Mark.KLAR
    plan = next(lage for lage in found if lage.halltid.handling == "verksamhetsplan")
    assert (plan.saknas, [event.ord for event in plan.pagar]) == (("SN",), ["utkast"])


def test_a_hålltid_ticked_off_in_the_workbook_is_done(adopted: House) -> None:
    before = deadlines(adopted, 2027, day=date(2026, 10, 5))
    number = next(n for n, lage in enumerate(before, 1) if lage.halltid.vad.startswith("Aktiviteter planerade"))
    assert before[number - 1].mark is Mark.OBEKRAFTAD
    person = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2027)).type("Hålltider", number, Klart=date(2026, 9, 28))
    assert submit(adopted, person.saved(), "installningar.xlsx", by="Eva").ready
    assert deadlines(adopted, 2027, day=date(2026, 10, 5))[number - 1].mark is Mark.KLAR


def test_the_last_day_to_send_a_kallelse_is_the_nämnds_own_and_stands_among_the_hålltider(adopted: House) -> None:
    settings = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2027))
    namnder = [settings.cell("Nämnder", n, "Kod").value for n in range(1, 12)]
    settings.type("Nämnder", namnder.index("SN") + 1, **{"Utskick,_dagar_före": 5})
    assert submit(adopted, settings.saved(), "installningar.xlsx", by="Eva").ready
    for kod, last in (("SN", date(2026, 12, 4)), ("BN", date(2026, 12, 3))):  # five days before is a Saturday
        person = Person(new_meeting(adopted, kod, date(2026, 12, 10)))
        assert person.beside("Sammanträde", "Utskick senast").value.date() == last
        person.fill("Sammanträde", Tid="9", Plats="Salen", Ordförande="A", Sekreterare="B", Kallade="Alla")
        assert submit(adopted, person.saved(), "mote.xlsx", by="Eva").stored

    def called(day: date, kod: str = "") -> list[tuple[str, date, Mark]]:
        found = deadlines(adopted, 2027, kod, day)
        return [(x.halltid.vad, x.senast, x.mark) for x in found if (x.halltid.handling or "").startswith("kallelse")]

    assert called(date(2026, 12, 1)) == [
        ("Kallelse till Byggnadsnämnden 10 december 2026 skickas", date(2026, 12, 3), Mark.SNART),
        ("Kallelse till Socialnämnden 10 december 2026 skickas", date(2026, 12, 4), Mark.SNART),
    ]
    assert [mark for *_, mark in called(date(2026, 12, 5), "SN")] == [Mark.SEN]
    at = datetime(2026, 12, 3, 9, tzinfo=UTC)
    add_dispatch(adopted.store, Dispatch("2027 SN 2026-12-10", 1, at, "Love", ()))
    assert [mark for *_, mark in called(date(2026, 12, 5), "SN")] == [Mark.KLAR]
    events = icalendar.Calendar.from_ical(calendar_file(adopted, 2027, "SN")).events
    assert "Kallelse till Socialnämnden 10 december 2026 skickas" in [str(event["summary"]) for event in events]


def test_a_hålltid_without_day_or_month_keeps_the_settings_from_taking_effect(adopted: House) -> None:
    person = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2027)).type("Hålltider", 1, Senast=None)
    receipt = submit(adopted, person.saved(), "installningar.xlsx", by="Eva")
    assert [finding.code for finding in receipt.findings if finding.level == "fel"] == ["R58-nar"]


@pytest.mark.parametrize("typed", ["2025-11", "november 2025", date(2025, 11, 3)])
def test_a_month_is_read_as_people_write_it(adopted: House, typed: object) -> None:
    person = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2027)).type("Hålltider", 1, Senast=None, Månad=typed)
    assert submit(adopted, person.saved(), "installningar.xlsx", by="Eva").ready
    assert deadlines(adopted, 2027)[0].senast == date(2025, 11, 30)


def test_next_year_s_workbook_has_the_hålltider_moved(adopted: House) -> None:
    page = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2028))
    assert page.cell("Hålltider", 9, "Hålltid").value == "Beslut om mål- och resursplan 2028–2030"
    assert page.cell("Hålltider", 9, "Senast").value == datetime(2027, 6, 17)
    assert page.cell("Hålltider", 2, "Klart").value is None
    with pytest.raises(Refused) as no:
        deadlines(adopted, 2028)
    assert no.value.findings[0].code == "halltider-saknas"


def test_the_first_settings_are_handed_out_with_a_whole_årshjul(house: House) -> None:
    page = Person(hand_out(house, Kind.INSTALLNINGAR, 2027))
    rows = [page.cell("Hålltider", n, "Hålltid").value for n in range(1, 21)]
    assert all(rows)
    assert "Beslut om mål- och resursplan 2027" in rows


def test_the_calendar_holds_every_hålltid_under_a_name_that_lasts(adopted: House) -> None:
    first = icalendar.Calendar.from_ical(calendar_file(adopted, 2027)).events
    person = Person(hand_out(adopted, Kind.INSTALLNINGAR, 2027)).type("Hålltider", 1, Senast=date(2025, 10, 30))
    submit(adopted, person.saved(), "installningar.xlsx", by="Eva")
    moved = icalendar.Calendar.from_ical(calendar_file(adopted, 2027)).events
    assert {str(event["uid"]) for event in first} == {str(event["uid"]) for event in moved}
    assert len(first) == 23
    assert [event["dtstart"].dt for event in (first[0], moved[0])] == [date(2025, 10, 29), date(2025, 10, 30)]


def test_the_calendar_and_the_picture_are_the_same_on_another_day(adopted: House) -> None:
    later = House(adopted.store, lambda: datetime(2030, 1, 1, tzinfo=UTC), adopted.data)
    assert calendar_file(adopted, 2027, "SN") == calendar_file(later, 2027, "sn")
    assert picture(adopted, 2027) == picture(later, 2027)


def test_an_unknown_nämnd_is_answered_with_those_there_are(adopted: House) -> None:
    with pytest.raises(Refused) as no:
        calendar_file(adopted, 2027, "XX")
    assert "BUN" in no.value.findings[0].details["val"]
