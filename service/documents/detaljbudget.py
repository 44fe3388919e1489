"""Detaljbudget as a workbook: the same figures as in the verksamhetsplan, in a template whose formulas live on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.chain.plans import Installningar, Mrp, Verksamhetsplan

from .budgettabell import Budgettabell, BudgettabellRad, Nivarad, budgettabell_of
from .contract import told
from .status import Status, status_of
from .titelsida import Titelsida
from .verksamhetsplan import vp_titelsida
from .wording import organ

Value = str | int | None
Cells = Mapping[str, Value]
Tables = Mapping[str, list[dict[str, Value]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetaljbudgetContext:
    """All that the detaljbudget's template may be filled with."""

    rubrik: str = field(metadata=told("Titel, år och nämnd.", "Detaljbudget 2027, Socialnämnden"))
    ar: int = field(metadata=told("Planåret.", "2027"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    titelsida: Titelsida = field(metadata=told("Kommun, titel, nämnd och diarienummer."))
    status: Status = field(metadata=told("Planens läge."))
    detaljbudget: Budgettabell = field(metadata=told("Detaljbudgetens rader och ramar."))


def context_for(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> DetaljbudgetContext:
    """What the nämnd's detaljbudget says. `mrp` gives the frames."""
    title, name = installningar.kommun.rubrik_detaljbudget, organ(vp.head.namnd, installningar)
    return DetaljbudgetContext(
        rubrik=f"{title} {vp.head.ar}, {name}",
        ar=vp.head.ar,
        namnd=name,
        titelsida=vp_titelsida(vp, installningar, title),
        status=status_of(vp.head, installningar, ()),
        detaljbudget=budgettabell_of(vp, mrp, installningar),
    )


def cells(context: DetaljbudgetContext) -> Cells:
    """The values of the template's named cells; the names of the years' columns are among them."""
    cover = context.titelsida
    return {
        "falt_kommun": cover.kommun,
        "falt_titel": f"{cover.titel} {cover.period}",
        "falt_namnd": context.namnd,
        "falt_forvaltning": cover.forvaltning or "–",
        "falt_diarienummer": cover.diarienummer,
        "falt_status": context.status.rad,
        "falt_beslut": context.status.beslut,
        "falt_exempel": cover.exempel or None,
        "falt_rubrik_netto_forra": f"Netto {context.ar - 1}",
    }


def tables(context: DetaljbudgetContext) -> Tables:
    """The rows of the template's tables. Net, sums and differences are the template's own formulas."""
    return {
        "Detaljbudget": [_rad(rad) for rad in context.detaljbudget.rader],
        "Ram": [_niva(rad) for rad in context.detaljbudget.nivaer],
    }


def _rad(rad: BudgettabellRad) -> dict[str, Value]:
    return {
        "Kod": rad.kod,
        "Verksamhet": rad.benamning,
        "Anslagsbindningsnivå": rad.niva,
        "Intäkter": rad.intakter,
        "Personalkostnader": rad.personal,
        "Lokalkostnader": rad.lokal,
        "Övriga kostnader": rad.ovrigt,
        "Kapitalkostnader": rad.kapital,
        "Netto föregående år": rad.netto_forra,
    }


def _niva(rad: Nivarad) -> dict[str, Value]:
    return {"Anslagsbindningsnivå": rad.niva, "Ram i MRP": rad.mrp, "Senare ändringar": rad.andring}
