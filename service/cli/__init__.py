"""The command line: a door. Each command calls a use case and prints what it gives."""

from .group import main

__all__ = ["main"]
