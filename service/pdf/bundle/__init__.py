"""Papers joined to one PDF: contents with links, an outline, stamps, page numbers and tags that hold for the whole.

Uploads become pages first (`receive`), papers become a package (`join`), a package becomes parts (`split`), and files a
zip (`pack`). It knows PDFs and uploads, and nothing of meetings.
"""

from .joining import join
from .notices import notice
from .papers import Bundle, BundleFault, Look, Paper, Place, Remark
from .receiving import Limits, Received, Upload, receive
from .sniffing import Kind, sniff
from .splitting import split
from .zipping import File, file_names, pack

__all__ = [
    "Bundle",
    "BundleFault",
    "File",
    "Kind",
    "Limits",
    "Look",
    "Paper",
    "Place",
    "Received",
    "Remark",
    "Upload",
    "file_names",
    "join",
    "notice",
    "pack",
    "receive",
    "sniff",
    "split",
]
