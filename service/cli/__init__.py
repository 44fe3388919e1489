"""The command line: a door. Each command calls a use case and prints what it gives."""

from .commands import main
from .compare import compare_command
from .figures import figures_command
from .provenance import trace_command, verify_command

for _command in (compare_command, figures_command, verify_command, trace_command):
    main.add_command(_command)

__all__ = ["main"]
