"""Files that are written whole or not at all."""

import os
from pathlib import Path
from threading import get_ident


def write_whole(path: Path, content: bytes) -> None:
    """Put the content at `path`, in place of what stood there; a reader meets the old file or the new, never half.

    Raises `OSError`, which names `path`.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device takes it as it comes; a folder refuses
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        beside.unlink(missing_ok=True)
