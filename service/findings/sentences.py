"""The one way from a finding to Swedish: the tables of sentences, and the printers that use them."""

from dataclasses import dataclass

from .values import Finding


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what to do about it. Holes `{name}` are filled from the finding's details."""

    what: str
    do: str = ""


_tables: dict[str, Sentence] = {}


def register(table: dict[str, Sentence]) -> None:
    """Add a table of sentences. Raises `ValueError` when a code stands there already."""
    taken = _tables.keys() & table.keys()
    if taken:
        raise ValueError(f"codes with two sentences: {', '.join(sorted(taken))}")
    _tables.update(table)


def known_codes() -> frozenset[str]:
    """Every code that has a sentence."""
    return frozenset(_tables)


def what(finding: Finding) -> str:
    """What is wrong, one or two sentences. Raises `KeyError` for a code without a sentence."""
    return _fill(_tables[finding.code].what, finding)


def todo(finding: Finding) -> str:
    """What to do about it; empty when there is nothing to do."""
    return _fill(_tables[finding.code].do, finding)


def where(finding: Finding) -> str:
    """The place in words: `Blad 'Detaljbudget' cell E14`, `Blad 'Vision'`, `Rad 14` of a text file, or nothing."""
    if finding.place is None:
        return ""
    if not finding.place.sheet:
        return finding.place.cell[:1].upper() + finding.place.cell[1:]
    cell = f" cell {finding.place.cell}" if finding.place.cell else ""
    return f"Blad '{finding.place.sheet}'{cell}"


def line(finding: Finding) -> str:
    """The finding on one line: place, what stands there, what is wrong, what to do, and the section of the regler."""
    found = f"där står ”{shorten(finding.found)}”. " if finding.found else ""
    source = f" (regler {finding.paragraph})" if finding.paragraph else ""
    body = f"{found}{what(finding)} {todo(finding)}".strip() + source
    place = where(finding)
    return f"{place}: {body}" if place else body


def as_json(finding: Finding) -> dict[str, object]:
    """The same as `line`, in parts, for programs."""
    return {
        "kod": finding.code,
        "niva": finding.level.value,
        "grind": finding.gate.value,
        "stoppar": finding.refuses,
        "blad": (finding.place.sheet or None) if finding.place else None,
        "cell": (finding.place.cell or None) if finding.place else None,
        "star": finding.found,
        "fel": what(finding),
        "atgard": todo(finding),
        "regler": list(finding.rules),
        "paragraf": finding.paragraph or None,
    }


def shorten(text: str, longest: int = 80) -> str:
    """The text on one line, cut with an ellipsis when longer than `longest` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _fill(template: str, finding: Finding) -> str:
    return template.format_map({**finding.details, "found": shorten(finding.found)})
