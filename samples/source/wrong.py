"""Wrong workbooks: each is a right one with something done to it, and what the service must then say.

A step names a sheet by its key, a column by its field and a row by its place among the sheet's rows from the top, the
first being 0: for a sheet that the service fills in (`vp_resultat`, `vp_ram`) among those rows, else among `ROWS`.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SetCell:
    """Write a raw value, as a person would; `row` is None on a form."""

    sheet: str
    row: int | None
    field: str
    value: Any


@dataclass(frozen=True)
class SetFormula:
    """Write a formula whose value was never computed."""

    sheet: str
    row: int
    field: str
    formula: str


@dataclass(frozen=True)
class MergeCells:
    """Merge a column's cells over some rows, first and last included."""

    sheet: str
    field: str
    first: int
    last: int


@dataclass(frozen=True)
class RenameHeading:
    """Write something else in a column's heading cell and delete its defined name, as pasting over it can do."""

    sheet: str
    field: str
    heading: str


@dataclass(frozen=True)
class DeleteColumn:
    """Delete a whole column, heading and all."""

    sheet: str
    field: str


@dataclass(frozen=True)
class DeleteRow:
    """Empty a row's cells, its hidden id too."""

    sheet: str
    row: int


@dataclass(frozen=True)
class RemoveSheet:
    """Delete a sheet."""

    sheet: str


@dataclass(frozen=True)
class WrongYear:
    """Let the workbook say, where the service has hidden it, that it is for another year."""

    ar: int


@dataclass(frozen=True)
class OldEdition:
    """Build the workbook with the mark of an edition that the service no longer accepts."""

    edition: str = "0"


@dataclass(frozen=True)
class ContentsOf:
    """Fill the workbook with what another nämnd has written."""

    namnd: str


@dataclass(frozen=True)
class FileBytes:
    """Let the file hold these bytes instead of a workbook."""

    content: bytes


Step = (
    SetCell | SetFormula | MergeCells | RenameHeading | DeleteColumn | DeleteRow | RemoveSheet | WrongYear | OldEdition
    | ContentsOf | FileBytes
)  # fmt: skip


@dataclass(frozen=True)
class Wrong:
    """A wrong workbook.

    `kind` and `namnd` say which right one it starts from. `koder` are codes of findings and `regler` ids of steering
    rules that must be among what is told, `fras` words that must stand in it. `avvisas` is true where nothing may be
    stored.
    """

    name: str
    beskrivning: str
    kind: str
    namnd: str
    steps: tuple[Step, ...]
    fras: str
    koder: tuple[str, ...] = ()
    regler: tuple[str, ...] = ()
    avvisas: bool = True
    period: str = ""


VP = "verksamhetsplan"
UF = "uppfoljning"

WRONG = (
    # What the steering rules find: stored as utkast, but not to be handed in, or only with a warning.
    Wrong(
        "over-ram", "Socialnämndens detaljbudget är 1 000 tkr över ramen.", VP, "SN",
        (SetCell("budgetrad", 4, "ovrigt", 77_000),), "över ramen", regler=("R80",), avvisas=False,
    ),
    Wrong(
        "kronor-som-tkr", "Beloppen är i kronor, men arbetsboken säger tkr.", VP, "KFN",
        (SetCell("verksamhetsplan", None, "beloppsenhet", "tkr"),), "ram", regler=("R80",), avvisas=False,
    ),
    Wrong(
        "allman-fras", "Ett inriktningsmål värnar om något utan att ange en riktning.", "mrp", "",
        (SetCell("inriktningsmal", 4, "text", "Vi ska värna om en god livsmiljö."),), "värna om",
        regler=("R35", "R36"), avvisas=False,
    ),
    Wrong(
        "balans-som-inte-gar-ihop", "Tillgångarna 2027 är 500 tkr större än eget kapital och skulder.", "mrp", "",
        (SetCell("balanspost", 1, "ar_1", 260_500),), "500", regler=("L6",), avvisas=False,
    ),
    Wrong(
        "resultat-utan-matt", "Ett förväntat resultat har förlorat sitt mått.", "mrp", "",
        (DeleteRow("matt", 14),), "mått", regler=("R45", "R55"), avvisas=False,
    ),
    Wrong(
        "resultat-utan-aktivitet", "Överförmyndarnämnden har strukit alla aktiviteter till sitt andra resultat.", VP,
        "OFN", tuple(DeleteRow("aktivitet", row) for row in range(5, 9)), "aktivitet", regler=("R51",), avvisas=False,
    ),
    Wrong(
        "motsagd-bekraftelse", "Planen intygar att det inte finns några satsningar men räknar upp två.", VP, "SBN",
        (SetCell("verksamhetsplan", None, "inga_satsningar", "ja"),), "satsningar", regler=("R75",), avvisas=False,
    ),
    # What cannot be read in a cell.
    Wrong(
        "tvetydigt-tal", "Ett belopp är skrivet med punkt: 12.345.", VP, "SBN",
        (SetCell("budgetrad", 1, "personal", "12.345"),), "flera sätt", ("tvetydigt-tal",),
    ),
    Wrong(
        "omojligt-datum", "En aktivitet slutar den 30 februari.", VP, "KS",
        (SetCell("aktivitet", 5, "slut", "2027-02-30"),), "finns inte i kalendern", ("omojligt-datum",),
    ),
    Wrong(
        "okand-verksamhet", "En budgetrad har en verksamhetskod som nämnden inte har.", VP, "KFN",
        (SetCell("budgetrad", 3, "verksamhet", "316"),), "316", ("okant-val-liknar",),
    ),
    Wrong(
        "okant-val", "Nivån är felstavad: avdelnig.", VP, "BUN",
        (SetCell("aktivitet", 0, "niva", "avdelnig"),), "avdelning", ("okant-val-liknar",),
    ),
    Wrong(
        "aktivitet-pa-okant-resultat", "En aktivitet hör till ett resultat som inte finns.", VP, "BUN",
        (SetCell("aktivitet", 2, "resultat", "1.9"),), "1.9", ("okant-val-liknar",),
    ),
    Wrong(
        "hanvisning-till-inget", "En text hänvisar till resultat 9.9.", VP, "SN",
        (SetCell("verksamhetsplan_text", None, "verksamhet", "Året präglas av arbetet med [[resultat 9.9]]."),),
        "leder inte till något", ("okand-hanvisning",),
    ),
    Wrong(
        "trasig-hanvisning", "En hänvisning saknar sitt nummer.", VP, "MHN",
        (SetCell("verksamhetsplan_text", None, "uppfoljning", "Följs upp enligt [[resultat]]."),),
        "går inte att tolka", ("trasig-hanvisning",),
    ),
    Wrong(
        "dubbel-budgetrad", "Samma verksamhet står på två rader i detaljbudgeten.", VP, "BN",
        (SetCell("budgetrad", 3, "verksamhet", "216"),), "förekommer redan", ("dubblett",), avvisas=False,
    ),
    Wrong(
        "andrat-resultat", "Nämnden har sänkt målet i ett resultat som kommunfullmäktige har beslutat.", VP, "BUN",
        (SetCell("vp_resultat", 0, "text",
                 "Minst 70 procent av eleverna i årskurs 9 har godkända betyg i alla ämnen vårterminen 2027."),),
        "ändrat efter fullmäktiges beslut", regler=("R16",), avvisas=False,
    ),
    Wrong(
        "sammanfogade-celler", "Två rader i detaljbudgeten har slagits ihop.", VP, "SBN",
        (MergeCells("budgetrad", "intakter", 1, 2),), "sammanfogade", ("sammanfogad",),
    ),
    Wrong(
        "formel-utan-varde", "Ett program har skrivit en formel som aldrig räknats ut.", VP, "KFN",
        (SetFormula("budgetrad", 0, "ovrigt", "=640000+100"),), "inte har räknats ut", ("formel-utan-varde",),
    ),
    # What is wrong with the sheets or the workbook as a whole.
    Wrong(
        "saknat-blad", "Bladet Aktiviteter är borttaget.", VP, "MHN", (RemoveSheet("aktivitet"),), "Aktiviteter",
        ("blad-saknas",),
    ),
    Wrong(
        "andrad-rubrik", "Rubriken Personalkostnader har blivit Löner.", VP, "OFN",
        (RenameHeading("budgetrad", "personal", "Löner"),), "Personalkostnader", ("kolumn-saknas",),
    ),
    Wrong(
        "borttagen-kolumn", "Kolumnen Lokalkostnader är borttagen.", VP, "BN",
        (DeleteColumn("budgetrad", "lokal"),), "Lokalkostnader", ("kolumn-saknas",),
    ),
    Wrong("fel-ar", "Arbetsboken gäller 2026.", VP, "KS", (WrongYear(2026),), "2026"),
    Wrong(
        "gammal-utgava", "Arbetsboken är gjord i en utgåva av formuläret som inte längre gäller.", VP, "BUN",
        (OldEdition(),), "utgåva", ("fel-utgava",),
    ),
    Wrong(
        "annan-namnds-innehall", "Byggnadsnämndens uppgifter är inklistrade i miljönämndens arbetsbok.", VP, "MHN",
        (ContentsOf("BN"),), "216", ("okant-val-liknar",),
    ),
    # What is no workbook at all.
    Wrong(
        "csv-som-xlsx", "En semikolonseparerad textfil har fått namnet .xlsx.", VP, "SBN",
        (FileBytes("Verksamhet;Intäkter;Personalkostnader\r\n240;9000;18500\r\n250;1500;14200\r\n".encode()),), "CSV",
        ("inte-arbetsbok",),
    ),
    Wrong("tom-fil", "Filen är tom.", VP, "KS", (FileBytes(b""),), "tom", ("tom-fil",)),
    Wrong(
        "webbsida-som-xlsx", "Ett exporterat webbformulär har sparats som .xlsx.", VP, "SN",
        (FileBytes(b"<!DOCTYPE html><html><body><table><tr><td>510</td></tr></table></body></html>"),), "webbsida",
        ("inte-arbetsbok",),
    ),
    # Follow-ups: what is left out is told, what cannot be read refuses.
    Wrong(
        "ej-uppfyllt-utan-analys", "Ett resultat bedöms inte nås, men analys och åtgärd saknas.", UF, "SN",
        (SetCell("uf_resultat", 0, "analys", None), SetCell("uf_resultat", 0, "atgard", None)), "ingen analys",
        koder=("R61-analys", "R22-atgard"), regler=("R22", "R61"), avvisas=False, period="T2",
    ),
    Wrong(
        "matt-utan-utfall", "Ett mått har varken utfall eller orsak.", UF, "SBN",
        (SetCell("uf_matt", 0, "utfall", None), SetCell("uf_matt", 0, "ej_matt", None)), "varken utfall eller orsak",
        regler=("R60",), avvisas=False, period="T2",
    ),
    Wrong(
        "underskott-utan-atgard", "Nämnden har ett underskott men inga åtgärder.", UF, "BUN",
        (SetCell("uf_text", None, "ekonomi_atgarder", None),), "underskott på 13 400 tkr", regler=("R61",),
        avvisas=False, period="T2",
    ),
    Wrong(
        "eget-statusord", "Bedömningen är skriven med ett ord som inte finns i skalan.", UF, "KFN",
        (SetCell("uf_resultat", 0, "status", "ganska bra"),), "Bedömning", koder=("okant-val",), period="T2",
    ),
    Wrong(
        "rakning-som-inte-gar-ihop", "Balansräkningen går inte ihop: 900 tkr saknas.", "bokslut", "",
        (SetCell("bs_balanspost", 1, "utfall", 264_300),), "Tillgångarna är", koder=("L6-bokslut-balans",),
        regler=("L6",), avvisas=False, period="T2",
    ),
)  # fmt: skip
