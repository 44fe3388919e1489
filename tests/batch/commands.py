"""`malkedjan batch` as a process of its own, that can be killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from service.usecases.demo.year import AR

ROOT = Path(__file__).resolve().parents[2]


def command(data: Path, *arguments: str) -> list[str]:
    """The command line of a batch."""
    return [sys.executable, "-m", "service.cli", "--data", str(data), "batch", *arguments]


def year(folder: Path, *arguments: str) -> list[str]:
    """The arguments of a batch of the whole year."""
    return ["--ar", str(AR), "--no-layout", "--workers", "2", "-o", str(folder), *arguments]


def _heed_ctrl_c() -> None:
    """As on a terminal: what a shell has started in its background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def running(data: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A batch at work, in a group of processes of its own."""
    process = subprocess.Popen(
        command(data, *arguments, "--progress", "json"), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True, preexec_fn=_heed_ctrl_c,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def wait_until_some_are_made(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """The first line of progress that tells of a document made, while others are left."""
    assert process.stderr is not None
    for line in process.stderr:
        told: dict[str, Any] = json.loads(line)
        if told["skrivna"]:
            assert told["vantar"], told
            return told
    raise AssertionError("nothing was made")


def finished(data: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    """Run a batch to its end; what it says as JSON."""
    done = subprocess.run(
        command(data, *arguments, "--json"), cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def group_is_gone(group: int, *, within: float = 10) -> bool:
    """Whether no process of a group is left after a while."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
