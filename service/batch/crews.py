"""Who does the work: this process, several of this machine, or a cluster's."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver
from typing import Any, Protocol

from .faults import ClusterFault

Work = Callable[..., Any]
_PATIENCE = "5s"  # for a cluster to answer


class Crew(Protocol):
    """Something that works; `size` is how many things it does at once."""

    @property
    def size(self) -> int:
        """How many workers there are."""

    def submit(self, work: Work, *arguments: Any, **options: Any) -> "Future[Any]":
        """Have a piece of work done."""

    def mend(self) -> None:
        """Begin anew after workers were lost; what was under way is lost with them."""

    def close(self) -> None:
        """Let the workers go; what is not begun is not done."""


class Inline:
    """This process itself, one thing at a time."""

    size = 1

    def submit(self, work: Work, *arguments: Any, **options: Any) -> "Future[Any]":
        """Do it now."""
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **options))
        except Exception as error:
            future.set_exception(error)
        return future

    def mend(self) -> None:
        """Nothing to be mended."""

    def close(self) -> None:
        """Nothing to be let go."""


class Processes:
    """Processes of this machine. They are gone when the caller is, however it came to its end."""

    def __init__(self, size: int) -> None:
        """So many of them, begun when there is work."""
        self.size = size
        self._pool = self._begun()

    def submit(self, work: Work, *arguments: Any, **options: Any) -> "Future[Any]":
        """Have it done by the next free process."""
        return self._pool.submit(work, *arguments, **options)

    def mend(self) -> None:
        """Other processes in place of those lost."""
        self.close()
        self._pool = self._begun()

    def close(self) -> None:
        """End the processes, also in the middle of something."""
        workers = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            with suppress(OSError):
                worker.terminate()

    def _begun(self) -> ProcessPoolExecutor:
        # Not fork: the caller has a database open, and threads where it is a server.
        context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
        get_ready()
        return ProcessPoolExecutor(self.size, mp_context=context, initializer=_live_with_caller)


class Cluster:
    """An existing Dask cluster, through distributed's own executor."""

    def __init__(self, address: str) -> None:
        """Raises `ClusterFault` when the cluster does not answer or has no workers."""
        try:
            from distributed import Client
        except ImportError as error:
            raise ClusterFault("distributed är inte installerat (pip install 'malkedjan[cluster]').") from error
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterFault(f"Klustret på {address} svarar inte.") from error
        # What holds its caller's files in no way is done again elsewhere when a worker is lost.
        self._executor: Executor = self._client.get_executor(pure=False)
        self.size = sum(self._client.nthreads().values())
        if not self.size:
            self._client.close()
            raise ClusterFault(f"Klustret på {address} har inga arbetare.")

    def submit(self, work: Work, *arguments: Any, **options: Any) -> "Future[Any]":
        """Have it done somewhere."""
        return self._executor.submit(work, *arguments, **options)

    def mend(self) -> None:
        """The scheduler itself gives lost work to other workers."""

    def close(self) -> None:
        """Let go of the cluster, which stays."""
        self._client.close(timeout=2)


def get_ready() -> None:
    """Have the engines loaded, from which processes are begun, while the caller is busy with other things."""
    if os.name == "posix":
        multiprocessing.set_forkserver_preload(["service.batch.preloaded"])
        forkserver.ensure_running()


def crew_for(workers: int, cluster: str = "") -> Crew:
    """A cluster's workers, so many processes, or this one (`workers` 1). Raises `ClusterFault`."""
    if cluster:
        return Cluster(cluster)
    return Processes(workers) if workers > 1 else Inline()


def _live_with_caller() -> None:
    """Leave Ctrl-C to the caller, and end when the caller does: also when it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # the engines stay; templates make many objects that stay too
    gc.set_threshold(20_000, 20, 50)
    caller = multiprocessing.parent_process()
    if caller is not None:
        threading.Thread(target=_end_with, args=(caller,), daemon=True).start()


def _end_with(caller: Any) -> None:
    caller.join()
    os._exit(1)
