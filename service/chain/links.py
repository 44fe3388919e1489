"""Whether what a cell points at exists: codes in the lists, rows of the same workbook, `[[…]]` in texts."""

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.columns import Kod, Prosa
from schemas.sheets import Record, SheetSchema
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level, Place

from . import references
from .plans import Installningar, swedish
from .values import Layout

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Lists:
    """What codes may be: by source, and for verksamheter and enheter by nämnd (`namnd` is the workbook's own)."""

    common: Mapping[str, Collection[str]]
    by_namnd: Mapping[str, Mapping[str, Collection[str]]]
    namnd: str = ""
    _known: dict[tuple[str, str], Mapping[str, str] | None] = field(default_factory=dict, compare=False, repr=False)

    def allowed(self, source: str, record: Record) -> Mapping[str, str] | None:
        """The codes a row may use as they are spelled, by their casefold; None for a source that is not judged."""
        owner = record.values.get("namnd") or self.namnd if source in self.by_namnd else ""
        if (source, owner) not in self._known:
            codes = self.by_namnd[source].get(owner, ()) if source in self.by_namnd else self.common.get(source)
            self._known[source, owner] = None if codes is None else {code.casefold(): code for code in codes}
        return self._known[source, owner]


def lists_of(installningar: Installningar, namnd: str, rows: Mapping[str, Collection[str]]) -> Lists:
    """The lists of the settings, with the labels of `rows` (goals, results) beside them."""
    verksamheter: dict[str, list[str]] = {}
    enheter: dict[str, list[str]] = {}
    for verksamhet in installningar.verksamheter:
        verksamheter.setdefault(verksamhet.namnd, []).append(verksamhet.kod)
    for enhet in installningar.enheter:
        enheter.setdefault(enhet.namnd, []).append(enhet.kod)
    common = {"namnd": [namnd.kod for namnd in installningar.namnder], **rows}
    return Lists(common, {"verksamhet": verksamheter, "enhet": enheter}, namnd)


def in_list_spelling(kind: Kind, records: Records, lists: Lists) -> dict[str, list[Record]]:
    """The records with each code as its list spells it (`bun` is `BUN`); what stands in no list is left as it is."""
    spelled: dict[str, list[Record]] = {}
    for schema in workbook_schema(kind).sheets:
        coded = _coded(schema)
        spelled[schema.key] = [_spelled(record, coded, lists) for record in records.get(schema.key, ())]
    return spelled


def dangling_codes(kind: Kind, records: Records, layout: Layout, lists: Lists) -> Iterator[Finding]:
    """A finding for every code that stands in no list. They refuse the upload."""
    for schema in workbook_schema(kind).sheets:
        coded = _coded(schema)
        for record in records.get(schema.key, ()):
            for name, column in coded.items():
                allowed = lists.allowed(column.source, record)
                if allowed is not None:
                    yield from _unknown(schema, record, name, column, allowed, layout)


def dangling_references(kind: Kind, records: Records, layout: Layout, scope: references.Scope) -> Iterator[Finding]:
    """A finding for every `[[…]]` that cannot be read or leads nowhere. They refuse the upload."""
    for schema in workbook_schema(kind).sheets:
        texts = [name for name, column in schema.columns().items() if isinstance(column, Prosa)]
        for record in records.get(schema.key, ()):
            for name in texts:
                yield from _astray(record.values[name], place_of(schema, record, name, layout), scope)


def place_of(schema: type[SheetSchema], record: Record, name: str, layout: Layout) -> Place:
    """Where a record's field stands."""
    letter = layout.cells.get(schema.key, {}).get(name, "")
    title = layout.titles.get(schema.key, schema.title)
    return Place(title, f"{letter}{record.row}" if letter and record.row else letter)


def _coded(schema: type[SheetSchema]) -> dict[str, Kod]:
    """The columns of codes, the nämnd's first: its lists decide how the row's other codes are spelled."""
    coded = [(name, column) for name, column in schema.columns().items() if isinstance(column, Kod) and column.source]
    return dict(sorted(coded, key=lambda pair: pair[0] != "namnd"))


def _spelled(record: Record, coded: Mapping[str, Kod], lists: Lists) -> Record:
    for name, column in coded.items():
        official = lists.allowed(column.source, record) or {}
        value = record.values[name]
        if isinstance(value, tuple):
            right: object = tuple(official.get(code.casefold(), code) for code in value)
        else:
            right = official.get(value.casefold(), value)
        record = record if right == value else record.holding(**{name: right})
    return record


def _unknown(
    schema: type[SheetSchema], record: Record, name: str, column: Kod, known: Mapping[str, str], layout: Layout
) -> Iterator[Finding]:
    value = record.values[name]
    codes = value if isinstance(value, tuple) else (value,)
    for code in codes:
        if code and code.rstrip("*").casefold() not in known:
            close = difflib.get_close_matches(code.casefold(), known, n=1, cutoff=0.5)
            details = {"rubrik": column.heading, "forslag": known[close[0]]} if close else {
                "rubrik": column.heading, "val": ", ".join(sorted(known.values(), key=swedish)[:12]) or "listan är tom",
            }  # fmt: skip
            code_of_finding = "okant-val-liknar" if close else "okant-val"
            yield Finding(
                code_of_finding, Level.FEL, place_of(schema, record, name, layout), code, details, refuses=True
            )


def _astray(text: StyledText, place: Place, scope: references.Scope) -> Iterator[Finding]:
    for written in references.unclosed(text):
        yield Finding("oavslutad-hanvisning", Level.FEL, place, written, refuses=True)
    for reference in references.find(text):
        if not reference.kind:
            yield Finding("trasig-hanvisning", Level.FEL, place, reference.written, refuses=True)
        elif not scope.knows(reference):
            near = scope.nearest(reference)
            code = "okand-hanvisning" if near else "okand-hanvisning-utan-forslag"
            yield Finding(code, Level.FEL, place, reference.written, {"forslag": near}, refuses=True)
