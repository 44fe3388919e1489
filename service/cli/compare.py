"""`malkedjan compare`: two Word files, or two versions of a plan, as one file with tracked changes."""

import getpass
from pathlib import Path

import click

from schemas.workbooks import Kind
from service.usecases.comparing.tracked import Compared, Paper, compare_papers, compare_versions
from service.usecases.files import write_whole
from service.usecases.house import House

from .commands import COMPARED, NAMND, NAMND_HELP
from .house import in_house
from .printing import print_findings


@click.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=COMPARED, help="Jämför två versioner eller förslag av en plan i stället för två filer.")
@click.option(*NAMND, default="", help=NAMND_HELP)
@click.option("--ar", type=int, help="Planåret, med --kind.")
@click.option("--by", default=getpass.getuser, help="Vem ändringarna sägs vara gjorda av (annars användarnamnet).")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Filen som skrivs."
)
@in_house
def compare_command(
    house: House, old: str, new: str, kind: str | None, namnd: str, ar: int | None, by: str, output: Path
) -> None:
    """Visa vad som skiljer två Word-dokument, som spårade ändringar i ett tredje.

    OLD och NEW är två filer (.docx), eller med --kind två versioners nummer eller förslags namn.
    """
    if kind is None:
        done = compare_papers(house, _paper(old), _paper(new), by=by)
    elif ar is None:
        raise click.UsageError("Ange planåret (--ar) tillsammans med --kind.")
    else:
        done = compare_versions(house, Kind(kind), ar, namnd, old, new, by=by)
    write_whole(output, done.content)
    print_findings(done.findings)
    click.echo(f"Skrev {output} ({_counted(done)})" if done.changes else f"Skrev {output}. Inget skiljer.")


def _paper(name: str) -> Paper:
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(f"Filen {name} finns inte. Två versioner av en plan jämförs med --kind och --ar.")
    return Paper(path.name, path.read_bytes())


def _counted(done: Compared) -> str:
    """`3 tillagda, 2 borttagna, 1 flyttad`, what there is of them."""
    changes = done.changes
    words = (
        (changes.insertions, "tillägg", "tillägg"), (changes.deletions, "borttag", "borttag"),
        (changes.moves, "flytt", "flyttar"), (changes.looks, "ändrat utseende", "ändrade utseenden"),
    )  # fmt: skip
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in words if number)
