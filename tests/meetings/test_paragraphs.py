"""§§ are given once, and run on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.meetings import NoRoom, next_paragraphs

ROWS = st.lists(st.text(min_size=1), unique=True, max_size=9)
TAKEN = st.sets(st.integers(1, 400), max_size=30)


@given(ROWS, TAKEN, st.integers(0, 400))
def test_paragraphs_run_on_after_all_that_are_given_and_none_is_given_twice(
    rows: list[str], taken: set[int], before: int
) -> None:
    found = next_paragraphs(rows, taken, before=before)
    assert list(found) == rows
    assert not taken & set(found.values())
    start = max([before, *taken]) + 1 if taken else before + 1
    assert list(found.values()) == list(range(start, start + len(rows)))


def test_a_meeting_kept_late_takes_the_paragraphs_left_for_it_and_no_more() -> None:
    assert next_paragraphs(["a", "b"], {1, 2, 5}, first=3) == {"a": 3, "b": 4}
    with pytest.raises(NoRoom) as no:
        next_paragraphs(["a", "b", "c"], {1, 2, 5}, first=3)
    assert no.value.taken == 5
