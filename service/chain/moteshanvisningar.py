"""References between ärenden and bilagor made lasting: a number that somebody typed becomes the label of what had it.

On an agenda the number follows the place, and a text that says `[[ärende 4]]` would lead elsewhere once an ärende is
moved. So a number is read as the list stood where it was typed, and kept as the label, which goes with the row.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

from schemas.columns import Prosa
from schemas.sheets import Record, SheetSchema
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level, Place

from .links import place_of
from .moten import Bilaga, Mote, Punkt, mote_targets
from .records import Row
from .references import Reference, Scope, find, rewritten, scope_of
from .values import Layout

Records = Mapping[str, Sequence[Record]]
_NUMBER = re.compile(r"\d+(\.\d+)?")
_OWNED = frozenset({"tjansteskrivelse", "handling"})  # sheets whose rows name the ärende they belong to
_LONGEST = 30


def lasting(
    records: Records, before: Records, mote_of: Callable[[Records], Mote], layout: Layout
) -> tuple[dict[str, list[Record]], list[Finding]]:
    """The records with every typed number of an ärende or bilaga as its label, and what is to be looked at.

    `before` are those of the version before, `mote_of` puts records together as a meeting. What a text referred to
    before it refers to still, and a label that has been changed is followed by the row's id. A bilaga without a label
    is given one.
    """
    then = mote_of(before) if before else None
    schemas = workbook_schema(Kind.MOTE).sheets
    rows = _Binding(mote_of(records), then, layout)
    owned = {s.key: [rows.owned(s, row) for row in records.get(s.key, ())] for s in schemas}
    # Bilagor are numbered within the ärenden that they belong to, so these come first.
    texts = _Binding(mote_of(owned), then, layout)
    told = {s.key: [texts.told(s, row) for row in owned[s.key]] for s in schemas}
    told["handling"] = [texts.labelled(row) for row in told["handling"]]
    return told, [*rows.findings, *texts.findings, *texts.moved_files()]


class _Agenda:
    """A meeting's list, as far as references go: what each means from where it stands, and what it leads to."""

    def __init__(self, mote: Mote) -> None:
        self.mote = mote
        self.punkter = {punkt.rad.id: punkt for punkt in mote.punkter}
        self.bilagor = {bilaga.id: bilaga for punkt in mote.punkter for bilaga in punkt.bilagor}
        self.rows: dict[str, Row] = {row.id: row for row in (*mote.arenden, *mote.skrivelser, *mote.handlingar)}
        self._scopes: dict[int, Scope] = {}

    def meant(self, reference: Reference, here: Punkt | None) -> str:
        """The id of the row that a reference leads to from an ärende; empty for none."""
        number = here.nummer if here else 0
        if number not in self._scopes:
            self._scopes[number] = scope_of(mote_targets(self.mote, here))
        target = self._scopes[number].target(reference)
        return target.row if target else ""

    def place(self, sheet: str, row: Row | Record | None) -> Punkt | None:
        """The ärende that the texts of a row belong to."""
        if row is None or sheet not in {"arende", *_OWNED}:
            return None
        if sheet == "arende":
            return self.punkter.get(row.id)
        name = row.values["arende"] if isinstance(row, Record) else getattr(row, "arende", "")
        return self.mote.punkt(name) if name else None

    def found(self, id: str) -> Punkt | Bilaga | None:
        """What has that id."""
        return self.punkter.get(id) or self.bilagor.get(id)


class _Binding:
    """References of one upload, each read by the list it was typed from."""

    def __init__(self, now: Mote, then: Mote | None, layout: Layout) -> None:
        self._now, self._then = _Agenda(now), _Agenda(then) if then else None
        self._layout = layout
        self._labels: dict[str, str] = {}
        self.findings: list[Finding] = []

    def owned(self, schema: type[SheetSchema], record: Record) -> Record:
        """A row with the label of the ärende that it names by its number."""
        name = record.values.get("arende") if schema.key in _OWNED else None
        if not name:
            return record
        old = self._then.rows.get(record.id) if self._then else None
        owner = self._then.place(schema.key, old) if self._then else None
        before = {owner.rad.id} if owner else set()
        place = place_of(schema, record, "arende", self._layout)
        id = self._target(Reference("ärende", name, name), None, None, before, place)
        return record.holding(arende=self._label(id, "ärende", None)) if id else record

    def told(self, schema: type[SheetSchema], record: Record) -> Record:
        """A row with the references of its texts by label."""
        old = self._then.rows.get(record.id) if self._then else None
        here = self._now.place(schema.key, record)
        there = self._then.place(schema.key, old) if self._then else None
        for name in (name for name, column in schema.columns().items() if isinstance(column, Prosa)):
            text = record.values[name]
            if next(find(text), None) is None:
                continue
            earlier = find(getattr(old, name)) if old is not None else ()
            before = {self._then.meant(reference, there) for reference in earlier} if self._then else set()
            place = place_of(schema, record, name, self._layout)
            written = rewritten(text, partial(self._written, here, there, before, place))
            record = record if written == text else record.holding(**{name: written})
        return record

    def labelled(self, record: Record) -> Record:
        """A row of Handlingar with the label that a reference needed."""
        return record.holding(beteckning=self._labels[record.id]) if record.id in self._labels else record

    def moved_files(self) -> Iterator[Finding]:
        """Files added beside the workbook whose ärende's label is now another's."""
        if self._then is None:
            return
        for file in self._now.mote.tillagda:
            now, then = self._now.mote.punkt(file.arende), self._then.mote.punkt(file.arende)
            if now and then and now.rad.id != then.rad.id:
                details = {"rubrik": now.rad.rubrik, "annan": then.rad.rubrik}
                yield Finding("fil-bytte-arende", Level.VARNING, None, file.fil, details)

    def _written(
        self, here: Punkt | None, there: Punkt | None, before: Collection[str], place: Place, reference: Reference
    ) -> str:
        id = self._target(reference, here, there, before, place)
        label = self._label(id, reference.kind, here) if id else ""
        if not label:
            return reference.written
        is_capital = reference.written[2:].lstrip()[:1].isupper()
        return f"[[{reference.kind.capitalize() if is_capital else reference.kind} {label}]]"

    def _target(
        self, reference: Reference, here: Punkt | None, there: Punkt | None, before: Collection[str], place: Place
    ) -> str:
        """The id of the row to name by its label; empty where the reference is to stand as it was written."""
        if reference.kind not in ("ärende", "bilaga", "§") or (reference.kind == "§" and reference.name.isdecimal()):
            return ""
        now = self._now.meant(reference, here)
        then = self._then.meant(reference, there) if self._then else ""
        is_number = bool(_NUMBER.fullmatch(reference.name)) and not self._is_label(reference)
        if then in ("", now):
            return now if is_number else ""
        if not is_number:
            return self._by_label(reference, now, then, before, place)
        if then in before:
            self._say("hanvisning-foljde", reference, place, then, now)
            return then
        self._say("hanvisning-enligt-listan", reference, place, now, then)
        return now

    def _by_label(self, reference: Reference, now: str, then: str, before: Collection[str], place: Place) -> str:
        """A label that is nobody's any more follows its row; one that is another's stays, and is told of."""
        if not now:
            return then if self._now.found(then) else ""
        if then in before:
            self._say("hanvisning-bytt", reference, place, now, then)
        return ""

    def _is_label(self, reference: Reference) -> bool:
        """Whether the number that stands there is what somebody chose to call a row."""
        rows = self._now.mote.handlingar if reference.kind == "bilaga" else self._now.mote.arenden
        return any(row.beteckning == reference.name for row in rows)

    def _say(self, code: str, reference: Reference, place: Place, chosen: str, other: str) -> None:
        found = self._now.found(chosen)
        if found is None or not other:
            return  # a row that is gone is told as a reference to nothing
        written = self._label(other, reference.kind, None)
        details = {"rubrik": _title(found), "nu": _number(found), "annan": self._called(other), "skriv": written}
        self.findings.append(Finding(code, Level.VARNING, place, reference.written, details))

    def _called(self, id: str) -> str:
        found = self._now.found(id) or (self._then.found(id) if self._then else None)
        return _title(found) if found else ""

    def _label(self, id: str, kind: str, here: Punkt | None) -> str:
        """What a row is called in a reference; empty where nothing leads to it alone."""
        found = self._now.found(id)
        if found is None:
            gone = self._then.found(id) if self._then else None
            return gone.rad.beteckning if gone else ""
        if isinstance(found, Bilaga) and not found.rad.beteckning:
            return self._labels.setdefault(id, self._made(found)) if found.rad.id else _plain(found.rad.fil)
        label = _plain(found.rad.beteckning)
        return label if label and self._now.meant(Reference(kind, label, ""), here) == id else ""

    def _made(self, bilaga: Bilaga) -> str:
        """A label for a bilaga: its ärende's and its number there, and no other's."""
        stem = f"{self._now.mote.arenden[bilaga.arende - 1].beteckning}-{bilaga.nummer}"[-_LONGEST:]
        taken = {row.beteckning.casefold() for row in self._now.mote.handlingar} | set(self._labels.values())
        return next(one for n in range(1, 1000) if (one := stem if n == 1 else f"{stem}-{n}").casefold() not in taken)


def _title(found: Punkt | Bilaga) -> str:
    return found.rad.titel if isinstance(found, Bilaga) else found.rad.rubrik


def _number(found: Punkt | Bilaga) -> str:
    return found.beteckning if isinstance(found, Bilaga) else str(found.nummer)


def _plain(name: str) -> str:
    """The name, if it can stand in a reference."""
    return "" if set("[]\n") & set(name) else name
