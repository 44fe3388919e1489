"""A municipality's own regular expressions, admitted only when they can be read and cannot run for long.

Python's `re` has no time limit, so a pattern must be short, must not repeat a group that itself repeats or chooses, and
the ways in which it can be tried from one place are counted beforehand; texts are searched in short pieces.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 200
PIECE, STEP = 160, 80
MOST_WAYS = 30_000

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
    if _ways([token[0] for token in _TOKEN.finditer(pattern)]) > MOST_WAYS:
        raise BadPattern("det kan ta för lång tid att pröva")
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


@dataclass(slots=True)
class _Group:
    """A group while it is read: how many alternatives it has, and whether anything in it repeats or chooses."""

    alternatives: int = 1
    loose: bool = False


def _ways(tokens: list[str]) -> int:
    """At most how many ways the pattern can be tried from one place in a piece of text.

    Raises `BadPattern` where a group that repeats or chooses is repeated, which has no bound.
    """
    ways, stack = 1, [_Group()]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if token.startswith("("):
            stack.append(_Group())
        elif token == ")":
            group = stack.pop()
            ways *= group.alternatives
            if group.loose and following != "?" and _QUANTIFIER.fullmatch(following):
                raise BadPattern("en upprepning står inuti en annan upprepning")
            stack[-1].loose |= group.loose
        elif token == "|":
            stack[-1].alternatives += 1
            stack[-1].loose = True
        elif _QUANTIFIER.fullmatch(token):
            ways *= _spread(token)
            stack[-1].loose = True
    return ways


def _spread(quantifier: str) -> int:
    """In how many ways a repetition can be tried."""
    if _EXACT.fullmatch(quantifier):
        return 1
    return 2 if quantifier == "?" else PIECE
