"""Programs outside Python that the tests ask: LibreOffice, and Microsoft's own validator."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
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
    asked = _validator()
    assert asked.stdin is not None
    assert asked.stdout is not None
    asked.stdin.write(json.dumps([str(path) for path in paths]) + "\n")
    asked.stdin.flush()
    answer = json.loads(asked.stdout.readline())
    assert answer["files"] > 0
    return "\n".join(answer["errors"])[-3000:]


@cache
def _validator() -> "subprocess.Popen[str]":
    """The validator, started once for all that asks it: that takes seconds. It ends when its questions do."""
    return subprocess.Popen(
        ["node", str(VALIDATOR / "validate.mjs"), "--asked"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
