"""Miljö- och hälsoskyddsnämnden: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "MHN 2026/143",
        "beloppsenhet": "tkr",
        "framtagen_av": "Förvaltningschef",
        "dokumentagare": "Miljö- och byggnadsförvaltningen",
        "dokumentansvarig": "Förvaltningschef",
        "amnesomrade": "Miljö och hälsa",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Tillsynsplan 2027 (MHN 2026/130)
            - Plan för livsmedelskontroll 2027 (MHN 2026/131)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Planen gäller den del av miljö- och byggnadsförvaltningen som arbetar åt miljö- och hälsoskyddsnämnden.
            Tre resultat är fastställda för 2027. Ett hör till [[mål 2]] och gäller energi hos företag som står
            under tillsyn. De andra två hör till [[mål 5]]: planerade livsmedelskontroller ska bli gjorda, och den
            som söker tillstånd till avlopp ska få besked snabbare.

            Ramen är 11 980 tkr. Drygt hälften av kostnaderna betalas med avgifter och bidrag, och nästan varje
            timme i planen hör därför till ett ärende.
        """),
        "uppdrag": prosa("""
            Nämnden är kommunens tillsyns- och kontrollmyndighet enligt miljöbalken, livsmedelslagen,
            strålskyddslagen och lagen om sprängämnesprekursorer. I uppdraget ingår naturvård, kalkning och
            rådgivning.

            Nämnden ska vara oberoende av dem den granskar, även när det är kommunens egna verksamheter.
        """),
        "organisation": prosa("""
            Tre enheter arbetar åt nämnden: miljöskydd med tolv medarbetare, livsmedel och hälsoskydd med elva och
            naturvård med tre. Förvaltningschefen är gemensam med byggnadsnämnden.

            Under 2026 tillsattes två tjänster som hade stått tomma i mer än ett år. Båda är livsmedelsinspektörer,
            och de är fullt inskolade i februari.
        """),
        "verksamhet": prosa("""
            **Energi.** Av 1 450 tillsynsobjekt står 90 för tre fjärdedelar av elanvändningen. De 25 största besöks
            i år. Inspektören frågar efter en plan med åtgärder och datum och följer upp den efter sex månader.

            **Livsmedel.** Planen omfattar 430 kontroller. De fördelas jämnt över året, så att en sjukskrivning på
            våren inte ger en skuld i december.

            **Avlopp.** Cirka 1 800 fastigheter har avlopp som inte uppfyller kraven. I år skickas krav till 120
            fastighetsägare kring två sjöar med algblomning. Det ger fler ansökningar, och handläggningen måste
            därför bli enklare innan breven skickas i april.
        """),
        "detaljbudget": prosa("""
            Kostnaderna är 24 680 tkr och intäkterna 12 700 tkr, varav statsbidrag till kalkning och naturvård är 2
            300 tkr. Övriga intäkter är avgifter enligt taxa. Timavgiften räknas upp med 2,4 procent till 1 290
            kronor.

            Ett införande av efterhandsdebitering, som fullmäktige vill ha förslag om, skulle flytta ungefär 3 000
            tkr i intäkter från januari till slutet av året. Det påverkar likviditeten men inte budgeten.
        """),
        "investeringar": prosa("""
            Två fältbilar byts till elbilar, och en bullermätare från 2011 ersätts. Summan är 700 tkr.
        """),
        "uppfoljning": prosa("""
            Antal kontroller och handläggningstid följs varje månad per enhet. Nämnden får statistiken i februari,
            maj, september och november. Länsstyrelsen och Livsmedelsverket får de uppgifter som lagen kräver.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("MHN-1", "Besöka de 25 största energianvändarna och begära in åtgärdsplan",
     "enhet", "Enhetschef miljöskydd", "261", "Y40", "Miljöinspektörer", dag(1, 18), dag(9, 30), None),
    ("MHN-1", "Bjuda in till två frukostmöten med energirådgivaren",
     "enhet", "Enhetschef miljöskydd", "261", "Y40", "Energi- och klimatrådgivare", dag(2, 15), dag(10, 15), 25),
    ("MHN-1", "Följa upp varje åtgärdsplan efter sex månader",
     "enhet", "Enhetschef miljöskydd", "261", "Y40", "Miljöinspektörer", dag(6, 1), dag(12, 31), None),
    ("MHN-1", "Pröva energikrav i fem ärenden där planen saknas trots påminnelse",
     "enhet", "Förvaltningschef", "261", "Y40", "Enhetschef miljöskydd", dag(9, 1), dag(12, 31), None),
    ("MHN-2", "Fördela kontrollerna per inspektör och månad i januari",
     "enhet", "Enhetschef livsmedel och hälsoskydd", "263", "Y50", "Samordnare livsmedel", dag(1, 4), dag(1, 29), None),
    ("MHN-2", "Skriva rapporten på plats i mobilen",
     "enhet", "Enhetschef livsmedel och hälsoskydd", "263", "Y50", "Livsmedelsinspektörer", dag(2, 1), dag(12, 31),
     110),
    ("MHN-2", "Gå två och två vid de 40 första kontrollerna för nya inspektörer",
     "enhet", "Enhetschef livsmedel och hälsoskydd", "263", "Y50", "Enhetschef", dag(1, 11), dag(3, 31), None),
    ("MHN-2", "Låna ut en inspektör till grannkommunen vid jäv och få motsvarande tillbaka",
     "förvaltning", "Förvaltningschef", "263", None, "Förvaltningschef", dag(2, 1), dag(11, 30), None),
    ("MHN-3", "Göra en e-tjänst för ansökan med karta och färdiga val",
     "förvaltning", "Förvaltningschef", "265", None, "Verksamhetsutvecklare", dag(1, 11), dag(3, 31), 180),
    ("MHN-3", "Träffa kommunens tolv grävföretag och gå igenom vad en komplett ansökan innehåller",
     "enhet", "Enhetschef miljöskydd", "265", "Y40", "Avloppshandläggare", dag(2, 1), dag(3, 26), 15),
    ("MHN-3", "Besöka alla sökande på samma väg samma dag",
     "enhet", "Enhetschef miljöskydd", "265", "Y40", "Avloppshandläggare", dag(4, 12), dag(10, 29), None),
    ("MHN-3", "Meddela beslut digitalt till den som har digital brevlåda",
     "enhet", "Förvaltningschef", "265", "Y40", "Registrator", dag(3, 1), dag(12, 31), None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Utöva tillsyn över miljöfarlig verksamhet och hälsoskydd.",
     "lag eller stat", "Miljöbalken 26 kap.", None, None),
    ("statligt uppdrag eller åläggande", "Kontrollera 610 livsmedelsanläggningar.",
     "lag eller stat", "Livsmedelslagen 2006:804", None, None),
    ("statligt uppdrag eller åläggande", "Kalka elva sjöar enligt länsstyrelsens åtgärdsplan.",
     "lag eller stat", "Beslut från Länsstyrelsen, 2024-11-12", None, 1_150),
    ("uppdrag från kommunfullmäktige", "Vara kommunens tillsynsmyndighet och svara för naturvården.",
     "reglemente", "KF 2023-02-22 § 24", None, None),
    ("uppdrag från nämnden", "Ta fram en plan för tillsyn av badplatser och strandskydd till sommaren.",
     "nämnden", "MHN 2026-10-08 § 71", None, None),
    ("åtagande gentemot annan nämnd", "Yttra sig om buller, förorenad mark och dagvatten i detaljplaner.",
     "överenskommelse", "MHN 2023/40", "Byggnadsnämnden", None),
    ("åtagande gentemot region", "Larma och utreda misstänkt matförgiftning tillsammans med smittskyddet.",
     "överenskommelse", "MHN 2022/77", "Västra Götalandsregionen", None),
    ("åtagande gentemot förbund", "Delta i provtagning och styrgrupp för Vänerns vatten.",
     "avtal", "MHN 2021/15", "Vänerns vattenvårdsförbund", 60),
    ("åtagande gentemot organisation", "Stödja ideell skötsel av två naturreservat.",
     "avtal", "MHN 2024/88", "Lokal naturskyddsförening", 45),
    ("särskild satsning", "Krav på avlopp runt två sjöar, 120 fastigheter.", 
     "nämnden", "MHN 2026-06-04 § 48", None, 400),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 0, 720, 10, 160, 0, 870),
    ("261", 4_600, 8_150, 420, 780, 60, 4_700),
    ("262", 1_500, 2_980, 160, 300, 20, 1_920),
    ("263", 3_400, 3_690, 190, 330, 20, 810),
    ("264", 2_300, 2_060, 110, 2_440, 40, 2_290),
    ("265", 900, 1_740, 90, 190, 20, 1_110),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Mätutrustning och fältfordon", "investering", 700, 400, 400),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("MHN-2", "Anläggningar med allvarlig avvikelse vid två kontroller i rad", "antal", "lägre", "Ärendesystemet",
     "tertial", "17", "2025", "14", "12", "10"),
)
# fmt: on

ROWS: Rows = {
    "vp_matt": MATT,
    "aktivitet": AKTIVITETER,
    "vb": VB,
    "budgetrad": BUDGET,
    "vp_investering": INVESTERINGAR,
    "vp_bilaga": [
        {
            "nummer": 1,
            "titel": "Behov och resurser för tillsyn 2027",
            "innehall": prosa("""
                Behovet av tillsyn och kontroll är 19 400 timmar, resurserna 18 650. Skillnaden, 750 timmar, finns i
                hälsoskydd, där tillsynen av små skönhetssalonger skjuts till 2028.
            """),
        },
    ],
}
