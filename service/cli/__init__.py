"""The command line: a door. Each command calls a use case and prints what it gives."""

from . import compare  # noqa: F401  # its command joins the others when it is read
from .commands import main

__all__ = ["main"]
