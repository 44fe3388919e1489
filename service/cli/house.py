"""The house that a command works in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from service.usecases.house import open_house

from .endings import answers


def in_house(command: Callable[..., None]) -> Callable[..., None]:
    """Open the house for a command, and end with 3 when a use case answers no."""

    @wraps(command)
    @click.pass_obj
    def run(data: Path, *args: Any, **options: Any) -> None:
        with open_house(data, now) as house, answers():
            command(house, *args, **options)

    return run


def now() -> datetime:
    """The clock: this moment, in the machine's time zone."""
    return datetime.now().astimezone()
