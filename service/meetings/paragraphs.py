"""§§ that run through the calendar year for each nämnd: given when a meeting is held, never twice."""

from collections.abc import Collection, Sequence


class NoRoom(Exception):
    """The §§ asked for are taken; `taken` is the first that is."""

    def __init__(self, taken: int) -> None:
        super().__init__(f"§ {taken} is taken")
        self.taken = taken


def next_paragraphs(
    wanted: Sequence[str], given: Collection[int], *, before: int = 0, first: int = 0
) -> dict[str, int]:
    """A § for each of `wanted` (row ids, in order), after all that are `given` and after `before`.

    With `first` they begin there: for a meeting whose minutes are kept after those of a later one. Raises `NoRoom`
    when one of them is taken.
    """
    start = first or max([before, *given], default=0) + 1
    numbers = dict(zip(wanted, range(start, start + len(wanted)), strict=True))
    for number in numbers.values():
        if number in given:
            raise NoRoom(number)
    return numbers
