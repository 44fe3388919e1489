"""The names of files that come in: whatever they are sent as, they are one line that can be kept and taken home."""

import pytest

from service.usecases.filenames import plain_file_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("plan.xlsx", "plan.xlsx"),
        ("C:\\Mina  filer\\Yttrande (2).pdf", "Yttrande (2).pdf"), ("../../plan.xlsx", "plan.xlsx"),
        ("a\nb\r\n\tc.xlsx", "a b c.xlsx"),
        ("plan\u202excod.x\x00lsx", "planxcod.xlsx"), ("_x002F_etc.xlsx", "etc.xlsx"),
        ("\udcffa.xlsx", "a.xlsx"), ("..", "fil"), ("mapp/", "fil"), ("", "fil"), ("a\u030a.docx", "å.docx"),
        ("å" * 300 + ".xlsx", "å" * 117 + ".xlsx"), ("x" * 300 + ".docx", "x" * 195 + ".docx"),
    ],
)  # fmt: skip
def test_a_name_is_one_line_without_folders_and_not_too_long(sent: str, kept: str) -> None:
    assert plain_file_name(sent, "fil") == kept
    assert plain_file_name(kept, "fil") == kept
