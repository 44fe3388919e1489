"""What names a document: the content that made it, and a mark of the parts of a finished file."""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from service.engine import ENGINE

_NAME = re.compile(rb"mk-[0-9a-f]{24}")
_LARGEST = 300_000_000


def content_name(template: bytes, context: Any, properties: Mapping[str, Any]) -> str:
    """The document's name: the same for the same engine, template, context and properties, on any day and machine.

    It stands in the file's properties, so that a file is known again after it has been changed in Word or Excel.
    """
    digest = hashlib.sha256()
    for part in (ENGINE, hashlib.sha256(template).hexdigest(), repr(context), repr(sorted(properties.items()))):
        digest.update(f"{len(part)}:{part}".encode())
    return f"mk-{digest.hexdigest()[:24]}"


def fingerprint(content: bytes) -> str:
    """A hash over the parts of an Office file, unpacked: the same when a file is only packed anew.

    Raises `ValueError` for what is no such file, or would unpack to more than 300 MB.
    """
    digest = hashlib.sha256()
    for name, part in sorted(_parts(content).items()):
        digest.update(f"{name}\0{hashlib.sha256(part).hexdigest()}\n".encode())
    return digest.hexdigest()


def name_in(content: bytes) -> str:
    """The name that a file's properties carry; empty where there is none. Raises `ValueError` as `fingerprint`."""
    found = (_NAME.search(part) for name, part in _parts(content).items() if name.startswith("docProps/"))
    return next((match[0].decode() for match in found if match), "")


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise ValueError("too large")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise ValueError("no Office file") from error
