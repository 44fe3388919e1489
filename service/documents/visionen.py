"""The vision, printed in every plan as its guide (regler § 2.1)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Mrp

from .contract import told
from .wording import decided, period

Resolve = Callable[[StyledText], StyledText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visionsdel:
    """The vision in force on the first day of the plan year."""

    text: StyledText = field(metadata=told("Visionen.", "Attraktiv och hållbar i alla delar, hela livet"))
    beskrivning: StyledText = field(metadata=told("Vad visionen betyder; kan vara tom.", "Visionen omfattar alla."))
    beslut: str = field(metadata=told("Kommunfullmäktiges beslut om visionen.", "11 december 2013 § 160"))
    giltighet: str = field(metadata=told("När visionen gäller.", "från 1 januari 2014"))


def visionsdel_of(mrp: Mrp, resolve: Resolve) -> Visionsdel | None:
    """The vision; None while the plan has none that is in force."""
    vision = mrp.vision
    if vision is None:
        return None
    return Visionsdel(
        text=resolve(vision.text),
        beskrivning=resolve(vision.beskrivning),
        beslut=decided(vision.datum, vision.paragraf),
        giltighet=period(vision.giltig_fran, vision.giltig_till),
    )
