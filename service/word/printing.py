"""What a value becomes where it is printed: in text, between runs, between paragraphs, or in an attribute.

Where that is, the template says when it is compiled (see placing); data never decides it.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from html import escape, unescape
from typing import cast

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # both of its forms have it
from markupsafe import escape as escape_any

from . import marks
from .charts import ChartLike, is_chart_type
from .drawn import drawing
from .embedded import Embedded, External, Fragment, Holder
from .environment import ENVIRONMENT, Unprintable, printed
from .limits import SHORT_PRINT, print_out
from .pictures import Picture, from_stream

_RUNS, _BLOCKS = re.compile(r"\s*<w:(?:r|hyperlink)[ >]"), re.compile(r"\s*<w:(?:p|tbl|sdt)[ >]")
_ADDRESS = re.compile(f"{marks.ADDRESS}([^{marks.END}]*){marks.END}")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
# No template can ask for this name.
_KEY = "rendering of the part"


class Place(Enum):
    """Where a value is printed."""

    TEXT = "text"
    RUNS = "runs"
    BLOCKS = "blocks"
    WORDS = "words"


@dataclass
class Rendering:
    """One part on its way: what its values brought, and whether all they printed is known to be sound."""

    holder: Holder
    prepare: Callable[[Fragment], Fragment]
    fragments: list[Fragment]
    is_proved: bool = True
    reasons: list[str] = field(default_factory=list)

    def context(self) -> dict[str, object]:
        """What the part's context must hold besides the data."""
        return {_KEY: self}

    def hold(self, fragment: Fragment) -> Markup:
        """The mark of what a value brings; others' XML is checked with the document."""
        self.is_proved = self.is_proved and fragment.is_sound
        self.fragments.append(fragment if fragment.is_sound else self.prepare(fragment))
        return Markup(f"{marks.LEAD}{marks.EMBEDDED}{len(self.fragments) - 1}{marks.END}")

    def addressed(self, xml: str) -> str:
        """Foreign XML with its links' addresses replaced by relationship ids."""
        return _ADDRESS.sub(lambda found: self.holder.relate(External(unescape(found[1]))), xml)


@dataclass(frozen=True)
class _Placed:
    """A value that is not printed in text, and where it is."""

    value: object
    place: Place


def link_id(url: str) -> str:
    """What docxtpl's `RichText(..., url_id=…)` takes for a link to this address."""
    return f"{marks.ADDRESS}{escape(marks.one_line(url))}{marks.END}"


def placed(place: Place) -> str:
    """The name of the filter that says where a value is printed; no template can write it."""
    return f"printed in {place.value}"


def escaped(value: object) -> str:
    """A printed value as XML; what is Markup is XML already. Jinja's own would make each text a Markup first."""
    return _escape_inner(value) if type(value) is str else escape_any(value)


@pass_context
def finalized(context: Context, value: object) -> object:
    """What Jinja puts into the text for `{{ value }}` (its `finalize`), not yet escaped unless it is Markup."""
    if type(value) is str:
        if len(value) > SHORT_PRINT:
            print_out(len(value))
        return value if marks.is_ordinary(value) else marks.led(cast(str, printed(value)))
    rendering = cast(Rendering, context.parent[_KEY])
    if isinstance(value, _Placed):
        return _PLACES[value.place](rendering, value.value)
    return _in_text(rendering, value)


def _in_text(rendering: Rendering, value: object) -> object:
    fragment = _fragment(rendering, value)
    if fragment is not None:
        return rendering.hold(fragment)
    shown = printed(value)
    if isinstance(shown, Markup) and ("<" in shown or _ENTITY.search(shown)):
        rendering.is_proved = False
    return _led(shown)


def _led(shown: object) -> object:
    return Markup(marks.led(shown)) if isinstance(shown, Markup) else marks.led(cast(str, shown))


def _between_runs(rendering: Rendering, value: object) -> object:
    fragment = _fragment(rendering, value)
    shown = printed(value) if fragment is None else rendering.hold(fragment)
    if isinstance(shown, Markup) and "<" in shown:
        rendering.is_proved = False
        return shown
    words = _led(shown) if isinstance(shown, Markup) else escape(marks.led(str(shown)))
    return Markup(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>') if words else Markup("")


def _between_paragraphs(rendering: Rendering, value: object) -> object:
    fragment = _fragment(rendering, value)
    if fragment is not None:
        return Markup(f"<w:p><w:r><w:t>{rendering.hold(fragment)}</w:t></w:r></w:p>")
    # Words can stand in a paragraph alone: the check of the document says so.
    rendering.is_proved = False
    shown = printed(value)
    return shown if isinstance(shown, Markup) else marks.literal(str(shown))


def _as_words(rendering: Rendering, value: object) -> object:
    if _fragment(rendering, value) is not None:
        raise Unprintable(
            "ett värde med egna delar (en bild, ett diagram) kan inte stå i ett attribut eller en fältkod"
        )
    shown = marks.literal(str(printed(value)))
    return Markup(shown) if isinstance(value, Markup) else shown


_PLACES: dict[Place, Callable[[Rendering, object], object]] = {
    Place.TEXT: _in_text,
    Place.RUNS: _between_runs,
    Place.BLOCKS: _between_paragraphs,
    Place.WORDS: _as_words,
}


def _fragment(rendering: Rendering, value: object) -> Fragment | None:
    """What a value that is more than words brings; None for words."""
    if _is_words(cast(Hashable, type(value))):
        return None
    if hasattr(value, "embed"):
        return cast(Embedded, value).embed(rendering.holder)
    if is_chart_type(type(value)):
        return drawing(cast(ChartLike, value)).embed(rendering.holder)
    if hasattr(value, "image_descriptor"):
        return _docxtpl_picture(value).embed(rendering.holder)
    if hasattr(value, "subdocx"):
        raise Unprintable("docxtpl:s subdoc hör till en annan fil; använd Subdocument(filens byte)")
    xml = str(cast(_Xml, value).__html__())
    if _RUNS.match(xml) or _BLOCKS.match(xml):
        return Fragment(str(printed(_Xml(rendering.addressed(xml)))), block=_BLOCKS.match(xml) is not None)
    return None


@cache
def _is_words(kind: type) -> bool:
    """Whether values of a type are words, with whatever look, and nothing else."""
    brings = any(hasattr(kind, name) for name in ("embed", "__html__", "image_descriptor")) or is_chart_type(kind)
    return kind is Markup or not brings


@dataclass(frozen=True)
class _Xml:
    xml: str

    def __html__(self) -> str:
        return self.xml


def _docxtpl_picture(image: object) -> Picture:
    """The picture that docxtpl's InlineImage means."""
    blob = from_stream(image.image_descriptor)  # type: ignore[attr-defined]
    width, height, link = (getattr(image, name, None) for name in ("width", "height", "anchor"))
    return Picture(blob, width, height, link=link)


for _place in Place:
    ENVIRONMENT.filters[placed(_place)] = (lambda place: lambda value: _Placed(value, place))(_place)
ENVIRONMENT.finalize = finalized
