"""Captions: `Tabell: Driftbudget` in a paragraph styled "caption" becomes a numbered one (§17.16.5.56)."""

import re
from dataclasses import dataclass, field

from . import marks
from .fields import field as complex_field
from .fields import text_run
from .ooxml import PPR, Element, P, T, make, visible_text, w
from .styles import Styles

BETWEEN = ". "
LABELS = re.compile(r"(?:{%[^%]*%}|\s)*(Tabell|Diagram|Figur):[ \u00a0]+")
_DRAWING = w("drawing")


@dataclass
class Caption:
    """One caption of the finished document; `number_runs` are the field, what a reference points to."""

    label: str
    number: int
    paragraph: Element
    number_runs: list[Element]

    @property
    def text(self) -> str:
        """The words after label and number."""
        return visible_text(self.paragraph).removeprefix(f"{self.label} {self.number}{BETWEEN}".strip()).strip()

    @property
    def key(self) -> str:
        """The key by which a reference finds it."""
        return f"{self.label} {self.text}"


@dataclass
class Captions:
    """Numbers captions as they come, one sequence for each label."""

    found: list[Caption] = field(default_factory=list)

    def begin(self, label: str, paragraph: Element, rpr: Element | None) -> list[Element]:
        """The runs `Tabell 4. ` of the next caption of that label."""
        number = 1 + sum(1 for caption in self.found if caption.label == label)
        runs = complex_field(f"SEQ {label} \\* ARABIC", str(number), rpr)
        self.found.append(Caption(label, number, paragraph, runs))
        return [text_run(f"{label} ", rpr), *runs, text_run(BETWEEN, rpr)]


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


def keep_with_next(caption: Caption, styles: Styles) -> None:
    """Hold a caption together with what follows, unless it stands below its picture."""
    before = caption.paragraph.getprevious()
    below = before is not None and next(before.iter(_DRAWING), None) is not None and before.tag == P
    if below or styles.keeps_with_next(caption.paragraph):
        return
    ppr = caption.paragraph.find(PPR)
    if ppr is None:
        ppr = make("pPr")
        caption.paragraph.insert(0, ppr)
    for old in ppr.findall(w("keepNext")):
        ppr.remove(old)
    ppr.insert(1 if ppr.find(w("pStyle")) is not None else 0, make("keepNext"))
