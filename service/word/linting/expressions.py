"""A single tag taken by itself: is it written so that it can be understood, and are its filters there?"""

import re
from collections.abc import Iterator

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from ..environment import ENVIRONMENT
from ..places import nearest
from .remarks import Remark
from .tags import Tag

_ODD_QUOTES = re.compile("[«»„‟‚‛´`″‹›]")
# What Jinja says of a tag, and the same in Swedish.
_WORDS = (
    (r"expected token 'end of .+', got '?(.+?)'?", "”{0}” står där märket borde ta slut"),
    (r"expected token 'in', got .*", "i en slinga ska det stå in: {{% for rad in rader %}}"),
    (r"expected token '(.+)', got 'end of (?:print statement|statement block)'", "det saknas ”{0}” före märkets slut"),
    (r"expected token '(.+)', got '(.+)'", "här väntades ”{0}” men det står ”{1}”"),
    (r"Expected an expression, got 'end of (?:print statement|statement block)'", "det saknas ett fält eller värde"),
    (r"unexpected 'end of .+'", "det saknas ett fält eller värde"),
    (r"unexpected '.+', expected '(.+)'", "det saknas ”{0}”"),
    (r"unexpected '(.+)'", "”{0}” står på fel plats"),
    (r"unexpected char '(.+)' at \d+", "tecknet {0} får inte stå här"),
    (r"unexpected end of template.*", "det saknas något i slutet"),
    (r"can't assign to .*", "det går inte att ge det ett värde"),
    (r"unexpected token.*", "något står på fel plats"),
)  # fmt: skip


def parsed(source: str) -> nodes.Template:
    """A piece of template as a tree. Raises TemplateSyntaxError for all that cannot be one."""
    try:
        return ENVIRONMENT.parse(source)
    except TemplateSyntaxError:
        raise
    except RecursionError as error:
        raise TemplateSyntaxError("för många parenteser eller nivåer i varandra", 1) from error
    except (TemplateError, ValueError, OverflowError, MemoryError) as error:
        raise TemplateSyntaxError("talet är för stort", 1) from error


def check(tag: Tag, source: str) -> Iterator[Remark]:
    """Remarks on a tag; `source` is the tag made whole (`{% if x %}{% endif %}`)."""
    try:
        tree = parsed(source)
    except TemplateSyntaxError as error:
        yield _syntax(tag, error)
        return
    for kind, known in (("filter", ENVIRONMENT.filters), ("test", ENVIRONMENT.tests)):
        found = tree.find_all(nodes.Filter if kind == "filter" else nodes.Test)
        for name in dict.fromkeys(str(node.name) for node in found):
            if name not in known:
                near = nearest(name, sorted(filter(str.isidentifier, known)))
                yield Remark(f"unknown_{kind}", tag.place, tag.written, near, {"namn": name})


def _syntax(tag: Tag, error: TemplateSyntaxError) -> Remark:
    quote = _ODD_QUOTES.search(tag.body)
    if quote:
        return Remark("quotes", tag.place, tag.written, details={"tecken": quote.group(0)})
    return Remark("syntax", tag.place, tag.written, details={"fel": swedish(error.message or "")})


def swedish(message: str) -> str:
    """What Jinja says of a tag, in Swedish; as it is where nobody has put it into Swedish."""
    for pattern, words in _WORDS:
        if found := re.fullmatch(pattern, message):
            return words.format(*found.groups())
    return message
