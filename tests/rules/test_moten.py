"""The rules of meetings."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from schemas.text import styled
from service.chain.moten import Tillagd
from service.chain.plans import Installningar
from service.rules import MoteCase, Stage, judge
from tests.documents import plans
from tests.documents.motesplan import EMPTY, PLAN, PROTOKOLL, SKRIVELSE, UPPGIFTER, VP, arende, handling, mote

FILES = frozenset({"utredning om nn.pdf"})


def settings() -> Installningar:
    """The small municipality, whose BUN writes its diarienummer in one way."""
    known = plans.installningar()
    namnder = tuple(replace(n, dnr_monster="BUN ÅÅÅÅ/#") if n.kod == "BUN" else n for n in known.namnder)
    return replace(known, namnder=namnder)


def codes(stage: Stage = Stage.MEETING, **changes: Any) -> set[str]:
    """What is found in the small meeting, changed."""
    case = MoteCase(mote=mote(**changes), installningar=settings(), filer=FILES)
    return {finding.code for finding in judge(case, stage)}


def test_a_meeting_as_it_should_be_has_nothing_to_be_said_of() -> None:
    assert codes() == set()


MEETINGS: list[tuple[dict[str, Any], str]] = [
    ({"uppgifter": replace(UPPGIFTER, utskick=date(2026, 12, 10))}, "L8-efter"),
    ({"uppgifter": replace(UPPGIFTER, namnd="KF", utskick=date(2026, 12, 5))}, "L8"),
    ({"protokoll": replace(PROTOKOLL, justerat=date(2026, 12, 25), anslag_upp=None)}, "L9-justering"),
    ({"protokoll": replace(PROTOKOLL, anslag_upp=date(2026, 12, 19))}, "L9-anslag"),
    ({"tidigare": {115: date(2026, 11, 12)}}, "L10-lucka"),
    ({"tidigare": {117: date(2026, 12, 17)}}, "L10-ordning"),
    ({"handlingar": (VP, handling("nix", "Yttrande"))}, "L12-arende"),
    ({"handlingar": (VP, handling("plan", "Yttrande"))}, "L12-fil"),
    ({"handlingar": (VP, handling("plan", "Utredning om NN", fil=""))}, "L12-filnamn"),
    ({"arenden": (replace(PLAN, reservation=styled("Se [[bilaga 9]].")),)}, "L12-hanvisning"),
    ({"arenden": (replace(PLAN, skickas_till=styled("Ekonomikontoret")),)}, "R77-utdrag"),
    ({"arenden": (replace(PLAN, forslag=EMPTY),)}, "L8-forslag"),
    ({"arenden": (replace(PLAN, dnr="KS-26-1"),)}, "L11-arende"),
    ({"skrivelser": (replace(SKRIVELSE, arende="nix"),)}, "L12-skrivelse"),
    ({"handlingar": (VP, handling("plan", "Utredning om NN", antas=True))}, "L12-antas"),
    ({"arenden": (PLAN, arende("a-9", "4"))}, "L12-nummer"),
    ({"handlingar": (VP, handling("plan", "Utredning om NN", beteckning="VP"))}, "L12-dubbel"),
    ({"tillagda": (Tillagd("", "Lös", "los.pdf"),)}, "L12-losfil"),
]


@pytest.mark.parametrize(("changes", "code"), MEETINGS)
def test_each_thing_that_is_not_as_it_should_be_is_told(changes: dict[str, Any], code: str) -> None:
    assert code in codes(**changes)


def test_a_missing_file_is_not_asked_for_until_the_package_is_made() -> None:
    assert codes(Stage.SUBMIT, handlingar=(VP, handling("plan", "Yttrande"))) == set()
