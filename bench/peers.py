"""docxtemplater in a node process that stays: it makes a document when asked and says what that took."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from .cases import Case

_HERE = Path(__file__).parent


def has_docxtemplater() -> bool:
    """Whether node and the pinned packages are here."""
    return shutil.which("node") is not None and (_HERE / "node_modules" / "docxtemplater").is_dir()


class Docxtemplater:
    """One case's template and data, loaded once."""

    def __init__(self, case: Case) -> None:
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        (folder / "a.docx").write_bytes(case.mustache or b"")
        (folder / "a.json").write_text(json.dumps(case.context), encoding="utf-8")
        command = [
            "node",
            str(_HERE / "docxtemplater.mjs"),
            *(str(folder / name) for name in ("a.docx", "a.json", "b.docx")),
        ]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "Docxtemplater":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._node.communicate()
        self._folder.cleanup()

    def make(self) -> tuple[float, int]:
        """Seconds for one more document, and the process's peak memory in bytes."""
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write("en till\n")
        self._node.stdin.flush()
        told = json.loads(self._node.stdout.readline())
        return told["ms"] / 1000, told["peak"] * 1024
