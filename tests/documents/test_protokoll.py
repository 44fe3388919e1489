"""The minutes say what was decided where somebody has recorded it, and have a marked blank where nobody has."""

from dataclasses import replace
from typing import Any

import pytest

from schemas.text import styled
from service.documents.besluten import lacks_beslut
from service.documents.paragraferna import paragraferna
from service.documents.protokoll import anslagsfakta

from .motesplan import EMPTY, PROTOKOLL, UPPGIFTER, arende, mote

BLANK = "________________ [Fyll i beslutet.]"


def beslut(utan_justerare: bool = False, **changes: Any) -> tuple[str, bool]:
    """What the § of an ärende says, and whether it has a blank."""
    protokoll = replace(PROTOKOLL, justerare="") if utan_justerare else PROTOKOLL
    one = mote(arenden=(arende("a-1", "x", **changes),), skrivelser=(), handlingar=(), protokoll=protokoll,
               paragrafer={"a-1": 1})  # fmt: skip
    return str(paragraferna(one)[0].beslut), lacks_beslut(one, one.punkter[0])


@pytest.mark.parametrize(
    ("changes", "words", "blank"),
    [
        ({"typ": "information", "utfall": None}, BLANK, True),
        ({"typ": "information"}, "Nämnden noterar informationen.", False),
        ({"utfall": None, "forslag": styled("A antas.")}, f"{BLANK}\nFörslaget var:\nA antas.", True),
        ({"utfall": "annat beslut", "forslag": styled("A antas.")}, f"{BLANK}\nFörslaget var:\nA antas.", True),
        ({"utfall": "annat beslut", "beslut": styled("A avslås.")}, "A avslås.", False),
        ({"forslag": styled("A antas.")}, "A antas.", False),
        ({}, BLANK, True),
        ({"utfall": "bordlagt"}, "Ärendet bordläggs.", False),
    ],
)
def test_a_decision_that_nobody_has_recorded_is_a_blank(changes: dict[str, Any], words: str, blank: bool) -> None:
    assert beslut(**changes) == (words, blank)


def test_what_every_meeting_begins_with_has_its_own_words_and_a_line_for_a_name_that_is_not_known() -> None:
    fixed: dict[str, Any] = {"typ": "formalia", "utfall": None, "forslag": EMPTY}
    chosen = {**fixed, "rubrik": "Upprop och val av justerare"}
    assert beslut(**chosen) == ("Nämnden utser Robin Ek att justera protokollet.", False)
    assert beslut(True, **chosen) == ("Nämnden utser ________________ att justera protokollet.", False)
    listed = {**fixed, "rubrik": "Godkännande av föredragningslistan"}
    assert beslut(**listed) == ("Nämnden godkänner föredragningslistan.", False)


def test_kommunstyrelsen_is_called_by_its_name() -> None:
    uppgifter = replace(UPPGIFTER, namnd="KS")
    one = mote(arenden=(arende("a-1", "x", typ="information"),), skrivelser=(), handlingar=(), uppgifter=uppgifter)
    assert str(paragraferna(one)[0].beslut) == "Kommunstyrelsen noterar informationen."


def test_the_notice_says_that_the_minutes_are_approved_only_when_the_day_is_known() -> None:
    assert anslagsfakta(mote()).ar_justerat
    assert not anslagsfakta(mote(protokoll=replace(PROTOKOLL, justerat=None))).ar_justerat
