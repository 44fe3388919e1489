"""The template language: Jinja in a sandbox, strict about names, printing values as marked text."""

from collections.abc import Callable, Sequence
from functools import partial

from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.utils import missing
from markupsafe import Markup, escape

from . import marks
from .access import PlainAccess
from .checkboxes import kryssruta
from .drawn import DRAWN
from .filters import FILTERS
from .styled import Anchor, Reference, marked

LONGEST = 1_000_000
# Filters that would let a template pass data on as markup, or that print something else each time.
_UNSAFE_FILTERS = ("safe", "forceescape", "xmlattr", "urlize", "tojson", "random", "pprint")


class UnknownName(UndefinedError):
    """A template asked for a name that is not there."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = None if owner is missing else owner
        self.name = str(name)


class Unprintable(TemplateError):
    """A value that must not reach the paper: none at all, or far too long."""


class _Missing(StrictUndefined):
    """Fails wherever it is used, and remembers what was asked of what."""

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateError] = UndefinedError,
    ) -> None:
        raised: Callable[..., TemplateError] = partial(UnknownName, obj, name) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]  # called, never caught by class


class _Environment(PlainAccess):
    """The sandbox, also against sums that would fill the machine."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "**":
            raise SecurityError("potenser får inte räknas i en mall")
        for text, times in ((left, right), (right, left)):
            if isinstance(text, Sequence) and isinstance(times, int) and len(text) * times > LONGEST:
                raise SecurityError("upprepningen är för lång")
        return left * right  # type: ignore[operator]  # Jinja's own semantics: TypeError if they do not fit


def printed(value: object) -> object:
    """What `{{ value }}` puts into the text (Jinja's `finalize`): marked text, not yet escaped.

    Raises Unprintable for more than a million characters, and for what has no words: None, lists, floats.
    """
    if isinstance(value, Markup):
        return value  # Jinja's own: a macro's or block's output, finalised already
    if isinstance(value, str):
        return _capped(marks.plain(value) if len(value) <= LONGEST else value)
    if isinstance(value, Anchor | Reference):
        return _capped(value.marked())
    if hasattr(value, "__html__"):
        return _foreign(value.__html__())
    if hasattr(value, "runs"):
        return _capped(marked(value))
    return _capped(marks.plain(str(_worded(value))))


def _worded(value: object) -> object:
    """The value if it has words of its own; `None`, `True` and `[1, 2]` are Python's, not a paper's."""
    if value is None:
        raise Unprintable("värdet är tomt (None); skriv {{ värde or '' }} om det får saknas")
    has_words = type(value).__str__ is not object.__str__ or isinstance(value, int)
    if isinstance(value, bool | float) or not has_words:
        raise Unprintable(f"värdet är ingen text och inget exakt tal ({type(value).__name__})")
    return value


def _capped(text: str) -> str:
    if len(text) > LONGEST:
        raise Unprintable(f"värdet är längre än {LONGEST} tecken")
    return text


def _foreign(xml: str) -> Markup:
    """WordprocessingML made by docxtpl's RichText or Listing: breaks, tabs and pages in its text become marks."""
    return Markup(marks.lines(_capped(xml)))


def _escaped(value: object) -> Markup:
    return value if isinstance(value, Markup) else escape(printed(value))


def _environment() -> _Environment:
    environment = _Environment(autoescape=True, undefined=_Missing, finalize=printed)
    environment.filters.update(FILTERS | DRAWN, e=_escaped, escape=_escaped)
    for name in _UNSAFE_FILTERS:
        del environment.filters[name]
    del environment.globals["lipsum"]
    environment.globals.update(anchor=Anchor, ref=Reference, kryssruta=kryssruta)
    return environment


ENVIRONMENT = _environment()
