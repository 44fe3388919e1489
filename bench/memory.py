"""The peak memory of one engine on one case, in a process of its own: `python -m bench.memory ENGINE CASE`."""

import subprocess
import sys
from pathlib import Path

from .cases import cases
from .engines import ENGINES


def peak(engine: str, case: str) -> int:
    """Bytes at the peak, Python and the data included."""
    command = [sys.executable, "-m", "bench.memory", engine, case]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def main() -> None:
    """Make the document once and print the peak."""
    engine, case = sys.argv[1:]
    ENGINES[engine](cases()[case])()
    print(own_peak())


def own_peak() -> int:
    """Bytes at this process's peak so far."""
    # Not getrusage: its peak begins with that of the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    main()
