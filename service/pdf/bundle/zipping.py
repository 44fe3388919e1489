"""The papers as files in a zip, under names that stand in the order of the meeting wherever they are unpacked."""

import re
import shutil
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_LONGEST = 80
_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say: files have no time of their own here


@dataclass(frozen=True)
class File:
    """A file for the zip: its numbers (ärende, bilaga), title, ending and content."""

    numbers: tuple[int, ...]
    title: str
    ending: str
    data: bytes | Path = field(repr=False)


def pack(files: Sequence[File], to: Path) -> tuple[str, ...]:
    """Write the zip; the names it has in it, in order. The same files give the same bytes."""
    names = file_names(files)
    with zipfile.ZipFile(to, "w") as archive:
        for name, file in zip(names, files, strict=True):
            info = zipfile.ZipInfo(name, _TIME)
            info.external_attr, info.create_system, info.compress_type = 0o644 << 16, 3, zipfile.ZIP_DEFLATED
            if isinstance(file.data, bytes):
                archive.writestr(info, file.data)
                continue
            with file.data.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 1 << 20)
    return names


def file_names(files: Sequence[File]) -> tuple[str, ...]:
    """A name for each file: numbers of equal length, then the title; no two alike, and none that a system refuses."""
    depth = max((len(file.numbers) for file in files), default=0)
    digits = [max(2, *(len(str(f.numbers[n])) for f in files if n < len(f.numbers))) for n in range(depth)]
    taken: set[str] = set()
    names = []
    for file in files:
        number = "-".join(f"{value:0{digits[n]}}" for n, value in enumerate(file.numbers))
        name = _free(
            f"{number} {_safe(file.title)}".strip(), _safe(file.ending).casefold() if file.ending else "", taken
        )
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _free(stem: str, ending: str, taken: set[str]) -> str:
    dot = f".{ending}" if ending else ""
    name, n = f"{stem}{dot}", 2
    while name.casefold() in taken:
        name, n = f"{stem} ({n}){dot}", n + 1
    return name


def _safe(title: str) -> str:
    """The title as it can stand in a file name on every system."""
    composed = unicodedata.normalize("NFC", title)
    seen = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in composed)
    clean = " ".join(_FORBIDDEN.sub("-", seen).split()).strip(". ")
    return clean[:_LONGEST].rstrip(". ") or "namnlös"
