"""The template of the municipality's delårsrapport: the period, and what the year is expected to become."""

from .kommunrapport import joint_paper
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    return joint_paper("Delårsrapport", during=True)
