"""The budget of the mål- och resursplan 2027–2029, tkr: frames, central items, the four budgets and investments."""

from ..writing import table

# fmt: off
RAM = table(
    "namnd anslagsniva bokslut budget_forra preliminar ram_1 ram_2 ram_3",
    ("KF", "Nämnden", 3_290, 3_400, 3_480, 3_480, 3_560, 3_640),
    ("KS", "Nämnden", 295_120, 303_900, 310_400, 312_400, 318_600, 325_000),
    ("BUN", "Nämnden", 1_004_340, 1_021_800, 1_041_600, 1_048_600, 1_071_700, 1_095_300),
    ("BN", "Nämnden", 9_240, 9_800, 10_030, 10_030, 10_240, 10_400),
    ("KFN", "Nämnden", 64_910, 66_490, 69_190, 69_190, 70_540, 71_140),
    ("MHN", "Nämnden", 11_310, 11_700, 11_980, 11_980, 12_240, 12_440),
    ("REV", "Nämnden", 1_480, 1_560, 1_600, 1_600, 1_640, 1_680),
    ("SBN", "Skattefinansierat", 113_780, 115_900, 118_700, 118_700, 121_100, 123_500),
    ("SBN", "Taxefinansierat", 0, 0, 0, 0, 0, 0),
    ("SN", "Nämnden", 1_071_460, 1_088_700, 1_116_300, 1_121_300, 1_149_300, 1_178_000),
    ("VAL", "Nämnden", 610, 2_500, 820, 820, 840, 1_740),
    ("OFN", "Nämnden", 6_020, 6_250, 6_900, 6_900, 7_040, 7_160),
)

RAMFORANDRING = table(
    "namnd post belopp",
    ("KF", "Pris- och löneuppräkning", 80),
    ("KS", "Pris- och löneuppräkning", 6_900),
    ("KS", "Utökad uppdragsersättning Kunskapsförbundet Väst", 3_600),
    ("KS", "Effektivisering 0,7 %", -2_000),
    ("BUN", "Pris- och löneuppräkning", 25_500),
    ("BUN", "Volym: färre barn i förskolan", -6_700),
    ("BUN", "Volym: grundskola", 3_000),
    ("BUN", "Satsning elevhälsa", 5_000),
    ("BN", "Pris- och löneuppräkning", 230),
    ("KFN", "Pris- och löneuppräkning", 1_500),
    ("KFN", "Fler öppettimmar på biblioteken", 800),
    ("KFN", "Höjda föreningsbidrag", 400),
    ("MHN", "Pris- och löneuppräkning", 280),
    ("REV", "Pris- och löneuppräkning", 40),
    ("SBN", "Pris- och löneuppräkning", 2_900),
    ("SBN", "Hyreskompensation", 1_100),
    ("SBN", "Effektivisering", -1_200),
    ("SN", "Pris- och löneuppräkning", 27_200),
    ("SN", "Volym: äldre 80+", 9_400),
    ("SN", "Effektivisering särskilt boende", -4_000),
    ("VAL", "Pris- och löneuppräkning", 20),
    ("VAL", "Inget allmänt val under 2027", -1_700),
    ("OFN", "Pris- och löneuppräkning", 150),
    ("OFN", "Förstärkt granskning av årsräkningar", 500),
)

BRYGGA = table(
    "post ar_1 ar_2 ar_3",
    ("Centrala poster (pensioner, lönerevision, KF:s reserv)", 61_000, 66_000, 71_000),
    ("Interna poster (internränta m.m.)", -22_000, -23_000, -24_000),
)

RESULTATPOST = table(
    "post ar_1 ar_2 ar_3",
    ("Verksamhetens intäkter", 690_000, 701_000, 712_000),
    ("Verksamhetens kostnader", -3_316_000, -3_384_800, -3_455_000),
    ("Avskrivningar", -118_000, -126_000, -134_000),
    ("Skatteintäkter", 2_071_000, 2_127_000, 2_184_000),
    ("Generella statsbidrag och utjämning", 716_000, 729_000, 741_000),
    ("Finansiella intäkter", 14_000, 14_000, 14_000),
    ("Finansiella kostnader", -27_000, -30_000, -33_000),
)

KASSAFLODESPOST = table(
    "post ar_1 ar_2 ar_3",
    ("Årets resultat", 30_000, 30_200, 29_000),
    ("Avskrivningar", 118_000, 126_000, 134_000),
    ("Förändring avsättningar", 6_000, 6_000, 6_000),
    ("Förändring av rörelsekapital", 0, -2_000, 1_000),
    ("Investeringar", -210_000, -196_000, -180_000),
    ("Försäljning av anläggningstillgångar", 0, 0, 0),
    ("Upptagna lån", 60_000, 40_000, 25_000),
    ("Amortering av lån", 0, 0, -10_000),
)

BALANSPOST = table(
    "post forra ar_1 ar_2 ar_3",
    ("Anläggningstillgångar", 2_350_000, 2_442_000, 2_512_000, 2_558_000),
    ("Övriga omsättningstillgångar", 260_000, 260_000, 264_000, 267_000),
    ("Likvida medel", 120_000, 124_000, 128_200, 133_200),
    ("Eget kapital", 1_180_000, 1_210_000, 1_240_200, 1_269_200),
    ("Avsättningar", 170_000, 176_000, 182_000, 188_000),
    ("Långfristiga skulder", 780_000, 840_000, 880_000, 895_000),
    ("Kortfristiga skulder", 600_000, 600_000, 602_000, 606_000),
)

INVESTERING = table(
    "namnd objekt slag ar_1 ar_2 ar_3 ar_4 ar_5",
    ("KS", "Nätverk och servrar", "investering", 4_500, 4_000, 4_000, 3_500, 3_500),
    ("KS", "E-tjänster och ärendehantering", "investering", 2_500, 2_000, 1_500, 1_000, 1_000),
    ("KS", "Laddplatser vid kommunens lokaler", "investering", 3_000, 2_000, 1_000, 1_000, 1_000),
    ("KS", "Markförvärv", "exploatering", 2_000, 2_000, 2_000, 2_000, 2_000),
    ("BUN", "Inventarier och lärmiljöer i grundskolan", "investering", 4_500, 4_000, 4_000, 4_000, 4_000),
    ("BUN", "Inventarier till förskolor", "investering", 2_500, 2_500, 2_000, 2_000, 2_000),
    ("BUN", "Digitala lärverktyg", "investering", 2_000, 2_000, 2_000, 2_000, 2_000),
    ("BN", "Digitalisering av bygglovsarkivet", "investering", 600, 700, 700, 0, 0),
    ("KFN", "Inventarier till biblioteken", "investering", 1_400, 1_200, 1_200, 1_000, 1_000),
    ("KFN", "Utrustning till idrotts- och friluftsanläggningar", "investering", 3_000, 2_300, 2_300, 2_500, 2_500),
    ("MHN", "Mätutrustning och fältfordon", "investering", 700, 400, 400, 400, 400),
    ("SBN", "Ny förskola Mariedal", "investering", 38_000, 24_000, 0, 0, 0),
    ("SBN", "Om- och tillbyggnad av grundskola i Brålanda", "investering", 22_000, 30_000, 16_000, 0, 0),
    ("SBN", "Nytt särskilt boende, 60 platser", "investering", 6_000, 18_000, 40_000, 46_000, 28_000),
    ("SBN", "Planerat underhåll av fastigheter", "investering", 24_000, 24_000, 24_000, 25_000, 25_000),
    ("SBN", "Energieffektivisering och styrsystem", "investering", 9_000, 8_000, 8_000, 8_000, 6_000),
    ("SBN", "Vattenverk, reningsverk och pumpstationer (taxefinansierat)", "investering",
     26_000, 18_000, 20_000, 18_000, 18_000),
    ("SBN", "Ledningsnät för vatten och avlopp (taxefinansierat)", "investering",
     21_000, 21_000, 21_000, 22_000, 22_000),
    ("SBN", "Gång- och cykelvägar", "investering", 7_000, 6_000, 6_000, 6_000, 6_000),
    ("SBN", "Beläggning och broar", "investering", 9_000, 9_000, 9_000, 9_000, 9_000),
    ("SBN", "Parker och lekplatser", "investering", 3_000, 2_000, 2_000, 2_000, 2_000),
    ("SBN", "Storköksutrustning", "investering", 3_000, 2_000, 3_000, 2_000, 2_000),
    ("SBN", "Bostadsområde Öxnered, gator och ledningar", "exploatering", 8_000, 4_000, 4_000, 0, 0),
    ("SN", "Inventarier till särskilt boende", "investering", 3_000, 3_000, 2_500, 2_500, 2_500),
    ("SN", "Trygghetslarm och digital tillsyn", "investering", 2_500, 2_000, 1_500, 1_500, 1_500),
    ("SN", "Sängar, lyftar och andra hjälpmedel", "investering", 1_500, 1_500, 1_500, 1_500, 1_500),
    ("OFN", "E-tjänst för årsräkningar", "investering", 300, 400, 400, 0, 0),
)

ANTAGANDE = table(
    "antagande enhet ar_1 ar_2 ar_3 kalla",
    ("Skatteunderlagets tillväxt i riket", "%", "3.4", "3.1", "3.0", "Prognos april 2026"),
    ("Invånare den 1 november året före", "antal", 40_020, 39_960, 39_890, "Kommunens befolkningsprognos"),
    ("Barn 1–5 år", "antal", 1_985, 1_940, 1_910, "Kommunens befolkningsprognos"),
    ("Elever 6–15 år", "antal", 4_835, 4_850, 4_840, "Kommunens befolkningsprognos"),
    ("Invånare 80 år och äldre", "antal", 2_960, 3_075, 3_190, "Kommunens befolkningsprognos"),
    ("Löneökningar", "%", "3.0", "2.9", "2.9", "Ekonomiavdelningen"),
    ("Prisökningar, inköp och tjänster", "%", "2.0", "2.0", "2.0", "Ekonomiavdelningen"),
    ("Internränta", "%", "2.25", "2.25", "2.50", "Ekonomiavdelningen"),
    ("Personalomkostnadspålägg", "%", "42.1", "42.1", "42.1", "Ekonomiavdelningen"),
)
# fmt: on

ROWS = {
    "ram": RAM,
    "ramforandring": RAMFORANDRING,
    "brygga": BRYGGA,
    "resultatpost": RESULTATPOST,
    "kassaflodespost": KASSAFLODESPOST,
    "balanspost": BALANSPOST,
    "investering": INVESTERING,
    "antagande": ANTAGANDE,
}
