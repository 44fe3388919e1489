"""Styled text: what a person wrote in a cell, with its bold, italics, line breaks and list lines kept."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Control characters, lone surrogates, noncharacters and zero-width marks: never wanted, often pasted.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u00ad\u200b\u200c\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
_EXCEL_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style. `reference` names what it points at (`resultat 2.3`), when it points at something;
    `elsewhere` is what to print when that does not stand in the same document."""

    text: str
    bold: bool = False
    italic: bool = False
    reference: str | None = None
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class StyledText:
    """Text as runs. `str()` gives it plain; an empty one is false."""

    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)


def styled(text: str) -> StyledText:
    """Plain text as styled text."""
    return StyledText((Run(text),)) if text else StyledText()


def clean(text: str) -> tuple[str, bool]:
    """The text in NFC with `\\n` for every line break and without invisible characters, trimmed outwardly.

    The second value tells whether characters that a reader might have meant (control characters) were removed.
    """
    unescaped = _EXCEL_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
    broken = unescaped.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = _UNWANTED.sub("", broken)
    return unicodedata.normalize("NFC", kept).strip(), kept != broken


def clean_styled(text: StyledText) -> tuple[StyledText, bool]:
    """Styled text cleaned run by run, neighbours of one style joined, trimmed outwardly as a whole."""
    pieces: list[Run] = []
    removed = False
    for run in text.runs:
        body, lost = _clean_inner(run.text)
        removed = removed or lost
        pieces.append(Run(body, run.bold, run.italic))
    return StyledText(tuple(_trim(_join(pieces)))), removed


def _clean_inner(text: str) -> tuple[str, bool]:
    """`clean` that keeps the outer white space, which separates a run from its neighbours."""
    body, lost = clean(f"x{text}x")
    return body[1:-1], lost


def _join(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.bold, last.italic) == (run.bold, run.italic):
            joined[-1] = Run(last.text + run.text, last.bold, last.italic)
        elif run.text:
            joined.append(run)
    return joined


def _trim(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].text.strip():
        runs.pop(0)
    while runs and not runs[-1].text.strip():
        runs.pop()
    if runs:
        first, last = runs[0], runs[-1]
        runs[0] = Run(first.text.lstrip(), first.bold, first.italic)
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(), last.bold, last.italic)
    return runs
