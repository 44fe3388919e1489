"""Programs outside Python that the tests ask: LibreOffice, and Microsoft's own validator."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

VALIDATOR = Path(__file__).parent / "validator"


def has_libreoffice() -> bool:
    """Whether LibreOffice can be called."""
    return shutil.which("soffice") is not None


def has_validator() -> bool:
    """Whether node and the validator are installed."""
    return shutil.which("node") is not None and (VALIDATOR / "node_modules").is_dir()


def convert(sources: Sequence[Path], to: str, folder: Path) -> None:
    """Let LibreOffice convert files into a folder, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, capture_output=True, check=True, timeout=280)


def validator_errors(*paths: Path) -> str:
    """What Microsoft's Open XML SDK finds wrong in the files (or those below the folders); empty when nothing."""
    command = ["node", str(VALIDATOR / "validate.mjs"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    return "" if done.returncode == 0 else done.stdout[-3000:] + done.stderr[-1000:]
