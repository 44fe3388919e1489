"""Jinja's own filters and methods, each bounded: none may print, build or walk more than a paper holds."""

from collections.abc import Callable, Iterable, Sized
from decimal import Decimal
from functools import wraps
from typing import Any

from jinja2.filters import FILTERS as JINJA
from jinja2.sandbox import SandboxedEnvironment

from .limits import FILTER, LARGEST_EXPONENT, TooMuch, fits, flat, spend
from .wording import worded

# Filters that would pass data on as markup, print something else each time, or reach past the sandbox.
_UNSAFE = frozenset({"safe", "forceescape", "xmlattr", "urlize", "tojson", "random", "pprint", "attr", "format"})
_TEXT_METHODS = frozenset(
    {
        "upper", "lower", "title", "capitalize", "casefold", "swapcase", "strip", "lstrip", "rstrip", "split", "rsplit",
        "splitlines", "partition", "rpartition", "startswith", "endswith", "removeprefix", "removesuffix", "find",
        "rfind", "index", "rindex", "count", "isdigit", "isnumeric", "isdecimal", "isalpha", "isalnum", "isupper",
        "islower", "isspace", "istitle",
    }
)  # fmt: skip
_OTHER_METHODS = frozenset(
    {"isoformat", "weekday", "isoweekday", "items", "keys", "values", "get", "index", "count", "is_integer"}
)
# Filters that look at no more than one member of what they are given.
_AT_ONCE = frozenset({"length", "count", "first", "last", "default", "d", "is defined", "is undefined", "is none"})
# What others cost in steps for each member or letter, over what looking through it costs.
_COSTS = {
    **dict.fromkeys(("map", "select", "reject", "selectattr", "rejectattr"), 12),
    **dict.fromkeys(("sort", "unique", "groupby", "dictsort"), 4),
    **dict.fromkeys(("min", "max", "sum", "join", "list", "title"), 1),
    **dict.fromkeys(("wordcount", "striptags", "wordwrap", "truncate", "urlencode"), 0.5),
}
_MOST_PLACES = 30
_WIDEST = 10_000


def allowed(owner: object, name: str, value: object) -> bool:
    """Whether a template may reach this attribute of a plain value: no method that builds text or numbers."""
    if not callable(value):
        return True
    if isinstance(owner, str):
        return name in _TEXT_METHODS
    plain = type(owner).__module__ in ("builtins", "decimal", "datetime")
    return not plain or name in _OTHER_METHODS


def filters() -> dict[str, Callable[..., Any]]:
    """Jinja's filters less the unsafe ones, each with its bounds."""
    return {name: guarded(name, own) for name, own in JINJA.items() if name not in _UNSAFE}


def tests() -> dict[str, Callable[..., Any]]:
    """Jinja's tests; those that compare look first at what they compare."""
    found = SandboxedEnvironment().tests
    return {name: guarded(f"is {name}", own) for name, own in found.items()}


def guarded(name: str, own: Any) -> Callable[..., Any]:
    """The filter, refusing what would grow too large before it is made. Raises TooMuch."""
    check = _CHECKS.get(name)
    # Filters that Jinja hands its context or environment get that first, then the value.
    skipped = 1 if hasattr(own, "jinja_pass_arg") else 0

    cost = _COSTS.get(name, 0)

    @wraps(own)
    def run(*given: Any, **named: Any) -> Any:
        spend(FILTER)
        if name in _AT_ONCE:
            return own(*given, **named)
        for value in (*given[skipped:], *named.values()):
            flat(value)
        if check is None and not cost:
            return own(*given, **named)
        value = given[skipped]
        if cost:
            value = value if isinstance(value, Sized) else list(value)
            spend(int(cost * len(value)))
        if check is not None:
            value = check(value, *given[skipped + 1 :], **named)
        return own(*given[:skipped], value, *given[skipped + 1 :], **named)

    return run


def _center(value: Any, width: int = 80) -> Any:
    fits(width)
    return worded(value)


def _indent(value: Any, width: int | str = 4, *rest: Any, **named: Any) -> Any:
    step = width if isinstance(width, int) else len(width)
    fits(len(value) + (value.count("\n") + 1) * step)
    return value


def _replace(value: Any, old: Any, new: Any, *rest: Any, **named: Any) -> Any:
    text = str(worded(value))
    fits(len(text) + text.count(str(old)) * len(str(new)))
    return value


def _join(value: Iterable[Any], d: Any = "", attribute: Any = None) -> Any:
    pieces = list(value)
    spend(len(pieces) // 16)
    if attribute is None:
        for piece in pieces:
            worded(piece)
    fits(sum(len(piece) for piece in pieces if isinstance(piece, str)) + len(str(d)) * len(pieces))
    return pieces


def _batch(value: Iterable[Any], count: int = 0, *rest: Any, **named: Any) -> Any:
    given = (count, *named.values())
    if rest or "fill_with" in named or any(not isinstance(n, int) or n > _WIDEST for n in given):
        raise TooMuch("en lista delas i högst 10 000 delar, och utan utfyllnad")
    return value


def _round(value: Any, precision: int = 0, *rest: Any, **named: Any) -> Any:
    if not isinstance(precision, int) or abs(precision) > _MOST_PLACES:
        raise TooMuch(f"ett tal avrundas till högst {_MOST_PLACES} decimaler")
    return _digits(value)


def _sum(value: Iterable[Any], attribute: Any = None, start: Any = 0) -> Any:
    if not isinstance(start, int):
        raise TooMuch("sum räknar ihop tal")
    return value


def _wrapped(value: Any, width: Any = 79, break_long: Any = True, wrapstring: Any = "", *rest: Any) -> Any:
    fits(len(str(worded(value))) * (10 + len(str(wrapstring))))
    return value


def _padded(value: Any, *rest: Any, **named: Any) -> Any:
    for argument in (*rest, *named.values()):
        fits(argument if isinstance(argument, int) else len(str(argument)))
    return worded(value)


def _digits(value: Any, *rest: Any, **named: Any) -> Any:
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) > LARGEST_EXPONENT:
        raise TooMuch("talet är för stort")
    return value


def _text(value: Any, *rest: Any, **named: Any) -> Any:
    return worded(value)


_CHECKS: dict[str, Callable[..., Any]] = {
    "center": _center, "indent": _indent, "replace": _replace, "join": _join, "batch": _batch, "slice": _batch,
    "round": _round, "sum": _sum, "wordwrap": _wrapped, "truncate": _padded, "int": _digits, "float": _digits,
    **dict.fromkeys(("string", "upper", "lower", "title", "capitalize", "trim", "striptags", "wordcount"), _text),
}  # fmt: skip
