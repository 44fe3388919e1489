"""The workbook as bytes: the same bytes for the same content, whenever and wherever it is made."""

import io
import zipfile
from datetime import datetime

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file knows
_WRITTEN = datetime(2026, 1, 1)
_FIRST = "[Content_Types].xml"


def saved(wb: Workbook) -> bytes:
    """The file. openpyxl's own `save` stamps the time of day in it; this does not."""
    wb.properties.created = wb.properties.modified = _WRITTEN
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(wb, archive).write_data()
    return _rewritten(raw.getvalue())


def _rewritten(blob: bytes) -> bytes:
    """The same archive with its entries in order and without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
