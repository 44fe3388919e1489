"""A choice from one of the municipality's own word lists, such as the words for how far a result has been met."""

from typing import Any

from .columns import Kod, as_text
from .text import clean


class Listval(Kod):
    """One of the words of a list in the settings, whole. Gives `str` as it is spelled there; an empty cell gives `""`.

    `source` names the list (`bedomning`, `aktivitetsstatus`); whether the word stands there is judged with the plan.
    """

    def __init__(self, heading: str, help: str = "", *, source: str, **rest: Any) -> None:
        super().__init__(heading, help, source=source, **{"example": "", "width": 24, **rest})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return " ".join(clean(as_text(value))[0].split())
