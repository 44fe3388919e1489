"""The command line: a door. Each command calls a use case and prints what it gives."""

from . import arshjul, compare  # noqa: F401  # their commands join the others when they are read
from .commands import main
from .provenance import trace_command, verify_command

for _command in (verify_command, trace_command):
    main.add_command(_command)

__all__ = ["main"]
