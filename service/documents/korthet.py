"""A report at a glance: what a member of the nämnd reads first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.chain.ekonomi import Ekonomi
from service.chain.records import Tkr

from .aktivitetslaget import Aktivitetsdel
from .bedomningen import Antalsrad
from .contract import told
from .maluppfyllelsen import Maluppfyllelse
from .wording import in_tkr, with_counts

JUDGED, SPENT = ("bättre", "sämre"), ("lägre", "högre")


@dataclass(frozen=True, slots=True, kw_only=True)
class Korthetsrad:
    """A fact of the report."""

    uppgift: str = field(metadata=told("Vad uppgiften gäller.", "Förväntade resultat"))
    lage: str = field(metadata=told("Hur det står till.", "bedöms uppfyllas: 2, bedöms delvis uppfyllas: 1"))


def i_korthet(
    mal: Maluppfyllelse, aktiviteter: Aktivitetsdel, ekonomi: Ekonomi, investeringar: Ekonomi, *, helar: bool
) -> tuple[Korthetsrad, ...]:
    """Results, activities, economy and investments, a row each; what the nämnd has none of is left out."""
    year = "Utfall" if helar else "Prognos"
    facts = (
        ("Förväntade resultat", _counts(mal.antal)),
        ("Aktiviteter", _counts(aktiviteter.antal)),
        ("Periodens nettokostnad", "" if helar else against_budget("Utfall", ekonomi.utfall, ekonomi.avvikelse)),
        ("Årets nettokostnad", against_budget(year, ekonomi.prognos, ekonomi.prognosavvikelse)),
        ("Årets investeringar", against_budget(year, investeringar.prognos, investeringar.prognosavvikelse, SPENT)),
    )
    return tuple(Korthetsrad(uppgift=what, lage=how) for what, how in facts if how)


def against_budget(vad: str, belopp: Tkr, avvikelse: Tkr, ord: tuple[str, str] = JUDGED) -> str:
    """`Prognos 1 062 000 tkr, 13 400 tkr sämre än budget`; empty where there is neither amount nor budget."""
    if not belopp and not avvikelse:
        return ""
    than = ord[0] if avvikelse > 0 else ord[1]
    compared = f"{in_tkr(abs(avvikelse))} {than} än budget" if avvikelse else "enligt budget"
    return f"{vad} {in_tkr(belopp)}, {compared}"


def _counts(rows: Iterable[Antalsrad]) -> str:
    return with_counts((row.bedomning.ord, row.antal) for row in rows)
