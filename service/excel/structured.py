"""Structured references: ``Budget[Netto]``, ``Budget[[#This Row],[Netto]]``, ``Budget[@Netto]``, …

Grammar: MS-XLSX 2.2.2 and ECMA-376 part 1, 18.17.2.
"""

import re
from dataclasses import dataclass

_WHOLE = re.compile(r"(?P<table>[^\[\]!':]*)\[(?P<inside>.*)\]", re.DOTALL)
_SPECIFIER = re.compile(r"\s*\[((?:[^\[\]']|'.)*)\]\s*([,:]?)", re.DOTALL)
_SPECIAL = re.compile(r"(['#\[\]@])")
ITEMS = {item.casefold(): item for item in ("#This Row", "#Totals", "#Headers", "#Data", "#All")}


@dataclass(frozen=True, slots=True)
class StructuredReference:
    """``table`` is empty for the table the formula stands in; ``first`` and ``last`` are column headings."""

    table: str
    items: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @classmethod
    def parse(cls, text: str) -> "StructuredReference | None":
        """``None`` where the text is no structured reference."""
        match = _WHOLE.fullmatch(text)
        if not match:
            return None
        found = _inside(match["inside"])
        if found is None or len(found[1]) > 2:
            return None
        items, columns = found
        return cls(match["table"], items, columns[0] if columns else None, columns[-1] if columns else None)

    def renamed(self, headings: dict[str, str]) -> "StructuredReference":
        """With columns (casefolded keys) called by their new headings."""

        def new(heading: str | None) -> str | None:
            return heading if heading is None else headings.get(heading.casefold(), heading)

        return StructuredReference(self.table, self.items, new(self.first), new(self.last))

    def __str__(self) -> str:
        parts = [f"[{item}]" for item in self.items]
        if self.first is not None:
            columns = dict.fromkeys((self.first, self.last or self.first))
            parts.append(":".join(f"[{_escaped(heading)}]" for heading in columns))
        inside = ",".join(parts)
        single = len(parts) == 1 and "]:[" not in inside
        return f"{self.table}{inside}" if single else f"{self.table}[{inside}]"


def _inside(text: str) -> tuple[tuple[str, ...], list[str]] | None:
    if text.startswith("@"):
        found = _inside(text[1:])
        return found and ((*found[0], "#This Row"), found[1])
    if text.lstrip().startswith("["):
        return _specifiers(text)
    if text.casefold() in ITEMS:
        return (ITEMS[text.casefold()],), []
    return (), [_unescaped(text)] if text else []


def _specifiers(text: str) -> tuple[tuple[str, ...], list[str]] | None:
    items: list[str] = []
    columns: list[str] = []
    position = 0
    while position < len(text):
        match = _SPECIFIER.match(text, position)
        if not match or bool(match[2]) == (match.end() == len(text)):
            return None
        if match[1].casefold() in ITEMS:
            items.append(ITEMS[match[1].casefold()])
        else:
            columns.append(_unescaped(match[1]))
        position = match.end()
    return tuple(items), columns


def _unescaped(heading: str) -> str:
    return re.sub(r"'(.)", r"\1", heading, flags=re.DOTALL)


def _escaped(heading: str) -> str:
    return _SPECIAL.sub(r"'\1", heading)
