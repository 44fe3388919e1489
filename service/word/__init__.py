"""The Word engine: fills a template (docxtpl's tag language) and finishes it as Word itself would.

It knows nothing of what the documents say; styled text reaches it as runs.
"""

from .check import check
from .compare import Tally, compare, tracked
from .faults import PackageFault, TemplateFault
from .outline import titles
from .pages import Pages
from .properties import DocumentProperties
from .reading import visible_paragraphs
from .rendering import fields_used, render
from .styled import Run, StyledText

__all__ = [
    "DocumentProperties",
    "PackageFault",
    "Pages",
    "Run",
    "StyledText",
    "Tally",
    "TemplateFault",
    "check",
    "compare",
    "fields_used",
    "render",
    "titles",
    "tracked",
    "visible_paragraphs",
]
