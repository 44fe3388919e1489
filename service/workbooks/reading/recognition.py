"""What a file is when it is not a workbook, so that the person is told what to do with it."""

import io
import re

import olefile

from .archive import Archive
from .refusals import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = "sheet.binary"
_MAIN = re.compile(rb'ContentType="([^"]*(?:main\+xml|sheet\.binary\.macroEnabled\.main))"', re.IGNORECASE)


def opened(blob: bytes, filename: str) -> Archive:
    """The archive of an Excel workbook. Raises `Refused` with what the file is instead."""
    if not blob:
        raise Refused("tom-fil")
    if blob.startswith(_OLE):
        raise _old_office(blob)
    if not blob.startswith(b"PK"):
        raise _not_ours(_plain_kind(blob, filename))
    archive = Archive(blob)
    kind = _package_kind(archive)
    if kind:
        raise _not_ours(kind)
    return archive


def _old_office(blob: bytes) -> Refused:
    """Encrypted workbooks and old ones are both OLE files; their directory tells them apart."""
    try:
        with olefile.OleFileIO(io.BytesIO(blob)) as ole:
            streams = {"/".join(path).casefold() for path in ole.listdir()}
    except Exception:  # olefile raises whatever a damaged directory makes it stumble on
        return Refused("trasig-fil", skal="den är skadad")
    if "encryptedpackage" in streams:
        return Refused("losenord")
    if streams & {"workbook", "book"}:
        return Refused("gammal-excel")
    return _not_ours("ett Word-dokument" if "worddocument" in streams else "ett annat Office-dokument")


def _not_ours(kind: str) -> Refused:
    return Refused("inte-arbetsbok", vad=kind) if kind else Refused("inte-arbetsbok-okand")


def _plain_kind(blob: bytes, filename: str) -> str:
    start = blob[:2000].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if start.startswith(b"%pdf"):
        return "ett PDF-dokument"
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "en webbsida"
    if start.startswith((b"<?xml", b"{\\rtf")):
        return "ett textdokument"
    text = filename.casefold().endswith((".csv", ".txt", ".tsv"))
    looks_so = not re.search(rb"[\x00-\x08\x0e-\x1f]", start) and bool(re.search(rb"[;,\t].*\n", start))
    return "en textfil (CSV)" if text or looks_so else ""


def _package_kind(archive: Archive) -> str:
    """What a zip archive is, when it is not an Excel workbook; nothing when it is one."""
    if "mimetype" in archive and b"opendocument" in archive.read("mimetype")[:200]:
        return "ett dokument i OpenDocument-format (.ods)"
    if any(name.endswith(".iwa") for name in archive.names):
        return "ett dokument från Numbers"
    if "[content_types].xml" not in archive:
        return "ett zip-arkiv"
    types = [found.decode("latin-1").casefold() for found in _MAIN.findall(archive.read("[Content_Types].xml"))]
    if any(_BINARY in type for type in types):
        return "en binär arbetsbok (.xlsb)"
    if any("wordprocessingml" in type or "ms-word" in type for type in types):
        return "ett Word-dokument"
    return "en PowerPoint-presentation" if any("presentationml" in type for type in types) else ""
