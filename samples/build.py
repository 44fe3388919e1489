"""Fill the official workbooks with the sample municipality's own words and figures, as its staff would have done.

`make samples` runs this after a change of `samples/source` or of the workbooks' form.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samples.economy import WRONG_SOURCES, source_files
from samples.followups import filled_bokslut, filled_uppfoljning
from samples.markup import styled_markup
from samples.source.moten import DELEGATIONSFIL, DELEGATIONSTEXT
from samples.source.plans import AR, INSTALLNINGAR, MOTEN, MRP, STYRDOKUMENT, VERKSAMHETSPLANER, Source, numbers
from samples.source.proposals import PROPOSALS, applied
from samples.source.uppfoljning import NOT_REPORTED
from samples.source.wrong import WRONG, ContentsOf, FileBytes, OldEdition, Wrong, WrongYear
from samples.wrongdoing import Spreadsheet
from schemas.cells import Cell
from schemas.columns import Prosa, Tal
from schemas.sheets import CellRow, Record, SheetSchema, load, restored
from schemas.workbooks import Kind, workbook_schema
from service.findings import line, refuses
from service.pdf.bundle import notice
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.demo.followups import OCCASIONS, VP_ADOPTED, Occasion, at_time, decided
from service.usecases.demo.year import MRP_DECISION
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.submitting.submit import submit
from service.usecases.workbooks.handing_out import prepared
from service.workbooks import FIRST_ROW, Content, Identity, build

HERE = Path(__file__).parent
_POINTING = ("resultat", "hor_till")  # what names a result of the plan
_OWN = ("halltid", "arende")  # sheets whose prefilled rows the municipality has put its own in place of
_MATCHED = ("post", "verksamhet", "namn", "objekt")  # what tells a prefilled row apart from the others
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
_GUIDE_HEAD = (
    "# Exempelkommunen", "",
    "Ifyllda arbetsböcker för Vänersborgs kommun och planåret 2027. Nämnderna är kommunens egna; alla siffror, texter",
    "och personer är påhittade. Innehållet står i `source/`; `make samples` fyller arbetsböckerna på nytt.", "",
    "- `installningar-2027.xlsx`, `mrp-2027.xlsx` och `verksamhetsplan-2027-*.xlsx`: rätt ifyllda",
    "- `styrdokument-2027-internkontroll.xlsx`: ett annat styrande dokument, kapitel för kapitel",
    "- `mote-2027-*.xlsx`: nämndernas sammanträden den 10 december 2026, där de antar sina verksamhetsplaner;",
    "  `moten/delegationsbeslut-november.pdf` är en bilaga",
    "- `uppfoljning-2027-*.xlsx` och `bokslut-2027-*.xlsx`: uppföljning efter april (t1), efter augusti (t2) och för",
    "  året (ar); miljö- och hälsoskyddsnämnden har aldrig rapporterat augusti",
    "- `forslag/`: två andra förslag till mål- och resursplan, att jämföra med `malkedjan diff`",
    "- `fel/`: felaktiga arbetsböcker, med det besked var och en ska få", "",
    "| Fil i `fel/` | Vad som är fel | Beskedet säger bland annat | Arbetsboken |", "|---|---|---|---|",
)  # fmt: skip
_SOURCES_HEAD = (
    "", "## Siffror från annat håll", "",
    "I `kallor/` ligger filer som ekonomisystemet och Kolada skulle lämna dem: `utfall-2027-t1-bun.se` (SIE typ 4, en",
    "nämnd), `utfall-2027-t2.csv` (kronor) och samma uttag i tkr som `.xlsx`, samt `kolada-2027.json`. Beloppen",
    "stämmer med planerna; id i Kolada är påhittade. I `kallor/fel/` ligger felaktiga:", "",
    "| Fil i `kallor/fel/` | Vad som är fel | Beskedet säger bland annat |", "|---|---|---|",
)  # fmt: skip


def main() -> None:
    """Write every sample workbook afresh."""
    with TemporaryDirectory() as folder, open_house(Path(folder), lambda: datetime(2026, 6, 1, tzinfo=UTC)) as house:
        for name, blob in sample_workbooks(house):
            path = HERE / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(blob)
            print(f"Skrev samples/{name}")
    for name, blob in source_files():
        path = HERE / "kallor" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blob)
        print(f"Skrev samples/kallor/{name}")
    attachment = HERE / "moten" / DELEGATIONSFIL
    attachment.parent.mkdir(exist_ok=True)
    attachment.write_bytes(notice("Delegationsbeslut november 2026", DELEGATIONSTEXT))
    (HERE / "README.md").write_text(guide(), encoding="utf-8")


def guide() -> str:
    """The page that says what lies here, and what each wrong workbook must be told."""
    rows = [f"| `{_wrong_name(case)}` | {case.beskrivning} | ”{case.fras}” | {_fate(case)} |" for case in WRONG]
    sources = [f"| `{case.name}` | {case.beskrivning} | ”{case.fras}” |" for case in WRONG_SOURCES]
    return "\n".join([*_GUIDE_HEAD, *rows, *_SOURCES_HEAD, *sources, ""])


def _fate(case: Wrong) -> str:
    return "läses inte in" if case.avvisas else "blir utkast"


def _wrong_name(case: Wrong) -> str:
    namnd = f"-{case.namnd.lower()}" if case.namnd else ""
    period = f"-{case.period.lower()}" if case.period else ""
    return f"{case.kind}{period}{namnd}-{case.name}.xlsx"


def sample_workbooks(house: House) -> Iterator[tuple[str, bytes]]:
    """Each sample workbook's file name and bytes, in the order in which they are handed in; then the wrong ones."""
    yield _accepted(house, f"installningar-{AR}.xlsx", filled(house, INSTALLNINGAR))
    for proposal in PROPOSALS:
        forms, rows = applied(proposal)
        blob = filled(house, Source(Kind.MRP, "", forms, rows), proposal.name)
        yield _accepted(house, f"forslag/mrp-{AR}-{proposal.name}.xlsx", blob, proposal.name)
    yield _accepted(house, f"mrp-{AR}.xlsx", filled(house, MRP))
    key = PlanKey(Kind.MRP, "", AR)
    hand_in(house, key, by="Ekonomichefen", acknowledge=True)
    adopt(house, key, MRP_DECISION, by="Kommunsekreteraren")
    for kod, source in VERKSAMHETSPLANER.items():
        yield _accepted(house, f"verksamhetsplan-{AR}-{kod.lower()}.xlsx", filled(house, source))
    yield _accepted(house, f"styrdokument-{AR}-{STYRDOKUMENT.namnd}.xlsx", filled(house, STYRDOKUMENT))
    for kod, source in MOTEN.items():
        yield _accepted(house, f"mote-{AR}-{kod.lower()}.xlsx", filled(house, source))
    for case in WRONG:
        if not case.period:
            yield f"fel/{_wrong_name(case)}", spoiled(house, case)
    for kod in VERKSAMHETSPLANER:
        decided(house, PlanKey(Kind.VERKSAMHETSPLAN, kod, AR), *VP_ADOPTED)
    for occasion in OCCASIONS:
        yield from followed_up(at_time(house, occasion.sent_in), occasion)


def followed_up(house: House, occasion: Occasion) -> Iterator[tuple[str, bytes]]:
    """A period's workbooks: the wrong ones first, then the nämnder's, then the municipality's own."""
    period = occasion.period
    for case in (case for case in WRONG if case.period == period and case.namnd):
        yield f"fel/{_wrong_name(case)}", spoiled_followup(house, case)
    for kod in VERKSAMHETSPLANER:
        if (kod, period) != NOT_REPORTED:
            blob = build(*followup(house, kod, period))
            yield _accepted(house, f"uppfoljning-{AR}-{period.lower()}-{kod.lower()}.xlsx", blob)
            decided(house, PlanKey(Kind.UPPFOLJNING, kod, AR, "", period), *occasion.namnd)
    for case in (case for case in WRONG if case.period == period and not case.namnd):
        yield f"fel/{_wrong_name(case)}", spoiled_followup(house, case)
    yield _accepted(house, f"bokslut-{AR}-{period.lower()}.xlsx", build(*followup(house, "", period)))
    decided(house, PlanKey(Kind.BOKSLUT, "", AR, "", period), *occasion.kf)


def followup(house: House, kod: str, period: str) -> tuple[Identity, Content]:
    """A nämnd's follow-up as it is sent in; without a nämnd the municipality's own."""
    if not kod:
        identity, content = prepared(house, Kind.BOKSLUT, AR, period=period)
        return identity, filled_bokslut(content, period)
    identity, content = prepared(house, Kind.UPPFOLJNING, AR, kod, period=period)
    return identity, filled_uppfoljning(content, kod, period)


def spoiled_followup(house: House, case: Wrong) -> bytes:
    """A wrong follow-up: the right one with the case's steps done to it."""
    identity, whole = followup(house, case.namnd, case.period)
    source = Source(identity.kind, case.namnd, {}, {})
    spreadsheet = Spreadsheet(build(identity, whole), identity.kind, _row_finder(source, whole))
    for step in case.steps:
        spreadsheet.do(step)
    return spreadsheet.saved()


def filled(house: House, source: Source, proposal: str = "") -> bytes:
    """The official workbook with the source's forms and rows put in."""
    identity, content = prepared(house, source.kind, AR, source.namnd, proposal)
    return build(identity, with_source(source.kind, content, source.forms, official(source)))


def official(source: Source) -> Rows:
    """The source's rows, a nämnd's with the official numbers in place of the plan's own labels of results."""
    if source.kind is not Kind.VERKSAMHETSPLAN:
        return source.rows
    given = numbers(MRP.rows)
    return {key: [_with_numbers(row, given) for row in rows] for key, rows in source.rows.items()}


def _with_numbers(row: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    return {name: given.get(value, value) if name in _POINTING else value for name, value in row.items()}


def spoiled(house: House, case: Wrong) -> bytes:
    """The wrong workbook: a right one with the case's steps done to it."""
    source = MRP if case.kind == Kind.MRP.value else VERKSAMHETSPLANER[case.namnd]
    steps = list(case.steps)
    contents = source
    identity, content = _prepared_by_itself(house, source)
    for step in [step for step in steps if isinstance(step, FileBytes | WrongYear | OldEdition | ContentsOf)]:
        steps.remove(step)
        if isinstance(step, FileBytes):
            return step.content
        if isinstance(step, WrongYear):
            identity = replace(identity, ar=step.ar)
        elif isinstance(step, OldEdition):
            identity = replace(identity, edition=step.edition)
        else:
            contents = VERKSAMHETSPLANER[step.namnd]
    whole = with_source(source.kind, content, contents.forms, official(contents))
    spreadsheet = Spreadsheet(build(identity, whole), source.kind, _row_finder(source, whole))
    for step in steps:
        spreadsheet.do(step)
    return spreadsheet.saved() if steps else build(identity, whole)


def _prepared_by_itself(house: House, source: Source) -> tuple[Identity, Content]:
    """What the workbook was filled from before anybody had handed it in."""
    identity, content = prepared(house, source.kind, AR, source.namnd)
    if source.kind is Kind.MRP:
        fixed = {key: content.records[key] for key in ("resultatpost", "kassaflodespost", "balanspost")}
        return identity, replace(content, records=fixed)
    own = {"vb": [row for row in content.records["vb"] if row.id in content.locked_rows],
           "vp_matt": [row for row in content.records["vp_matt"] if row.id in content.locked_rows]}  # fmt: skip
    kept = ("vp_resultat", "vp_ram", "budgetrad")
    return identity, replace(content, records={**{key: content.records[key] for key in kept}, **own})


def _row_finder(source: Source, content: Content) -> Callable[[str, int], int]:
    """In which row of a sheet the source's n:th row stands; for what the service fills in itself, its own n:th."""

    def row_of(sheet: str, n: int) -> int:
        records = content.records[sheet]
        if sheet not in source.rows:
            return FIRST_ROW + n
        given = official(source)[sheet][n]
        wanted = _record(workbook_schema(source.kind).sheet(sheet), given, None)
        same = [i for i, r in enumerate(records) if all(r.values[name] == wanted.values[name] for name in given)]
        return FIRST_ROW + same[0]

    return row_of


def with_source(kind: Kind, content: Content, forms: Mapping[str, Mapping[str, Any]], rows: Rows) -> Content:
    """What the workbook holds once the source's own have been put among the prefilled rows."""
    records = {key: list(given) for key, given in content.records.items()}
    workbook = workbook_schema(kind)
    for key, values in forms.items():
        records[key] = [_record(workbook.sheet(key), values, (records.get(key) or [None])[0])]
    for key, given in rows.items():
        before = [] if key in _OWN else records.get(key, [])
        records[key] = _merged(workbook.sheet(key), before, given)
    return replace(content, records=records)


def _accepted(house: House, name: str, blob: bytes, proposal: str = "") -> tuple[str, bytes]:
    receipt = submit(house, blob, name, by="Exempel", proposal=proposal)
    if refuses(receipt.findings) or not receipt.ready:
        raise SystemExit("\n".join([f"{name} antas inte:", *(line(finding) for finding in receipt.findings)]))
    return name, blob


def _merged(sheet: type[SheetSchema], before: Sequence[Record], rows: Sequence[Mapping[str, Any]]) -> list[Record]:
    """The prefilled rows with the source's values in those they match, and the source's other rows after them."""
    given = list(rows)
    merged = []
    for record in before:
        match = next((values for values in given if _same(record, values)), None)
        if match is not None:
            given.remove(match)
        merged.append(_record(sheet, match, record) if match is not None else record)
    return [*merged, *(_record(sheet, values, None) for values in given)]


def _same(record: Record, values: Mapping[str, Any]) -> bool:
    matched = [name for name in _MATCHED if name in values and name in record.values]
    return bool(matched) and all(record.values[name] == values[name] for name in matched)


def _record(sheet: type[SheetSchema], values: Mapping[str, Any], before: Record | None) -> Record:
    """A record of the source's values, read as a cell would be, over what stood there."""
    columns = sheet.columns()
    cells = {name: Cell(name, _as_cell(columns[name], value)) for name, value in values.items()}
    loaded, findings = load(sheet, [CellRow(0, cells)])
    if findings:
        raise SystemExit("\n".join(f"{sheet.key}: {line(finding)}" for finding in findings))
    base = before.values if before else restored(sheet, 0, "", {}).values
    given = {name: loaded[0].values[name] for name in values}
    return Record(sheet.key, 0, before.id if before else "", {**base, **given})


def _as_cell(column: Any, value: Any) -> Any:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, str) and isinstance(column, Prosa):
        return styled_markup(value)
    if isinstance(column, Tal) and isinstance(value, str | int):
        return Decimal(value)
    return value


if __name__ == "__main__":
    main()
