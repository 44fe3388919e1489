"""Batches: many documents made at once, on this machine's processes or a cluster's, the same either way.

A worker needs neither database nor files: it is sent a context, now and then a template, and sends bytes back. Knows
neither plans nor orders; the use case says what is to be made and keeps what comes of it.
"""

from .bilder import wheel_for, with_pictures
from .crews import Crew, Inline, Processes, crew_for
from .faults import ClusterFault
from .making import Product, Recipe, render
from .running import Done, Failed, Job, completed

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
    "render",
    "wheel_for",
    "with_pictures",
]
