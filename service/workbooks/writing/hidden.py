"""Hiding the identity in the workbook, in three places: any one of them is enough to know it by."""

from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from ..identity import written
from ..names import AUTHOR, HIDDEN, IDENTITY
from ..values import Identity
from .cells import write

_LONGEST_CONSTANT = 250  # Excel allows 255 characters of text in a formula; the other two places hold any length


def hide_identity(wb: Workbook, identity: Identity, title: str) -> None:
    """Write the identity as a document property, on a sheet that Excel does not offer to show, and as a name."""
    text = written(identity)
    wb.custom_doc_props.append(  # type: ignore[attr-defined]  # younger than the stubs
        StringProperty(name=IDENTITY, value=text)
    )
    ws = wb.create_sheet(HIDDEN)
    ws.sheet_state = "veryHidden"
    write(ws["A1"], text)
    if len(text) <= _LONGEST_CONSTANT:
        wb.defined_names[IDENTITY] = DefinedName(IDENTITY, attr_text=f'"{text}"', hidden=True)
    wb.properties.creator = wb.properties.lastModifiedBy = AUTHOR
    wb.properties.title = " ".join(part for part in (title, identity.period, str(identity.ar)) if part)
    wb.properties.language = "sv-SE"
