"""What is made beside the requests takes one thread, however many ask, and a line that has an end."""

import threading
from threading import Event

from service.web.workbench import MOST, Workbench


def test_however_many_ask_one_thing_is_done_at_a_time_in_their_order_and_no_more_wait_than_may() -> None:
    bench, begun, go, done = Workbench(), Event(), Event(), Event()
    made: list[int] = []
    before = threading.active_count()

    def work(number: int) -> str:
        begun.set()
        assert go.wait(30)
        made.append(number)
        if number == MOST - 1:
            done.set()
        if number == 1:
            raise RuntimeError
        return "Gick inte." if number == 2 else ""

    for number in range(3 * MOST):
        bench.ask(number, lambda number=number: work(number))  # type: ignore[misc]
        bench.ask(0, lambda: work(0))
    assert begun.wait(30)
    assert threading.active_count() == before + 1
    go.set()
    assert done.wait(30)
    assert made == list(range(MOST))
    assert "antecknat" in bench.fault(1)
    assert (bench.fault(2), bench.fault(2), bench.fault(3)) == ("Gick inte.", "", "")
