"""Wrong usage told in Swedish, once for all commands: click's own sentences, as far as people meet them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

# What click says (8.x), and what is said instead; groups are kept as they are.
_SENTENCES = (
    (r"Missing argument '(.+?)'\.(.*)", r"\1 saknas.\2"),
    (r"Missing option (.+?)\.(.*)", r"\1 saknas.\2"),
    (r"Missing parameter:? (.+)", r"\1 saknas."),
    (r"Missing command\.", r"Säg vad som ska göras."),
    (r"No such option:? '?([^\s'.]+)'?\.?(.*)", r"Valet \1 finns inte.\2"),
    (r"No such command '(.+?)'\.(.*)", r"Kommandot \1 finns inte.\2"),
    (r"Got unexpected extra arguments? \((.+)\)", r"Det här är för mycket: \1"),
    (r"Option '(.+?)' requires an argument\.", r"Efter \1 ska det stå ett värde."),
    (r"Option '(.+?)' does not take a value\.", r"Efter \1 ska det inte stå något värde."),
    (r"Invalid value for (.+?): (.*)", r"\1: \2"),
    (r"Invalid value: (.*)", r"\1"),
)
_PARTS = (
    (r"(?:File|Path|Directory) '([^']*)' does not exist\.", r"\1 finns inte."),
    (r"(?:File|Path) '([^']*)' is a directory\.", r"\1 är en mapp."),
    (r"Directory '([^']*)' is a file\.", r"\1 är en fil, inte en mapp."),
    (r"'([^']*)' is not a valid (?:integer|int|float)(?: range)?\.", r"\1 är inte ett tal."),
    (r"'?([^\s']+)'? is not in the range (.+?)\.$", r"\1 ligger utanför \2."),
    (r"'([^']*)' is not one of (.+?)\.$", r"\1 går inte att välja. Välj bland \2."),
    (r"'([^']*)' does not match the formats? '%Y-%m-%d'\.", r"\1 är ingen dag. Skriv till exempel 2026-12-10."),
    (r"Choose from:\s*", "Välj bland: "),
    (r"Did you mean one of:?", "Menade du något av"),
    (r"\(Possible options: (.+?)\)", r"Menade du \1?"),
    (r"Did you mean", "Menade du"),
)  # fmt: skip


class WrongUsage(click.UsageError):
    """Wrong usage that says so in Swedish."""

    def show(self, file: IO[Any] | None = None) -> None:
        """How the command is used, where more is said, and what is wrong."""
        if self.ctx is not None:
            usage = self.ctx.get_usage().replace("Usage:", "Så här:", 1).replace("[OPTIONS]", "[VAL]")
            click.echo(usage.replace("COMMAND [ARGS]...", "KOMMANDO ..."), file=file, err=True)
            click.echo(f"Skriv {self.ctx.command_path} --help för att se allt som går att ange.\n", file=file, err=True)
        click.echo(f"Fel: {self.format_message()}", file=file, err=True)


@contextmanager
def in_swedish() -> Iterator[None]:
    """Raises what click says of wrong usage as `WrongUsage`."""
    try:
        yield
    except (WrongUsage, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as wrong:
        raise WrongUsage(translated(wrong.format_message()), wrong.ctx) from wrong


def translated(message: str) -> str:
    """One of click's sentences in Swedish; what is not known as it is."""
    for pattern, swedish in _SENTENCES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            message = match.expand(swedish)
            break
    for pattern, swedish in _PARTS:
        message = re.sub(pattern, swedish, message)
    return message
