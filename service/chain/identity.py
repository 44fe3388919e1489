"""Which row is which from one upload to the next: by its hidden id, else by its text; doubt is asked about."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from schemas.sheets import Record, TableSheet
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level

from .links import place_of
from .values import Layout

Records = Mapping[str, Sequence[Record]]

ANOTHER_TEXT = 35  # below this similarity (0–100) a row with a known id is asked about
LABEL_TEXT = 60  # from this similarity a row without id that carries an earlier row's label is that row
SAME_TEXT = 85  # from this similarity a row without id is asked about; only an equal text is taken as the same
ANOTHERS_TEXT = 95  # from this similarity a row's text is another row's former text
_TEXT_FIELDS = ("text", "objekt", "post", "titel")
_HOME = ("namnd", "hor_till", "resultat", "inriktningsmal")
NUMBERED = frozenset({"inriktningsmal", "resultat", "matt", "uppdrag", "vp_matt", "aktivitet"})


def identify(
    kind: Kind, records: Records, before: Records, layout: Layout, salt: str, plan: str = ""
) -> tuple[dict[str, list[Record]], list[Finding]]:
    """The records, each with a permanent id, and what must be asked about. `before` is the plan's latest submission;
    `salt` (the file's hash) makes the ids of new rows. `plan` names the plan: an id that a workbook brings along is
    kept apart from the same id in another plan, since people copy rows from one nämnd's workbook to another's."""
    known: dict[str, list[Record]] = {}
    for schema in workbook_schema(kind).sheets:
        rows = list(records.get(schema.key, ()))
        if issubclass(schema, TableSheet):
            rows = _with_ids(rows, list(before.get(schema.key, ())), _Ids(schema.key, salt, plan))
        known[schema.key] = rows
    return known, doubts(kind, known, before, layout)


def doubts(kind: Kind, records: Records, before: Records, layout: Layout) -> list[Finding]:
    """What must be asked about: rows that may not be those that their ids say they are."""
    numbered = [schema for schema in workbook_schema(kind).sheets if schema.key in NUMBERED]
    findings: list[Finding] = []
    for schema in numbered:
        if issubclass(schema, TableSheet):
            rows, earlier = records.get(schema.key, ()), before.get(schema.key, ())
            findings += _doubts(schema, rows, earlier, layout)
    return findings


def text_of(record: Record) -> str:
    """What a row says, on one line; empty for a row without a text of its own."""
    return next((" ".join(str(record.values[name]).split()) for name in _TEXT_FIELDS if record.values.get(name)), "")


@dataclass(frozen=True, slots=True)
class _Ids:
    """Makes ids for the rows of a sheet."""

    key: str
    salt: str
    plan: str

    def brought(self, row: Record) -> str:
        """The id that the workbook gave the row, as this plan's own; empty when it gave none."""
        return self._made(f"{self.plan}/{row.id}") if row.id else ""

    def fresh(self, row: Record) -> str:
        """An id for a row that has none."""
        return self._made(f"{self.salt}/{row.row}")

    def _made(self, source: str) -> str:
        return f"{self.key}-{hashlib.sha256(f'{self.key}/{source}'.encode()).hexdigest()[:10]}"


def _with_ids(rows: Sequence[Record], earlier: Sequence[Record], ids: _Ids) -> list[Record]:
    """Each row with the id of the row it was before: by that id, by an equal text, by the author's own label and a text
    much the same; a row that was none before keeps the id that the workbook gave it, or gets a new one."""
    known, before = {row.id for row in earlier}, _Earlier.of(earlier)
    single = [_as_known(row, known, ids) for row in _without_copies(rows)]
    taken = {row.id for row in single if row.id in known}
    result = []
    for row in single:
        id = row.id if row.id in known else before.same_as(row, taken)
        id = id or row.id or ids.fresh(row)
        taken.add(id)
        result.append(row.known_as(id))
    return result


def _as_known(row: Record, known: set[str], ids: _Ids) -> Record:
    return row if row.id in known else row.known_as(ids.brought(row))


@dataclass(frozen=True, slots=True)
class _Earlier:
    """Earlier rows by their text and by their label, each in order."""

    by_text: Mapping[str, Sequence[Record]]
    by_label: Mapping[str, Sequence[Record]]

    @staticmethod
    def of(rows: Sequence[Record]) -> "_Earlier":
        by_text: dict[str, list[Record]] = {}
        by_label: dict[str, list[Record]] = {}
        for row in rows:
            by_text.setdefault(text_of(row).casefold(), []).append(row)
            by_label.setdefault(_label(row), []).append(row)
        return _Earlier(by_text, by_label)

    def same_as(self, row: Record, taken: set[str]) -> str:
        """The id of the row that this one was before, among those not taken; empty for none."""
        text, label = text_of(row).casefold(), _label(row)
        for old in self.by_text.get(text, ()) if text else ():
            if old.id not in taken and _same_home(row, old):
                return old.id
        for old in self.by_label.get(label, ()) if label else ():
            if old.id not in taken and fuzz.ratio(text, text_of(old).casefold()) >= LABEL_TEXT:
                return old.id
        return ""


def _label(row: Record) -> str:
    """The author's own label; on a sheet without labels the official number."""
    return str(row.values.get("beteckning", row.values.get("nummer", ""))).rstrip("*").casefold()


def _same_home(row: Record, old: Record) -> bool:
    """Whether rows with one text belong to the same nämnd, goal or result, so far as both say it."""
    return all(row.values.get(name) == old.values.get(name) for name in _HOME if old.values.get(name))


def _without_copies(rows: Sequence[Record]) -> list[Record]:
    """The rows; one that was copied from another in the workbook loses the id it brought along."""
    seen: set[str] = set()
    first = []
    for row in rows:
        first.append(row.known_as("") if row.id in seen else row)
        seen.add(row.id)
    return first


def _doubts(
    schema: type[TableSheet], rows: Sequence[Record], earlier: Sequence[Record], layout: Layout
) -> list[Finding]:
    before, now_there = {row.id: row for row in earlier}, {row.id for row in rows}
    gone = [row for row in earlier if row.id not in now_there]
    texts = {row.id: text_of(row).casefold() for row in rows}
    findings = []
    for row in rows:
        place = place_of(schema, row, "text", layout)
        if row.id in before:
            was, now = text_of(before[row.id]), text_of(row)
            if other := _taken_over(row, before, texts):
                details = {"denna": _called(before[row.id]), "andra": _called(other), "forut": was}
                findings.append(Finding("annan-rads-text", Level.VARNING, place, now, details))
            elif was and now and fuzz.ratio(was.casefold(), now.casefold()) < ANOTHER_TEXT:
                details = {"nummer": str(before[row.id].values.get("nummer") or row.row), "forut": was}
                findings.append(Finding("samma-plats-annan-text", Level.VARNING, place, now, details))
        elif like := _nearest(row, gone):
            findings.append(
                Finding("liknar-tidigare-rad", Level.VARNING, place, text_of(row), {"forut": text_of(like)})
            )
    return findings


def _taken_over(row: Record, before: Mapping[str, Record], now: Mapping[str, str]) -> Record | None:
    """The earlier row whose text this one now has, where that row has it no more: sorted without its hidden id."""
    was, text = text_of(before[row.id]).casefold(), now[row.id]
    if not was or not text or _alike(was, text):
        return None
    others = (old for id, old in before.items() if id != row.id and text_of(old))
    return next(
        (o for o in others if _alike(text_of(o).casefold(), text) and not _alike(now.get(o.id, ""), text)), None
    )


def _alike(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one, other) >= ANOTHERS_TEXT


def _called(row: Record) -> str:
    """How a row is pointed out: by its number, its label, or where it stood."""
    return str(row.values.get("nummer") or row.values.get("beteckning") or f"rad {row.row}").rstrip("*")


def _nearest(row: Record, gone: Sequence[Record]) -> Record | None:
    scored = [(fuzz.ratio(text_of(row).casefold(), text_of(old).casefold()), n) for n, old in enumerate(gone)]
    score, index = max(scored, default=(0, 0))
    return gone[index] if score >= SAME_TEXT else None
