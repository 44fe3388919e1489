"""What a meeting's secretary reckons by hand elsewhere: §§ through the year, and what a later dispatch changes."""

from .changes import Change, changes_since
from .paragraphs import NoRoom, next_paragraphs

__all__ = ["Change", "NoRoom", "changes_since", "next_paragraphs"]
