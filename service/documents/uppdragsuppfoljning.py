"""What has become of the verksamhetsbeskrivning: tasks, duties, efforts and projects, under the plan's headings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.followups import Uppfoljning
from service.chain.plans import Installningar, Verksamhetsplan
from service.chain.records import UfUppdrag
from service.chain.skalor import Skala, aktivitetsskala

from .bedomningen import Bedomning, lage_of
from .contract import told
from .verksamhetsbeskrivning import GRUPPER, OBEKRAFTAT
from .visionen import Resolve
from .wording import or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Uppdragslage:
    """A task or duty and where it stands."""

    nummer: str = field(metadata=told("Numret i mål- och resursplanen, om uppdraget står där.", "U4"))
    slag: str = field(metadata=told("Vad för slags uppdrag.", "åtagande gentemot bolag"))
    text: StyledText = field(metadata=told("Uppdraget eller åtagandet.", "Hyra av trygghetsbostäder"))
    motpart: str = field(metadata=told("Motpart.", "Bostadsbolaget AB"))
    vad: str = field(metadata=told("Slag och motpart, var sin rad.", "åtagande gentemot bolag"))
    lage: Bedomning = field(metadata=told("Läget."))
    uppfoljning: StyledText = field(metadata=told("Vad som har gjorts.", "Avtalet är förlängt."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uppdragsgrupp:
    """A heading of the verksamhetsbeskrivning. It is always printed; `tom` says why it has no rows."""

    rubrik: str = field(metadata=told("Rubriken.", "Statliga uppdrag och ålägganden"))
    rader: tuple[Uppdragslage, ...] = field(metadata=told("Uppdragen under rubriken."))
    tom: str = field(metadata=told("Vad som står när inga uppdrag finns.", "Inga särskilda uppdrag."))


def uppdragsgrupper_of(
    uppfoljning: Uppfoljning, vp: Verksamhetsplan, installningar: Installningar, resolve: Resolve
) -> tuple[Uppdragsgrupp, ...]:
    """Every heading of the plan in its order; a row without kind stands under the last."""
    region, skala = installningar.kommun.ord_for_region or "region", aktivitetsskala(installningar)
    return tuple(
        Uppdragsgrupp(
            rubrik=heading.format(region=region),
            rader=tuple(_rad(row, region, skala, resolve) for row in _rows(uppfoljning, kinds)),
            tom=empty if getattr(vp.uppgifter, answer) else OBEKRAFTAT,
        )
        for heading, kinds, answer, empty in GRUPPER
    )


def _rows(uppfoljning: Uppfoljning, kinds: tuple[str, ...]) -> Iterator[UfUppdrag]:
    last = kinds == GRUPPER[-1][1]
    return (row for row in uppfoljning.uppdrag if row.slag in kinds or (last and row.slag is None))


def _rad(row: UfUppdrag, region: str, skala: Skala, resolve: Resolve) -> Uppdragslage:
    slag = or_dash(row.slag).replace("region", region)
    return Uppdragslage(
        nummer=or_dash(row.nummer),
        slag=slag,
        vad="\n".join(part for part in (slag, row.motpart) if part),
        text=resolve(row.text),
        motpart=or_dash(row.motpart),
        lage=lage_of(row.status, skala),
        uppfoljning=resolve(row.uppfoljning),
    )
