"""The command line: a door. Each command calls a use case and prints what it gives."""

from .arshjul import arshjul_command, calendar_command, deadlines_command
from .commands import main
from .compare import compare_command
from .figures import figures_command
from .provenance import trace_command, verify_command
from .year import year_group

for _command in (
    arshjul_command, calendar_command, compare_command, deadlines_command, figures_command, trace_command,
    verify_command, year_group,
):  # fmt: skip
    main.add_command(_command)

__all__ = ["main"]
