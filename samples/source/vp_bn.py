"""Byggnadsnämnden: verksamhetsplan with detaljbudget 2027."""

from .writing import Forms, Rows, dag, prosa, table

FORMS: Forms = {
    "verksamhetsplan": {
        "diarienummer": "BN 2026/96",
        "beloppsenhet": "tkr",
        "framtagen_av": "Förvaltningschef",
        "dokumentagare": "Miljö- och byggnadsförvaltningen",
        "dokumentansvarig": "Bygglovschef",
        "amnesomrade": "Bygga och bo",
        "intranat": True,
        "hemsida": True,
        "styrande_dokument": prosa("""
            - Mål- och resursplan 2027–2029 (KS 2026/101)
            - Översiktsplan 2023 (KS 2019/512)
            - Taxa för byggnadsnämnden (KF 2025-11-26 § 158)
        """),
        "inga_konflikter": True,
        "inom_ram": True,
        "delgiven": True,
    },
    "verksamhetsplan_text": {
        "inledning": prosa("""
            Byggnadsnämnden har två resultat för 2027. Båda mäts i dagar: 24 från komplett ansökan till beslut om
            bygglov, 28 till beslut om bostadsanpassning. Planen visar hur miljö- och byggnadsförvaltningen ska nå
            dit med oförändrat antal medarbetare och en ram på 10 030 tkr.

            Lagens gräns för bygglov är tio veckor. Den klaras i 98 procent av ärendena. Resultatet handlar alltså
            inte om att följa lagen utan om att den som ska bygga slipper vänta.
        """),
        "uppdrag": prosa("""
            Nämnden fullgör kommunens uppgifter enligt plan- och bygglagen, utom översiktsplaneringen, som leds av
            kommunstyrelsen. Den prövar lov, utövar tillsyn, tar fram detaljplaner, för kommunens kartor och
            beslutar om namn och adresser. Sedan 2019 beslutar nämnden också om bidrag till bostadsanpassning.

            Under ett normalt år fattas 520 beslut om lov, 160 om bostadsanpassning och 90 i tillsynsärenden.
        """),
        "organisation": prosa("""
            Förvaltningen arbetar åt två nämnder. För byggnadsnämnden finns bygglovsenheten med nio medarbetare,
            planenheten med sju och kart- och mätenheten med sju. Förvaltningschef, ekonom och registratorer delas
            med miljö- och hälsoskyddsnämnden. Kostnaden för dem fördelas lika.
        """),
        "verksamhet": prosa("""
            Fler ansökningar väntas: 540 mot 505 under 2026. Räntan har sjunkit och två exploatörer har köpt mark.

            Sex av tio ansökningar saknar i dag ritning eller uppgift när de kommer in, och då hinner handläggaren
            skriva i genomsnitt 1,8 brev innan prövningen kan börja. Det är där tiden finns att hämta. E-tjänsten
            byggs ut så att den inte tar emot en ansökan utan de handlingar som krävs.

            Två detaljplaner med sammanlagt 140 bostäder, i Vargön och Brålanda, ska upp till antagande före
            sommaren respektive i november.
        """),
        "detaljbudget": prosa("""
            Intäkterna, 10 200 tkr, täcker hälften av kostnaderna. Bygglovsavgifterna är beräknade på 540 beslut;
            blir de 60 färre saknas ungefär 600 tkr. Den risken möts genom att en vakant tjänst tillsätts först i
            april, när vårens ansökningar har kommit in.

            Bostadsanpassningen redovisas med handläggning och mindre åtgärder. Större anpassningar betalas ur
            kommunens centrala anslag.
        """),
        "investeringar": prosa("""
            Bygglovsarkivet från 1940–1998 skannas för 600 tkr i år och 2 000 tkr totalt. När det är klart kan
            fastighetsägare själva hämta ritningar, en fråga som i dag tar en halv tjänst.
        """),
        "uppfoljning": prosa("""
            Enheten går igenom ärenden äldre än 20 dagar varje måndag. Mediantiden redovisas på varje
            nämndsammanträde tillsammans med antalet inkomna ärenden, så att det går att se om tiden ändras för att
            arbetet ändras eller för att det kommer färre ansökningar.
        """),
    },
}

# fmt: off
AKTIVITETER = table(
    "resultat text niva beslutad_av verksamhet enhet ansvarig start slut kostnad",
    ("BN-1", "Boka hembesök samma vecka som ansökan kommer in",
     "enhet", "Bygglovschef", "218", "Y10", "Handläggare bostadsanpassning", dag(1, 11), dag(12, 17), None),
    ("BN-1", "Ta bort kravet på offert för åtgärder under 20 000 kronor",
     "enhet", "Förvaltningschef", "218", "Y10", "Bygglovschef", dag(1, 11), dag(2, 26), None),
    ("BN-1", "Skriva ramavtal med tre hantverkare om ramper, trösklar och dörröppnare",
     "förvaltning", "Förvaltningschef", "218", None, "Förvaltningsekonom", dag(2, 1), dag(5, 31), 40),
    ("BN-1", "Komma överens med arbetsterapeuterna om ett gemensamt intyg",
     "enhet", "Bygglovschef", "218", "Y10", "Handläggare bostadsanpassning", dag(2, 1), dag(4, 30), None),
    ("BN-2", "Bygga ut e-tjänsten så att den kontrollerar handlingarna innan ansökan skickas",
     "förvaltning", "Förvaltningschef", "216", None, "Verksamhetsutvecklare", dag(1, 18), dag(5, 31), 320),
    ("BN-2", "Granska nya ansökningar inom två arbetsdagar",
     "enhet", "Bygglovschef", "216", "Y10", "Bygglovshandläggare", dag(2, 1), dag(12, 17), None),
    ("BN-2", "Erbjuda 15 minuters rådgivning per telefon utan bokning varje förmiddag",
     "enhet", "Bygglovschef", "216", "Y10", "Bygglovshandläggare", dag(3, 1), dag(12, 17), None),
    ("BN-2", "Delegera beslut om enkla tillbyggnader till handläggaren",
     "förvaltning", "Förvaltningschef", "216", None, "Bygglovschef", dag(1, 11), dag(3, 31), None),
    ("BN-2", "Ta fram exempelritningar för altan, garage och skylt",
     "enhet", "Bygglovschef", "216", "Y10", "Arkitekt", dag(3, 1), dag(6, 18), 60),
    ("BN-2", "Leverera nybyggnadskarta inom fem dagar",
     "enhet", "Förvaltningschef", "217", "Y30", "Chef kart- och mätenheten", dag(2, 1), dag(12, 17), None),
)

VB = table(
    "slag text kalla kallhanvisning motpart belopp",
    ("statligt uppdrag eller åläggande", "Pröva lov och utöva tillsyn över byggandet.",
     "lag eller stat", "Plan- och bygglagen 2010:900", None, None),
    ("statligt uppdrag eller åläggande", "Besluta om bidrag till bostadsanpassning.",
     "lag eller stat", "Lag 2018:222", None, None),
    ("statligt uppdrag eller åläggande", "Rapportera adresser, byggnader och lägenheter till staten.",
     "lag eller stat", "Lag 2006:378", None, None),
    ("uppdrag från kommunfullmäktige", "Svara för plan, bygglov, kartor och bostadsanpassning.",
     "reglemente", "KF 2023-02-22 § 23", None, None),
    ("uppdrag från nämnden", "Redovisa vilka olovliga åtgärder som är vanligast och hur de kan förebyggas.",
     "nämnden", "BN 2026-09-15 § 77", None, None),
    ("åtagande gentemot annan nämnd", "Leverera kartor och inmätning till gata, vatten och avlopp.",
     "överenskommelse", "BN 2024/58", "Samhällsbyggnadsnämnden", None),
    ("åtagande gentemot organisation", "Delta i dialog med företagare fyra morgnar om året.",
     "överenskommelse", "BN 2025/31", "Företagarföreningen", None),
    ("projekt", "Skanning av bygglovsarkivet, till december 2029.", "nämnden", "BN 2026-04-21 § 35", None, 600),
)

BUDGET = table(
    "verksamhet intakter personal lokal ovrigt kapital netto_forra",
    ("100", 0, 780, 10, 190, 0, 960),
    ("215", 1_900, 4_350, 260, 840, 20, 3_480),
    ("216", 5_600, 6_450, 380, 620, 30, 1_850),
    ("217", 2_700, 4_020, 240, 680, 260, 2_440),
    ("218", 0, 520, 30, 550, 0, 1_070),
)

INVESTERINGAR = table(
    "objekt slag ar_1 ar_2 ar_3",
    ("Digitalisering av bygglovsarkivet", "investering", 600, 700, 700),
)

MATT = table(
    "hor_till text enhet riktning kalla frekvens basvarde basar mal_1 mal_2 mal_3",
    ("BN-1", "Bostadsanpassning beslutad inom 14 dagar", "%", "högre", "Ärendesystemet", "tertial",
     "24", "2025", "29", "35", "40"),
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
            "titel": "Detaljplaner i arbete 2027",
            "innehall": prosa("""
                - Bostäder i östra Vargön, 90 lägenheter: antagande i juni
                - Bostäder i Brålanda, 50 lägenheter och småhus: antagande i november
                - Verksamhetsmark vid väg 45: samråd i september
                - Ny brandstation: granskning i maj
            """),
        },
    ],
}
