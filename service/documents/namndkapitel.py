"""A chapter for each nämnd in part II of the mål- och resursplan."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp

from .contract import told
from .driftbudget import (
    Driftrad,
    Forandringsdel,
    SenareRad,
    driftrader_of,
    forandringsdel_of,
    namnd_order,
    senare_of,
    summarad,
)
from .investeringsplan import Investeringsdel, investeringsdel_of
from .malen import Resultatrad, resultatrad_of
from .uppdragen import Uppdragsrad, uppdragsrader_of
from .visionen import Resolve
from .wording import organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Namndkapitel:
    """What the mål- och resursplan says of one nämnd."""

    kod: str = field(metadata=told("Nämndens kod.", "BUN"))
    namn: str = field(metadata=told("Nämndens namn.", "Barn- och utbildningsnämnden"))
    forvaltning: str = field(metadata=told("Förvaltningen; kan vara tom.", "Barn- och utbildningsförvaltningen"))
    uppdrag: StyledText = field(metadata=told("Nämndens uppdrag; kan vara tom.", "Nämnden svarar för skolan."))
    inriktning: StyledText = field(metadata=told("Inriktning för perioden; kan vara tom.", "Elevhälsan byggs ut."))
    resultat: tuple[Resultatrad, ...] = field(metadata=told("Nämndens förväntade resultat."))
    ramar: tuple[Driftrad, ...] = field(metadata=told("Nämndens ramar."))
    ramsumma: Driftrad = field(metadata=told("Nämndens ramar tillsammans."))
    forandring: Forandringsdel = field(metadata=told("Varför ramen ändras."))
    senare: tuple[SenareRad, ...] = field(metadata=told("Ändringar efter att planen antogs."))
    investeringar: Investeringsdel = field(metadata=told("Nämndens investeringar."))
    uppdragen: tuple[Uppdragsrad, ...] = field(metadata=told("Uppdrag till nämnden."))


def namndkapitel_of(mrp: Mrp, installningar: Installningar, resolve: Resolve) -> tuple[Namndkapitel, ...]:
    """The chapters in the municipality's order: every nämnd that has a frame or a text."""
    known = {ram.namnd for ram in mrp.ramar} | {text.namnd for text in mrp.namndtexter}
    koder = (kod for kod in namnd_order(mrp, installningar) if kod in known)
    return tuple(_kapitel(mrp, kod, installningar, resolve) for kod in koder)


def _kapitel(mrp: Mrp, kod: str, installningar: Installningar, resolve: Resolve) -> Namndkapitel:
    name, namnd = organ(kod, installningar), installningar.namnd(kod)
    text = next((text for text in mrp.namndtexter if text.namnd == kod), None)
    tasks = uppdragsrader_of(mrp, installningar, resolve)
    return Namndkapitel(
        kod=kod,
        namn=name,
        forvaltning=namnd.forvaltning if namnd else "",
        uppdrag=resolve(text.uppdrag) if text else StyledText(),
        inriktning=resolve(text.inriktning) if text else StyledText(),
        resultat=tuple(resultatrad_of(r, mrp, installningar, resolve) for r in mrp.namnd_resultat(kod)),
        ramar=driftrader_of(mrp, kod, installningar),
        ramsumma=summarad(mrp.namnd_ramar(kod), "Summa"),
        forandring=forandringsdel_of(mrp, kod, installningar),
        senare=senare_of(mrp, kod, installningar),
        investeringar=investeringsdel_of(mrp, kod, installningar),
        uppdragen=tuple(task for task in tasks if task.namnd == name),
    )
