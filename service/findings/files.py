"""Sentences for the first two gates: the file as a whole, then its sheets and columns."""

from .sentences import Sentence, register

FILES: dict[str, Sentence] = {}

register(FILES)
