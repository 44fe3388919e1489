"""The third gate: every cell against its column, every reference against what there is, every locked cell against the
decision it shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from schemas.columns import Column, expanded
from schemas.sheets import Record, SheetSchema, load
from schemas.workbooks import Kind, workbook_schema
from service.chain.assembly import (
    assemble_installningar,
    assemble_mrp,
    assemble_styrdokument,
    assemble_verksamhetsplan,
    by_labels,
    mrp_links,
)
from service.chain.identity import identify
from service.chain.links import Lists, dangling_codes, dangling_references, in_list_spelling, lists_of, place_of
from service.chain.plans import Installningar, Mrp, Plan, Styrdokument
from service.chain.prefill import named_budget_rows
from service.chain.references import Scope, mrp_targets, scope_of, vp_targets
from service.chain.units import left_in_other_unit
from service.chain.values import Head, Layout
from service.findings import Finding, Level
from service.rules import InstallningarCase, MrpCase, Stage, VpCase, judge
from service.store import PlanKey, given_numbers, year_scope
from service.workbooks import Content, Reading

from .composition import composition
from .house import House
from .plans import given_for, governing_mrp, load_mrp, settings
from .terms import changed_term
from .titles import titles_in

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A workbook's records, what is wrong with its cells, and how the rules would judge the records."""

    records: Records
    findings: tuple[Finding, ...]
    rule_findings: Callable[[Records], Iterable[Finding]]


def check(house: House, key: PlanKey, reading: Reading, content: Content, before: Records, salt: str) -> Checked:
    """The records of a reading, known again from `before`, with every fault of their cells.

    `salt` makes the ids of new rows. Raises `Refused` with nothing to check against.
    """
    layout = reading.layout
    loaded, findings = _load(key, reading)
    known, doubts = identify(key.kind, loaded, _with_decided(before, content), layout, salt, _plan_name(key))
    kept, locked = locked_changes(key.kind, known, content, layout)
    assembled = _Assembled(house, key, layout)
    lists = assembled.lists(kept)
    records = in_list_spelling(key.kind, kept, lists)
    if key.kind is Kind.MRP:
        records = by_labels(records)
    if assembled.installningar and "budgetrad" in records:
        records["budgetrad"] = named_budget_rows(records["budgetrad"], assembled.installningar, key.namnd)
    doubts += left_in_other_unit(key.kind, records, content.records, layout)
    doubts += changed_term(house, key, records, layout)
    dangling = [
        *dangling_codes(key.kind, records, layout, lists),
        *dangling_references(key.kind, records, layout, assembled.scope(records)),
    ]
    found = [_with_year(finding, key.ar) for finding in (*findings, *doubts, *locked, *dangling)]
    return Checked(records, tuple(found), assembled.judge)


def _plan_name(key: PlanKey) -> str:
    """What keeps the ids that workbooks bring along apart. Proposals filled in from one blank workbook bring the same
    ids for unlike rows; rows that say the same in two proposals are known by their text."""
    return " ".join(part for part in (key.kind, key.namnd, str(key.ar), key.proposal) if part)


def _with_decided(before: Records, content: Content) -> dict[str, list[Record]]:
    """The plan's earlier rows, and those that the workbook was handed out with because they are decided elsewhere: a
    row of either that has lost its hidden id is known again by what it says."""
    rows = {key: list(given) for key, given in before.items()}
    for key, given in content.records.items():
        known = {record.id for record in rows.get(key, ())}
        rows.setdefault(key, []).extend(record for record in given if record.id and record.id not in known)
    return rows


def locked_changes(
    kind: Kind, records: Records, content: Content, layout: Layout
) -> tuple[dict[str, list[Record]], list[Finding]]:
    """The records with what is locked put back, and a warning for each locked cell that a person has changed.

    The decided results of a verksamhetsplan stand as they came: whether they agree with the MRP is a rule's to say.
    """
    restored_rows: dict[str, list[Record]] = {}
    findings: list[Finding] = []
    for schema in workbook_schema(kind).sheets:
        sent_out = {record.id: record for record in content.records.get(schema.key, ()) if record.id}
        rows = []
        for record in records.get(schema.key, ()):
            official = sent_out.get(record.id)
            row_locked = record.id in content.locked_rows
            if official is not None and schema.key != "vp_resultat":
                record, changed = _put_back(schema, record, official, row_locked, layout)
                findings += changed
            rows.append(record)
        restored_rows[schema.key] = rows
    return restored_rows, findings


def _load(key: PlanKey, reading: Reading) -> tuple[dict[str, list[Record]], list[Finding]]:
    records: dict[str, list[Record]] = {}
    findings: list[Finding] = []
    for schema in workbook_schema(key.kind).sheets:
        records[schema.key], found = load(schema, reading.sheets.get(schema.key, ()))
        title = reading.layout.titles.get(schema.key, schema.title)
        findings += [replace(f, place=replace(f.place, sheet=title) if f.place else None) for f in found]
    return records, findings


def _with_year(finding: Finding, ar: int) -> Finding:
    """The finding with its heading as the person sees it."""
    details = {name: expanded(value, ar) if name == "rubrik" else value for name, value in finding.details.items()}
    return replace(finding, details=details)


def _put_back(
    schema: type[SheetSchema], record: Record, official: Record, row_locked: bool, layout: Layout
) -> tuple[Record, list[Finding]]:
    values = dict(record.values)
    findings = []
    for name, column in schema.columns().items():
        if column.hidden or not (column.locked or row_locked) or (column.derived and name != "nummer"):
            continue
        right, stands = official.values.get(name), record.values.get(name)
        if _differs(column, right, stands, name):
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


class _Assembled:
    """A submission's records put together as a plan, to be looked at before anything is stored."""

    def __init__(self, house: House, key: PlanKey, layout: Layout) -> None:
        self.house, self.key, self.layout = house, key, layout
        self.head = Head(kind=key.kind.value, namnd=key.namnd, ar=key.ar, proposal=key.proposal)
        self.installningar: Installningar | None = None
        self.mrp: Mrp | None = None
        if key.kind is not Kind.INSTALLNINGAR:
            self.installningar = settings(house, key.ar)
        if key.kind is Kind.VERKSAMHETSPLAN and self.installningar:
            self.mrp = load_mrp(house, governing_mrp(house, key.ar), self.installningar)

    def plan(self, records: Records) -> Plan:
        """The records as a plan."""
        if self.installningar is None:
            return assemble_installningar(self.head, records, self.layout)
        if self.key.kind is Kind.STYRDOKUMENT:
            return assemble_styrdokument(self.head, records, self.layout)
        if self.mrp is None:
            given = given_for(self.house, self.installningar, self.key.ar)
            return assemble_mrp(self.head, records, self.layout, *given)
        given_year = given_numbers(self.house.store, year_scope(self.key.ar))
        return assemble_verksamhetsplan(self.head, records, self.layout, self.mrp, given_year)

    def judge(self, records: Records) -> Iterable[Finding]:
        """What the rules say of the records."""
        plan: Any = self.plan(records)
        if isinstance(plan, Styrdokument):
            return composition(plan)
        if self.installningar is None:
            return judge(InstallningarCase(installningar=plan), Stage.SUBMIT)
        if self.mrp is None:
            return judge(MrpCase(mrp=plan, installningar=self.installningar), Stage.SUBMIT)
        return judge(VpCase(vp=plan, mrp=self.mrp, installningar=self.installningar), Stage.SUBMIT)

    def scope(self, records: Records) -> Scope:
        """What the texts may refer to."""
        plan: Any = self.plan(records)
        if isinstance(plan, Styrdokument):
            return scope_of((), plan.titlar)
        titles = titles_in(self.house, self.key.kind)
        if self.installningar is None:
            return scope_of(())
        if self.mrp is None:
            return scope_of(mrp_targets(plan, ""), titles)
        return scope_of([*vp_targets(plan, ""), *mrp_targets(self.mrp, "")], titles)

    def lists(self, records: Records) -> Lists:
        """What the codes may be."""
        if self.installningar is None:
            plan: Any = self.plan(records)
            return lists_of(plan, "", {})
        if self.key.kind is Kind.STYRDOKUMENT:
            return lists_of(self.installningar, "", {})
        rows: dict[str, Any] = {}
        if self.mrp is None:
            links = mrp_links(records)
            rows = {"inriktningsmal": links.mal_labels, "mal_eller_resultat": links.mal_labels | links.resultat_labels}
        else:
            own = self.mrp.namnd_resultat(self.key.namnd)
            rows = {"resultat": [label for r in own for label in (r.nummer.text, r.beteckning) if label]}
        return lists_of(self.installningar, self.key.namnd, rows)
