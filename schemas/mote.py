"""The workbook of a nämnd's meeting: the agenda with its papers, and afterwards what the minutes say."""

from .columns import Datum, Heltal, JaNej, Klockslag, Kod, Paragraf, Prosa, Text, Val
from .sheets import FormSheet, TableSheet
from .workbooks import Kind, WorkbookSchema

ARENDETYPER = BESLUTSARENDE, INFORMATION, ANMALAN, FORMALIA = ("beslut", "information", "anmälan", "formalia")
UTFALL = ENLIGT_FORSLAGET, ANNAT_BESLUT, BORDLAGT, ATERREMISS = (
    "enligt förslaget", "annat beslut", "bordlagt", "återremiss",
)  # fmt: skip
ROLLER = ORDFORANDE, LEDAMOT, TJANSTGORANDE, ERSATTARE, OVRIG = (
    "ordförande", "ledamot", "tjänstgörande ersättare", "ersättare", "övrig",
)  # fmt: skip
FIL = "fil"
GENERERADE = ("verksamhetsplan", "detaljbudget", "delårsrapport", "årsberättelse", "mål- och resursplan",
              "styrdokument")  # fmt: skip
INNEHALL = (FIL, *GENERERADE)
_ARENDE = "Ärendets beteckning på bladet Ärenden."


class MoteForm(FormSheet):
    key = "mote"
    title = "Sammanträde"
    intro = "När och var nämnden sammanträder, och vilka som kallas."

    namnd = Kod("Nämnd", source="namnd", required=True, width=10, example="BUN")
    datum = Datum("Sammanträdesdag", required=True, example="2026-12-10")
    tid = Klockslag("Tid", required=True)
    plats = Text("Plats", required=True, width=40, example="Sessionssalen, kommunhuset")
    ordforande = Text("Ordförande", required=True, width=40)
    sekreterare = Text("Sekreterare", required=True, width=40)
    kallade = Prosa("Kallade", "Vilka som kallas, en på varje rad eller som grupp.", required=True, width=60, lines=3)
    forhinder = Text("Anmäl förhinder", "Till vem och hur.", width=60, lines=2)
    utskick = Datum("Utskick senast", "Dagen då kallelsen senast ska vara utskickad.", example="2026-12-03")
    senaste_paragraf = Paragraf(
        "Senaste § före mötet", "Bara när årets tidigare protokoll inte har förts här; annars tomt.", example="117"
    )


class ProtokollForm(FormSheet):
    key = "protokoll"
    title = "Protokoll"
    intro = "Fylls i efter sammanträdet."

    slut = Klockslag("Sammanträdet slutade", example="15.40")
    justerare = Text("Justerare", "En eller flera, med komma emellan.", width=40)
    justerat = Datum("Protokollet justerat", "Senast 14 dagar efter sammanträdet.", example="2026-12-16")
    anslag_upp = Datum("Anslaget satt upp", "Senast två dagar efter justeringen.", example="2026-12-17")
    forvaras = Text("Protokollet förvaras", width=40, example="Kommunhuset, kansliet")


class Arenden(TableSheet):
    key = "arende"
    title = "Ärenden"
    intro = (
        "Ett ärende på varje rad, i ordning. Numret på listan följer ordningen. Beteckningen följer ärendet: hänvisa "
        "med [[ärende beteckning]] och [[§ beteckning]], så blir numret rätt också när ärendet flyttas. Ett nummer, "
        "[[ärende 4]], byts mot beteckningen när arbetsboken lämnas in."
    )
    blank_rows = 30
    key_columns = ("beteckning",)

    beteckning = Text("Beteckning", "Kort och egen för ärendet.", required=True, width=14, longest=30, example="budget")
    rubrik = Text("Rubrik", required=True, width=44, longest=200)
    typ = Val("Typ", choices=ARENDETYPER, required=True, width=12)
    dnr = Text("Diarienummer", width=16, example="BUN 2026/117")
    foredragande = Text("Föredragande", width=24)
    forslag = Prosa("Förslag till beslut", "En att-sats på varje rad, skriven som om den var beslutad.", width=60)
    skickas_till = Prosa("Beslutet skickas till", "En mottagare på varje rad.", width=30, lines=3)
    utgar = JaNej("Utgår", "Ärendet står kvar på listan med sitt nummer, men får ingen §.", width=8)
    utfall = Val("Utfall", "Efter sammanträdet.", choices=UTFALL, width=18)
    beslut = Prosa("Beslut", "Efter sammanträdet, när beslutet blev ett annat än förslaget.", width=60)
    beslutsgang = Prosa("Beslutsgång", "Yrkanden och omröstning.", width=50)
    reservation = Prosa("Reservation", "Vem som reserverar sig, och hur.", width=40)


class Tjansteskrivelser(TableSheet):
    key = "tjansteskrivelse"
    title = "Tjänsteskrivelser"
    intro = "En tjänsteskrivelse på varje rad. Rubrik, diarienummer, förslag och mottagare hämtas från ärendet."
    blank_rows = 15
    key_columns = ("arende",)

    arende = Text("Ärende", _ARENDE, required=True, width=14, longest=30)
    datum = Datum("Datum", required=True, example="2026-11-24")
    handlaggare = Text("Handläggare", "Namn och befattning.", required=True, width=30)
    chef = Text("Chef", "Namn och befattning.", required=True, width=30)
    sammanfattning = Prosa("Sammanfattning", required=True, width=60)
    beskrivning = Prosa("Beskrivning av ärendet", required=True, width=60)
    ekonomi = Prosa("Ekonomiska konsekvenser", required=True, width=50)
    underlag = Prosa("Beslutsunderlag", "Tomt: ärendets bilagor räknas upp.", width=40)


class Handlingar(TableSheet):
    key = "handling"
    title = "Handlingar"
    intro = (
        "Ärendenas bilagor, i ordning. De numreras inom ärendet: hänvisa med [[bilaga beteckning]] eller [[bilaga 2]]. "
        "Målkedjans egna handlingar skrivs av Målkedjan; filer läggs in på ärendets sida på webben eller med malkedjan "
        "meeting add."
    )
    blank_rows = 40
    key_columns = ("arende", "titel")

    arende = Text("Ärende", _ARENDE, required=True, width=14, longest=30)
    titel = Text("Titel", required=True, width=44, longest=160)
    beteckning = Text("Beteckning", "För hänvisningar; kan vara tom.", width=14, longest=30)
    innehall = Val(
        "Innehåll", "Handlingen som Målkedjan skriver, eller ”fil”.", choices=INNEHALL, required=True, width=18
    )
    fil = Text("Filnamn", "När innehållet är en fil.", width=30, longest=200, example="yttrande.pdf")
    planar = Heltal("Planår", "När Målkedjan skriver handlingen.", least=2000, most=2100, width=8, example="2027")
    period = Val("Period", "För en rapport.", choices=("T1", "T2", "AR"), width=8)
    namn = Text("Namn", "För ett styrdokument.", width=20, longest=40)
    version = Heltal("Version", "Tomt: den nyaste.", least=1, most=999, width=8, example="1")
    antas = JaNej("Antas", "Planen antas genom ärendets beslut.", width=8)
    sekretess = JaNej("Sekretess", "Handlingen läggs i ett eget paket.", width=10)
    oppen_rubrik = Text("Rubrik i det öppna paketet", "Vid sekretess; tomt: ”Handling med sekretess”.", width=30)


class Narvarande(TableSheet):
    key = "narvaro"
    title = "Närvaro"
    intro = "En person på varje rad. Fylls i efter sammanträdet."
    blank_rows = 40

    namn = Text("Namn", required=True, width=34)
    roll = Val("Roll", choices=ROLLER, required=True, width=24)
    parti = Text("Parti", width=8, example="S")
    anmarkning = Text("Anmärkning", "Till exempel §§ då personen inte var med.", width=40)


WORKBOOK = WorkbookSchema(
    Kind.MOTE,
    "Sammanträde",
    "Ett sammanträde: kallelse, ärenden med handlingar och, efteråt, protokoll.",
    (MoteForm, Arenden, Tjansteskrivelser, Handlingar, ProtokollForm, Narvarande),
    named=True,
)
