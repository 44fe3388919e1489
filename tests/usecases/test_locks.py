"""Looking whether a lock is held never keeps anybody from taking it."""

import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

from service.usecases.locks import held, is_held


def _probe(path: Path, ready: Event, done: Event) -> None:
    while not done.is_set():
        is_held(path)
        ready.set()


def test_whoever_looks_at_a_lock_does_not_take_it_from_the_one_who_wants_it(tmp_path: Path) -> None:
    path, context = tmp_path / "one.lock", multiprocessing.get_context("spawn")
    with held(path) as free:
        assert free
        assert is_held(path)
        with held(path) as also:
            assert not also
    assert not is_held(path)
    ready, done = context.Event(), context.Event()
    prober = context.Process(target=_probe, args=(path, ready, done))
    prober.start()
    try:
        assert ready.wait(30)
        taken = 0
        for _ in range(2000):
            with held(path) as free:
                taken += free
    finally:
        done.set()
        prober.join()
    assert taken == 2000
