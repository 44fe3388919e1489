"""Vision, inriktningsmål, förväntade resultat and mått of the mål- och resursplan 2027–2029."""

from datetime import date

from ..writing import Row, prosa, table

VISION = [
    {
        "text": "Attraktiv och hållbar i alla delar, hela livet",
        "beskrivning": prosa("""
            Visionen gäller hela kommunen, från innerstaden vid Vänern till Dalsland, och alla åldrar. *I alla
            delar* betyder att vi prövar beslut mot både tätort och landsbygd. *Hela livet* betyder att barnet, den
            vuxne och den äldre ska kunna räkna med kommunen, och att dagens beslut inte får skjuta kostnader eller
            miljöskulder framför sig.
        """),
        "datum": date(2013, 3, 20),
        "paragraf": 38,
        "giltig_fran": date(2014, 1, 1),
    },
]

# fmt: off
INRIKTNINGSMAL = table(
    "beteckning text beskrivning ansvariga bidragande",
    ("IM1", "Andelen elever som fullföljer sin skolgång ska öka.", prosa("""
        Målet följer eleven från förskoleklass till gymnasieexamen. Det handlar om att klara grundskolan med
        godkända betyg, att vara i skolan och att gå ut gymnasiet inom fyra år. Frånvaro i mellanstadiet är det
        tidigaste tecknet vi har på att en elev är på väg att tappa kontakten.
     """), ("BUN",), ("KS", "KFN")),
    ("IM2", "Kommunens klimatpåverkan ska minska.", prosa("""
        Målet gäller utsläpp som kommunen själv rår över: lokaler, fordon, måltider och tillsyn. Minskningen ska ske
        i verksamheten och inte köpas genom klimatkompensation.
     """), ("SBN", "KS"), ("MHN",)),
    ("IM3", "Invånarnas självständighet och trygghet i vardagen ska öka.", prosa("""
        Den som behöver stöd ska få det i tid och av få personer, och kunna klara så mycket som möjligt själv. Målet
        omfattar äldre, personer med funktionsnedsättning, hushåll som har försörjningsstöd och den som har god man.
     """), ("SN",), ("BN", "KFN", "OFN")),
    ("IM4", "Sjukfrånvaron bland kommunens medarbetare ska minska.", prosa("""
        Kommunstyrelsen leder arbetet som anställningsmyndighet. Varje nämnd svarar för arbetsmiljön i sin egen
        verksamhet. Störst betydelse har förskolan, vården och omsorgen samt kost och lokalvård, där frånvaron är
        högst.
     """), ("KS",), ("BUN", "SN", "SBN", "BN", "MHN", "KFN", "OFN")),
    ("IM5", "Tillgängligheten till kommunens service ska öka för invånare, föreningar och företag.", prosa("""
        Det ska vara lätt att nå kommunen, och ett ärende ska inte ta längre tid än det behöver. Målet mäts i
        svarstider, handläggningstider och öppettider, alltså i det som märks på andra sidan disken.
     """), ("KS", "BN", "MHN", "KFN", "OFN"), ("SBN",)),
    agare="KF",
    datum=date(2023, 6, 14),
    paragraf=88,
    giltig_fran=date(2024, 1, 1),
    giltig_till=date(2027, 12, 31),
)

HELA_2027 = (date(2027, 1, 1), date(2027, 12, 31))

# The day of each nämnd's uppdragsdialog, when its results were checked against the goals.
DIALOG = {
    "KF": date(2026, 4, 22), "KS": date(2026, 4, 8), "BUN": date(2026, 4, 14), "SN": date(2026, 4, 15),
    "SBN": date(2026, 4, 9), "BN": date(2026, 4, 16), "MHN": date(2026, 4, 16), "KFN": date(2026, 4, 21),
    "OFN": date(2026, 4, 21), "VAL": date(2026, 4, 22), "REV": date(2026, 4, 23),
}

RESULTAT = table(
    "beteckning inriktningsmal namnd text period_fran period_till verksamheter",
    # 1.1–1.5
    ("BUN-1", "IM1", "BUN",
     "Minst 76 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027.",
     date(2027, 1, 1), date(2027, 6, 30), ("440",)),
    ("BUN-2", "IM1", "BUN",
     "Andelen elever med mer än 15 procents frånvaro är högst 9 procent höstterminen 2027.",
     date(2027, 7, 1), date(2027, 12, 31), ("440", "441")),
    ("KS-3", "IM1", "KS",
     "Minst 76 procent av eleverna i Kunskapsförbundet Väst tar gymnasieexamen inom fyra år läsåret 2026/2027.",
     *HELA_2027, ("450",)),
    ("BUN-4", "IM1", "BUN",
     "Minst 78 procent av eleverna i årskurs 3 når kravnivån i alla nationella delprov i svenska och matematik våren "
     "2027.",
     date(2027, 1, 1), date(2027, 6, 30), ("440", "443")),
    ("KFN-1", "IM1", "KFN",
     "Biblioteken lånar ut minst 9,5 böcker per barn i åldern 0–17 år under 2027.",
     *HELA_2027, ("315",)),
    # 2.1–2.5
    ("SBN-1", "IM2", "SBN",
     "Energianvändningen i verksamhetslokalerna är högst 158 kWh per kvadratmeter under 2027.",
     *HELA_2027, ("910",)),
    ("SBN-2", "IM2", "SBN",
     "Matsvinnet i skolrestaurangerna är högst 38 gram per portion under 2027.",
     *HELA_2027, ("930",)),
    ("KS-1", "IM2", "KS",
     "Minst 70 procent av kommunens personbilar är laddbara den 31 december 2027.",
     date(2026, 1, 1), date(2027, 12, 31), ("920",)),
    ("SBN-3", "IM2", "SBN",
     "Inköpta livsmedel ger högst 1,6 kilo koldioxidekvivalenter per kilo under 2027.",
     *HELA_2027, ("930",)),
    ("MHN-1", "IM2", "MHN",
     "Minst 60 tillsynsobjekt med hög energianvändning har en aktuell åtgärdsplan den 31 december 2027.",
     *HELA_2027, ("261",)),
    # 3.1–3.6
    ("SN-1", "IM3", "SN",
     "Personalkontinuiteten i hemtjänsten är högst 13 medarbetare per brukare och 14 dagar under 2027.",
     *HELA_2027, ("510",)),
    ("SN-2", "IM3", "SN",
     "Minst 45 hushåll lämnar försörjningsstöd för egen försörjning under 2027.",
     *HELA_2027, ("550", "610")),
    ("SN-4", "IM3", "SN",
     "Minst 91 procent av de äldre på särskilt boende svarar att de känner sig trygga där i 2027 års "
     "brukarundersökning.",
     *HELA_2027, ("511", "512")),
    ("KFN-2", "IM3", "KFN",
     "Minst 460 personer över 65 år deltar i träffpunkter för kultur eller motion varje månad under 2027.",
     *HELA_2027, ("300", "340")),
    ("OFN-1", "IM3", "OFN",
     "Minst 95 procent av ställföreträdarnas årsräkningar för 2026 är granskade den 31 augusti 2027.",
     date(2027, 1, 1), date(2027, 8, 31), ("040",)),
    ("BN-1", "IM3", "BN",
     "Mediantiden för beslut om bostadsanpassningsbidrag är högst 28 dagar under 2027.",
     *HELA_2027, ("218",)),
    # 4.1–4.5
    ("BUN-3", "IM4", "BUN",
     "Sjukfrånvaron i förskolan är högst 8,0 procent under 2027.",
     *HELA_2027, ("407",)),
    ("SN-3", "IM4", "SN",
     "Sjukfrånvaron i vård och omsorg är högst 8,2 procent under 2027.",
     *HELA_2027, ("510", "511", "513")),
    ("KS-2", "IM4", "KS",
     "Minst 90 procent av kommunens chefer har högst 30 direkt underställda medarbetare den 31 december 2027.",
     *HELA_2027, ("922",)),
    ("SBN-4", "IM4", "SBN",
     "Korttidsfrånvaron bland medarbetare i kök och lokalvård är högst 3,4 procent under 2027.",
     *HELA_2027, ("910", "930")),
    ("KS-4", "IM4", "KS",
     "Index för hållbart medarbetarengagemang är minst 81 i kommunens medarbetarenkät hösten 2027.",
     date(2027, 7, 1), date(2027, 12, 31), ("922",)),
    # 5.1–5.8
    ("KS-5", "IM5", "KS",
     "Minst 75 procent av samtalen till kontaktcenter får sitt svar direkt, utan att kopplas vidare, under 2027.",
     *HELA_2027, ("920",)),
    ("BN-2", "IM5", "BN",
     "Mediantiden från komplett ansökan till beslut om bygglov är högst 24 dagar under 2027.",
     *HELA_2027, ("216",)),
    ("MHN-2", "IM5", "MHN",
     "Minst 95 procent av årets planerade livsmedelskontroller är gjorda den 31 december 2027.",
     *HELA_2027, ("263",)),
    ("MHN-3", "IM5", "MHN",
     "Den som söker tillstånd till enskilt avlopp får beslut inom 32 dagar, räknat som median, under 2027.",
     *HELA_2027, ("265",)),
    ("KFN-3", "IM5", "KFN",
     "Kommunens bibliotek är tillsammans bemannade minst 168 timmar i veckan från den 1 mars 2027.",
     *HELA_2027, ("315",)),
    ("KFN-4", "IM5", "KFN",
     "Minst 90 procent av föreningsbidragen är utbetalda inom 30 dagar från ansökningstidens slut under 2027.",
     *HELA_2027, ("305",)),
    ("OFN-2", "IM5", "OFN",
     "Överförmyndaren yttrar sig till tingsrätten inom 35 dagar, räknat som median, i ärenden om god man under 2027.",
     *HELA_2027, ("040",)),
    ("SBN-5", "IM5", "SBN",
     "Minst 85 procent av felanmälningarna om gator, gångvägar och belysning är avhjälpta inom tio dagar under 2027.",
     *HELA_2027, ("240",)),
)

_MER: dict[str, Row] = {
    "BUN-1": {"kostnad": 1_900},
    "BUN-2": {"kostnad": 5_000, "bidragande": ("SN",)},
    "KS-1": {"motivering": "Fyrtio bilar byts ändå under perioden, och de nya leasingavtalen gäller laddbara bilar."},
    "SN-2": {"bidragande": ("KS",), "motivering": "Arbetsmarknadsenheten får 20 fler platser i januari 2027."},
    "MHN-1": {"motivering": "Tillsynen riktas i år mot de 25 största energianvändarna, som redan har kartlagts."},
    "BN-1": {"bidragande": ("SN",)},
    "BUN-3": {"bidragande": ("KS",)},
    "SN-3": {"bidragande": ("KS",)},
    "KFN-3": {"kostnad": 800},
    "SBN-2": {"bidragande": ("BUN",)},
}  # fmt: skip
for _row in RESULTAT:
    _row |= {"avstamd": DIALOG[_row["namnd"]]} | _MER.get(_row["beteckning"], {})

# The ids in Kolada are made up: no key figure there has a number that begins with 99.
MATT = [
    *table(
        "hor_till text enhet riktning kalla kolada_id frekvens basvarde basar mal_1 mal_2 mal_3",
        ("IM1", "Gymnasieexamen inom fyra år, folkbokförda i kommunen", "%", "högre", "Kolada", "N99001", "år",
         "71.5", "2025", "76", "77", "78"),
        ("IM1", "Elever i årskurs 9 som är behöriga till yrkesprogram", "%", "högre", "Kolada", "N99002", "år",
         "81.6", "2025", "85", "86", "87"),
        agare="KF",
    ),
    *table(
        "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
        ("IM2", "Utsläpp av växthusgaser från kommunens fordon och energi", "ton CO2e", "lägre", "Miljöbokslut", "år",
         "3900", "2025", "3300", "3100", "2900"),
        ("IM2", "Förnybar energi i kommunens lokaler", "%", "högre", "Energistatistik", "år",
         "88", "2025", "94", "96", "97"),
        ("IM3", "Brukare som är nöjda med hemtjänsten i sin helhet", "%", "högre", "Socialstyrelsen", "år",
         "86", "2025", "90", "90", "91"),
        ("IM3", "Invånare 18–64 år i hushåll med försörjningsstöd", "%", "lägre", "Socialstyrelsen", "år",
         "4.1", "2025", "3.6", "3.4", "3.2"),
        ("IM4", "Sjukfrånvaro i kommunen totalt", "%", "lägre", "Lönesystemet", "månad",
         "7.6", "2025", "6.5", "6.3", "6.2"),
        ("IM4", "Medarbetare utan någon sjukdag under året", "%", "högre", "Lönesystemet", "år",
         "34", "2025", "38", "39", "40"),
        ("IM5", "Företagens betyg på kommunens myndighetsutövning (nöjd kund-index)", "index", "högre", "Insikt", "år",
         "71", "2025", "75", "76", "76"),
        ("IM5", "E-postfrågor som besvaras inom ett dygn", "%", "högre", "Servicemätning", "år",
         "84", "2025", "90", "91", "92"),
        agare="KF",
    ),
    *table(
        "hor_till agare text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
        ("BUN-1", "BUN", "Godkänt i alla ämnen, årskurs 9", "%", "högre", "Skolverket", "år",
         "72.8", "2025", "76.0", "77.0", "78.0"),
        ("BUN-1", "BUN", "Meritvärde i genomsnitt, årskurs 9 (17 ämnen)", "poäng", "högre", "Skolverket", "år",
         "212", "2025", "218", "220", "222"),
        ("BUN-2", "BUN", "Elever med mer än 15 procents frånvaro", "%", "lägre", "Elevregistret", "halvår",
         "11.8", "2025", "9.0", "8.5", "8.0"),
        ("KS-3", "KS", "Examen inom fyra år, Kunskapsförbundet Väst", "%", "högre", "Kunskapsförbundet Väst", "år",
         "71.5", "2024/2025", "76.0", "76.5", "77.0"),
        ("BUN-4", "BUN", "Elever i årskurs 3 som når kravnivån i alla delprov", "%", "högre", "Nationella prov", "år",
         "71", "2025", "78", "79", "80"),
        ("KFN-1", "KFN", "Utlånade barn- och ungdomsböcker per barn 0–17 år", "antal", "högre", "Biblioteksstatistik",
         "tertial", "8.4", "2025", "9.5", "9.7", "10.0"),
        ("SBN-1", "SBN", "Energianvändning i verksamhetslokaler", "kWh/m²", "lägre", "Energistatistik", "år",
         "166", "2025", "158", "154", "150"),
        ("SBN-2", "SBN", "Matsvinn i skolrestauranger", "g/portion", "lägre", "Egen vägning", "månad",
         "46", "2025", "38", "36", "35"),
        ("KS-1", "KS", "Laddbara personbilar", "%", "högre", "Fordonsregistret", "tertial",
         "55", "2025", "70", "80", "90"),
        ("SBN-3", "SBN", "Klimatpåverkan från inköpta livsmedel", "kg CO2e/kg", "lägre", "Inköpssystemet", "tertial",
         "1.85", "2025", "1.6", "1.55", "1.5"),
        ("MHN-1", "MHN", "Tillsynsobjekt med aktuell åtgärdsplan för energi", "antal", "högre", "Ärendesystemet",
         "tertial", "48", "2025", "60", "68", "75"),
        ("SN-1", "SN", "Medarbetare per brukare under 14 dagar i hemtjänsten", "antal", "lägre", "Planeringssystemet",
         "tertial", "15", "2025", "13", "12", "12"),
        ("SN-2", "SN", "Hushåll som lämnar försörjningsstöd för egen försörjning", "antal", "högre",
         "Verksamhetssystemet", "månad", "36", "2025", "45", "48", "50"),
        ("SN-2", "SN", "Genomsnittlig tid med försörjningsstöd", "månader", "lägre", "Verksamhetssystemet", "halvår",
         "7.9", "2025", "7.2", "7.0", "6.8"),
        ("SN-4", "SN", "Äldre på särskilt boende som känner sig trygga", "%", "högre", "Socialstyrelsen", "år",
         "87", "2025", "91", "91", "92"),
        ("KFN-2", "KFN", "Deltagare över 65 år i träffpunkter, medel per månad", "antal", "högre", "Egen räkning",
         "månad", "395", "2025", "460", "480", "500"),
        ("OFN-1", "OFN", "Granskade årsräkningar den 31 augusti", "%", "högre", "Ärendesystemet", "år",
         "82", "2025", "95", "96", "97"),
        ("BN-1", "BN", "Mediantid till beslut om bostadsanpassningsbidrag", "dagar", "lägre", "Ärendesystemet",
         "tertial", "35", "2025", "28", "27", "25"),
        ("BUN-3", "BUN", "Sjukfrånvaro i förskolan", "%", "lägre", "Lönesystemet", "månad",
         "8.7", "2025", "8.0", "7.8", "7.5"),
        ("SN-3", "SN", "Sjukfrånvaro i vård och omsorg", "%", "lägre", "Lönesystemet", "månad",
         "9.2", "2025", "8.2", "8.0", "7.8"),
        ("KS-2", "KS", "Chefer med högst 30 direkt underställda", "%", "högre", "Personalsystemet", "tertial",
         "81", "2025", "90", "93", "95"),
        ("SBN-4", "SBN", "Korttidsfrånvaro i kök och lokalvård (dag 1–14)", "%", "lägre", "Lönesystemet", "månad",
         "4.1", "2025", "3.4", "3.3", "3.2"),
        ("KS-4", "KS", "Hållbart medarbetarengagemang (HME), totalt", "index", "högre", "Medarbetarenkät",
         "vartannat år", "78", "2025", "81", "82", "82"),
        ("KS-5", "KS", "Samtal som besvaras direkt i kontaktcenter", "%", "högre", "Växelns statistik", "månad",
         "69", "2025", "75", "77", "78"),
        ("BN-2", "BN", "Mediantid från komplett ansökan till beslut om bygglov", "dagar", "lägre", "Ärendesystemet",
         "månad", "30", "2025", "24", "22", "21"),
        ("BN-2", "BN", "Ansökningar som är kompletta när de kommer in", "%", "högre", "Ärendesystemet", "tertial",
         "38", "2025", "46", "50", "52"),
        ("MHN-2", "MHN", "Gjorda livsmedelskontroller av de planerade", "%", "högre", "Ärendesystemet", "tertial",
         "84", "2025", "95", "97", "98"),
        ("MHN-3", "MHN", "Mediantid till beslut om tillstånd till enskilt avlopp", "dagar", "lägre", "Ärendesystemet",
         "tertial", "40", "2025", "32", "30", "28"),
        ("KFN-3", "KFN", "Bemannade öppettimmar per vecka, alla bibliotek", "timmar", "högre", "Egen räkning",
         "tertial", "142", "2025", "168", "168", "172"),
        ("KFN-4", "KFN", "Föreningsbidrag utbetalda inom 30 dagar", "%", "högre", "Bidragssystemet", "halvår",
         "74", "2025", "90", "92", "95"),
        ("OFN-2", "OFN", "Mediantid till yttrande i ärenden om god man", "dagar", "lägre", "Ärendesystemet", "tertial",
         "44", "2025", "35", "33", "30"),
        ("SBN-5", "SBN", "Felanmälningar avhjälpta inom tio dagar", "%", "högre", "Felanmälan", "månad",
         "71", "2025", "85", "87", "88"),
    ),
]
# fmt: on

ROWS = {"vision": VISION, "inriktningsmal": INRIKTNINGSMAL, "resultat": RESULTAT, "matt": MATT}
