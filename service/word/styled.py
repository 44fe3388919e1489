"""Values a template may print that are more than plain text, and what each becomes in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from . import marks


class Run(Protocol):
    """A stretch of text of one look.

    With a `reference` the run becomes that reference and its text is not printed; `elsewhere` is what to
    print when this document holds no such anchor.
    """

    @property
    def text(self) -> str: ...
    @property
    def bold(self) -> bool: ...
    @property
    def italic(self) -> bool: ...
    @property
    def reference(self) -> str | None: ...
    @property
    def elsewhere(self) -> str | None: ...


class StyledText(Protocol):
    """Text with bold, italics and references: what a template prints by a plain `{{ value }}`."""

    @property
    def runs(self) -> Sequence[Run]: ...


@dataclass(frozen=True)
class Anchor:
    """A text that references may point to by its key."""

    key: str
    text: str

    def __str__(self) -> str:
        return self.text

    def marked(self) -> str:
        key, text = marks.one_line(self.key), marks.one_line(self.text)
        return f"{marks.ANCHOR}{key}{marks.SEPARATOR}{text}{marks.END}" if key and text else text


@dataclass(frozen=True)
class Reference:
    """A reference by key, with what to print when the key is not in the document."""

    key: str
    elsewhere: str | None = None

    def __str__(self) -> str:
        return self.elsewhere or ""

    def marked(self) -> str:
        other = "" if self.elsewhere is None else marks.SEPARATOR + marks.one_line(self.elsewhere)
        return f"{marks.REFERENCE}{marks.one_line(self.key)}{other}{marks.END}"


def marked(text: StyledText) -> str:
    """Styled text as marked text, its list items found across the runs."""
    return marks.items("".join([_run(run) for run in text.runs]))


def _run(run: Run) -> str:
    key = run.reference
    if key is None and not (run.bold or run.italic) and marks.is_ordinary(run.text):
        return run.text
    text = marks.breaks(run.text) if key is None else Reference(key, run.elsewhere).marked()
    if run.italic:
        text = f"{marks.ITALIC_ON}{text}{marks.ITALIC_OFF}"
    return f"{marks.BOLD_ON}{text}{marks.BOLD_OFF}" if run.bold else text
