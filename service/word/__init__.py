"""The Word engine: fills a template (docxtpl's tag language) and finishes it as Word itself would.

It knows nothing of what the documents say; styled text reaches it as runs.
"""

from .check import check
from .compare import Tally, compare, tracked
from .embedded import Embedded, External, Fragment, Holder, NewPart
from .faults import PackageFault, TemplateFault
from .links import Link
from .lint import Linted, Remark, lint
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
