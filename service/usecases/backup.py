"""A copy of everything in one file, made while the service runs, and a data directory put back from one."""

import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from service.store import FILENAME, Newer, NotOurs, check_database, copy_database

from .answers import refused
from .house import House
from .meetings.package_keeping import FOLDER as PACKAGES

# Beside the database: the municipality's own templates, and packages of meetings that were made. What is not there:
# the key that signs cookies and the secret of the identity provider, which belong to a machine; and pictures, which
# are made again.
FOLDERS = ("mallar", PACKAGES)
_KEEP = ".lock"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: how many files beside the database, and the bytes of all, unpacked."""

    files: int
    size: int


def backup(house: House, target: Path) -> Copied:
    """Write the database as it stands this moment, and what lies beside it, to a zip at `target`, whole or not at all.

    Raises `OSError`, which names what could not be written.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with TemporaryDirectory(dir=house.data) as folder:
            copy = Path(folder) / FILENAME
            copy_database(house.store, copy)
            files = {FILENAME: copy, **dict(_lying_beside(house.data))}
            with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, path in files.items():
                    archive.write(path, name)
            size = sum(path.stat().st_size for path in files.values())
        os.replace(beside, target)
    except OSError as error:
        error.filename = error.filename or str(target)
        raise
    finally:
        beside.unlink(missing_ok=True)
    return Copied(len(files) - 1, size)


def restore(data: Path, source: Path) -> Copied:
    """Put a copy back into a data directory that has no database. Nothing is there until all of it has been read.

    Raises `Refused`: there is a database already, the file is no such copy, or it comes from a later version.
    """
    if (data / FILENAME).exists():
        raise refused("redan-data", mapp=str(data))
    data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=data) as name:
        folder = Path(name)
        files = _unpacked(source, folder)
        try:
            check_database(folder / FILENAME)
        except NotOurs:
            raise refused("inte-sakerhetskopia", fil=source.name) from None
        except Newer:
            raise refused("nyare-sakerhetskopia", fil=source.name) from None
        size = sum((folder / file).stat().st_size for file in files)
        for file in sorted(files, key=lambda file: file == FILENAME):  # the database last: then all is there
            (data / file).parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / file, data / file)
    return Copied(len(files) - 1, size)


def _lying_beside(data: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and path.suffix != _KEEP:
                yield path.relative_to(data).as_posix(), path


def _unpacked(source: Path, folder: Path) -> list[str]:
    """The names of the files unpacked into a folder; a name that would lead elsewhere makes it no copy of ours."""
    try:
        with zipfile.ZipFile(source) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            if FILENAME not in names or not all(map(_is_ours, names)):
                raise refused("inte-sakerhetskopia", fil=source.name)
            archive.extractall(folder, names)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise refused("inte-sakerhetskopia", fil=source.name) from error
    return names


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    return name == FILENAME or (path.parts[0] in FOLDERS and ".." not in path.parts and len(path.parts) > 1)
