"""The mandatperiod of the goals: four years, counted from the first day that the settings name."""

from datetime import date

TERM = 4  # years between ordinary elections, and the life of an inriktningsmål


def first_year(start: date | None, ar: int) -> int:
    """The first year of the term in which a plan year falls; `ar` itself where the settings name no first day."""
    if start is None:
        return ar
    return start.year + max(0, ar - start.year) // TERM * TERM


def last_election(election: int | None, ar: int) -> int | None:
    """The newest ordinary election before a plan year, counted on from an earlier one."""
    return election + max(0, ar - 1 - election) // TERM * TERM if election is not None else None


def begins(start: date | None, ar: int) -> bool:
    """Whether the plan year is the first of a term, in which goals are decided anew."""
    return start is not None and first_year(start, ar) == ar
