"""References that people write in texts: `[[mål 2]]`, `[[resultat 2.3]]`, `[[kapitel Detaljbudget]]`.

They are found, judged against what there is, and resolved to runs that an engine can make live.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from schemas.text import Run, StyledText

from .plans import Mrp, Verksamhetsplan

_MARK = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_UNCLOSED = re.compile(r"\[\[(?![^\[\]\n]*\]\])[^\[\]\n]{0,40}")
_BODY = re.compile(
    r"\s*(mål|inriktningsmål|resultat|aktivitet|mått|uppdrag|kapitel|tabell|diagram|bilaga|ärende|§)"
    r"(?:\s+|(?<=§))(\S.*?)\s*$",
    re.I,
)
_WORDS = {"inriktningsmål": "mål"}
_SENTENCE_START = re.compile(r"(^|[.!?]\s|\n(- |\d+\. )?)\s*$")
Resolve = Callable[[StyledText], StyledText]
BY_TITLE = frozenset({"kapitel", "tabell", "diagram"})
LATER = frozenset({"bilaga"})  # resolved when the paper or package is made


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: its kind, what it names, and how it was written. An unreadable one has no kind."""

    kind: str
    name: str
    written: str

    @property
    def key(self) -> str:
        """What an engine knows the target by: `resultat 2.3`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be referred to: its key, its number as shown, and where it stands when not in this paper.

    `row` is the id of the row that it is, where references are to follow the row.
    """

    key: str
    shown: str
    home: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """All that a text may refer to: numbered things by key, chapters and tables by title (None: any may be named)."""

    targets: Mapping[str, Target] = field(default_factory=dict)
    titles: Mapping[str, frozenset[str]] | None = None

    def target(self, reference: Reference) -> Target | None:
        """The numbered thing meant, or None."""
        return self.targets.get(reference.key.casefold())

    def knows(self, reference: Reference) -> bool:
        """Whether the reference leads somewhere."""
        if reference.kind in LATER:
            return True
        if reference.kind in BY_TITLE:
            return self.titles is None or self._titled(reference)
        return self.target(reference) is not None

    def nearest(self, reference: Reference) -> str:
        """The nearest thing of the same kind, written as a reference; empty when nothing is near."""
        if reference.kind in BY_TITLE:
            names = sorted((self.titles or {}).get(reference.kind, frozenset()))
            keys = {f"{reference.kind} {name}".casefold(): f"{reference.kind} {name}" for name in names}
        else:
            keys = {key: target.key for key, target in self.targets.items() if key.startswith(reference.kind)}
        close = difflib.get_close_matches(reference.key.casefold(), keys, n=1, cutoff=0.5)
        return f"[[{keys[close[0]]}]]" if close else ""

    def _titled(self, reference: Reference) -> bool:
        names = (self.titles or {}).get(reference.kind, frozenset())
        wanted = " ".join(reference.name.casefold().split())
        return any(" ".join(name.casefold().split()).startswith(wanted) for name in names)


def find(text: StyledText) -> Iterator[Reference]:
    """Every reference in the text, in order."""
    for match in _MARK.finditer(str(text)):
        yield _read(match)


def unclosed(text: StyledText) -> list[str]:
    """What begins as a reference and is not one, as it is written: `[[mål 2` without its end."""
    return [found.rstrip() for found in _UNCLOSED.findall(str(text))]


def resolve(text: StyledText, scope: Scope) -> StyledText:
    """The text with each reference as its word and a run that an engine makes live (`resultat ` and `2.3`).

    The run's `elsewhere` is what to print where the target is not in the same paper. An unreadable or dangling
    reference stands as it was written.
    """
    pieces: list[Run] = []
    before = ""
    for run in text.runs:
        pieces.extend(_resolve_run(run, before, scope))
        before += run.text
    return StyledText(tuple(pieces))


def rewritten(text: StyledText, write: Callable[[Reference], str]) -> StyledText:
    """The text with each reference that could be read written anew."""

    def written(match: re.Match[str]) -> str:
        reference = _read(match)
        return write(reference) if reference.kind else reference.written

    return StyledText(tuple(replace(run, text=_MARK.sub(written, run.text)) for run in text.runs))


def mrp_targets(mrp: Mrp, home: str) -> Iterable[Target]:
    """What an MRP numbers: goals, results, mått and tasks, under their numbers and the authors' own labels."""
    for mal in mrp.inriktningsmal:
        yield from _named("mål", str(mal.nummer), (mal.nummer.text, mal.beteckning), home)
    for resultat in mrp.resultat:
        yield from _named("resultat", str(resultat.nummer), (resultat.nummer.text, resultat.beteckning), home)
    for matt in mrp.matt:
        yield from _named("mått", str(matt.nummer), (matt.nummer.text,), home)
    for uppdrag in mrp.uppdrag:
        yield from _named("uppdrag", str(uppdrag.nummer), (uppdrag.nummer.text,), home)


def vp_targets(vp: Verksamhetsplan, home: str) -> Iterable[Target]:
    """What a nämnd's plan numbers itself: activities and its own mått."""
    for aktivitet in vp.aktiviteter:
        yield from _named("aktivitet", str(aktivitet.nummer), (aktivitet.nummer.text,), home)
    for matt in vp.matt:
        if matt.egen:
            yield from _named("mått", str(matt.nummer), (matt.nummer.text,), home)


def scope_of(targets: Iterable[Target], titles: Mapping[str, frozenset[str]] | None = None) -> Scope:
    """A scope of the given targets; the first under a key wins."""
    by_key: dict[str, Target] = {}
    for target in targets:
        by_key.setdefault(target.key.casefold(), target)
    return Scope(by_key, titles)


def resolver(scope: Scope) -> Resolve:
    """`resolve` bound to a scope."""
    return lambda text: resolve(text, scope)


def taken_over(resolve: Resolve, home: str) -> Resolve:
    """`resolve` for a text that comes from another paper, `home`: a chapter, table, diagram or appendix that it names
    is that paper's, and must not lead to one of the same name where the text now stands."""

    def done(text: StyledText) -> StyledText:
        return StyledText(tuple(_away(run, home) for run in resolve(text).runs))

    return done


def _away(run: Run, home: str) -> Run:
    kind = (run.reference or "").split(" ")[0]
    if kind not in BY_TITLE | LATER:
        return run
    return replace(run, text=f"{run.text} ({home})", reference=None, elsewhere=None)


def _named(kind: str, shown: str, names: Iterable[str], home: str) -> Iterator[Target]:
    for name in names:
        if name:
            yield Target(f"{kind} {name}", shown, home)


def _read(match: re.Match[str]) -> Reference:
    body = _BODY.match(match[1])
    if not body:
        return Reference("", match[1].strip(), match[0])
    kind = body[1].casefold()
    return Reference(_WORDS.get(kind, kind), body[2], match[0])


def _resolve_run(run: Run, before: str, scope: Scope) -> Iterator[Run]:
    """The run's pieces; `before` is the text before it, which tells where a sentence begins."""
    end = 0
    for match in _MARK.finditer(run.text):
        if match.start() > end:
            yield replace(run, text=run.text[end : match.start()])
        begins = bool(_SENTENCE_START.search(before + run.text[: match.start()]))
        yield from _live(run, _read(match), scope, capital=begins or match[0][2:].lstrip()[:1].isupper())
        end = match.end()
    if end < len(run.text):
        yield replace(run, text=run.text[end:])


def _live(run: Run, reference: Reference, scope: Scope, *, capital: bool) -> Iterator[Run]:
    if not reference.kind or not scope.knows(reference):
        yield replace(run, text=reference.written)
        return
    word = reference.kind.capitalize() if capital else reference.kind
    yield replace(run, text=f"{word}\u00a0")
    target = scope.target(reference)
    if target is None:
        yield replace(run, text=reference.name, reference=reference.key, elsewhere=reference.name)
    else:
        key = f"{reference.kind} {target.shown.rstrip('*')}"
        away = f"{target.shown} ({target.home})" if target.home else target.shown
        yield replace(run, text=target.shown, reference=key, elsewhere=away)
