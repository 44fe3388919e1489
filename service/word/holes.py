"""Places in a document under way that can only be filled once all of it is known: references, contents, bookmarks."""

from dataclasses import dataclass, field

from . import marks
from .fields import words_of


@dataclass
class Holes:
    """What stands in each hole, by its number; empty until something is put there."""

    filled: list[str] = field(default_factory=list)
    settled: int = 0

    def new(self) -> int:
        """The number of a new hole."""
        self.filled.append("")
        return len(self.filled) - 1

    def mark(self, number: int) -> str:
        """What holds the place."""
        return f"{marks.HOLE}{number}{marks.END}"

    def span(self, xml: str, *, is_settled: bool = True) -> "Span":
        """A stretch of a document with a hole on either side, where bookmarks can be put round it.

        One that is not settled holds references, whose words are not known yet.
        """
        return Span(self, xml, self.new(), self.new(), is_settled)

    def fill(self, xml: str) -> str:
        """The text with every hole filled, as far as is known now."""
        if marks.HOLE not in xml:
            return xml
        first, *rest = xml.split(marks.HOLE)
        pieces = [first]
        for piece in rest:
            number, _, after = piece.partition(marks.END)
            pieces += (self.fill(self.filled[int(number)]), after)
        return "".join(pieces)


@dataclass(eq=False)
class Span:
    """A stretch of a document that may yet be bookmarked."""

    holes: Holes
    inside: str
    before: int
    after: int
    is_settled: bool = True
    _words: tuple[int, str] | None = None

    def __str__(self) -> str:
        return f"{self.holes.mark(self.before)}{self.inside}{self.holes.mark(self.after)}"

    def wrap(self, start: str, end: str) -> None:
        """Put a bookmark round it, and round those it has."""
        self.holes.filled[self.before] = start + self.holes.filled[self.before]
        self.holes.filled[self.after] += end

    @property
    def words(self) -> str:
        """What a reader sees of it, as far as is known now (`Holes.settled` says when more is)."""
        if self._words is None or (self._words[0] != self.holes.settled and not self.is_settled):
            self._words = (self.holes.settled, words_of(self.holes.fill(self.inside)))
        return self._words[1]
