"""The commands of a part as blocks: what opens, what ends it, and what is left over.

What comes out is a skeleton: the part's tags alone, a line each and in balance, so that every line of it
is the tag of that number whatever stood between.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..places import nearest
from .expressions import check
from .levels import crossing
from .remarks import Remark
from .tags import Tag

UNKNOWN = "okant__"
"""The name that stands for a value that a faulty tag would have given."""
_BLOCKS = ("if", "for", "macro", "call", "filter", "with", "block", "autoescape", "raw", "set")
_ENDS = {f"end{word}": word for word in _BLOCKS}
_COLOURED = ("colspan", "cellbg")
_MERGED = ("vm", "hm")
_FILES = ("include", "import", "from", "extends")
_WORDS = (*_BLOCKS, *_ENDS, "elif", "else", *_COLOURED, *_MERGED)
_GLUED = re.compile(rf"(tr|tc|p|r)({'|'.join(sorted(_WORDS, key=len, reverse=True))})\b")
_USUAL = {"slut": "endif", "end": "endif", "elseif": "elif", "elsif": "elif", "next": "endfor", "foreach": "for"}


@dataclass
class _Open:
    """A block that is open, with the line it opened on."""

    tag: Tag
    word: str
    has_else: bool = False


@dataclass
class Skeleton:
    """The tags of a part, a line each. `source` is what Jinja can parse."""

    tags: list[Tag]
    lines: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def source(self) -> str:
        return "\n".join(self.lines)


def skeleton(tags: list[Tag]) -> Skeleton:
    """The skeleton of a part's tags and all that is wrong with each and with their blocks."""
    return _Builder(Skeleton(tags)).build()


@dataclass
class _Builder:
    made: Skeleton
    stack: list[_Open] = field(default_factory=list)

    def build(self) -> Skeleton:
        for tag in self.made.tags:
            self.made.lines.append("")
            self._read(tag)
        while self.stack:
            self._left_open(self.stack.pop())
        return self.made

    def _read(self, tag: Tag) -> None:
        if self.stack and self.stack[-1].word == "raw":
            if tag.word == "endraw":
                self.stack.pop()
        elif tag.kind == "{{":
            self._value(tag, tag.body)
        elif tag.kind == "{%":
            self._command(tag)

    def _value(self, tag: Tag, body: str) -> None:
        if not body:
            self._say("empty", tag)
        elif self._sound(tag, f"{{{{ {body} }}}}"):
            self._write(f"{{{{ {body} }}}}")

    def _command(self, tag: Tag) -> None:
        handlers: list[tuple[bool, Callable[[Tag], None]]] = [
            (not tag.body, lambda t: self._say("empty", t)),
            (tag.word in _ENDS, self._end),
            (tag.word in ("else", "elif"), self._else),
            (tag.word == "set" and "=" in tag.body, self._set),
            (tag.word in _BLOCKS, self._open),
            (tag.word in _COLOURED, lambda t: self._value(t, t.body.partition(" ")[2])),
            (tag.word in _MERGED, lambda t: None),
            (tag.word in _FILES, lambda t: self._say("no_files", t, ord=t.word)),
            (True, self._unknown),
        ]
        next(handler for applies, handler in handlers if applies)(tag)

    def _set(self, tag: Tag) -> None:
        whole = f"{{% {tag.body} %}}"
        if self._sound(tag, whole):
            self._write(whole)
        elif names := re.match(r"set\s+(\w+)", tag.body):
            self._write(f"{{% set {names.group(1)} = {UNKNOWN} %}}")

    def _open(self, tag: Tag) -> None:
        self.stack.append(_Open(tag, tag.word))
        if tag.word == "raw":
            return
        whole = f"{{% {tag.body} %}}"
        self._write(whole if self._sound(tag, f"{whole}{{% end{tag.word} %}}") else _neutral(tag))

    def _else(self, tag: Tag) -> None:
        current = self.stack[-1] if self.stack else None
        if current is None or current.word not in ("if", "for") or (current.word == "for" and tag.word == "elif"):
            self._say("stray_else", tag)
            return
        if current.has_else:
            self._say("two_else", tag)
            return
        current.has_else = tag.word == "else"
        self._same_level(tag, current)
        whole = f"{{% {tag.body} %}}"
        fallback = "{% else %}" if tag.word == "else" else f"{{% elif {UNKNOWN} %}}"
        frame = f"{{% {current.word} {_FRAMES[current.word]} %}}{whole}{{% end{current.word} %}}"
        self._write(whole if self._sound(tag, frame) else fallback)

    def _end(self, tag: Tag) -> None:
        word = _ENDS[tag.word]
        at = next((n for n in reversed(range(len(self.stack))) if self.stack[n].word == word), None)
        if at is None and not self.stack:
            self._say("nothing_open", tag, start=f"{{% {word} … %}}")
            return
        if at is None:
            current = self.stack.pop()
            self._wrong_end(tag, current)
            self._write(f"{{% end{current.word} %}}")
            return
        while len(self.stack) > at + 1:
            self._left_open(self.stack.pop())
        current = self.stack.pop()
        self._same_level(tag, current)
        self._write(f"{{% {tag.word} %}}")

    def _wrong_end(self, tag: Tag, current: _Open) -> None:
        details = {
            "oppet": current.tag.written, "var": _spot(current.tag), "slut": _ending(current),
        }  # fmt: skip
        self.made.remarks.append(Remark("wrong_end", tag.place, tag.written, details=details))

    def _left_open(self, current: _Open) -> None:
        self._say("not_closed", current.tag, slut=_ending(current))
        self._write(f"{{% end{current.word} %}}")

    def _same_level(self, tag: Tag, current: _Open) -> None:
        if crossing(current.tag, tag):
            self._say("crosses", tag, oppet=current.tag.written, var=_spot(current.tag))

    def _unknown(self, tag: Tag) -> None:
        prefix = tag.word if tag.word in ("p", "tr", "tc", "r") else ""
        if prefix:
            right = f"{{%{tag.body} %}}"
            self._say("spaced_prefix", tag, ratt=right, prefix=prefix)
            self._read(Tag(tag.kind, prefix, tag.body.partition(" ")[2], tag.written, tag.place, tag.element, ()))
            return
        glued = _GLUED.match(tag.word)
        if glued:
            rest = tag.body[len(glued.group(1)) :]
            self._say("glued_prefix", tag, ratt=f"{{%{glued.group(1)} {rest} %}}")
            self._read(Tag(tag.kind, glued.group(1), rest, tag.written, tag.place, tag.element, ()))
            return
        near = _USUAL.get(tag.word.lower()) or nearest(tag.word.lower(), _WORDS)
        self.made.remarks.append(Remark("unknown_command", tag.place, tag.written, near, {"ord": tag.word or tag.body}))

    def _sound(self, tag: Tag, whole: str) -> bool:
        """Whether the tag can be understood; an unknown filter is a fault of its own and no reason to drop it."""
        found = list(check(tag, whole))
        self.made.remarks += found
        return not any(remark.code in ("syntax", "quotes") for remark in found)

    def _say(self, code: str, tag: Tag, **details: str) -> None:
        self.made.remarks.append(Remark(code, tag.place, tag.written, details=details))

    def _write(self, line: str) -> None:
        self.made.lines[-1] += line


_FRAMES = {"if": "x", "for": "x in y"}


def _neutral(tag: Tag) -> str:
    """A block command that opens the same block without what cannot be understood in it."""
    if tag.word == "for":
        names = re.match(r"for\s+(\w+(?:\s*,\s*\w+)*)", tag.body)
        return f"{{% for {names.group(1) if names else '_'} in {UNKNOWN} %}}"
    plain = {
        "if": f"if {UNKNOWN}",
        "macro": f"macro {UNKNOWN}()",
        "call": f"call {UNKNOWN}()",
        "filter": "filter upper",
    }
    named = re.match(r"(?:macro|set)\s+(\w+)", tag.body)
    if tag.word == "macro" and named:
        return f"{{% macro {named.group(1)}() %}}"
    return (
        f"{{% {plain.get(tag.word, 'with')} %}}"
        if tag.word != "set"
        else f"{{% set {named.group(1) if named else '_'} %}}"
    )


def _ending(current: _Open) -> str:
    return (
        f"{{%{current.tag.prefix}{' '} end{current.word} %}}".replace("  ", " ")
        if current.tag.prefix
        else f"{{% end{current.word} %}}"
    )


def _spot(tag: Tag) -> str:
    """Where another tag stands, shortly: its table and row, else its heading, else its part."""
    place = tag.place
    if place.table:
        return f"tabell {place.table}, rad {place.row}"
    return f"under rubriken ”{place.heading}”" if place.heading else "längre upp"


def tags_of(made: Skeleton, line: int) -> Tag | None:
    """The tag that a line of the skeleton stands for."""
    return made.tags[line - 1] if 0 < line <= len(made.tags) else None
