"""Columns of what names something elsewhere: a pattern of codes, a key figure, a §; and the row's own id."""

import re
from typing import Any

from schemas.codepatterns import BadCodePattern, parse_pattern
from schemas.text import clean

from .column import Column, as_text
from .texts import Text


class Kodmonster(Text):
    """A pattern for codes of the economy system (`44*`, `30-39`, `4401, 4403`). Gives `str`."""

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "30-39", "width": 16, **rest})

    def measured(self, text: str) -> str:
        """The text, when it is a pattern."""
        try:
            parse_pattern(super().measured(text))
        except BadCodePattern as error:
            raise self.fault("inte-kodmonster", del_=str(error)) from None
        return text


class KoladaId(Text):
    """The id of a key figure in Kolada: a letter and five digits. Gives `str`, the letter in upper case."""

    def __init__(self, heading: str = "Kolada-id", help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "N00945", "width": 11, **rest})

    def measured(self, text: str) -> str:
        """The id as Kolada writes it."""
        if text and not re.fullmatch(r"[A-Za-z]\d{5}", text):
            raise self.fault("inte-kolada-id")
        return text.upper()


class Paragraf(Column):
    """The number of a § in minutes. Gives `int`; `§ 92` and `92` are read alike."""

    number_format = "0"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        match = re.fullmatch(r"(?:§\s*)?(\d{1,4})", clean(as_text(value))[0])
        if not match or int(match[1]) == 0:
            raise self.fault("inte-paragraf")
        return int(match[1])


class Id(Column):
    """The permanent, hidden id of a row. Gives `str`."""

    def __init__(self) -> None:
        super().__init__("Id", hidden=True, locked=True)
        self.load_default = ""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return clean(as_text(value))[0]
