"""The plans as values: the settings, the mål- och resursplan and a nämnd's verksamhetsplan, whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema
from service.findings import Place

from . import records as r
from .values import Head, Layout

_LAST = {letter: ord("z") + n for n, letters in enumerate(("å", "äæ", "öø"), 1) for letter in letters}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What every plan has: its head, and where its rows stood in the workbook."""

    head: Head
    layout: Layout = field(default_factory=Layout)

    def place(self, row: r.Row, field_name: str = "") -> Place:
        """Where the row's field stands: sheet and cell. Without a field: the row's first cell."""
        columns = self.layout.cells.get(row.sheet, {})
        letter = columns.get(field_name) or next(iter(columns.values()), "A")
        return Place(self.sheet_title(row.sheet), f"{letter}{row.row}" if row.row else letter)

    def sheet_place(self, key: str) -> Place:
        """A sheet as a whole."""
        return Place(self.sheet_title(key))

    def sheet_title(self, key: str) -> str:
        """What the sheet was called in the file; its official title where that is not known."""
        return self.layout.titles.get(key) or workbook_schema(Kind(self.head.kind)).sheet(key).title


@dataclass(frozen=True, slots=True, kw_only=True)
class Installningar(Plan):
    """The municipality's settings for a year."""

    kommun: r.Kommun
    namnder: Sequence[r.Namnd] = ()
    verksamheter: Sequence[r.Verksamhet] = ()
    enheter: Sequence[r.Enhet] = ()
    kodnyckel: Sequence[r.Kodnyckelrad] = ()
    ordlista: Sequence[r.Ord] = ()
    granser: Sequence[r.Grans] = ()
    statusord: Sequence[r.Statusord] = ()
    regelnivaer: Sequence[r.Regelniva] = ()
    halltider: Sequence[r.Halltid] = ()
    beslut: Sequence[r.Beslut] = ()

    def namnd(self, kod: str) -> r.Namnd | None:
        """The nämnd with that code, or None."""
        return next((namnd for namnd in self.namnder if namnd.kod.casefold() == kod.casefold()), None)

    def namnd_namn(self, kod: str) -> str:
        """The nämnd's name; the code itself when it is not known."""
        namnd = self.namnd(kod)
        return namnd.namn if namnd else kod

    def verksamhet(self, namnd: str, kod: str) -> r.Verksamhet | None:
        """The nämnd's verksamhet with that code, or None."""
        return next((v for v in self.verksamheter if v.namnd == namnd and v.kod == kod), None)

    def verksamhet_namn(self, namnd: str, kod: str) -> str:
        """The verksamhet's name; the code itself when it is not known."""
        verksamhet = self.verksamhet(namnd, kod)
        return verksamhet.namn if verksamhet else kod

    def enhet(self, namnd: str, kod: str) -> r.Enhet | None:
        """The nämnd's enhet with that code, or None."""
        return next((enhet for enhet in self.enheter if enhet.namnd == namnd and enhet.kod == kod), None)

    def grans(self, namn: str, default: int) -> Decimal:
        """A limit's value; `default` where the municipality has set none."""
        return next((g.varde for g in self.granser if g.namn == namn and g.varde is not None), Decimal(default))

    def ord(self, lista: str) -> tuple[r.Ord, ...]:
        """The words and patterns of a list."""
        return tuple(ord for ord in self.ordlista if ord.lista == lista)

    def ordered(self, ar: int) -> tuple[r.Namnd, ...]:
        """The nämnder that exist in the year, by their set order, then alphabetically in Swedish."""
        active = (namnd for namnd in self.namnder if namnd.active(ar))
        return tuple(sorted(active, key=lambda namnd: (namnd.ordning is None, namnd.ordning or 0, swedish(namnd.namn))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrp(Plan):
    """A mål- och resursplan (or a proposal to one)."""

    uppgifter: r.MrpUppgifter
    texter: r.MrpText
    visioner: Sequence[r.Vision] = ()
    inriktningsmal: Sequence[r.Inriktningsmal] = ()
    resultat: Sequence[r.Resultat] = ()
    matt: Sequence[r.Matt] = ()
    ramar: Sequence[r.Ram] = ()
    ramforandringar: Sequence[r.Ramforandring] = ()
    ramandringar: Sequence[r.Ramandring] = ()
    brygga: Sequence[r.Bryggpost] = ()
    resultatbudget: Sequence[r.Resultatpost] = ()
    kassaflode: Sequence[r.Kassaflodespost] = ()
    balans: Sequence[r.Balanspost] = ()
    investeringar: Sequence[r.Investering] = ()
    antaganden: Sequence[r.Antagande] = ()
    uppdrag: Sequence[r.MrpUppdrag] = ()
    beslutspunkter: Sequence[r.Beslutspunkt] = ()
    namndtexter: Sequence[r.Namndtext] = ()
    dialoger: Sequence[r.Dialog] = ()
    bekraftelser: Sequence[r.Bekraftelse] = ()
    bilagor: Sequence[r.Bilaga] = ()

    @property
    def vision(self) -> r.Vision | None:
        """The vision in force on the first day of the plan year, or None."""
        return next((vision for vision in self.visioner if vision.valid(date(self.head.ar, 1, 1))), None)

    @property
    def gallande_mal(self) -> tuple[r.Inriktningsmal, ...]:
        """The inriktningsmål that have not been withdrawn."""
        return tuple(mal for mal in self.inriktningsmal if not mal.utgar)

    @property
    def gallande_resultat(self) -> tuple[r.Resultat, ...]:
        """The förväntade resultat that have not been withdrawn."""
        return tuple(resultat for resultat in self.resultat if not resultat.utgar)

    def mal(self, id: str) -> r.Inriktningsmal | None:
        """The inriktningsmål with that row id, or None."""
        return next((mal for mal in self.inriktningsmal if mal.id == id), None)

    def resultat_under(self, mal: r.Inriktningsmal) -> tuple[r.Resultat, ...]:
        """The valid results under a goal."""
        return tuple(resultat for resultat in self.gallande_resultat if resultat.inriktningsmal == mal.id)

    def namnd_resultat(self, namnd: str) -> tuple[r.Resultat, ...]:
        """The valid results that a nämnd answers for."""
        return tuple(resultat for resultat in self.gallande_resultat if resultat.namnd == namnd)

    def matt_for(self, id: str) -> tuple[r.Matt, ...]:
        """The valid mått on the goal or result with that row id."""
        return tuple(matt for matt in self.matt if matt.hor_till == id and not matt.utgar)

    def namnd_ramar(self, namnd: str) -> tuple[r.Ram, ...]:
        """A nämnd's frames, one an anslagsbindningsnivå."""
        return tuple(ram for ram in self.ramar if ram.namnd == namnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verksamhetsplan(Plan):
    """A nämnd's verksamhetsplan with its detaljbudget."""

    uppgifter: r.VpUppgifter
    texter: r.VpText
    resultat: Sequence[r.VpResultat] = ()
    matt: Sequence[r.VpMatt] = ()
    aktiviteter: Sequence[r.Aktivitet] = ()
    uppdrag: Sequence[r.Uppdrag] = ()
    ramar: Sequence[r.VpRam] = ()
    budget: Sequence[r.Budgetrad] = ()
    investeringar: Sequence[r.VpInvestering] = ()
    bilagor: Sequence[r.VpBilaga] = ()

    @property
    def gallande_aktiviteter(self) -> tuple[r.Aktivitet, ...]:
        """The activities that have not been withdrawn."""
        return tuple(aktivitet for aktivitet in self.aktiviteter if not aktivitet.utgar)

    def aktiviteter_for(self, resultat_id: str) -> tuple[r.Aktivitet, ...]:
        """The valid activities under the result with that row id."""
        return tuple(aktivitet for aktivitet in self.gallande_aktiviteter if aktivitet.resultat == resultat_id)

    def matt_for(self, resultat_id: str) -> tuple[r.VpMatt, ...]:
        """The mått on the result with that row id, the nämnd's own included."""
        return tuple(matt for matt in self.matt if matt.hor_till == resultat_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Styrdokument(Plan):
    """Any other governing document. `head.namnd` holds its name, not a nämnd's code."""

    uppgifter: r.StyrUppgifter
    kapitel: Sequence[r.Kapitel] = ()
    tabellrader: Sequence[r.Tabellrad] = ()
    bilagor: Sequence[r.StyrBilaga] = ()

    def tabeller_i(self, rubrik: str) -> tuple[r.Tabellrad, ...]:
        """The rows of the tables that stand in the chapter of that heading."""
        return tuple(row for row in self.tabellrader if row.kapitel.casefold() == rubrik.casefold())

    @property
    def titlar(self) -> Mapping[str, frozenset[str]]:
        """What `[[kapitel …]]` and `[[tabell …]]` may name."""
        return {
            "kapitel": frozenset(row.rubrik for row in self.kapitel),
            "tabell": frozenset(row.tabell for row in self.tabellrader),
        }


def swedish(text: str) -> tuple[int, ...]:
    """A sort key for Swedish words: å, ä, ö come last, case and other accents do not count."""
    return tuple(_LAST.get(letter) or ord(normalize("NFD", letter)[0]) for letter in normalize("NFC", text.casefold()))


def plain(text: StyledText) -> str:
    """Styled text on one line, as a person reads it aloud."""
    return " ".join(str(text).split())
