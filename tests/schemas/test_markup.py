"""Bold and italics in a plain field: read back as they were written, and a star that is only a star left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.markup import from_markup, marked_up
from schemas.text import Run, StyledText, clean_styled

TEXTS = st.text("abå *\\-[]\n.", min_size=1, max_size=8)
RUNS = st.builds(Run, TEXTS, st.booleans(), st.booleans())


def shape(text: StyledText) -> list[tuple[str, bool, bool]]:
    """Each letter with its style; a blank has none."""
    letters = ((sign, run) for run in text.runs for sign in run.text)
    return [(sign, run.bold and not sign.isspace(), run.italic and not sign.isspace()) for sign, run in letters]


@given(st.lists(RUNS, max_size=5))
def test_what_is_marked_up_is_read_back_letter_by_letter(runs: list[Run]) -> None:
    text, _ = clean_styled(StyledText(tuple(runs)))
    edges = shape(from_markup(marked_up(text)))
    assert [sign for sign, *_ in edges] == [sign for sign, *_ in shape(text)]
    assert edges == [(s, b, i) for s, b, i in shape(text)]


@pytest.mark.parametrize("text", ["Belopp* står *) med moms", "2 * 3 * 4", "**fet", "****", "ett \\ och en *"])
def test_a_star_that_marks_nothing_is_a_star(text: str) -> None:
    assert from_markup(text) == StyledText((Run(text),))


def test_marks_say_bold_italics_and_both() -> None:
    runs = from_markup("- **fet** och *kursiv*, ***båda***: \\*stjärna\\*").runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("- ", False, False), ("fet", True, False), (" och ", False, False), ("kursiv", False, True),
        (", ", False, False), ("båda", True, True), (": *stjärna*", False, False),
    ]  # fmt: skip
