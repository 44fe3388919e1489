"""The commands for whoever owns the templates: what they may use, what is wrong in them, trying them out."""

import json
import sys
from pathlib import Path

import click

from service import word
from service.documents import DOCUMENTS, describe
from service.usecases.files import write_whole
from service.usecases.papers.render import ContextFault, render_template
from service.usecases.templates.lint import Comment, TemplateReport, lint_template

from .endings import NO, answers
from .mallar import template_back, template_list, template_use
from .printing import print_table

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("template")
def template_group() -> None:
    """Mallar: vad de får använda, vad som är fel i dem, och vilka som gäller."""


for _command in (template_list, template_use, template_back):
    template_group.add_command(_command)


@template_group.command("fields")
@click.argument("kind", type=click.Choice(list(DOCUMENTS)))
def template_fields(kind: str) -> None:
    """Visa fälten som en mall av slaget får använda, vart och ett med ett exempel."""
    rows = [(field.name, field.type, field.help, field.example) for field in describe(DOCUMENTS[kind].context)]
    print_table(f"Fält i mallen för {DOCUMENTS[kind].title.lower()}", ("Fält", "Slag", "Betydelse", "Exempel"), rows)


@template_group.command("lint")
@click.argument("file", type=_FILE)
@click.option("--kind", type=click.Choice(list(DOCUMENTS)), help="Dokumentets slag, om filens namn inte säger det.")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
def template_lint(file: Path, kind: str | None, json_format: bool) -> None:
    """Visa allt som är fel i en mall, innan den används."""
    with answers():
        report = lint_template(file.read_bytes(), file.name, kind or "")
    if json_format:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=1))
    else:
        _print(report, file.name)
    if report.faults:
        sys.exit(NO)


@click.command("render")
@click.argument("template", type=_FILE)
@click.argument("context", type=_FILE)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Filen som skrivs."
)
def render_command(template: Path, context: Path, output: Path) -> None:
    """Fyll en egen Wordmall med uppgifter ur en JSON-fil."""
    with answers():
        try:
            done = render_template(template.read_bytes(), context.read_bytes())
        except ContextFault as fault:
            _refuse(f"{context.name}: {fault}")
        except word.TemplateFault as fault:
            _refuse(f"{template.name}: {fault}")
        except word.PackageFault as fault:
            _refuse(*(f"{template.name}: {text}" for text in fault.faults))
        write_whole(output, done)
    click.echo(f"Skrev {output}")


def _refuse(*lines: str) -> None:
    for line in lines:
        click.echo(line)
    sys.exit(NO)


def _print(report: TemplateReport, name: str) -> None:
    for word_, comments in (("fel", report.faults), ("upplysning", report.notes)):
        for comment in comments:
            click.echo(f"[{word_}] {comment.sentence}")
    if report.faults:
        click.echo(f"{name}: {len(report.faults)} fel. Rätta det som står ovan och pröva mallen igen.")
    else:
        click.echo(f"{name}: inga fel." + (f" {len(report.used)} fält används." if report.used else ""))


def _as_json(report: TemplateReport) -> dict[str, object]:
    return {
        "slag": report.kind or None,
        "fel": [_data(comment) for comment in report.faults],
        "upplysningar": [_data(comment) for comment in report.notes],
        "anvanda": list(report.used),
        "oanvanda": list(report.unused),
    }


def _data(comment: Comment) -> dict[str, object]:
    return {"mening": comment.sentence, **comment.data}
