"""Never twice, never lost: whatever is killed at whatever moment, the batch goes on to the same documents."""

import os
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from service.store import FILENAME, Outcome, batch_documents, batches
from service.usecases.batches.record import start_batch
from service.usecases.batches.run import run_batch
from service.usecases.demo.year import AR
from service.usecases.house import OFFICIAL_TEMPLATES, House, open_house
from tests.usecases.people import NOW

from .commands import ROOT, command, finished, group_is_gone, running, wait_until_some_are_made, year
from .running import WISH, batch, contents


@pytest.fixture
def expected(drafted_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a batch that nothing befell."""
    folder = tmp_path_factory.mktemp("expected")
    (folder / FILENAME).write_bytes((drafted_data / "copy.db").read_bytes())
    with open_house(folder, lambda: NOW) as house:
        batch(house, folder / "ut")
    return contents(folder / "ut")


def test_a_batch_whose_caller_was_killed_goes_on_where_it_stood(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with running(drafted_folder, *year(tmp_path / "ut")) as process:
        wait_until_some_are_made(process)
        process.kill()
    assert group_is_gone(process.pid), "workers outlived their caller"
    with sqlite3.connect(drafted_folder / FILENAME) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        first = dict(database.execute("select filename, at from made"))
    assert 0 < len(first) < len(expected)
    told = finished(drafted_folder, "--resume", "--workers", "2")
    assert told["antal"] == told["skrivna"] == len(expected)
    with sqlite3.connect(drafted_folder / FILENAME) as database:
        then = dict(database.execute("select filename, at from made"))
        assert database.execute("select count(*) from batch").fetchone() == (1,)
    assert first.items() <= then.items(), "what was finished was made twice"
    assert contents(tmp_path / "ut") == expected


def test_a_batch_stopped_by_ctrl_c_keeps_what_is_finished_and_the_same_command_goes_on(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    # One worker, so that the batch is far from its end when the key is pressed.
    with running(drafted_folder, *year(tmp_path / "ut", "--workers", "1")) as process:
        wait_until_some_are_made(process)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Fortsätt med: malkedjan batch --resume" in told
    assert group_is_gone(process.pid)
    kept = contents(tmp_path / "ut")
    assert kept.items() <= expected.items()
    assert 0 < len(kept) < len(expected)
    told = finished(drafted_folder, *year(tmp_path / "ut"))
    assert told["skrivna"] == len(expected)
    assert contents(tmp_path / "ut") == expected


def test_a_worker_that_is_killed_loses_no_document(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with running(drafted_folder, *year(tmp_path / "ut")) as process:
        wait_until_some_are_made(process)
        os.kill(_workers_of(process.pid)[0], signal.SIGKILL)
        process.communicate(timeout=240)
    assert process.returncode == 0
    assert contents(tmp_path / "ut") == expected


def test_two_batches_at_once_give_the_same_files(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with running(drafted_folder, *year(tmp_path / "a")) as one, running(drafted_folder, *year(tmp_path / "b")) as two:
        for process in (one, two):
            process.communicate(timeout=240)
            assert process.returncode == 0
    assert contents(tmp_path / "a") == contents(tmp_path / "b") == expected


def test_a_batch_that_is_worked_at_is_not_begun_a_second_time(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    folder = tmp_path / "ut"
    with open_house(drafted_folder, lambda: NOW) as house:
        views = run_batch(house, start_batch(house, WISH, folder, by="Eva"), workers=1)
        next(views)
        again = subprocess.run(
            command(drafted_folder, *year(folder)), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert again.returncode == 3
        assert "pågår redan" in again.stdout
        assert [view.failed for view in views][-1] == 0
    assert contents(folder) == expected


def test_one_documents_fault_stops_no_other_and_is_told_with_its_namnd_and_cause(
    drafted_folder: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    own = drafted_folder / "mallar" / "excel"
    own.mkdir(parents=True)
    (own / "detaljbudget.xlsx").write_bytes((OFFICIAL_TEMPLATES / "word" / "mrp.docx").read_bytes())
    done = subprocess.run(
        command(drafted_folder, *year(tmp_path / "ut")), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    faulty = {f"detaljbudget-{AR}-bun.xlsx", f"detaljbudget-{AR}-sn.xlsx"}
    assert f"BUN, detaljbudget-{AR}-bun.xlsx: " in done.stdout
    assert set(contents(tmp_path / "ut")) == set(expected) - faulty
    with open_house(drafted_folder, lambda: NOW) as house:
        assert _failed(house) == faulty
    (own / "detaljbudget.xlsx").unlink()
    told = finished(drafted_folder, *year(tmp_path / "ut"))
    assert told["skrivna"] == len(faulty)
    assert contents(tmp_path / "ut") == expected


def _failed(house: House) -> set[str]:
    id = batches(house.store)[0].id
    return {document.filename for document in batch_documents(house.store, id, Outcome.FAILED)}


def _workers_of(caller: int) -> list[int]:
    """The processes of the caller's group that work: the last begun."""
    group = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _group_of(path) == caller]
    return sorted(group)[-1:]


def _group_of(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[2])
    except OSError:
        return 0
