"""How fast whole batches are: a municipality's year, two processes beside one, ten to ten thousand documents, memory.

`python -m bench.batch` measures, prints the tables, and writes them as JSON and as a chart.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from service.batch import Done, Inline, Job, Processes, Recipe, completed
from service.machine import office_program
from service.store import FILENAME, copy_database
from service.usecases.demo.year import AR, Demo, run
from service.usecases.house import House, open_house
from service.usecases.papers.orders import orders_of_year
from service.usecases.papers.preparing import prepare

from . import big
from .chart import bars
from .memory import own_peak

OUT = Path("output/bench-batch.json")
CHART = Path("output/bench-batch.svg")
MUNICIPALITIES, NAMNDER, KINDS = 290, 12, 5
SIZES = (10, 100, 1_000, 10_000)
NOW = datetime(2027, 9, 20, 9, tzinfo=UTC)
_LOT = 8  # documents of one template that a worker is sent at a time, as in a real batch
_LEEWAY = 1.25  # workers are never all at work until the end


@dataclass(frozen=True)
class Stock:
    """Documents to be made over and over: their recipes, those of one template together, and templates."""

    recipes: tuple[Recipe, ...]
    templates: dict[str, bytes]

    def jobs(self, number: int) -> Iterator[Job]:
        """So many documents in lots, of every kind as many as in a year."""
        step = max(1, len(self.recipes) // number)
        lots = list(_lots(self.recipes[::step]))
        made = 0
        for lot in cycle(lots):
            lot = lot[: number - made]
            yield Job(tuple(range(made, made + len(lot))), lot)
            made += len(lot)
            if made == number:
                return


def main() -> None:
    """Measure all, the largest batch last; `--quick` leaves out those above a thousand documents."""
    if "--size" in sys.argv:
        _one_size(Path(sys.argv[2]), int(sys.argv[3]))
        return
    sizes = SIZES[:3] if "--quick" in sys.argv else SIZES
    with TemporaryDirectory() as name:
        data = Path(name) / "data"
        with open_house(data, lambda: NOW) as house:
            whole_year(house)
            stock = _stock(house)
            copy_database(house.store, _unmade(data))
        results = {
            "kommun": _municipality(data), "processer": _processes(stock), "storlek": _sizes(data, sizes),
            "inlasning": big.measured(Path(name) / "stor", 5_000),
        }  # fmt: skip
    results["leverantor"] = _provider(results["kommun"])
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    per_document = {row["documents"]: row["ms_each"] for row in results["storlek"]["rows"]}
    CHART.write_text(bars("ms för varje dokument, efter körningens storlek", per_document), encoding="utf-8")
    _print(results)


def whole_year(house: House) -> None:
    """The sample municipality's year, without its papers."""
    with TemporaryDirectory() as folder:
        for step in run(house, Demo(), Path(folder)):
            if step == "sidnummer och PDF":
                return


def _stock(house: House) -> Stock:
    prepared = [prepare(house, order) for order in orders_of_year(house, AR)]
    recipes = sorted((each.recipe for each in prepared), key=lambda recipe: recipe.template)
    return Stock(tuple(recipes), {each.recipe.template: each.template for each in prepared})


def _lots(recipes: tuple[Recipe, ...]) -> Iterator[tuple[Recipe, ...]]:
    for _, group in groupby(recipes, key=lambda recipe: recipe.template):
        alike = tuple(group)
        yield from (alike[n : n + _LOT] for n in range(0, len(alike), _LOT))


def _municipality(data: Path, rounds: int = 5) -> dict[str, Any]:
    """The command from a cold start: everything, again when nothing has changed, and with page numbers and PDF.

    Its modules are compiled, as they are where it is installed; that is what the round before the first is for.
    What it costs the cores is measured with one worker: the command's own process, whose LibreOffice is counted too.
    """
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "service.cli", "--data", str(data), "batch", "--ar", str(AR)]
        plain, with_pdf = [*command, "--no-layout"], [*command, "--pdf"]
        cold = [_timed(data, [*plain, "-o", f"{folder}/{n}"])[0] for n in range(-1, rounds)][1:]
        again = [_timed(None, [*plain, "-o", f"{folder}/{rounds - 1}"])[0] for _ in range(rounds)]
        cores = _timed(data, [*plain, "--workers", "1", "-o", f"{folder}/alone"])[1]
        laid_out = _timed(data, [*with_pdf, "-o", f"{folder}/pdf"])[0] if office_program() else 0.0
        pdf_cores = _timed(data, [*with_pdf, "--workers", "1", "-o", f"{folder}/one"])[1] if office_program() else 0.0
    with open_house(data, lambda: NOW) as house:
        number = sum(1 for _ in orders_of_year(house, AR))
    return {"documents": number, "all_s": _spread(cold), "all_cpu_s": cores, "unchanged_s": _spread(again),
            "pdf_s": laid_out, "pdf_cpu_s": pdf_cores}  # fmt: skip


def _timed(data: Path | None, command: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of the cores; with `data`, from the database as it was when nothing had been made."""
    if data is not None:
        for path in data.glob(f"{FILENAME}*"):
            path.unlink()
        shutil.copy(_unmade(data), data / FILENAME)
    before, start = _children(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=_as_installed())
    return time.perf_counter() - start, _children() - before


def _as_installed() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _unmade(data: Path) -> Path:
    return data.with_suffix(".db")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _processes(stock: Stock, number: int = 540, rounds: int = 5) -> dict[str, Any]:
    """The same documents by this process alone and by two, in turn; the ratio of each pair."""
    one, two = [], []
    with closing(Processes(2)) as crew:
        _made(crew, stock, len(stock.recipes) * 2)  # templates compiled
        _made(Inline(), stock, len(stock.recipes))
        for _ in range(rounds):
            one.append(_made(Inline(), stock, number))
            two.append(_made(crew, stock, number))
    return {"documents": number, "one_s": _spread(one), "two_s": _spread(two),
            "ratio": _spread([a / b for a, b in zip(one, two, strict=True)])}  # fmt: skip


def _sizes(data: Path, sizes: tuple[int, ...]) -> dict[str, list[dict[str, float]]]:
    """Milliseconds a document and the caller's peak memory for growing batches, each in a process of its own."""
    command = [sys.executable, "-m", "bench.batch", "--size", str(data)]
    rows = [subprocess.run([*command, str(size)], check=True, capture_output=True, text=True) for size in sizes]
    return {"rows": [json.loads(row.stdout) for row in rows]}


def _one_size(data: Path, number: int) -> None:
    """So many documents on two processes; prints what it took as JSON."""
    with open_house(data, lambda: NOW) as house:
        stock = _stock(house)
    with closing(Processes(2)) as crew:
        _made(crew, stock, len(stock.recipes) * 2)
        seconds = _made(crew, stock, number)
    each = seconds / number * 1000
    print(json.dumps({"documents": number, "seconds": seconds, "ms_each": each, "peak_mb": own_peak() / 1e6}))


def _made(crew: Inline | Processes, stock: Stock, number: int) -> float:
    start = time.perf_counter()
    done = sum(isinstance(outcome, Done) for outcome in completed(crew, stock.jobs(number), stock.templates))
    assert done == number
    return time.perf_counter() - start


def _provider(year: dict[str, Any]) -> dict[str, float]:
    """All papers of 290 municipalities, reckoned from one whole year measured: core-hours, workers for an hour."""
    documents = MUNICIPALITIES * NAMNDER * KINDS
    hours = documents * year["all_cpu_s"] / year["documents"] / 3600
    with_pdf = documents * year["pdf_cpu_s"] / year["documents"] / 3600
    return {"documents": documents, "core_hours": hours, "workers_for_an_hour": hours * _LEEWAY,
            "pdf_core_hours": with_pdf, "pdf_workers_for_an_hour": with_pdf * _LEEWAY}  # fmt: skip


def _spread(taken: list[float]) -> dict[str, float]:
    low, middle, high = statistics.quantiles(taken, n=4)
    return {"median": middle, "low": low, "high": high, "rounds": len(taken)}


def _print(results: dict[str, dict[str, Any]]) -> None:
    year, pair, reading, provider = (results[k] for k in ("kommun", "processer", "inlasning", "leverantor"))
    print(f"\n| {year['documents']} documents of a year, cold start of the command | s | CPU s |\n|---|---|---|")
    print(f"| all of them | {_seconds(year['all_s'])} | {year['all_cpu_s']:.1f} |")
    print(f"| nothing changed | {_seconds(year['unchanged_s'])} | |")
    if year["pdf_s"]:
        print(f"| with page numbers and PDF | {year['pdf_s']:.0f} | {year['pdf_cpu_s']:.0f} |")
    print(f"\nTwo processes: {_ratio(pair)} one, {pair['documents']} documents, {os.cpu_count()} cores")
    print("\n| documents | s | ms each | peak MB in the caller |\n|---|---|---|---|")
    for row in results["storlek"]["rows"]:
        print(f"| {row['documents']} | {row['seconds']:.1f} | {row['ms_each']:.1f} | {row['peak_mb']:.1f} |")
    print(f"\n{reading['rows']} budget rows submitted: {_ratio(reading)} load_workbook")
    print(
        f"\n{MUNICIPALITIES} municipalities × {NAMNDER} nämnder × {KINDS} kinds = {provider['documents']} documents: "
        f"{provider['core_hours']:.2f} core-hours, {provider['workers_for_an_hour']:.1f} workers for an hour; with "
        f"page numbers and PDF {provider['pdf_core_hours']:.1f} core-hours, "
        f"{provider['pdf_workers_for_an_hour']:.0f} workers\n\n{OUT}"
    )


def _seconds(measured: dict[str, float]) -> str:
    return f"{measured['median']:.2f} ({measured['low']:.2f}–{measured['high']:.2f})"


def _ratio(measured: dict[str, Any]) -> str:
    ratio = measured["ratio"]
    return f"{ratio['median']:.2f}× ({ratio['low']:.2f}–{ratio['high']:.2f})"


if __name__ == "__main__":
    main()
