"""Reading a file from the economy system, whichever kind it is."""

from .export import read_export
from .sie import is_sie, read_sie
from .values import SourceReading, Wanted


def read_source(blob: bytes, filename: str, wanted: Wanted) -> SourceReading:
    """The amounts of a SIE file, or of an export in Excel or CSV. Never raises for what a file holds."""
    return read_sie(blob, wanted) if is_sie(blob) else read_export(blob, filename, wanted)
