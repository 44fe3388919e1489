"""What a steering rule is given: the plan to judge, with all it must be seen against. Plain values, no database."""

from dataclasses import dataclass
from enum import StrEnum

from service.chain.followups import Bokslut, Uppfoljning
from service.chain.moten import Mote
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.records import Namnd


class Stage(StrEnum):
    """When a rule runs. What is found at an earlier stage is found at the later ones too."""

    SUBMIT = "submit"
    HAND_IN = "hand-in"
    ADOPT = "adopt"
    MEETING = "meeting"

    def reached(self, now: "Stage") -> bool:
        """Whether a rule of this stage runs when a plan has come to `now`."""
        order = list(Stage)
        return order.index(self) <= order.index(now)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallningarCase:
    """The settings by themselves."""

    installningar: Installningar

    @property
    def plan(self) -> Installningar:
        """What is judged: the settings."""
        return self.installningar


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpCase:
    """A mål- och resursplan. `previous` is the adopted version it revises, where it does.

    At the stage of adoption `mrp.head.decision` holds the decision.
    """

    mrp: Mrp
    installningar: Installningar
    previous: Mrp | None = None

    @property
    def plan(self) -> Mrp:
        """What is judged: the MRP."""
        return self.mrp


@dataclass(frozen=True, slots=True, kw_only=True)
class VpCase:
    """A nämnd's verksamhetsplan, the MRP it follows (its state tells whether that is adopted), the adopted version it
    revises, and the nämnd's adopted plans of earlier years, newest first."""

    vp: Verksamhetsplan
    mrp: Mrp
    installningar: Installningar
    previous: Verksamhetsplan | None = None
    earlier: tuple[Verksamhetsplan, ...] = ()

    @property
    def plan(self) -> Verksamhetsplan:
        """What is judged: the verksamhetsplan."""
        return self.vp

    @property
    def namnd(self) -> str:
        """The code of the nämnd whose plan it is."""
        return self.vp.head.namnd


@dataclass(frozen=True, slots=True, kw_only=True)
class UppfoljningCase:
    """A nämnd's follow-up, the verksamhetsplan and the MRP that it follows up, and the nämnd's earlier follow-ups of
    the year, the nearest first."""

    uppfoljning: Uppfoljning
    vp: Verksamhetsplan
    mrp: Mrp
    installningar: Installningar
    tidigare: tuple[Uppfoljning, ...] = ()

    @property
    def plan(self) -> Uppfoljning:
        """What is judged: the follow-up."""
        return self.uppfoljning

    @property
    def namnd(self) -> str:
        """The code of the nämnd whose follow-up it is."""
        return self.uppfoljning.head.namnd


@dataclass(frozen=True, slots=True, kw_only=True)
class BokslutCase:
    """The municipality's own figures for a period, the MRP, the nämnder's reports of the period, and the nämnder
    without one."""

    bokslut: Bokslut
    mrp: Mrp
    installningar: Installningar
    rapporter: tuple[Uppfoljning, ...] = ()
    saknas: tuple[Namnd, ...] = ()

    @property
    def plan(self) -> Bokslut:
        """What is judged: the municipality's figures."""
        return self.bokslut


@dataclass(frozen=True, slots=True, kw_only=True)
class MoteCase:
    """A meeting. `filer` are the files that are there, by their names in lower case; None before they are asked for."""

    mote: Mote
    installningar: Installningar
    filer: frozenset[str] | None = None

    @property
    def plan(self) -> Mote:
        """What is judged: the meeting."""
        return self.mote


Case = InstallningarCase | MrpCase | VpCase | UppfoljningCase | BokslutCase | MoteCase
