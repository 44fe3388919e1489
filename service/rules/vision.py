"""The vision, and that the mål- och resursplan has its four parts (regler § 1.1, 1.2 and 2.1)."""

from collections.abc import Iterator
from datetime import date

from service.findings import Level

from .cases import MrpCase
from .registry import Breach, breach, rule


@rule(
    "R04", paragraph="1.1", level=Level.FEL, title="Precis en vision gäller planåret", codes=("R04-ingen", "R04-flera")
)
def one_vision(case: MrpCase) -> Iterator[Breach]:
    """Målarbetet utgår från kommunfullmäktiges vision (regler § 1.1)."""
    first_day = date(case.mrp.head.ar, 1, 1)
    valid = [vision for vision in case.mrp.visioner if vision.valid(first_day)]
    if not valid:
        yield breach(case.mrp.sheet_place("vision"), code="R04-ingen", dag=first_day.isoformat())
    for vision in valid[1:]:
        place = case.mrp.place(vision, "giltig_fran")
        yield breach(place, vision.text, code="R04-flera", dag=first_day.isoformat())


@rule("R27", paragraph="2.1", level=Level.FEL, title="Visionen är beslutad av kommunfullmäktige")
def vision_is_decided(case: MrpCase) -> Iterator[Breach]:
    """Kommunfullmäktige fastställer visionen (regler § 2.1)."""
    vision = case.mrp.vision
    if vision and not (vision.datum and vision.paragraf):
        yield breach(case.mrp.place(vision, "paragraf" if vision.datum else "datum"))


@rule("R31", paragraph="2.1", level=Level.FEL, title="Visionen preciseras i inriktningsmål")
def vision_has_goals(case: MrpCase) -> Iterator[Breach]:
    """Visionen preciseras i inriktningsmål (regler § 2.1)."""
    if not case.mrp.gallande_mal:
        yield breach(case.mrp.sheet_place("inriktningsmal"))


@rule("R09", paragraph="1.2", level=Level.FEL, title="Planen innehåller förväntade resultat och budget")
def all_parts(case: MrpCase) -> Iterator[Breach]:
    """Planen innehåller vision (R04), inriktningsmål (R31), förväntade resultat och budget (regler § 1.2)."""
    parts = {
        "resultat": ("förväntade resultat", case.mrp.gallande_resultat),
        "ram": ("driftbudget", case.mrp.ramar),
        "resultatpost": ("resultatbudget", case.mrp.resultatbudget),
    }
    for key, (part, rows) in parts.items():
        if not rows:
            yield breach(case.mrp.sheet_place(key), avsnitt=part)
