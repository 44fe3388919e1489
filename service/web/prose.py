"""What people wrote, on a page: paragraphs, list lines, bold and italics; what it refers to as links into the chain."""

import re
from collections.abc import Iterable, Iterator

from flask import Flask, url_for
from markupsafe import Markup, escape

from schemas.text import Run, StyledText

_NUMBERED = frozenset({"mål", "resultat", "aktivitet", "mått", "uppdrag"})
_BULLET = "- "
_AROUND = 160  # letters of an excerpt on either side


def init_prose(app: Flask) -> None:
    """Give the templates the filters `brodtext` (blocks, with links), `enradig` and `utdrag` (one line, without)."""
    app.add_template_filter(prose, "brodtext")
    app.add_template_filter(one_line, "enradig")
    app.add_template_filter(excerpt, "utdrag")


def prose(text: StyledText, ar: int) -> Markup:
    """The text as paragraphs and lists; `ar` is the year whose chain its references lead into."""
    return Markup("").join(_blocks(text, ar))


def one_line(text: StyledText) -> str:
    """The text on one line, plain."""
    return " ".join(str(text).split())


def excerpt(text: StyledText, number: str) -> str:
    """What stands round the place where a number is named, on one line."""
    line = one_line(text)
    named = re.search(rf"(?<![\w.]){re.escape(number)}(?!\.?\w)", line)
    start = max(0, named.start() - _AROUND) if named else 0
    end = (named.end() if named else 0) + _AROUND
    start = line.rfind(" ", 0, start) + 1 if start else 0
    end = len(line) if end >= len(line) else max(line.find(" ", end), end)
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"


def _blocks(text: StyledText, ar: int) -> Iterator[Markup]:
    points: list[Markup] = []
    for line in _lines(text):
        said = Markup("").join(_run(run, ar) for run in line)
        if line and line[0].text.startswith(_BULLET):
            points.append(Markup("<li>{}</li>").format(Markup(str(said).replace(_BULLET, "", 1))))
            continue
        if points:
            yield _list(points)
            points = []
        if said.strip():
            yield Markup("<p>{}</p>").format(said)
    if points:
        yield _list(points)


def _list(points: Iterable[Markup]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(points))


def _lines(text: StyledText) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in text.runs:
        first, *rest = run.text.split("\n")
        line.append(_with(run, first))
        for part in rest:
            yield line
            line = [_with(run, part)]
    yield line


def _with(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.reference, run.elsewhere)


def _run(run: Run, ar: int) -> Markup:
    said = escape(run.text)
    kind, _, name = (run.reference or "").partition(" ")
    if kind in _NUMBERED:
        said = Markup('<a href="{}">{}</a>').format(url_for("malkedjan.node_page", ar=ar, nummer=name), said)
    if run.bold:
        said = Markup("<strong>{}</strong>").format(said)
    return Markup("<em>{}</em>").format(said) if run.italic else said
