"""`malkedjan backup` and `malkedjan restore`: everything in one file, and back."""

from pathlib import Path

import click

from service.usecases.backup import Copied, backup, restore
from service.usecases.house import House

from .endings import answers
from .house import in_house


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_house
def backup_command(house: House, file: Path) -> None:
    """Kopiera allt till en fil, också medan tjänsten är igång.

    Databasen, kommunens egna mallar och mötenas paket. Nyckeln som signerar kakor och filen sso.toml är inte med.
    """
    done = backup(house, file)
    click.echo(f"Allt i {house.data} är kopierat till {file}: {_said(done)}.")
    click.echo("Filen innehåller också handlingar med sekretess. Förvara den därefter.")


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def restore_command(data: Path, file: Path) -> None:
    """Lägg tillbaka en kopia i en datakatalog som är tom."""
    with answers():
        done = restore(data, file)
    click.echo(f"{file} är tillbakalagd i {data}: {_said(done)}. Alla som var inloggade får logga in igen.")


def _said(done: Copied) -> str:
    files = {0: "databasen", 1: "databasen och 1 fil"}.get(done.files, f"databasen och {done.files} filer")
    return f"{files}, {done.size / 1e6:.1f}".replace(".", ",") + " MB"
