"""A fault as a value: what was found, where it stands, and how grave it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is (three levels, in falling order)."""

    FEL = "fel"  # the plan is kept as utkast and cannot be handed in
    VARNING = "varning"  # must be acknowledged at hand-in
    UPPLYSNING = "upplysning"  # is shown


class Gate(StrEnum):
    """The gate at which a finding was made; faults of a later gate are not shown before an earlier is passed."""

    FIL = "fil"
    BLAD = "blad"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a workbook: the sheet's title and a cell (`E14`), range, or nothing for the sheet as a whole.
    In a text file, which has no sheets, `cell` is the line (`rad 14`)."""

    sheet: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, warning or piece of information.

    `code` leads to its sentence in `sentences`; `details` fills the sentence's holes. `rules` holds the ids of the
    catalogue and `paragraph` the section of the regler, where the finding comes from a steering rule.
    `refuses` is true for what cannot be read: such an upload is not stored at all.
    """

    code: str
    level: Level
    place: Place | None = None
    found: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    gate: Gate = Gate.CELL
    refuses: bool = False
    rules: tuple[str, ...] = ()
    paragraph: str = ""


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in reading order: refusing ones, fel, varningar, upplysningar; stable within each."""
    order = {Level.FEL: 0, Level.VARNING: 1, Level.UPPLYSNING: 2}
    return sorted(findings, key=lambda finding: (not finding.refuses, order[finding.level]))


def has_fel(findings: Iterable[Finding]) -> bool:
    """Whether any finding keeps the plan from being handed in."""
    return any(finding.level is Level.FEL for finding in findings)


def refuses(findings: Iterable[Finding]) -> bool:
    """Whether any finding refuses the upload as a whole."""
    return any(finding.refuses for finding in findings)
