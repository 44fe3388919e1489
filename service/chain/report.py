"""All that a paper on a period needs, gathered: of a nämnd, and of the whole municipality."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from schemas.workbooks import Period

from .ekonomi import Ekonomi, kommunens_ekonomi, namndens_ekonomi, namndens_investeringar
from .followups import Bokslut, Uppfoljning
from .kallor import ekonomi_kalla
from .maluppfyllelse import Antal, Mallage, Resultatlage, counted, mallagen, resultatlagen
from .outcomes import Figures
from .plans import Installningar, Mrp, Verksamhetsplan
from .records import Namnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A nämnd's report: the follow-up, what it follows up, and the earlier ones of the year (the nearest first).

    `figures` are those from elsewhere that the follow-up could be filled from when it was submitted.
    """

    installningar: Installningar
    mrp: Mrp
    vp: Verksamhetsplan
    uppfoljning: Uppfoljning
    tidigare: Sequence[Uppfoljning] = ()
    figures: Figures | None = None

    @property
    def period(self) -> Period:
        """The period it covers."""
        return self.uppfoljning.period

    @property
    def namnd(self) -> str:
        """The nämnd's code."""
        return self.uppfoljning.head.namnd

    @property
    def resultat(self) -> tuple[Resultatlage, ...]:
        """Where each result stands."""
        return resultatlagen(self.uppfoljning, self.installningar)

    @property
    def mal(self) -> tuple[Mallage, ...]:
        """The nämnd's results under the goals they contribute to."""
        return mallagen(self.resultat, self.mrp, self.installningar)

    @property
    def antal(self) -> Antal:
        """How many results of each judgement."""
        return counted(each.bedomning for each in self.resultat)

    @property
    def ekonomi(self) -> Ekonomi:
        """The nämnd's economy as a whole."""
        return namndens_ekonomi(self.uppfoljning)

    @property
    def ekonomi_kalla(self) -> str:
        """Where the outcomes come from; empty where they are the nämnd's own."""
        return ekonomi_kalla(self.figures, self.uppfoljning)

    @property
    def investeringar(self) -> Ekonomi:
        """The nämnd's investments as a whole."""
        return namndens_investeringar(self.uppfoljning)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointReport:
    """The municipality's report: its own figures, every nämnd's report of the period, and the nämnder without one.

    `bokslut` is None while the municipality's own figures have not come in.
    """

    installningar: Installningar
    mrp: Mrp
    period: Period
    bokslut: Bokslut | None = None
    rapporter: Sequence[Report] = ()
    saknas: Sequence[Namnd] = ()
    tidigare: Sequence[Bokslut] = field(default_factory=tuple)

    @property
    def resultat(self) -> tuple[Resultatlage, ...]:
        """Where each result stands, nämnd by nämnd."""
        return tuple(each for report in self.rapporter for each in report.resultat)

    @property
    def mal(self) -> tuple[Mallage, ...]:
        """Where each goal stands, with all nämnder's results under it."""
        return mallagen(self.resultat, self.mrp, self.installningar, self.bokslut)

    @property
    def antal(self) -> Antal:
        """How many results of each judgement, all nämnder together."""
        return counted(each.bedomning for each in self.resultat)

    def with_report(self, report: Report) -> "JointReport":
        """The same with a nämnd's report in its place, whether the nämnd had one or was missing."""
        others = [each for each in self.rapporter if each.namnd != report.namnd]
        order = [namnd.kod for namnd in self.installningar.ordered(self.mrp.head.ar)]
        found = sorted([*others, report], key=lambda each: order.index(each.namnd))
        missing = tuple(namnd for namnd in self.saknas if namnd.kod != report.namnd)
        return replace(self, rapporter=tuple(found), saknas=missing)

    @property
    def ekonomi(self) -> Ekonomi | None:
        """The municipality's economy: all nämnder and central items. None without the municipality's own figures."""
        return kommunens_ekonomi(self.bokslut) if self.bokslut else None
