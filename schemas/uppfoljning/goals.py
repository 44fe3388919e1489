"""What became of the results, their mått, the activities and the tasks."""

from ..columns import Datum, JaNej, Prosa, Tal, Text, Val
from ..listval import Listval
from ..mrp import RIKTNINGAR
from ..sheets import TableSheet
from ..verksamhetsplan import UPPDRAGSSLAG

BEDOMNING = "bedomning"  # the list of words for how far a result is met: a forecast during the year
AKTIVITETSSTATUS = "aktivitetsstatus"


class UfResultat(TableSheet):
    key = "uf_resultat"
    title = "Förväntade resultat"
    intro = (
        "Nämndens bedömning av varje förväntat resultat. Under året är den en prognos för hela året. Ett resultat som "
        "inte väntas bli helt uppfyllt behöver analys och åtgärd med ansvarig och datum."
    )
    extendable = False
    blank_rows = 0

    nummer = Text("Nummer", locked=True, width=9)
    inriktningsmal = Text("Inriktningsmål", locked=True, width=34, lines=3, longest=700)
    text = Prosa("Förväntat resultat", locked=True, width=46, lines=3, longest=800)
    utgatt = JaNej("Har utgått", locked=True, width=8)
    foregaende = Text("Bedömning förra perioden", locked=True, width=18)
    status = Listval("Bedömning", "Nämndens egen bedömning, i orden från inställningarna.", source=BEDOMNING)
    analys = Prosa("Analys", "Varför det har gått som det har gått.", width=56, lines=4)
    effekter = Prosa(
        "Analys av effekter", "Vad insatserna och resurserna har gett för dem verksamheten är till för.", width=56,
        lines=4,
    )  # fmt: skip
    atgard = Prosa("Åtgärd", "Vad som görs för att nå resultatet.", width=46, lines=3)
    atgard_ansvarig = Text("Ansvarig för åtgärden", "Befattning.", width=24, example="Rektor")
    atgard_datum = Datum("Åtgärden klar")


class _Utfall(TableSheet):
    """What a mått shows; the same columns for the nämnd's mått and for kommunfullmäktiges."""

    extendable = False
    blank_rows = 0

    nummer = Text("Nummer", locked=True, width=10)
    hor_till = Text("Hör till", locked=True, width=9)
    text = Text("Mått", locked=True, width=44, lines=2)
    enhet = Text("Enhet", locked=True, width=12)
    riktning = Val("Bättre när", choices=RIKTNINGAR, locked=True, width=10)
    basvarde = Tal("Basvärde", locked=True, decimals=4, width=11)
    basar = Text("Basår", locked=True, width=10)
    mal = Tal("Mål {ar}", locked=True, decimals=4, width=11)
    utgatt = JaNej("Har utgått", locked=True, width=8)
    foregaende = Tal("Rapporterat förra perioden", locked=True, decimals=4, width=14)
    utfall = Tal("Utfall", "Senaste värdet under perioden.", decimals=4, width=12)
    avser = Text("Utfallet avser", "Den tid som utfallet gäller.", width=18, example="vårterminen 2027")
    prognos = Tal("Prognos {ar}", "Värdet som väntas för hela året.", decimals=4, width=12)
    ej_matt = Text("Ej mätt: orsak", "Varför det inte finns något utfall.", width=34, lines=2)
    kommentar = Prosa("Kommentar", width=46, lines=2)


class UfMatt(_Utfall):
    key = "uf_matt"
    title = "Mått"
    intro = "Utfall och prognos för varje mått. Där utfall saknas skrivs orsaken."


class UfAktivitet(TableSheet):
    key = "uf_aktivitet"
    title = "Aktiviteter"
    intro = "Läget för varje aktivitet i verksamhetsplanen."
    extendable = False
    blank_rows = 0

    nummer = Text("Nummer", locked=True, width=9)
    resultat = Text("Förväntat resultat", locked=True, width=10)
    text = Prosa("Aktivitet", locked=True, width=56, lines=2, longest=800)
    ansvarig = Text("Ansvarig", locked=True, width=24)
    start = Datum("Start", locked=True)
    slut = Datum("Slut", locked=True)
    utgatt = JaNej("Har utgått", locked=True, width=8)
    foregaende = Text("Läge förra perioden", locked=True, width=20)
    status = Listval("Läge", "Läget vid periodens slut.", source=AKTIVITETSSTATUS)
    kommentar = Prosa("Kommentar", "Krävs vid avvikelse och när aktiviteten utgår.", width=56, lines=2)


class UfUppdrag(TableSheet):
    key = "uf_uppdrag"
    title = "Verksamhetsbeskrivning"
    intro = "Uppföljning av uppdrag, åtaganden, satsningar och projekt i verksamhetsplanen."
    extendable = False
    blank_rows = 0

    nummer = Text("Nummer i MRP", locked=True, width=12)
    slag = Val("Slag", choices=UPPDRAGSSLAG, locked=True, width=30)
    text = Prosa("Uppdrag eller åtagande", locked=True, width=56, lines=2, longest=1500)
    motpart = Text("Motpart", locked=True, width=28)
    status = Listval("Läge", source=AKTIVITETSSTATUS)
    uppfoljning = Prosa("Uppföljning", "Vad som har gjorts.", width=60, lines=3)
