"""Captions: `Tabell: Driftbudget` in a paragraph styled "caption" becomes a numbered one (§17.16.5.56)."""

import re
from collections import Counter
from dataclasses import dataclass, field

from . import marks
from .fields import field as complex_field
from .fields import text_run
from .holes import Holes, Span
from .ooxml import Element, P, T
from .styles import Styles

BETWEEN = ". "
LABELS = re.compile(r"(?:{%[^%]*%}|\s)*(Tabell|Diagram|Figur):[ \u00a0]+")


@dataclass
class Caption:
    """One caption of the finished document; `field` is its number, what a reference points to."""

    label: str
    number: int
    field: Span
    content: Span | None = None

    @property
    def line(self) -> str:
        """All of the caption as it is read."""
        return "" if self.content is None else self.content.words

    @property
    def text(self) -> str:
        """The words after label and number."""
        return self.line.removeprefix(f"{self.label} {self.number}{BETWEEN}".strip()).strip()

    @property
    def key(self) -> str:
        """The key by which a reference finds it."""
        return f"{self.label} {self.text}"


@dataclass
class Captions:
    """Numbers captions as they come, one sequence for each label."""

    holes: Holes
    found: list[Caption] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)

    def begin(self, label: str, look: str) -> str:
        """The runs `Tabell 4. ` of the next caption of that label."""
        self.numbers[label] += 1
        number = self.numbers[label]
        span = self.holes.span(complex_field(f"SEQ {label} \\* ARABIC", str(number), look))
        self.found.append(Caption(label, number, span))
        return f"{text_run(f'{label} ', look)}{span}{text_run(BETWEEN, look)}"


def is_marked(paragraph: Element) -> bool:
    """Whether a paragraph has its label's mark."""
    return any(marks.LABEL in (text.text or "") for text in paragraph.iter(T))


def mark(paragraph: Element, styles: Styles) -> None:
    """Replace a caption's written label by its mark, in the template, where no data can pass for it."""
    if styles.name_of(paragraph) != "caption":
        return
    texts = [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]
    whole = "".join(t.text or "" for t in texts)
    found = LABELS.match(whole)
    if found is None:
        return
    start, end = found.start(1), found.end()
    at = 0
    for text in texts:
        words = text.text or ""
        inside = [c for i, c in enumerate(words, at) if not start <= i < end]
        if at <= start < at + len(words):
            inside.insert(start - at, f"{marks.LABEL}{found.group(1)}{marks.END}")
        text.text = "".join(inside)
        at += len(words)
