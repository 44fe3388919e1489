"""The MRP's goals: vision, inriktningsmål, förväntade resultat and mått."""

from ..columns import Belopp, Datum, JaNej, Kod, Koder, KoladaId, Paragraf, Prosa, Tal, Text, Val
from ..sheets import TableSheet

RIKTNINGAR = ("högre", "lägre")
FREKVENSER = ("månad", "tertial", "halvår", "år", "vartannat år")


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

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
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

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
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

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
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
    kolada_id = KoladaId(help="Nyckeltalets id i Kolada, en bokstav och fem siffror. Då kan utfallet hämtas därifrån.")
    frekvens = Val("Mäts varje", choices=FREKVENSER, width=13)
    agare = Kod("Ägare", "KF för mått på inriktningsmål, annars nämnden.", source="namnd", width=9, example="KF")
    basvarde = Tal("Basvärde", "Senast kända utfall vid planeringen.", decimals=4)
    basar = Text("Basår", "År eller läsår för basvärdet.", width=10, example="2025")
    mal_1 = Tal("Mål {ar}", "Målvärde för planåret.", decimals=4)
    mal_2 = Tal("Mål {ar+1}", decimals=4)
    mal_3 = Tal("Mål {ar+2}", decimals=4)
    utgar = JaNej("Utgår", width=8)
