"""A meeting as somebody may see it: its agenda with the papers, what is found on each, and what may be done with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from schemas.mote import FIL, Tjansteskrivelser
from schemas.sheets import Record
from schemas.text import StyledText
from schemas.workbooks import Kind, workbook_schema
from service.chain.links import place_of
from service.chain.moten import Bilaga, Mote, Punkt
from service.chain.references import Resolve
from service.chain.values import Layout
from service.documents.motet import attsatser, oppen_titel, resolve_in
from service.findings import Finding, Level, Place, worst_first
from service.rules import Stage
from service.store import (
    Account,
    FileOutcome,
    ListedFile,
    Version,
    dispatches,
    kept_outcome,
    listed_files,
    records_of,
    submission,
)

from ..accounts.access import Action, may
from ..answers import Refused
from ..house import House
from ..loading.judging import judged
from ..loading.plans import settings
from .change import records_now
from .handlingar import key_of_paper
from .listing import Skede, skede_of
from .loading import files_sent, find_meeting, load_mote, meeting_id
from .secrecy import sent_mote

Cell = tuple[str, str, str]  # a sheet's key, a row's id (empty for a form) and a field


@dataclass(frozen=True, slots=True)
class SeenBilaga:
    """An appendix as somebody may see it: a secret one, for those who may not see it, by its open title alone.

    `file` is the one that it is, where it is a file and has been added; `outcome` what that will become in the package.
    """

    bilaga: Bilaga
    title: str
    hidden: bool = False
    file: ListedFile | None = None
    outcome: FileOutcome | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """What an address calls it."""
        return key_of_paper(self.bilaga.rad.id, self.bilaga.rad.fil)

    @property
    def is_file(self) -> bool:
        """Whether it is a file and not a paper that Målkedjan writes."""
        return self.bilaga.rad.innehall == FIL

    @property
    def secret(self) -> bool:
        """Whether it lies in a package of its own."""
        return bool(self.bilaga.rad.sekretess)


@dataclass(frozen=True, slots=True)
class SeenPunkt:
    """An ärende with its papers and what is found on it and on its tjänsteskrivelse. `forslag` is its proposal as it is
    printed: att-satser numbered, references with the numbers of today."""

    punkt: Punkt
    forslag: StyledText
    bilagor: tuple[SeenBilaga, ...]
    findings: tuple[Finding, ...] = ()

    skrivelse_texts: tuple[tuple[str, StyledText], ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those on its papers too, worst first."""
        papers = (finding for bilaga in self.bilagor for finding in bilaga.findings)
        return tuple(worst_first((*self.findings, *papers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMeeting:
    """A meeting for somebody to look at.

    `inside` tells whether it is shown as it stands (else as it was sent out). `records` are its workbook's, for who may
    see that. `by_cell` are the findings of each field; `beside` those that concern no ärende; `fel` counts
    what keeps the kallelse from being sent. `may_edit` and `may_prepare` are false once the meeting is held.
    """

    version: Version
    mote: Mote
    namnd: str
    skede: Skede
    punkter: tuple[SeenPunkt, ...]
    inside: bool
    may_run: bool
    may_edit: bool
    may_prepare: bool
    sees_secret: bool
    records: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    by_cell: Mapping[Cell, tuple[Finding, ...]] = field(default_factory=dict)
    beside: tuple[Finding, ...] = ()
    fel: int = 0

    @property
    def name(self) -> str:
        """Its name, `SN 2026-12-10`."""
        return self.version.key.namnd

    def arende(self, id: str) -> SeenPunkt | None:
        """The ärende whose row has that id; None where there is none."""
        return next((one for one in self.punkter if one.punkt.rad.id == id), None)


def seen_meeting(house: House, who: Account, name: str) -> SeenMeeting:
    """The meeting as somebody may see it, who has come through the door of its address. Raises `Refused`."""
    version = find_meeting(house, name)
    key = version.key
    inside = may(who, Action.SEE_MEETING, key)
    mote = load_mote(house, version) if inside else sent_mote(house, version) or load_mote(house, version)
    secret = may(who, Action.SEE_SECRET, key)
    found, others = _findings(house, version) if inside else ({}, ())
    by_cell, unplaced = (found, others) if secret else ({}, ())
    fel = sum(f.level is Level.FEL for f in (*others, *chain.from_iterable(found.values())))
    beside = _beside(house, version, by_cell, inside=inside)
    shown = mote.punkter if inside else (_sent_out(punkt) for punkt in mote.punkter)
    punkter = tuple(_seen(mote, punkt, beside, secret=secret) for punkt in shown)
    open_, run = not mote.paragrafer, may(who, Action.RUN_MEETING, key)
    return SeenMeeting(
        version=version, mote=mote, namnd=settings(house, key.ar).namnd_namn(mote.namnd) or mote.namnd,
        skede=skede_of(house, key, mote), punkter=punkter, inside=inside, may_run=run, may_edit=open_ and run,
        may_prepare=open_ and may(who, Action.PREPARE_ARENDE, key), sees_secret=secret,
        records=records_now(house, version) if secret else {}, by_cell=by_cell,
        beside=(*unplaced, *_not_of(punkter, by_cell)), fel=fel,
    )  # fmt: skip


def _sent_out(punkt: Punkt) -> Punkt:
    """An ärende as a kallelse shows it: of one that is withdrawn no papers are sent."""
    return replace(punkt, bilagor=(), skrivelse=None) if punkt.utgar else punkt


def _findings(house: House, version: Version) -> tuple[dict[Cell, tuple[Finding, ...]], tuple[Finding, ...]]:
    """What is found, by field; and what has no field of its own."""
    try:
        found = judged(house, version, Stage.MEETING)
    except Refused as no:
        return {}, no.findings
    sent = submission(house.store, version.submission)
    cells = dict(_cells(records_of(house.store, sent), sent.layout))
    by_cell: dict[Cell, list[Finding]] = {}
    unplaced = []
    for finding in found:
        cell = cells.get(finding.place) if finding.place else None
        if cell is None:
            unplaced.append(finding)
        else:
            by_cell.setdefault(cell, []).append(finding)
    return {cell: tuple(here) for cell, here in by_cell.items()}, tuple(unplaced)


def _cells(records: Mapping[str, Sequence[Record]], layout: Layout) -> Iterator[tuple[Place, Cell]]:
    for schema in workbook_schema(Kind.MOTE).sheets:
        for record in records.get(schema.key, ()):
            for name in schema.columns():
                place = place_of(schema, record, name, layout)
                if place.cell:
                    yield place, (schema.key, record.id if record.row else "", name)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What there is to tell of a meeting beside its rows: what is found by field, and its files by name."""

    by_cell: Mapping[Cell, tuple[Finding, ...]]
    files: Mapping[str, ListedFile]
    outcomes: Mapping[str, FileOutcome]


def _beside(house: House, version: Version, by_cell: Mapping[Cell, tuple[Finding, ...]], *, inside: bool) -> _Beside:
    sent = dispatches(house.store, meeting_id(version.key))
    files = listed_files(house.store, meeting_id(version.key)) if inside or not sent else files_sent(house, sent[-1])
    known = {file.sha256: kept_outcome(house.store, file.sha256) for file in files}
    outcomes = {sha256: outcome for sha256, outcome in known.items() if outcome}
    return _Beside(by_cell, {file.name.casefold(): file for file in files}, outcomes)


def _seen(mote: Mote, punkt: Punkt, beside: _Beside, *, secret: bool) -> SeenPunkt:
    own = _on(beside.by_cell, "arende", punkt.rad.id)
    if punkt.skrivelse:
        own += _on(beside.by_cell, "tjansteskrivelse", punkt.skrivelse.id)
    bilagor = tuple(_seen_bilaga(bilaga, beside, secret=secret) for bilaga in punkt.bilagor)
    resolve = resolve_in(mote, punkt)
    return SeenPunkt(punkt, attsatser(resolve(punkt.rad.forslag)), bilagor, own, tuple(_texts(punkt, resolve)))


def _seen_bilaga(bilaga: Bilaga, beside: _Beside, *, secret: bool) -> SeenBilaga:
    row = bilaga.rad
    if row.sekretess and not secret:
        return SeenBilaga(bilaga, oppen_titel(bilaga), hidden=True)
    file = beside.files.get(row.fil.casefold()) if row.innehall == FIL else None
    outcome = beside.outcomes.get(file.sha256) if file else None
    return SeenBilaga(
        bilaga, row.titel, False, file, outcome, _on(beside.by_cell, "handling", row.id) if row.id else ()
    )


def _texts(punkt: Punkt, resolve: Resolve) -> Iterator[tuple[str, StyledText]]:
    """The headings and texts of the ärende's tjänsteskrivelse, as they are printed."""
    for name in ("sammanfattning", "beskrivning", "ekonomi", "underlag") if punkt.skrivelse else ():
        if text := getattr(punkt.skrivelse, name):
            yield Tjansteskrivelser.columns()[name].heading, resolve(text)


def _on(by_cell: Mapping[Cell, tuple[Finding, ...]], sheet: str, id: str) -> tuple[Finding, ...]:
    return tuple(f for (key, row, _), here in by_cell.items() if (key, row) == (sheet, id) for f in here)


def _not_of(punkter: Sequence[SeenPunkt], by_cell: Mapping[Cell, tuple[Finding, ...]]) -> Iterator[Finding]:
    """Those on rows that belong to no ärende on the list, and on the meeting's own form."""
    shown = {id(finding) for one in punkter for finding in one.all_findings}
    for here in by_cell.values():
        yield from (finding for finding in here if id(finding) not in shown)
