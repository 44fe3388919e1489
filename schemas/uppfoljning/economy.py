"""Budget, outcome and prognosis of the nämnd.

Sign rule: all amounts are net costs, positive. Deviation = budget − outcome, so that minus is worse than budget.
"""

from ..columns import Belopp, Kod, Prosa, Text, Val
from ..mrp import INVESTERINGSSLAG
from ..sheets import TableSheet


class UfEkonomi(TableSheet):
    key = "uf_ekonomi"
    title = "Ekonomi"
    intro = (
        "Nettokostnad per verksamhet, med plus. Avvikelse = budget − utfall, så minus är sämre än budget. "
        "I årets sista uppföljning räcker utfallet: budgeten är hela årets och någon prognos behövs inte."
    )
    extendable = False
    blank_rows = 0

    verksamhet = Kod("Verksamhet", locked=True, source="verksamhet", width=12)
    benamning = Text("Benämning", locked=True, width=36)
    budget_helar = Belopp("Budget {ar}", locked=True)
    foregaende = Belopp("Prognos förra perioden", locked=True)
    budget = Belopp("Budget till och med perioden", "Periodens del av årets budget.")
    utfall = Belopp("Utfall till och med perioden", "Nettokostnad enligt ekonomisystemet.")
    prognos = Belopp("Prognos {ar}", "Nettokostnad som väntas för hela året.")
    kommentar = Prosa("Kommentar", "Varför det blir en avvikelse.", width=56, lines=2)


class UfInvestering(TableSheet):
    key = "uf_investering"
    title = "Investeringar"
    intro = "Utgift hittills i år och prognos för året, med plus."
    extendable = False
    blank_rows = 0

    objekt = Text("Objekt", locked=True, width=46)
    slag = Val("Slag", choices=INVESTERINGSSLAG, locked=True, width=14)
    budget_helar = Belopp("Budget {ar}", locked=True)
    foregaende = Belopp("Prognos förra perioden", locked=True)
    utfall = Belopp("Utfall till och med perioden")
    prognos = Belopp("Prognos {ar}")
    kommentar = Prosa("Kommentar", width=56, lines=2)
