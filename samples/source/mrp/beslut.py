"""What kommunfullmäktige decides in the plan, the tasks it gives, the election-year decision and the bilagor."""

from datetime import date

from ..writing import prosa, table

BESLUTSPUNKT = table(
    "text",
    ("Kommunfullmäktige antar mål- och resursplan 2027–2029.",),
    ("Kommunfullmäktige fastställer utdebiteringen för 2027 till 21,21 kronor per skattekrona, vilket är oförändrat.",),
    (
        "Kommunfullmäktige anslår kommunbidrag för 2027 med sammanlagt 2 705 000 tkr, fördelat per nämnd och "
        "anslagsbindningsnivå enligt [[tabell Driftbudget]].",
    ),
    ("Kommunfullmäktige fastställer resultat-, kassaflödes- och balansbudget för 2027 samt plan för 2028 och 2029.",),
    (
        "Kommunfullmäktige anslår 210 000 tkr för investeringar och exploatering 2027, fördelat per nämnd enligt "
        "investerings- och exploateringsplanen.",
    ),
    ("Kommunfullmäktige fastställer de förväntade resultaten med tillhörande mått och målvärden för 2027.",),
    ("Kommunfullmäktige fastställer det finansiella målet att årets resultat ska vara minst 1,0 procent av "
     "skatteintäkter och generella statsbidrag.",),
    ("Kommunfullmäktige ger kommunstyrelsen rätt att under 2027 ta upp nya lån med högst 60 000 tkr.",),
    ("Kommunfullmäktige ger kommunstyrelsen rätt att fördela medel för lönerevisionen 2027 till nämnderna.",),
    ("Kommunfullmäktige lämnar uppdragen i planen till nämnderna och bestämmer att de ska återrapporteras senast den "
     "dag som anges där.",),
)  # fmt: skip

KF, KS = "kommunfullmäktige", "kommunstyrelsen"
# fmt: off
UPPDRAG = table(
    "namnd text givare aterrapport",
    ("KS", "Kommunstyrelsen ska lämna förslag till hur årets resultat 2029 kan nå det finansiella målet, 1,0 procent.",
     KF, date(2027, 2, 24)),
    ("KS", "Kommunstyrelsen ska ta fram förslag till inriktningsmål för 2028–2031.", KF, date(2027, 6, 16)),
    ("KS", "Kommunstyrelsen ska redovisa vilka lokaler kommunen kan lämna till och med 2030 och vad det sparar.",
     KF, date(2027, 10, 27)),
    ("BUN", "Barn- och utbildningsnämnden ska redovisa en plan för förskolans organisation när barnen blir färre.",
     KF, date(2027, 4, 21)),
    ("BUN", "Barn- och utbildningsnämnden ska följa upp vad satsningen på elevhälsa, 5 000 tkr, har gett för närvaron.",
     KF, date(2028, 1, 26)),
    ("SN", "Socialnämnden ska redovisa en plan för särskilt boende till och med 2035.", KF, date(2027, 6, 16)),
    ("SN", "Socialnämnden ska tillsammans med kommunstyrelsen lämna förslag till hur heltid kan bli norm utan fler "
     "delade turer.", KS, date(2027, 9, 22)),
    ("SBN", "Samhällsbyggnadsnämnden ska redovisa kvarvarande underhållsbehov i skolor och förskolor, fastighet för "
     "fastighet.", KF, date(2027, 5, 19)),
    ("SBN", "Samhällsbyggnadsnämnden ska lämna förslag till taxa för vatten och avlopp som täcker investeringarna "
     "2028–2031.", KF, date(2027, 10, 27)),
    ("BN", "Byggnadsnämnden ska redovisa hur tomtkön kan minska genom planläggning i Vargön och Brålanda.",
     KF, date(2027, 9, 22)),
    ("MHN", "Miljö- och hälsoskyddsnämnden ska lämna förslag till en taxa där avgiften betalas efter utförd kontroll.",
     KF, date(2027, 9, 22)),
    ("KFN", "Kultur- och fritidsnämnden ska redovisa vilka som nås av de längre öppettiderna på biblioteken.",
     KF, date(2027, 11, 24)),
    ("OFN", "Överförmyndarnämnden ska pröva en gemensam nämnd med grannkommunerna och redovisa för- och nackdelar.",
     KF, date(2027, 6, 16)),
)
# fmt: on

BEKRAFTELSE = [{"datum": date(2026, 11, 25), "paragraf": 142, "dnr": "KS 2026/101"}]

BILAGA = [
    {
        "nummer": 1,
        "titel": "Ordförklaringar",
        "innehall": prosa("""
            **Anslagsbindningsnivå** är den nivå som kommunfullmäktige anslår pengar på. Pengar får inte flyttas
            mellan två nivåer utan nytt beslut.

            **Generella statsbidrag** är bidrag som staten betalar utan krav på vad de används till.

            **Kommunbidrag** eller ram är de skattepengar som en nämnd får för att bedriva sin verksamhet, alltså
            kostnader minus nämndens egna intäkter.

            **Soliditet** är eget kapital i förhållande till tillgångarna.
        """),
    },
    {
        "nummer": 2,
        "titel": "Så räknades volymerna",
        "innehall": prosa("""
            Volymerna i ramarna räknas per invånare i den ålder som verksamheten vänder sig till. Underlaget är
            befolkningsprognosen från mars 2026.

            - Förskola: 45 färre barn, 149 tkr per barn, ger 6 700 tkr lägre ram.
            - Grundskola: 25 fler elever, 120 tkr per elev, ger 3 000 tkr högre ram.
            - Äldreomsorg: 100 fler invånare över 80 år, 94 tkr per person, ger 9 400 tkr högre ram.
        """),
    },
]

ROWS = {
    "uppdrag": UPPDRAG,
    "beslutspunkt": BESLUTSPUNKT,
    "bekraftelse": BEKRAFTELSE,
    "bilaga": BILAGA,
}
