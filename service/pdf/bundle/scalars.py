"""Single values of a PDF as Python values: in a file from outside any of them may be of any kind, or missing."""


def number(given: object, otherwise: float) -> float:
    """A number, or what stands in for it."""
    try:
        return float(given)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return otherwise


def integer(given: object) -> int | None:
    """A whole number, or None."""
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def is_true(given: object) -> bool:
    """Whether it is the boolean true."""
    return given is True
