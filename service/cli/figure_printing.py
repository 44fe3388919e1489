"""What is printed of figures from elsewhere: sums by nämnd and verksamhet, what was placed and what was not."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import click

from service.chain.entries import MEASURES, WORDS, in_words
from service.chain.outcomes import Leaf
from service.sources import KoladaValue
from service.usecases.figures.amounts import FiguresReceipt
from service.usecases.figures.kolada import KoladaReceipt

from .printing import counts, print_findings, print_table


def print_figures(receipt: FiguresReceipt, name: str, json_format: bool) -> None:
    """What came of a file from the economy system."""
    print_findings(receipt.findings, json_format=json_format, **(_figures_facts(receipt) if json_format else {}))
    if json_format:
        return
    if receipt.stored is None:
        click.echo(f"{name} är inte inläst. Rätta det som står ovan och läs in filen igen.")
        return
    print_table("Tkr, intäkter med minus", ("Nämnd", "Verksamhet", *map(_head, MEASURES)), _rows(receipt.leaves))
    click.echo(f"Summa i filen: {in_words(receipt.total)}.")
    click.echo(f"Fört till nämnder: {in_words(receipt.placed)}.")
    if receipt.unplaced:
        click.echo(f"Inte fört till någon: {in_words(receipt.unplaced)}.")
    verb = "var redan inläst" if receipt.already else "är inläst"
    click.echo(f"{name or receipt.stored.filename} {verb}: {receipt.entries} belopp ({counts(receipt.findings)}).")


def print_kolada(receipt: KoladaReceipt, json_format: bool) -> None:
    """What came of an answer from Kolada."""
    print_findings(receipt.findings, json_format=json_format, **(_kolada_facts(receipt) if json_format else {}))
    if json_format:
        return
    if receipt.stored is None:
        click.echo("Inget är inläst från Kolada.")
        return
    rows = [(value.kpi, str(value.ar), _value(value)) for value in receipt.values]
    print_table("Kolada", ("Nyckeltal", "År", "Värde"), rows)
    there = sum(value.value is not None for value in receipt.values)
    verb = "var redan inlästa" if receipt.already else "är inlästa"
    click.echo(f"Källa: Kolada. {there} värden {verb}, hämtade {receipt.stored.at.date()}.")


def _rows(leaves: Iterable[Leaf]) -> Iterable[tuple[str, ...]]:
    """A row a verksamhet, then one for its nämnd."""
    namnder: dict[str, dict[str, list[Leaf]]] = {}
    for leaf in leaves:
        namnder.setdefault(leaf.namnd, {}).setdefault(leaf.verksamhet, []).append(leaf)
    for namnd, verksamheter in namnder.items():
        for verksamhet, own in verksamheter.items():
            yield namnd, verksamhet, *_sums(own)
        yield namnd, "Summa", *_sums([leaf for own in verksamheter.values() for leaf in own])


def _sums(leaves: Iterable[Leaf]) -> list[str]:
    own = list(leaves)
    columns = ([leaf.amount(measure) for leaf in own] for measure in MEASURES)
    known = [[amount for amount in column if amount is not None] for column in columns]
    return [f"{sum(column):,}".replace(",", "\u00a0").replace("-", "−") if column else "–" for column in known]


def _head(measure: str) -> str:
    return WORDS[measure].capitalize()


def _value(value: KoladaValue) -> str:
    return "saknas" if value.value is None else f"{value.value:f}".replace(".", ",")


def _figures_facts(receipt: FiguresReceipt) -> dict[str, Any]:
    stored = receipt.stored
    return {
        "inlast": stored is not None, "redan_inlast": receipt.already, "import": stored.id if stored else None,
        "form": stored.form if stored else None, "antal": receipt.entries, "summa_kronor": _plain(receipt.total),
        "placerat_kronor": _plain(receipt.placed), "ej_placerat_kronor": _plain(receipt.unplaced),
        "tkr": [
            {"namnd": leaf.namnd, "verksamhet": leaf.verksamhet, "kostnadsslag": leaf.kostnadsslag}
            | {measure: leaf.amount(measure) for measure in MEASURES}
            for leaf in receipt.leaves
        ],
    }  # fmt: skip


def _kolada_facts(receipt: KoladaReceipt) -> dict[str, Any]:
    stored = receipt.stored
    return {
        "inlast": stored is not None, "redan_inlast": receipt.already, "import": stored.id if stored else None,
        "varden": [
            {
                "kpi": value.kpi, "kommun": value.kommun, "ar": value.ar, "status": value.status, "antal": value.count,
                "varde": None if value.value is None else f"{value.value:f}",
            }
            for value in receipt.values
        ],
    }  # fmt: skip


def _plain(totals: dict[str, Decimal]) -> dict[str, str]:
    return {measure: f"{amount:f}" for measure, amount in totals.items()}
