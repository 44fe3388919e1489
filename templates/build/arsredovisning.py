"""The template of the municipality's årsredovisning: what the year became."""

from .kommunrapport import joint_paper
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    return joint_paper("Årsredovisning", during=False)
