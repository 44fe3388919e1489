"""The peers of node, each in a process that stays: it makes a document when asked and says what that took."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from .cases import Case

_HERE = Path(__file__).parent


def peers_of(case: Case) -> dict[str, bytes]:
    """The peers whose pinned packages are here, with their template of the case."""
    offered = {"docxtemplater": case.mustache, "carbone": case.carbone}
    is_here = shutil.which("node") is not None
    return {
        name: template
        for name, template in offered.items()
        if is_here and template is not None and (_HERE / "node_modules" / name).is_dir()
    }


class NodePeer:
    """One case's template and data, loaded once by a peer."""

    def __init__(self, name: str, template: bytes, case: Case) -> None:
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        (folder / "a.docx").write_bytes(template)
        (folder / "a.json").write_text(json.dumps(case.context), encoding="utf-8")
        command = ["node", str(_HERE / f"{name}.mjs"), *(str(folder / each) for each in ("a.docx", "a.json", "b.docx"))]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "NodePeer":
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
