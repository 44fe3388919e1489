"""Columns of what is chosen: yes or no, one of a list, a code or several."""

import difflib
import re
from typing import Any

from schemas.text import clean

from .column import Column, as_text


class JaNej(Column):
    """Yes or no. Gives `bool`; an empty cell gives `None`."""

    choices = ("ja", "nej")
    _yes = frozenset({"ja", "j", "x", "☒", "sant", "true", "1"})
    _no = frozenset({"nej", "n", "☐", "falskt", "false", "0"})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        word = clean(as_text(value))[0].casefold()
        if word in self._yes:
            return True
        if word in self._no:
            return False
        raise self.fault("inte-ja-nej")

    def restored(self, value: Any) -> bool:
        """The answer that `dump` wrote as a word."""
        return bool(value == "ja")

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else ("ja" if value else "nej")


class Val(Column):
    """One of fixed choices. Gives the choice as it is spelled in the list."""

    def __init__(self, heading: str, help: str = "", *, choices: tuple[str, ...], **rest: Any) -> None:
        super().__init__(heading, help, **rest)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        wanted = clean(as_text(value))[0]
        by_form = {_form(choice): choice for choice in self.choices}
        if _form(wanted) in by_form:
            return by_form[_form(wanted)]
        close = difflib.get_close_matches(_form(wanted), by_form, n=1, cutoff=0.6)
        if close:
            raise self.fault("okant-val-liknar", forslag=by_form[close[0]])
        raise self.fault("okant-val", val=", ".join(self.choices))


class Kod(Column):
    """A code: text with its leading zeros, never a number. Gives `str`.

    `source` names the list it is chosen from (`namnd`, `verksamhet`, `inriktningsmal`, `resultat` …); whether it
    stands there is judged with the plan, not with the cell. A choice shown as `407 Förskola` is read as `407`.
    """

    number_format = "@"

    def __init__(self, heading: str, help: str = "", *, source: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "407", **rest})
        self.load_default = ""
        self.source = source

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = clean(as_text(value))[0]
        return text.split(" ")[0].rstrip(":,;") if self.source else text


class Koder(Kod):
    """Several codes in one cell, separated by comma, semicolon or line break. Gives `tuple[str, ...]`."""

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "440, 441", **rest})
        self.load_default = ()

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:  # type: ignore[override]
        parts = re.split(r"[,;\n]", clean(as_text(value))[0])
        return tuple(dict.fromkeys(part.split()[0] for part in parts if part.strip()))

    def restored(self, value: Any) -> tuple[str, ...]:
        """The codes that `dump` wrote."""
        return tuple(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> list[str]:
        return list(value or ())


def _form(text: str) -> str:
    """The text as two spellings of one choice agree: no case, one kind of dash, single spaces."""
    return " ".join(re.sub("[–—−‑]", "-", text).casefold().split())
