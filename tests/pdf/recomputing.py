"""LibreOffice recomputing Word files: every field and every index anew, and the text before and after."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from service.pdf.office import started

SCRIPT = Path(__file__).with_name("recompute_in_office.py")


def python_with_uno() -> str | None:
    """The system's own Python, if LibreOffice's module is installed for it."""
    python = shutil.which("python3", path=os.defpath)
    if python is None:
        return None
    done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False, timeout=60)
    return python if done.returncode == 0 else None


def recompute(documents: Sequence[Path], folder: Path) -> dict[str, tuple[str, str]]:
    """Each document's text before and after, by the file's stem."""
    python, pipe = python_with_uno(), f"malkedjan{os.getpid()}"
    assert python is not None
    copies = [Path(shutil.copy(document, folder)) for document in documents]
    with started([f"--accept=pipe,name={pipe};urp"], folder, subprocess.DEVNULL):
        command = [python, str(SCRIPT), pipe, *map(str, copies)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)
        assert done.returncode == 0, done.stderr[-2000:]
    kinds = (".before.txt", ".after.txt")
    texts = {copy.stem: [copy.with_suffix(kind).read_text("utf-8") for kind in kinds] for copy in copies}
    return {stem: (before, after) for stem, (before, after) in texts.items()}
