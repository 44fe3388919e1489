"""Two other proposals to the mål- och resursplan, each as changes against the one that is adopted."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from . import mrp
from .writing import Form, Forms, Row, Rows, prosa


@dataclass(frozen=True)
class Change:
    """Give the fields `values` in every row of the sheet where all of `where` holds (on a form: in the form)."""

    sheet: str
    values: Row
    where: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Replace:
    """Replace one wording by another in a field, once."""

    sheet: str
    name: str
    old: str
    new: str
    where: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Add:
    """Add a row last in the sheet."""

    sheet: str
    row: Row


@dataclass(frozen=True)
class Remove:
    """Remove every row of the sheet where all of `where` holds."""

    sheet: str
    where: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """A named proposal and how it differs from the adopted plan."""

    name: str
    beskrivning: str
    steps: tuple[Change | Replace | Add | Remove, ...]


def applied(proposal: Proposal) -> tuple[Forms, Rows]:
    """The forms and rows of the whole proposal. Raises `LookupError` where a step finds nothing to change."""
    forms, rows = deepcopy(mrp.FORMS), deepcopy(mrp.ROWS)
    for step in proposal.steps:
        if isinstance(step, Add):
            rows[step.sheet].append(dict(step.row))
        elif isinstance(step, Remove):
            doomed = _matching(rows[step.sheet], step.where, step)
            rows[step.sheet] = [row for row in rows[step.sheet] if row not in doomed]
        else:
            within: Iterable[Form] = [forms[step.sheet]] if step.sheet in forms else rows[step.sheet]
            for row in _matching(within, step.where, step):
                row.update(step.values if isinstance(step, Change) else {step.name: _reworded(row, step)})
    return forms, rows


def _matching(rows: Iterable[Row], where: Row, step: Any) -> list[Row]:
    found = [row for row in rows if all(row.get(name) == value for name, value in where.items())]
    if not found:
        raise LookupError(f"nothing to change: {step}")
    return found


def _reworded(row: Row, step: Replace) -> str:
    text: str = row[step.name]
    if text.count(step.old) != 1:
        raise LookupError(f"not just once in {step.sheet}.{step.name}: {step.old}")
    return text.replace(step.old, step.new)


def _post(sheet: str, post: str, **values: int) -> Change:
    return Change(sheet, values, {"post": post})


def _text(name: str) -> Callable[[str, str], Replace]:
    return lambda old, new: Replace("mrp_text", name, old, new)


_inledning, _hushallning, _analys = _text("inledning"), _text("hushallning"), _text("finansiell_analys")

RAMAR_FEBRUARI = Proposal(
    "ramar-februari",
    "Kommunstyrelsens preliminära ramar den 11 februari 2026, före uppdragsdialogerna.",
    (
        Change("ram", {"ram_1": 310_400}, {"namnd": "KS"}),
        Change("ram", {"ram_1": 1_041_600}, {"namnd": "BUN"}),
        Change("ram", {"ram_1": 1_116_300}, {"namnd": "SN"}),
        _post("ramforandring", "Utökad uppdragsersättning Kunskapsförbundet Väst", belopp=1_600),
        _post("ramforandring", "Volym: grundskola", belopp=1_000),
        Remove("ramforandring", {"post": "Satsning elevhälsa"}),
        _post("ramforandring", "Volym: äldre 80+", belopp=4_400),
        # 14 000 tkr less in frames is 14 000 tkr more in result, in likvida medel and in eget kapital from 2027 on.
        _post("resultatpost", "Verksamhetens kostnader", ar_1=-3_302_000),
        _post("kassaflodespost", "Årets resultat", ar_1=44_000),
        _post("balanspost", "Likvida medel", ar_1=138_000, ar_2=142_200, ar_3=147_200),
        _post("balanspost", "Eget kapital", ar_1=1_224_000, ar_2=1_254_200, ar_3=1_283_200),
        # In February no dialogue had been held and no election-year decision taken.
        Remove("dialog"),
        Remove("bekraftelse"),
        Change("resultat", {"avstamd": None}),
        Change("resultat", {"kostnad": None}, {"beteckning": "BUN-2"}),
        Remove("uppdrag", {"namnd": "BUN", "aterrapport": date(2028, 1, 26)}),
        Change(
            "mrp_text",
            {
                "inledning": prosa("""
                    Förslaget innehåller kommunstyrelsens preliminära ramar för 2027. Det är utgångspunkt för nämndernas
                    budgetunderlag i mars och för uppdragsdialogerna i april. Resultat och mått är hämtade ur nämndernas
                    första förslag och har ännu inte stämts av.

                    Ramarna är sammanlagt 2 691 000 tkr. Beloppen anges i tusental kronor, förkortat tkr.
                """),
                "anvisningar": prosa("""
                    Nämnderna lämnar budgetunderlag för 2027–2029 till kommunstyrelsen senast den 27 mars 2026.
                    Underlaget ska rymmas inom den preliminära ramen och fyllas i i arbetsboken för mål- och
                    resursplanen.

                    **Förväntade resultat.** Varje nämnd föreslår resultat under de inriktningsmål som den ansvarar för.
                    Resultaten ska vara få, mätbara och gälla en bestämd tid, och varje resultat ska ha minst ett mått
                    med målvärde för 2027. Det som redan står i lag, eller som är en aktivitet, är inget resultat.

                    **Ekonomi.** Ramarna är uppräknade för löner och priser, och volymerna följer
                    befolkningsprognosen. En nämnd som inte ser hur ramen kan hållas beskriver

                    - vad som inte kan göras inom ramen
                    - vad det betyder för invånarna
                    - vad det kostar, i tusental kronor

                    **Investeringar.** Nämnderna lämnar investeringar i angelägenhetsordning för fem år. Driftkostnaden
                    för nya lokaler ska rymmas i nämndens ram.

                    I april möter budgetberedningen varje nämnd i en uppdragsdialog. Då stäms resultaten av mot
                    inriktningsmålen.
                """),
            },
        ),
        _hushallning("Resultatet är 30 000 tkr eller 1,1 procent.", "Resultatet är 44 000 tkr eller 1,6 procent."),
        _hushallning("Även 2028 är resultatet 1,1 procent.", "År 2028 är resultatet 1,1 procent."),
        _hushallning("beräknas till 30 000 tkr", "beräknas till 44 000 tkr"),
        _analys(
            "från 2 632 000 till 2 705 000 tkr, alltså med 73 000 tkr eller 2,8 procent.",
            "från 2 632 000 till 2 691 000 tkr, alltså med 59 000 tkr eller 2,2 procent.",
        ),
        _analys("2 744 000 tkr", "2 730 000 tkr"),
        _analys("98,5 procent", "98,0 procent"),
        _analys("täcker 148 000 tkr", "täcker 162 000 tkr"),
        _analys("från 43,2 till 42,8 procent", "från 43,2 till 43,1 procent"),
        Replace("beslutspunkt", "text", "2 705 000 tkr", "2 691 000 tkr",
                {"text": mrp.ROWS["beslutspunkt"][2]["text"]}),
        Replace("namndtext", "inriktning", "Ramen ökar med 8 500 tkr. Av det går 3 600 tkr",
                "Ramen ökar med 6 500 tkr. Av det går 1 600 tkr", {"namnd": "KS"}),
        Replace("namndtext", "inriktning",
                "Elevhälsan får 5 000 tkr mer, i första hand till närvaroteam på tre skolor.",
                "Elevhälsan får arbeta inom oförändrad ram.", {"namnd": "BUN"}),
        Replace("namndtext", "inriktning", "32 600 tkr, varav 9 400 tkr", "27 600 tkr, varav 4 400 tkr",
                {"namnd": "SN"}),
        Replace("mrp_text", "befolkning", "äldreomsorgen 9 400 tkr mer", "äldreomsorgen 4 400 tkr mer"),
        Replace("mrp_text", "koncernforetag", "178 000 tkr från kommunen 2027, en ökning med 5 700 tkr",
                "176 000 tkr från kommunen 2027, en ökning med 3 700 tkr"),
        Replace("bilaga", "innehall", "Grundskola: 25 fler elever, 120 tkr per elev, ger 3 000 tkr högre ram.",
                "Grundskola: 25 fler elever, 40 tkr per elev, ger 1 000 tkr högre ram.", {"nummer": 2}),
        Replace("bilaga", "innehall", "94 tkr per person, ger 9 400 tkr", "44 tkr per person, ger 4 400 tkr",
                {"nummer": 2}),
    ),
)  # fmt: skip

FORSLAG_B = Proposal(
    "forslag-oppositionen",
    "Förslag B: mindre barngrupper i förskolan, betalt av socialnämnden och kommunstyrelsen inom samma summa.",
    (
        Change("ram", {"ram_1": 310_400, "ram_2": 316_600, "ram_3": 323_000}, {"namnd": "KS"}),
        Change("ram", {"ram_1": 1_054_600, "ram_2": 1_077_700, "ram_3": 1_101_300}, {"namnd": "BUN"}),
        Change("ram", {"ram_1": 1_117_300, "ram_2": 1_145_300, "ram_3": 1_174_000}, {"namnd": "SN"}),
        Add("ramforandring", {"namnd": "BUN", "post": "Mindre barngrupper i förskolan", "belopp": 6_000}),
        Change("ramforandring", {"post": "Effektivisering 1,3 %", "belopp": -4_000},
               {"namnd": "KS", "post": "Effektivisering 0,7 %"}),
        _post("ramforandring", "Effektivisering särskilt boende", belopp=-8_000),
        Change(
            "inriktningsmal",
            {
                "text": "Väntetiderna i kommunens service ska minska för invånare, föreningar och företag.",
                "beskrivning": "Målet mäts i dagar från ansökan till besked och i minuter i telefonkön.",
            },
            {"beteckning": "IM5"},
        ),
        Add(
            "resultat",
            {
                "beteckning": "BUN-5",
                "inriktningsmal": "IM1",
                "namnd": "BUN",
                "text": "Grupperna i förskolan har i genomsnitt högst 14,5 barn den 15 oktober 2027.",
                "period_fran": date(2027, 1, 1),
                "period_till": date(2027, 12, 31),
                "verksamheter": ("407",),
                "avstamd": date(2026, 4, 14),
                "kostnad": 6_000,
            },
        ),
        Add(
            "matt",
            {
                "hor_till": "BUN-5",
                "agare": "BUN",
                "text": "Barn per grupp i förskolan",
                "enhet": "antal",
                "riktning": "lägre",
                "kalla": "Skolverket",
                "frekvens": "år",
                "basvarde": "15.4",
                "basar": "2025",
                "mal_1": "14.5",
                "mal_2": "14.2",
                "mal_3": "14",
            },
        ),
        Remove("resultat", {"beteckning": "KS-4"}),
        Remove("matt", {"hor_till": "KS-4"}),
        Remove("bekraftelse"),
        _inledning(
            "Jämfört med februari har ramarna höjts med sammanlagt 14 000 tkr: 7 000 tkr till barn- och "
            "utbildningsnämnden, 5 000 tkr till socialnämnden och 2 000 tkr till kommunstyrelsen.",
            "Jämfört med februari har ramarna höjts med sammanlagt 14 000 tkr: 13 000 tkr till barn- och "
            "utbildningsnämnden och 1 000 tkr till socialnämnden. Kommunstyrelsens ram är oförändrad.",
        ),
        _analys(
            "Socialnämnden ska minska kostnaden i särskilt boende med 4 000 tkr",
            "Socialnämnden ska minska kostnaden i särskilt boende med 8 000 tkr",
        ),
        Replace("namndtext", "inriktning", "Ramen ökar med 8 500 tkr.", "Ramen ökar med 6 500 tkr.", {"namnd": "KS"}),
        Replace("namndtext", "inriktning", "sparar 2 000 tkr", "sparar 4 000 tkr", {"namnd": "KS"}),
        Replace("namndtext", "inriktning", "Ramen ökar med 32 600 tkr", "Ramen ökar med 28 600 tkr", {"namnd": "SN"}),
        Replace("namndtext", "inriktning", "bli 4 000 tkr billigare", "bli 8 000 tkr billigare", {"namnd": "SN"}),
        Replace("namndtext", "inriktning", "Volymminskningen är 6 700 tkr.",
                "Volymminskningen är 6 700 tkr, men 6 000 tkr läggs tillbaka för mindre grupper.", {"namnd": "BUN"}),
    ),
)  # fmt: skip

PROPOSALS = (RAMAR_FEBRUARI, FORSLAG_B)
