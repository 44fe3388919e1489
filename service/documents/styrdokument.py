"""Any other governing document: its information table, its chapters with their tables, and its appendices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from schemas.text import StyledText, styled
from service.chain.plans import Installningar, Styrdokument
from service.chain.records import Kapitel, Tabellrad

from .bilagorna import Bilagsrad, bilagor_of
from .contract import told
from .dokumentinformation import Dokumentinformation, dokumentinformation_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .visionen import Resolve
from .wording import DASH, or_dash, organ

_EMPTY = StyledText()


@dataclass(frozen=True, slots=True, kw_only=True)
class Styrtabellrad:
    """A row of a table; cells beyond the table's columns are empty."""

    cell_1: StyledText = field(metadata=told("Första kolumnens cell.", "Socialnämnden"))
    cell_2: StyledText = field(metadata=told("Andra kolumnens cell.", "Minst två gånger om året"))
    cell_3: StyledText = field(metadata=told("Tredje kolumnens cell, om tabellen har en.", "Förvaltningschef"))
    cell_4: StyledText = field(metadata=told("Fjärde kolumnens cell, om tabellen har en.", "December"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Styrtabell:
    """A table of a chapter."""

    titel: str = field(metadata=told("Tabellens namn.", "Ansvar för internkontrollen"))
    kolumner: int = field(metadata=told("Antalet kolumner, 2 till 4.", "3"))
    huvud: Styrtabellrad = field(metadata=told("Kolumnernas rubriker."))
    rader: tuple[Styrtabellrad, ...] = field(metadata=told("Raderna under rubrikerna."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Styrkapitel:
    """A chapter or a section, with the tables that stand last in it."""

    niva: int = field(metadata=told("Nivå: 1 för kapitel, 2 och 3 för avsnitt.", "1"))
    rubrik: str = field(metadata=told("Rubriken.", "Syfte"))
    text: StyledText = field(metadata=told("Texten; kan vara tom.", "Riktlinjerna gäller alla nämnder."))
    tabeller: tuple[Styrtabell, ...] = field(metadata=told("Kapitlets tabeller."))


@dataclass(frozen=True, slots=True, kw_only=True)
class StyrdokumentContext:
    """All that the template of a governing document may use."""

    rubrik: str = field(metadata=told("Dokumentets namn.", "Riktlinjer för nämndernas internkontroll"))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    dokumentinformation: Dokumentinformation = field(metadata=told("Tabellen med uppgifter om dokumentet."))
    status: Status = field(metadata=told("Dokumentets läge."))
    kapitel: tuple[Styrkapitel, ...] = field(metadata=told("Kapitlen i ordning."))
    bilagor: tuple[Bilagsrad, ...] = field(metadata=told("Dokumentets bilagor."))
    har_tabeller: bool = field(metadata=told("Om dokumentet har tabeller.", "ja"))


def context_for(dokument: Styrdokument, installningar: Installningar, resolve: Resolve) -> StyrdokumentContext:
    """What the document says."""
    uppgifter, resolve = dokument.uppgifter, typeset(resolve)
    namnd = installningar.namnd(uppgifter.namnd) if uppgifter.namnd else None
    information = dokumentinformation_of(
        dokument.head, uppgifter, installningar, namn=uppgifter.dokumentnamn, giltighet=or_dash(uppgifter.giltighet),
        information=or_dash(uppgifter.information), agare=namnd.forvaltning if namnd else "",
    )  # fmt: skip
    return StyrdokumentContext(
        har_tabeller=bool(dokument.tabellrader),
        rubrik=uppgifter.dokumentnamn,
        titelsida=titelsida_of(
            installningar, titel=uppgifter.dokumentnamn, period=or_dash(uppgifter.dokumenttyp).capitalize(),
            avser=organ(uppgifter.namnd, installningar) if namnd else "",
            forvaltning=namnd.forvaltning if namnd else "", diarienummer=or_dash(uppgifter.diarienummer),
        ),
        dokumentinformation=replace(information, dokumenttyp=or_dash(uppgifter.dokumenttyp).capitalize()),
        status=status_of(dokument.head, installningar, ()),
        kapitel=tuple(_kapitel(row, dokument, resolve) for row in dokument.kapitel),
        bilagor=bilagor_of(dokument.bilagor, resolve),
    )  # fmt: skip


def _kapitel(row: Kapitel, dokument: Styrdokument, resolve: Resolve) -> Styrkapitel:
    return Styrkapitel(
        niva=int(row.niva or 1),
        rubrik=row.rubrik,
        text=resolve(row.text),
        tabeller=tuple(_tabeller(dokument.tabeller_i(row.rubrik), resolve)),
    )


def _tabeller(rows: Sequence[Tabellrad], resolve: Resolve) -> Iterator[Styrtabell]:
    """Each table of a chapter: rows of one name together, the first of them its head."""
    for titel in dict.fromkeys(row.tabell for row in rows):
        own = [row for row in rows if row.tabell == titel]
        width = max(2, *(n for row in own for n, cell in enumerate(row.celler, 1) if cell))
        head, *body = (_tabellrad(row, width, resolve) for row in own)
        yield Styrtabell(titel=titel, kolumner=width, huvud=head, rader=tuple(body))


def _tabellrad(row: Tabellrad, width: int, resolve: Resolve) -> Styrtabellrad:
    """The row's cells; one left empty within the table's width is a dash."""
    dash = styled(DASH)
    cells = [(resolve(cell) or dash) if n < width else _EMPTY for n, cell in enumerate(row.celler)]
    return Styrtabellrad(cell_1=cells[0], cell_2=cells[1], cell_3=cells[2], cell_4=cells[3])
