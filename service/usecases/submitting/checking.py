"""The third gate: every cell against its column, every reference against what there is, every locked cell against the
decision it shows."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from schemas.columns import Column, expanded
from schemas.sheets import Record, SheetSchema, load
from schemas.workbooks import Kind, workbook_schema
from service.chain.assembly import by_labels
from service.chain.identity import doubts, identify
from service.chain.links import dangling_codes, dangling_references, in_list_spelling, place_of
from service.chain.prefill import named_budget_rows
from service.chain.twins import twins
from service.chain.units import left_in_other_unit, put_in_unit, unit_of
from service.chain.values import Layout
from service.findings import Finding, Level, Place
from service.store import PlanKey
from service.workbooks import Content, Reading

from ..house import House
from ..loading.plans import settings
from ..loading.terms import changed_term
from ..meetings.fixed import moved_when_held
from ..meetings.new import other_namnd
from ..meetings.older import overwritten
from ..meetings.references import lasting_references
from .drafts import draft_of
from .made_from import handed_out
from .waiting import settled

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A workbook's records, what is wrong with its cells, what the rules say but for some cells that
    cannot be read, and what the workbook
    would be handed out with today, in its own unit."""

    records: Records
    findings: tuple[Finding, ...]
    rule_findings: Callable[[Collection[Place]], Iterable[Finding]]
    content: Content


def check(
    house: House, key: PlanKey, reading: Reading, content: Content, before: Records, salt: str, adopted: Records
) -> Checked:
    """The records of a reading, known again from `before`, with every fault of their cells.

    What is doubtful beside `adopted` is asked about as well: a draft sent in again does not answer for itself.
    `salt` makes the ids of new rows. Raises `Refused` with nothing to check against.
    """
    layout = reading.layout
    loaded, findings = _load(key, reading)
    known, asked = identify(key.kind, loaded, _with_decided(before, content), layout, salt, _plan_name(key))
    asked += [
        doubt
        for doubt in doubts(key.kind, known, _with_decided(adopted, content), layout)
        if doubt.place not in {d.place for d in asked}
    ]
    asked += twins(key.kind, known, layout)
    official = replace(content, records=put_in_unit(key.kind, content.records, unit_of(key.kind, known)))
    kept, locked = locked_changes(key.kind, known, official, layout, content.records)
    draft = draft_of(house, key, layout)
    lists = draft.lists(kept)
    records = in_list_spelling(key.kind, kept, lists)
    if key.kind is Kind.MRP:
        records = by_labels(records)
    if key.kind is Kind.VERKSAMHETSPLAN:
        records["budgetrad"] = named_budget_rows(records["budgetrad"], settings(house, key.ar), key.namnd)
    if key.kind is Kind.MOTE:
        records, followed = lasting_references(house, key, records, before, layout)
        asked += followed
    prefilled_from = reading.identity.prefilled_from if reading.identity else ""
    if unit_of(key.kind, records):
        out = handed_out(house, key, prefilled_from, content)
        level = Level.FEL if out.certain else Level.VARNING
        asked += left_in_other_unit(key.kind, known, out.records, layout, level)
    asked += changed_term(house, key, records, layout)
    asked += moved_when_held(house, key, records, layout)
    asked += other_namnd(key, records, layout)
    asked += overwritten(house, key, prefilled_from, records)
    dangling = [
        *dangling_codes(key.kind, records, layout, lists),
        *dangling_references(key.kind, records, layout, draft.scope(records)),
    ]
    found = [_with_year(finding, key.ar) for finding in (*findings, *asked, *locked, *dangling)]

    def rule_findings(unreadable: Collection[Place]) -> Iterable[Finding]:
        return settled(key.kind, records, unreadable, draft.judge, layout, lists, key.ar)

    return Checked(records, tuple(found), rule_findings, official)


def _plan_name(key: PlanKey) -> str:
    """What keeps the ids that workbooks bring along apart. Proposals filled in from one blank workbook bring the same
    ids for unlike rows; rows that say the same in two proposals are known by their text."""
    return " ".join(part for part in (key.kind, key.namnd, str(key.ar), key.period, key.proposal) if part)


def _with_decided(before: Records, content: Content) -> dict[str, list[Record]]:
    """The plan's earlier rows with their numbers, and those that the workbook was handed out with because they are
    decided elsewhere: a row of either that has lost its hidden id is known again by what it says."""
    rows = {key: _numbered(given, content.records.get(key, ())) for key, given in before.items()}
    for key, given in content.records.items():
        known = {record.id for record in rows.get(key, ())}
        rows.setdefault(key, []).extend(record for record in given if record.id and record.id not in known)
    return rows


def _numbered(rows: Sequence[Record], official: Sequence[Record]) -> list[Record]:
    """Earlier rows with the numbers they have in the workbook handed out; those without one there as they are."""
    numbers = {row.id: row.values["nummer"] for row in official if row.id and row.values.get("nummer")}
    return [
        replace(row, values={**row.values, "nummer": numbers[row.id]}) if row.id in numbers else row for row in rows
    ]


def locked_changes(
    kind: Kind, records: Records, content: Content, layout: Layout, in_other_unit: Records
) -> tuple[dict[str, list[Record]], list[Finding]]:
    """The records with what is locked put back, and a warning for each locked cell that a person has changed: what
    stands as `in_other_unit`, before the workbook was switched, nobody has changed.

    The decided results of a verksamhetsplan stand as they came: whether they agree with the MRP is a rule's to say.
    """
    restored_rows: dict[str, list[Record]] = {}
    findings: list[Finding] = []
    for schema in workbook_schema(kind).sheets:
        sent_out = {record.id: record for record in content.records.get(schema.key, ()) if record.id}
        unmoved = {record.id: record for record in in_other_unit.get(schema.key, ()) if record.id}
        rows = []
        for record in records.get(schema.key, ()):
            official = sent_out.get(record.id)
            row_locked = record.id in content.locked_rows
            if official is not None and schema.key != "vp_resultat":
                record, changed = _put_back(schema, record, (official, unmoved[record.id]), row_locked, layout)
                findings += changed
            rows.append(record)
        restored_rows[schema.key] = rows
    return restored_rows, findings


def _load(key: PlanKey, reading: Reading) -> tuple[dict[str, list[Record]], list[Finding]]:
    records: dict[str, list[Record]] = {}
    findings: list[Finding] = []
    unit = None
    for schema in workbook_schema(key.kind).sheets:  # the form comes first, and tells the unit of the others' amounts
        records[schema.key], found = load(schema, reading.sheets.get(schema.key, ()), unit)
        unit = unit or unit_of(key.kind, records)
        title = reading.layout.titles.get(schema.key, schema.title)
        findings += [replace(f, place=replace(f.place, sheet=title) if f.place else None) for f in found]
    return records, findings


def _with_year(finding: Finding, ar: int) -> Finding:
    """The finding with its heading as the person sees it."""
    details = {name: expanded(value, ar) if name == "rubrik" else value for name, value in finding.details.items()}
    return replace(finding, details=details)


def _put_back(
    schema: type[SheetSchema], record: Record, official: tuple[Record, Record], row_locked: bool, layout: Layout
) -> tuple[Record, list[Finding]]:
    values = dict(record.values)
    findings = []
    for name, column in schema.columns().items():
        if column.hidden or not (column.locked or row_locked) or (column.derived and name != "nummer"):
            continue
        stands, *all_right = (row.values.get(name) for row in (record, *official))
        right = all_right[0]
        if all(_differs(column, each, stands, name) for each in all_right):
            place = place_of(schema, record, name, layout)
            findings.append(
                Finding("last-andrad", Level.VARNING, place, _shown(stands), {"ratt": _shown(right) or "tomt"})
            )
        values[name] = right
    return replace(record, values=values), findings


def _differs(column: Column, right: Any, stands: Any, name: str) -> bool:
    if name == "nummer":  # a provisional number may have moved since the workbook was handed out
        return not str(stands).endswith("*") and bool(stands) and str(stands) != str(right).rstrip("*")
    return _shown(right) != _shown(stands)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else " ".join(str(value).split())
