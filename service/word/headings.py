"""The headings of a finished document with the numbers Word will print before them."""

from dataclasses import dataclass

from .holes import Span


@dataclass(frozen=True)
class Heading:
    """A paragraph with an outline level, 1..9; `number` is empty where it has none."""

    content: Span
    level: int
    number: str

    @property
    def text(self) -> str:
        """The heading's words as they stand now."""
        return self.content.words
