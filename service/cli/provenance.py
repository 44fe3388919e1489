"""Commands that say where a file or a number comes from."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from service.findings import shorten
from service.store import Submission
from service.usecases.house import House
from service.usecases.trace import Traced, trace_file, trace_number
from service.usecases.verify import Verdict, Verified, verify

from .endings import NO
from .house import in_house
from .printing import print_table

_SENTENCES = {
    Verdict.UNCHANGED: "{fil} är {dokument}, oförändrad sedan Målkedjan skrev den.",
    Verdict.REPACKED: "{fil} är {dokument}, sparad på nytt men med samma innehåll.",
    Verdict.CHANGED: "{fil} är {dokument}, men har ändrats sedan Målkedjan skrev den.",
    Verdict.UNKNOWN: "{fil} är inte en handling som Målkedjan har skrivit här.",
}
_MOST_CHANGES = 40


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def verify_command(house: House, file: Path, json_format: bool) -> None:
    """Säg om en fil är skriven av Målkedjan, vilken version den är och om den har ändrats."""
    found = verify(house, file.read_bytes())
    if json_format:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=1))
    else:
        _print_verified(found, file.name)
    if found.verdict not in (Verdict.UNCHANGED, Verdict.REPACKED):
        sys.exit(NO)


@click.command("trace")
@click.argument("number")
@click.option("--ar", type=int, help="Planåret, när du frågar efter ett tal.")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def trace_command(house: House, number: str, ar: int | None, json_format: bool) -> None:
    """Visa vilka celler ett nummer, ett belopp eller talen i en fil kommer från."""
    path = Path(number)
    if path.is_file():
        verified, found = trace_file(house, path.read_bytes(), path.name)
        if not json_format:
            _print_verified(verified, path.name)
    elif ar is None:
        raise click.UsageError("Ange planåret (--ar) när du frågar efter ett tal; filen finns inte heller.")
    else:
        found = trace_number(house, number, ar)
    if json_format:
        click.echo(json.dumps([_traced_json(traced) for traced in found], ensure_ascii=False, indent=1))
    else:
        print_table("Talen kommer från", ("Tal", "Vad", "Cell", "Inlämning"), _rows(found))


def _rows(found: Iterable[Traced]) -> list[tuple[str, str, str, str]]:
    return [(t.shown, t.origin.what, shorten(_cells(t), 120), _uploaded(t.submission)) for t in found]


def _cells(traced: Traced) -> str:
    cells = ", ".join(traced.origin.ranges)
    if traced.origin.computed:
        return f"uträknat av {cells}"
    return f"summan av {cells}" if traced.origin.summed else cells


def _uploaded(found: Submission) -> str:
    return f"{found.filename}, inlämnad {found.at:%Y-%m-%d} av {found.by}"


def _print_verified(found: Verified, name: str) -> None:
    document = found.document
    shown = f"{document.filename} ({document.state}, version {document.version})" if document else ""
    click.echo(_SENTENCES[found.verdict].format(fil=name, dokument=shown))
    if document:
        click.echo(f"Skriven {document.at:%Y-%m-%d %H:%M} ur:")
        for upload in found.submissions:
            click.echo(f"  {_uploaded(upload)} (inlämning {upload.id})")
    for change in found.changes[:_MOST_CHANGES]:
        click.echo(f"  {change.place}: ”{shorten(change.before, 160)}” har blivit ”{shorten(change.after, 160)}”")
    if len(found.changes) > _MOST_CHANGES:
        click.echo(f"  … och {len(found.changes) - _MOST_CHANGES} ändringar till")
    if found.verdict is Verdict.CHANGED and not found.changes:
        click.echo("  Texten är densamma; utseende, egenskaper eller dolda delar skiljer.")


def _as_json(found: Verified) -> dict[str, Any]:
    document = found.document
    return {
        "utslag": found.verdict.value,
        "dokument": {**asdict(document), "at": document.at.isoformat()} if document else None,
        "inlamningar": [_upload_json(upload) for upload in found.submissions],
        "andringar": [asdict(change) for change in found.changes],
    }  # fmt: skip


def _traced_json(traced: Traced) -> dict[str, Any]:
    return {
        "tal": traced.shown, "vad": traced.origin.what, "celler": list(traced.origin.cells),
        "summa": traced.origin.summed, "utraknat": traced.origin.computed,
        "inlamning": _upload_json(traced.submission),
    }  # fmt: skip


def _upload_json(upload: Submission) -> dict[str, str]:
    return {"id": upload.id, "fil": upload.filename, "av": upload.by, "nar": upload.at.isoformat()}
