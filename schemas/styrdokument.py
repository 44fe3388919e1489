"""The workbook of any other governing document: policy, riktlinje, regler. Its chapters are written as rows."""

from .columns import Heltal, JaNej, Kod, Prosa, Text, Val
from .mrp import Bilagor
from .sheets import FormSheet, TableSheet
from .workbooks import Kind, WorkbookSchema

DOKUMENTTYPER = ("policy", "riktlinjer", "regler", "reglemente", "plan", "program", "strategi", "taxa", "rutin")
MEST_KOLUMNER = 4


class StyrdokumentForm(FormSheet):
    key = "styrdokument"
    title = "Grunduppgifter"
    intro = "Uppgifterna i dokumentinformationen. Antagen, antagen av och reviderad fylls i av besluten."

    dokumenttyp = Val("Dokumenttyp", choices=DOKUMENTTYPER, required=True, width=20)
    dokumentnamn = Text(
        "Dokumentnamn",
        "Hela namnet, som på omslaget.",
        required=True,
        width=60,
        example="Policy för resor",
    )
    namnd = Kod("Nämnd", "Nämnden vars dokument det är; tomt för kommunens.", source="namnd", width=10, example="BUN")
    diarienummer = Text("Diarienummer", "Ärendet där dokumentet beslutas.", required=True, width=24)
    dokumentagare = Text("Dokumentägare", "Tomt: som i inställningarna.", width=40)
    dokumentansvarig = Text("Dokumentansvarig", "Befattning. Tomt: som i inställningarna.", width=40)
    giltighet = Text("Giltighet", required=True, width=40, example="Tills vidare")
    information = Text("Dokumentinformation", "Vad dokumentet innehåller.", required=True, width=60, lines=2)
    amnesomrade = Text("Ämnesområde", width=40)
    intranat = JaNej("Publiceras på intranätet")
    hemsida = JaNej("Publiceras på hemsidan")
    styrande_dokument = Prosa("Andra styrande dokument som omnämns", width=60, lines=2)


class Kapitel(TableSheet):
    key = "kapitel"
    title = "Kapitel"
    intro = (
        "Ett kapitel på varje rad, i ordning. Kapitlen numreras av sig själva. Fetstil, kursiv och rader "
        "som börjar med ”- ” behålls; hänvisa med [[kapitel Rubrik]]."
    )
    blank_rows = 40
    key_columns = ("rubrik",)

    niva = Heltal("Nivå", "1 för kapitel, 2 och 3 för avsnitt.", required=True, least=1, most=3, width=8, example="1")
    rubrik = Text("Rubrik", required=True, width=40, longest=120)
    text = Prosa("Text", width=90, lines=6)


class Tabellrader(TableSheet):
    key = "tabellrad"
    title = "Tabeller"
    intro = (
        "En tabellrad på varje rad. Raderna i en tabell har samma namn; den första är rubriker. "
        "Tabellen står sist i sitt kapitel."
    )
    blank_rows = 30

    tabell = Text("Tabell", "Tabellens namn, som i hänvisningen [[tabell Namn]].", required=True, width=34)
    kapitel = Text("Kapitel", "Rubriken på kapitlet där tabellen står.", required=True, width=34)
    kolumn_1 = Prosa("Kolumn 1", required=True, width=30, lines=2, longest=1000)
    kolumn_2 = Prosa("Kolumn 2", required=True, width=30, lines=2, longest=1000)
    kolumn_3 = Prosa("Kolumn 3", width=30, lines=2, longest=1000)
    kolumn_4 = Prosa("Kolumn 4", width=30, lines=2, longest=1000)


class StyrBilagor(Bilagor):
    key = "styr_bilaga"


WORKBOOK = WorkbookSchema(
    Kind.STYRDOKUMENT,
    "Styrdokument",
    "Ett styrande dokument: dokumentinformation, kapitel, tabeller och bilagor.",
    (StyrdokumentForm, Kapitel, Tabellrader, StyrBilagor),
    named=True,
)
