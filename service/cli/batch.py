"""`malkedjan batch`: every document of a year at once, and again when something has changed."""

import getpass
import json
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import click

from service.store import BatchDocument, BatchState, Outcome
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.record import BatchView, documents_in, look_at, start_batch, unfinished_batch
from service.usecases.batches.run import get_ready, run_batch
from service.usecases.house import House

from .batch_progress import shown
from .endings import NO
from .house import in_house

_LATEST = "senaste"


@click.command("batch")
@click.option("--ar", type=int, default=None, help="Planåret.")
@click.option("--kind", "kinds", multiple=True, help="Bara dokument av slaget (kan anges flera gånger).")
@click.option("--namnd", "namnder", multiple=True, help="Bara nämndens dokument (kan anges flera gånger).")
@click.option("--period", "periods", multiple=True, help="Bara rapporter för perioden: T1, T2 eller AR.")
@click.option("--workers", type=click.IntRange(min=1), default=None, help="Antal processer (annars en per kärna).")
@click.option("--cluster", default="", help="Ett Dask-kluster, tcp://VÄRD:PORT, i stället för egna processer.")
@click.option("--layout/--no-layout", default=True, help="Sätt sidnummer med LibreOffice, där det finns.")
@click.option("--pdf", is_flag=True, help="Skriv också PDF (PDF/A-2, taggad; kräver LibreOffice).")
@click.option("--utkast", is_flag=True, help="Skriv utkast och förslag där de är nyare än det antagna.")
@click.option("--progress", type=click.Choice(["auto", "json", "none"]), default="auto", help="Hur förloppet visas.")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON när det är klart.")
@click.option(
    "--resume", is_flag=False, flag_value=_LATEST, default=None, metavar="[ID]",
    help="Fortsätt en avbruten körning (den senaste, eller den med beteckningen ID).",
)  # fmt: skip
@click.option("-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path), help="Mappen.")
@in_house
def batch_command(
    house: House, ar: int | None, kinds: tuple[str, ...], namnder: tuple[str, ...], periods: tuple[str, ...],
    workers: int | None, cluster: str, layout: bool, pdf: bool, utkast: bool, progress: str, json_format: bool,
    resume: str | None, folder: Path | None,
) -> None:  # fmt: skip
    """Skriv alla dokument för ett år; det som inte har ändrats återanvänds."""
    size = workers or os.cpu_count() or 1
    if resume:
        id = unfinished_batch(house) if resume == _LATEST else resume
    elif ar is None or folder is None:
        raise click.UsageError("Ange --ar och -o, eller --resume.")
    else:
        wish = BatchWish(ar, kinds, namnder, periods, pdf=pdf, layout=layout, utkast=utkast)
        id = start_batch(house, wish, folder, by=getpass.getuser(), get_ready=partial(get_ready, size, cluster))
    signal.signal(signal.SIGTERM, _interrupted)
    _work(house, id, run_batch(house, id, workers=size, cluster=cluster), progress)
    _report(house, id, json_format=json_format)


def _work(house: House, id: str, views: Iterator[BatchView], progress: str) -> None:
    """See the work through. Stopped by Ctrl-C, it says how to go on, and ends with 1."""
    try:
        shown(views, progress)
    except KeyboardInterrupt:
        views.close()  # type: ignore[attr-defined]  # a generator: it notes where it stands
        view = look_at(house, id)
        raise click.ClickException(
            f"Avbrutet: {view.finished} av {view.total} dokument är klara. Fortsätt med: malkedjan batch --resume {id}"
        ) from None
    except Exception as fault:
        from service.batch import ClusterFault  # the engines: not to be loaded when all goes well

        if not isinstance(fault, ClusterFault):
            raise
        raise click.ClickException(f"{fault} Det som är klart är sparat: malkedjan batch --resume {id}") from fault


def _interrupted(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _report(house: House, id: str, *, json_format: bool) -> None:
    """What has become of each document; ends with 3 where one could not be made as it should."""
    view = look_at(house, id)
    faulty = [d for d in documents_in(house, id) if d.fault or d.remark]
    if json_format:
        documents = [_as_json(document) for document in documents_in(house, id)]
        click.echo(json.dumps({**_summary(view), "dokument": documents}, ensure_ascii=False, indent=1))
    else:
        for document in documents_in(house, id, Outcome.MADE):
            click.echo(f"Skrev {document.filename}: {'; '.join(document.reasons)}")
        for document in faulty:
            click.echo(f"{document.namnd or 'Kommunen'}, {document.filename}: {document.fault or document.remark}")
        click.echo(
            f"{view.made} skrivna, {view.reused} återanvända, {view.failed} misslyckade, i {view.folder} ({view.id})."
        )
    if view.state is BatchState.STOPPED:
        raise click.ClickException(f"Avbrutet. Fortsätt med: malkedjan batch --resume {id}")
    if faulty:
        sys.exit(NO)


def _summary(view: BatchView) -> dict[str, Any]:
    return {
        "id": view.id, "ar": view.ar, "tillstand": view.state.value, "mapp": view.folder, "antal": view.total,
        "skrivna": view.made, "ateranvanda": view.reused, "misslyckade": view.failed,
    }  # fmt: skip


def _as_json(document: BatchDocument) -> dict[str, Any]:
    return {
        "fil": document.filename, "slag": document.kind, "namnd": document.namnd, "utfall": document.state.value,
        "skal": list(document.reasons), "fel": document.fault, "anmarkning": document.remark,
        "sha256": document.sha256,
    }  # fmt: skip
