"""Running jobs on a crew: few at a time, none lost with a worker, and none that kills workers for ever."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, replace
from typing import Any

from .crews import Crew
from .faults import ClusterFault
from .recipes import Product, Recipe, Wanted
from .worker import make

_AHEAD = 2  # jobs for each worker: one at work and one waiting
_TICK = 0.5
KILLS = "Arbetaren dog två gånger när dokumentet gjordes. Det är ställt åt sidan."


@dataclass(frozen=True, slots=True)
class Job:
    """Documents that are made together; `places` says which they are."""

    places: tuple[int, ...]
    recipes: tuple[Recipe, ...]
    layout: bool = False
    pdf: bool = False
    losses: int = 0

    def singly(self) -> Iterator["Job"]:
        """The same, each by itself, after a worker was lost with them."""
        for place, recipe in zip(self.places, self.recipes, strict=True):
            yield replace(self, places=(place,), recipes=(recipe,), losses=self.losses + 1)


@dataclass(frozen=True, slots=True)
class Done:
    """A document came of it."""

    place: int
    product: Product


@dataclass(frozen=True, slots=True)
class Failed:
    """No document came of it, for this reason."""

    place: int
    fault: str


def completed(crew: Crew, jobs: Iterator[Job], templates: Mapping[str, bytes]) -> Iterator[Done | Failed | None]:
    """What comes of the jobs, as it comes; None now and then while nothing does.

    `jobs` is asked for more only when there is room. Raises `ClusterFault` when a cluster is lost as a whole.
    """
    yield from _Run(crew, jobs, templates).outcomes()


class _Run:
    """Jobs under way. After a lost worker those under way are made one by one, which shows whose fault it was."""

    def __init__(self, crew: Crew, jobs: Iterator[Job], templates: Mapping[str, bytes]) -> None:
        self._crew = crew
        self._jobs = jobs
        self._templates = templates
        self._sent: Counter[str] = Counter()
        self._under_way: dict[Future[Any], Job] = {}
        self._suspects: deque[Job] = deque()

    def outcomes(self) -> Iterator[Done | Failed | None]:
        self._fill()
        while self._under_way:
            done, _ = wait(self._under_way, timeout=_TICK, return_when=FIRST_COMPLETED)
            if not done:
                yield None
            for future in done:
                if future in self._under_way:  # a loss takes the others with it
                    yield from self._outcome(future)
            self._fill()

    def _fill(self) -> None:
        if self._suspects:
            if not self._under_way:
                self._submit(self._suspects.popleft())
            return
        while len(self._under_way) < self._crew.size * _AHEAD:
            job = next(self._jobs, None)
            if job is None:
                return
            self._submit(job)

    def _submit(self, job: Job, wanted: frozenset[str] = frozenset()) -> None:
        given = {name: self._templates[name] for name in wanted | self._unsent(job)}
        try:
            future = self._crew.submit(make, job.recipes, given, layout=job.layout, with_pdf=job.pdf)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self._under_way[future] = job

    def _unsent(self, job: Job) -> frozenset[str]:
        """Templates that not every worker can have been sent yet: they go along, which saves asking for them."""
        names = frozenset(recipe.template for recipe in job.recipes)
        self._sent.update(names)
        return frozenset(name for name in names if self._sent[name] <= self._crew.size)

    def _outcome(self, future: "Future[Any]") -> Iterator[Done | Failed]:
        job = self._under_way.pop(future)
        try:
            made = future.result()
        except BrokenExecutor:
            yield from self._lost([job, *self._under_way.values()])
        except CancelledError as error:
            raise ClusterFault("Klustret svarar inte längre.") from error
        except Exception as error:
            yield from self._refused(job, error)
        else:
            if isinstance(made, Wanted):
                self._submit(job, made.templates)
            else:
                yield from map(_judged, job.places, made)

    def _lost(self, jobs: list[Job]) -> Iterator[Failed]:
        self._under_way.clear()
        self._crew.mend()
        for job in jobs:
            if job.losses and len(jobs) == 1:
                yield Failed(job.places[0], KILLS)
            else:
                self._suspects.extend(job.singly())

    def _refused(self, job: Job, error: Exception) -> Iterator[Failed]:
        """What a whole job failed by: a worker that was lost again and again, or a fault of ours."""
        if type(error).__name__ == "KilledWorker":
            if len(job.places) > 1:
                self._suspects.extend(job.singly())
                return
            yield Failed(job.places[0], KILLS)
            return
        yield from (Failed(place, f"{type(error).__name__}: {error}") for place in job.places)


def _judged(place: int, product: Product) -> Done | Failed:
    return Failed(place, product.error) if product.error else Done(place, product)
