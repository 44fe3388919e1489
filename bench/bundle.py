"""How fast a meeting package of 1,000 tagged pages is joined and split, and in how much memory.

`python -m bench.bundle [FOLDER]`. The folder's PDFs (`malkedjan generate --pdf` writes such) are taken over and over
until there are 1,000 pages; without one, tagged pages are made here.
"""

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from service.pdf.bundle import Look, Paper, join, notice, split

PAGES, SECONDS, PART = 1_000, 20.0, 5.0
LOOK = Look("Handlingar till kommunstyrelsen", "Kommunstyrelsen 2026-12-15", "Sammanträde 15 december 2026")
WORDS = "Nämnden följer upp målen varje tertial och redovisar avvikelser & åtgärder till kommunstyrelsen. " * 4


def main() -> int:
    """Measure and print; 1 if it took longer than it may."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        given = (
            [(path, len(pikepdf.open(path).pages)) for path in sorted(Path(sys.argv[1]).glob("*.pdf"))]
            if sys.argv[1:]
            else []
        )
        papers = list(_papers(given or [_made(folder)]))
        before = _peak()
        start, used = time.perf_counter(), time.process_time()
        bundle = join(papers, LOOK, folder / "paket.pdf")
        taken, cpu, peak = time.perf_counter() - start, time.process_time() - used, _peak()
        start, used = time.perf_counter(), time.process_time()
        parts = split(bundle, PART)
        print(
            f"{len(papers)} papers, {bundle.pages} pages, {bundle.path.stat().st_size / 1e6:.1f} MB, "
            f"tagged: {bundle.is_tagged}\njoin: {taken:.1f} s ({cpu:.1f} s of one core), "
            f"peak {peak:.0f} MB (before: {before:.0f} MB)\n"
            f"split: {len(parts)} parts of at most {PART:g} MB in {time.perf_counter() - start:.1f} s "
            f"({time.process_time() - used:.1f} s of one core)"
        )
    return int(taken > SECONDS)


def _papers(given: list[tuple[Path, int]]) -> list[Paper]:
    papers: list[Paper] = []
    pages = 0
    while pages < PAGES:
        path, count = given[len(papers) % len(given)]
        number, bilaga = len(papers) // 3 + 1, len(papers) % 3 + 1
        papers.append(Paper(path.stem, path, f"Ärende {number}, bilaga {bilaga}", (f"{number}. Ärende",)))
        pages += count
    return papers


def _made(folder: Path) -> tuple[Path, int]:
    """A tagged paper of some twenty pages."""
    pages = [Paper(f"Kapitel {n}", notice(f"Kapitel {n}", [WORDS] * 8)) for n in range(20)]
    made = join(pages, Look("Handling"), folder / "handling.pdf")
    return made.path, made.pages


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
