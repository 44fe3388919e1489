"""Bilagor: the plan's own in their order, and after them the goal chain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.records import Bilaga

from .contract import told
from .visionen import Resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilagsrad:
    """An appendix whose text is printed, or that is a file of its own (then without text)."""

    nummer: str = field(metadata=told("Bilagans nummer.", "1"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till bilagan.", "bilaga 1"))
    titel: str = field(metadata=told("Bilagans titel.", "Tidplan för budgetarbetet"))
    innehall: StyledText = field(
        metadata=told("Bilagans text; tom när den är en egen fil.", "Arbetet börjar i januari.")
    )


def bilagor_of(bilagor: Iterable[Bilaga], resolve: Resolve) -> tuple[Bilagsrad, ...]:
    """The appendices by their numbers."""
    return tuple(
        _bilagsrad(str(bilaga.nummer or "–"), bilaga.titel, resolve(bilaga.innehall))
        for bilaga in sorted(bilagor, key=lambda bilaga: (bilaga.nummer is None, bilaga.nummer or 0))
    )


def malkedjans_bilaga(bilagor: Sequence[Bilaga]) -> Bilagsrad:
    """The goal chain's own appendix: the number after the last."""
    last = max((int(bilaga.nummer) for bilaga in bilagor if bilaga.nummer is not None), default=0)
    return _bilagsrad(str(last + 1), "Målkedja", StyledText())


def _bilagsrad(nummer: str, titel: str, innehall: StyledText) -> Bilagsrad:
    return Bilagsrad(nummer=nummer, ankare=f"bilaga {nummer}", titel=titel, innehall=innehall)
