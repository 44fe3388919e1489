"""The municipality's budget against the law and against itself (kommunallagen 11 kap.; no section of the regler)."""

from collections.abc import Iterable, Iterator

from schemas.mrp import Balansbudget
from service.chain import figures
from service.chain.records import Arspost
from service.findings import Level

from .cases import MrpCase
from .registry import Breach, breach, rule
from .shown import spelled, tkr

YEARS = ("ar_1", "ar_2", "ar_3")


@rule(
    "L4", paragraph="", level=Level.VARNING,
    title="Budgeten har inte underskott utan synnerliga skäl", codes=("L4-underskott",)
)  # fmt: skip
def no_deficit(case: MrpCase) -> Iterator[Breach]:
    """Intäkterna ska överstiga kostnaderna om det inte finns synnerliga skäl (kommunallagen 11 kap.)."""
    result = figures.arets_resultat(case.mrp)[0]
    if result < 0 and not case.mrp.uppgifter.synnerliga_skal:
        yield breach(case.mrp.place(case.mrp.uppgifter, "synnerliga_skal"), resultat=tkr(result))


@rule("L4", paragraph="", level=Level.VARNING, title="Resultatet når det finansiella målet", codes=("L4-mal",))
def financial_goal(case: MrpCase) -> Iterator[Breach]:
    """Budgeten har finansiella mål för god ekonomisk hushållning (kommunallagen 11 kap.)."""
    goal = case.mrp.uppgifter.resultatmal_procent
    for n, percent in enumerate(figures.resultat_i_procent(case.mrp)):
        if goal is not None and percent is not None and percent < goal:
            place = case.mrp.place(case.mrp.uppgifter, "resultatmal_procent")
            shown, ar = f"{percent:.2f}".replace(".", ","), str(case.mrp.head.ar + n)
            yield breach(place, spelled(goal), ar=ar, procent=shown, mal=spelled(goal))


@rule("L5", paragraph="", level=Level.VARNING, title="Budgeten har en plan för tre år")
def three_years(case: MrpCase) -> Iterator[Breach]:
    """Budgeten har en plan för ekonomin under tre år, där budgetåret är det första (kommunallagen 11 kap.)."""
    for n, name in enumerate(YEARS):
        if case.mrp.resultatbudget and not any(getattr(row, name) for row in case.mrp.resultatbudget):
            yield breach(case.mrp.sheet_place("resultatpost"), ar=str(case.mrp.head.ar + n))


@rule("L6", paragraph="", level=Level.FEL, title="Balansbudgeten går ihop", codes=("L6-balans",))
def balances(case: MrpCase) -> Iterator[Breach]:
    """Tillgångarna är lika med eget kapital, avsättningar och skulder."""
    headings = {name: column.heading for name, column in Balansbudget.columns().items()}
    assets, debts = figures.summa_tillgangar(case.mrp), figures.summa_skulder(case.mrp)
    for n, name in enumerate(("forra", *YEARS)):
        if _whole(case.mrp.balans, name) and assets[n] != debts[n]:
            kolumn = f"{headings[name].split('{')[0]}{case.mrp.head.ar + n - 1}"
            details = {"tillgangar": tkr(assets[n]), "skulder": tkr(debts[n]), "differens": tkr(assets[n] - debts[n])}
            yield breach(case.mrp.place(case.mrp.balans[0], name), kolumn=kolumn, **details)


@rule(
    "L6", paragraph="", level=Level.FEL,
    title="Kassaflödet förklarar likvida medel och börjar med årets resultat", codes=("L6-likvida", "L6-resultat")
)  # fmt: skip
def cash_agrees(case: MrpCase) -> Iterator[Breach]:
    """Kassaflödesbudgetens summa är förändringen av likvida medel, och dess första rad är årets resultat."""
    cash, change = figures.balans(case.mrp, "Likvida medel"), figures.forandring_likvida(case.mrp)
    result, first = figures.arets_resultat(case.mrp), figures.post(case.mrp.kassaflode, "Årets resultat")
    for n, name in enumerate(YEARS):
        if not _whole(case.mrp.kassaflode, name):
            continue
        place, ar = case.mrp.place(case.mrp.kassaflode[0], name), str(case.mrp.head.ar + n)
        moved = cash[n + 1] - cash[n]
        if _whole(case.mrp.balans, name) and change[n] != moved:
            yield breach(place, code="L6-likvida", ar=ar, kassaflode=tkr(change[n]), balans=tkr(moved))
        if _whole(case.mrp.resultatbudget, name) and first[n] != result[n]:
            yield breach(place, tkr(first[n]), code="L6-resultat", ar=ar, resultat=tkr(result[n]))


@rule(
    "L7", paragraph="", level=Level.FEL,
    title="Ramar och centrala poster ger resultatbudgetens nettokostnader", codes=("L7-netto",)
)  # fmt: skip
def bridge_agrees(case: MrpCase) -> Iterator[Breach]:
    """Nämndernas ramar och de centrala posterna är tillsammans verksamhetens nettokostnader."""
    bridge, budget = figures.nettokostnader_enligt_ramar(case.mrp), figures.nettokostnader(case.mrp)
    for n, name in enumerate(YEARS):
        if case.mrp.ramar and _whole(case.mrp.resultatbudget, name) and bridge[n] != -budget[n]:
            place, ar = case.mrp.place(case.mrp.resultatbudget[0], name), str(case.mrp.head.ar + n)
            details = {"ramar": tkr(bridge[n]), "netto": tkr(-budget[n]), "differens": tkr(bridge[n] + budget[n])}
            yield breach(place, ar=ar, **details)


@rule(
    "L7", paragraph="", level=Level.VARNING,
    title="Ramförändringarna förklarar skillnaden mot föregående år", codes=("L7-ramforandring",)
)  # fmt: skip
def changes_agree(case: MrpCase) -> Iterator[Breach]:
    """Ramförändringarna per nämnd är skillnaden mellan ramen och föregående års budget."""
    for kod in dict.fromkeys(row.namnd for row in case.mrp.ramforandringar):
        rows = [row for row in case.mrp.ramforandringar if row.namnd == kod]
        total, change = sum(row.belopp or 0 for row in rows), figures.summa_ramar(case.mrp.namnd_ramar(kod)).forandring
        if total != change:
            place, namn = case.mrp.place(rows[-1], "belopp"), case.installningar.namnd_namn(kod)
            yield breach(place, namnd=namn, summa=tkr(total), forandring=tkr(change))


def _whole(rows: Iterable[Arspost], name: str) -> bool:
    """Whether a year's column is filled in, so that its sums can be judged."""
    amounts = [getattr(row, name) for row in rows]
    return bool(amounts) and None not in amounts
