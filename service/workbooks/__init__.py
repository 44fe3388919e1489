"""The official workbooks: build them (prefilled, locked, with choices), read them (cells with addresses), mark faults.

`build` gives the workbook to send out, `read` what stands in a filled one, `annotate` the same workbook with every
fault marked in its cell. `cell_of` and `csv_field` put one value in any other sheet or CSV file so that it
stays what it is. All are functions of bytes and values; none keeps state between calls.
"""

from .building import build
from .layout import FIRST_ROW
from .marking import annotate
from .plain import PlainReading, PlainSheet, read_plain
from .reader import read
from .values import EDITION, Content, Identity, Reading
from .writing.cells import cell_of, csv_field

__all__ = [
    "EDITION", "FIRST_ROW", "Content", "Identity", "PlainReading", "PlainSheet", "Reading", "annotate", "build",
    "cell_of", "csv_field", "read", "read_plain",
]  # fmt: skip
