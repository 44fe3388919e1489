"""The follow-up as a whole: its facts, its chapters' texts, its appendices."""

from ..columns import JaNej, Prosa, Text, Val
from ..mrp import BELOPPSENHETER, Bilagor
from ..sheets import FormSheet


class UppfoljningForm(FormSheet):
    key = "uppfoljning"
    title = "Grunduppgifter"
    intro = "Uppgifter om uppföljningen som helhet."

    diarienummer = Text("Diarienummer", "Ärendet där nämnden godkänner rapporten.", required=True, width=24,
                        example="BUN 2027/64")  # fmt: skip
    beloppsenhet = Val(
        "Belopp anges i",
        "Gäller alla belopp i arbetsboken, även de ifyllda, som är i tkr.",
        choices=BELOPPSENHETER,
        required=True,
    )
    framtagen_av = Text(
        "Framtagen av", "Befattning i förvaltningsledningen, inte en person.", width=40, example="Förvaltningschef"
    )
    dokumentagare = Text("Dokumentägare", "Tomt: förvaltningen.", width=40)
    dokumentansvarig = Text("Dokumentansvarig", "Tomt: som i inställningarna.", width=40)
    amnesomrade = Text("Ämnesområde", width=40)
    intranat = JaNej("Publiceras på intranätet")
    hemsida = JaNej("Publiceras på hemsidan")
    styrande_dokument = Prosa("Andra styrande dokument som omnämns", width=60, lines=2)


class UppfoljningTexter(FormSheet):
    key = "uf_text"
    title = "Texter"
    intro = "Text till rapportens kapitel. Fetstil, kursiv, radbrytningar och rader som börjar med ”- ” behålls."

    sammanfattning = Prosa(
        "Sammanfattning", "Det viktigaste om mål, verksamhet och ekonomi, på en halv sida.", required=True, width=90,
        lines=8,
    )  # fmt: skip
    handelser = Prosa("Viktiga händelser", "Det som har hänt under perioden.", required=True, width=90, lines=8)
    maluppfyllelse = Prosa(
        "Samlad bedömning av måluppfyllelsen", "Vad resultaten säger tillsammans.", width=90, lines=6
    )
    uppdrag = Prosa("Verksamhetsbeskrivningen", "Hur uppdrag och åtaganden har skötts i stort.", width=90, lines=4)
    ekonomi = Prosa(
        "Ekonomisk analys", "Varför utfall och prognos skiljer sig från budgeten.", required=True, width=90, lines=8
    )
    ekonomi_atgarder = Prosa(
        "Åtgärder för ekonomin",
        "Vad nämnden gör åt ett underskott, av vem, när och med vilken verkan. Krävs vid underskott.",
        width=90,
        lines=6,
    )
    investeringar = Prosa("Kommentar till investeringarna", width=90, lines=4)
    personal = Prosa("Personal", "Bemanning, sjukfrånvaro och arbetsmiljö.", width=90, lines=6)
    framatblick = Prosa("Framåtblick", "Det som väntar, och de risker nämnden ser.", required=True, width=90, lines=6)


class UfBilagor(Bilagor):
    key = "uf_bilaga"
    intro = "Bilagor till rapporten, i ordning."
