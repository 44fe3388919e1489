"""Opening a zip archive from a stranger: everything is checked before anything is unpacked."""

import io
import stat
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from .refusals import Refused, broken

_MB = 1024 * 1024
MOST_ENTRIES = 2_000
LARGEST_PART = 30 * _MB
LARGEST_WHOLE = 100 * _MB
_SUSPECT_RATIO, _SUSPECT_SIZE = 100, 10 * _MB
_LOCAL_HEADER = 30  # bytes before an entry's name (APPNOTE 4.3.7)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The parts of a checked archive, by name in any case. Raises `Refused` when it is not safe to open."""

    def __init__(self, blob: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(blob))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError):
            raise broken("den är skadad eller ofullständig") from None
        entries = self._zip.infolist()
        _check_names(entries)
        _check_sizes(entries)
        _check_places(entries)
        self._names = {entry.filename.casefold(): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts, in lower case."""
        return frozenset(self._names)

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises `Refused` when it is missing or damaged."""
        try:
            return self._zip.read(self._names[name.casefold()])
        except KeyError:
            raise broken("en del av arbetsboken saknas") from None
        except Exception as error:  # zlib, struct, zipfile and its decryption each raise their own
            raise broken("en del av arbetsboken är skadad") from error


def _check_names(entries: Sequence[zipfile.ZipInfo]) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise Refused("osaker-fil", skal="två delar har samma namn")
    for entry in entries:
        if _is_strange(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused("osaker-fil", skal="en del ligger utanför arbetsboken")
        if entry.filename.casefold().endswith(".zip"):
            raise Refused("osaker-fil", skal="den innehåller ett annat arkiv")
        if entry.flag_bits & 1:
            raise Refused("losenord")


def _is_strange(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _check_sizes(entries: Sequence[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Refused("for-stor-fil", skal=f"den har {len(entries)} delar, högst {MOST_ENTRIES} är tillåtna")
    if any(entry.file_size > LARGEST_PART for entry in entries):
        raise Refused("for-stor-fil", skal="en del av den är större än 30 MB uppackad")
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if unpacked > LARGEST_WHOLE:
        raise Refused("for-stor-fil", skal="den är större än 100 MB uppackad")
    if unpacked > _SUSPECT_SIZE and unpacked > _SUSPECT_RATIO * packed:
        raise Refused("for-stor-fil", skal="den är orimligt hårt packad")


def _check_places(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Entries that share bytes are how a small file unpacks to an enormous one."""
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise broken("den är packad på ett sätt som Excel inte använder")
    for entry, following in pairwise(sorted(entries, key=lambda entry: entry.header_offset)):
        end = entry.header_offset + _LOCAL_HEADER + len(entry.orig_filename.encode()) + entry.compress_size
        if end > following.header_offset:
            raise Refused("osaker-fil", skal="delar av den ligger på samma plats")
