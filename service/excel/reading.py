"""What stands in the cells of a finished workbook."""

import io
import zipfile

from openpyxl import load_workbook

from service.excel.faults import TemplateFault


def cell_texts(xlsx: bytes) -> dict[str, str]:
    """What stands in each cell that is not empty, by `Blad!C7`; a formula as it is written.

    Raises TemplateFault for what is no workbook.
    """
    try:
        book = load_workbook(io.BytesIO(xlsx))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as fault:
        raise TemplateFault("not_a_workbook") from fault
    return {
        f"{sheet.title}!{cell.coordinate}": str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
