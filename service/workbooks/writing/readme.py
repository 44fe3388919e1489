"""The first sheet: what the workbook is, how it is filled in and how it is sent back."""

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from schemas.sheets import SheetSchema
from schemas.workbooks import Kind
from service.findings import Level

from ..layout import HEADING_ROW
from ..names import README, address
from .cells import write
from .drawing import Drawing, is_locked
from .pages import draw_head, protect, set_up_page
from .styles import (
    BODY,
    BORDER,
    CENTRED,
    HEADING,
    LOCKED_FILL,
    MARK_FILLS,
    OPEN_FILL,
    OPEN_HEAD,
    QUIET,
    WRAPPED,
    fill,
    font,
    height_of,
)

_WHO = {
    Kind.INSTALLNINGAR: "Ekonomikontoret",
    Kind.MRP: "Ekonomikontoret, efter beredningens beslut",
    Kind.VERKSAMHETSPLAN: "Nämndens förvaltning",
    Kind.UPPFOLJNING: "Nämndens förvaltning",
    Kind.BOKSLUT: "Ekonomikontoret",
    Kind.STYRDOKUMENT: "Den som äger dokumentet",
    Kind.MOTE: "Nämndens sekreterare",
}
_FILLING = (
    "Fyll i de ljusblå cellerna. En rubrik med asterisk (*) måste vara ifylld innan planen kan lämnas in.",
    "De grå cellerna är låsta: de fylls i av Målkedjan eller är redan beslutade. En ändring där begärs av den som "
    "äger uppgiften.",
    "Skriv belopp och tal med siffror. Datum skrivs som 2027-06-30. Välj i listan där cellen har en.",
    "Fetstil och kursiv, radbrytningar (Alt+Enter) och rader som börjar med ”- ” följer med till handlingen.",
    "Lämna tomma rader tomma. Infoga gärna rader, men slå inte ihop celler och ändra inte rubrikerna.",
    "Hänvisa i löpande text med dubbla hakparenteser: [[mål 2]], [[resultat 2.3]], [[aktivitet 2.3.1]], "
    "[[mått M2.3a]], [[kapitel Detaljbudget]], [[tabell Driftbudget]]. I handlingen blir det en länk med rätt nummer.",
)
_SENDING = (
    "Spara som Excel-arbetsbok (.xlsx) utan lösenord.",
    "Ladda upp filen i Målkedjan. Du får genast veta om allt är rätt.",
    "Om något behöver rättas får du tillbaka arbetsboken med varje fel markerat i sin cell. Rätta och ladda upp igen.",
)
_LEGEND = (
    (OPEN_FILL, "Fylls i av dig."),
    (LOCKED_FILL, "Låst: ifyllt eller beslutat."),
    (MARK_FILLS[Level.FEL], "Fel som måste rättas (i en arbetsbok som kommit tillbaka)."),
    (MARK_FILLS[Level.VARNING], "Varning: kontrollera."),
    (MARK_FILLS[Level.UPPLYSNING], "Upplysning."),
)


class Sheet:
    """The first sheet, written from the top down."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._ws: Worksheet = drawing.wb.create_sheet(README)
        self._row = HEADING_ROW

    def draw(self) -> Worksheet:
        """All of it: notes, how to fill in and send back, the legend and the sheets."""
        drawing, ws = self._drawing, self._ws
        ws.sheet_view.showGridLines = False
        ws.sheet_properties.tabColor = "1F3864"
        for letter, width in (("A", 2), ("B", 30), ("C", 74), ("D", 34)):
            ws.column_dimensions[letter].width = width
        draw_head(ws, drawing.identity, drawing.content, drawing.schema.title, drawing.schema.intro, 4)
        self._wordmark()
        self._list("Att tänka på", drawing.content.notes, bold=True)
        self._list("Så fyller du i", _FILLING)
        self._list("Så skickar du in", _SENDING)
        self._legend()
        self._contents()
        set_up_page(ws, drawing.identity, drawing.content)
        ws.print_title_rows = None
        ws.page_setup.orientation, ws.page_setup.fitToHeight = "portrait", 1
        protect(ws)
        return ws

    def _wordmark(self) -> None:
        """The municipality's name where its logo can be put."""
        cell = self._ws["D1"]
        self._ws.merge_cells("D1:D2")
        write(cell, self._drawing.content.kommun)
        cell.font, cell.fill = font(14, bold=True, colour="1F3864"), fill("FFFFFF")
        cell.alignment = CENTRED

    def _heading(self, text: str) -> None:
        cell = self._ws[f"B{self._row}"]
        write(cell, text)
        cell.font = font(13, bold=True, colour="1F3864")
        self._ws.row_dimensions[self._row].height = 22
        self._row += 1

    def _list(self, heading: str, lines: Sequence[str], *, bold: bool = False) -> None:
        if not lines:
            return
        self._heading(heading)
        for line in lines:
            cell = self._ws[f"B{self._row}"]
            write(cell, f"•  {line}")
            cell.font, cell.alignment = font(bold=bold), WRAPPED
            self._ws.merge_cells(f"B{self._row}:D{self._row}")
            self._ws.row_dimensions[self._row].height = height_of([(line, 136)])
            self._row += 1
        self._row += 1

    def _legend(self) -> None:
        self._heading("Färgerna")
        for colour, meaning in _LEGEND:
            swatch, text = self._ws[f"B{self._row}"], self._ws[f"C{self._row}"]
            swatch.fill, swatch.border = colour, BORDER
            write(text, meaning)
            text.font = BODY
            self._row += 1
        self._row += 1

    def _contents(self) -> None:
        self._heading("Bladen")
        for letter, heading in (("B", "Blad"), ("C", "Innehåll"), ("D", "Fylls i av")):
            cell = self._ws[f"{letter}{self._row}"]
            write(cell, heading)
            cell.font, cell.fill, cell.border = HEADING, OPEN_HEAD, BORDER
        self._row += 1
        for sheet in self._drawing.schema.sheets:
            self._describe(sheet)

    def _describe(self, sheet: type[SheetSchema]) -> None:
        link, intro, who = (self._ws[f"{letter}{self._row}"] for letter in "BCD")
        write(link, sheet.title)
        write(intro, sheet.intro)
        write(who, "Målkedjan (låst)" if is_locked(sheet) else _WHO[self._drawing.schema.kind])
        link.hyperlink = Hyperlink(ref=link.coordinate, location=address(sheet.title, "A1").replace("$", ""))
        for cell in (link, intro, who):
            cell.font, cell.alignment, cell.border = QUIET, WRAPPED, BORDER
        link.font = font(11, colour="1F4E9E")
        self._ws.row_dimensions[self._row].height = height_of([(sheet.intro, 78)])
        self._row += 1
