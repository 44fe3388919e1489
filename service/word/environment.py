"""The template language: Jinja in a sandbox, strict about names, bounded in all it may build."""

from collections.abc import Callable
from functools import partial

from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from .access import PlainAccess
from .checkboxes import kryssruta
from .drawn import DRAWN
from .filters import FILTERS
from .guards import allowed, filters, guarded, tests
from .limits import FILTER, FLAT, JOIN, LONGEST, STEP, compared, count, flat, operate, spend
from .styled import Anchor, Reference
from .wording import Unprintable, join, printed

__all__ = ["ENVIRONMENT", "LONGEST", "UnknownName", "Unprintable", "printed"]


class UnknownName(UndefinedError):
    """A template asked for a name that is not there; `name` is None for a condition without else."""

    def __init__(self, owner: object, name: object, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = None if owner is missing else owner
        self.name = None if name is None else str(name)


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
    """The sandbox, also against sums and calls that would fill the machine."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "**":
            raise SecurityError("potenser får inte räknas i en mall")
        return operate(operator, left, right)

    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:
        spend(FILTER)
        for argument in (getattr(__obj, "__self__", None), *args, *kwargs.values()):
            flat(argument)
        return super().call(__context, __obj, *args, **kwargs)

    def getitem(self, obj: object, argument: object) -> object:
        return super().getitem(obj, flat(argument))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return super().is_safe_attribute(obj, attr, value) and allowed(obj, attr, value)

    def wrap_str_format(self, value: object) -> None:
        """None: `format` is refused like every other method that builds text."""
        return None

    def unsafe_undefined(self, obj: object, attribute: str) -> _Missing:
        return _Missing(f"{attribute} får inte användas i en mall", obj, attribute, SecurityError)


def _escaped(value: object) -> Markup:
    return value if isinstance(value, Markup) else escape(printed(value))


def _environment() -> _Environment:
    environment = _Environment(autoescape=True, undefined=_Missing, finalize=printed)
    own = {name: guarded(name, made) for name, made in FILTERS.items()}
    inner = {STEP: count, JOIN: join, FLAT: compared}
    environment.filters.clear()
    environment.filters.update({**filters(), **own, **DRAWN, "e": _escaped, "escape": _escaped, **inner})
    environment.tests.update(tests())
    for name in ("lipsum", "dict", "cycler"):
        del environment.globals[name]
    environment.globals.update(anchor=Anchor, ref=Reference, kryssruta=kryssruta)
    return environment


ENVIRONMENT = _environment()
