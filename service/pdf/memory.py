"""How much memory a group of processes holds, where the system says so (`/proc`, Linux)."""

from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")


def memory_of_group(group: int) -> int:
    """Bytes in memory of all processes of a group; 0 where the system does not tell."""
    return sum(_resident(process) for process in _processes_of(group))


def _processes_of(group: int) -> Iterator[Path]:
    for process in _PROC.glob("[0-9]*"):
        try:
            # The name stands in parentheses and may hold spaces; then come state, parent and group (proc(5)).
            told = (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        if int(told[2]) == group:
            yield process


def _resident(process: Path) -> int:
    try:
        status = (process / "status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(line.split()[1]) * 1024
