"""The headings of a finished document with the numbers Word will print before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from .numbering import Numbering
from .ooxml import TEXT_BOX, Element, P, visible_text
from .styles import Styles


@dataclass(frozen=True)
class Heading:
    """A paragraph with an outline level, 1..9; `number` is empty where it has none."""

    paragraph: Element
    level: int
    number: str

    @property
    def text(self) -> str:
        """The heading's words as they stand now."""
        return visible_text(self.paragraph)


def headings(root: Element, styles: Styles, numbering: Numbering) -> Iterator[Heading]:
    """The headings of a document, in order; those in text boxes are no part of Word's outline."""
    for paragraph in root.iter(P):
        if next(paragraph.iterancestors(TEXT_BOX), None) is not None:
            continue
        # Every numbered paragraph counts, heading or not: they may share a list definition.
        number = numbering.next(paragraph)
        level = styles.level(paragraph)
        if level is not None:
            yield Heading(paragraph, level, number)
