"""Workers, however they are had: the same documents; and none that kills workers stops the others."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.batch import ClusterFault, Failed, Inline, Job, Processes, Recipe, completed, crew_for
from service.batch.running import KILLS
from service.usecases.house import House
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import Prepared, prepare

from .running import batch, contents


class Deadly:
    """A value that ends whoever unpacks it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster of two worker processes."""

    address: str
    workers: tuple["subprocess.Popen[bytes]", ...]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers, begun as the README says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory"]
    with ExitStack() as stack:
        begun = [_begun(stack, scheduler, tmp_path)]
        begun += [_begun(stack, [*worker, str(tmp_path / name)], tmp_path) for name in ("ett", "tva")]
        _wait_for_two(address)
        yield Cluster(address, tuple(begun[1:]))


def test_a_cluster_and_this_machines_processes_give_the_same_bytes_also_when_a_worker_dies(
    drafted: House, cluster: Cluster, tmp_path: Path
) -> None:
    afar = batch(drafted, tmp_path / "afar", cluster=cluster.address)
    _forget(drafted)
    near = batch(drafted, tmp_path / "near", workers=2)
    assert contents(tmp_path / "afar") == contents(tmp_path / "near")
    assert {d.state for d in afar.values()} == {d.state for d in near.values()}
    recipes = [prepare(drafted, Order("verksamhetsplan", 2027, "SN"))] * 12
    with closing(crew_for(0, cluster.address)) as workers:
        outcomes = []
        for outcome in completed(workers, _jobs(recipes), _templates(recipes)):
            if outcome is not None and not outcomes:
                cluster.workers[0].kill()
            outcomes += [outcome] if outcome is not None else []
    assert sorted(outcome.place for outcome in outcomes) == list(range(12))
    assert not [outcome for outcome in outcomes if isinstance(outcome, Failed)]


def test_a_cluster_that_does_not_answer_is_said_to_be_away() -> None:
    with pytest.raises(ClusterFault, match="svarar inte"):
        crew_for(0, "tcp://127.0.0.1:1")


def test_a_document_that_kills_its_worker_twice_is_set_aside_and_the_others_are_made(drafted: House) -> None:
    good = prepare(drafted, Order("detaljbudget", 2027, "SN"))
    bad = Recipe("mk-0", "xlsx", good.recipe.template, Deadly(), good.properties)
    jobs = iter([Job((n,), (bad if n == 2 else good.recipe,)) for n in range(6)])
    with closing(Processes(2)) as workers:
        outcomes = [o for o in completed(workers, jobs, {good.recipe.template: good.template}) if o is not None]
    assert [outcome for outcome in outcomes if isinstance(outcome, Failed)] == [Failed(2, KILLS)]
    assert sorted(outcome.place for outcome in outcomes) == list(range(6))


def test_no_more_is_prepared_than_the_workers_can_take(drafted: House) -> None:
    good = prepare(drafted, Order("detaljbudget", 2027, "SN"))
    asked, most = 0, 0

    def jobs() -> Iterator[Job]:
        nonlocal asked
        for place in range(20):
            asked += 1
            yield Job((place,), (good.recipe,))

    done = 0
    for outcome in completed(Inline(), jobs(), {good.recipe.template: good.template}):
        done += outcome is not None
        most = max(most, asked - done)
    assert done == 20
    assert most <= 2


def _jobs(prepared: list[Prepared]) -> Iterator[Job]:
    return iter([Job((n,), (each.recipe,)) for n, each in enumerate(prepared)])


def _templates(prepared: list[Prepared]) -> dict[str, bytes]:
    return {each.recipe.template: each.template for each in prepared}


def _begun(stack: ExitStack, command: list[str], folder: Path) -> "subprocess.Popen[bytes]":
    log = stack.enter_context((folder / "dask.log").open("ab"))
    process = stack.enter_context(subprocess.Popen(command, stdout=log, stderr=log))
    stack.callback(process.kill)
    return process


def _wait_for_two(address: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            workers = crew_for(0, address)
        except ClusterFault:
            time.sleep(0.2)
            continue
        size = workers.size
        workers.close()
        if size == 2:
            return
    raise AssertionError("the cluster did not come up")


def _forget(house: House) -> None:
    for table in ("made", "batch_document", "batch"):
        house.store.db.execute(f"delete from [{table}]")
    house.store.db.conn.commit()
