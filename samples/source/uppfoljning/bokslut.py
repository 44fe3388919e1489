"""The municipality's own figures and texts after August and for the year, tkr."""

from collections.abc import Mapping

from ..writing import Row, prosa

# Post: the same period last year, outcome, prognosis (the year's last report has none).
RESULTATRAKNING: Mapping[str, Mapping[str, tuple[int, int, int | None]]] = {
    "T2": {
        "Verksamhetens intäkter": (448_000, 462_000, 694_000),
        "Verksamhetens kostnader": (-2_141_300, -2_226_100, -3_347_900),
        "Avskrivningar": (-74_200, -78_400, -118_000),
        "Skatteintäkter": (1_333_000, 1_381_000, 2_071_000),
        "Generella statsbidrag och utjämning": (461_000, 477_500, 716_000),
        "Finansiella intäkter": (9_100, 9_400, 14_000),
        "Finansiella kostnader": (-15_800, -17_600, -27_000),
    },
    "AR": {
        "Verksamhetens intäkter": (674_000, 697_500, None),
        "Verksamhetens kostnader": (-3_226_400, -3_347_900, None),
        "Avskrivningar": (-111_800, -117_600, None),
        "Skatteintäkter": (2_001_000, 2_074_500, None),
        "Generella statsbidrag och utjämning": (692_000, 716_900, None),
        "Finansiella intäkter": (13_900, 13_600, None),
        "Finansiella kostnader": (-24_100, -26_200, None),
    },
}
KASSAFLODE: Mapping[str, Mapping[str, tuple[int, int, int | None]]] = {
    "T2": {
        "Årets resultat": (19_800, 7_800, 2_100), "Avskrivningar": (74_200, 78_400, 118_000),
        "Förändring avsättningar": (3_200, 3_600, 6_000), "Förändring av rörelsekapital": (-6_400, -11_200, 0),
        "Investeringar": (-108_000, -121_000, -196_000), "Försäljning av anläggningstillgångar": (0, 0, 0),
        "Upptagna lån": (30_000, 40_000, 60_000), "Amortering av lån": (0, 0, 0),
    },
    "AR": {
        "Årets resultat": (18_600, 10_800, None), "Avskrivningar": (111_800, 117_600, None),
        "Förändring avsättningar": (5_100, 6_400, None), "Förändring av rörelsekapital": (-4_300, -8_900, None),
        "Investeringar": (-172_000, -191_500, None), "Försäljning av anläggningstillgångar": (900, 1_300, None),
        "Upptagna lån": (45_000, 60_000, None), "Amortering av lån": (0, 0, None),
    },
}  # fmt: skip
# Post: 31 December 2026, the period's end, prognosis for 31 December 2027.
BALANS: Mapping[str, Mapping[str, tuple[int, int, int | None]]] = {
    "T2": {
        "Anläggningstillgångar": (2_350_000, 2_392_600, 2_428_000),
        "Övriga omsättningstillgångar": (260_000, 265_200, 260_000), "Likvida medel": (120_000, 117_600, 110_100),
        "Eget kapital": (1_180_000, 1_187_800, 1_182_100), "Avsättningar": (170_000, 173_600, 176_000),
        "Långfristiga skulder": (780_000, 820_000, 840_000), "Kortfristiga skulder": (600_000, 594_000, 600_000),
    },
    "AR": {
        "Anläggningstillgångar": (2_350_000, 2_422_600, None),
        "Övriga omsättningstillgångar": (260_000, 264_000, None), "Likvida medel": (120_000, 115_700, None),
        "Eget kapital": (1_180_000, 1_190_800, None), "Avsättningar": (170_000, 176_400, None),
        "Långfristiga skulder": (780_000, 840_000, None), "Kortfristiga skulder": (600_000, 595_100, None),
    },
}  # fmt: skip
CENTRALT: Mapping[str, Mapping[str, tuple[int, int, int]]] = {
    "T2": {
        "Centrala poster (pensioner, lönerevision, KF:s reserv)": (40_700, 36_000, 61_000),
        "Interna poster (internränta m.m.)": (-14_700, -14_700, -22_000),
    },
    "AR": {
        "Centrala poster (pensioner, lönerevision, KF:s reserv)": (61_000, 58_500, 58_500),
        "Interna poster (internränta m.m.)": (-22_000, -22_000, -22_000),
    },
}
BALANSKRAV: Mapping[str, Row] = {
    "T2": {"Samtliga realisationsvinster": (0, 0)},
    "AR": {"Samtliga realisationsvinster": (-1_900, None)},
}
FINANSMAL: Mapping[str, Row] = {
    "T2": {"utfall": "0.4", "prognos": "0.1", "status": "bedöms inte uppfyllas",
           "kommentar": "Prognosen är 2 100 tkr, 0,1 procent av skatter och generella bidrag."},
    "AR": {"utfall": "0.4", "status": "ej uppfyllt",
           "kommentar": "Resultatet blev 10 800 tkr, 0,4 procent av skatter och generella bidrag."},
}  # fmt: skip
DIARIENUMMER: Mapping[str, str] = {"T2": "KS 2027/310", "AR": "KS 2028/31"}

MAL: Mapping[str, tuple[str, str]] = {
    "IM1": (
        "Slutbetygen är bättre än 2025 och läsningen i årskurs 3 når målet. Frånvaron minskar för långsamt.",
        "Fler elever lämnar grundskolan med godkända betyg. Frånvaron har minskat där närvaroteamen var fulltaliga.",
    ),
    "IM2": (
        "Fordon, matsvinn och energi går åt rätt håll. Lokalerna når inte målet i tid.",
        "Utsläppen har minskat med 420 ton sedan 2025. Målet nås inte helt, eftersom styrsystemen kom sent.",
    ),
    "IM3": (
        "Fler klarar sin egen försörjning, men kontinuiteten i hemtjänsten försämras.",
        "Tryggheten på särskilt boende ökar. Hemtjänsten har inte lyckats, och det märks av dem som har mest hjälp.",
    ),
    "IM4": (
        "Sjukfrånvaron minskar i förskola och kök men inte i vård och omsorg.",
        "Frånvaron är 7,2 procent, lägre än 2025 men långt från målet. Vård och omsorg avgör.",
    ),
    "IM5": (
        "Svarstider och öppettider är bättre. Överförmyndaren och avloppen återstår.",
        "De flesta märker kortare väntan. Två handläggningstider når inte ända fram.",
    ),
}
VISION: Mapping[str, str] = {
    "T2": "Kommunen rör sig mot visionen i skolan och klimatet. I äldres vardag går det åt fel håll, och det är där "
          "kommande beslut behöver göra skillnad.",
    "AR": "Kommunen är närmare visionen än för fyra år sedan: fler unga klarar skolan, utsläppen är lägre och servicen "
          "är lättare att nå. Hela livet ut är visionen inte uppfylld så länge hemtjänsten byter ansikten.",
}  # fmt: skip
TEXTER: Mapping[str, str] = {
    "sammanfattning": prosa("""
        Kommunen når sina mål delvis. Ekonomin är svag: barn- och utbildningsnämnden och socialnämnden redovisar
        underskott, medan centrala poster ger överskott.

        Måttet på god ekonomisk hushållning nås inte.
    """),
    "oversikt": "Antalet invånare har legat nära 40 000 i tio år. Andelen över 80 år ökar och barnen blir färre.",
    "stallning": "Skatteunderlaget växer långsammare än kostnaderna. Ränta och byggpriser är de största riskerna.",
    "handelser": "- Byggstart för förskolan Mariedal\n- Nytt gruppboende enligt LSS\n- Skyfallet i juli",
    "styrning": "Kommunen styrs med vision, inriktningsmål, förväntade resultat och aktiviteter enligt reglerna för "
                "mål- och resultatstyrning.",
    "hushallning": "Verksamhetsmålen nås delvis och det finansiella målet nås inte. Sammantaget är målet om god "
                   "ekonomisk hushållning delvis uppfyllt.",
    "finansiell_analys": prosa("""
        Nettokostnaderna ökar snabbare än skatteintäkterna. Soliditeten är i stort sett oförändrad, drygt 42 procent.

        - Resultat: svagare än budget
        - Kapacitet: låneskulden ökar med 60 000 tkr under året
        - Risk: två nämnder har återkommande underskott
    """),
    "balanskrav": "Balanskravsresultatet är positivt. Inget underskott finns att återställa och reserven används inte.",
    "personal": "Kommunen har omkring 3 100 årsarbetare. Sjukfrånvaron minskar men är högre hos kvinnor än hos män.",
    "utveckling": "Resultatet förväntas vara svagt även nästa år. Kommunen behöver anpassa skola och förskola till "
                  "färre barn och bygga ut äldreomsorgen.",
}  # fmt: skip
