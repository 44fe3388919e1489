"""What the documentation says is what the program does."""

import os
import re
import shlex
from pathlib import Path

import click
import pytest

from service.cli import main
from service.rules import RULES

ROOT = Path(__file__).parents[1]
UPDATE = os.environ.get("MALKEDJAN_UPDATE_GOLDEN") == "1"


def rules_page() -> str:
    """The page that lists every rule."""
    rows = [
        f"| {', '.join(rule.ids)} | {rule.paragraph or 'lag och form'} | {rule.level} | {rule.stage} | {rule.title} |"
        for rule in RULES
    ]
    head = [
        "# Reglerna", "",
        "Varje regel med sin beteckning, sitt avsnitt i *Regler för mål- och resultatstyrning*, sin nivå och det steg",
        "då den prövas första gången. Nivån ändras i arbetsboken Inställningar, bladet Regelnivåer; ord och gränser på",
        "bladen Ordlistor och Gränser. Sidan skrivs ur programmet: `MALKEDJAN_UPDATE_GOLDEN=1 make test`.", "",
        "| Regel | § | Nivå | Steg | Vad som prövas |", "|---|---|---|---|---|",
    ]  # fmt: skip
    return "\n".join([*head, *rows, ""])


def test_the_page_of_rules_lists_every_rule() -> None:
    page = ROOT / "docs" / "regler.md"
    if UPDATE:
        page.write_text(rules_page(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == rules_page()


def commands_in(page: Path) -> list[list[str]]:
    """The `malkedjan` commands of a page: lines of their own, and in the text."""
    text = page.read_text(encoding="utf-8")
    lines = [*re.findall(r"^(?:    )?malkedjan (.+)$", text, re.M), *re.findall(r"`malkedjan ([^`]+)`", text)]
    return [shlex.split(line, comments=True) for line in lines]


PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
COMMANDS = {f"{page.name}: {' '.join(words)}": words for page in PAGES for words in commands_in(page)}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_command_of_the_readme_and_the_docs_is_understood(words: list[str]) -> None:
    command: click.Command = main
    rest = words
    while isinstance(command, click.Group) and rest:
        options = {name: option for option in command.params for name in option.opts}
        if rest[0] in options:
            rest = rest[1 if getattr(options[rest[0]], "is_flag", False) else 2 :]
            continue
        found = command.get_command(click.Context(command), rest[0])
        assert found is not None, rest[0]
        command, rest = found, rest[1:]
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    unknown = {word for word in rest if word.startswith("-") and len(word) > 1} - known
    assert not unknown


def test_every_command_has_help_in_swedish() -> None:
    context = click.Context(main)
    names = main.list_commands(context)
    assert {"batch", "generate", "submit"} <= set(names)
    for name in names:
        command = main.get_command(context, name)
        assert command is not None
        assert command.help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony
    for target in phony.group(1).split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.M), target


def test_files_that_the_readme_leads_to_exist() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_faults_that_the_page_of_templates_shows_are_told_so() -> None:
    page = (ROOT / "docs" / "mallar.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\[fel\] (.+)$", page, re.M)
    kept = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "word" / "faults").glob("*.txt")]
    told = {line for text in kept for line in text.splitlines()}
    assert shown
    assert set(shown) <= told
