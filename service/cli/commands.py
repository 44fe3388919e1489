"""The commands of `malkedjan`. Exit 0: done · 1: it failed · 2: wrong usage · 3: an answer of no."""

import getpass
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from schemas.workbooks import Kind, Period
from service.chain.values import Decision, State
from service.documents import DOCUMENTS
from service.findings import Level, shorten
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.comparing.differences import compare
from service.usecases.demo.year import Demo, fresh, run, step_count
from service.usecases.discard import discard
from service.usecases.export import FORMATS, export
from service.usecases.files import write_whole
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.oversight.status import status_list
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.receipts import receipt_json
from service.usecases.submitting.submit import Receipt, marked_up, submit
from service.usecases.workbooks.handing_out import hand_out

from .demo import follow, report
from .endings import NO, answers
from .house import in_house, now
from .printing import NO_OFFICE, counts, on_page_numbers, print_findings, print_table

DECIDED_KINDS = click.Choice([kind.value for kind in Kind if kind not in (Kind.INSTALLNINGAR, Kind.MOTE)])
COMPARED = click.Choice([Kind.MRP.value, Kind.VERKSAMHETSPLAN.value, Kind.STYRDOKUMENT.value])
NAMND = ("--namnd", "--namn", "namnd")
NAMND_HELP = "Nämndens kod, till exempel BUN; för ett styrdokument dess namn."
PERIODS = click.Choice([period.value for period in Period], case_sensitive=False)
DAY = click.DateTime(formats=["%Y-%m-%d"])


def plan_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which plan."""
    command = click.option("--proposal", default="", help="Namnet på ett förslag vid sidan av huvudlinjen.")(command)
    command = click.option("--period", type=PERIODS, default=None, help="Perioden, för en uppföljning.")(command)
    command = click.option("--ar", type=int, required=True, help="Planåret.")(command)
    return click.option(*NAMND, default="", help=NAMND_HELP)(command)


def year_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which year, and perhaps which nämnd."""
    command = click.option("--ar", type=int, required=True, help="Planåret.")(command)
    return click.option("--namnd", default="", help="Bara det som rör nämnden, till exempel BUN.")(command)


@click.command("workbook")
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@plan_options
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Filen som skrivs."
)
@in_house
def workbook(house: House, kind: str, namnd: str, ar: int, period: str | None, proposal: str, output: Path) -> None:
    """Ta fram en officiell arbetsbok, ifylld med det som redan är beslutat."""
    write_whole(output, hand_out(house, Kind(kind), ar, namnd, proposal, period or ""))
    click.echo(f"Skrev {output}")


@click.command("submit")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default=getpass.getuser, help="Vem som lämnar in (annars användarnamnet).")
@click.option("--proposal", default="", help="Namnet på ett förslag vid sidan av huvudlinjen.")
@click.option("--reason", default="", help="Skälet, när en antagen plan revideras.")
@click.option(
    "--annotated", type=click.Path(dir_okay=False, path_type=Path), help="Arbetsboken tillbaka, med felen markerade."
)
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def submit_command(
    house: House, file: Path, by: str, proposal: str, reason: str, annotated: Path | None, json_format: bool
) -> None:
    """Lämna in en ifylld arbetsbok. Allt läses in, eller inget."""
    receipt = submit(house, file.read_bytes(), file.name, by=by, proposal=proposal, reason=reason)
    written = _write_annotated(receipt, annotated)
    if json_format:
        click.echo(json.dumps(receipt_json(receipt), ensure_ascii=False, indent=1))
    else:
        print_findings(receipt.findings)
        click.echo(_sentence_for(receipt, file.name))
        if written:
            click.echo(f"Arbetsboken med felen markerade: {written}")
    if not receipt.stored:
        sys.exit(NO)


def _write_annotated(receipt: Receipt, path: Path | None) -> Path | None:
    if path is None:
        return None
    content = marked_up(receipt)
    if content is None:
        return None
    write_whole(path, content)
    return path


def _sentence_for(receipt: Receipt, name: str) -> str:
    if not receipt.stored:
        return f"{name} är inte inläst. Rätta det som står ovan och lämna in igen."
    if receipt.already:
        return f"{name} ändrar inget: version {receipt.version} är {receipt.state}."
    if receipt.key is not None and receipt.key.kind is Kind.INSTALLNINGAR:
        word = "gäller nu" if receipt.state is State.ANTAGEN else "är sparade men gäller inte förrän felen är rättade"
        return f"Inställningarna {word} ({counts(receipt.findings)})."
    return f"{name} är inläst som {receipt.state}, version {receipt.version} ({counts(receipt.findings)})."


@click.command("hand-in")
@click.argument("kind", type=DECIDED_KINDS)
@plan_options
@click.option("--acknowledge", is_flag=True, help="Kvittera varningarna.")
@click.option("--by", default=getpass.getuser, help="Vem som lämnar in.")
@in_house
def hand_in_command(
    house: House, kind: str, namnd: str, ar: int, period: str | None, proposal: str, acknowledge: bool, by: str
) -> None:
    """Lämna in en plan till beslut: utkast blir inlämnad och numren sätts."""
    done = hand_in(house, PlanKey(Kind(kind), namnd, ar, proposal, period or ""), by=by, acknowledge=acknowledge)
    print_findings(done.findings)
    click.echo(f"Inlämnad: version {done.version.version} ({counts(done.findings)}).")


@click.command("discard")
@click.argument("kind", type=click.Choice([kind.value for kind in Kind if kind is not Kind.MOTE]))
@plan_options
@click.option("--by", default=getpass.getuser, help="Vem som kastar utkastet.")
@in_house
def discard_command(house: House, kind: str, namnd: str, ar: int, period: str | None, proposal: str, by: str) -> None:
    """Kasta en plans utkast: det som skickades in finns kvar, och planen blir som den var före utkastet."""
    left = discard(house, PlanKey(Kind(kind), namnd, ar, proposal, period or ""), by=by)
    after = f"Planen är nu version {left.version}, {left.state.value}." if left else "Planen har inget inskickat."
    click.echo(f"Utkastet är kastat. {after}")


@click.command("adopt")
@click.argument("kind", type=DECIDED_KINDS)
@plan_options
@click.option("--organ", required=True, help="Organet som beslutade, till exempel KF.")
@click.option("--datum", type=DAY, required=True, help="Beslutsdag, ÅÅÅÅ-MM-DD.")
@click.option("--paragraf", type=click.IntRange(min=1), required=True, help="§ i protokollet.")
@click.option("--dnr", required=True, help="Diarienummer.")
@click.option("--by", default=getpass.getuser, help="Vem som för in beslutet.")
@in_house
def adopt_command(
    house: House, kind: str, namnd: str, ar: int, period: str | None, proposal: str, organ: str, datum: datetime,
    paragraf: int, dnr: str, by: str,
) -> None:  # fmt: skip
    """För in att en plan är antagen: den fryses med beslut, datum och §."""
    decision = Decision(organ, datum.date(), paragraf, dnr)
    done = adopt(house, PlanKey(Kind(kind), namnd, ar, proposal, period or ""), decision, by=by)
    print_findings(finding for finding in done.findings if finding.level is not Level.UPPLYSNING)
    click.echo(f"Antagen: version {done.version.version}, {organ} {datum.date()} § {paragraf}.")


@click.command("diff")
@click.argument("kind", type=DECIDED_KINDS)
@click.argument("before")
@click.argument("after")
@click.option(*NAMND, default="", help=NAMND_HELP)
@click.option("--ar", type=int, required=True, help="Planåret.")
@click.option("--period", type=PERIODS, default=None, help="Perioden, för två versioner av en uppföljning.")
@in_house
def diff_command(house: House, kind: str, before: str, after: str, namnd: str, ar: int, period: str | None) -> None:
    """Jämför två versioner, förslag eller perioder (ange versionens nummer, förslagets namn eller T1, T2, AR)."""
    found = compare(house, Kind(kind), ar, namnd, before, after, period or "")
    rows = [(d.subject, d.name, d.change, shorten(d.before, 160), shorten(d.after, 160)) for d in found]
    print_table(f"Från {before} till {after}", ("Avser", "Nummer", "Ändring", before, after), rows)
    if not rows:
        click.echo("Inget skiljer.")


@click.command("export")
@click.option("--ar", type=int, required=True, help="Planåret.")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="Filens format (csv ger en zip).")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Filen som skrivs.")
@in_house
def export_command(house: House, ar: int, form: str, output: Path | None) -> None:
    """Skriv ut allt som är lagrat för ett år."""
    exported = export(house, ar, form)
    path = output or Path(f"malkedjan-{ar}.{exported.ending}")
    write_whole(path, exported.content)
    click.echo(f"Skrev {path}")


@click.command("status")
@click.option("--ar", type=int, required=True, help="Planåret.")
@click.option("--period", type=PERIODS, default=None, help="Perioden (annars nämndernas senaste rapporter).")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Filen som skrivs."
)
@in_house
def status_command(house: House, ar: int, period: str | None, output: Path) -> None:
    """Skriv en statuslista i Excel: varje resultat, aktivitet och mått med läge, att sortera och filtrera."""
    write_whole(output, status_list(house, ar, period or ""))
    click.echo(f"Skrev {output}")


@click.command("generate")
@click.argument("kind", type=click.Choice(list(DOCUMENTS)))
@click.option(*NAMND, default="", help=NAMND_HELP)
@click.option("--enhet", default="", help="Enhetens kod, för ett enhetsutdrag.")
@click.option("--ar", type=int, required=True, help="Planåret.")
@click.option("--period", default="", help="Perioden, för en rapport: T1, T2 eller AR.")
@click.option("--proposal", default="", help="Namnet på ett förslag.")
@click.option("--version", type=int, default=0, help="Planens version (annars den antagna, eller den senaste).")
@click.option("--utkast", is_flag=True, help="Skriv utkastet eller förslaget när det är nyare än det antagna.")
@click.option("--pdf", is_flag=True, help="Skriv också PDF (PDF/A-2, taggad; kräver LibreOffice).")
@click.option(
    "-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path), required=True, help="Mappen."
)
@in_house
def generate_command(
    house: House, kind: str, namnd: str, enhet: str, ar: int, period: str, proposal: str, version: int, utkast: bool,
    pdf: bool, folder: Path,
) -> None:  # fmt: skip
    """Skriv ett officiellt dokument."""
    written = generate(house, Order(kind, ar, namnd, enhet, proposal, version, period, utkast), folder, pdf=pdf)
    click.echo(f"Skrev {written.path} ({written.version.state.word}, version {written.version.version})")
    if newer := written.newer:
        click.echo(f"Det finns en nyare version {newer.version} ({newer.state}). Skriv den med --utkast.")
    if written.pdf:
        click.echo(f"Skrev {written.pdf}")
    if remark := on_page_numbers(written):
        click.echo(remark)
    if pdf and written.pdf is None:
        raise click.ClickException(f"PDF kunde inte skrivas. {written.fault or NO_OFFICE}")


@click.command("demo")
@click.pass_obj
def demo_command(data: Path) -> None:
    """Läs in exempelkommunen, anta dess plan och skriv alla dokument."""
    house_data = fresh(data / "demo")
    demo = Demo()
    with open_house(house_data, now) as house, answers():
        follow(run(house, demo, house_data), step_count(), "Exempelkommunen")
    report(demo)
    click.echo(f"Se allt i webbläsaren: malkedjan --data {house_data} serve")
