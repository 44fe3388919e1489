"""What a package takes of memory grows with its pages, and slowly."""

import subprocess
import sys
from pathlib import Path

from .papers import dense

PAGES, CELLS = 20, 250  # as many tags as the densest pages of an MRP
MOST_MB_FOR_100_PAGES = 65  # twice as much if papers were held open
_JOIN = """
import resource, sys
from pathlib import Path
from service.pdf.bundle import Look, Paper, join
source, times, to = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
join([Paper(f"Handling {n}", source, "", ("1. Budget",)) for n in range(times)], Look("Handlingar"), to)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def peak(source: Path, pages: int) -> float:
    """The most memory, in MB, that a process held that joined so many pages."""
    command = [sys.executable, "-c", _JOIN, str(source), str(pages // PAGES), str(source.with_name("paket.pdf"))]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_a_hundred_dense_pages_more_take_less_than_sixtyfive_megabytes(tmp_path: Path) -> None:
    source = tmp_path / "tabeller.pdf"
    source.write_bytes(dense(PAGES, CELLS))
    assert (peak(source, 400) - peak(source, 200)) / 2 < MOST_MB_FOR_100_PAGES
