"""What a nämnd states about its plan when it is handed in (regler § 1.4, 2.3 and 5.1)."""

from collections.abc import Iterator

from schemas.verksamhetsplan import VerksamhetsplanForm
from service.findings import Level

from .cases import Stage, VpCase
from .registry import Breach, breach, rule


@rule(
    "R48", paragraph="2.3", level=Level.FEL, stage=Stage.HAND_IN,
    title="Nämnden intygar att inget resultat motverkar ett annat", codes=("R48-intyg",)
)  # fmt: skip
def no_conflicts_stated(case: VpCase) -> Iterator[Breach]:
    """Resultaten ska inte vara i konflikt med inriktningsmål eller andra resultat (regler § 2.3)."""
    if case.mrp.namnd_resultat(case.namnd):
        yield from _unsaid(case, "inga_konflikter")


@rule(
    "R49", paragraph="2.3", level=Level.VARNING, stage=Stage.HAND_IN,
    title="Nämnden intygar att resultaten ryms i ramen", codes=("R49-intyg",)
)  # fmt: skip
def within_frame_stated(case: VpCase) -> Iterator[Breach]:
    """Förväntade resultat ska hanteras inom beslutade budgetramar (regler § 2.3)."""
    if case.mrp.namnd_resultat(case.namnd):
        yield from _unsaid(case, "inom_ram")


@rule("R21", paragraph="1.4", level=Level.UPPLYSNING, stage=Stage.HAND_IN, title="Planen görs känd för medarbetarna")
def made_known(case: VpCase) -> Iterator[Breach]:
    """Chefens ansvar är att göra verksamhetsplanen känd hos medarbetarna (regler § 1.4)."""
    yield from _unsaid(case, "delgiven")


@rule(
    "R76", paragraph="5.1", level=Level.VARNING, stage=Stage.HAND_IN,
    title="Planen är framtagen av förvaltningsledningen", codes=("R76-framtagen",)
)  # fmt: skip
def made_by_management(case: VpCase) -> Iterator[Breach]:
    """Verksamhetsplanen framställs av förvaltningsledningen (regler § 5.1)."""
    if not case.vp.uppgifter.framtagen_av:
        yield breach(case.vp.place(case.vp.uppgifter, "framtagen_av"))


def _unsaid(case: VpCase, field: str) -> Iterator[Breach]:
    if not getattr(case.vp.uppgifter, field):
        heading = VerksamhetsplanForm.columns()[field].heading
        found = "" if getattr(case.vp.uppgifter, field) is None else "nej"
        yield breach(case.vp.place(case.vp.uppgifter, field), found, rubrik=heading)
