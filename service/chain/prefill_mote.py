"""What stands in a meeting's workbook when it is first handed out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from schemas.mote import FORMALIA
from schemas.sheets import Record
from schemas.workbooks import Kind

from .newrows import new_row, new_rows
from .plans import Installningar

_NAME = re.compile(r"(\S+) (\d{4}-\d{2}-\d{2})\b.*")
_FORMALIA = (("upprop", "Upprop och val av justerare"), ("lista", "Godkännande av föredragningslistan"))


def meeting_of(name: str) -> tuple[str, date | None]:
    """The nämnd and the day that a meeting's name says (`SN 2026-12-10`); nothing where it says neither."""
    match = _NAME.fullmatch(name)
    try:
        return (match[1], date.fromisoformat(match[2])) if match else ("", None)
    except ValueError:
        return "", None


def prefill_mote(name: str, installningar: Installningar) -> Mapping[str, Sequence[Record]]:
    """The nämnd and the day that the meeting's name says, the last day to send it out, and the first ärenden."""
    kod, day = meeting_of(name)
    namnd = installningar.namnd(kod)
    form = new_row(Kind.MOTE, "mote", "", {
        "namnd": namnd.kod if namnd else "", "datum": day,
        "utskick": namnd.utskick_senast(day) if namnd and day else None,
    })  # fmt: skip
    formalia = ({"beteckning": label, "rubrik": title, "typ": FORMALIA} for label, title in _FORMALIA)
    return {"mote": [form], "arende": new_rows(Kind.MOTE, "arende", formalia)}
