"""The follow-ups as values: a nämnd's report of a period, and the municipality's own figures for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.workbooks import Period

from . import records as r
from .plans import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup(Plan):
    """What both have: the period they cover."""

    @property
    def period(self) -> Period:
        """The period, whose last day and months follow from the year."""
        return Period(self.head.period)

    @property
    def helar(self) -> bool:
        """Whether it is the year's last one: the outcome is the year's, and no prognosis is asked for."""
        return self.period is Period.AR


@dataclass(frozen=True, slots=True, kw_only=True)
class Uppfoljning(Followup):
    """A nämnd's follow-up of its verksamhetsplan. Its rows have the ids of the plan's own rows."""

    uppgifter: r.UfUppgifter
    texter: r.UfText
    resultat: Sequence[r.UfResultat] = ()
    matt: Sequence[r.UfMatt] = ()
    aktiviteter: Sequence[r.UfAktivitet] = ()
    uppdrag: Sequence[r.UfUppdrag] = ()
    ekonomi: Sequence[r.UfEkonomi] = ()
    investeringar: Sequence[r.UfInvestering] = ()
    personal: Sequence[r.UfPersonal] = ()
    bilagor: Sequence[r.UfBilaga] = ()

    def matt_for(self, resultat: r.UfResultat) -> tuple[r.UfMatt, ...]:
        """The mått on a result, those that have been dropped left out."""
        return tuple(matt for matt in self.matt if matt.hor_till == resultat.nummer and not matt.utgatt)

    def aktiviteter_for(self, resultat: r.UfResultat) -> tuple[r.UfAktivitet, ...]:
        """The activities under a result, the dropped ones too."""
        return tuple(row for row in self.aktiviteter if row.resultat == resultat.nummer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bokslut(Followup):
    """The municipality's own figures and texts for a period."""

    uppgifter: r.BsUppgifter
    texter: r.BsText
    inriktningsmal: Sequence[r.BsInriktningsmal] = ()
    matt: Sequence[r.BsMatt] = ()
    finansmal: Sequence[r.BsFinansmal] = ()
    resultatrakning: Sequence[r.BsResultat] = ()
    kassaflode: Sequence[r.BsKassaflode] = ()
    balans: Sequence[r.BsBalans] = ()
    drift: Sequence[r.BsDrift] = ()
    investeringar: Sequence[r.BsInvestering] = ()
    balanskrav: Sequence[r.BsBalanskrav] = ()
    personal: Sequence[r.BsPersonal] = ()
    bilagor: Sequence[r.BsBilaga] = ()

    def mal(self, id: str) -> r.BsInriktningsmal | None:
        """The judgement of the inriktningsmål with that row id, or None."""
        return next((mal for mal in self.inriktningsmal if mal.id == id), None)

    def matt_for(self, mal: r.BsInriktningsmal) -> tuple[r.BsMatt, ...]:
        """Kommunfullmäktiges mått on a goal, those that have been dropped left out."""
        return tuple(matt for matt in self.matt if matt.hor_till == mal.nummer and not matt.utgatt)
