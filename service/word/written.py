"""A part of a template as its author wrote it, and what of it can go wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateError

from .faults import TemplateFault
from .styles import Styles

FAILURES = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError, RecursionError,
)  # fmt: skip
"""What goes wrong in a template when it runs: its own errors, and those of the values it works on."""
UNCOMPILED = (*FAILURES, SyntaxError, MemoryError)
"""What goes wrong when it is compiled: also what Python will not take (blocks more than twenty deep)."""


@dataclass(frozen=True)
class Written:
    """A part before its tags were lifted out of their paragraphs and rows. Only for a fault is it gone through."""

    part: str
    xml: str
    styles: Styles

    def compile_fault(self, error: BaseException) -> TemplateFault:
        """The fault of a part that cannot be compiled."""
        from .locating import compile_fault

        return compile_fault(self, error)

    def run_fault(self, error: BaseException, source: str, context: Mapping[str, object]) -> TemplateFault:
        """The fault of a part, compiled from `source`, that could not be filled from `context`."""
        from .locating import run_fault

        return run_fault(self, error, source, context)
