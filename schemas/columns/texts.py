"""Columns of text: plain, and with what Excel can show of bold, italics and lists."""

from typing import Any

from schemas.text import Run, StyledText, clean, clean_styled, styled

from .column import Column, as_text


class Text(Column):
    """Plain text on one or more lines. Gives `str`; an empty cell gives `""`."""

    number_format = "@"

    def __init__(self, heading: str, help: str = "", *, longest: int = 500, lines: int = 1, **rest: Any) -> None:
        super().__init__(heading, help, **rest)
        self.load_default = ""
        self.longest = longest
        self.lines = lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return self.measured(clean(as_text(value))[0])

    def measured(self, text: str) -> str:
        """The text, when it is not too long."""
        if len(text) > self.longest:
            raise self.fault("for-lang", langd=str(len(text)), mest=str(self.longest))
        return text


class Prosa(Text):
    """Text whose bold, italics, line breaks and list lines are kept. Gives `StyledText`."""

    def __init__(self, heading: str, help: str = "", *, longest: int = 8000, lines: int = 4, **rest: Any) -> None:
        super().__init__(heading, help, longest=longest, lines=lines, **rest)
        self.load_default = StyledText()

    def restored(self, value: Any) -> StyledText:
        """Runs as `dump` wrote them."""
        return StyledText(tuple(Run(text, "b" in style, "i" in style) for text, style in value))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> StyledText:  # type: ignore[override]
        text = clean_styled(value if isinstance(value, StyledText) else styled(as_text(value)))[0]
        self.measured(str(text))
        return text

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        if not isinstance(value, StyledText):
            return value
        return [[run.text, "b" * run.bold + "i" * run.italic] for run in value.runs]
