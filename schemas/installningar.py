"""The workbook of settings: the municipality, its nämnder and codes, its word lists, limits and deadlines."""

from .columns import Ar, Datum, Heltal, JaNej, Kod, Kodmonster, Manad, Paragraf, Prosa, Tal, Text, Val
from .sheets import FormSheet, TableSheet
from .workbooks import Kind, WorkbookSchema

ROLLER = ("kommunfullmäktige", "kommunstyrelse", "nämnd", "revision", "valnämnd", "övrigt")
LISTOR = ("riktningsord", "allmän fras", "aktivitetsverb", "lagord", "konkret ord")
ORDSLAG = ("ord", "mönster")
NIVAER = ("fel", "varning", "upplysning", "av")
ENHETSNIVAER = ("förvaltning", "avdelning", "enhet")
HALLTIDER_VEM = ("kommunfullmäktige", "kommunstyrelsen och nämnder", "verksamheter")
# What Målkedjan itself sees when it is done; all else is marked as done by a person.
STEG_NAMND = ("uppdragsdialog", "utkast till verksamhetsplan", "verksamhetsplan")
STEG_RAPPORT = ("delårsrapport T1", "delårsrapport T2", "årsberättelse")
STEG_KOMMUN = ("tidsplan", "anvisningar och ramar", "mål- och resursplan", "valårsbeslut", "årsredovisning")
STEG = (*STEG_KOMMUN, *STEG_NAMND, *STEG_RAPPORT)
SKALOR = ("måluppfyllelse", "prognos", "aktivitet")
BETYDELSER = (
    "uppfyllt", "delvis", "ej", "okänt", "ej påbörjad", "pågår", "avvikelse", "genomförd", "utgår",
)  # fmt: skip
KOSTNADSSLAG = ("intäkt", "personal", "lokal", "övrigt", "kapital")
BESLUTSSLAG = ("tidsplan", "anvisningar och ramar", "vision", "inriktningsmål", "övrigt")


class KommunForm(FormSheet):
    key = "kommun"
    title = "Kommun"
    intro = "Uppgifter om kommunen som gäller för alla handlingar."

    namn = Text("Kommunens namn", "Skrivs på varje handling.", required=True, width=40, example="Vänersborgs kommun")
    kommunkod = Kod("Kommunkod", "Fyra siffror enligt SCB.", required=True, example="1487")
    valar = Ar(
        "Senaste valår",
        "Året för det senaste ordinarie valet till kommunfullmäktige.",
        required=True,
        example="2026",
    )
    mandatperiod_fran = Datum(
        "Mandatperioden för målen börjar", "Första dagen då inriktningsmålen gäller.", required=True
    )
    invanare = Heltal("Invånare", "Vid senaste årsskiftet; skrivs i mål- och resursplanen.", least=0, example="40 041")
    dokumentagare = Text(
        "Dokumentägare", "Förvaltning som äger planerna, om inget annat sägs.", required=True, width=40
    )
    dokumentansvarig = Text("Dokumentansvarig", "Befattning, inte person.", required=True, width=40)
    rubrik_mrp = Text("Titel: mål- och resursplan", example="Mål- och resursplan", required=True, width=40)
    rubrik_verksamhetsplan = Text("Titel: verksamhetsplan", example="Verksamhetsplan", required=True, width=40)
    rubrik_detaljbudget = Text("Titel: detaljbudget", example="Detaljbudget", required=True, width=40)
    rubrik_delarsrapport = Text("Titel: delårsrapport", "Tomt: Delårsrapport.", width=40)
    rubrik_arsberattelse = Text("Titel: nämndens årsberättelse", "Tomt: Årsberättelse.", width=40)
    rubrik_arsredovisning = Text("Titel: årsredovisning", "Tomt: Årsredovisning.", width=40)
    ord_for_region = Val(
        "Ord för region",
        "Reglerna skriver landsting; välj det ord som ska stå.",
        choices=("region", "landsting"),
    )
    exempel = JaNej("Exempelkommun", "Ja om uppgifterna är påhittade; då skrivs det på omslaget.")


class Namnder(TableSheet):
    key = "namnd"
    title = "Nämnder"
    intro = "En rad för varje nämnd, styrelse och organ som får pengar eller fattar beslut."
    key_columns = ("kod",)

    kod = Kod("Kod", "Kort kod som står före nummer och i diarienummer.", required=True, width=8, example="BUN")
    namn = Text("Nämnd", "Hela namnet.", required=True, width=36, example="Barn- och utbildningsnämnden")
    forvaltning = Text("Förvaltning", "Förvaltningen som arbetar åt nämnden.", width=36)
    roll = Val("Roll", "Vad organet är.", choices=ROLLER, required=True, width=20)
    diarieprefix = Text("Diarieprefix", "Bokstäverna i diarienumret.", width=14, example="BUN")
    dnr_monster = Text(
        "Mönster för diarienummer",
        "Så ser ett diarienummer ut; # är en siffra, Å är året.",
        width=24,
        example="BUN ÅÅÅÅ/#",
    )
    verksamhetsplan = JaNej(
        "Har verksamhetsplan", "Nej för till exempel revisionen och valnämnden.", required=True, width=12
    )
    ordning = Heltal("Ordning", "Lämna tomt för bokstavsordning.", width=10)
    utskick_dagar = Heltal(
        "Utskick, dagar före",
        "Hur många dagar före sammanträdet kallelsen senast skickas. Tomt: 7.",
        least=1,
        most=60,
        width=12,
        example="7",
        unsaid="7 dagar",
    )
    aktiv_fran = Datum("Aktiv från")
    aktiv_till = Datum("Aktiv till", "Lämna tomt så länge nämnden finns.")


class Verksamheter(TableSheet):
    key = "verksamhet"
    title = "Verksamheter"
    intro = "Kodlistan: vilka verksamheter varje nämnd har. Koder är text och behåller inledande nollor."
    key_columns = ("namnd", "kod")
    blank_rows = 40

    namnd = Kod("Nämnd", "Nämndens kod.", source="namnd", required=True, width=8)
    kod = Kod("Kod", "Verksamhetskod ur kontoplanen.", required=True, width=8)
    namn = Text("Verksamhet", "Namnet som skrivs i handlingarna.", required=True, width=44, example="Grundskola")
    anslagsniva = Text(
        "Anslagsbindningsnivå",
        "Samma namn som i mål- och resursplanens driftbudget.",
        width=28,
        example="Nämnden",
    )


class Enheter(TableSheet):
    key = "enhet"
    title = "Enheter"
    intro = "Avdelningar och enheter under förvaltningen. En enhet kan få ett eget utdrag ur verksamhetsplanen."
    key_columns = ("namnd", "kod")
    blank_rows = 40

    namnd = Kod("Nämnd", source="namnd", required=True, width=8)
    kod = Kod("Kod", required=True, width=10, example="E12")
    namn = Text("Enhet", required=True, width=40)
    niva = Val("Nivå", choices=ENHETSNIVAER, required=True, width=14)
    overordnad = Kod("Överordnad enhet", "Koden för enheten närmast över.", source="enhet", width=16)


class Kodnyckel(TableSheet):
    key = "kodnyckel"
    title = "Kodnyckel"
    intro = (
        "Hur koder i ekonomisystemet hör ihop med nämnd, verksamhet och kostnadsslag. En rad säger nämnd (och "
        "verksamhet), kostnadsslag eller båda. Skriv 4401 för en kod, 44* för alla som börjar så, 30-39 för ett "
        "intervall. Den snävaste raden gäller."
    )
    blank_rows = 40

    ansvar = Kodmonster("Ansvar", "Ansvarskoder i ekonomisystemet. Tomt: alla.", example="3*")
    verksamhetskod = Kodmonster("Verksamhetskod", "Verksamhetskoder i ekonomisystemet. Tomt: alla.", example="440*")
    konto = Kodmonster("Konto", "Konton. Tomt: alla.", example="30-39")
    projekt = Kodmonster("Projekt", "Projekt eller aktivitet. Tomt: alla.", example="7001")
    namnd = Kod("Nämnd", "Nämnden som koderna hör till.", source="namnd", width=8, example="BUN")
    verksamhet = Kod(
        "Verksamhet",
        "Verksamhetskod enligt bladet Verksamheter. Tomt: samma kod som i ekonomisystemet.",
        source="verksamhet",
        width=12,
        example="440",
    )
    kostnadsslag = Val("Kostnadsslag", "Vad kontona är.", choices=KOSTNADSSLAG, width=14)


class Ordlistor(TableSheet):
    key = "ord"
    title = "Ordlistor"
    intro = (
        "Ord och fraser som reglerna frågar efter. Böjningar hittas av sig själva; "
        "ett mönster är ett reguljärt uttryck."
    )
    key_columns = ("lista", "ord")
    blank_rows = 30

    lista = Val("Lista", choices=LISTOR, required=True, width=18)
    ord = Text("Ord eller mönster", required=True, width=40, example="öka")
    slag = Val("Slag", "Ord: alla böjningar. Mönster: reguljärt uttryck.", choices=ORDSLAG, width=12)


class Granser(TableSheet):
    key = "grans"
    title = "Gränser"
    intro = "Gränser som reglerna prövas mot. Reglerna anger inga tal; de här är kommunens egna."
    key_columns = ("namn",)
    extendable = False
    blank_rows = 0

    namn = Text("Gräns", locked=True, width=30)
    varde = Tal("Värde", required=True, least=0)
    betydelse = Text("Betydelse", locked=True, width=70)


class Statusord(TableSheet):
    key = "statusord"
    title = "Statusord"
    intro = (
        "Orden för hur det går, de bästa först. Under året används prognosens ord. Betydelsen säger hur ordet räknas; "
        "flera ord kan ha samma betydelse."
    )
    key_columns = ("skala", "ord")
    blank_rows = 8

    skala = Val("Skala", choices=SKALOR, required=True, width=18)
    ord = Text("Ord", "Så som det ska stå i arbetsböcker och rapporter.", required=True, width=34, longest=40,
               example="delvis uppfyllt")  # fmt: skip
    betydelse = Val("Betydelse", "Hur ordet räknas.", choices=BETYDELSER, required=True, width=16)


class Regelnivaer(TableSheet):
    key = "regelniva"
    title = "Regelnivåer"
    intro = "Ändrad nivå för en regel. Utan rad här gäller regelns egen nivå."
    key_columns = ("regel",)

    regel = Text("Regel", "Regelns beteckning, till exempel R37.", required=True, width=12, example="R37")
    niva = Val("Nivå", choices=NIVAER, required=True, width=14)
    skal = Text("Skäl", "Varför nivån är ändrad.", required=True, width=50)


class Halltider(TableSheet):
    key = "halltid"
    title = "Hålltider"
    intro = (
        "Styrmodellens årshjul: vad som ska vara klart när, och av vem. Datumen gäller arbetet med planåret. "
        "Det som Målkedjan kan följa prickas av av sig självt; annat när du fyller i Klart."
    )
    blank_rows = 20

    vad = Text("Hålltid", required=True, width=60, example="Beslut om mål- och resursplan")
    vem = Val("Vem", choices=HALLTIDER_VEM, required=True, width=28)
    namnd = Kod("Nämnd", "Lämna tomt om hålltiden gäller alla.", source="namnd", width=10, example="BUN")
    handling = Val(
        "Följs genom",
        "Handlingen eller steget som Målkedjan ser. Lämna tomt för annat.",
        choices=STEG,
        width=28,
        example="mål- och resursplan",
    )
    datum = Datum("Senast", "Dagen. Är den inte bestämd: fyll i månaden i stället.")
    manad = Manad("Månad", "Bara om dagen inte är bestämd. Sista dagen i månaden gäller.", width=12)
    klart = Datum("Klart", "Dagen då det blev klart, om Målkedjan inte kan se det.")


class Beslut(TableSheet):
    key = "beslut"
    title = "Beslut"
    intro = "Beslut som planarbetet vilar på, till exempel kommunstyrelsens tidsplan samt anvisningar och ramar."

    avser = Val("Avser", choices=BESLUTSSLAG, required=True, width=26)
    organ = Kod("Organ", source="namnd", required=True, width=10, example="KS")
    datum = Datum("Datum", required=True)
    paragraf = Paragraf("§", required=True, width=8)
    dnr = Text("Diarienummer", width=18, example="KS 2026/12")
    anmarkning = Prosa("Anmärkning", width=50, lines=1)


WORKBOOK = WorkbookSchema(
    Kind.INSTALLNINGAR,
    "Inställningar",
    "Kommunens egna uppgifter, kodlistor, ordlistor och hålltider för ett planår.",
    (
        KommunForm,
        Namnder,
        Verksamheter,
        Enheter,
        Kodnyckel,
        Ordlistor,
        Granser,
        Statusord,
        Regelnivaer,
        Halltider,
        Beslut,
    ),
)
