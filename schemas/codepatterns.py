"""Patterns for codes in the economy system: `4401`, `44*`, `30-39`, and several of them with commas between."""

import re
from dataclasses import dataclass

_RANGE = re.compile(r"(\w+)\s*(?:[-–]|\.\.)\s*(\w+)")
_PREFIX = re.compile(r"(\w+)\*+")
_EXACT = re.compile(r"\w+")


class BadCodePattern(ValueError):
    """The text is no pattern. The message is the part that cannot be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """One part of a pattern: codes whose beginning lies from `low` to `high`, or that are `low` itself."""

    low: str
    high: str
    exact: bool = False

    def matches(self, code: str) -> bool:
        """Whether the code is one of those meant."""
        if self.exact:
            return code == self.low
        return len(code) >= len(self.low) and self.low <= code[: len(self.low)] <= self.high

    def within(self, other: "Span") -> bool:
        """Whether every code meant is meant by the other too."""
        if other.exact:
            return self == other
        length = len(other.low)
        if len(self.low) < length:
            return False
        return other.low <= self.low[:length] and self.high[:length] <= other.high


EVERYTHING = Span("", "")  # every code, and where there is none


@dataclass(frozen=True, slots=True)
class CodePattern:
    """A whole pattern. An empty one matches everything, the absence of a code too."""

    spans: tuple[Span, ...] = (EVERYTHING,)

    def span_of(self, code: str) -> Span | None:
        """The narrowest part that means the code; None when none does."""
        found = [span for span in self.spans if span.matches(code.casefold())]
        return next((one for one in found if all(one.within(other) for other in found)), found[0]) if found else None


def parse_pattern(text: str) -> CodePattern:
    """The pattern in a text. A range goes by the codes' beginning: `30-39` holds 3011. Raises `BadCodePattern`."""
    parts = [part.strip().casefold() for part in re.split(r"[,;\n]", text)]
    return CodePattern(tuple(_span(part) for part in parts if part) or (EVERYTHING,))


def _span(part: str) -> Span:
    if match := _RANGE.fullmatch(part):
        if len(match[1]) != len(match[2]) or match[1] > match[2]:
            raise BadCodePattern(part)
        return Span(match[1], match[2])
    if match := _PREFIX.fullmatch(part):
        return Span(match[1], match[1])
    if _EXACT.fullmatch(part):
        return Span(part, part, exact=True)
    raise BadCodePattern(part)
