"""Everything in one file, and back: what is read afterwards is what was there, or nothing is put back."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import main
from service.store import FILENAME
from service.usecases.demo.year import SAMPLES


def run(data: Path, *words: object) -> Result:
    """A command and how it ended."""
    return CliRunner().invoke(main, ["--data", str(data), *map(str, words)], catch_exceptions=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with the sample settings, a template of one's own, and what belongs to a machine."""
    data = tmp_path / "data"
    assert run(data, "submit", SAMPLES / "installningar-2027.xlsx").exit_code == 0
    own = data / "mallar" / "word"
    own.mkdir(parents=True)
    (own / "mrp.docx").write_bytes(b"egen mall")
    (data / "webb-nyckel").write_text("hemlig")
    return data


def test_a_copy_put_back_elsewhere_says_the_same(data: Path, tmp_path: Path) -> None:
    copy, elsewhere = tmp_path / "kopia.zip", tmp_path / "nytt"
    made = run(data, "backup", copy)
    assert "databasen och 1 fil" in made.output
    with zipfile.ZipFile(copy) as archive:
        assert set(archive.namelist()) == {FILENAME, "mallar/word/mrp.docx"}
    back = run(elsewhere, "restore", copy)
    assert (back.exit_code, "tillbakalagd" in back.output) == (0, True)
    assert (elsewhere / "mallar" / "word" / "mrp.docx").read_bytes() == b"egen mall"
    assert {path.name for path in elsewhere.iterdir()} == {FILENAME, "mallar"}
    export = ("export", "--ar", 2027, "--format", "json", "-o")
    for where in (data, elsewhere):
        assert run(where, *export, tmp_path / f"{where.name}.json").exit_code == 0
    assert (tmp_path / "data.json").read_bytes() == (tmp_path / "nytt.json").read_bytes()


def test_what_is_there_is_never_written_over(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.zip"
    assert run(data, "backup", copy).exit_code == 0
    before = (data / FILENAME).read_bytes()
    refused = run(data, "restore", copy)
    assert (refused.exit_code, "skrivs inte över" in refused.output) == (3, True)
    assert (data / FILENAME).read_bytes() == before


def _cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-2000])


def _spoil_in_the_middle(copy: Path) -> None:
    blob = bytearray(copy.read_bytes())
    blob[2000:2200] = bytes(200)
    copy.write_bytes(blob)


def _lead_elsewhere(copy: Path) -> None:
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("mallar/../../utanfor.txt", "x")


def _torn(copy: Path) -> None:
    _with_database(copy, b"SQLite format 3\0" + bytes(4096))


def _later(copy: Path) -> None:
    path = copy.with_suffix(".db")
    with zipfile.ZipFile(copy) as archive:
        path.write_bytes(archive.read(FILENAME))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('malkedjan', 'of_next_year', '')"
        )
    _with_database(copy, path.read_bytes())


def _with_database(copy: Path, blob: bytes) -> None:
    with zipfile.ZipFile(copy, "w") as archive:
        archive.writestr(FILENAME, blob)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_cut, "ingen hel säkerhetskopia"), (_spoil_in_the_middle, "ingen hel säkerhetskopia"),
        (_lead_elsewhere, "ingen hel säkerhetskopia"),
        (_torn, "ingen hel säkerhetskopia"), (_later, "senare version"),
    ],
)  # fmt: skip
def test_what_is_no_whole_copy_leaves_nothing_behind(data: Path, tmp_path: Path, spoil: object, said: str) -> None:
    copy, elsewhere = tmp_path / "kopia.zip", tmp_path / "nytt"
    assert run(data, "backup", copy).exit_code == 0
    assert callable(spoil)
    spoil(copy)
    refused = run(elsewhere, "restore", copy)
    assert (refused.exit_code, said in refused.output) == (3, True), refused.output
    assert list(elsewhere.iterdir()) == []
    assert not (tmp_path / "utanfor.txt").exists()
