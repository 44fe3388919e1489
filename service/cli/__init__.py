"""The command line: a door. Each command calls a use case and prints what it gives."""

from . import arshjul  # noqa: F401  its commands are declared when it is imported
from .commands import main

__all__ = ["main"]
