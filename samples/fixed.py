"""A workbook saved by openpyxl with its times fixed: the same file each time, until its content changes."""

import io
import zipfile

from openpyxl import Workbook

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats'
    '.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>{creator}</dc:creator></cp:coreProperties>"
)


def saved(book: Workbook, creator: str) -> bytes:
    """The workbook as a file, made by somebody at no time."""
    made, fixed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            content = _CORE.format(creator=creator).encode() if name == "docProps/core.xml" else source.read(name)
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
