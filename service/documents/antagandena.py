"""The figures that a budget rests on, as rows of a table."""

from dataclasses import dataclass, field

from service.chain.plans import Mrp

from .contract import told
from .wording import amount, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Antaganderad:
    """A figure that the budget rests on."""

    antagande: str = field(metadata=told("Vad som antas.", "Skatteunderlagets tillväxt"))
    enhet: str = field(metadata=told("Enhet.", "%"))
    ar_1: str = field(metadata=told("Planåret.", "3,9"))
    ar_2: str = field(metadata=told("Andra året.", "3,6"))
    ar_3: str = field(metadata=told("Tredje året.", "3,5"))
    kalla: str = field(metadata=told("Källa.", "SKR"))


def antaganden_of(mrp: Mrp) -> tuple[Antaganderad, ...]:
    """All assumptions, in the plan's order."""
    return tuple(
        Antaganderad(
            antagande=row.antagande, enhet=or_dash(row.enhet), kalla=or_dash(row.kalla),
            ar_1=amount(row.ar_1), ar_2=amount(row.ar_2), ar_3=amount(row.ar_3),
        )
        for row in mrp.antaganden
    )  # fmt: skip
