"""The workbook of the mål- och resursplan: vision, inriktningsmål, förväntade resultat, mått and the whole budget.

Sign rule: frames and net costs are positive; in the resultat- and kassaflödesbudget income is plus and cost is minus.
"""

from .columns import Belopp, Datum, Heltal, JaNej, Kod, Koder, Paragraf, Prosa, Tal, Text, Val
from .sheets import FormSheet, TableSheet
from .workbooks import Kind, WorkbookSchema

RIKTNINGAR = ("högre", "lägre")
FREKVENSER = ("månad", "tertial", "halvår", "år", "vartannat år")
BELOPPSENHETER = ("tkr", "kronor")
INVESTERINGSSLAG = ("investering", "exploatering")
UPPDRAGSGIVARE = ("kommunfullmäktige", "kommunstyrelsen")
RESULTATPOSTER = (
    "Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar", "Skatteintäkter",
    "Generella statsbidrag och utjämning", "Finansiella intäkter", "Finansiella kostnader",
)  # fmt: skip
KASSAFLODESPOSTER = (
    "Årets resultat", "Avskrivningar", "Förändring avsättningar", "Förändring av rörelsekapital", "Investeringar",
    "Försäljning av anläggningstillgångar", "Upptagna lån", "Amortering av lån",
)  # fmt: skip
BALANSPOSTER = (
    "Anläggningstillgångar", "Övriga omsättningstillgångar", "Likvida medel", "Eget kapital", "Avsättningar",
    "Långfristiga skulder", "Kortfristiga skulder",
)  # fmt: skip


class MrpForm(FormSheet):
    key = "mrp"
    title = "Grunduppgifter"
    intro = "Uppgifter om planen som helhet."

    diarienummer = Text("Diarienummer", "Ärendet där planen beslutas.", required=True, width=24, example="KS 2026/101")
    beloppsenhet = Val("Belopp anges i", "Gäller alla belopp i arbetsboken.", choices=BELOPPSENHETER, required=True)
    skattesats = Tal(
        "Skattesats",
        "Kommunal utdebitering, kronor per skattekrona.",
        decimals=2,
        least=0,
        most=40,
        required=True,
        example="21,21",
    )
    skattesats_forandring = Tal("Förändring av skattesatsen", "0 om den är oförändrad.", decimals=2, example="0")
    dokumentagare = Text("Dokumentägare", "Tomt: som i inställningarna.", width=40)
    dokumentansvarig = Text("Dokumentansvarig", "Tomt: som i inställningarna.", width=40)
    amnesomrade = Text("Ämnesområde", width=40, example="Ekonomi och styrning")
    intranat = JaNej("Publiceras på intranätet")
    hemsida = JaNej("Publiceras på hemsidan")
    styrande_dokument = Prosa("Andra styrande dokument som omnämns", width=60, lines=2)
    resultatmal_procent = Tal(
        "Finansiellt mål: resultat i procent",
        "Årets resultat ska vara minst så många procent av skatteintäkter och generella statsbidrag.",
        decimals=2, least=-100, most=100, example="1,0",
    )  # fmt: skip
    synnerliga_skal = Prosa(
        "Synnerliga skäl för underskott",
        "Fylls i bara om budgeten har ett negativt resultat.",
        width=60,
        lines=2,
    )


class MrpTexter(FormSheet):
    key = "mrp_text"
    title = "Texter"
    intro = "Löpande text till planens kapitel. Fetstil, kursiv, radbrytningar och rader som börjar med ”- ” behålls."

    inledning = Prosa("Inledning", "Vad planen är och vad den bestämmer.", required=True, width=90, lines=8)
    styrmodell = Prosa(
        "Styrmodell och målkedja",
        "Hur visionen blir mål, resultat och aktiviteter.",
        required=True,
        width=90,
        lines=8,
    )
    hushallning = Prosa(
        "God ekonomisk hushållning",
        "Riktlinjer och mål (kommunallagen 11 kap.).",
        required=True,
        width=90,
        lines=8,
    )
    omvarld = Prosa("Omvärld", "Det i omvärlden som påverkar planen.", width=90, lines=8)
    befolkning = Prosa("Befolkning", "Befolkningens utveckling och prognos.", width=90, lines=6)
    skatteunderlag = Prosa(
        "Skatteunderlag och antaganden",
        "Prognos och antaganden bakom budgeten.",
        required=True,
        width=90,
        lines=8,
    )
    finansiell_analys = Prosa("Finansiell analys", "Vad budgeten betyder för kommunens ekonomi.", width=90, lines=8)
    koncernforetag = Prosa("Kommunala koncernföretag", "Deras ekonomi under planperioden.", width=90, lines=6)
    investeringar = Prosa("Investeringar och exploatering", "Inledning till del III.", width=90, lines=6)


class Visioner(TableSheet):
    key = "vision"
    title = "Vision"
    intro = "Kommunfullmäktiges vision. Precis en ska gälla den 1 januari planåret."
    blank_rows = 3

    text = Prosa("Vision", required=True, width=70, lines=3)
    beskrivning = Prosa("Beskrivning", "Vad visionen betyder.", width=70, lines=3)
    datum = Datum("Beslutad", "Dag då kommunfullmäktige beslutade.")
    paragraf = Paragraf("§", width=8)
    giltig_fran = Datum("Gäller från", required=True)
    giltig_till = Datum("Gäller till", "Tomt: tills vidare.")


class Inriktningsmalen(TableSheet):
    key = "inriktningsmal"
    title = "Inriktningsmål"
    intro = "Kommunfullmäktiges inriktningsmål: få, strategiska, med ett ord som visar riktningen."
    blank_rows = 8
    key_columns = ("beteckning",)

    nummer = Text("Nummer", "Sätts av Målkedjan.", locked=True, width=9)
    beteckning = Kod(
        "Beteckning",
        "Ditt eget kortnamn; knyter ihop raderna i arbetsboken.",
        required=True,
        width=12,
        example="IM1",
    )
    text = Prosa(
        "Inriktningsmål",
        "En mening med ett riktningsord, till exempel öka eller minska.",
        required=True,
        width=60,
        lines=2,
        longest=600,
    )
    beskrivning = Prosa("Beskrivning", "Vad målet innebär.", width=50, lines=3)
    agare = Kod("Ägare", "Inriktningsmål ägs av kommunfullmäktige (KF).", source="namnd", width=9, example="KF")
    ansvariga = Koder("Ansvariga nämnder", "Koder med komma emellan.", source="namnd", width=18, example="SBN, KS")
    bidragande = Koder("Bidragande nämnder", "Koder med komma emellan.", source="namnd", width=18, example="KS")
    datum = Datum("Beslutat", "Dag då kommunfullmäktige beslutade.")
    paragraf = Paragraf("§", width=8)
    giltig_fran = Datum("Gäller från")
    giltig_till = Datum("Gäller till")
    reviderat = Datum("Reviderat", "Dag då kommunfullmäktige reviderade målet.")
    revideringsskal = Prosa("Särskilda skäl för revidering", width=40, lines=2)
    tidigare_text = Prosa("Lydelse före revidering", width=40, lines=2)
    utgar = JaNej("Utgår", "Ja om målet inte längre gäller.", width=8)


class MrpResultat(TableSheet):
    key = "resultat"
    title = "Förväntade resultat"
    intro = "Det som nämnderna ska åstadkomma, stämt av i uppdragsdialogen: mätbart och tidsatt."
    blank_rows = 30
    key_columns = ("beteckning",)

    nummer = Text("Nummer", "Sätts av Målkedjan.", locked=True, width=9)
    beteckning = Kod("Beteckning", "Ditt eget kortnamn.", required=True, width=12, example="BUN-1")
    inriktningsmal = Kod(
        "Inriktningsmål",
        "Målets beteckning eller nummer.",
        source="inriktningsmal",
        required=True,
        width=14,
        example="IM1",
    )
    namnd = Kod("Nämnd", "Nämnden som svarar för resultatet.", source="namnd", required=True, width=8, example="BUN")
    bidragande = Koder("Bidragande nämnder", source="namnd", width=18)
    text = Prosa(
        "Förväntat resultat",
        "Vad som ska ha uppnåtts, inte vad som ska göras.",
        required=True,
        width=60,
        lines=2,
        longest=800,
    )
    period_fran = Datum("Period från")
    period_till = Datum("Period till")
    verksamheter = Koder(
        "Verksamheter",
        "Verksamhetskoder med komma emellan.",
        source="verksamhet",
        width=18,
        example="440, 441",
    )
    avstamd = Datum("Avstämt i dialog", "Dag för uppdragsdialogen.")
    kostnad = Belopp("Kostnad inom ram", "Om resultatet har en särskild kostnad.")
    motivering = Prosa("Motivering", "Behövs när målvärdet är ovanligt högt satt.", width=40, lines=2)
    utgar = JaNej("Utgår", width=8)


class MrpMatt(TableSheet):
    key = "matt"
    title = "Mått"
    intro = "Mått på inriktningsmål (ägs av kommunfullmäktige) och på förväntade resultat."
    blank_rows = 40

    nummer = Text("Nummer", "Sätts av Målkedjan.", locked=True, width=9)
    hor_till = Kod(
        "Hör till",
        "Beteckning eller nummer för målet eller resultatet.",
        source="mal_eller_resultat",
        required=True,
        width=12,
        example="BUN-1",
    )
    text = Text("Mått", "Vad som mäts.", required=True, width=54, lines=2)
    enhet = Text("Enhet", "Till exempel %, antal, kWh/m².", width=14, example="%")
    riktning = Val("Bättre när", "Åt vilket håll som är bra.", choices=RIKTNINGAR, width=11)
    kalla = Text("Källa", "Varifrån värdet kommer.", width=24, example="Kolada")
    kolada_id = Text("Kolada-id", "En bokstav och fem siffror.", width=11, example="N00945")
    frekvens = Val("Mäts varje", choices=FREKVENSER, width=13)
    agare = Kod("Ägare", "KF för mått på inriktningsmål, annars nämnden.", source="namnd", width=9, example="KF")
    basvarde = Tal("Basvärde", "Senast kända utfall vid planeringen.", decimals=4)
    basar = Text("Basår", "År eller läsår för basvärdet.", width=10, example="2025")
    mal_1 = Tal("Mål {ar}", "Målvärde för planåret.", decimals=4)
    mal_2 = Tal("Mål {ar+1}", decimals=4)
    mal_3 = Tal("Mål {ar+2}", decimals=4)
    utgar = JaNej("Utgår", width=8)


class Driftbudget(TableSheet):
    key = "ram"
    title = "Driftbudget"
    intro = "Kommunbidrag per nämnd och anslagsbindningsnivå. Nettokostnad anges med plus."
    blank_rows = 10
    key_columns = ("namnd", "anslagsniva")

    namnd = Kod("Nämnd", source="namnd", required=True, width=8, example="KS")
    anslagsniva = Text(
        "Anslagsbindningsnivå",
        "Nämnden, om anslaget gäller hela nämnden.",
        required=True,
        width=30,
        example="Nämnden",
    )
    bokslut = Belopp("Bokslut {ar-2}")
    budget_forra = Belopp("Budget {ar-1}", required=True)
    preliminar = Belopp("Preliminär ram", "Ramen som kommunstyrelsen beslutade i februari.")
    ram_1 = Belopp("Ram {ar}", required=True)
    ram_2 = Belopp("Plan {ar+1}", required=True)
    ram_3 = Belopp("Plan {ar+2}", required=True)


class Ramforandringar(TableSheet):
    key = "ramforandring"
    title = "Ramförändringar"
    intro = "Varför ramen ändras från föregående år. Summan per nämnd ska vara skillnaden mellan budget och ram."
    blank_rows = 20

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    post = Text("Post", required=True, width=54, example="Pris- och löneuppräkning")
    belopp = Belopp("Belopp", "Minus när ramen minskar.", required=True)


class SenareRamandringar(TableSheet):
    key = "ramandring"
    title = "Senare ramändringar"
    intro = "Kommunfullmäktiges beslut om ändrad ram efter att planen antagits."
    blank_rows = 10

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    anslagsniva = Text("Anslagsbindningsnivå", required=True, width=30, example="Nämnden")
    belopp = Belopp("Ändring", "Minus när ramen minskar.", required=True)
    avser = Text("Avser", required=True, width=44)
    datum = Datum("Beslutad", required=True)
    paragraf = Paragraf("§", required=True, width=8)


class Brygga(TableSheet):
    key = "brygga"
    title = "Centrala poster"
    intro = "Det som skiljer nämndernas ramar från verksamhetens nettokostnader. Kostnad anges med plus."
    blank_rows = 6
    key_columns = ("post",)

    post = Text("Post", required=True, width=54, example="Pensioner, lönerevision och KF:s reserv")
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Resultatbudget(TableSheet):
    key = "resultatpost"
    title = "Resultatbudget"
    intro = "Intäkter anges med plus, kostnader med minus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=RESULTATPOSTER, locked=True, required=True, width=44)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Kassaflodesbudget(TableSheet):
    key = "kassaflodespost"
    title = "Kassaflödesbudget"
    intro = "Finansieringsbudgeten: inbetalningar med plus, utbetalningar med minus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=KASSAFLODESPOSTER, locked=True, required=True, width=44)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Balansbudget(TableSheet):
    key = "balanspost"
    title = "Balansbudget"
    intro = "Vid årets slut. Tillgångar, eget kapital och skulder anges med plus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=BALANSPOSTER, locked=True, required=True, width=44)
    forra = Belopp("Budget {ar-1}", required=True)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class MrpInvesteringar(TableSheet):
    key = "investering"
    title = "Investeringar"
    intro = "Investerings- och exploateringsplan över fem år. Utgift anges med plus."
    blank_rows = 30

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    objekt = Text("Objekt", required=True, width=50, example="Ny förskola Mariedal")
    slag = Val("Slag", choices=INVESTERINGSSLAG, required=True, width=14)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)
    ar_4 = Belopp("Plan {ar+3}")
    ar_5 = Belopp("Plan {ar+4}")


class MrpUppdrag(TableSheet):
    key = "uppdrag"
    title = "Uppdrag"
    intro = "Uppdrag till nämnderna i beslutet om planen. De följer med till nämndens verksamhetsplan."
    blank_rows = 15

    nummer = Text("Nummer", "Sätts av Målkedjan.", locked=True, width=9)
    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    text = Prosa("Uppdrag", required=True, width=70, lines=2, longest=1500)
    givare = Val("Uppdragsgivare", choices=UPPDRAGSGIVARE, width=22)
    aterrapport = Datum("Återrapporteras senast")


class Beslutspunkter(TableSheet):
    key = "beslutspunkt"
    title = "Beslutspunkter"
    intro = "Det som kommunfullmäktige beslutar, en punkt i taget, skrivet så att det kan läsas för sig."
    blank_rows = 12

    text = Prosa("Beslut", required=True, width=90, lines=2, longest=1500)


class NamndTexter(TableSheet):
    key = "namndtext"
    title = "Nämndkapitel"
    intro = "Text till nämndens kapitel i del II."
    blank_rows = 12
    key_columns = ("namnd",)

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    uppdrag = Prosa("Uppdrag och verksamhet", required=True, width=70, lines=6)
    inriktning = Prosa("Inriktning för planperioden", width=70, lines=6)


class Uppdragsdialoger(TableSheet):
    key = "dialog"
    title = "Uppdragsdialog"
    intro = "Anteckning från dialogen med varje nämnd i budgetberedningen."
    blank_rows = 12
    key_columns = ("namnd",)

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    datum = Datum("Datum", required=True)
    narvarande = Text("Närvarande", "Befattningar.", width=50, lines=2)
    anteckning = Prosa("Anteckning", width=70, lines=3)


class Bekraftelse(TableSheet):
    key = "bekraftelse"
    title = "Valårsbeslut"
    intro = "Valår: det nyvalda kommunfullmäktiges beslut om budgeten."
    blank_rows = 2

    datum = Datum("Datum", required=True)
    paragraf = Paragraf("§", required=True, width=8)
    dnr = Text("Diarienummer", width=18)


class Antaganden(TableSheet):
    key = "antagande"
    title = "Antaganden"
    intro = "Siffror som budgeten bygger på, till exempel skatteunderlagets tillväxt och antalet invånare."
    blank_rows = 10

    antagande = Text("Antagande", required=True, width=54)
    enhet = Text("Enhet", width=14, example="%")
    ar_1 = Tal("{ar}", decimals=3)
    ar_2 = Tal("{ar+1}", decimals=3)
    ar_3 = Tal("{ar+2}", decimals=3)
    kalla = Text("Källa", width=30)


class Bilagor(TableSheet):
    key = "bilaga"
    title = "Bilagor"
    intro = "Bilagor till planen, i ordning."
    blank_rows = 6

    nummer = Heltal("Bilaga", width=9, required=True)
    titel = Text("Titel", required=True, width=60)
    innehall = Prosa("Innehåll", "Text som trycks i bilagan, om den inte är en egen fil.", width=70, lines=4)


WORKBOOK = WorkbookSchema(
    Kind.MRP,
    "Mål- och resursplan",
    "Kommunfullmäktiges plan: vision, inriktningsmål, förväntade resultat och budget för tre år.",
    (
        MrpForm, MrpTexter, Visioner, Inriktningsmalen, MrpResultat, MrpMatt, Driftbudget, Ramforandringar,
        SenareRamandringar, Brygga, Resultatbudget, Kassaflodesbudget, Balansbudget, MrpInvesteringar, Antaganden,
        MrpUppdrag, Beslutspunkter, NamndTexter, Uppdragsdialoger, Bekraftelse, Bilagor,
    ),
)  # fmt: skip
