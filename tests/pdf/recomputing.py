"""LibreOffice recomputing Word files: every field and every index anew, and the text before and after."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from service.pdf.office import run

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
    with ThreadPoolExecutor(1) as pool:
        office = pool.submit(run, [f"--accept=pipe,name={pipe};urp"], folder, 200)
        command = [python, str(SCRIPT), pipe, *map(str, copies)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)
        assert done.returncode == 0, f"{done.stderr[-2000:]}\n{office.exception(20)}"
    return {
        copy.stem: (copy.with_suffix(".before.txt").read_text("utf-8"), copy.with_suffix(".after.txt").read_text("utf-8"))
        for copy in copies
    }  # fmt: skip
