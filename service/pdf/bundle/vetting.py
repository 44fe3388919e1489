"""Office files before LibreOffice opens them: what would reach out to the net is taken away, what shows is told."""

import io
import re
import zipfile

_OUTWARD = re.compile(
    rb"<(?:\w+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*?(/>|>\s*</(?:\w+:)?Relationship>)"
)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_CHANGES = re.compile(rb"<w:(ins|del|moveFrom|moveTo)\b")
_PACKED = ("docx", "xlsx", "pptx")


def vet(data: bytes, ending: str) -> tuple[bytes, tuple[str, ...]]:
    """The file as LibreOffice gets it, and what there is to tell of it."""
    if ending not in _PACKED:
        return data, ()
    told: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return data, ()
    if any(name.endswith("vbaProject.bin") for name in parts):
        told.append("Filen har makron. De körs inte.")
    if _CHANGES.search(parts.get("word/document.xml", b"")):
        told.append("Filen har spårade ändringar, som syns på sidorna. Godkänn eller avvisa dem om de inte ska synas.")
    inward = {name: _inward(part) if name.endswith(".rels") else part for name, part in parts.items()}
    if inward == parts:
        return data, tuple(told)
    told.append("Bilder eller mallar som länkas från annan plats hämtas inte. Bädda in dem i filen om de ska synas.")
    return _packed(inward), tuple(told)


def _inward(relationships: bytes) -> bytes:
    """The relationships without those that LibreOffice would fetch; a link to be clicked stays."""
    return _OUTWARD.sub(lambda found: found[0] if _HYPERLINK.search(found[0]) else b"", relationships)


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
