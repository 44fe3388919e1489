"""The MRP's budget.

Sign rule: frames and net costs are positive; in the resultat- and kassaflödesbudget income is plus and cost is minus.
"""

from ..columns import Belopp, Datum, Kod, Paragraf, Text, Val
from ..sheets import TableSheet

INVESTERINGSSLAG = ("investering", "exploatering")
RESULTATPOSTER = (
    "Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar", "Skatteintäkter",
    "Generella statsbidrag och utjämning", "Finansiella intäkter", "Finansiella kostnader",
)  # fmt: skip
KASSAFLODESPOSTER = (
    "Årets resultat", "Avskrivningar", "Förändring avsättningar", "Förändring av rörelsekapital", "Investeringar",
    "Försäljning av anläggningstillgångar", "Upptagna lån", "Amortering av lån",
)  # fmt: skip
BALANSPOSTER = (
    "Anläggningstillgångar", "Övriga omsättningstillgångar", "Likvida medel", "Eget kapital", "Avsättningar",
    "Långfristiga skulder", "Kortfristiga skulder",
)  # fmt: skip


class Driftbudget(TableSheet):
    key = "ram"
    title = "Driftbudget"
    intro = "Kommunbidrag per nämnd och anslagsbindningsnivå. Nettokostnad anges med plus."
    blank_rows = 10
    key_columns = ("namnd", "anslagsniva")

    namnd = Kod("Nämnd", source="namnd", required=True, width=8, example="KS")
    anslagsniva = Text(
        "Anslagsbindningsnivå",
        "Nämnden, om anslaget gäller hela nämnden.",
        required=True,
        width=30,
        example="Nämnden",
    )
    bokslut = Belopp("Bokslut {ar-2}")
    budget_forra = Belopp("Budget {ar-1}", required=True)
    preliminar = Belopp("Preliminär ram", "Ramen som kommunstyrelsen beslutade i februari.")
    ram_1 = Belopp("Ram {ar}", required=True)
    ram_2 = Belopp("Plan {ar+1}", required=True)
    ram_3 = Belopp("Plan {ar+2}", required=True)


class Ramforandringar(TableSheet):
    key = "ramforandring"
    title = "Ramförändringar"
    intro = "Varför ramen ändras från föregående år. Summan per nämnd ska vara skillnaden mellan budget och ram."
    blank_rows = 20

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    post = Text("Post", required=True, width=54, example="Pris- och löneuppräkning")
    belopp = Belopp("Belopp", "Minus när ramen minskar.", required=True)


class SenareRamandringar(TableSheet):
    key = "ramandring"
    title = "Senare ramändringar"
    intro = "Kommunfullmäktiges beslut om ändrad ram efter att planen antagits."
    blank_rows = 10

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    anslagsniva = Text("Anslagsbindningsnivå", required=True, width=30, example="Nämnden")
    belopp = Belopp("Ändring", "Minus när ramen minskar.", required=True)
    avser = Text("Avser", required=True, width=44)
    datum = Datum("Beslutad", required=True)
    paragraf = Paragraf("§", required=True, width=8)


class Brygga(TableSheet):
    key = "brygga"
    title = "Centrala poster"
    intro = "Det som skiljer nämndernas ramar från verksamhetens nettokostnader. Kostnad anges med plus."
    blank_rows = 6
    key_columns = ("post",)

    post = Text("Post", required=True, width=54, example="Pensioner, lönerevision och KF:s reserv")
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Resultatbudget(TableSheet):
    key = "resultatpost"
    title = "Resultatbudget"
    intro = "Intäkter anges med plus, kostnader med minus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=RESULTATPOSTER, locked=True, required=True, width=44)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Kassaflodesbudget(TableSheet):
    key = "kassaflodespost"
    title = "Kassaflödesbudget"
    intro = "Finansieringsbudgeten: inbetalningar med plus, utbetalningar med minus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=KASSAFLODESPOSTER, locked=True, required=True, width=44)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class Balansbudget(TableSheet):
    key = "balanspost"
    title = "Balansbudget"
    intro = "Vid årets slut. Tillgångar, eget kapital och skulder anges med plus."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Post", choices=BALANSPOSTER, locked=True, required=True, width=44)
    forra = Belopp("Budget {ar-1}", required=True)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)


class MrpInvesteringar(TableSheet):
    key = "investering"
    title = "Investeringar"
    intro = "Investerings- och exploateringsplan över fem år. Utgift anges med plus."
    blank_rows = 30

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    objekt = Text("Objekt", required=True, width=50, example="Ny förskola Mariedal")
    slag = Val("Slag", choices=INVESTERINGSSLAG, required=True, width=14)
    ar_1 = Belopp("Budget {ar}", required=True)
    ar_2 = Belopp("Plan {ar+1}", required=True)
    ar_3 = Belopp("Plan {ar+2}", required=True)
    ar_4 = Belopp("Plan {ar+3}")
    ar_5 = Belopp("Plan {ar+4}")
