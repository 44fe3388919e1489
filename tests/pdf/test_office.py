"""LibreOffice that hangs, falls over or says nothing: noticed in time, tried once more, and told of."""

import sys
import time
from pathlib import Path

import pytest

from service.machine import SETTING
from service.pdf import Limits, OfficeFault, is_available, lay_out
from service.pdf.office import convert

SHORT = Limits(start=1.0, per_file=0.05)
# What a program of that name finds: its arguments end with the folder for what it makes, and the files.
_READ = 'while [ "$1" != "--outdir" ]; do shift; done; out="$2"; shift 2; mkdir -p "$out"\n'
_MAKE = 'name=$(basename "$file" .docx); echo made > "$out/$name.pdf"\n'


class Fake:
    """A program in LibreOffice's place."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
        self.log = folder / "starts"
        program = folder / "soffice"
        program.write_text(f'#!/bin/sh\necho start >> "{self.log}"\n{script}')
        program.chmod(0o755)
        monkeypatch.setenv(SETTING, str(program))

    @property
    def starts(self) -> int:
        return len(self.log.read_text().split())


def converted(*documents: bytes) -> list[bytes | OfficeFault]:
    return convert(documents, "docx", "pdf", "pdf", SHORT)


def test_one_that_hangs_is_killed_in_time_with_its_children_and_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child"
    fake = Fake(tmp_path, monkeypatch, f'sleep 60 & echo $! > "{child}"; wait\n')
    began = time.monotonic()
    (outcome,) = converted(b"x")
    assert time.monotonic() - began < 20
    assert isinstance(outcome, OfficeFault)
    assert "blev inte färdigt på 1 sekunder och avbröts" in str(outcome)
    assert fake.starts == 2
    assert _is_gone(int(child.read_text()))


def _is_gone(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    for _ in range(50):
        if not status.exists() or "\nState:\tZ" in status.read_text():
            return True
        time.sleep(0.1)
    return False


def test_one_that_grows_beyond_its_memory_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Fake(tmp_path, monkeypatch, f"exec {sys.executable} -c \"x = b'x' * 300_000_000; import time; time.sleep(60)\"\n")
    began = time.monotonic()
    (outcome,) = convert([b"x"], "docx", "pdf", "pdf", Limits(memory=100_000_000))
    assert time.monotonic() - began < 30
    assert str(outcome) == "LibreOffice tog mer än 100 MB minne och avbröts."


def test_one_that_falls_over_is_told_of_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = Fake(tmp_path, monkeypatch, "echo Error: no room; exit 81\n")
    (outcome,) = converted(b"x")
    assert str(outcome) == "LibreOffice avslutades med fel (kod 81). Error: no room"
    assert fake.starts == 2


def test_one_that_ends_well_without_a_file_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Fake(tmp_path, monkeypatch, "exit 0\n")
    (outcome,) = converted(b"x")
    assert "kunde inte läsa eller omvandla" in str(outcome)


def test_one_that_falls_over_once_does_its_work_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = f'if [ $(wc -l < "{tmp_path}/starts") = 1 ]; then exit 1; fi\n'
    fake = Fake(tmp_path, monkeypatch, f'{first}{_READ}for file in "$@"; do {_MAKE}done\n')
    assert converted(b"x", b"y") == [b"made\n", b"made\n"]
    assert fake.starts == 2


def test_a_document_that_brings_the_program_down_takes_none_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Fake(tmp_path, monkeypatch, f'{_READ}for file in "$@"; do grep -q bad "$file" && exit 139; {_MAKE}done\n')
    outcomes = converted(b"good", b"bad", b"good", b"good", b"bad", b"good", b"good")
    assert [isinstance(outcome, OfficeFault) for outcome in outcomes] == [False, True, False, False, True, False, False]


def test_without_libreoffice_each_document_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "")
    assert not is_available()
    (outcome,) = converted(b"x")
    assert "finns inte på den här datorn" in str(outcome)


def test_what_is_no_word_file_is_told_of_without_a_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = Fake(tmp_path, monkeypatch, "exit 0\n")
    (outcome,) = lay_out([b"no zip"], pdf=False)
    assert "inget Word-dokument" in str(outcome)
    assert not fake.log.exists()
