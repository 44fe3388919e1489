"""Where in a template something stands, in words its author can find again."""

import html
import re
from difflib import get_close_matches

from jinja2 import Template, TemplateSyntaxError

_BLOCK = re.compile(r"{%[-+]?\s*(\w+)[^%]*%}|\n")
_OPENING = {"if", "for", "macro", "call", "filter"}


def error_line(error: BaseException) -> int | None:
    """The line of the template source at which an error arose, or None."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, trace = None, error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def unclosed_line(source: str) -> int | None:
    """The line of the innermost block that is opened and never closed; Jinja itself points at the end."""
    line, opened = 1, list[int]()
    for match in _BLOCK.finditer(source):
        word = match.group(1)
        if word is None:
            line += 1
        elif word in _OPENING:
            opened.append(line)
        elif word.startswith("end") and opened:
            opened.pop()
    return opened[-1] if opened else None


def place(part: str, source: str, line: int | None, headings: frozenset[str]) -> str:
    """Part, nearest heading and paragraph of a line; `headings` are the style ids of headings."""
    if line is None:
        return part
    lines = source.split("\n")[:line]
    words = [part]
    heading = next((text for text in map(_text, _headings(lines[:-1], headings)) if text), None)
    if heading:
        words.append(f"under rubriken {heading!r}")
    paragraph = _text(lines[-1]) if lines else ""
    if paragraph:
        words.append(f"vid {paragraph!r}")
    return ", ".join(words)


def nearest(name: str, known: list[str]) -> str | None:
    """The known name most like the given one, if any is like it at all."""
    found = get_close_matches(name, known, 1)
    return found[0] if found else None


def _headings(lines: list[str], ids: frozenset[str]) -> list[str]:
    return [line for line in reversed(lines) if (m := re.search(r'<w:pStyle w:val="([^"]*)"', line)) and m[1] in ids]


def _text(xml: str) -> str:
    text = html.unescape(re.sub(r"<[^>]*>|[\ufdd0-\ufdef]", "", xml)).strip()
    return text if len(text) <= 80 else text[:79] + "…"
