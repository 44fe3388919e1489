"""Kultur- och fritidsnämnden: verksamhetsplan with detaljbudget 2027, with amounts in kronor as its ledger has them."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "KFN 2026/71",
        "beloppsenhet": "kronor",
        "framtagen_av": "Förvaltningschef med enhetschefer",
        "dokumentagare": "Kultur- och fritidsförvaltningen",
        "dokumentansvarig": "Förvaltningschef",
        "amnesomrade": "Kultur och fritid",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Biblioteksplan 2024–2028 (KFN 2023/112)
            - Regler för bidrag till föreningar (KFN 2025/9)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Kultur- och fritidsnämnden har fått fyra resultat och två tillskott. Resultaten handlar om barns
            läsning, äldres möten, bibliotekens öppettider och föreningarnas bidrag. Tillskotten är 800 tkr till
            biblioteken och 400 tkr till föreningarna.

            Ramen är 69 190 tkr. I arbetet med detaljbudgeten har beloppen lagts in i kronor. De avrundas till
            tusental först i tabellerna.
        """),
        "uppdrag": prosa("""
            Nämnden ansvarar enligt reglementet för

            - folkbibliotek enligt bibliotekslagen,
            - kulturskola,
            - fritidsgårdar och öppen ungdomsverksamhet,
            - idrotts- och friluftsanläggningar, badplatser och leder,
            - bidrag och lokaler till föreningar,
            - offentlig konst och kulturmiljö.
        """),
        "organisation": prosa("""
            Förvaltningen har 78 årsarbetare i fyra enheter under förvaltningschefen: biblioteken, kulturskolan,
            fritid och förening samt allmänkultur. Huvudbiblioteket och fyra filialer har gemensamt schema från den
            1 mars, vilket gör de nya öppettiderna möjliga.
        """),
        "verksamhet": prosa("""
            **Biblioteken** håller öppet med personal 168 timmar i veckan, 26 fler än 2026. Timmarna läggs på
            kvällar i Vargön och lördagar i Brålanda, dit besökarna i höstens enkät ville komma.

            **Fritidsgårdarna** flyttar en kväll i veckan ut till idrottshallarna. Försöket gäller till juni och
            följs upp med ungdomarna själva.

            **Isen** i den äldsta ishallen håller ett år till. Beslut om hallens framtid väntas i samband med nästa
            mål- och resursplan, och inga åtgärder görs utöver det som säkerheten kräver.

            **Äldre** som sällan går ut nås genom träffpunkter på de platser där de redan är: trygghetsboenden,
            bygdegårdar och bibliotek.
        """),
        "detaljbudget": prosa("""
            Biblioteken ökar med 800 tkr, vilket är hela tillskottet för fler bemannade timmar. Uppräkningen på 380
            tkr tas igen genom mindre inköp av medier. Föreningsstödet ökar med 600 tkr, varav 400 tkr är höjda
            bidrag.

            Anläggningarna kostar 500 tkr mer. Elen till ishallarna är säkrad till 92 öre per kilowattimme för hela
            året. Kulturskolans avgift är oförändrad, 700 kronor per termin.
        """),
        "investeringar": prosa("""
            Nämnden investerar 4 400 tkr, bland annat i en ismaskin för 1 600 tkr och nya hyllor till två filialer.
        """),
        "uppfoljning": prosa("""
            Besök, lån och öppettimmar räknas varje månad. Föreningsbidragens utbetalningar följs efter varje
            ansökningsperiod, i mars och i oktober. Nämnden får resultat och ekonomi samlat i maj, september och
            februari.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("KFN-1", "Besöka alla förskoleklasser med lånekort och en egen bok",
     "enhet", "Bibliotekschef", "315", "F11", "Barnbibliotekarie", dag(1, 18), dag(5, 28), 85_000),
    ("KFN-1", "Köra bokbussen till fem fritidshem varannan vecka",
     "enhet", "Bibliotekschef", "315", "F12", "Barnbibliotekarie", dag(2, 1), dag(12, 10), 140_000),
    ("KFN-1", "Ställa ut böcker i simhallen och på fritidsgårdarna utan lånekort",
     "avdelning", "Bibliotekschef", "315", "F10", "Bibliotekarie", dag(3, 1), dag(12, 17), 60_000),
    ("KFN-1", "Starta bokklubbar för årskurs 4–6 på sommarlovet",
     "enhet", "Bibliotekschef", "315", "F12", "Barnbibliotekarie", dag(6, 14), dag(8, 13), 45_500),
    ("KFN-2", "Öppna träffpunkt med dans och sång på fyra trygghetsboenden",
     "enhet", "Förvaltningschef", "300", "F40", "Kultursamordnare", dag(2, 1), dag(12, 10), 210_000),
    ("KFN-2", "Leda promenader från biblioteken två förmiddagar i veckan",
     "avdelning", "Fritidschef", "340", "F30", "Friluftssamordnare", dag(3, 1), dag(11, 26), 30_000),
    ("KFN-2", "Hämta med minibuss till kulturkaféet i Brålanda",
     "enhet", "Förvaltningschef", "300", "F40", "Kultursamordnare", dag(2, 15), dag(12, 10), 72_400),
    ("KFN-2", "Låta pensionärsföreningarna boka hallarna gratis före kl. 14",
     "enhet", "Fritidschef", "340", "F32", "Bokningssamordnare", dag(1, 11), dag(12, 17), None),
    ("KFN-3", "Förhandla och införa gemensamt schema för huvudbibliotek och filialer",
     "avdelning", "Bibliotekschef", "315", "F10", "Bibliotekschef", dag(1, 4), dag(2, 26), None),
    ("KFN-3", "Anställa en bibliotekarie och en biblioteksassistent",
     "avdelning", "Bibliotekschef", "315", "F10", "Bibliotekschef", dag(1, 4), dag(2, 26), 790_000),
    ("KFN-3", "Räkna besökare timme för timme och flytta tomma timmar efter sommaren",
     "enhet", "Bibliotekschef", "315", "F12", "Enhetssamordnare", dag(3, 1), dag(9, 30), None),
    ("KFN-3", "Annonsera de nya tiderna i kollektivtrafiken och på skolorna",
     "enhet", "Förvaltningschef", "315", "F11", "Kommunikatör", dag(2, 8), dag(4, 30), 35_000),
    ("KFN-4", "Byta till ett formulär för alla sju bidragsformer",
     "avdelning", "Fritidschef", "305", "F30", "Föreningskonsulent", dag(1, 11), dag(2, 26), 120_000),
    ("KFN-4", "Betala ut grundbidraget på föregående års medlemstal och justera i efterhand",
     "förvaltning", "Förvaltningschef", "305", None, "Fritidschef", dag(2, 1), dag(10, 29), None),
    ("KFN-4", "Hjälpa föreningar på plats tre kvällar före varje sista ansökningsdag",
     "avdelning", "Fritidschef", "305", "F30", "Föreningskonsulent", dag(2, 15), dag(10, 1), None),
    ("KFN-4", "Granska stickprov i efterhand i stället för alla ansökningar i förväg",
     "avdelning", "Fritidschef", "305", "F30", "Föreningskonsulent", dag(3, 1), dag(12, 17), None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Driva folkbibliotek som är gratis och till för alla.",
     "lag eller stat", "Bibliotekslagen 2013:801", None, None),
    ("statligt uppdrag eller åläggande", "Sköta kommunens badplatser och rapportera vattnets kvalitet.",
     "lag eller stat", "Badvattenförordningen 2008:218", None, None),
    ("uppdrag från kommunfullmäktige", "Svara för bibliotek, kulturskola, fritid, idrott och konst.",
     "reglemente", "KF 2023-02-22 § 25", None, None),
    ("uppdrag från kommunstyrelsen", "Bemanna tre trygghetspunkter vid kris.",
     "kommunstyrelsen", "KS 2026-05-06 § 90", None, None),
    ("uppdrag från nämnden", "Kartlägga vilka ungdomar som inte deltar i någon förening.",
     "nämnden", "KFN 2026-09-22 § 64", None, None),
    ("åtagande gentemot annan nämnd", "Låna ut böcker och hålla bokprat på skolor utan eget bibliotek.",
     "överenskommelse", "KFN 2024/61", "Barn- och utbildningsnämnden", None),
    ("åtagande gentemot bolag", "Hyra kulturhuset och dela på vaktmästeriet.", "avtal", "KFN 2020/33",
     "Slussens Fastighets AB", 2_480_000),
    ("åtagande gentemot region", "Ta emot regional teater och musik, åtta föreställningar.",
     "avtal", "KFN 2025/104", "Västra Götalandsregionen", 320_000),
    ("åtagande gentemot organisation", "Stödja studieförbundens arbete på landsbygden.",
     "överenskommelse", "KFN 2025/70", "Studieförbunden", 410_000),
    ("åtagande gentemot sammanslutning", "Bidra till driften av 14 bygdegårdar.",
     "överenskommelse", "KFN 2023/19", "Samlingslokalernas samarbetsråd", 690_000),
    ("särskild satsning", "Fler bemannade timmar på biblioteken.", "MRP", "KF 2026-06-17 § 78", None, 800_000),
    ("projekt", "Ungas mötesplats i idrottshallarna, januari–juni.", "nämnden", "KFN 2026-10-20 § 75", None, 185_500),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 120_400, 3_912_400, 409_700, 640_100, 18_200, 4_760_400),
    ("300", 210_300, 2_640_300, 980_000, 1_690_400, 29_600, 4_979_800),
    ("305", 0, 812_400, 1_240_000, 6_832_600, 15_000, 8_300_000),
    ("315", 640_200, 9_870_300, 3_915_200, 2_270_900, 283_800, 14_899_700),
    ("330", 1_480_000, 10_320_400, 1_560_000, 889_800, 109_800, 11_150_300),
    ("340", 4_850_300, 8_410_400, 7_620_000, 3_080_100, 1_039_800, 14_799_800),
    ("350", 310_000, 5_640_400, 1_720_300, 789_600, 59_700, 7_600_000),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Inventarier till biblioteken", "investering", 1_400_000, 1_200_000, 1_200_000),
    ("Utrustning till idrotts- och friluftsanläggningar", "investering", 3_000_000, 2_300_000, 2_300_000),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("KFN-3", "Besök på biblioteken efter kl. 17 och på lördagar, per månad", "antal", "högre", "Besöksräknare",
     "månad", "2900", "2025", "3500", "3700", "3800"),
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
            "titel": "Bibliotekens öppettider från den 1 mars 2027",
            "innehall": prosa("""
                Bemannade timmar per vecka (2026 inom parentes):

                - Huvudbiblioteket: 62 (56)
                - Vargön: 38 (30)
                - Brålanda: 30 (22)
                - Frändefors: 22 (18)
                - Öxnered: 16 (16)
            """),
        },
    ],
}
