"""Mått: that there are some at every level, that they can be measured, and do not pull apart (regler § 2.3 and 2.5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schemas.mrp import MrpMatt
from service.chain.plans import plain
from service.chain.records import Matt, Resultat, VpMatt
from service.findings import Level

from .cases import MrpCase, VpCase
from .limits import FORANDRING
from .registry import Breach, breach, rule
from .roles import KF, has_role
from .shown import spelled
from .wording import words

NEEDED = ("enhet", "riktning", "kalla", "frekvens")
HIGHER = "högre"


@rule(
    "R55", paragraph="2.5", level=Level.FEL,
    title="Varje inriktningsmål har mått som kommunfullmäktige äger", codes=("R55-mal", "R55-agare")
)  # fmt: skip
def goals_are_measured(case: MrpCase) -> Iterator[Breach]:
    """På alla nivåer i kommunen, inklusive fullmäktige, används mått (regler § 2.5)."""
    for mal in case.mrp.gallande_mal:
        matt = case.mrp.matt_for(mal.id)
        if not matt:
            yield breach(case.mrp.place(mal, "text"), mal.text, code="R55-mal")
        elif not any(has_role(case.installningar, row.agare, KF) for row in matt):
            yield breach(case.mrp.place(matt[0], "agare"), matt[0].agare, code="R55-agare", mal=plain(mal.text))


@rule(
    "R55", paragraph="2.5", level=Level.FEL,
    title="Varje mått har enhet, riktning, källa och frekvens", codes=("R55-uppgift",)
)  # fmt: skip
def matt_are_complete(case: MrpCase | VpCase) -> Iterator[Breach]:
    """Mått används för att veta hur mål och resultat uppnås (regler § 2.5)."""
    headings = {name: column.heading for name, column in MrpMatt.columns().items()}
    for matt in _own(case):
        for name in NEEDED:
            if not getattr(matt, name):
                yield breach(case.plan.place(matt, name), rubrik=headings[name], matt=matt.text)


@rule("R45", "R55", paragraph="2.3", level=Level.FEL, title="Resultatet är mätbart", codes=("R45-matbart",))
def measurable(case: MrpCase) -> Iterator[Breach]:
    """Bra förväntade resultat är mätbara (regler § 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        if not any(_targets(matt) for matt in case.mrp.matt_for(resultat.id)):
            yield breach(case.mrp.place(resultat, "text"), resultat.text)


@rule("R45", paragraph="2.3", level=Level.VARNING, title="Resultatet är utmanande", codes=("R45-utmanande",))
def challenging(case: MrpCase) -> Iterator[Breach]:
    """Bra förväntade resultat är attraktiva och utmanande (regler § 2.3): målet är bättre än basvärdet."""
    for _, matt in _matt_on_results(case):
        target = _first_target(matt)
        if target and matt.basvarde is not None and matt.riktning and _gain(matt, target[1], matt.basvarde) <= 0:
            place = case.mrp.place(matt, target[0])
            yield breach(place, spelled(target[1]), bas=spelled(matt.basvarde), riktning=matt.riktning)


@rule("R45", paragraph="2.3", level=Level.VARNING, title="Resultatet är realistiskt", codes=("R45-realistiskt",))
def realistic(case: MrpCase) -> Iterator[Breach]:
    """Bra förväntade resultat är realistiska (regler § 2.3): en ovanligt stor förändring motiveras."""
    limit = FORANDRING.of(case.installningar)
    for resultat, matt in _matt_on_results(case):
        target = _first_target(matt)
        if not target or not matt.basvarde or resultat.motivering:
            continue
        yearly = 100 * abs(target[1] - matt.basvarde) / abs(matt.basvarde) / _years(case, matt, target[0])
        if yearly > limit:
            found, bas = spelled(target[1]), spelled(matt.basvarde)
            details = {"procent": spelled(round(yearly, 1)), "mest": spelled(limit), "bas": bas}
            yield breach(case.mrp.place(matt, target[0]), found, **details)


@dataclass(frozen=True, slots=True)
class _Use:
    """A mått where it is used: for how long, and whether it is one of the plan's own rows."""

    matt: Matt | VpMatt
    first: date | None
    last: date | None

    def meets(self, other: "_Use") -> bool:
        """Whether both hold at some time; an unknown day holds always."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))


@rule("R48", paragraph="2.3", level=Level.FEL, title="Samma mått dras inte åt två håll")
def no_conflicts(case: MrpCase | VpCase) -> Iterator[Breach]:
    """Resultaten ska inte vara i konflikt med inriktningsmål eller andra förväntade resultat (regler § 2.3)."""
    decided = _uses(case)
    own = [_Use(matt, *_period(case, matt.hor_till)) for matt in _own(case)]
    for n, use in enumerate(own):
        against = own[:n] if isinstance(case, MrpCase) else [*decided, *own[:n]]
        for other in against:
            if _same_matt(use.matt, other.matt) and _opposed(use.matt, other.matt) and use.meets(other):
                place = case.plan.place(use.matt, "riktning")
                details = {
                    "matt": use.matt.text,
                    "nummer": other.matt.nummer.text,
                    "riktning": str(other.matt.riktning),
                }
                yield breach(place, str(use.matt.riktning), **details)


def _own(case: MrpCase | VpCase) -> Sequence[Matt | VpMatt]:
    """The mått that the plan itself sets."""
    if isinstance(case, MrpCase):
        return [matt for matt in case.mrp.matt if not matt.utgar]
    return [matt for matt in case.vp.matt if matt.egen]


def _uses(case: MrpCase | VpCase) -> list[_Use]:
    return [_Use(matt, *_period(case, matt.hor_till)) for matt in case.mrp.matt if not matt.utgar]


def _period(case: MrpCase | VpCase, id: str) -> tuple[date | None, date | None]:
    resultat = next((row for row in case.mrp.resultat if row.id == id), None)
    if resultat:
        return resultat.period_fran, resultat.period_till
    mal = case.mrp.mal(id)
    return (mal.giltig_fran, mal.giltig_till) if mal else (None, None)


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _same_matt(one: Matt | VpMatt, other: Matt | VpMatt) -> bool:
    ids = {getattr(one, "kolada_id", ""), getattr(other, "kolada_id", "")}
    return (len(ids) == 1 and "" not in ids) or words(one.text) == words(other.text)


def _opposed(one: Matt | VpMatt, other: Matt | VpMatt) -> bool:
    return bool(one.riktning and other.riktning and one.riktning != other.riktning)


def _matt_on_results(case: MrpCase) -> Iterator[tuple[Resultat, Matt]]:
    for resultat in case.mrp.gallande_resultat:
        for matt in case.mrp.matt_for(resultat.id):
            yield resultat, matt


def _targets(matt: Matt) -> list[tuple[str, Decimal]]:
    """The targets that are set, with their fields, the nearest year first."""
    values = {"mal_1": matt.mal_1, "mal_2": matt.mal_2, "mal_3": matt.mal_3}
    return [(name, value) for name, value in values.items() if value is not None]


def _first_target(matt: Matt) -> tuple[str, Decimal] | None:
    return next(iter(_targets(matt)), None)


def _gain(matt: Matt, target: Decimal, base: Decimal) -> Decimal:
    """How much better the target is than the base value."""
    return target - base if matt.riktning == HIGHER else base - target


def _years(case: MrpCase, matt: Matt, target: str) -> int:
    """From the base year to the target's; one year where the base year is not known."""
    target_year = case.mrp.head.ar + int(target[-1]) - 1
    base_year = int(matt.basar[:4]) if matt.basar[:4].isdecimal() else target_year - 1
    return max(target_year - base_year, 1)
