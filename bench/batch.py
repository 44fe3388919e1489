"""How fast whole batches are: a municipality's year, two processes beside one, ten to ten thousand documents, memory.

`python -m bench.batch` measures, prints the tables, and writes them as JSON and as a chart.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from service.batch import Done, Inline, Job, Processes, Recipe, completed
from service.usecases.demo import AR, Demo, run
from service.usecases.house import House, open_house
from service.usecases.orders import orders_of_year
from service.usecases.preparing import prepare

from . import big
from .chart import bars
from .memory import own_peak

OUT = Path("output/bench-batch.json")
CHART = Path("output/bench-batch.svg")
MUNICIPALITIES, NAMNDER, KINDS = 290, 12, 5
SIZES = (10, 100, 1_000, 10_000)
NOW = datetime(2027, 9, 20, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Stock:
    """Documents to be made over and over: their recipes and templates."""

    recipes: tuple[Recipe, ...]
    templates: dict[str, bytes]

    def jobs(self, number: int) -> Iterator[Job]:
        """So many documents, as a batch would have them."""
        return (Job((n,), (self.recipes[n % len(self.recipes)],)) for n in range(number))


def main() -> None:
    """Measure all, the largest batch last; `--quick` leaves out those above a thousand documents."""
    sizes = SIZES[:3] if "--quick" in sys.argv else SIZES
    with TemporaryDirectory() as name:
        data = Path(name) / "data"
        with open_house(data, lambda: NOW) as house:
            _whole_year(house)
            stock = _stock(house)
            results = {
                "kommun": _municipality(data), "processer": _processes(stock), "storlek": _sizes(stock, sizes),
                "inlasning": _reading(Path(name) / "stor"),
            }  # fmt: skip
    results["leverantor"] = _provider(results["storlek"])
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    per_document = {row["documents"]: row["ms_each"] for row in results["storlek"]["rows"]}
    CHART.write_text(bars("ms för varje dokument, efter körningens storlek", per_document), encoding="utf-8")
    _print(results)


def _whole_year(house: House) -> None:
    """The sample municipality's year, without its papers."""
    with TemporaryDirectory() as folder:
        for step in run(house, Demo(), Path(folder)):
            if step == "sidnummer och PDF":
                return


def _stock(house: House) -> Stock:
    prepared = [prepare(house, order) for order in orders_of_year(house, AR)]
    recipes = tuple(each.recipe for each in prepared)
    return Stock(recipes, {each.recipe.template: each.template for each in prepared})


def _municipality(data: Path) -> dict[str, object]:
    """The command from a cold start: everything, then again when nothing has changed; seconds."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "service.cli", "--data", str(data), "batch", "--ar", str(AR), "--no-layout"]
        first = _timed([*command, "-o", folder])
        again = [_timed([*command, "-o", folder]) for _ in range(5)]
    with open_house(data, lambda: NOW) as house:
        number = sum(1 for _ in orders_of_year(house, AR))
    return {"documents": number, "all_s": first, "unchanged_s": _spread(again)}


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _processes(stock: Stock, number: int = 200, rounds: int = 5) -> dict[str, object]:
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


def _sizes(stock: Stock, sizes: tuple[int, ...]) -> dict[str, list[dict[str, float]]]:
    """Milliseconds a document and the caller's peak memory for batches of growing size, on two processes."""
    rows = []
    with closing(Processes(2)) as crew:
        _made(crew, stock, len(stock.recipes) * 2)
        for size in sizes:
            seconds = _made(crew, stock, size)
            each = seconds / size * 1000
            rows.append({"documents": size, "seconds": seconds, "ms_each": each, "peak_mb": own_peak() / 1e6})
    return {"rows": rows}


def _made(crew: Inline | Processes, stock: Stock, number: int) -> float:
    start = time.perf_counter()
    done = sum(isinstance(outcome, Done) for outcome in completed(crew, stock.jobs(number), stock.templates))
    assert done == number
    return time.perf_counter() - start


def _reading(data: Path, rows: int = 5_000) -> dict[str, object]:
    """A workbook of many budget rows read, checked, ruled and stored, beside openpyxl's loading of it."""
    return big.measured(data, rows)


def _provider(sizes: dict[str, list[dict[str, float]]]) -> dict[str, float]:
    """All papers of 290 municipalities, reckoned from the largest batch measured: core-hours, workers for an hour."""
    documents = MUNICIPALITIES * NAMNDER * KINDS
    core_seconds = documents * sizes["rows"][-1]["ms_each"] / 1000 * 2  # on two processes
    hours = core_seconds / 3600
    return {"documents": documents, "core_hours": hours, "workers_for_an_hour": hours * 1.25}


def _spread(taken: list[float]) -> dict[str, float]:
    low, middle, high = statistics.quantiles(taken, n=4)
    return {"median": middle, "low": low, "high": high, "rounds": len(taken)}


def _print(results: dict[str, dict]) -> None:  # type: ignore[type-arg]
    year, pair, reading, provider = (results[k] for k in ("kommun", "processer", "inlasning", "leverantor"))
    print(f"\n| {year['documents']} documents of a year, cold start of the command | s |\n|---|---|")
    print(f"| all of them | {year['all_s']:.2f} |\n| nothing changed | {year['unchanged_s']['median']:.2f} |")
    print(f"\nTwo processes: {_ratio(pair)} one, {pair['documents']} documents")
    print("\n| documents | s | ms each | peak MB in the caller |\n|---|---|---|---|")
    for row in results["storlek"]["rows"]:
        print(f"| {row['documents']} | {row['seconds']:.1f} | {row['ms_each']:.1f} | {row['peak_mb']:.1f} |")
    print(f"\n{reading['rows']} budget rows submitted: {_ratio(reading)} load_workbook")
    print(
        f"\n{MUNICIPALITIES} municipalities × {NAMNDER} nämnder × {KINDS} kinds = {provider['documents']} documents: "
        f"{provider['core_hours']:.2f} core-hours; {provider['workers_for_an_hour']:.1f} workers for an hour\n\n{OUT}"
    )


def _ratio(measured: dict) -> str:  # type: ignore[type-arg]
    ratio = measured["ratio"]
    return f"{ratio['median']:.2f}× ({ratio['low']:.2f}–{ratio['high']:.2f})"


if __name__ == "__main__":
    main()
