"""References: what may be referred to, and the live REF fields that do (§17.16.5.50)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from .captions import Caption
from .faults import TemplateFault
from .fields import Bookmarks, field, look_of, text_run
from .headings import Heading
from .ooxml import PPR, Element, P, replace, visible_text
from .places import Place, nearest, shortened

_BY_TITLE = ("kapitel ", "tabell ", "diagram ", "figur ")


@dataclass
class Target:
    """Something a reference can point to. `bookmark` gives its bookmark's name, set at the first use."""

    text: str
    bookmark: Callable[[], str]
    switches: str = "\\h"


@dataclass(frozen=True)
class Pending:
    """A reference met in the text: an empty run that holds its place until all targets are known."""

    part: str
    run: Element
    key: str
    elsewhere: str | None


class References:
    """The targets of one document and the references to them; keys compare without letter case."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._targets: dict[str, Target] = {}
        self._keys: list[str] = []
        self._pending: list[Pending] = []

    def anchor(self, key: str, text: str, rpr: Element | None) -> list[Element]:
        """The runs of an anchored text; bookmarked if it is the first of its key."""
        words = text_run(text, rpr)
        if _normal(key) in self._targets:
            return [words]
        name = self._bookmarks.name("_Ref", _normal(key))
        self._add(key, Target(text, lambda: name))
        return self._bookmarks.around(name, [words])

    def refer(self, part: str, key: str, elsewhere: str | None, rpr: Element | None) -> Element:
        """A run that holds the place of a reference."""
        run = text_run("", rpr)
        self._pending.append(Pending(part, run, key, elsewhere))
        return run

    def add_heading(self, heading: Heading) -> None:
        """Make a heading known as `kapitel <its text>`: its number, or its text where it has none."""
        number = heading.number.rstrip(".")
        if heading.text:
            key = f"kapitel {heading.text}"
            switches = "\\r \\h" if number else "\\h"
            content = partial(_content, heading.paragraph)
            self._add(key, Target(number or heading.text, self._lazily(key, content), switches))

    def add_caption(self, caption: Caption) -> None:
        """Make a caption known as `tabell <its text>`: its number."""
        bookmark = self._lazily(caption.key, lambda: caption.number_runs)
        self._add(caption.key, Target(str(caption.number), bookmark))

    def resolve(self) -> None:
        """Turn every held place into a field, or into its words for elsewhere.

        Raises TemplateFault for a key that is not in the document and has no such words.
        """
        for pending in self._pending:
            rpr = look_of(pending.run)
            target = self._find(pending.key)
            if target is not None:
                code = f"REF {target.bookmark()} {target.switches}"
                replace(pending.run, field(code, target.text, rpr))
            elif pending.elsewhere is not None:
                replace(pending.run, [text_run(pending.elsewhere, rpr)])
            else:
                raise self._unknown(pending)

    def _find(self, key: str) -> Target | None:
        """The target of a key; a title may also be named by its beginning, if only one begins so."""
        wanted = _normal(key)
        if wanted in self._targets or not wanted.startswith(_BY_TITLE):
            return self._targets.get(wanted)
        begun = [target for known, target in self._targets.items() if known.startswith(wanted)]
        return begun[0] if len(begun) == 1 else None

    def _add(self, key: str, target: Target) -> None:
        if self._targets.setdefault(_normal(key), target) is target:
            self._keys.append(key)

    def _lazily(self, key: str, content: Callable[[], list[Element]]) -> Callable[[], str]:
        """Word bookmarks a heading or caption only once something refers to it; so do we."""
        name: list[str] = []

        def bookmark() -> str:
            if not name:
                name.append(self._bookmarks.name("_Ref", _normal(key)))
                around = content()
                self._bookmarks.wrap(name[0], around[0], around[-1])
            return name[0]

        return bookmark

    def _unknown(self, pending: Pending) -> TemplateFault:
        paragraph = next(pending.run.iterancestors(P), None)
        text = "" if paragraph is None else visible_text(paragraph)
        where = Place(pending.part, paragraph=shortened(text))
        what = f"hänvisningen {pending.key!r} finns inte i dokumentet"
        return TemplateFault(what, where=where, nearest=nearest(pending.key, self._keys))


def _normal(key: str) -> str:
    return " ".join(key.split()).casefold()


def _content(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag != PPR]
