"""A small meeting of BUN, held: an ärende with papers, one that is withdrawn, one that is only information."""

from datetime import date
from decimal import Decimal
from typing import Any

from schemas.text import StyledText, styled
from service.chain import records as r
from service.chain.moten import Mote
from service.chain.values import Head

EMPTY = StyledText()


def arende(id: str, beteckning: str, **changes: Any) -> r.Arende:
    """An ärende for decision."""
    values: dict[str, Any] = {
        "rubrik": f"Ärendet {beteckning}", "typ": "beslut", "dnr": "", "foredragande": "", "forslag": EMPTY,
        "skickas_till": EMPTY, "utgar": None, "utfall": "enligt förslaget", "beslut": EMPTY, "beslutsgang": EMPTY,
        "reservation": EMPTY,
    }  # fmt: skip
    return r.Arende(id=id, row=3, beteckning=beteckning, **{**values, **changes})


def handling(arende: str, titel: str, **changes: Any) -> r.Handling:
    """A file that is a bilaga."""
    values: dict[str, Any] = {
        "beteckning": "", "innehall": "fil", "fil": f"{titel}.pdf", "planar": None, "period": None, "namn": "",
        "version": None, "antas": None, "sekretess": None, "oppen_rubrik": "",
    }  # fmt: skip
    return r.Handling(id=f"h-{titel}", row=3, arende=arende, titel=titel, **{**values, **changes})


PLAN = arende(
    "a-2", "plan", rubrik="Verksamhetsplan 2027", dnr="BUN 2026/117", foredragande="Förvaltningschefen",
    forslag=styled("Nämnden antar planen enligt [[bilaga vp]].\nNämnden överlämnar planen till kommunstyrelsen."),
    skickas_till=styled("Kommunstyrelsen\n- Ekonomikontoret"), beslutsgang=styled("Ordföranden finner bifall."),
    reservation=styled("Kim Ek (X) reserverar sig, se [[§ upprop]]."),
)  # fmt: skip
SKRIVELSE = r.Tjansteskrivelse(
    id="t-1", row=3, arende="plan", datum=date(2026, 11, 24), handlaggare="Ekonom Kim Alm", chef="Chef Alex Lind",
    sammanfattning=styled("Planen ryms i ramen."), beskrivning=styled("Se [[ärende info]] och [[bilaga 2]]."),
    ekonomi=styled("Inga."), underlag=EMPTY,
)  # fmt: skip
VP = handling("plan", "Verksamhetsplan", beteckning="vp", innehall="verksamhetsplan", planar=Decimal(2027), antas=True)
HEMLIG = handling("plan", "Utredning om NN", sekretess=True, oppen_rubrik="Utredning")
UPPGIFTER = r.MoteUppgifter(
    namnd="BUN", datum=date(2026, 12, 10), tid="13.00", plats="Sessionssalen", ordforande="Mika Berg",
    sekreterare="Love Gren", kallade=styled("Ledamöter och ersättare"), forhinder="Till sekreteraren",
    utskick=date(2026, 12, 3), senaste_paragraf=117,
)  # fmt: skip
PROTOKOLL = r.MoteProtokoll(
    slut="15.40", justerare="Robin Ek", justerat=date(2026, 12, 16), anslag_upp=date(2026, 12, 17), forvaras="Kansliet"
)


def mote(**changes: Any) -> Mote:
    """The meeting, with something about it changed."""
    whole: dict[str, Any] = {
        "head": Head("mote", "BUN 2026-12-10", 2027),
        "uppgifter": UPPGIFTER,
        "protokoll": PROTOKOLL,
        "arenden": (
            arende("a-1", "upprop", typ="formalia"), PLAN, arende("a-3", "taxa", utgar=True),
            arende("a-4", "info", typ="information"),
        ),
        "skrivelser": (SKRIVELSE,),
        "handlingar": (VP, HEMLIG),
        "narvaro": (
            r.Narvarande(namn="Mika Berg", roll="ordförande", parti="A", anmarkning=""),
            r.Narvarande(namn="Sam Dahl", roll="ersättare", parti="B", anmarkning="§§ 118–119"),
            r.Narvarande(namn="Alex Lind", roll="övrig", parti="", anmarkning=""),
        ),
        "paragrafer": {"a-1": 118, "a-2": 119, "a-4": 120},
    }  # fmt: skip
    return Mote(**{**whole, **changes})
