"""References: what may be referred to, and the live REF fields that do (§17.16.5.50)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape, unescape
from typing import NamedTuple

from . import marks
from .captions import Caption
from .faults import TemplateFault
from .fields import Bookmarks, field, text_run, words_of
from .headings import Heading
from .holes import Holes, Span
from .places import Place, nearest, shortened

_BY_TITLE = ("kapitel ", "tabell ", "diagram ", "figur ")


@dataclass
class Target:
    """Something a reference can point to. `bookmark` gives its bookmark's name, set at the first use."""

    text: str
    bookmark: Callable[[Bookmarks], str]
    switches: str = "\\h"


class Pending(NamedTuple):
    """A reference met in the text: a hole that holds its place until all targets are known."""

    part: str
    hole: int
    key: str
    elsewhere: str | None
    look: str
    around: str


class References:
    """The targets of one document and the references to them; keys compare without letter case."""

    def __init__(self, holes: Holes) -> None:
        self._holes = holes
        self._targets: dict[str, Target] = {}
        self._keys: list[str] = []
        self._anchors: list[Callable[[Bookmarks], str]] = []
        self._pending: list[Pending] = []

    @property
    def waiting(self) -> int:
        """How many references have been met; none is filled before all of them have."""
        return len(self._pending)

    def anchor(self, key: str, words: str, look: str) -> str:
        """The run of an anchored text; bookmarked if it is the first of its key."""
        run = text_run(words, look)
        if _normal(key) in self._targets:
            return run
        span = self._holes.span(run)
        bookmark = _lazily(key, span)
        self._anchors.append(bookmark)
        self._add(key, Target(unescape(words), bookmark))
        return str(span)

    def refer(self, part: str, key: str, elsewhere: str | None, look: str, around: str) -> str:
        """What holds the place of a reference; `around` is the paragraph it stands in."""
        hole = self._holes.new()
        self._pending.append(Pending(part, hole, unescape(key), elsewhere, look, around))
        return self._holes.mark(hole)

    def add_heading(self, heading: Heading) -> None:
        """Make a heading known as `kapitel <its text>`: its number, or its text where it has none."""
        number, text = heading.number.rstrip("."), heading.text
        if text:
            key = f"kapitel {text}"
            switches = "\\r \\h" if number else "\\h"
            self._add(key, Target(number or text, _lazily(key, heading.content), switches))

    def add_caption(self, caption: Caption) -> None:
        """Make a caption known as `tabell <its text>`: its number."""
        key = caption.key
        self._add(key, Target(str(caption.number), _lazily(key, caption.field)))

    def resolve(self, bookmarks: Bookmarks) -> None:
        """Fill every held place with a field, or with its words for elsewhere, and bookmark what is referred to.

        Raises TemplateFault for a key that is not in the document and has no such words.
        """
        for bookmark in self._anchors:
            bookmark(bookmarks)
        for pending in self._pending:
            target = self._find(pending.key)
            if target is not None:
                code = f"REF {target.bookmark(bookmarks)} {target.switches}"
                self._holes.filled[pending.hole] = field(code, escape(target.text), pending.look)
            elif pending.elsewhere is not None:
                self._holes.filled[pending.hole] = text_run(pending.elsewhere, pending.look)
            else:
                raise self._unknown(pending)
        self._holes.settled += 1

    def _find(self, key: str) -> Target | None:
        """The target of a key; a title may also be named by its beginning, if only one begins so."""
        wanted = _normal(key)
        if wanted in self._targets or not wanted.startswith(_BY_TITLE):
            return self._targets.get(wanted)
        begun = [target for known, target in self._targets.items() if known.startswith(wanted)]
        return begun[0] if len(begun) == 1 else None

    def _add(self, key: str, target: Target) -> None:
        if self._targets.setdefault(_normal(key), target) is target:
            self._keys.append(unescape(key))

    def _unknown(self, pending: Pending) -> TemplateFault:
        text = words_of(marks.TOKEN.sub(marks.literal_of, pending.around))
        where = Place(pending.part, paragraph=shortened(text))
        what = f"hänvisningen {pending.key!r} finns inte i dokumentet"
        return TemplateFault(what, where=where, nearest=nearest(pending.key, self._keys))


def _lazily(key: str, span: Span) -> Callable[[Bookmarks], str]:
    """Word bookmarks a heading or caption only once something refers to it; so do we."""
    return partial(_bookmark, [], _normal(key), span)


def _bookmark(names: list[str], key: str, span: Span, bookmarks: Bookmarks) -> str:
    if not names:
        names.append(bookmarks.name("_Ref", key))
        span.wrap(*bookmarks.ends(names[0]))
    return names[0]


@lru_cache(maxsize=4096)
def _normal(key: str) -> str:
    return " ".join(unescape(key).split()).casefold()
