"""What a later dispatch changes."""

from service.meetings import changes_since
from service.store import SentPaper


def test_each_paper_is_new_changed_moved_gone_or_not_told_of() -> None:
    before = [SentPaper("a", "1.1", "A", "x"), SentPaper("b", "1.2", "B", "x"), SentPaper("c", "2.1", "C", "x"),
              SentPaper("d", "2.2", "D", "x")]  # fmt: skip
    now = [SentPaper("a", "1.1", "A", "x"), SentPaper("b", "1.2", "B", "y"), SentPaper("e", "1.3", "E", "x"),
           SentPaper("c", "3.1", "C", "x")]  # fmt: skip
    assert [change.line for change in changes_since(before, now)] == [
        "1.2 B: ändrad", "1.3 E: ny", "3.1 C: har fått nytt nummer (var 2.1)", "2.2 D: utgår",
    ]  # fmt: skip
