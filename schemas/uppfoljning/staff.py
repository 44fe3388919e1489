"""The staff: how many, and their absence by sex and age, as the act on municipal accounting asks."""

from ..columns import Prosa, Tal, Val
from ..sheets import TableSheet

PERSONALPOSTER = (
    "Årsarbetare", "Tillsvidareanställda", "Sjukfrånvaro totalt, procent", "Sjukfrånvaro kvinnor, procent",
    "Sjukfrånvaro män, procent", "Sjukfrånvaro 29 år och yngre, procent", "Sjukfrånvaro 30–49 år, procent",
    "Sjukfrånvaro 50 år och äldre, procent", "Andel av sjukfrånvaron som är 60 dagar eller mer, procent",
)  # fmt: skip


class Personal(TableSheet):
    """The usual figures; the same for a nämnd and for the municipality."""

    title = "Personal"
    intro = "Årsarbetare vid periodens slut. Sjukfrånvaro i procent av ordinarie arbetstid under perioden."
    extendable = False
    blank_rows = 0
    key_columns = ("post",)

    post = Val("Uppgift", choices=PERSONALPOSTER, locked=True, width=54)
    forra = Tal("Samma period {ar-1}", decimals=1, least=0)
    foregaende = Tal("Förra perioden", locked=True, decimals=1)
    utfall = Tal("Perioden", decimals=1, least=0)
    kommentar = Prosa("Kommentar", width=56, lines=2)


class UfPersonal(Personal):
    key = "uf_personal"
