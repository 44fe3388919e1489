"""What the machine has beside Python: LibreOffice, with a mark by which another one is told from it, and poppler."""

import os
import shutil
from pathlib import Path

# Which program LibreOffice is, by name or path; empty where it is not to be used.
SETTING = "MALKEDJAN_SOFFICE"


def office_program() -> str | None:
    """The path of LibreOffice's program, or None."""
    name = os.environ.get(SETTING, "soffice")
    return shutil.which(name) if name else None


def picture_program() -> str | None:
    """The path of the program that makes pictures of a PDF's pages, or None."""
    return shutil.which("pdftoppm")


def office_stamp() -> str:
    """A mark of the LibreOffice that is installed, had without starting it; empty without any."""
    program = office_program()
    if program is None:
        return ""
    real = Path(program).resolve()
    told = real.stat()
    return f"{real}:{told.st_size}:{told.st_mtime_ns}"
