"""Barn- och utbildningsnämnden: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "BUN 2026/117",
        "beloppsenhet": "tkr",
        "framtagen_av": "Förvaltningschef med ledningsgrupp",
        "dokumentagare": "Barn- och utbildningsförvaltningen",
        "dokumentansvarig": "Förvaltningschef",
        "amnesomrade": "Barn och utbildning",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Reglemente för barn- och utbildningsnämnden (KS 2023/42)
            - Rutin för närvaro i grundskolan (BUN 2025/61)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Planen gäller barn- och utbildningsförvaltningens arbete 2027. Kommunfullmäktige har fastställt fyra
            resultat för nämnden och en ram på 1 048 600 tkr, 26 800 tkr mer än 2026.

            Tre av resultaten hör till [[mål 1]] och följer eleven från lågstadiet till slutbetyget. Det fjärde
            gäller sjukfrånvaron i förskolan. Valet av aktiviteter bygger på en analys av skolornas resultat våren
            2026. Den visade att frånvaron förklarar mer av skillnaderna mellan elever än någonting annat som vi
            mäter. Därför ligger störst kraft på [[resultat 1.2]].

            Beloppen anges i tusental kronor. Resultatens nummer är desamma som i mål- och resursplanen.
        """),
        "uppdrag": prosa("""
            Nämnden fullgör kommunens uppgifter enligt skollagen för förskola, förskoleklass, grundskola, anpassad
            grundskola och fritidshem. I uppdraget ingår elevhälsa, skolskjuts, tillsyn över fristående förskolor
            och bidrag till fristående enheter.

            Gymnasieskola och vuxenutbildning ligger hos Kunskapsförbundet Väst. Förvaltningen svarar för
            överlämningen dit.
        """),
        "organisation": prosa("""
            Förvaltningschefen leder förvaltningen tillsammans med verksamhetscheferna för förskola, grundskola och
            elevhälsa. Förvaltningen har 1 310 årsarbetare.

            Förskolan är delad i tre områden med sammanlagt 24 enheter. Grundskolan har fyra skolområden, varav ett
            samlar alla högstadier. Elevhälsan är sedan augusti 2026 en egen avdelning med en chef för alla
            yrkesgrupper; tidigare hörde kuratorer och specialpedagoger till respektive rektor.
        """),
        "verksamhet": prosa("""
            **Förskolan** tar emot 45 färre barn än 2026. Fyra avdelningar stängs till hösten: två i Brålanda, en i
            Frändefors och en i centrum. Ingen förskola läggs ned. Personalen erbjuds arbete på andra förskolor, och
            omkring tio pensionsavgångar ersätts inte.

            **Grundskolan** får 25 fler elever. De flesta börjar i Öxnered, där två paviljonger hyrs in till dess
            att tillbyggnaden är klar.

            **Elevhälsan** bygger tre närvaroteam med vardera en kurator, en specialpedagog och en socialpedagog.
            Teamen arbetar på två högstadier och en mellanstadieskola och följs upp mot tre skolor som inte får
            något team. På så sätt går det att svara på fullmäktiges fråga om vad pengarna har gett.
        """),
        "detaljbudget": prosa("""
            Ramen fördelas efter antal barn och elever. Grundskolan tar något mer än hälften. Förskolans netto är i
            stort sett oförändrat, 267 000 tkr: uppräkningen på 7 200 tkr äts upp av volymminskningen på 6 700 tkr.

            Elevhälsan ökar med 5 800 tkr, varav 5 000 tkr är satsningen i mål- och resursplanen. Hela beloppet går
            till tjänster. Skolskjutsen räknas upp med 600 tkr efter ny upphandling, mindre än väntat eftersom två
            linjer har slagits ihop.

            Riskerna finns i förskolan. Sker stängningarna efter den 1 oktober i stället för den 1 augusti blir
            kostnaden 1 100 tkr högre.
        """),
        "investeringar": prosa("""
            Nämnden investerar 9 000 tkr i inventarier och digitala lärverktyg. Halva beloppet går till grundskolan,
            där två skolor får nya salar för naturvetenskap. Lokalerna byggs av samhällsbyggnadsnämnden och finns i
            den nämndens plan.
        """),
        "uppfoljning": prosa("""
            Frånvaro följs varje månad per skola, betyg efter varje termin och sjukfrånvaro varje månad per
            förskola. Ledningsgruppen behandlar läget den tredje tisdagen i månaden. Nämnden får en skriftlig
            rapport i mars, maj, september och november.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("BUN-1", "Införa lovskola i matematik för årskurs 8–9",
     "enhet", "Verksamhetschef grundskola", "440", "B24", "Verksamhetschef grundskola", dag(2, 1), dag(6, 30),
     1_200),
    ("BUN-1", "Ta i bruk en gemensam läs- och skrivkartläggning i årskurs 7",
     "avdelning", "Verksamhetschef grundskola", "440", "B20", "Rektorer", dag(1, 15), dag(6, 30), None),
    ("BUN-1", "Ge elever som riskerar F i ett ämne en veckoplan senast i februari",
     "enhet", "Rektor", "440", "B24", "Mentorer", dag(2, 1), dag(6, 11), None),
    ("BUN-1", "Sambedöma nationella prov i svenska, matematik och engelska mellan högstadierna",
     "enhet", "Verksamhetschef grundskola", "440", "B24", "Förstelärare", dag(3, 1), dag(6, 4), 180),
    ("BUN-1", "Schemalägga läxhjälp tre eftermiddagar i veckan på alla högstadier",
     "enhet", "Rektor", "440", "B24", "Rektorer", dag(1, 18), dag(6, 11), 520),
    ("BUN-1", "Jämföra betyg per ämne och skola och besöka de två skolor som avviker mest",
     "förvaltning", "Förvaltningschef", "440", None, "Kvalitetschef", dag(1, 11), dag(3, 31), None),
    ("BUN-2", "Starta närvaroteam på tre skolor",
     "avdelning", "Chef elevhälsan", "441", "B30", "Chef elevhälsan", dag(7, 1), dag(12, 31), 4_400),
    ("BUN-2", "Ringa hem samma dag när en elev saknas utan anmäld orsak",
     "avdelning", "Rektor", "440", "B20", "Rektorer", dag(8, 17), dag(12, 20), None),
    ("BUN-2", "Kartlägga orsakerna med eleven och vårdnadshavare vid tio procents frånvaro",
     "avdelning", "Chef elevhälsan", "441", "B30", "Kuratorer", dag(8, 17), dag(12, 20), None),
    ("BUN-2", "Visa frånvaro per klass för mentorn i elevregistret varje måndag",
     "förvaltning", "Förvaltningschef", "440", None, "Systemansvarig", dag(8, 1), dag(9, 15), 90),
    ("BUN-2", "Erbjuda skolskjuts från annan adress under återgång till skolan",
     "enhet", "Förvaltningschef", "446", "B50", "Skolskjutsplanerare", dag(8, 17), dag(12, 20), 200),
    ("BUN-2", "Gå igenom frånvaro över 30 procent tillsammans med socialtjänsten varannan vecka",
     "avdelning", "Chef elevhälsan", "441", "B30", "Samordnare", dag(8, 24), dag(12, 20), 310),
    ("BUN-4", "Pröva bråk och tal i bråkform med konkret material i årskurs 2",
     "enhet", "Rektor", "440", "B21", "Förstelärare i matematik", dag(1, 18), dag(5, 31), 60),
    ("BUN-4", "Testa avkodning i årskurs 1 i januari och ge intensiv lästräning åt den som behöver",
     "avdelning", "Verksamhetschef grundskola", "440", "B20", "Speciallärare", dag(1, 11), dag(5, 28), None),
    ("BUN-4", "Anpassa lästräningen för anpassad grundskola",
     "enhet", "Rektor", "443", "B40", "Speciallärare", dag(1, 18), dag(5, 28), None),
    ("BUN-4", "Handleda 18 lärare i årskurs 3 i matematikens språk",
     "avdelning", "Verksamhetschef grundskola", "440", "B20", "Utvecklingsledare", dag(1, 25), dag(5, 21), 140),
    ("BUN-4", "Skicka hem läsväskor på fem språk före sommaren",
     "enhet", "Rektor", "440", "B22", "Skolbibliotekarie", dag(4, 12), dag(6, 10), 45),
    ("BUN-3", "Pröva ett fast rotationsschema på fyra förskolor",
     "avdelning", "Verksamhetschef förskola", "407", "B10", "Verksamhetschef förskola", dag(1, 15), dag(12, 31), 250),
    ("BUN-3", "Hålla rehabiliteringssamtal inom 14 dagar vid upprepad korttidsfrånvaro",
     "avdelning", "Verksamhetschef förskola", "407", "B10", "Rektorer i förskolan", dag(1, 1), dag(12, 31), None),
    ("BUN-3", "Mäta buller i 20 avdelningar och åtgärda de fem sämsta",
     "avdelning", "Verksamhetschef förskola", "407", "B10", "Arbetsmiljösamordnare", dag(2, 1), dag(10, 29), 600),
    ("BUN-3", "Anställa åtta vikarier i en fast pool i stället för på timmar",
     "avdelning", "Verksamhetschef förskola", "407", "B10", "Bemanningsplanerare", dag(3, 1), dag(12, 31), None),
    ("BUN-3", "Gå igenom handhygien med all personal i januari och oktober",
     "enhet", "Verksamhetschef förskola", "407", "B11", "Rektorer i förskolan", dag(1, 11), dag(10, 29), None),
    ("BUN-3", "Hålla samma barngrupp och personal hela dagen på förskolor med öppet efter kl. 17",
     "enhet", "Rektor", "407", "B12", "Rektorer i förskolan", dag(8, 2), dag(12, 31), None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande",
     "Bedriva förskola, förskoleklass, grundskola, anpassad grundskola och fritidshem för kommunens barn.",
     "lag eller stat", "Skollagen 2010:800", None, None),
    ("statligt uppdrag eller åläggande", "Utöva tillsyn över fristående förskolor; sex enheter besöks 2027.",
     "lag eller stat", "Skollagen 26 kap. 4 §", None, None),
    ("statligt uppdrag eller åläggande", "Organisera skolskjuts för omkring 1 900 elever.",
     "lag eller stat", "Skollagen 9, 10 och 11 kap.", None, None),
    ("statligt uppdrag eller åläggande", "Använda statsbidraget för likvärdig skola, 21 000 tkr.",
     "lag eller stat", "Förordning 2018:49", None, None),
    ("uppdrag från kommunfullmäktige", "Svara för kommunens skolväsende utom gymnasieskola och vuxenutbildning.",
     "reglemente", "KF 2023-02-22 § 20", None, None),
    ("uppdrag från kommunstyrelsen", "Lämna underlag om lokaler till och med 2035 för kommunens lokalplan.",
     "kommunstyrelsen", "KS 2026-09-30 § 158", None, None),
    ("uppdrag från nämnden", "Ta fram en modell för resursfördelning som tar hänsyn till små skolor.",
     "nämnden", "BUN 2026-08-31 § 84", None, None),
    ("uppdrag från nämnden", "Redovisa hur barnen har fått säga sin mening när avdelningar stängs.",
     "nämnden", "BUN 2026-10-26 § 103", None, None),
    ("åtagande gentemot annan nämnd", "Samarbeta i familjecentralen i Vargön med två tjänster.",
     "överenskommelse", "BUN 2024/203", "Socialnämnden", None),
    ("åtagande gentemot annan nämnd", "Låta föreningar använda gymnastiksalarna på kvällar och helger.",
     "överenskommelse", "BUN 2025/18", "Kultur- och fritidsnämnden", None),
    ("åtagande gentemot bolag", "Hyra lokaler för två förskolor.", "avtal", "BUN 2019/77", "Kanalbostäder AB",
     None),
    ("åtagande gentemot region", "Gemensam plan för barn som behöver insatser från både skola och vård.",
     "överenskommelse", "Västbus", "Västra Götalandsregionen", None),
    ("åtagande gentemot förbund", "Lämna över uppgifter om elever som börjar gymnasiet.",
     "överenskommelse", "BUN 2025/144", "Kunskapsförbundet Väst", None),
    ("åtagande gentemot organisation", "Ta emot lärarstudenter, 60 platser per år.",
     "avtal", "BUN 2023/95", "Högskolan Väst", None),
    ("särskild satsning", "Närvaroteam i elevhälsan på tre skolor.", "MRP", "KF 2026-06-17 § 78", None, 5_000),
    ("projekt", "Språk i förskolan: handledning åt 12 avdelningar med flerspråkiga barn, till juni 2028.",
     "nämnden", "BUN 2026-05-25 § 61", None, 900),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 0, 17_200, 1_100, 3_250, 50, 21_100),
    ("407", 31_000, 221_000, 44_500, 31_300, 1_200, 266_500),
    ("425", 17_000, 71_500, 11_800, 8_500, 200, 73_000),
    ("440", 58_000, 401_000, 121_000, 84_500, 5_500, 538_300),
    ("441", 3_000, 37_400, 1_900, 4_550, 150, 35_200),
    ("443", 4_000, 47_800, 6_900, 7_100, 200, 56_300),
    ("446", 0, 0, 0, 32_000, 0, 31_400),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Inventarier och lärmiljöer i grundskolan", "investering", 4_500, 4_000, 4_000),
    ("Inventarier till förskolor", "investering", 2_500, 2_500, 2_000),
    ("Digitala lärverktyg", "investering", 2_000, 2_000, 2_000),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("BUN-2", "Elever som kartlagts inom en månad från tio procents frånvaro", "%", "högre", "Elevregistret", "halvår",
     "52", "2025", "64", "75", "85"),
    ("BUN-3", "Korttidsfrånvaro i förskolan (dag 1–14)", "%", "lägre", "Lönesystemet", "månad",
     "4.9", "2025", "4.3", "4.2", "4.0"),
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
            "titel": "Avdelningar i förskolan 2026 och 2027",
            "innehall": prosa("""
                - Centrum: 62 avdelningar i januari 2027, 61 i augusti
                - Vargön: 24 avdelningar, oförändrat
                - Brålanda och Frändefors: 24 avdelningar i januari, 21 i augusti

                Fyra avdelningar stängs. Barngrupperna är i genomsnitt 15,4 barn före och 15,6 efter förändringen.
            """),
        },
        {
            "nummer": 2,
            "titel": "Elevpeng 2027",
            "innehall": prosa("""
                Belopp per elev och år, kronor, före tillägg för lokaler och modersmål:

                - Förskoleklass: 58 200
                - Årskurs 1–3: 71 400
                - Årskurs 4–6: 76 900
                - Årskurs 7–9: 89 300
            """),
        },
    ],
}
