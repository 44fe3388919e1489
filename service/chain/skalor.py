"""The words for how it goes, and what each is counted as. The words and their order are the municipality's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from schemas.workbooks import Period

from .plans import Installningar

MALUPPFYLLELSE, PROGNOS, AKTIVITET = "måluppfyllelse", "prognos", "aktivitet"


class Betydelse(StrEnum):
    """What a word for a result is counted as, the best first."""

    UPPFYLLT = "uppfyllt"
    DELVIS = "delvis"
    EJ = "ej"
    OKANT = "okänt"


class Lage(StrEnum):
    """What a word for an activity is counted as."""

    EJ_PABORJAD = "ej påbörjad"
    PAGAR = "pågår"
    AVVIKELSE = "avvikelse"
    GENOMFORD = "genomförd"
    UTGAR = "utgår"


DEFAULT_STATUSORD: tuple[tuple[str, str, str], ...] = (
    (MALUPPFYLLELSE, "uppfyllt", Betydelse.UPPFYLLT.value),
    (MALUPPFYLLELSE, "delvis uppfyllt", Betydelse.DELVIS.value),
    (MALUPPFYLLELSE, "ej uppfyllt", Betydelse.EJ.value),
    (MALUPPFYLLELSE, "kan ej bedömas", Betydelse.OKANT.value),
    (PROGNOS, "bedöms uppfyllas", Betydelse.UPPFYLLT.value),
    (PROGNOS, "bedöms delvis uppfyllas", Betydelse.DELVIS.value),
    (PROGNOS, "bedöms inte uppfyllas", Betydelse.EJ.value),
    (PROGNOS, "kan ej bedömas", Betydelse.OKANT.value),
    (AKTIVITET, "ej påbörjad", Lage.EJ_PABORJAD.value),
    (AKTIVITET, "pågår enligt plan", Lage.PAGAR.value),
    (AKTIVITET, "pågår med avvikelse", Lage.AVVIKELSE.value),
    (AKTIVITET, "genomförd", Lage.GENOMFORD.value),
    (AKTIVITET, "utgår", Lage.UTGAR.value),
)


@dataclass(frozen=True, slots=True)
class Skala:
    """The words of a scale in order, each with what it is counted as."""

    par: Sequence[tuple[str, str]]

    @property
    def orden(self) -> tuple[str, ...]:
        """The words, in order."""
        return tuple(ord for ord, _ in self.par)

    def betydelse(self, ord: str) -> str:
        """What a word is counted as; empty for a word that is not of the scale."""
        return next((means for word, means in self.par if word.casefold() == ord.casefold()), "")

    def ord_for(self, betydelse: str) -> str:
        """The first word that is counted so; what it is counted as where the scale has none."""
        return next((word for word, means in self.par if means == betydelse), betydelse)


def skala(installningar: Installningar, namn: str) -> Skala:
    """A scale of the settings; the proposed one where the municipality has not set it."""
    own = [(row.ord, row.betydelse or "") for row in installningar.statusord if row.skala == namn]
    return Skala(own or [(ord, betydelse) for scale, ord, betydelse in DEFAULT_STATUSORD if scale == namn])


def bedomningsskala(installningar: Installningar, period: str) -> Skala:
    """The words for results: what has become at the year's end, what is expected before it."""
    return skala(installningar, MALUPPFYLLELSE if period == Period.AR else PROGNOS)


def aktivitetsskala(installningar: Installningar) -> Skala:
    """The words for activities."""
    return skala(installningar, AKTIVITET)


def betydelse(skalan: Skala, ord: str) -> Betydelse:
    """How a judgement is counted; an empty or unknown word is `OKANT`."""
    found = skalan.betydelse(ord)
    return Betydelse(found) if found in set(Betydelse) else Betydelse.OKANT


def lage(skalan: Skala, ord: str) -> Lage | None:
    """How an activity's word is counted; None for an empty or unknown word."""
    found = skalan.betydelse(ord)
    return Lage(found) if found in set(Lage) else None
