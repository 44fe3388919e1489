"""Every number that a paper, a rule or a page shows, computed once. All amounts are whole tkr.

Frames and net costs are positive; in the resultat- and kassaflödesbudget income is plus and cost is minus.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .plans import Installningar, Mrp, Verksamhetsplan
from .records import Arspost, Balanspost, Budgetrad, Investering, Ram, Ramforandring, Tkr, VpInvestering

YearTkr = tuple[Tkr, Tkr, Tkr]  # the budget year and two plan years

NETTOPOSTER = ("Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar")
SKATTEPOSTER = ("Skatteintäkter", "Generella statsbidrag och utjämning")
FINANSPOSTER = ("Finansiella intäkter", "Finansiella kostnader")
TILLGANGAR = ("Anläggningstillgångar", "Övriga omsättningstillgångar", "Likvida medel")
SKULDER = ("Eget kapital", "Avsättningar", "Långfristiga skulder", "Kortfristiga skulder")
LOPANDE = ("Årets resultat", "Avskrivningar", "Förändring avsättningar", "Förändring av rörelsekapital")


@dataclass(frozen=True, slots=True)
class Ramsumma:
    """A nämnd's frames summed over its anslagsbindningsnivåer, tkr; None where an amount is not known."""

    bokslut: Tkr | None
    budget_forra: Tkr
    preliminar: Tkr | None
    ram_1: Tkr
    ram_2: Tkr
    ram_3: Tkr

    @property
    def forandring(self) -> Tkr:
        """The frame less last year's budget."""
        return self.ram_1 - self.budget_forra

    @property
    def mot_preliminar(self) -> Tkr | None:
        """The frame less February's preliminary one."""
        return None if self.preliminar is None else self.ram_1 - self.preliminar


@dataclass(frozen=True, slots=True)
class Budgetsumma:
    """A detaljbudget summed, tkr; income and costs positive."""

    intakter: Tkr
    personal: Tkr
    lokal: Tkr
    ovrigt: Tkr
    kapital: Tkr
    kostnader: Tkr
    netto: Tkr
    netto_forra: Tkr | None


def summa_ramar(ramar: Iterable[Ram]) -> Ramsumma:
    """The sum of the given frames."""
    rows = list(ramar)
    return Ramsumma(
        bokslut=_sum_known(row.bokslut for row in rows),
        budget_forra=_sum(row.budget_forra for row in rows),
        preliminar=_sum_known(row.preliminar for row in rows),
        ram_1=_sum(row.ram_1 for row in rows),
        ram_2=_sum(row.ram_2 for row in rows),
        ram_3=_sum(row.ram_3 for row in rows),
    )


def senare_andringar(mrp: Mrp, namnd: str) -> dict[str, Tkr]:
    """What KF has changed in the nämnd's frame after the plan was adopted, by anslagsbindningsnivå."""
    levels: dict[str, Tkr] = {}
    for change in mrp.ramandringar:
        if change.namnd == namnd:
            levels[change.anslagsniva] = levels.get(change.anslagsniva, 0) + (change.belopp or 0)
    return levels


def ram_att_fordela(mrp: Mrp, namnd: str) -> dict[str, Tkr]:
    """The nämnd's frame for the budget year by anslagsbindningsnivå: the MRP's, and what KF has changed since."""
    levels = {ram.anslagsniva: ram.ram_1 or 0 for ram in mrp.namnd_ramar(namnd)}
    for level, change in senare_andringar(mrp, namnd).items():
        levels[level] = levels.get(level, 0) + change
    return levels


def niva_for(rad: Budgetrad, namnd: str, mrp: Mrp, installningar: Installningar) -> str:
    """The anslagsbindningsnivå a budget row belongs to: the nämnd's only one, else the one of its verksamhet."""
    levels = list(ram_att_fordela(mrp, namnd))
    if len(levels) == 1:
        return levels[0]
    verksamhet = installningar.verksamhet(namnd, rad.verksamhet)
    return verksamhet.anslagsniva if verksamhet else ""


def netto_per_niva(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> dict[str, Tkr]:
    """The detaljbudget's net cost by anslagsbindningsnivå; `""` holds rows whose level is not known."""
    levels = dict.fromkeys(ram_att_fordela(mrp, vp.head.namnd), 0)
    for rad in vp.budget:
        level = niva_for(rad, vp.head.namnd, mrp, installningar)
        levels[level] = levels.get(level, 0) + rad.netto
    return levels


def differens_per_niva(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> dict[str, Tkr]:
    """Net cost less frame by anslagsbindningsnivå: plus is over the frame, 0 is right."""
    frames = ram_att_fordela(mrp, vp.head.namnd)
    return {level: net - frames.get(level, 0) for level, net in netto_per_niva(vp, mrp, installningar).items()}


def summa_budget(rader: Iterable[Budgetrad]) -> Budgetsumma:
    """The sum of the given budget rows."""
    rows = list(rader)
    return Budgetsumma(
        intakter=_sum(row.intakter for row in rows),
        personal=_sum(row.personal for row in rows),
        lokal=_sum(row.lokal for row in rows),
        ovrigt=_sum(row.ovrigt for row in rows),
        kapital=_sum(row.kapital for row in rows),
        kostnader=_sum(row.kostnader for row in rows),
        netto=_sum(row.netto for row in rows),
        netto_forra=_sum_known(row.netto_forra for row in rows),
    )


def post(poster: Iterable[Arspost], name: str) -> YearTkr:
    """A line of a three-year budget by its name; zeros when it is not there."""
    return sum_years(row for row in poster if row.post == name)


def sum_years(poster: Iterable[Arspost]) -> YearTkr:
    """The lines summed year by year."""
    rows = list(poster)
    return (_sum(row.ar_1 for row in rows), _sum(row.ar_2 for row in rows), _sum(row.ar_3 for row in rows))


def ramar_per_ar(mrp: Mrp) -> YearTkr:
    """All nämnder's frames together."""
    total = summa_ramar(mrp.ramar)
    return (total.ram_1, total.ram_2, total.ram_3)


def nettokostnader_enligt_ramar(mrp: Mrp) -> YearTkr:
    """Verksamhetens nettokostnader as the bridge gives them (positive): frames and central items."""
    return _add(ramar_per_ar(mrp), sum_years(mrp.brygga))


def nettokostnader(mrp: Mrp) -> YearTkr:
    """Verksamhetens nettokostnader in the resultatbudget (negative)."""
    return sum_years(row for row in mrp.resultatbudget if row.post in NETTOPOSTER)


def skatter_och_bidrag(mrp: Mrp) -> YearTkr:
    """Skatteintäkter, generella statsbidrag and utjämning."""
    return sum_years(row for row in mrp.resultatbudget if row.post in SKATTEPOSTER)


def verksamhetens_resultat(mrp: Mrp) -> YearTkr:
    """Net costs and taxes together."""
    return _add(nettokostnader(mrp), skatter_och_bidrag(mrp))


def arets_resultat(mrp: Mrp) -> YearTkr:
    """Årets resultat of the resultatbudget."""
    return _add(verksamhetens_resultat(mrp), sum_years(row for row in mrp.resultatbudget if row.post in FINANSPOSTER))


def resultat_i_procent(mrp: Mrp) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Årets resultat in percent of taxes and general grants, unrounded; None where there is no tax."""
    first, second, third = (
        share(result, base) for result, base in zip(arets_resultat(mrp), skatter_och_bidrag(mrp), strict=True)
    )
    return (first, second, third)


def medel_fran_lopande(mrp: Mrp) -> YearTkr:
    """Cash flow from operations."""
    return sum_years(row for row in mrp.kassaflode if row.post in LOPANDE)


def forandring_likvida(mrp: Mrp) -> YearTkr:
    """The change of likvida medel that the kassaflödesbudget gives."""
    return sum_years(mrp.kassaflode)


def balans(mrp: Mrp, name: str) -> tuple[Tkr, Tkr, Tkr, Tkr]:
    """A line of the balansbudget: last year, then the plan's three."""
    return sum_balans(row for row in mrp.balans if row.post == name)


def sum_balans(poster: Iterable[Balanspost]) -> tuple[Tkr, Tkr, Tkr, Tkr]:
    """Lines of the balansbudget summed: last year, then the plan's three."""
    rows = list(poster)
    return (_sum(row.forra for row in rows), *sum_years(rows))


def summa_tillgangar(mrp: Mrp) -> tuple[Tkr, Tkr, Tkr, Tkr]:
    """All assets: last year, then the plan's three."""
    return sum_balans(row for row in mrp.balans if row.post in TILLGANGAR)


def summa_skulder(mrp: Mrp) -> tuple[Tkr, Tkr, Tkr, Tkr]:
    """Eget kapital, avsättningar and skulder: last year, then the plan's three."""
    return sum_balans(row for row in mrp.balans if row.post in SKULDER)


def soliditet(mrp: Mrp) -> tuple[Decimal | None, ...]:
    """Eget kapital in percent of assets, unrounded: last year, then the plan's three."""
    return tuple(share(own, all_) for own, all_ in zip(balans(mrp, "Eget kapital"), summa_tillgangar(mrp), strict=True))


def summa_investeringar(investeringar: Iterable[Investering]) -> tuple[Tkr, Tkr, Tkr, Tkr, Tkr]:
    """Investments summed over the five years."""
    rows = list(investeringar)
    return (
        _sum(row.ar_1 for row in rows),
        _sum(row.ar_2 for row in rows),
        _sum(row.ar_3 for row in rows),
        _sum(row.ar_4 for row in rows),
        _sum(row.ar_5 for row in rows),
    )


def summa_ramforandringar(rows: Iterable[Ramforandring]) -> Tkr:
    """The changes of a frame together."""
    return _sum(row.belopp for row in rows)


def summa_vp_investeringar(rows: Iterable[VpInvestering]) -> YearTkr:
    """A nämnd's investments summed over its three years."""
    found = list(rows)
    return (_sum(row.ar_1 for row in found), _sum(row.ar_2 for row in found), _sum(row.ar_3 for row in found))


def share(part: Tkr, whole: Tkr) -> Decimal | None:
    """`part` in percent of `whole`, unrounded; None when there is nothing to divide by."""
    return None if whole == 0 else Decimal(part) * 100 / Decimal(whole)


def to_tkr(amount: Decimal, unit: str | None) -> Tkr:
    """An amount as entered, in whole tkr: kronor are divided by a thousand, halves rounded away from zero."""
    scaled = amount / 1000 if unit == "kronor" else amount
    whole = int(scaled)
    return whole if whole == scaled else int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _sum(amounts: Iterable[Tkr | None]) -> Tkr:
    return sum(amount or 0 for amount in amounts)


def _sum_known(amounts: Iterable[Tkr | None]) -> Tkr | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _add(left: Sequence[Tkr], right: Sequence[Tkr]) -> YearTkr:
    first, second, third = (a + b for a, b in zip(left, right, strict=True))
    return (first, second, third)
