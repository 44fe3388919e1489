"""Figures from elsewhere: the economy system's files (SIE, Excel, CSV) and Kolada's answers, as values.

Nothing is dropped in silence: what is not read, or falls outside the period, is told with its amounts.
"""

from .kolada import KPI, KoladaReading, KoladaValue, missing, read_kolada
from .kolada_client import KoladaClient, KoladaFault
from .reading import read_source
from .values import KRONOR, MOST_TOLD, TKR, SourceReading, Wanted, counted, listed, notice, refusal, warning

__all__ = [
    "KPI", "KRONOR", "MOST_TOLD", "TKR", "KoladaClient", "KoladaFault", "KoladaReading", "KoladaValue",
    "SourceReading", "Wanted", "counted", "listed", "missing", "notice", "read_kolada", "read_source",
    "refusal", "warning",
]  # fmt: skip
