"""What every paper of a meeting says alike: where and when, the numbered att-satser, the texts of an ärende."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from schemas.text import Run, StyledText, styled
from service.chain.moten import Bilaga, Mote, Punkt, mote_targets
from service.chain.plans import Installningar
from service.chain.references import resolver, scope_of

from .contract import told
from .titelsida import EXEMPEL
from .typesetting import typeset
from .visionen import Resolve
from .wording import day, or_dash

DOLD = "Handling med sekretess"
_NUMBERED = re.compile(r"\s*(\d+\.|- )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Motesfakta:
    """Where and when the nämnd meets."""

    kommun: str = field(metadata=told("Kommunens namn.", "Vänersborgs kommun"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    forvaltning: str = field(metadata=told("Nämndens förvaltning.", "Socialförvaltningen"))
    datum: str = field(metadata=told("Sammanträdesdagen.", "10 december 2026"))
    tid: str = field(metadata=told("Tiden.", "13.00"))
    plats: str = field(metadata=told("Platsen.", "Sessionssalen"))
    ordforande: str = field(metadata=told("Ordföranden.", "Ordföranden"))
    sekreterare: str = field(metadata=told("Sekreteraren.", "Nämndsekreteraren"))
    exempel: str = field(metadata=told("Märkning av en exempelkommuns papper; annars tom.", EXEMPEL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilagerad:
    """An appendix of an ärende."""

    nummer: str = field(metadata=told("Bilagans nummer, ärendets först.", "3.1"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till bilagan.", "bilaga 3.1"))
    titel: str = field(metadata=told("Titeln; vid sekretess den öppna rubriken.", "Verksamhetsplan 2027"))


def motesfakta(mote: Mote, installningar: Installningar) -> Motesfakta:
    """The facts of the meeting."""
    form, namnd = mote.uppgifter, installningar.namnd(mote.namnd)
    return Motesfakta(
        kommun=installningar.kommun.namn,
        namnd=namnd.namn if namnd else form.namnd,
        forvaltning=or_dash(namnd.forvaltning if namnd else ""),
        datum=day(form.datum),
        tid=or_dash(form.tid),
        plats=or_dash(form.plats),
        ordforande=or_dash(form.ordforande),
        sekreterare=or_dash(form.sekreterare),
        exempel=EXEMPEL if installningar.kommun.exempel else "",
    )


def resolve_in(mote: Mote, punkt: Punkt | None) -> Resolve:
    """How the texts of an ärende are printed: their references with the numbers of today."""
    return typeset(resolver(scope_of(mote_targets(mote, punkt))))


def attsatser(text: StyledText) -> StyledText:
    """Several att-satser numbered, a line each; a single one as it is, and what is a list already."""
    lines = [line for line in str(text).split("\n") if line.strip()]
    if len(lines) < 2 or any(_NUMBERED.match(line) for line in lines):
        return text
    return StyledText(tuple(_numbered(text)))


def _numbered(text: StyledText) -> Iterator[Run]:
    number, fresh = 0, True
    for run in text.runs:
        pieces = []
        for piece in re.split(r"(\n+)", run.text):
            if piece.startswith("\n"):
                fresh = True
                pieces.append("\n")
            elif piece.strip():
                number += fresh
                pieces.append(f"{number}. {piece}" if fresh else piece)
                fresh = False
            else:
                pieces.append(piece)
        yield replace(run, text="".join(pieces))


def oppen_titel(bilaga: Bilaga) -> str:
    """What an appendix is called where everyone may read it."""
    return (bilaga.rad.oppen_rubrik or DOLD) if bilaga.rad.sekretess else bilaga.rad.titel


def bilagerader(punkt: Punkt) -> tuple[Bilagerad, ...]:
    """The appendices of an ärende, as they are called in the open."""
    return tuple(
        Bilagerad(nummer=b.beteckning, ankare=f"bilaga {b.beteckning}", titel=oppen_titel(b)) for b in punkt.bilagor
    )


def underlag_of(punkt: Punkt, resolve: Resolve) -> StyledText:
    """What the decision rests on: what the handläggare says or, failing that, the tjänsteskrivelse and the bilagor."""
    skrivelse = punkt.skrivelse
    if skrivelse and skrivelse.underlag:
        return resolve(skrivelse.underlag)
    own = [f"- Tjänsteskrivelse {day(skrivelse.datum)}"] if skrivelse else []
    return styled("\n".join([*own, *(f"- Bilaga {b.beteckning} {oppen_titel(b)}" for b in punkt.bilagor)]))


def mottagare(punkt: Punkt) -> tuple[str, ...]:
    """To whom the decision is sent."""
    lines = (line.strip().removeprefix("- ").strip() for line in str(punkt.rad.skickas_till).split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))
