"""From an error in a template to its place: the tags are run alone, a line each, until the same error comes.

Only a template that fails pays for it; what renders well never comes here.
"""

import re
from collections.abc import Mapping

from jinja2 import Template

from .environment import ENVIRONMENT, UnknownName
from .faults import TemplateFault
from .limits import TooMuch, bound, bounded
from .linting.blocks import Skeleton, skeleton, tags_of
from .linting.expressions import parsed
from .linting.levels import misplaced
from .linting.tags import Tag, scan
from .ooxml import parse
from .places import Place, error_line, nearest
from .whereabouts import Whereabouts
from .written import UNCOMPILED, Written

_TAG = re.compile(r"\{[{%#]")
_REASONS = (
    (RecursionError, "ett makro anropar sig självt utan slut"),
    (ZeroDivisionError, "det går inte att dela med noll"),
    (ArithmeticError, "talet går inte att räkna ut"),
)
_OPERANDS = re.compile(
    r"(?:unsupported operand type\(s\) for|can only concatenate|'.+' not supported between) ?([^:]*)"
)


def compile_fault(written: Written, error: BaseException) -> TemplateFault:
    """The fault of a part that cannot be compiled: the first of those that lint would tell of."""
    places = _places(written)
    scanned = scan(places.root, places)
    made = skeleton(scanned.tags)
    found = [*scanned.remarks, *made.remarks, *(remark for tag in scanned.tags for remark in misplaced(tag))]
    if found:
        return TemplateFault(_sentence(found[0].what, found[0].todo), found[0].place, found[0].nearest)
    deep = isinstance(error, SyntaxError | RecursionError | MemoryError)
    what = "för många märken i varandra" if deep else f"märket går inte att förstå ({error})"
    return TemplateFault(what, Place(written.part))


def run_fault(written: Written, error: BaseException, source: str, context: Mapping[str, object]) -> TemplateFault:
    """The fault of a part, compiled from `source`, that could not be filled from `context`."""
    tag = _tag(written, error, source, context)
    place = tag.place if tag else Place(written.part)
    if isinstance(error, UnknownName) and error.name is not None:
        dotted = re.search(rf"[\w.]*\.{re.escape(error.name)}\b", tag.written if tag else "")
        name = dotted.group(0) if dotted else error.name
        return TemplateFault(f"fältet {name} finns inte", place, _nearest(error, error.name, context))
    return TemplateFault(reason(error), place)


def _tag(written: Written, error: BaseException, source: str, context: Mapping[str, object]) -> Tag | None:
    """The tag at which an error came."""
    places = _places(written)
    made = skeleton(scan(places.root, places).tags)
    if isinstance(error, TooMuch):
        return _by_counting(made, source, error_line(error))
    return _by_running(made, error, context)


def _places(written: Written) -> Whereabouts:
    return Whereabouts(written.part, parse(written.xml, written.part), written.styles)


def _by_counting(made: Skeleton, source: str, line: int | None) -> Tag | None:
    """The last tag of a line of source; what took too long is not run again."""
    if line is None:
        return None
    before = _TAG.findall("\n".join(source.split("\n")[:line]))
    return made.tags[min(len(before), len(made.tags)) - 1] if before and made.tags else None


def _by_running(made: Skeleton, error: BaseException, context: Mapping[str, object]) -> Tag | None:
    """The tag at which the same error comes when nothing but the tags is run."""
    try:
        tree = parsed(made.source)
        bound(tree)
        template = Template.from_code(ENVIRONMENT, ENVIRONMENT.compile(tree), ENVIRONMENT.globals)
        with bounded():
            for _ in template.root_render_func(template.new_context(dict(context))):
                pass
    except (*UNCOMPILED, TemplateFault) as same:
        line = error_line(same)
        return tags_of(made, line) if line is not None and type(same) is type(error) else None
    return None


def _sentence(what: str, todo: str) -> str:
    return f"{what}. {todo}".removesuffix(". ") if todo else what


def reason(error: BaseException) -> str:
    """Why a template could not be filled, in Swedish as far as the words are ours or well known."""
    if isinstance(error, UnknownName):
        return "villkoret är inte uppfyllt och märket säger inte vad som då ska stå (lägg till else '')"
    for kind, words in _REASONS:
        if isinstance(error, kind):
            return words
    found = _OPERANDS.match(str(error))
    if found:
        sign = found.group(1) or found.group(2) or "+"
        return f"det går inte att använda {sign} här: värdena är av olika slag"
    return str(error) or type(error).__name__


def _nearest(error: UnknownName, name: str, context: Mapping[str, object]) -> str | None:
    if error.owner is None:
        return nearest(name, [known for known in (*context, *ENVIRONMENT.globals) if known.isidentifier()])
    known = error.owner if isinstance(error.owner, Mapping) else dir(error.owner)
    return nearest(name, [str(field) for field in known if not str(field).startswith("_")])
