"""A municipality's own regular expressions, admitted only when they can be read and cannot run for long.

Python's `re` has no time limit, so a pattern must be short, must not repeat a group that itself repeats or chooses, and
may hold only a few open repetitions; texts are searched in short pieces.
"""

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 200
MOST_QUANTIFIERS = 6
MOST_OPEN = 2
MOST_CHOICES = 3
PIECE, STEP = 240, 120

_TOKEN = re.compile(
    r"\\.|\[\^?(?:\\.|[^\]\\])+\]|\(\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:)|\(|\)|\||[*+?]|\{\d*,?\d*\}|.", re.DOTALL
)
_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")
_EXACT = re.compile(r"\{\d+\}")


class BadPattern(Exception):
    """A pattern that is not used. The message says why, in Swedish."""


@lru_cache(maxsize=512)
def admit(pattern: str) -> re.Pattern[str]:
    """The compiled pattern, without regard to case. Raises `BadPattern`."""
    if len(pattern) > LONGEST:
        raise BadPattern(f"det är längre än {LONGEST} tecken")
    compiled = _compiled(pattern)
    _measure([token[0] for token in _TOKEN.finditer(pattern)])
    if compiled.search(""):
        raise BadPattern("det passar in på en tom text, alltså på allt")
    return compiled


def search(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Every place where the pattern matches, as its start and what stands there, the text taken in short pieces."""
    seen: set[int] = set()
    for begin in range(0, max(len(text) - STEP, 1), STEP):
        for match in pattern.finditer(text, begin, _end_of_piece(text, begin)):
            if match[0] and match.start() not in seen:
                seen.add(match.start())
                yield match.start(), match[0]


def _end_of_piece(text: str, begin: int) -> int:
    """Where the piece ends: between words, so that no half word looks like a whole one."""
    end = begin + PIECE
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", begin + STEP, end)
    return space if space > 0 else end


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError, Warning):
        raise BadPattern("det går inte att tolka") from None


def _measure(tokens: list[str]) -> None:
    quantifiers = [token for token in tokens if _QUANTIFIER.fullmatch(token)]
    spreading = [token for token in quantifiers if token != "?" and not _EXACT.fullmatch(token)]
    if len(quantifiers) > MOST_QUANTIFIERS or len(spreading) > MOST_OPEN:
        raise BadPattern("det innehåller för många upprepningar")
    if _choosing_groups(tokens) > MOST_CHOICES:
        raise BadPattern("det innehåller för många grupper med alternativ")


def _choosing_groups(tokens: list[str]) -> int:
    """How many groups hold alternatives. Raises `BadPattern` where a group that repeats or chooses is repeated."""
    count = 0
    stack: list[set[str]] = [set()]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if token.startswith("("):
            stack.append(set())
        elif token == ")":
            inner = stack.pop()
            count += "|" in inner
            if inner and following != "?" and _QUANTIFIER.fullmatch(following):
                raise BadPattern("en upprepning står inuti en annan upprepning")
            stack[-1] |= {"inuti"} if inner else set()
        elif token == "|" or _QUANTIFIER.fullmatch(token):
            stack[-1].add("|" if token == "|" else "upprepning")
    return count
