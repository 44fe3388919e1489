"""Words in Swedish texts: whole words in all their inflections, phrases, patterns, and how like two texts are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import snowballstemmer

from schemas.text import StyledText
from service.chain.plans import Installningar, plain

from . import patterns
from .lexicon import DEFAULT_ORD

_WORD = re.compile(r"\w+(?:-\w+)*")
_STEMMER = snowballstemmer.stemmer("swedish")
_VOWELS = "aeiouyåäö"

# What no rule of endings finds: comparatives and strong verbs.
_IRREGULAR: Mapping[str, frozenset[str]] = {
    "fler": frozenset({"fler", "flera", "flest", "flesta"}),
    "mer": frozenset({"mer", "mera", "mest"}),
    "bättre": frozenset({"bättre", "bäst", "bästa"}),
    "större": frozenset({"större", "störst", "största"}),
    "ta": frozenset({"ta", "tar", "tas", "tog", "togs", "tagit", "tagits"}),
    "växa": frozenset({"växa", "växer", "växte", "växt", "växande"}),
}
_PRESENT = ("a", "ar", "er", "r", "as", "s", "es")
_OTHER = ("", "ade", "ad", "at", "ats", "ades", "te", "t", "ts", "tes", "de", "d", "des", "da", "ta", "ande", "ende")


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed word or phrase in a text: as it stands there, and which word of the text it begins with (from 1)."""

    text: str
    position: int


def words(text: StyledText | str) -> list[str]:
    """The words of a text, without case; a hyphenated word is one."""
    return [match[0] for match in _WORD.finditer(_flat(text).casefold())]


def hits(installningar: Installningar, lista: str, text: StyledText | str) -> list[Hit]:
    """Every word, phrase and pattern of a list that stands in the text, in its order; each place once."""
    found = sorted(_found(_entries(installningar, lista), _flat(text)), key=lambda pair: (pair[0], -len(pair[1])))
    result: list[Hit] = []
    end = -1
    for start, piece in found:
        if start >= end:
            result.append(Hit(piece, len(_WORD.findall(_flat(text)[:start])) + 1))
            end = start + len(piece)
    return result


def begins_with(installningar: Installningar, lista: str, text: StyledText | str) -> Hit | None:
    """The listed verb that the text begins with, as an order or an intention (införa, inför, införs), or None."""
    flat = _flat(text)
    spans = list(_WORD.finditer(flat))
    for ord, slag in _entries(installningar, lista):
        phrase = ord.casefold().split()
        if slag != "mönster" and _starts(phrase, [span[0].casefold() for span in spans]):
            return Hit(flat[spans[0].start() : spans[len(phrase) - 1].end()], 1)
        if slag == "mönster" and any(start == spans[0].start() for start, _ in _matched(ord, flat)):
            return Hit(spans[0][0], 1)
    return None


def likeness(one: StyledText | str, other: StyledText | str) -> Decimal:
    """How like two texts are, in percent: twice their common stems over all their stems (Dice)."""
    left, right = _stems(_flat(one)), _stems(_flat(other))
    total = len(left) + len(right)
    return Decimal(200 * len(left & right)) / Decimal(total) if total else Decimal(0)


@lru_cache(maxsize=4096)
def same_word(word: str, token: str) -> bool:
    """Whether a word of a text is a form of a listed word (both without case)."""
    if word == token:
        return True
    if word in _IRREGULAR:
        return token in _IRREGULAR[word]
    if word.endswith(("are", "re")):
        return False  # a comparative: ”snabbare” shows a direction, ”snabb” does not
    return token in _forms(word, (*_PRESENT, *_OTHER)) or (len(word) > 4 and _stem(word) == _stem(token))


def _found(entries: Sequence[tuple[str, str]], text: str) -> Iterator[tuple[int, str]]:
    spans = list(_WORD.finditer(text))
    tokens = [span[0].casefold() for span in spans]
    for ord, slag in entries:
        if slag == "mönster":
            yield from _matched(ord, text)
            continue
        phrase = ord.casefold().split()
        for n in range(len(tokens) - len(phrase) + 1):
            if phrase and all(same_word(word, token) for word, token in zip(phrase, tokens[n:], strict=False)):
                yield spans[n].start(), text[spans[n].start() : spans[n + len(phrase) - 1].end()]


def _matched(pattern: str, text: str) -> Iterator[tuple[int, str]]:
    try:
        admitted = patterns.admit(pattern)
    except patterns.BadPattern:
        return  # told in its own cell, in the settings
    yield from patterns.search(admitted, text)


def _starts(phrase: Sequence[str], tokens: Sequence[str]) -> bool:
    if not phrase or len(tokens) < len(phrase):
        return False
    verb, rest = phrase[0], phrase[1:]
    starts = tokens[0] in _forms(verb, _PRESENT) or tokens[0] in _IRREGULAR.get(verb, ())
    return starts and all(same_word(word, token) for word, token in zip(rest, tokens[1:], strict=False))


def _entries(installningar: Installningar, lista: str) -> list[tuple[str, str]]:
    """The municipality's own list, or the one proposed where it has none."""
    own = [(row.ord, row.slag or "ord") for row in installningar.ord(lista) if row.ord]
    return own or [(ord, slag) for name, ord, slag in DEFAULT_ORD if name == lista]


def _forms(word: str, endings: Sequence[str]) -> frozenset[str]:
    """The forms of a weak verb (öka: ökar, ökade, ökat, ökas …); any other word as it is, and with -s or -r."""
    if word.endswith("a") and len(word) > 2:
        own = ("",) if word[-2] == "r" else ()  # genomför, inför: no ending after r
        return frozenset(word[:-1] + ending for ending in (*endings, *own))
    return frozenset({word, f"{word}s", f"{word}r"} if word[-1:] in _VOWELS else {word})


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in words(text))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def _flat(text: StyledText | str) -> str:
    return plain(text) if isinstance(text, StyledText) else " ".join(text.split())
