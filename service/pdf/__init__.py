"""LibreOffice for layout and PDF: on which page things stand, and files to keep and to read aloud.

It knows Word files and nothing of what they say.
"""

from .archive import departures
from .faults import OfficeFault
from .layout import Layout, Render, Settled, lay_out, settle
from .office import Limits, is_available, version
from .pages import PageMap
from .pictures import can_picture, page_heights, picture
from .source import likeness

__all__ = [
    "Layout",
    "Limits",
    "OfficeFault",
    "PageMap",
    "Render",
    "Settled",
    "can_picture",
    "departures",
    "is_available",
    "lay_out",
    "likeness",
    "page_heights",
    "picture",
    "settle",
    "version",
]
