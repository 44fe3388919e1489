"""Examples for the rules on the förväntade resultat, their mått and the uppdragsdialog."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from service.chain import records as r
from service.rules import MrpCase

from .example import Example
from .plans import installningar, mal, matt_on_mal, matt_on_resultat, mrp_case, mrp_head, resultat, row

KINDS = ("musik", "idrott", "slöjd", "bild", "teknik", "historia", "kemi", "fysik", "biologi", "svenska", "tyska",
         "franska", "spanska")  # fmt: skip


def one(text: str = "", **changes: object) -> MrpCase:
    """The MRP with its only result changed."""
    return mrp_case(resultat=(resultat(*([text] if text else []), **changes),))


def measured(**changes: object) -> MrpCase:
    """The MRP with the mått on its result changed."""
    return mrp_case(matt=(matt_on_mal(), matt_on_resultat(**changes)))


def justified() -> MrpCase:
    case = measured(mal_1=Decimal(103))
    return replace(case, mrp=replace(case.mrp, resultat=(resultat(motivering="Ny metod."),)))


def many(count: int, goals: int = 1) -> MrpCase:
    """So many results of BUN's, spread over so many goals."""
    results = tuple(
        resultat(f"Minst {n} procent av eleverna i {kind} når målen år 2027 hela tiden i vår skola.", n,
                 inriktningsmal=f"inriktningsmal-{5 + n % goals}", verksamheter=(f"{n}",))
        for n, kind in enumerate(KINDS[:count], 5)
    )  # fmt: skip
    matt = [matt_on_resultat(n, hor_till=f"resultat-{n}", text=f"Når målen i {n}") for n in range(5, 5 + count)]
    matt += [replace(matt_on_mal(), id=f"m-{n}", hor_till=f"inriktningsmal-{n}") for n in range(5, 5 + goals)]
    texts = ("Andelen elever som trivs ska öka.", "Betygen ska bli bättre.", "Frånvaron ska minska.")
    return mrp_case(
        inriktningsmal=tuple(mal(text, n) for n, text in enumerate(texts[:goals], 5)),
        resultat=results,
        matt=tuple(matt),
    )


def beside(text: str, **changes: object) -> MrpCase:
    """The sound result, and another with its own mått."""
    other = resultat(text, 6, **changes)
    return mrp_case(
        resultat=(resultat(), other),
        matt=(matt_on_mal(), matt_on_resultat(), matt_on_resultat(7, hor_till="resultat-6", text="Ett annat mått")),
    )


def opposed(period_fran: date, **changes: object) -> MrpCase:
    """Two results with the same mått pulling apart."""
    case = beside("Högst 9 procent av barnen har hög frånvaro hela hösten.", period_fran=period_fran,
                  period_till=date(2028, 12, 31))  # fmt: skip
    both = matt_on_resultat(7, hor_till="resultat-6", riktning="lägre", mal_1=Decimal(60), **changes)
    return replace(case, mrp=replace(case.mrp, matt=(matt_on_mal(), matt_on_resultat(), both)))


def dialogue(**changes: object) -> MrpCase:
    values = {"namnd": "BUN", "datum": date(2026, 3, 12), "narvarande": "Ordförande", "anteckning": "Ense."}
    return mrp_case(dialoger=(row(r.Dialog, 5, **{**values, **changes}),))


def costing(kostnad: int) -> MrpCase:
    return mrp_case(
        resultat=(resultat(kostnad=kostnad),),
        ramandringar=(row(r.Ramandring, 5, namnd="BUN", anslagsniva="Nämnden", belopp=50, datum=date(2027, 2, 1)),),
    )


def withdrawn(utgar: bool) -> MrpCase:
    """A result under a second goal, that may have been withdrawn."""
    second = mal("Frånvaron bland eleverna ska minska.", 6, utgar=utgar)
    case = beside("Högst 9 procent av barnen har hög frånvaro hela hösten.", inriktningsmal="inriktningsmal-6")
    matt = (*case.mrp.matt, replace(matt_on_mal(), id="m", hor_till=second.id, text="Frånvaro"))
    return replace(case, mrp=replace(case.mrp, inriktningsmal=(mal(), second), matt=matt))


def shared_goal(*namnder: str) -> MrpCase:
    """A goal that BUN and KS answer for, with results of these nämnder."""
    case = beside("Högst 9 procent av barnen har hög frånvaro hela hösten.", namnd=namnder[-1])
    return replace(case, mrp=replace(case.mrp, inriktningsmal=(mal(ansvariga=("BUN", "KS")),)))


GML_2027 = replace(
    installningar(),
    namnder=tuple(replace(namnd, aktiv_till=None, verksamhetsplan=False) for namnd in installningar().namnder),
)
OWNED_BY_GML = one(namnd="GML")

RESULTS = [
    Example("R06-resultat", "resultat.inriktningsmal.6", withdrawn(True), withdrawn(False)),
    Example("R43-saknas", "inriktningsmal.ansvariga.5", shared_goal("BUN"), shared_goal("KS")),
    Example("R43-kf", "resultat.namnd.5", one(namnd="KF"), one(namnd="bun"), also=("R43-saknas",)),
    Example("R43-inaktiv", "resultat.namnd.5", OWNED_BY_GML, replace(OWNED_BY_GML, installningar=GML_2027),
            also=("R43-saknas",)),
    Example("R44", "resultat.text.5", one("Starta närvaroteam på minst tre skolor."),
            one("Start av närvaroteam har skett på tre skolor.")),
    Example("R45-specifikt", "resultat.text.5", one("Betygen är bättre."), one("Betygen är bättre än 2025.")),
    Example("R45-matbart", "resultat.text.5", measured(mal_1=None), measured(mal_1=None, mal_3=Decimal(80))),
    Example("R45-utmanande", "matt.mal_1.6", measured(mal_1=Decimal("72.8")), measured(mal_1=Decimal("72.9"))),
    Example("R45-realistiskt", "matt.mal_1.6", measured(mal_1=Decimal(102)), measured(mal_1=Decimal(101))),
    Example("R45-realistiskt", "matt.mal_1.6", measured(mal_1=Decimal(103)), justified()),
    Example("R45-tidsatt", "resultat.period_till.5", one(period_till=None), one()),
    Example("R45-utanfor", "resultat.period_till.5", one(period_till=date(2028, 1, 1)),
            one(period_till=date(2027, 12, 31))),
    Example("R45-accepterat", "resultat.avstamd.5", one(avstamd=None), one()),
    Example("R15", "resultat.avstamd.5", one(avstamd=date(2026, 6, 18)), one(avstamd=date(2026, 6, 17))),
    Example("R14-saknas", "dialog", mrp_case(dialoger=()), dialogue(namnd="bun")),
    Example("R14-tom", "dialog.narvarande.5", dialogue(narvarande=""), dialogue()),
    Example("R46-mal", "resultat.text.10", many(6), many(5)),
    Example("R46-namnd", "resultat.text.17", many(13, goals=3), many(12, goals=3)),
    Example("R47-mal", "resultat.text.6", beside("Andelen elever som fullföljer sin skolgång ska öka till 2027."),
            beside("Minst 90 procent av eleverna fullföljer gymnasiet 2027.")),
    Example("R47-resultat", "resultat.text.6",
            beside("Minst 80 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027."),
            beside("Minst 80 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027.",
                   verksamheter=("441",))),
    Example("R47-lag", "resultat.text.6", beside("Alla skolor följer det som är lagstadgat om stöd."),
            beside("Alla skolor följer det nya arbetslagets förslag till stöd.")),
    Example("R48", "matt.riktning.7", opposed(date(2027, 12, 31)), opposed(date(2028, 1, 1)), also=("R45-utanfor",)),
    Example("R49-kostnad", "resultat.kostnad.5", costing(1051), costing(1050)),
    Example("R50-verksamhet", "resultat.verksamheter.5", one(verksamheter=()), one()),
    Example("R50-period", "resultat.period_till.5", one(period_till=date(2026, 12, 31)),
            one(period_till=date(2027, 1, 1))),
    Example("R55-uppgift", "matt.frekvens.6", measured(frekvens=None), measured(basvarde=None)),
    Example("R13-juni", "", mrp_case(head=mrp_head(decision=replace(mrp_head().decision, datum=date(2026, 7, 1)))),
            mrp_case(head=mrp_head(decision=replace(mrp_head().decision, datum=date(2026, 6, 30))))),
    Example("R13-organ", "", mrp_case(head=mrp_head(decision=replace(mrp_head().decision, organ="BUN"))),
            mrp_case(head=mrp_head(decision=replace(mrp_head().decision, organ="kf")))),
]  # fmt: skip
