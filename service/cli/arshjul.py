"""The årshjul's commands: what is done, due and late, the hålltider as a calendar, and the wheel as a picture."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from service import pictures
from service.chain.arshjul import Lage, Mark
from service.usecases.files import write_whole
from service.usecases.house import House
from service.usecases.oversight.arshjul import calendar_file, deadlines, picture

from .commands import DAY, year_options
from .house import in_house
from .printing import print_table

_PIXELS = 1600
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("deadlines")
@year_options
@click.option("--day", type=DAY, default=None, help="Dagen som läget gäller, ÅÅÅÅ-MM-DD (annars i dag).")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def deadlines_command(house: House, namnd: str, ar: int, day: datetime | None, json_format: bool) -> None:
    """Visa hålltiderna: vad som är klart, vad som kommer snart och vad som är försenat."""
    found = deadlines(house, ar, namnd, day.date() if day else None)
    if json_format:
        click.echo(json.dumps([_as_json(lage) for lage in found], ensure_ascii=False, indent=1))
        return
    heads = ("Senast", "Läge", "Hålltid", "Vem", "Återstår", "Kommentar")
    print_table(f"Hålltider för planåret {ar}", heads, [_row(lage) for lage in found])
    click.echo(_counted(found))


@click.command("calendar")
@year_options
@click.option("-o", "--output", type=FILE, required=True, help="Filen som skrivs (.ics).")
@in_house
def calendar_command(house: House, namnd: str, ar: int, output: Path) -> None:
    """Skriv hålltiderna som en kalenderfil med påminnelser, att öppna i Outlook eller en mobil."""
    write_whole(output, calendar_file(house, ar, namnd))
    click.echo(f"Skrev {output}")


@click.command("arshjul")
@year_options
@click.option("-o", "--output", type=FILE, required=True, help="Filen som skrivs (.svg eller .png).")
@in_house
def arshjul_command(house: House, namnd: str, ar: int, output: Path) -> None:
    """Rita årshjulet som bild."""
    ending = output.suffix.lower()
    if ending not in (".svg", ".png"):
        raise click.BadParameter("ska sluta på .svg eller .png", param_hint="--output")
    drawn = picture(house, ar, namnd)
    write_whole(output, pictures.png(drawn, _PIXELS) if ending == ".png" else drawn.encode())
    click.echo(f"Skrev {output}")


def _row(lage: Lage) -> tuple[str, ...]:
    row = lage.halltid
    return (
        lage.senast.isoformat(), lage.mark.value, row.vad, row.namnd or row.vem or "–",
        f"{lage.dagar} dagar".replace("-", "−"), _comment(lage),
    )  # fmt: skip


def _comment(lage: Lage) -> str:
    """What the mark rests on: who is done, who is not and how far they have come, and the reminder that is due."""
    parts = []
    if lage.paminnelse is not None:
        parts.append(f"påminnelse {lage.paminnelse} dagar")
    if len(lage.klara) == 1 and not lage.saknas:
        parts.append(f"klart {lage.klara[0].datum}: {lage.klara[0].ord}")
    elif lage.klara:
        parts.append(f"{len(lage.klara)} klara")
    if lage.saknas:
        parts.append(f"saknas: {', '.join(_missing(lage, kod) for kod in lage.saknas)}")
    elif lage.pagar:
        parts.append(", ".join(event.ord for event in lage.pagar))
    late = [event.namnd or str(event.datum) for event in lage.efter_dagen]
    return "; ".join([*parts, *([f"efter dagen: {', '.join(late)}"] if late else [])])


def _missing(lage: Lage, kod: str) -> str:
    stands = next((event.ord for event in lage.pagar if event.namnd == kod and event.datum is None), "")
    return f"{kod} ({stands})" if stands else kod


def _counted(found: Sequence[Lage]) -> str:
    counts = [(mark, sum(lage.mark is mark for lage in found)) for mark in Mark]
    return ", ".join(f"{number} {mark.value}" for mark, number in counts if number) or "Inga hålltider."


def _as_json(lage: Lage) -> dict[str, object]:
    row = lage.halltid
    return {
        "halltid": row.vad, "vem": row.vem, "namnd": row.namnd or None, "steg": row.handling,
        "senast": lage.senast.isoformat(), "dag_bestamd": row.datum is not None, "lage": lage.mark.value,
        "dagar": lage.dagar, "paminnelse": lage.paminnelse, "saknas": list(lage.saknas),
        "klara": [
            {"namnd": e.namnd or None, "datum": e.datum.isoformat() if e.datum else None, "hur": e.ord}
            for e in lage.klara
        ],
    }  # fmt: skip
