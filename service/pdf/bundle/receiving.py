"""Uploads to a package: each becomes pages, or is told by name why not and goes along as it is."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from ..faults import OfficeFault
from ..office import Limits as OfficeLimits
from ..office import convert
from . import child
from .papers import Remark
from .sniffing import Kind, sniff
from .vetting import vet

_EXPORT = (
    '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportFormFields":{"type":"boolean","value":"false"}}'
)
_FILTERS = {Kind.WORD: "writer", Kind.EXCEL: "calc", Kind.POWERPOINT: "impress"}
_ENDED = "Filen tar för mycket minne eller tid att läsa. Skriv ut den till en ny PDF, eller dela upp den."
_EMPTY = "Filen är tom."
_UNKNOWN = "Filen är varken PDF, Word, Excel, PowerPoint eller bild och kan inte visas som sidor."


@dataclass(frozen=True)
class Limits:
    """How much a single upload may be."""

    pages: int = 2_000
    bytes: int = 300_000_000
    seconds: float = 180


@dataclass(frozen=True)
class Upload:
    """A file as it came."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Received:
    """An upload looked through. Without `pdf` it has no pages, and `refusal` says why; the file is kept as it came."""

    upload: Upload
    kind: Kind
    pdf: bytes | None = field(default=None, repr=False)
    pages: int = 0
    remarks: tuple[Remark, ...] = ()
    refusal: str = ""


def receive(
    uploads: Sequence[Upload], limits: Limits | None = None, office: OfficeLimits | None = None
) -> list[Received]:
    """Each upload as pages, in order, or its refusal; those that LibreOffice must convert share its processes.

    Files are opened in processes of their own that are bounded in memory and time. Nothing that they
    link to is fetched.
    """
    bounds = limits or Limits()
    first = [_first(upload, bounds) for upload in uploads]
    converted = _converted([one for one in first if _waits(one)], office)
    return [_second(one, converted, bounds) for one in first]


def _first(upload: Upload, limits: Limits) -> Received:
    """What can be said before anything is converted."""
    sniffed = sniff(upload.data)
    if not upload.data:
        return Received(upload, Kind.OTHER, refusal=_EMPTY)
    if len(upload.data) > limits.bytes:
        told = f"Filen är större än {limits.bytes // 1_000_000} MB. Dela upp den."
        return Received(upload, sniffed.kind, refusal=told)
    if sniffed.refusal or sniffed.kind is Kind.OTHER:
        return Received(upload, sniffed.kind, refusal=sniffed.refusal or _UNKNOWN)
    if sniffed.kind in (Kind.PDF, Kind.IMAGE):
        return _looked_through(Received(upload, sniffed.kind), upload.data, sniffed.kind, limits)
    return Received(upload, sniffed.kind)


def _waits(one: Received) -> bool:
    return one.pdf is None and not one.refusal


def _converted(
    waiting: Sequence[Received], limits: OfficeLimits | None
) -> dict[int, tuple[bytes | OfficeFault, tuple[str, ...]]]:
    """What LibreOffice makes of files, by the id of what was received, with what there is to tell of each."""
    groups: dict[tuple[Kind, str], list[tuple[int, bytes, tuple[str, ...]]]] = {}
    for one in waiting:
        ending = sniff(one.upload.data).ending
        data, told = vet(one.upload.data, ending)
        groups.setdefault((one.kind, ending), []).append((id(one), data, told))
    found: dict[int, tuple[bytes | OfficeFault, tuple[str, ...]]] = {}
    for (kind, ending), group in groups.items():
        target = f"pdf:{_FILTERS[kind]}_pdf_Export:{_EXPORT}"
        made = convert([data for _, data, _ in group], ending, target, "pdf", limits)
        found |= {key: (pdf, told) for (key, _, told), pdf in zip(group, made, strict=True)}
    return found


def _second(
    one: Received, converted: dict[int, tuple[bytes | OfficeFault, tuple[str, ...]]], limits: Limits
) -> Received:
    if id(one) not in converted:
        return one
    pdf, told = converted[id(one)]
    if isinstance(pdf, OfficeFault):
        return Received(one.upload, one.kind, refusal=f"Filen kunde inte göras om till PDF. {pdf}")
    seen = _looked_through(one, pdf, Kind.PDF, limits)
    remarks = tuple(Remark(one.upload.name, text) for text in told)
    return Received(one.upload, one.kind, seen.pdf, seen.pages, remarks + seen.remarks, seen.refusal)


def _looked_through(one: Received, data: bytes, kind: Kind, limits: Limits) -> Received:
    """The file as the bounded process gives it back."""
    with TemporaryDirectory(prefix="malkedjan-", ignore_cleanup_errors=True) as name:
        source, made = Path(name) / "in", Path(name) / "ut"
        source.write_bytes(data)
        command = [sys.executable, "-P", "-m", child.__name__, str(source), kind.name, str(limits.pages), str(made)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            return Received(one.upload, one.kind, refusal=_ENDED)
        if done.returncode or not done.stdout:
            return Received(one.upload, one.kind, refusal=_ENDED)
        told = json.loads(done.stdout)
        if "refusal" in told:
            return Received(one.upload, one.kind, refusal=told["refusal"])
        remarks = tuple(Remark(one.upload.name, text) for text in told["remarks"])
        return Received(one.upload, one.kind, made.read_bytes(), told["pages"], remarks)
