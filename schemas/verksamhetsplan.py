"""The nämnd's workbook: verksamhetsplan with resultat- och aktivitetsplan, verksamhetsbeskrivning and detaljbudget.

What the mål- och resursplan has decided stands there in locked cells; the nämnd fills in the rest.
"""

from .columns import Belopp, Datum, Heltal, JaNej, Kod, Koder, KoladaId, Prosa, Tal, Text, Tkr, Val
from .installningar import ENHETSNIVAER
from .mrp import BELOPPSENHETER, FREKVENSER, INVESTERINGSSLAG, RIKTNINGAR, Bilagor
from .sheets import FormSheet, TableSheet
from .workbooks import Kind, WorkbookSchema

UPPDRAGSSLAG = (
    "statligt uppdrag eller åläggande", "uppdrag från kommunfullmäktige", "uppdrag från kommunstyrelsen",
    "uppdrag från nämnden", "åtagande gentemot annan nämnd", "åtagande gentemot bolag", "åtagande gentemot region",
    "åtagande gentemot förbund", "åtagande gentemot organisation", "åtagande gentemot sammanslutning",
    "särskild satsning", "projekt",
)  # fmt: skip
UPPDRAGSKALLOR = (
    "reglemente", "MRP", "lag eller stat", "kommunfullmäktige", "kommunstyrelsen", "nämnden", "avtal",
    "överenskommelse",
)  # fmt: skip


class VerksamhetsplanForm(FormSheet):
    key = "verksamhetsplan"
    title = "Grunduppgifter"
    intro = "Uppgifter om planen och det som nämnden intygar."

    diarienummer = Text("Diarienummer", "Ärendet där planen beslutas.", required=True, width=24, example="BUN 2026/117")
    beloppsenhet = Val(
        "Belopp anges i",
        "Gäller alla belopp i arbetsboken, även de ifyllda, som är i tkr.",
        choices=BELOPPSENHETER,
        required=True,
    )
    framtagen_av = Text(
        "Framtagen av",
        "Befattning i förvaltningsledningen, inte en person.",
        width=40,
        example="Förvaltningschef",
    )
    dokumentagare = Text("Dokumentägare", "Tomt: förvaltningen.", width=40)
    dokumentansvarig = Text("Dokumentansvarig", "Tomt: som i inställningarna.", width=40)
    amnesomrade = Text("Ämnesområde", width=40)
    intranat = JaNej("Publiceras på intranätet")
    hemsida = JaNej("Publiceras på hemsidan")
    styrande_dokument = Prosa("Andra styrande dokument som omnämns", width=60, lines=2)
    inga_konflikter = JaNej(
        "Resultaten strider inte mot varandra",
        "Nämnden intygar att inget resultat motverkar ett annat eller ett inriktningsmål.",
    )
    inom_ram = JaNej("Resultaten ryms i ramen", "Nämnden intygar att resultat och aktiviteter ryms inom beslutad ram.")
    delgiven = JaNej("Planen görs känd för medarbetarna", "Cheferna går igenom planen på arbetsplatserna.")
    inga_statliga = JaNej("Inga särskilda statliga uppdrag", "Ja bekräftar att listan med flit är tom.")
    inga_kommunala = JaNej("Inga uppdrag från KF, KS eller nämnden", "Ja bekräftar att listan med flit är tom.")
    inga_ataganden = JaNej("Inga åtaganden gentemot andra", "Ja bekräftar att listan med flit är tom.")
    inga_satsningar = JaNej("Inga särskilda satsningar eller projekt", "Ja bekräftar att listan med flit är tom.")


class VerksamhetsplanTexter(FormSheet):
    key = "verksamhetsplan_text"
    title = "Texter"
    intro = "Löpande text till planens kapitel. Fetstil, kursiv, radbrytningar och rader som börjar med ”- ” behålls."

    inledning = Prosa(
        "Inledning",
        "Vad planen gäller och hur den hänger ihop med mål- och resursplanen.",
        required=True,
        width=90,
        lines=8,
    )
    uppdrag = Prosa("Nämndens uppdrag", "Enligt reglementet.", required=True, width=90, lines=8)
    organisation = Prosa(
        "Organisation", "Förvaltningens ledning, avdelningar och enheter.", required=True, width=90, lines=6
    )
    verksamhet = Prosa("Verksamheten under året", "Det som särskilt präglar året.", width=90, lines=8)
    detaljbudget = Prosa(
        "Kommentar till detaljbudgeten",
        "Hur nämnden fördelar resurserna och varför.",
        required=True,
        width=90,
        lines=6,
    )
    investeringar = Prosa("Kommentar till investeringarna", width=90, lines=4)
    uppfoljning = Prosa("Uppföljning", "Hur nämnden följer planen under året.", width=90, lines=4)


class VpResultat(TableSheet):
    key = "vp_resultat"
    title = "Förväntade resultat"
    intro = "Beslutat i mål- och resursplanen. Cellerna är låsta: ändringar begärs i mål- och resursplanen."
    extendable = False
    blank_rows = 0

    nummer = Text("Nummer", locked=True, width=9)
    inriktningsmal = Text("Inriktningsmål", locked=True, width=46, lines=3, longest=700)
    text = Prosa("Förväntat resultat", locked=True, width=60, lines=3, longest=800)
    period_fran = Datum("Period från", locked=True)
    period_till = Datum("Period till", locked=True)
    verksamheter = Koder("Verksamheter", locked=True, source="verksamhet", width=18)


class VpMatt(TableSheet):
    key = "vp_matt"
    title = "Mått"
    intro = "Mått ur mål- och resursplanen är låsta. Nedanför dem kan nämnden lägga till egna mått på sina resultat."
    blank_rows = 10

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
    hor_till = Kod(
        "Hör till",
        "Numret på det förväntade resultatet.",
        source="resultat",
        required=True,
        width=10,
        example="2.3",
    )
    text = Text("Mått", required=True, width=54, lines=2)
    enhet = Text("Enhet", width=14, example="%")
    riktning = Val("Bättre när", choices=RIKTNINGAR, width=11)
    kalla = Text("Källa", width=24)
    kolada_id = KoladaId(help="Nyckeltalets id i Kolada. Då kan utfallet hämtas därifrån.")
    frekvens = Val("Mäts varje", choices=FREKVENSER, width=13)
    basvarde = Tal("Basvärde", decimals=4)
    basar = Text("Basår", width=10)
    mal_1 = Tal("Mål {ar}", decimals=4)
    mal_2 = Tal("Mål {ar+1}", decimals=4)
    mal_3 = Tal("Mål {ar+2}", decimals=4)


class Aktiviteter(TableSheet):
    key = "aktivitet"
    title = "Aktiviteter"
    intro = "De avgörande insatserna för att nå varje förväntat resultat. Minst en aktivitet till varje resultat."
    blank_rows = 40

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
    resultat = Kod(
        "Förväntat resultat",
        "Resultatets nummer, till exempel 2.3.",
        source="resultat",
        required=True,
        width=12,
        example="2.3",
    )
    text = Prosa("Aktivitet", "Vad förvaltningen ska göra.", required=True, width=60, lines=2, longest=800)
    niva = Val("Nivå", "Var aktiviteten beslutas och genomförs.", choices=ENHETSNIVAER, width=13)
    beslutad_av = Text("Beslutad av", "Befattning i förvaltningen.", width=26, example="Förvaltningschef")
    verksamhet = Kod("Verksamhet", "Verksamhetskod.", source="verksamhet", width=12, example="440")
    enhet = Kod("Enhet", "Kod för enheten, om det är en enhets aktivitet.", source="enhet", width=10)
    ansvarig = Text("Ansvarig", "Befattning som svarar för aktiviteten.", width=26, example="Rektor")
    start = Datum("Start")
    slut = Datum("Slut")
    kostnad = Belopp("Kostnad inom ram", "Om aktiviteten har en särskild kostnad.", least=0)
    funnits_sedan = Heltal(
        "Funnits sedan",
        "Årtal, om aktiviteten är kvar från tidigare år.",
        least=2000,
        most=2100,
        width=12,
        example="2026",
    )
    utgar = JaNej("Utgår", "Ja om aktiviteten tas bort vid en revidering.", width=8)


class Verksamhetsbeskrivning(TableSheet):
    key = "vb"
    title = "Verksamhetsbeskrivning"
    intro = (
        "Uppdrag, åtaganden, satsningar och projekt. Kommunfullmäktiges uppdrag i mål- och resursplanen står redan här."
    )
    blank_rows = 25

    nummer = Text("Nummer i MRP", "För uppdrag ur mål- och resursplanen.", locked=True, width=12)
    slag = Val("Slag", choices=UPPDRAGSSLAG, required=True, width=34)
    text = Prosa("Uppdrag eller åtagande", required=True, width=64, lines=2, longest=1500)
    kalla = Val("Källa", "Varifrån uppdraget kommer.", choices=UPPDRAGSKALLOR, width=18)
    kallhanvisning = Text("Hänvisning", "Lagrum, beslut eller avtal.", width=32, example="KF 2026-06-17 § 78")
    motpart = Text("Motpart", "Nämnd, bolag, region, förbund eller organisation.", width=32)
    belopp = Belopp("Belopp", "För satsningar och projekt, inom ram.", least=0)


class Detaljbudget(TableSheet):
    key = "budgetrad"
    title = "Detaljbudget"
    intro = "Hur nämnden fördelar ramen. Intäkter och kostnader anges med plus; netto = kostnader − intäkter."
    blank_rows = 15
    key_columns = ("verksamhet",)

    verksamhet = Kod("Verksamhet", "Verksamhetskod.", source="verksamhet", required=True, width=12)
    benamning = Text("Benämning", "Fylls i av Målkedjan.", derived=True, width=40)
    intakter = Belopp("Intäkter", required=True)
    personal = Belopp("Personalkostnader", required=True)
    lokal = Belopp("Lokalkostnader", required=True)
    ovrigt = Belopp("Övriga kostnader", required=True)
    kapital = Belopp("Kapitalkostnader", required=True)
    netto_forra = Belopp("Netto {ar-1}", "Föregående års budget, netto.")


class VpInvesteringar(TableSheet):
    key = "vp_investering"
    title = "Investeringar"
    intro = "Nämndens investeringar. Det som står i mål- och resursplanen är ifyllt."
    blank_rows = 15

    objekt = Text("Objekt", required=True, width=50)
    slag = Val("Slag", choices=INVESTERINGSSLAG, width=14)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}")
    ar_3 = Belopp("Plan {ar+2}")


class VpRam(TableSheet):
    key = "vp_ram"
    title = "Ram"
    intro = (
        "Ramen som kommunfullmäktige har beslutat, i tkr. "
        "Detaljbudgeten ska stämma med den på varje anslagsbindningsnivå."
    )
    extendable = False
    blank_rows = 0

    anslagsniva = Text("Anslagsbindningsnivå", locked=True, width=34)
    mrp = Tkr("Ram i mål- och resursplanen", locked=True, width=18)
    andring = Tkr("Senare ändringar", locked=True, width=18)
    ram = Tkr("Ram att fördela", locked=True, width=18)


class VpBilagor(Bilagor):
    key = "vp_bilaga"


WORKBOOK = WorkbookSchema(
    Kind.VERKSAMHETSPLAN,
    "Verksamhetsplan med detaljbudget",
    "Nämndens plan för året: resultat- och aktivitetsplan, verksamhetsbeskrivning och detaljbudget.",
    (
        VerksamhetsplanForm, VerksamhetsplanTexter, VpResultat, VpMatt, Aktiviteter, Verksamhetsbeskrivning, VpRam,
        Detaljbudget, VpInvesteringar, VpBilagor,
    ),
    per_namnd=True,
)  # fmt: skip
