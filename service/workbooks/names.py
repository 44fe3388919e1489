"""The names by which a workbook and its parts are known again, and the headings people see."""

import re
import unicodedata

from openpyxl.utils import quote_sheetname

README = "Läs mig"
FAULTS = "Fel"
LISTS = "Listor"
HIDDEN = "_malkedjan"
OWN_SHEETS = frozenset({README, FAULTS, LISTS, HIDDEN})  # sheets of ours that hold nothing a person fills in

IDENTITY = "mk_identity"  # the defined name and the document property that carry the identity
AUTHOR = "Målkedjan"
NET_HEADING = "Netto (räknas ut)"  # a column of formulas beside the detaljbudget; the reader leaves it alone


def heading_name(sheet: str, field: str) -> str:
    """The defined name of a column's heading cell or of a form's value cell."""
    return f"mk_{sheet}_{field}"


def sheet_name(sheet: str) -> str:
    """The defined name by which a sheet is known although it is renamed."""
    return f"mk_blad_{sheet}"


def list_name(source: str) -> str:
    """The defined name of a list of choices."""
    return f"mk_lista_{source}"


def address(title: str, cell: str) -> str:
    """A fixed reference to a cell of a sheet: `'Förväntade resultat'!$C$5`."""
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()  # type: ignore[union-attr]  # cells are ours
    return f"{quote_sheetname(title)}!${letters}${row}"


def plain(heading: str) -> str:
    """The heading as two spellings of it agree: no case, white space, dashes, asterisks or colons."""
    return re.sub(r"[\s\-–—−‑‐*:\u00ad\u200b]+", "", unicodedata.normalize("NFC", heading)).casefold()
