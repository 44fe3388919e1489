"""What others have handed in to a meeting since somebody last saw it."""

from dataclasses import dataclass
from itertools import takewhile

from service.store import PlanKey

from ..comparing.submissions import ChangedRow, changes
from ..house import House
from ..submitting.history import history

_MOST = 4


@dataclass(frozen=True, slots=True)
class Others:
    """What others have handed in since: who, and what differs."""

    names: tuple[str, ...] = ()
    rows: tuple[ChangedRow, ...] = ()

    @property
    def told(self) -> str:
        """`Eva Ek ändrade under tiden: Ärenden plan (Rubrik), Handlingar Yttrande (ny).`; empty for nothing."""
        if not self.rows:
            return ""
        parts = [_told(row) for row in self.rows[:_MOST]] + (["annat"] if len(self.rows) > _MOST else [])
        return f"{' och '.join(self.names)} ändrade under tiden: {', '.join(parts)}."


def others_since(house: House, key: PlanKey, seen: str) -> Others:
    """What has been handed in since a submission; nothing where it is none of the meeting's."""
    sent = [one.submission for one in history(house, key)]
    later = list(takewhile(lambda one: one.id != seen, sent))
    if not later or len(later) == len(sent):
        return Others()
    found = changes(house, key, seen, later[0].id)
    return Others(tuple(dict.fromkeys(one.by for one in reversed(later))), found.rows)


def _told(row: ChangedRow) -> str:
    what = row.row_is or ", ".join(field.heading for field in row.fields)
    return f"{row.sheet} {row.row}".strip() + f" ({what})"
