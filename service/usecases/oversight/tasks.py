"""What awaits somebody: faults to mend, plans to hand in, decisions to record, workbooks to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schemas.workbooks import Kind
from service.chain.values import State
from service.store import Account, PlanKey

from ..accounts.access import Action, may
from ..house import House
from .overview import Overview, Standing

_AHEAD = timedelta(days=60)


class Todo(StrEnum):
    """What is to be done with a plan."""

    MEND = "rätta"
    HAND_IN = "lämna in"
    RECORD = "för in beslutet"
    FILL_IN = "fyll i"


@dataclass(frozen=True, slots=True)
class Task:
    """Something that awaits somebody, with the plan as it stands."""

    todo: Todo
    standing: Standing

    @property
    def key(self) -> PlanKey:
        """The plan."""
        return self.standing.key


def tasks(house: House, who: Account, overview: Overview) -> list[Task]:
    """What awaits somebody, what is late first, then by the day it is due."""
    today = house.now().date()
    found = [task for standing in overview.standings for task in _of(standing, who, today)]
    return sorted(found, key=lambda task: (not task.standing.late, task.standing.senast or date.max))


def _of(standing: Standing, who: Account, today: date) -> Iterator[Task]:
    key = standing.key
    if key.kind is Kind.INSTALLNINGAR and standing.state is not State.UTKAST:
        return
    if standing.state is State.UTKAST and may(who, Action.HAND_IN, key):
        yield Task(Todo.HAND_IN if standing.fel == 0 else Todo.MEND, standing)
    elif standing.state is State.INLAMNAD and may(who, Action.ADOPT, key):
        yield Task(Todo.RECORD, standing)
    elif standing.state is None and may(who, Action.UPLOAD, key) and _soon(standing, today):
        yield Task(Todo.FILL_IN, standing)


def _soon(standing: Standing, today: date) -> bool:
    return standing.senast is not None and standing.senast - today <= _AHEAD
