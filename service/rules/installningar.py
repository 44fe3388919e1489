"""The rule set itself: that it is the year's, and that the municipality's changes in it can be used (regler § 1.1)."""

from collections.abc import Iterator

from service.findings import Level

from . import patterns
from .cases import InstallningarCase, MrpCase, VpCase
from .registry import Breach, Rule, breach, declared, rule


@rule("R02", paragraph="1.1", level=Level.UPPLYSNING, title="Planen prövas mot sitt års regler", codes=("R02-ar",))
def rules_of_the_year(case: MrpCase | VpCase) -> Iterator[Breach]:
    """Reglerna ska fungera över en längre tid (regler § 1.1): varje år har sina inställningar."""
    own, ar = case.installningar.head.ar, case.plan.head.ar
    if own != ar:
        yield breach(None, ar=str(ar), reglernas_ar=str(own))


@rule(
    "R02", paragraph="1.1", level=Level.VARNING,
    title="Ändrade regelnivåer gäller regler som finns", codes=("R02-okand", "R02-hogst")
)  # fmt: skip
def levels_can_be_used(case: InstallningarCase) -> Iterator[Breach]:
    """En ändrad nivå måste gälla en känd regel; regler om datum och ordval kan aldrig stoppa en plan."""
    for row in case.installningar.regelnivaer:
        meant = [one for one in declared() if row.regel.casefold() in {name.casefold() for name in one.names}]
        if row.regel and not meant:
            yield breach(case.installningar.place(row, "regel"), row.regel, code="R02-okand")
        elif meant and row.niva and all(_too_grave(one, row.niva) for one in meant):
            place, mest = case.installningar.place(row, "niva"), meant[0].most.value
            yield breach(place, row.niva, code="R02-hogst", regel=row.regel, mest=mest)


@rule(
    "R02", paragraph="1.1", level=Level.FEL,
    title="Mönstren i ordlistorna går att använda", codes=("R02-monster",)
)  # fmt: skip
def patterns_can_be_used(case: InstallningarCase) -> Iterator[Breach]:
    """Ord och fraser prövas med mönster; ett trasigt mönster används inte."""
    for row in case.installningar.ordlista:
        if row.slag == "mönster" and row.ord:
            try:
                patterns.admit(row.ord)
            except patterns.BadPattern as reason:
                yield breach(case.installningar.place(row, "ord"), row.ord, skal=str(reason))


def _too_grave(one: Rule, level: str) -> bool:
    return level == Level.FEL and one.most is not Level.FEL
