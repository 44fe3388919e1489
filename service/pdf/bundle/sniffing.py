"""What an upload is, told by its bytes and never by its name."""

import io
import zipfile
from dataclasses import dataclass
from enum import Enum

import olefile

_IMAGES = (
    (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"II*\x00", "tif"), (b"MM\x00*", "tif"),
    (b"GIF8", "gif"), (b"BM", "bmp"),
)  # fmt: skip
# Content types of the main part, as in [Content_Types].xml (ECMA-376-1 §15.2), by what stands in them.
_OFFICE = (("wordprocessingml", "docx"), ("spreadsheetml", "xlsx"), ("presentationml", "pptx"))
_ODF = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_OLE = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))
_MOST_ENTRIES, _MOST_BYTES, _MOST_RATIO = 2_000, 200_000_000, 200
_LOCKED = "Filen är låst med lösenord. Ta bort lösenordet och lämna in den igen."
_BOMB = "Filen packas upp till orimligt mycket och tas inte emot."


class Kind(Enum):
    """What an upload is, as far as a package has to do with it."""

    PDF = "PDF"
    WORD = "Word"
    EXCEL = "Excel"
    POWERPOINT = "PowerPoint"
    IMAGE = "bild"
    OTHER = "annat"


_KINDS = {
    "docx": Kind.WORD, "doc": Kind.WORD, "odt": Kind.WORD, "rtf": Kind.WORD,
    "xlsx": Kind.EXCEL, "xls": Kind.EXCEL, "ods": Kind.EXCEL,
    "pptx": Kind.POWERPOINT, "ppt": Kind.POWERPOINT, "odp": Kind.POWERPOINT,
}  # fmt: skip


@dataclass(frozen=True)
class Sniffed:
    """The kind, the ending that belongs to it (empty if unknown), and why it cannot be taken in, if so."""

    kind: Kind
    ending: str = ""
    refusal: str = ""


def sniff(data: bytes) -> Sniffed:
    """What the bytes are."""
    if b"%PDF-" in data[:1024]:
        return Sniffed(Kind.PDF, "pdf")
    image = next((ending for mark, ending in _IMAGES if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        image = "webp"
    if image:
        return Sniffed(Kind.IMAGE, image)
    if data.startswith(b"{\\rtf"):
        return Sniffed(Kind.WORD, "rtf")
    if data.startswith(olefile.MAGIC):
        return _ole(data)
    return _zip(data) if data.startswith(b"PK") else Sniffed(Kind.OTHER)


def _ole(data: bytes) -> Sniffed:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if ole.exists("EncryptedPackage"):
                return Sniffed(Kind.OTHER, refusal=_LOCKED)
            ending = next((ending for stream, ending in _OLE if ole.exists(stream)), "")
    except (OSError, ValueError, IndexError, TypeError):
        ending = ""
    return Sniffed(_KINDS.get(ending, Kind.OTHER), ending)


def _zip(data: bytes) -> Sniffed:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _is_bomb(archive):
                return Sniffed(Kind.OTHER, refusal=_BOMB)
            ending = _packed(archive)
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, RuntimeError, NotImplementedError):
        ending = ""
    return Sniffed(_KINDS.get(ending, Kind.OTHER), ending)


def _is_bomb(archive: zipfile.ZipFile) -> bool:
    entries = archive.infolist()
    size, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    return len(entries) > _MOST_ENTRIES or size > _MOST_BYTES or (size > 20_000_000 and size > _MOST_RATIO * packed)


def _packed(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if "mimetype" in names:
        mime = archive.read("mimetype")[:100].decode("ascii", "replace").strip()
        return _ODF.get(mime.removeprefix("application/vnd.oasis.opendocument."), "")
    if "[Content_Types].xml" not in names:
        return ""
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    return next((ending for mark, ending in _OFFICE if f"{mark}." in types and ".main+xml" in types), "")
