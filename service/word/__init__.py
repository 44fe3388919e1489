"""The Word engine: fills a template (docxtpl's tag language) and finishes it as Word itself would.

It knows nothing of what the documents say; styled text reaches it as runs.
"""

from .check import check
from .faults import PackageFault, TemplateFault
from .lint import Linted, Remark, lint
from .outline import titles
from .places import Place
from .properties import DocumentProperties
from .rendering import fields_used, render
from .styled import Run, StyledText

__all__ = [
    "DocumentProperties",
    "Linted",
    "PackageFault",
    "Place",
    "Remark",
    "Run",
    "StyledText",
    "TemplateFault",
    "check",
    "fields_used",
    "lint",
    "render",
    "titles",
]
