"""`malkedjan figures`: outcome and budget from the economy system, key figures from Kolada."""

import getpass
import sys
from pathlib import Path

import click

from service.chain.entries import LAST_MONTH
from service.sources import KoladaClient
from service.store import FigureKind
from service.usecases.figures.amounts import figures_in_effect, import_figures
from service.usecases.figures.kolada import KoladaReceipt, fetch_kolada, import_kolada
from service.usecases.house import House

from .endings import NO
from .figure_printing import print_figures, print_kolada
from .house import in_house


@click.command("figures")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--ar", type=int, required=True, help="Planåret.")
@click.option("--period", type=click.Choice(list(LAST_MONTH)), help="T1 (april), T2 (augusti) eller AR (hela året).")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in FigureKind]), default=FigureKind.EKONOMI.value,
    show_default=True, help="Vad filen innehåller.",
)  # fmt: skip
@click.option("--unit", type=click.Choice(["tkr", "kronor"]), help="Enheten, om filen inte säger den.")
@click.option("--reversed", is_flag=True, help="Filen har intäkter med plus och kostnader med minus.")
@click.option("--kolada", is_flag=True, help="Hämta från Kolada över nätet.")
@click.option("--base", default="", envvar="MALKEDJAN_KOLADA", help="Koladas adress, till och med /v3.")
@click.option("--by", default=getpass.getuser, help="Vem som läser in.")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def figures_command(
    house: House, file: Path | None, ar: int, period: str | None, kind: str, unit: str | None, reversed: bool,
    kolada: bool, base: str, by: str, json_format: bool,
) -> None:  # fmt: skip
    """Läs in utfall och budget från ekonomisystemet, eller nyckeltal från Kolada. Utan fil visas vad som gäller."""
    if kolada or kind == FigureKind.KOLADA:
        receipt = _kolada(house, file, ar, base, by)
        print_kolada(receipt, json_format)
        sys.exit(0 if receipt.stored else NO)
    if period is None:
        raise click.UsageError("Ange perioden med --period T1, T2 eller AR.")
    if file is None:
        print_figures(figures_in_effect(house, ar, period), "", json_format)
        return
    done = import_figures(house, file.read_bytes(), file.name, ar, period, by=by, unit=unit or "", reversed=reversed)
    print_figures(done, file.name, json_format)
    if done.stored is None:
        sys.exit(NO)


def _kolada(house: House, file: Path | None, ar: int, base: str, by: str) -> KoladaReceipt:
    if file is not None:
        return import_kolada(house, file.read_bytes(), file.name, ar, by=by)
    return fetch_kolada(house, KoladaClient(base), ar, by=by)
