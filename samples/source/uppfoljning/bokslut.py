"""The municipality's own figures after April, after August and for the year, tkr; its judgements of the goals."""

from collections.abc import Mapping

from ..writing import Row

# Post: the same period last year, outcome, prognosis (the year's last report has none).
RESULTATRAKNING: Mapping[str, Mapping[str, tuple[int, int, int | None]]] = {
    "T1": {
        "Verksamhetens intäkter": (222_000, 231_000, 692_000),
        "Verksamhetens kostnader": (-1_079_000, -1_121_000, -3_338_500),
        "Avskrivningar": (-37_000, -39_000, -118_000),
        "Skatteintäkter": (668_000, 695_000, 2_071_000),
        "Generella statsbidrag och utjämning": (231_000, 239_000, 716_000),
        "Finansiella intäkter": (4_500, 4_600, 14_000),
        "Finansiella kostnader": (-7_800, -8_600, -27_000),
    },
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
# After April neither cash flow nor balance is drawn up: the law does not ask for that report.
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
    "T1": {
        "Centrala poster (pensioner, lönerevision, KF:s reserv)": (20_300, 18_800, 60_000),
        "Interna poster (internränta m.m.)": (-7_300, -7_300, -22_000),
    },
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
    "T1": {"Samtliga realisationsvinster": (0, 0)},
    "T2": {"Samtliga realisationsvinster": (0, 0)},
    "AR": {"Samtliga realisationsvinster": (-1_900, None)},
}
FINANSMAL: Mapping[str, Row] = {
    "T1": {"utfall": "0.1", "prognos": "0.3", "status": "bedöms inte uppfyllas",
           "kommentar": "Prognosen är 9 500 tkr, 0,3 procent av skatter och generella bidrag."},
    "T2": {"utfall": "0.4", "prognos": "0.1", "status": "bedöms inte uppfyllas",
           "kommentar": "Prognosen är 2 100 tkr, 0,1 procent av skatter och generella bidrag."},
    "AR": {"utfall": "0.4", "status": "ej uppfyllt",
           "kommentar": "Resultatet blev 10 800 tkr, 0,4 procent av skatter och generella bidrag."},
}  # fmt: skip
DIARIENUMMER: Mapping[str, str] = {"T1": "KS 2027/142", "T2": "KS 2027/310", "AR": "KS 2028/31"}

# Årsarbetare and sjukfrånvaro in total.
PERSONAL: Mapping[str, tuple[int, str]] = {"T1": (3_128, "7.9"), "T2": (3_135, "7.3"), "AR": (3_131, "7.2")}

# Kommunstyrelsens reasons for its judgement of each goal: after April, after August, for the year.
MAL: Mapping[str, tuple[str, str, str]] = {
    "IM1": (
        "Betyg och examen redovisas först efter sommaren. Bibliotekens utlåning till barn ökar som planerat.",
        "Slutbetygen är bättre än 2025 och läsningen i årskurs 3 når målet. Frånvaron minskar för långsamt.",
        "Fler elever lämnar grundskolan med godkända betyg. Frånvaron har minskat där närvaroteamen var fulltaliga.",
    ),
    "IM2": (
        "Bytet av bilar följer planen och matsvinnet minskar. Styrsystemen för energi är upphandlade men inte bytta.",
        "Fordon, matsvinn och energi går åt rätt håll. Lokalerna når inte målet i tid.",
        "Utsläppen har minskat med 420 ton sedan 2025. Målet nås inte helt, eftersom styrsystemen kom sent.",
    ),
    "IM3": (
        "Fler hushåll går från försörjningsstöd till arbete. Hemtjänstens nya lag har inte gett bättre kontinuitet än.",
        "Fler klarar sin egen försörjning, men kontinuiteten i hemtjänsten försämras.",
        "Tryggheten på särskilt boende ökar. Hemtjänsten har inte lyckats, och det märks av dem som har mest hjälp.",
    ),
    "IM4": (
        "Sjukfrånvaron är lägre än i fjol i förskolan och högre i vård och omsorg. Vinterns förkylningar väger tungt.",
        "Sjukfrånvaron minskar i förskola och kök men inte i vård och omsorg.",
        "Frånvaron är 7,2 procent, lägre än 2025 men långt från målet. Vård och omsorg avgör.",
    ),
    "IM5": (
        "Kontaktcenter svarar snabbare och biblioteken har fått längre öppettider. Handläggningstiderna är för långa.",
        "Svarstider och öppettider är bättre. Överförmyndaren och avloppen återstår.",
        "De flesta märker kortare väntan. Två handläggningstider når inte ända fram.",
    ),
}
