"""The Word engine: fills a template (docxtpl's tag language) and finishes it as Word itself would.

It knows nothing of what the documents say; styled text reaches it as runs.
"""

from .check import check
from .compare import Tally, compare, tracked
from .embedded import Embedded, External, Fragment, Holder, NewPart
from .faults import PackageFault, TemplateFault
from .links import Link
from .outline import titles
from .pages import Pages
from .pictures import Picture
from .printing import link_id
from .properties import DocumentProperties
from .reading import visible_paragraphs
from .rendering import fields_used, render
from .replacements import ReplacedFile, ReplacedPart, ReplacedPicture, replaced
from .styled import Run, StyledText
from .subdocuments import Subdocument

__all__ = [
    "DocumentProperties",
    "Embedded",
    "External",
    "Fragment",
    "Holder",
    "Link",
    "NewPart",
    "PackageFault",
    "Pages",
    "Picture",
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
    "render",
    "replaced",
    "titles",
    "tracked",
    "visible_paragraphs",
]
