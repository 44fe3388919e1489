"""The key that signs what browsers carry: made once, kept in the data directory, readable by its owner alone."""

import os
import secrets
from pathlib import Path

FILENAME = "webb-nyckel"


def session_key(data: Path) -> bytes:
    """The key, made when it is not there. Raises `OSError`."""
    path = data / FILENAME
    data.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        key = secrets.token_bytes(64)
        file.write(key)
    return key
