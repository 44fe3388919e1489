"""How a command ends when it cannot do what was asked: 3 for an answer of no, 1 for what failed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from service.usecases.answers import Refused

from .printing import print_findings

NO = 3


@contextmanager
def answers() -> Iterator[None]:
    """Say what a use case refused, or what went wrong, and end."""
    try:
        yield
    except Refused as no:
        print_findings(no.findings)
        sys.exit(NO)
    except BrokenPipeError:
        raise  # whoever read our lines has had enough (`| head`); click ends quietly
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'Filen'}: {_reason(error)}") from error
    except Exception as fault:
        from service.usecases.papers.generate import TEMPLATE_FAULTS  # the engines: not to be loaded when all goes well

        if not isinstance(fault, TEMPLATE_FAULTS):
            raise
        raise click.ClickException(f"Mallen kan inte användas. {fault}") from fault


def _reason(error: OSError) -> str:
    """Why the file system said no, in Swedish."""
    if isinstance(error, FileNotFoundError):
        return "mappen finns inte."
    if isinstance(error, PermissionError):
        return "du får inte skriva här."
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return "det är en mapp, inte en fil, eller tvärtom."
    return "kan inte läsas eller skrivas (är disken full?)."
