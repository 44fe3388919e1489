"""A number typed in a text means what had it where it was typed, however the agenda is changed thereafter."""

from collections.abc import Sequence

import pytest

from schemas.workbooks import Kind
from service.documents import tjansteskrivelse
from service.store import PlanKey
from service.usecases.house import House
from service.usecases.meetings.files import add_file
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.new import new_meeting
from service.usecases.meetings.papers import open_meeting
from service.usecases.submitting.submit import Receipt, submit

from .conftest import samples
from .people import Person
from .test_meeting import DAY, NAME, PDF

TEXT = "Se [[ärende 4]], [[bilaga 4.1]], [[bilaga 2]], [[bilaga 3.3]] och [[§ plan]]."
LASTING = "Se [[ärende delegation]], [[bilaga delegation-1]], [[bilaga budget]], [[bilaga sen.pdf]] och [[§ plan]]."


@pytest.fixture
def typed(adopted: House) -> tuple[House, Person]:
    """SN's agenda with numbers typed in a text, sent in, a late file added; and the workbook as its author has it."""
    path = samples("mote-2027-sn.xlsx")[0]
    assert submit(adopted, path.read_bytes(), path.name, by="Love").stored
    add_file(adopted, NAME, "sen.pdf", PDF, by="Love", arende="plan", title="Sent yttrande")
    person = workbook(adopted).type("Tjänsteskrivelser", 1, Beskrivning_av_ärendet=TEXT)
    person.type("Handlingar", 3, Ärende="4")
    assert codes(sent_in(adopted, person)) == []
    return adopted, person


def workbook(house: House) -> Person:
    """The meeting's workbook as it is handed out now."""
    return Person(new_meeting(house, "SN", DAY))


def sent_in(house: House, person: Person) -> Receipt:
    receipt = submit(house, person.saved(), "mote.xlsx", by="Love")
    assert receipt.key == PlanKey(Kind.MOTE, NAME, 2027)
    return receipt


def codes(receipt: Receipt) -> list[str]:
    return [f.code for f in receipt.findings if f.code.startswith(("hanvisning", "okand", "L12", "fil-"))]


def text_in(person: Person) -> str:
    return str(person.cell("Tjänsteskrivelser", 1, "Beskrivning av ärendet").value)


def swap(person: Person, first: int, second: int) -> None:
    """Let two rows of the agenda change places, as somebody who cuts and inserts them would."""
    page = person.book["Ärenden"]
    line = person.cell("Ärenden", 0, "Rubrik").row
    for column in range(1, page.max_column + 1):
        one, other = page.cell(line + first, column), page.cell(line + second, column)
        one.value, other.value = other.value, one.value


def printed(house: House) -> str:
    """The text in the finished tjänsteskrivelse."""
    meeting = open_meeting(house, find_meeting(house, NAME))
    punkt = meeting.mote.punkt("plan")
    assert punkt is not None
    return str(tjansteskrivelse.context_for(meeting.mote, meeting.installningar, punkt).beskrivning).replace(
        "\u00a0", " "
    )


def parts(text: str) -> Sequence[str]:
    return text.removeprefix("Se ").replace(" och ", ", ").rstrip(".").split(", ")


def test_numbers_come_back_as_labels_that_move_with_their_rows(typed: tuple[House, Person]) -> None:
    house, _ = typed
    person = workbook(house)
    assert text_in(person) == LASTING
    assert (person.cell("Handlingar", 3, "Ärende").value, person.cell("Handlingar", 3, "Beteckning").value) == (
        "delegation", "delegation-1",
    )  # fmt: skip
    assert parts(printed(house)) == ["ärende 4", "bilaga 4.1", "bilaga 3.2", "bilaga 3.3", "§ (ges vid sammanträdet)"]
    swap(person, 4, 5)
    assert codes(sent_in(house, person)) == []
    assert parts(printed(house))[:2] == ["ärende 5", "bilaga 5.1"]
    assert sent_in(house, workbook(house).type("Ärenden", 5, Utgår="ja")).stored
    assert parts(printed(house))[:2] == ["ärende 5 (utgår)", "bilaga 5.1 (utgår)"]


def test_numbers_in_a_workbook_of_ones_own_mean_what_they_meant_when_they_were_sent_in(
    typed: tuple[House, Person],
) -> None:
    house, mine = typed
    swap(mine, 4, 5)
    receipt = sent_in(house, mine)
    assert codes(receipt) == ["hanvisning-foljde"] * 2  # in the text, and of the paper's own ärende
    assert receipt.stored
    assert text_in(workbook(house)) == LASTING
    assert parts(printed(house))[:2] == ["ärende 5", "bilaga 5.1"]


def test_a_number_typed_while_ärenden_are_moved_is_read_by_the_list_and_told(typed: tuple[House, Person]) -> None:
    house, _ = typed
    person = workbook(house).type("Tjänsteskrivelser", 1, Sammanfattning="Jämför [[ärende 4]].")
    swap(person, 4, 5)
    assert codes(sent_in(house, person)) == ["hanvisning-enligt-listan"]
    assert workbook(house).cell("Tjänsteskrivelser", 1, "Sammanfattning").value == "Jämför [[ärende ekonomi]]."


def test_a_label_that_is_changed_is_followed_and_one_that_changes_hands_is_told(typed: tuple[House, Person]) -> None:
    house, _ = typed
    assert codes(sent_in(house, workbook(house).type("Ärenden", 4, Beteckning="beslut"))) == []
    assert text_in(workbook(house)) == LASTING.replace("ärende delegation", "ärende beslut")
    assert workbook(house).cell("Handlingar", 3, "Ärende").value == "beslut"
    taken = workbook(house).type("Ärenden", 4, Beteckning="ekonomi").type("Ärenden", 5, Beteckning="beslut")
    assert codes(sent_in(house, taken)) == ["hanvisning-bytt"] * 2


def test_a_number_whose_ärende_is_gone_does_not_lead_to_the_next(typed: tuple[House, Person]) -> None:
    house, mine = typed
    page, line = mine.book["Ärenden"], mine.cell("Ärenden", 4, "Rubrik").row
    page.delete_rows(line)
    receipt = sent_in(house, mine)
    assert not receipt.stored
    assert "[[ärende delegation]]" in [f.found for f in receipt.findings if f.code.startswith("okand-hanvisning")]
