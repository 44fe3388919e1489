"""The log as people read it: each change in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.store import Entry, newest_entries

from ..house import House

PAGE = 100
_ACTIONS = {
    "submit": "Skickade in", "discard": "Kastade utkastet till",
    "hand-in": "Lämnade in", "adopt": "Förde in beslut om", "figures": "Läste in",
    "generate": "Skrev", "sign-in": "Loggade in", "sign-in-failed": "Misslyckades med att logga in",
    "sign-out-everywhere": "Loggade ut överallt", "account-first": "Blev första administratör",
    "account-add": "Lade till kontot", "account-change": "Ändrade kontot", "account-link": "Gav ny engångslänk till",
    "account-password": "Valde nytt lösenord för", "batch": "Satte igång framställning:",
    "batch-stop": "Avbröt framställning:", "template-add": "Laddade upp mallen", "template-approve": "Godkände mallen",
    "template-shipped": "Gick tillbaka till den medföljande mallen",
    "year-open": "Öppnade planåret",
    "account-tied": "Knöt till sin inloggning hos kommunen",
    "account-token": "Gjorde en nyckel till API:et för",
    "account-token-end": "Tog bort en nyckel till API:et för",
    "meeting-package-order": "Beställde paket till", "meeting-package": "Gjorde paket till",
    "meeting-package-stop": "Avbröt paket till", "meeting-extracts": "Skickade utdrag från",
    "meeting-add": "Lade in en fil till", "meeting-remove": "Tog bort en fil från",
    "meeting-send": "Skickade ut handlingarna till", "meeting-held": "Förde in som hållet:",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log in words; `details` are pairs of a name and what it says."""

    at: datetime
    by: str
    action: str
    subject: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some lines of the log, newest first; `older` is where the next page begins (0: there is none)."""

    lines: tuple[Line, ...]
    older: int = 0


def log_page(house: House, before: int = 0) -> LogPage:
    """The newest lines, or those before the one of that number."""
    found = newest_entries(house.store, PAGE + 1, max(before, 0))
    shown = found[:PAGE]
    lines = tuple(
        Line(e.at, _name(e), _ACTIONS.get(e.action, e.action), e.subject, tuple(_details(e.details))) for e in shown
    )
    return LogPage(lines, shown[-1].id if len(found) > PAGE else 0)


def _name(entry: Entry) -> str:
    """What somebody was called then and, where that is another name, is called now."""
    return entry.by if entry.now in ("", entry.by) else f"{entry.by} (nu {entry.now})"


def _details(details: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in details.items():
        if value or value is False:
            yield name.capitalize(), _words(value)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list | tuple):
        return ", ".join(dict.fromkeys(_words(part) for part in value))
    return str(value)
