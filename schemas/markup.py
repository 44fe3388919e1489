"""Bold and italics in a plain field: `**fet**`, `*kursiv*`, `***båda***`; a star that is only a star is `\\*`."""

import re
from collections.abc import Collection, Iterator

from .text import Run, StyledText

_TOKEN = re.compile(r"\\([\\*])|(\*{1,3})")


def marked_up(text: StyledText) -> str:
    """The text with its bold and italics as marks; `from_markup` reads it back."""
    parts, open_ = [], ""
    for run in _without_styled_ends(text):
        style = ("**" if run.bold else "") + ("*" if run.italic else "")
        parts += [_between(open_, style), re.sub(r"([\\*])", r"\\\1", run.text)]
        open_ = style
    return "".join([*parts, open_])


def from_markup(text: str) -> StyledText:
    """The text that the marks say. A mark that opens nothing, or is never closed, is a star."""
    literal: set[int] = set()
    while True:
        runs, unclosed = _read(text, literal)
        if not unclosed:
            return StyledText(tuple(runs))
        literal.add(unclosed[-1])


def _between(before: str, after: str) -> str:
    """The marks that end one style and begin another: only what differs."""
    bold = (before.count("*") >= 2) != (after.count("*") >= 2)
    italic = (before.count("*") % 2) != (after.count("*") % 2)
    return ("**" if bold else "") + ("*" if italic else "")


def _without_styled_ends(text: StyledText) -> Iterator[Run]:
    """The runs; white space at the ends of a styled one is plain, so that its marks stand close to its words."""
    for run in text.runs:
        body = run.text.strip()
        if not (run.bold or run.italic) or not body:
            yield Run(run.text)
            continue
        start = run.text.index(body)
        yield Run(run.text[:start])
        yield Run(body, run.bold, run.italic)
        yield Run(run.text[start + len(body) :])


def _read(text: str, literal: Collection[int]) -> tuple[list[Run], list[int]]:
    """The runs, and where the marks stand that are never closed; those at `literal` are stars."""
    runs: list[Run] = []
    opened = {"**": -1, "*": -1}
    end = 0

    def add(piece: str) -> None:
        bold, italic = opened["**"] >= 0, opened["*"] >= 0
        if piece and runs and (runs[-1].bold, runs[-1].italic) == (bold, italic):
            runs[-1] = Run(runs[-1].text + piece, bold, italic)
        elif piece:
            runs.append(Run(piece, bold, italic))

    for token in _TOKEN.finditer(text):
        add(text[end : token.start()])
        end = token.end()
        if token[1] or token.start() in literal or not _turns(text, token, opened):
            add(token[1] or token[2])
            continue
        for mark in _marks(token[2]):
            opened[mark] = token.start() if opened[mark] < 0 else -1
    add(text[end:])
    return runs, sorted(at for at in opened.values() if at >= 0)


def _marks(stars: str) -> tuple[str, ...]:
    return ("**", "*") if len(stars) == 3 else (stars,)


def _turns(text: str, token: re.Match[str], opened: dict[str, int]) -> bool:
    """Whether the marks can do what they would: close what stands before them, open what stands after."""
    before, after = text[: token.start()][-1:], text[token.end() :][:1]
    return all(bool(before.strip()) if opened[mark] >= 0 else bool(after.strip()) for mark in _marks(token[2]))
