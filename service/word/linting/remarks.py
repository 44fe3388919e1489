"""What lint has to say, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..places import Place, shortened
from .sentences import NOTES, SENTENCES

_HINT_IS_ENOUGH = frozenset({"unknown_field", "unknown_command", "unknown_function", "unknown_reference"})


@dataclass(frozen=True)
class Remark:
    """One thing about a template: a code of `SENTENCES`, its place, what stands there, the nearest known name."""

    code: str
    place: Place
    found: str = ""
    nearest: str | None = None
    details: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_fault(self) -> bool:
        """Whether the template must be changed; else it is a note."""
        return self.code not in NOTES

    @property
    def _words(self) -> dict[str, str]:
        return {"hittat": shortened(self.found), **self.details}

    @property
    def what(self) -> str:
        """What is wrong, in Swedish."""
        return SENTENCES[self.code][0].format(**self._words)

    @property
    def todo(self) -> str:
        """What to do about it, empty where there is nothing general to say."""
        return SENTENCES[self.code][1].format(**self._words)

    @property
    def advice(self) -> str:
        """What to do about it; the nearest known name first, where there is one."""
        hint = f"Menades {self.nearest}?" if self.nearest else ""
        todo = "" if hint and self.code in _HINT_IS_ENOUGH else self.todo
        return " ".join(part for part in (hint, todo) if part)

    def __str__(self) -> str:
        place = str(self.place)
        sentence = f"{place}: {self.what}." if place else f"{self.what[:1].upper()}{self.what[1:]}."
        return f"{sentence} {self.advice}".rstrip()
