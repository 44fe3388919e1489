"""Samhällsbyggnadsnämnden: verksamhetsplan with detaljbudget 2027, on two anslagsbindningsnivåer."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "SBN 2026/188",
        "beloppsenhet": "tkr",
        "framtagen_av": "Förvaltningschef med avdelningschefer",
        "dokumentagare": "Samhällsbyggnadsförvaltningen",
        "dokumentansvarig": "Förvaltningschef",
        "amnesomrade": "Samhällsbyggnad",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Reglemente för samhällsbyggnadsnämnden (KS 2023/44)
            - Måltidspolicy (KS 2021/290)
            - Vatten- och avloppsplan (KS 2022/158)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Samhällsbyggnadsförvaltningen ska under 2027 sänka energianvändningen och matsvinnet, minska
            korttidsfrånvaron i kök och lokalvård och laga det som invånarna anmäler. Det är innebörden av de fem
            resultat som kommunfullmäktige har fastställt.

            Samtidigt pågår de största byggena på tjugo år. Investeringsbudgeten är 176 000 tkr, mer än nämndens
            hela skattefinansierade ram på 118 700 tkr. Planen skiljer därför på drift, som styrs av resultaten, och
            byggprojekt, som styrs av beslut i varje projekt.

            Nämnden har två anslagsbindningsnivåer. Vatten, avlopp och renhållning är taxefinansierat och går jämnt
            upp.
        """),
        "uppdrag": prosa("""
            Nämnden är väghållare och huvudman för allmän plats, allmänna vattentjänster och avfall. Den äger,
            bygger och sköter kommunens verksamhetslokaler och levererar måltider och lokalvård till övriga nämnder.

            - 310 kilometer gata och 74 kilometer gång- och cykelväg
            - 265 000 kvadratmeter lokaler
            - 9 800 måltider om dagen under skolterminerna
            - 11 600 anslutna fastigheter i vatten och avlopp
        """),
        "organisation": prosa("""
            Fyra avdelningar, gata och park, fastighet och service, kost samt vatten och avlopp, leds av var sin
            chef. De bildar tillsammans med förvaltningschefen och en ekonom ledningsgruppen. Förvaltningen har 340
            årsarbetare.

            Projektenheten för de stora byggena är direkt underställd fastighetschefen och har sex projektledare,
            varav två är inhyrda till och med 2028.
        """),
        "verksamhet": prosa("""
            **Energi.** Åtta skolfastigheter får nya styrsystem. De valdes för att de använder mest el per
            kvadratmeter utan att lokalerna är sämre än andra. Erfarenheten från pilotskolan är en besparing på elva
            procent.

            **Måltider.** Alla kök väger svinn varje vecka. Det största svinnet är mat som aldrig serveras, därför
            läggs kraften på rätt antal portioner snarare än på affischer om tallriken.

            **Gator.** Felanmälan läggs om så att den som anmäler ser var ärendet ligger. Målet är avhjälpt fel inom
            tio dagar, utom när asfalt krävs vintertid.

            **Byggen.** Förskolan i Mariedal får tak i oktober. I Brålanda rivs den äldsta byggnaden i juni, när
            eleverna har slutat.
        """),
        "detaljbudget": prosa("""
            Den skattefinansierade ramen ökar med 2 800 tkr. Effektiviseringen på 1 200 tkr fördelas på lokalvård,
            700 tkr, och gata, 500 tkr. Hyreskompensationen på 1 100 tkr gäller tre avtal för förrådslokaler som har
            omförhandlats.

            Fastighet och service har 284 000 tkr i intäkter, i huvudsak internhyror. Nettot på 8 000 tkr är
            kostnaden för lokaler utan hyresgäst. Avdelningens kapitalkostnader ökar med 2 400 tkr under 2027 och
            täcks av högre hyra först när lokalerna tas i bruk.

            Vatten, avlopp och renhållning omsätter 171 000 tkr. Taxan höjs med fyra procent enligt
            kommunfullmäktiges beslut i november 2026.
        """),
        "investeringar": prosa("""
            Av investeringarna på 176 000 tkr är 47 000 tkr taxefinansierade och 8 000 tkr exploatering. Tre projekt
            har egen styrgrupp: förskolan i Mariedal, grundskolan i Brålanda och det nya särskilda boendet. Nämnden
            får en lägesrapport för vart och ett av dem varje kvartal.
        """),
        "uppfoljning": prosa("""
            Energi och svinn följs varje månad, felanmälningar varje vecka. Nämnden får ekonomisk rapport varje
            månad och resultatrapport i maj och september. Aktiviteter som har kostat mer än beräknat tas upp i
            ledningsgruppen innan nya beställningar görs.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("SBN-1", "Byta styrsystem i åtta skolfastigheter",
     "enhet", "Fastighetschef", "910", "T21", "Fastighetschef", dag(2, 1), dag(11, 30), None),
    ("SBN-1", "Sänka temperaturen nattetid och på lov i alla lokaler utom boenden",
     "enhet", "Fastighetschef", "910", "T21", "Driftchef", dag(1, 11), dag(12, 31), None),
    ("SBN-1", "Tilläggsisolera vindarna på tre förskolor",
     "enhet", "Fastighetschef", "910", "T21", "Projektledare", dag(5, 3), dag(9, 30), None),
    ("SBN-1", "Visa varje rektor skolans energianvändning månad för månad",
     "avdelning", "Fastighetschef", "910", "T20", "Energistrateg", dag(2, 1), dag(12, 17), 80),
    ("SBN-1", "Stänga av ventilation i tomma lokaler genom koppling till bokningen",
     "enhet", "Fastighetschef", "910", "T21", "Drifttekniker", dag(3, 1), dag(10, 29), 260),
    ("SBN-2", "Väga svinn varje vecka i alla kök",
     "avdelning", "Kostchef", "930", "T30", "Kostchef", dag(1, 10), dag(12, 20), None),
    ("SBN-2", "Beställa portioner efter skolans frånvaro samma morgon",
     "enhet", "Kostchef", "930", "T31", "Köksmästare", dag(2, 1), dag(6, 11), None),
    ("SBN-2", "Servera rester som egen rätt på fredagar i tolv kök",
     "enhet", "Kostchef", "930", "T31", "Köksmästare", dag(1, 18), dag(12, 17), None),
    ("SBN-2", "Byta till mindre bleck vid de sista 40 portionerna",
     "enhet", "Kostchef", "930", "T31", "Produktionsledare", dag(3, 1), dag(5, 31), 120),
    ("SBN-3", "Byta ut hälften av nötköttet mot kyckling, fläsk och baljväxter i grundmenyn",
     "avdelning", "Kostchef", "930", "T30", "Kostchef", dag(1, 11), dag(6, 30), None),
    ("SBN-3", "Upphandla fisk och grönsaker efter säsong",
     "avdelning", "Kostchef", "930", "T30", "Kostekonom", dag(2, 1), dag(9, 30), None),
    ("SBN-3", "Utbilda 45 kockar i vegetarisk matlagning",
     "avdelning", "Kostchef", "930", "T30", "Måltidsutvecklare", dag(2, 15), dag(11, 19), 190),
    ("SBN-3", "Låta matråden smaka och rösta om fyra nya rätter",
     "enhet", "Kostchef", "930", "T31", "Måltidsutvecklare", dag(3, 1), dag(10, 29), None),
    ("SBN-4", "Byta arbetsuppgift halva dagen mellan disk, beredning och servering i de tio största köken",
     "enhet", "Kostchef", "930", "T31", "Köksmästare", dag(1, 18), dag(12, 17), None),
    ("SBN-4", "Köpa in 30 städvagnar som går att höja och sänka",
     "enhet", "Fastighetschef", "910", "T22", "Chef lokalvård", dag(2, 1), dag(4, 30), 280),
    ("SBN-4", "Ringa den som är sjuk på tredje dagen",
     "enhet", "Förvaltningschef", "910", "T22", "Arbetsledare", dag(1, 1), dag(12, 31), None),
    ("SBN-4", "Gå igenom orsakerna vid fjärde frånvarotillfället på ett år tillsammans med företagshälsan",
     "förvaltning", "Förvaltningschef", "910", None, "HR-partner", dag(2, 1), dag(12, 17), 210),
    ("SBN-5", "Ta i bruk en app där anmälaren ser status och foto",
     "avdelning", "Chef gata och park", "240", "T10", "Utredare", dag(1, 18), dag(4, 30), 350),
    ("SBN-5", "Avsätta ett lag med två personer enbart för småfel",
     "enhet", "Chef gata och park", "240", "T11", "Arbetsledare", dag(3, 1), dag(11, 30), None),
    ("SBN-5", "Avtala om service på gatubelysning inom fem dagar",
     "avdelning", "Chef gata och park", "240", "T10", "Gatuingenjör", dag(1, 11), dag(3, 31), None),
    ("SBN-5", "Laga de 120 värsta skadorna på gångvägar före midsommar",
     "enhet", "Chef gata och park", "240", "T11", "Arbetsledare", dag(4, 12), dag(6, 18), 900),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Ordna vattentjänster inom verksamhetsområdet.",
     "lag eller stat", "Lag 2006:412 om allmänna vattentjänster", None, None),
    ("statligt uppdrag eller åläggande", "Samla in förpackningar vid fastigheten från samtliga hushåll.",
     "lag eller stat", "Avfallsförordningen 2020:614", None, None),
    ("statligt uppdrag eller åläggande", "Vara väghållare och ansvara för trafiksäkerheten på kommunens gator.",
     "lag eller stat", "Väglagen 1971:948", None, None),
    ("uppdrag från kommunfullmäktige", "Svara för kommunens gator, lokaler, måltider, vatten och avfall.",
     "reglemente", "KF 2023-02-22 § 22", None, None),
    ("uppdrag från kommunstyrelsen", "Ta fram reservkraft för tre kök och två särskilda boenden.",
     "kommunstyrelsen", "KS 2026-03-25 § 52", None, None),
    ("uppdrag från nämnden", "Utreda om lokalvården på stadshuset kan ske dagtid.",
     "nämnden", "SBN 2026-09-17 § 101", None, None),
    ("åtagande gentemot annan nämnd", "Leverera måltider och lokalvård till skolor och förskolor.",
     "överenskommelse", "Servicenivåer 2027", "Barn- och utbildningsnämnden", None),
    ("åtagande gentemot annan nämnd", "Leverera måltider till särskilt boende och hemtjänst.",
     "överenskommelse", "Servicenivåer 2027", "Socialnämnden", None),
    ("åtagande gentemot annan nämnd", "Sköta gräs och is på fyra idrottsplatser.",
     "överenskommelse", "SBN 2025/77", "Kultur- och fritidsnämnden", None),
    ("åtagande gentemot bolag", "Snöröja och sopa åt bostadsbolaget.", "avtal", "SBN 2024/204",
     "Kanalbostäder AB", None),
    ("åtagande gentemot region", "Sköta 64 hållplatser.", "avtal", "SBN 2023/18", "Västra Götalandsregionen", None),
    ("åtagande gentemot sammanslutning", "Betala driftbidrag till 92 vägföreningar och samfälligheter.",
     "överenskommelse", "KF 2018-12-12 § 181", "Enskilda vägföreningar", None),
    ("särskild satsning", "Upprustning av tre lekplatser som barnen själva har valt.",
     "nämnden", "SBN 2026-05-21 § 58", None, 600),
    ("projekt", "Ny förskola Mariedal. Inflyttning augusti 2028.",
     "kommunfullmäktige", "KF 2025-06-18 § 90", None, 38_000),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 1_000, 9_900, 800, 2_900, 100, 12_400),
    ("240", 9_000, 18_500, 900, 32_600, 15_000, 56_600),
    ("250", 1_500, 14_200, 600, 8_200, 1_500, 22_500),
    ("860", 171_000, 38_000, 3_000, 86_000, 44_000, 0),
    ("910", 284_000, 71_000, 24_000, 124_000, 73_000, 7_800),
    ("930", 88_000, 54_500, 9_800, 39_200, 1_500, 16_600),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Ny förskola Mariedal", "investering", 38_000, 24_000, 0),
    ("Om- och tillbyggnad av grundskola i Brålanda", "investering", 22_000, 30_000, 16_000),
    ("Nytt särskilt boende, 60 platser", "investering", 6_000, 18_000, 40_000),
    ("Planerat underhåll av fastigheter", "investering", 24_000, 24_000, 24_000),
    ("Energieffektivisering och styrsystem", "investering", 9_000, 8_000, 8_000),
    ("Vattenverk, reningsverk och pumpstationer (taxefinansierat)", "investering", 26_000, 18_000, 20_000),
    ("Ledningsnät för vatten och avlopp (taxefinansierat)", "investering", 21_000, 21_000, 21_000),
    ("Gång- och cykelvägar", "investering", 7_000, 6_000, 6_000),
    ("Beläggning och broar", "investering", 9_000, 9_000, 9_000),
    ("Parker och lekplatser", "investering", 3_000, 2_000, 2_000),
    ("Storköksutrustning", "investering", 3_000, 2_000, 3_000),
    ("Bostadsområde Öxnered, gator och ledningar", "exploatering", 8_000, 4_000, 4_000),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("SBN-1", "Elanvändning i de åtta skolfastigheterna", "MWh", "lägre", "Energistatistik", "månad",
     "4120", "2025", "3700", "3600", "3500"),
    ("SBN-2", "Tallrikssvinn", "g/portion", "lägre", "Egen vägning", "månad", "19", "2025", "16", "15", "15"),
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
            "titel": "Planerat underhåll 2027 efter fastighet",
            "innehall": prosa("""
                Anslaget är 24 000 tkr. De största posterna, i tkr:

                - Tak och takavvattning på fyra skolor: 7 200
                - Fönster på stadshuset, andra etappen: 4 800
                - Hissar på två särskilda boenden: 3 100
                - Ytskikt och golv i förskolor: 2 900
                - Övrigt, 41 objekt: 6 000
            """),
        },
    ],
}
