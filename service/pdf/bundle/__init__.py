"""Papers joined to one PDF: contents with links, an outline, stamps, page numbers and tags that hold for the whole.

It knows PDFs and uploads, and nothing of meetings.
"""

from .joining import join
from .papers import Bundle, BundleFault, Look, Paper, Place, Remark

__all__ = ["Bundle", "BundleFault", "Look", "Paper", "Place", "Remark", "join"]
