"""Batches: many documents made at once, on this machine's processes or a cluster's, the same either way.

A worker needs neither database nor files: it is sent a context, now and then a template, and sends bytes back. Knows
neither plans nor orders; the use case says what is to be made and keeps what comes of it.
"""

from typing import TYPE_CHECKING, Any

from .crews import Crew, Inline, Processes, crew_for, get_ready
from .faults import ClusterFault
from .recipes import Product, Recipe
from .running import Done, Failed, Job, completed

if TYPE_CHECKING:
    from .bilder import wheel_for, with_pictures
    from .making import render

__all__ = [
    "ClusterFault",
    "Crew",
    "Done",
    "Failed",
    "Inline",
    "Job",
    "Processes",
    "Product",
    "Recipe",
    "completed",
    "crew_for",
    "get_ready",
    "render",
    "wheel_for",
    "with_pictures",
]


def __getattr__(name: str) -> Any:
    """What needs the engines is loaded when it is asked for: a batch's caller does without them."""
    if name == "render":
        from .making import render

        return render
    if name in ("wheel_for", "with_pictures"):
        from . import bilder

        return getattr(bilder, name)
    raise AttributeError(name)
