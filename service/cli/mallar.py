"""`malkedjan template list|use|back`: which templates hold good, and changing them."""

from getpass import getuser
from pathlib import Path

import click

from service.documents import DOCUMENTS, Document
from service.usecases.answers import refused
from service.usecases.house import House
from service.usecases.templates import mallar

from .house import in_house
from .printing import print_table

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_KIND = click.Choice(list(DOCUMENTS))


@click.command("list")
@in_house
def template_list(house: House) -> None:
    """Visa vilken mall som gäller för varje slag av dokument."""
    rows = []
    for standing in mallar.all_standings(house):
        upload, choice = standing.upload, standing.choice
        own = f"nr {standing.number}, {upload.filename}" if upload else "medföljande"
        since = f"{choice.at:%Y-%m-%d %H.%M}" if choice else ""
        rows.append((standing.document.kind, own, since, choice.by if choice else ""))
    print_table("Mallar som gäller", ("Slag", "Mall", "Sedan", "Godkänd av"), rows)


@click.command("use")
@click.argument("kind", type=_KIND)
@click.argument("file", type=_FILE)
@in_house
def template_use(house: House, kind: str, file: Path) -> None:
    """Pröva en mall, och låt den gälla om den inte har något fel."""
    document = DOCUMENTS[kind]
    id = mallar.upload_template(house, document, file.read_bytes(), file.name, by=getuser())
    for comment in mallar.report_on(house, document, id).faults:
        click.echo(f"[fel] {comment.sentence}")
    mallar.approve_template(house, document, id, by=getuser())
    _say(house, document)


@click.command("back")
@click.argument("kind", type=_KIND)
@click.argument("number", type=click.IntRange(min=0))
@in_house
def template_back(house: House, kind: str, number: int) -> None:
    """Låt en tidigare mall gälla igen; NUMBER 0 är den medföljande."""
    document = DOCUMENTS[kind]
    known = {version.number: version.id for version in mallar.versions_of_template(house, document)}
    if number not in known:
        choices = ", ".join(map(str, sorted(known)))
        raise refused("okand-mall", id=str(number), dokument=document.title.lower(), val=choices)
    mallar.approve_template(house, document, known[number], by=getuser())
    _say(house, document)


def _say(house: House, document: Document) -> None:
    standing = mallar.standing_of(house, document)
    own = f"mall nr {standing.number} ({standing.upload.filename})" if standing.upload else "den medföljande mallen"
    click.echo(f"För {document.title.lower()} gäller nu {own}.")
