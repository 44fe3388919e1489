"""The Word engine: fills a template (docxtpl's tag language) and finishes it as Word itself would.

It knows nothing of what the documents say; styled text reaches it as runs.
"""

from typing import TYPE_CHECKING, Any

from .check import check
from .embedded import Embedded, External, Fragment, Holder, NewPart
from .faults import PackageFault, TemplateFault
from .links import Link
from .outline import titles
from .pages import Pages
from .pictures import Picture
from .places import Place
from .printing import link_id
from .properties import DocumentProperties
from .reading import visible_paragraphs
from .rendering import fields_used, render
from .replacements import ReplacedFile, ReplacedPart, ReplacedPicture, replaced
from .styled import Run, StyledText
from .subdocuments import Subdocument

if TYPE_CHECKING:
    from .comparing import Tally, compare, tracked
    from .linting import Linted, Remark, lint

__all__ = [
    "DocumentProperties",
    "Embedded",
    "External",
    "Fragment",
    "Holder",
    "Link",
    "Linted",
    "NewPart",
    "PackageFault",
    "Pages",
    "Picture",
    "Place",
    "Remark",
    "ReplacedFile",
    "ReplacedPart",
    "ReplacedPicture",
    "Run",
    "StyledText",
    "Subdocument",
    "Tally",
    "TemplateFault",
    "check",
    "compare",
    "fields_used",
    "link_id",
    "lint",
    "render",
    "replaced",
    "titles",
    "tracked",
    "visible_paragraphs",
]


def __getattr__(name: str) -> Any:
    """What no document needs for being made is loaded when it is asked for."""
    if name in ("Linted", "Remark", "lint"):
        from . import linting

        return getattr(linting, name)
    if name in ("Tally", "compare", "tracked"):
        from . import comparing

        return getattr(comparing, name)
    raise AttributeError(name)
