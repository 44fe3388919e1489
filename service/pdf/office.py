"""LibreOffice as a program that is started, watched and ended: many files in, each file's outcome out."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from service.machine import office_program

from .faults import OfficeFault
from .memory import memory_of_group
from .profile import write_profile

_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
# Below this a second process would spend its time on starting.
_FILES_A_PROCESS = 3
_LOOK_EVERY = 0.5


@dataclass(frozen=True)
class Limits:
    """How long LibreOffice may take, in seconds: to start, and for each file; and how much memory, in bytes.

    `processes` is how many may run at once; 0 means one for each core.
    """

    start: float = 60
    per_file: float = 20
    memory: int = 2_000_000_000
    processes: int = 0

    def of(self, files: int) -> float:
        """The time for that many files in one process."""
        return self.start + files * self.per_file


def is_available() -> bool:
    """Whether LibreOffice is installed where it can be found, and is to be used."""
    return office_program() is not None


def version() -> str:
    """What LibreOffice says of itself, such as `LibreOffice 7.4.7.2 …`; empty when it does not answer."""
    program = office_program()
    return _version(program) if program else ""


@cache
def _version(program: str) -> str:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def convert(
    documents: Sequence[bytes], ending: str, target: str, made: str, limits: Limits | None = None
) -> list[bytes | OfficeFault]:
    """What LibreOffice makes of each document: bytes, or the fault of that one.

    `ending` is the documents' (`docx`), `target` the filter as `--convert-to` has it, `made` the ending of what
    is made (`pdf`). Documents share processes, each with a profile of its own that is gone afterwards.
    """
    kept = limits or Limits()
    count = min(kept.processes or os.cpu_count() or 1, ceil(len(documents) / _FILES_A_PROCESS))
    if count <= 1:
        return _Batch(documents, ending, target, made, kept).convert()
    shares = [documents[n::count] for n in range(count)]
    with ThreadPoolExecutor(count) as pool:
        batches = [_Batch(share, ending, target, made, kept) for share in shares]
        done = list(pool.map(_Batch.convert, batches))
    return [done[n % count][n // count] for n in range(len(documents))]


@dataclass(frozen=True)
class _Batch:
    """Documents that are converted in one process, and in further ones as long as some are left over."""

    documents: Sequence[bytes]
    ending: str
    target: str
    made: str
    limits: Limits

    def convert(self) -> list[bytes | OfficeFault]:
        """Each document gets a second try: a damaged one can bring down the process for those behind it."""
        outcomes: dict[int, bytes | OfficeFault] = {}
        suspected: set[int] = set()
        waiting, barren = list(range(len(self.documents))), 0
        while waiting:
            found, fault = self._run(waiting)
            outcomes.update(found)
            barren = 0 if found else barren + 1
            waiting = [n for n in waiting if n not in found]
            if barren == 2:
                outcomes.update(dict.fromkeys(waiting, fault))
                break
            if waiting and waiting[0] in suspected:
                outcomes[waiting.pop(0)] = fault
            elif waiting:
                suspected.add(waiting[0])
                waiting.append(waiting.pop(0))
        return [outcomes[n] for n in range(len(self.documents))]

    def _run(self, waiting: list[int]) -> tuple[dict[int, bytes], OfficeFault]:
        """What one process made of the documents, and what is to be said of those it left out."""
        with TemporaryDirectory(prefix="malkedjan-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            sources = [folder / f"{n}.{self.ending}" for n in waiting]
            for n, source in zip(waiting, sources, strict=True):
                source.write_bytes(self.documents[n])
            command = ["--convert-to", self.target, "--outdir", str(folder / "ut"), *map(str, sources)]
            said = run(command, folder, self.limits.of(len(waiting)), self.limits.memory)
            # LibreOffice ends with 0 also when it could not open a file: only what lies there counts.
            made = {n: folder / "ut" / f"{n}.{self.made}" for n in waiting}
            return {n: path.read_bytes() for n, path in made.items() if path.is_file() and path.stat().st_size}, said


def run(arguments: Sequence[str], folder: Path, seconds: float, memory: int = 0) -> OfficeFault:
    """Run LibreOffice with a profile in `folder`; what is to be said if it did not do its work.

    When the time is out, or it takes more memory than it may (0: as much as it likes), it is killed, with all that it
    started.
    """
    log = folder / "logg.txt"
    if not is_available():
        return OfficeFault("LibreOffice (soffice) finns inte på den här datorn.")
    with log.open("wb") as out, started(arguments, folder, out.fileno()) as process:
        try:
            code = _watched(process, seconds, memory)
        except subprocess.TimeoutExpired:
            return OfficeFault(f"LibreOffice blev inte färdigt på {seconds:.0f} sekunder och avbröts.")
        except MemoryError:
            return OfficeFault(f"LibreOffice tog mer än {memory // 1_000_000} MB minne och avbröts.")
    if code:
        return OfficeFault(f"LibreOffice avslutades med fel (kod {code}). {_last_words(log)}".strip())
    return OfficeFault(f"LibreOffice kunde inte läsa eller omvandla filen. {_last_words(log)}".strip())


def _watched(process: subprocess.Popen[bytes], seconds: float, memory: int) -> int:
    """The process's exit code. Raises `subprocess.TimeoutExpired`, `MemoryError` when it has had what it may have."""
    end = time.monotonic() + seconds
    while True:
        try:
            return process.wait(max(min(_LOOK_EVERY, end - time.monotonic()), 0))
        except subprocess.TimeoutExpired:
            if time.monotonic() >= end:
                raise
        if memory and memory_of_group(process.pid) > memory:
            raise MemoryError


@contextmanager
def started(arguments: Sequence[str], folder: Path, output: int) -> Iterator[subprocess.Popen[bytes]]:
    """LibreOffice running with a profile in `folder`; it is gone afterwards, with all that it started."""
    profile = write_profile(folder / "profil")
    command = [office_program() or "soffice", f"-env:UserInstallation={profile}", *_QUIET, *arguments]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True, env=_environment()
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment() -> dict[str, str]:
    """Without a screen, and in no time zone that a machine happens to have."""
    return {**os.environ, "SAL_USE_VCLPLUGIN": "svp", "TZ": "UTC"}


def _last_words(log: Path) -> str:
    words = log.read_text(errors="replace").split("\n")
    faults = [line.strip() for line in words if line.strip().casefold().startswith("error")]
    return faults[-1][:200] if faults else ""
