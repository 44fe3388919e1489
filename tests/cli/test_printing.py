"""Tables on the terminal show people's text as it stands."""

import io

import pytest
from rich.console import Console

from service.cli import printing


def test_brackets_and_colons_in_a_table_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    target = io.StringIO()
    width = {"width": 80, "file": target}
    options = {"markup": printing.OUT._markup, "emoji": printing.OUT._emoji, "highlight": False}
    monkeypatch.setattr(printing, "OUT", Console(**width, **options))  # type: ignore[arg-type]
    printing.print_table("Fel", ("Står", "Gör"), [("[[mål 9]]", "se :house: [/b]")], drawn=True)
    assert "[[mål 9]]" in target.getvalue()
    assert "se :house: [/b]" in target.getvalue()
