"""Verksamhetsbeskrivning: tasks, duties, efforts and projects, every kind under a heading of its own (regler § 5.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Verksamhetsplan
from service.chain.records import Uppdrag, VpUppgifter

from .contract import told
from .typesetting import bound
from .visionen import Resolve
from .wording import or_dash

OBEKRAFTAT = "Inga uppgifter är lämnade."
# Heading, the kinds of rows it holds, the confirming answer, what that answer prints.
GRUPPER = (
    (
        "Statliga uppdrag och ålägganden",
        ("statligt uppdrag eller åläggande",),
        "inga_statliga",
        "Inga särskilda statliga uppdrag eller ålägganden.",
    ),
    (
        "Uppdrag från kommunfullmäktige, kommunstyrelsen och nämnden",
        ("uppdrag från kommunfullmäktige", "uppdrag från kommunstyrelsen", "uppdrag från nämnden"),
        "inga_kommunala",
        "Inga särskilda uppdrag från kommunfullmäktige, kommunstyrelsen eller nämnden.",
    ),
    (
        "Åtaganden gentemot andra nämnder, bolag, {region}, förbund, organisationer och sammanslutningar",
        (
            "åtagande gentemot annan nämnd", "åtagande gentemot bolag", "åtagande gentemot region",
            "åtagande gentemot förbund", "åtagande gentemot organisation", "åtagande gentemot sammanslutning",
        ),
        "inga_ataganden",
        "Inga särskilda åtaganden gentemot andra.",
    ),
    (
        "Särskilda satsningar och projekt",
        ("särskild satsning", "projekt"),
        "inga_satsningar",
        "Inga särskilda satsningar eller projekt.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class VbRad:
    """A task or a duty."""

    nummer: str = field(metadata=told("Numret i mål- och resursplanen, om uppdraget står där.", "U4"))
    slag: str = field(metadata=told("Vad för slags uppdrag.", "åtagande gentemot bolag"))
    text: StyledText = field(metadata=told("Uppdraget eller åtagandet.", "Hyra av trygghetsbostäder"))
    kalla: str = field(metadata=told("Källa och hänvisning, var sin rad.", "avtal 2025-03-01"))
    motpart: str = field(metadata=told("Motpart.", "Bostadsbolaget AB"))
    belopp: int | None = field(metadata=told("Belopp inom ram, tkr; kan saknas.", "3 000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VbGrupp:
    """A heading of the verksamhetsbeskrivning. It is always printed; `tom` says why it has no rows."""

    rubrik: str = field(metadata=told("Rubriken.", "Statliga uppdrag och ålägganden"))
    rader: tuple[VbRad, ...] = field(metadata=told("Uppdragen under rubriken."))
    tom: str = field(metadata=told("Vad som står när inga uppdrag finns.", "Inga särskilda uppdrag."))


def verksamhetsbeskrivning_of(
    vp: Verksamhetsplan, installningar: Installningar, resolve: Resolve
) -> tuple[VbGrupp, ...]:
    """Every heading that the regler name, in their order; a row without kind stands under the last."""
    region = installningar.kommun.ord_for_region or "region"
    return tuple(
        VbGrupp(
            rubrik=heading.format(region=region),
            rader=tuple(_rad(row, region, resolve) for row in _rows(vp, kinds)),
            tom=empty if _confirmed(vp.uppgifter, answer) else OBEKRAFTAT,
        )
        for heading, kinds, answer, empty in GRUPPER
    )


def _rows(vp: Verksamhetsplan, kinds: tuple[str, ...]) -> Iterator[Uppdrag]:
    last = kinds == GRUPPER[-1][1]
    return (row for row in vp.uppdrag if row.slag in kinds or (last and row.slag is None))


def _confirmed(uppgifter: VpUppgifter, answer: str) -> bool:
    return bool(getattr(uppgifter, answer))


def _rad(row: Uppdrag, region: str, resolve: Resolve) -> VbRad:
    source = "\n".join(part for part in (row.kalla or "", bound(row.kallhanvisning)) if part)
    return VbRad(
        nummer=or_dash(row.nummer),
        slag=or_dash(row.slag).replace("region", region),
        text=resolve(row.text),
        kalla=or_dash(source),
        motpart=or_dash(row.motpart),
        belopp=row.belopp,
    )
