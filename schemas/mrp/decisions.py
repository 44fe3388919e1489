"""What is decided with the MRP: tasks, points of decision, dialogues, the election year's confirmation."""

from ..columns import Datum, Kod, Paragraf, Prosa, Text, Val
from ..sheets import TableSheet

UPPDRAGSGIVARE = ("kommunfullmäktige", "kommunstyrelsen")


class MrpUppdrag(TableSheet):
    key = "uppdrag"
    title = "Uppdrag"
    intro = "Uppdrag till nämnderna i beslutet om planen. De följer med till nämndens verksamhetsplan."
    blank_rows = 15

    nummer = Text("Nummer", "Sätts av Målkedjan.", derived=True, width=9)
    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    text = Prosa("Uppdrag", required=True, width=70, lines=2, longest=1500)
    givare = Val("Uppdragsgivare", choices=UPPDRAGSGIVARE, width=22)
    aterrapport = Datum("Återrapporteras senast")


class Beslutspunkter(TableSheet):
    key = "beslutspunkt"
    title = "Beslutspunkter"
    intro = "Det som kommunfullmäktige beslutar, en punkt i taget, skrivet så att det kan läsas för sig."
    blank_rows = 12

    text = Prosa("Beslut", required=True, width=90, lines=2, longest=1500)


class Uppdragsdialoger(TableSheet):
    key = "dialog"
    title = "Uppdragsdialog"
    intro = "Anteckning från dialogen med varje nämnd i budgetberedningen."
    blank_rows = 12
    key_columns = ("namnd",)

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    datum = Datum("Datum", required=True)
    narvarande = Text("Närvarande", "Befattningar.", width=50, lines=2)
    anteckning = Prosa("Anteckning", width=70, lines=3)


class Bekraftelse(TableSheet):
    key = "bekraftelse"
    title = "Valårsbeslut"
    intro = "Valår: det nyvalda kommunfullmäktiges beslut om budgeten."
    blank_rows = 2

    datum = Datum("Datum", required=True)
    paragraf = Paragraf("§", required=True, width=8)
    dnr = Text("Diarienummer", width=18)
