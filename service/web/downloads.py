"""Files to take home: their kind and their name."""

from urllib.parse import quote

from flask import Response

from service.store import PlanKey
from service.usecases.filenames import plain_file_name

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "ics": "text/calendar",
}


def download(content: bytes, name: str, *, shown: bool = False) -> Response:
    """A file under a name, whose ending says its kind; `shown` where the browser is to show it instead."""
    name = plain_file_name(name)  # one that was stored before names were cleaned must not break the header
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    how = "inline" if shown else "attachment"
    disposition = f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    kind = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    return Response(content, mimetype=kind, headers={"Content-Disposition": disposition})


def workbook_name(key: PlanKey) -> str:
    """What a plan's workbook is called: `uppfoljning-2027-t1-bun.xlsx`."""
    parts = [key.kind.value, str(key.ar), key.period.lower(), key.namnd.lower(), key.proposal.lower()]
    return "-".join(part.replace(" ", "-") for part in parts if part) + ".xlsx"
