"""Two versions of a document become one with Word's own tracked changes (ECMA-376 part 1 §17.13.5)."""

from .comparison import compare, tracked
from .plain import Tally

__all__ = ["Tally", "compare", "tracked"]
