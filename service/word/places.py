"""Where in a template something stands, in words its author can find again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import Template, TemplateSyntaxError

_STORIES = {
    "document": "Brödtexten",
    "header": "Sidhuvudet",
    "footer": "Sidfoten",
    "footnotes": "Fotnoterna",
    "endnotes": "Slutnoterna",
}
_MARKS = re.compile("[\ufdd0-\ufdef]")
_LONGEST = 80
_LONGEST_TAG = 24
_TAG = re.compile(r"(\{\{|\{%)[^\w{}%]*(\w+(?:[ .]\w+)?)[^{}]*?(\}\}|%\})")


@dataclass(frozen=True)
class Place:
    """A spot in a template: its part, the nearest heading above, the paragraph, and where in which table.

    `story` is the part in Swedish (`Sidhuvudet på första sidan`); tables, rows and columns are counted from 1
    as Word shows the template, 0 outside tables. `str()` is the whole as one Swedish phrase.
    """

    part: str = ""
    heading: str = ""
    paragraph: str = ""
    table: int = 0
    caption: str = ""
    row: int = 0
    column: int = 0
    story: str = ""

    def __str__(self) -> str:
        words = [self.story or story(self.part)]
        if self.heading:
            words.append(f"under rubriken ”{self.heading}”")
        if self.table:
            words.append(f"tabell {self.table}" + (f" (”{self.caption}”)" if self.caption else ""))
            words += [f"rad {self.row}"] if self.row else []
            words += [f"kolumn {self.column}"] if self.column else []
        if self.paragraph:
            words.append(f"vid ”{self.paragraph}”")
        return ", ".join(word for word in words if word)


def story(part: str) -> str:
    """A part's Swedish name: `word/header2.xml` is Sidhuvudet; a part that holds no text keeps its own name."""
    stem = re.match(r"(?:.*/)?([a-z]+)\d*\.xml$", part)
    return _STORIES.get(stem.group(1), part) if stem else part


def shortened(text: str) -> str:
    """A paragraph's words as they are quoted: without marks, on one line, at most 80 characters."""
    text = " ".join(_MARKS.sub("", text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def quoted(text: str) -> str:
    """A paragraph's words as a place quotes them; long tags beside words are cut to their first word."""
    if not _TAG.sub("", text).strip() and len(text) <= _LONGEST:
        return shortened(text)
    return shortened(_TAG.sub(_cut, text))


def _cut(tag: re.Match[str]) -> str:
    return f"{tag[1]} {tag[2]}… {tag[3]}" if len(tag[0]) > _LONGEST_TAG else tag[0]


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


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like the given one, if any is like it at all."""
    found = get_close_matches(name, list(known), 1)
    return found[0] if found else None
