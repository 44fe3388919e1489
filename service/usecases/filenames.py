"""The names of files that people send in: one line, without folders, short enough for every system they go to."""

import re
from pathlib import PurePath

from schemas.text import clean

LONGEST, LONGEST_BYTES = 200, 240  # characters of the workbooks' column; most file systems take 255 bytes


def plain_file_name(filename: str, otherwise: str = "namnlös") -> str:
    """A file's own name, whatever folder it came with, without control characters; a long one is cut before its ending.

    `otherwise` where nothing is left. A name that has been through it comes out the same.
    """
    one_line = re.sub(r"\s*[\n\t\x85]\s*", " ", clean(filename)[0])
    name = one_line.replace("\\", "/").rpartition("/")[2].strip()
    return _short(name) if name.strip(". ") else otherwise


def _short(name: str) -> str:
    suffix = PurePath(name).suffix if len(PurePath(name).suffix) <= 10 else ""
    stem = name.removesuffix(suffix)[: LONGEST - len(suffix)]
    whole = stem.encode()[: LONGEST_BYTES - len(suffix.encode())].decode(errors="ignore")
    return whole.rstrip() + suffix
