"""Wrong usage of the command line is told in Swedish, and ends with 2."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli import main


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("meeting new", "NAMND saknas."),
        ("meeting new SN 2026-13-40 -o x", "2026-13-40 är ingen dag. Skriv till exempel 2026-12-10."),
        ("meeting packag x", "Kommandot packag finns inte."),
        ("nope", "Kommandot nope finns inte."),
        ("meeting held SN --foo", "Valet --foo finns inte."),
        ("submit finns-inte.xlsx", "finns-inte.xlsx finns inte."),
        ("year open tjugo", "tjugo är inte ett tal."),
        ("meeting package SN", "'-o' / '--output' saknas."),
        ("meeting held SN --paragraf 0", "0 ligger utanför 1<=x<=9999."),
        ("workbook fel --ar 2027 -o x", "fel går inte att välja. Välj bland 'installningar'"),
        ("meeting held a b", "Det här är för mycket: b"),
        ("meeting add a", "Skriv sammanträdets namn och filen"),
    ],
)
def test_what_is_written_wrong_is_said_in_swedish(words: str, said: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, words.split(), env={"MALKEDJAN_DATA": str(tmp_path)})
    assert done.exit_code == 2
    assert f"Fel: {said}" in done.output or f": {said}" in done.output
    for english in ("Usage", "Error", "Missing", "Invalid", "No such", "does not", "is not", "Try "):
        assert english not in done.output
