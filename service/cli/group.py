"""`malkedjan` itself: knows which module holds which command, and loads only the one that is asked for."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from .usage import in_swedish

# Loading all of them takes a second: most of it Word, Excel and the schemas.
COMMANDS: Mapping[str, str] = {
    "adopt": "commands", "arshjul": "arshjul", "backup": "backup", "batch": "batch", "calendar": "arshjul",
    "compare": "compare", "deadlines": "arshjul", "demo": "commands", "diff": "commands", "discard": "commands",
    "export": "commands",
    "figures": "figures", "generate": "commands", "hand-in": "commands", "meeting": "meeting", "render": "templates",
    "restore": "backup", "serve": "serve", "status": "commands", "submit": "commands", "template": "templates",
    "trace": "provenance", "verify": "provenance", "workbook": "commands", "year": "year",
}  # fmt: skip


class LazyGroup(click.Group):
    """A group whose commands are found in the modules beside it."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """As click does, with wrong usage told in Swedish."""
        with in_swedish():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; the commands below are parsed here too."""
        with in_swedish():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, by name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module loaded; None for one that is not there."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name]}", __package__)
        found = (value for value in vars(module).values() if isinstance(value, click.Command))
        return next(command for command in found if command.name == cmd_name)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), default=Path("output"), envvar="MALKEDJAN_DATA",
    show_default=True, help="Datakatalogen.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, data: Path) -> None:
    """Målkedjan: kommunens mål och budget, från ifylld arbetsbok till färdig handling."""
    context.obj = data
