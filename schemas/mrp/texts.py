"""The MRP as a whole: its facts, its chapters' texts, its assumptions, its appendices."""

from ..columns import Heltal, JaNej, Kod, Prosa, Tal, Text, Val
from ..sheets import FormSheet, TableSheet

BELOPPSENHETER = ("tkr", "kronor")


class MrpForm(FormSheet):
    key = "mrp"
    title = "Grunduppgifter"
    intro = "Uppgifter om planen som helhet."

    diarienummer = Text("Diarienummer", "Ärendet där planen beslutas.", required=True, width=24, example="KS 2026/101")
    beloppsenhet = Val(
        "Belopp anges i",
        "Gäller alla belopp i arbetsboken, även de ifyllda, som är i tkr.",
        choices=BELOPPSENHETER,
        required=True,
    )
    skattesats = Tal(
        "Skattesats",
        "Kommunal utdebitering, kronor per skattekrona.",
        decimals=2,
        least=0,
        most=40,
        required=True,
        example="21,21",
    )
    skattesats_forandring = Tal("Förändring av skattesatsen", "0 om den är oförändrad.", decimals=2, example="0")
    dokumentagare = Text("Dokumentägare", "Tomt: som i inställningarna.", width=40)
    dokumentansvarig = Text("Dokumentansvarig", "Tomt: som i inställningarna.", width=40)
    amnesomrade = Text("Ämnesområde", width=40, example="Ekonomi och styrning")
    intranat = JaNej("Publiceras på intranätet")
    hemsida = JaNej("Publiceras på hemsidan")
    styrande_dokument = Prosa("Andra styrande dokument som omnämns", width=60, lines=2)
    resultatmal_procent = Tal(
        "Finansiellt mål: resultat i procent",
        "Årets resultat ska vara minst så många procent av skatteintäkter och generella statsbidrag.",
        decimals=2, least=-100, most=100, example="1,0",
    )  # fmt: skip
    synnerliga_skal = Prosa(
        "Synnerliga skäl för underskott",
        "Fylls i bara om budgeten har ett negativt resultat.",
        width=60,
        lines=2,
    )


class MrpTexter(FormSheet):
    key = "mrp_text"
    title = "Texter"
    intro = "Löpande text till planens kapitel. Fetstil, kursiv, radbrytningar och rader som börjar med ”- ” behålls."

    inledning = Prosa("Inledning", "Vad planen är och vad den bestämmer.", required=True, width=90, lines=8)
    styrmodell = Prosa(
        "Styrmodell och målkedja",
        "Hur visionen blir mål, resultat och aktiviteter.",
        required=True,
        width=90,
        lines=8,
    )
    hushallning = Prosa(
        "God ekonomisk hushållning",
        "Riktlinjer och mål (kommunallagen 11 kap.).",
        required=True,
        width=90,
        lines=8,
    )
    omvarld = Prosa("Omvärld", "Det i omvärlden som påverkar planen.", width=90, lines=8)
    befolkning = Prosa("Befolkning", "Befolkningens utveckling och prognos.", width=90, lines=6)
    skatteunderlag = Prosa(
        "Skatteunderlag och antaganden",
        "Prognos och antaganden bakom budgeten.",
        required=True,
        width=90,
        lines=8,
    )
    finansiell_analys = Prosa("Finansiell analys", "Vad budgeten betyder för kommunens ekonomi.", width=90, lines=8)
    koncernforetag = Prosa("Kommunala koncernföretag", "Deras ekonomi under planperioden.", width=90, lines=6)
    investeringar = Prosa("Investeringar och exploatering", "Inledning till del III.", width=90, lines=6)
    anvisningar = Prosa(
        "Anvisningar till nämnderna",
        "Till kommunstyrelsens anvisningar i februari: vad nämnderna ska lämna, hur och när.",
        width=90,
        lines=8,
    )
    dialogfragor = Prosa(
        "Frågor till uppdragsdialogen",
        "En fråga på varje rad, med ”- ” före. Lämna tomt för de vanliga frågorna.",
        width=90,
        lines=6,
    )


class NamndTexter(TableSheet):
    key = "namndtext"
    title = "Nämndkapitel"
    intro = "Text till nämndens kapitel i del II."
    blank_rows = 12
    key_columns = ("namnd",)

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    uppdrag = Prosa("Uppdrag och verksamhet", required=True, width=70, lines=6)
    inriktning = Prosa("Inriktning för planperioden", width=70, lines=6)


class Antaganden(TableSheet):
    key = "antagande"
    title = "Antaganden"
    intro = "Siffror som budgeten bygger på, till exempel skatteunderlagets tillväxt och antalet invånare."
    blank_rows = 10

    antagande = Text("Antagande", required=True, width=54)
    enhet = Text("Enhet", width=14, example="%")
    ar_1 = Tal("{ar}", decimals=3)
    ar_2 = Tal("{ar+1}", decimals=3)
    ar_3 = Tal("{ar+2}", decimals=3)
    kalla = Text("Källa", width=30)


class Bilagor(TableSheet):
    key = "bilaga"
    title = "Bilagor"
    intro = "Bilagor till planen, i ordning."
    blank_rows = 6

    nummer = Heltal("Bilaga", width=9, required=True)
    titel = Text("Titel", required=True, width=60)
    innehall = Prosa("Innehåll", "Text som trycks i bilagan, om den inte är en egen fil.", width=70, lines=4)
