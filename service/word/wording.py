"""What `{{ value }}` and `a ~ b` put into the text: marked text, never Python's own words for a value."""

from collections.abc import Sequence

from jinja2 import TemplateError, pass_context
from jinja2.runtime import Context, markup_join
from markupsafe import Markup

from . import marks
from .limits import LONGEST, fits, flat, print_out
from .styled import Anchor, Reference, marked


class Unprintable(TemplateError):
    """A value that must not reach the paper: none at all, or far too long."""


def printed(value: object) -> object:
    """What `{{ value }}` puts into the text (Jinja's `finalize`): marked text, not yet escaped.

    Raises Unprintable for more than a million characters, and for what has no words: None, lists, floats;
    TooMuch when the document grows too large.
    """
    if isinstance(value, Markup):
        # Jinja's own: a macro's or block's output, finalised already; counted, or doubling it would never end.
        print_out(len(value))
        return value
    if isinstance(value, str):
        return _capped(marks.plain(value) if len(value) <= LONGEST else value)
    if isinstance(value, (Anchor, Reference)):
        return _capped(value.marked())
    if hasattr(value, "__html__"):
        return _foreign(value.__html__())
    if hasattr(value, "runs"):
        return _capped(marked(value))
    return _capped(marks.plain(str(worded(value))))


def worded(value: object) -> object:
    """The value if it has words of its own; `None`, `True` and `[1, 2]` are Python's, not a paper's.

    Raises Unprintable.
    """
    if isinstance(value, str):
        return value
    if value is None:
        raise Unprintable("värdet är tomt (None); skriv {{ värde or '' }} om det får saknas")
    has_words = type(value).__str__ is not object.__str__ or isinstance(value, int)
    if isinstance(value, bool | float) or not has_words:
        raise Unprintable(f"värdet är ingen text och inget exakt tal ({type(value).__name__})")
    return value


@pass_context
def join(_: Context, pieces: Sequence[object]) -> str:
    """`a ~ b`, checked before it is made. Raises Unprintable, TooMuch."""
    for piece in pieces:
        flat(worded(piece))
    fits(sum(len(piece) for piece in pieces if isinstance(piece, str)))
    text = markup_join(pieces)
    fits(len(text))
    return text


def _capped(text: str) -> str:
    if len(text) > LONGEST:
        raise Unprintable(f"värdet är längre än {LONGEST} tecken")
    print_out(len(text))
    return text


def _foreign(xml: str) -> Markup:
    """WordprocessingML made by docxtpl's RichText or Listing: breaks, tabs and pages in its text become marks."""
    return Markup(marks.lines(_capped(xml)))
