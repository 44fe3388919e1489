"""How it goes, in words: a symbol, the municipality's own word and a colour, which never says anything alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from service.chain.skalor import Betydelse, Lage, Skala, betydelse, lage

from .contract import told
from .wording import SPACE

OBEDOMD, ORAPPORTERAD, EJ_FOLJT = "ännu inte bedömt", "inte rapporterat", "ännu ej följt upp"
GRON, GUL, ROD, GRA = "grön", "gul", "röd", "grå"
_RESULTAT: Mapping[Betydelse, tuple[str, str]] = {
    Betydelse.UPPFYLLT: ("●", GRON), Betydelse.DELVIS: ("◐", GUL), Betydelse.EJ: ("○", ROD),
    Betydelse.OKANT: ("–", GRA),
}  # fmt: skip
_AKTIVITET: Mapping[Lage, tuple[str, str]] = {
    Lage.EJ_PABORJAD: ("○", GRA), Lage.PAGAR: ("◐", GRON), Lage.AVVIKELSE: ("▲", GUL), Lage.GENOMFORD: ("●", GRON),
    Lage.UTGAR: ("✕", GRA),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedomning:
    """A judgement of a result, a goal or a mått, or where an activity stands."""

    ord: str = field(metadata=told("Kommunens ord för bedömningen eller läget.", "delvis uppfyllt"))
    symbol: str = field(metadata=told("Tecknet som står före ordet.", "◐"))
    rad: str = field(metadata=told("Tecken och ord tillsammans.", "◐ delvis uppfyllt"))
    farg: str = field(metadata=told("Färgen som hör till: grön, gul, röd eller grå.", "gul"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Antalsrad:
    """How many there are of a judgement."""

    bedomning: Bedomning = field(metadata=told("Bedömningen."))
    antal: int = field(metadata=told("Hur många som har den.", "3"))


def bedomning_of(means: Betydelse, skala: Skala) -> Bedomning:
    """What something is counted as, in the scale's first word for it."""
    symbol, colour = _RESULTAT[means]
    return marked(symbol, skala.ord_for(means), colour)


def sagd_bedomning(ord: str, skala: Skala, annars: str = OBEDOMD) -> Bedomning:
    """A judgement in the word that a person chose; without one it says `annars`: that nobody has judged yet."""
    symbol, colour = _RESULTAT[betydelse(skala, ord)]
    return marked(symbol, ord or annars, colour)


def ej_foljt() -> Bedomning:
    """What stands where there is no follow-up yet."""
    symbol, colour = _RESULTAT[Betydelse.OKANT]
    return marked(symbol, EJ_FOLJT, colour)


def lage_of(ord: str, skala: Skala) -> Bedomning:
    """Where an activity or a task stands, in the word that a person chose."""
    found = lage(skala, ord)
    symbol, colour = _AKTIVITET[found] if found else ("–", GRA)
    return marked(symbol, ord or OBEDOMD, colour)


def antalsrader_of(antal: Mapping[Betydelse, int], skala: Skala) -> tuple[Antalsrad, ...]:
    """How many of each judgement, the best first; those that none has too."""
    return tuple(Antalsrad(bedomning=bedomning_of(means, skala), antal=count) for means, count in antal.items())


def lagesrader_of(ord: Iterable[str], skala: Skala) -> tuple[Antalsrad, ...]:
    """How many stand in each way, in the scale's order; those that nobody has judged are a row of their own."""
    found = [lage(skala, each) for each in ord]
    rows = [(lage_of(skala.ord_for(each), skala), found.count(each)) for each in Lage]
    unknown = [(lage_of("", skala), found.count(None))] if None in found else []
    return tuple(Antalsrad(bedomning=each, antal=count) for each, count in rows + unknown)


def marked(symbol: str, ord: str, farg: str) -> Bedomning:
    """A symbol, a word and a colour."""
    return Bedomning(ord=ord, symbol=symbol, rad=f"{symbol}{SPACE}{ord}", farg=farg)
