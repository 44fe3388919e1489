"""Zip files read and written so that what has not changed is never unpacked, packed or even looked at again.

Only what a Word package needs of the format (APPNOTE.TXT 4.3): stored and deflated entries, no disks, no zip64.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_LEVEL = 6
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8 = 20, 0x800
# 1980-01-01 00:00, the first moment the format knows: the bytes depend on the parts alone.
_TIME, _DATE = 0, 33
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class Entry:
    """A file as it lies in an archive: its compressed bytes, and what the archive says of them."""

    method: int
    crc: int
    size: int
    packed: bytes

    @cached_property
    def blob(self) -> bytes:
        """The file itself."""
        return self.packed if self.method == zipfile.ZIP_STORED else zlib.decompress(self.packed, -zlib.MAX_WBITS)


def packed(blob: bytes) -> Entry:
    """A file made ready for an archive."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(zipfile.ZIP_DEFLATED, zlib.crc32(blob), len(blob), deflate.compress(blob) + deflate.flush())


def read(archive: bytes, largest: int) -> dict[str, Entry]:
    """The entries of an archive by name, their sums checked.

    Raises zipfile.BadZipFile for a damaged archive, ValueError for one that unpacks to more than `largest` bytes.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        infos = [info for info in opened.infolist() if not info.is_dir()]
        if sum(info.file_size for info in infos) > largest:
            raise ValueError("för stor uppackad")
        # Reading through zipfile checks each sum once; from then on the packed bytes are trusted.
        return {info.filename: _entry(archive, info, opened.read(info)) for info in infos}


def _entry(archive: bytes, info: zipfile.ZipInfo, blob: bytes) -> Entry:
    if info.compress_type not in _METHODS:
        return packed(blob)
    name, extra = struct.unpack_from("<2H", archive, info.header_offset + 26)
    start = info.header_offset + _LOCAL.size + name + extra
    entry = Entry(info.compress_type, info.CRC, info.file_size, archive[start : start + info.compress_size])
    entry.__dict__["blob"] = blob
    return entry


def write(entries: Iterable[tuple[str, Entry]]) -> bytes:
    """An archive of these entries in this order, with nothing in it that depends on the day or the machine."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = count = 0
    for name, entry in entries:
        path = name.encode()
        common = (_UTF8, entry.method, _TIME, _DATE, entry.crc, len(entry.packed), entry.size, len(path))
        pieces += (_LOCAL.pack(b"PK\3\4", _VERSION, *common, 0), path, entry.packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, 0, 0, at), path)
        at += _LOCAL.size + len(path) + len(entry.packed)
        count += 1
    size = sum(map(len, directory))
    return b"".join((*pieces, *directory, _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)))
