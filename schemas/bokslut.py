"""The municipality's own figures for a period: accounts, balanskrav, kommunfullmäktiges mått, förvaltningsberättelse.

Sign rule: in resultaträkning and kassaflöde income is plus and cost is minus; net costs of the nämnder are positive.
The parts of the förvaltningsberättelse are those of lagen om kommunal bokföring och redovisning (LKBR 11 kap.).
"""

from .columns import Belopp, JaNej, Kod, Prosa, Tal, Text, Val
from .listval import Listval
from .mrp import BALANSPOSTER, KASSAFLODESPOSTER, RESULTATPOSTER
from .sheets import FormSheet, TableSheet
from .uppfoljning import Personal, UfBilagor, UfMatt, UppfoljningForm
from .uppfoljning.goals import BEDOMNING
from .workbooks import Kind, WorkbookSchema

AT_YEARS_END = "Krävs i årsredovisningen."
IN_THE_LEGAL_REPORTS = "Krävs i årsredovisningen och den lagstadgade delårsrapporten; annars får bladet lämnas tomt."
DRIFTSLAG = ("nämnd", "central post")
BALANSKRAVSPOSTER = (
    "Samtliga realisationsvinster", "Vissa realisationsvinster enligt undantagsmöjlighet",
    "Vissa realisationsförluster enligt undantagsmöjlighet", "Orealiserade vinster och förluster i värdepapper",
    "Återföring av orealiserade vinster och förluster i värdepapper", "Reservering av medel till resultatreserv",
    "Användning av medel från resultatreserv",
)  # fmt: skip


class BokslutForm(UppfoljningForm):
    key = "bokslut"

    lagstadgad = JaNej("Lagstadgad delårsrapport", "Ja för den rapport som lagen kräver, efter sex till åtta månader.")


class BokslutTexter(FormSheet):
    key = "bs_text"
    title = "Texter"
    intro = "Förvaltningsberättelsens delar och rapportens slutord."

    sammanfattning = Prosa("Sammanfattning", required=True, width=90, lines=8)
    oversikt = Prosa("Översikt över verksamhetens utveckling", f"Flera år tillbaka. {AT_YEARS_END}", width=90, lines=6)
    stallning = Prosa(
        "Viktiga förhållanden för resultat och ekonomisk ställning", "Omvärld, verksamhet, risker.", required=True,
        width=90, lines=6,
    )  # fmt: skip
    handelser = Prosa("Händelser av väsentlig betydelse", required=True, width=90, lines=6)
    styrning = Prosa("Styrning och uppföljning av den kommunala verksamheten", AT_YEARS_END, width=90, lines=6)
    hushallning = Prosa(
        "God ekonomisk hushållning", "Bedömning av om målen för god ekonomisk hushållning nås.", required=True,
        width=90, lines=6,
    )  # fmt: skip
    finansiell_analys = Prosa(
        "Finansiell analys", "Resultat, kapacitet, risk och kontroll.", required=True, width=90, lines=8
    )
    balanskrav = Prosa("Balanskravsresultat", "Kommentar till utredningen.", required=True, width=90, lines=4)
    personal = Prosa("Väsentliga personalförhållanden", AT_YEARS_END, width=90, lines=6)
    utveckling = Prosa("Förväntad utveckling", required=True, width=90, lines=6)
    koncern = Prosa("Kommunala koncernföretag", width=90, lines=4)
    vision = Prosa(
        "Hur nära är visionen?", "Slutord: hur målen blir verklighet och hur nära kommunen är sin vision.",
        required=True, width=90, lines=6,
    )  # fmt: skip


class BsInriktningsmal(TableSheet):
    key = "bs_inriktningsmal"
    title = "Inriktningsmål"
    intro = "Kommunstyrelsens bedömning av varje inriktningsmål."
    extendable = False
    blank_rows = 0

    nummer = Text("Nummer", locked=True, width=9)
    text = Prosa("Inriktningsmål", locked=True, width=60, lines=2, longest=600)
    foregaende = Text("Bedömning förra perioden", locked=True, width=18)
    status = Listval("Bedömning", "Kommunstyrelsens egen bedömning.", source=BEDOMNING)
    bedomning = Prosa("Motivering", "Hur målet blir verklighet, utifrån resultat och mått.", width=70, lines=5)


class BsMatt(UfMatt):
    key = "bs_matt"
    title = "Mått"
    intro = "Kommunfullmäktiges egna mått på inriktningsmålen. Där utfall saknas skrivs orsaken."


class BsFinansmal(TableSheet):
    key = "bs_finansmal"
    title = "Finansiella mål"
    intro = "Målen för god ekonomisk hushållning och deras utfall."
    blank_rows = 6

    mal = Text("Finansiellt mål", required=True, width=60, lines=2)
    enhet = Text("Enhet", width=12, example="%")
    malvarde = Tal("Målvärde", decimals=2)
    utfall = Tal("Utfall", decimals=2)
    prognos = Tal("Prognos {ar}", decimals=2)
    status = Listval("Bedömning", source=BEDOMNING)
    kommentar = Prosa("Kommentar", width=56, lines=2)


class _Rakning(TableSheet):
    """A statement with fixed lines."""

    extendable = False
    blank_rows = 0
    key_columns = ("post",)


class BsResultat(_Rakning):
    key = "bs_resultatpost"
    title = "Resultaträkning"
    intro = "Intäkter anges med plus, kostnader med minus. Budgeten är hela årets."

    post = Val("Post", choices=RESULTATPOSTER, locked=True, width=44)
    forra = Belopp("Utfall samma period {ar-1}")
    utfall = Belopp("Utfall till och med perioden", required=True)
    budget_helar = Belopp("Budget {ar}", locked=True)
    prognos = Belopp("Prognos {ar}", "Behövs inte i årets sista rapport.")


class BsKassaflode(_Rakning):
    key = "bs_kassaflodespost"
    title = "Kassaflödesanalys"
    intro = f"Inbetalningar med plus, utbetalningar med minus. Budgeten är hela årets. {IN_THE_LEGAL_REPORTS}"

    post = Val("Post", choices=KASSAFLODESPOSTER, locked=True, width=44)
    forra = Belopp("Utfall samma period {ar-1}")
    utfall = Belopp("Utfall till och med perioden")
    budget_helar = Belopp("Budget {ar}", locked=True)
    prognos = Belopp("Prognos {ar}", "Behövs inte i årets sista rapport.")


class BsBalans(_Rakning):
    key = "bs_balanspost"
    title = "Balansräkning"
    intro = f"Vid periodens slut. Tillgångar, eget kapital och skulder anges med plus. {IN_THE_LEGAL_REPORTS}"

    post = Val("Post", choices=BALANSPOSTER, locked=True, width=44)
    forra = Belopp("31 december {ar-1}")
    utfall = Belopp("Periodens slut")
    budget_helar = Belopp("Budget 31 december {ar}", locked=True)
    prognos = Belopp("Prognos 31 december {ar}", "Behövs inte i årets sista rapport.")


class BsDrift(TableSheet):
    key = "bs_drift"
    title = "Driftredovisning"
    intro = (
        "Nettokostnad per nämnd och central post, med plus. För nämnder som har rapporterat står deras egna summor "
        "ifyllda; summan ska vara verksamhetens nettokostnader i resultaträkningen."
    )
    extendable = False
    blank_rows = 0

    slag = Val("Slag", choices=DRIFTSLAG, locked=True, width=13)
    namnd = Kod("Nämnd", locked=True, source="namnd", width=8)
    post = Text("Nämnd eller post", locked=True, width=46)
    budget_helar = Belopp("Budget {ar}", locked=True)
    budget = Belopp("Budget till och med perioden")
    utfall = Belopp("Utfall till och med perioden")
    prognos = Belopp("Prognos {ar}", "Behövs inte i årets sista rapport.")
    kommentar = Prosa("Kommentar", width=50, lines=2)


class BsInvestering(TableSheet):
    key = "bs_investering"
    title = "Investeringar"
    intro = "Investeringar hos nämnder som inte har någon egen uppföljning. Utgift anges med plus."
    extendable = False
    blank_rows = 0

    namnd = Kod("Nämnd", locked=True, source="namnd", width=8)
    objekt = Text("Objekt", locked=True, width=46)
    budget_helar = Belopp("Budget {ar}", locked=True)
    utfall = Belopp("Utfall till och med perioden")
    prognos = Belopp("Prognos {ar}")
    kommentar = Prosa("Kommentar", width=50, lines=2)


class BsBalanskrav(_Rakning):
    key = "bs_balanskravspost"
    title = "Balanskravsutredning"
    intro = (
        "Det som skiljer årets resultat från balanskravsresultatet (LKBR 11 kap. 10 §). Belopp som sänker resultatet "
        "anges med minus, till exempel realisationsvinster. Årets resultat och summorna räknas ut."
    )

    post = Val("Post", choices=BALANSKRAVSPOSTER, locked=True, width=60)
    forra = Belopp("Utfall {ar-1}")
    utfall = Belopp("Utfall till och med perioden")
    prognos = Belopp("Prognos {ar}", "Behövs inte i årets sista rapport.")


class BsPersonal(Personal):
    key = "bs_personal"


class BsBilagor(UfBilagor):
    key = "bs_bilaga"


WORKBOOK = WorkbookSchema(
    Kind.BOKSLUT,
    "Bokslut och delårsbokslut",
    "Kommunens egna siffror och förvaltningsberättelsen för perioden.",
    (
        BokslutForm, BokslutTexter, BsInriktningsmal, BsMatt, BsFinansmal, BsResultat, BsKassaflode, BsBalans, BsDrift,
        BsInvestering, BsBalanskrav, BsPersonal, BsBilagor,
    ),
    per_period=True,
)  # fmt: skip
