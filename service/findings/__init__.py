"""Findings: a fault as a value, and the one table from code to Swedish sentence."""

from . import files, reading, sources, steering
from .sentences import Sentence, as_json, known_codes, line, register, shorten, todo, what, where
from .values import Finding, Gate, Level, Place, has_fel, refuses, worst_first

__all__ = [
    "Finding", "Gate", "Level", "Place", "Sentence", "as_json", "files", "has_fel", "known_codes", "line", "reading",
    "refuses", "register", "shorten", "sources", "steering", "todo", "what", "where", "worst_first",
]  # fmt: skip
