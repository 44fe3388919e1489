"""Målkedjan as somebody may see it: drafts of plans and reports that are not theirs to read are left out."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.kedja import Kedja
from service.chain.values import Head, State
from service.store import Account, PlanKey

from .access import Action, may
from .house import House
from .malkedja import load_kedja
from .plans import governing_mrp


def kedja_for(house: House, who: Account, ar: int) -> Kedja | None:
    """The year's chain; None where they may not read its mål- och resursplan. Raises `Refused` where there is none."""
    version = governing_mrp(house, ar)
    if version.state is not State.ANTAGEN and not may(who, Action.SEE_DRAFT, version.key):
        return None
    kedja = load_kedja(house, version)
    planer = {kod: vp for kod, vp in kedja.planer.items() if _reads(who, vp.head)}
    if kedja.rapport is None:
        return replace(kedja, planer=planer)
    rapporter = tuple(each for each in kedja.rapport.rapporter if _reads(who, each.uppfoljning.head))
    return replace(kedja, planer=planer, rapport=replace(kedja.rapport, rapporter=rapporter))


def _reads(who: Account, head: Head) -> bool:
    key = PlanKey(Kind(head.kind), head.namnd, head.ar, head.proposal, head.period)
    return head.state in (State.ANTAGEN, State.UPPHAVD) or may(who, Action.SEE_DRAFT, key)
