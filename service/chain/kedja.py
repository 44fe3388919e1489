"""The goal chain of the whole municipality: each goal with every nämnd's results, and where each link stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .maluppfyllelse import Mallage, Resultatlage
from .plans import Installningar, Mrp, Verksamhetsplan
from .records import Aktivitet, Inriktningsmal, Matt, Resultat, UfResultat, VpMatt
from .report import JointReport, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """A result in the chain: as decided, in its nämnd's plan, and where the newest report says that it stands.

    `resultat` is None for one that has been reported but is no longer in the mål- och resursplan.
    """

    namnd: str
    resultat: Resultat | None
    matt: Sequence[Matt | VpMatt] = ()
    aktiviteter: Sequence[Aktivitet] = ()
    lage: Resultatlage | None = None
    rapport: Report | None = None

    @property
    def rad(self) -> Resultat | UfResultat | None:
        """The result as decided, or as it was reported where it is no longer in the mål- och resursplan."""
        return self.resultat or (self.lage.resultat if self.lage else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedja:
    """The plans of a year and what has been reported on them; `rapport` is None before any follow-up.

    `planer` are the nämnder's verksamhetsplaner by code. A report in `rapport` may be of an earlier period than the
    others: it is then the newest that its nämnd has given.
    """

    installningar: Installningar
    mrp: Mrp
    planer: Mapping[str, Verksamhetsplan] = field(default_factory=dict)
    rapport: JointReport | None = None

    def under(self, mal: Inriktningsmal) -> tuple[Led, ...]:
        """The results that lead to a goal, in the plan's order."""
        return tuple(self._led(resultat) for resultat in self.mrp.resultat_under(mal))

    @property
    def losa(self) -> tuple[Led, ...]:
        """Results that lead to no goal in force: their goal has been withdrawn, or they have left the plan."""
        goals = {mal.id for mal in self.mrp.gallande_mal}
        loose = [row for row in self.mrp.gallande_resultat if row.inriktningsmal not in goals]
        return (*map(self._led, loose), *self._left())

    def mallage(self, mal: Inriktningsmal) -> Mallage | None:
        """Where a goal stands; None while nothing under it has been reported and nobody has judged it."""
        found = self.rapport.mal if self.rapport else ()
        return next((each for each in found if each.mal.id == mal.id), None)

    def _left(self) -> Iterator[Led]:
        known = {row.id for row in self.mrp.gallande_resultat}
        for rapport, lage in self._lagen():
            if lage.resultat.id not in known:
                yield Led(namnd=lage.namnd, resultat=None, lage=lage, rapport=rapport)

    def _led(self, resultat: Resultat) -> Led:
        vp = self.planer.get(resultat.namnd)
        found = ((rapport, lage) for rapport, lage in self._lagen() if lage.resultat.id == resultat.id)
        rapport, lage = next(found, (None, None))
        return Led(
            namnd=resultat.namnd, resultat=resultat, lage=lage, rapport=rapport,
            matt=vp.matt_for(resultat.id) if vp else self.mrp.matt_for(resultat.id),
            aktiviteter=vp.aktiviteter_for(resultat.id) if vp else (),
        )  # fmt: skip

    def _lagen(self) -> Iterator[tuple[Report, Resultatlage]]:
        for rapport in self.rapport.rapporter if self.rapport else ():
            for lage in rapport.resultat:
                yield rapport, lage
