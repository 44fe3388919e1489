"""Measures all engines in one run, turn by turn, and prints a table: `python -m bench [CASE …]`."""

import json
import statistics
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from .cases import Case, cases
from .chart import stacked
from .engines import ENGINES
from .memory import peak
from .peers import NodePeer, peers_of

OUT = Path("output/bench.json")
CHART = Path("output/bench.svg")
OURS = "Målkedjan"


def main() -> None:
    """Measure the cases named, or all."""
    wanted = sys.argv[1:]
    results = {case.name: measured(case) for case in cases().values() if not wanted or case.name in wanted}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    CHART.write_text(
        stacked({f"ms for a {cases()[name].title}": _medians(rows) for name, rows in results.items()}, OURS)
    )
    for name, rows in results.items():
        print(f"\n{cases()[name].title}\n")
        print_table(rows)
    print(f"\n{OUT}, {CHART}")


def measured(case: Case) -> dict[str, dict[str, float]]:
    """Seconds (median, quartiles) and peak bytes by engine; one document of each in turn, after one to warm up."""
    makers = {name: engine(case) for name, engine in ENGINES.items()}
    times: dict[str, list[float]] = {name: [] for name in makers}
    peaks: dict[str, float] = {}
    with ExitStack() as stack:
        nodes = {name: stack.enter_context(NodePeer(name, own, case)) for name, own in peers_of(case).items()}
        for round_ in range(case.rounds + 1):
            for name, make in makers.items():
                start = time.perf_counter()
                make()
                if round_:
                    times[name].append(time.perf_counter() - start)
            for name, node in nodes.items():
                seconds, peaks[name] = node.make()
                if round_:
                    times.setdefault(name, []).append(seconds)
    peaks |= {name: peak(name, case.name) for name in makers if name != "floor"}
    return {name: {**_spread(taken), "peak": peaks.get(name, 0)} for name, taken in times.items()}


def _spread(taken: list[float]) -> dict[str, float]:
    low, middle, high = statistics.quantiles(taken, n=4) if len(taken) > 1 else taken * 3
    return {"median": middle, "low": low, "high": high, "rounds": len(taken)}


def _medians(rows: dict[str, dict[str, float]]) -> dict[object, float]:
    return {name: row["median"] * 1000 for name, row in rows.items()}


def print_table(rows: dict[str, dict[str, float]]) -> None:
    """The rows as a table for a README."""
    ours = rows[OURS]["median"]
    print("| engine | ms a document (quartiles) | Målkedjan is | peak MB |\n|---|---|---|---|")
    for name, row in rows.items():
        ratio = (
            ""
            if name == OURS
            else f"{row['median'] / ours:.1f}×"
            if row["median"] > ours
            else f"1/{ours / row['median']:.1f}"
        )
        spread = f"{row['low'] * 1000:.1f}–{row['high'] * 1000:.1f}"
        memory = f"{row['peak'] / 1e6:.0f}" if row["peak"] else ""
        print(f"| {name} | {row['median'] * 1000:.1f} ({spread}) | {ratio} | {memory} |")


if __name__ == "__main__":
    main()
