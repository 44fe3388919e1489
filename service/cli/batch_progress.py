"""How a batch comes along: a bar on a terminal, JSON lines for programs, silence in a pipe."""

import json
import sys
from collections.abc import Iterator

import click

from service.usecases.batches.record import BatchView

UNKNOWN = "okänt"


def shown(views: Iterator[BatchView], how: str) -> None:
    """Follow the batch to its end; `how` is `auto`, `json` (lines on stderr) or `none`."""
    if how == "json":
        for view in views:
            click.echo(json.dumps(_as_json(view), ensure_ascii=False), err=True)
    elif how == "auto" and sys.stdout.isatty():
        _on_bar(views)
    else:
        for _ in views:
            pass


def time_left(seconds: float | None) -> str:
    """`40 s`, `12 min`, `1 tim 5 min`; `okänt` as long as nobody can know."""
    if seconds is None:
        return UNKNOWN
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} tim {minutes % 60} min"


def _on_bar(views: Iterator[BatchView]) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from .printing import OUT

    columns = (TextColumn("Dokument"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[said]}"))
    with Progress(*columns, console=OUT, transient=True) as progress:
        task = progress.add_task("", total=None, said="")
        for view in views:
            progress.update(task, total=view.total, completed=view.finished, said=_said(view))


def _said(view: BatchView) -> str:
    failed = f", {view.failed} misslyckade" if view.failed else ""
    return f"{view.reused} återanvända{failed}; tid kvar: {time_left(view.seconds_left)}"


def _as_json(view: BatchView) -> dict[str, object]:
    left = UNKNOWN if view.seconds_left is None else round(view.seconds_left, 1)
    return {
        "id": view.id, "tillstand": view.state.value, "antal": view.total, "skrivna": view.made,
        "ateranvanda": view.reused, "misslyckade": view.failed, "vantar": view.waiting, "sekunder_kvar": left,
    }  # fmt: skip
