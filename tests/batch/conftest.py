"""A municipality in the middle of its year: one plan decided, one drafted, and a report and a governing document."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.store import FILENAME, PlanKey, copy_database
from service.usecases.demo.followups import VP_ADOPTED, decided
from service.usecases.demo.year import AR, SAMPLES
from service.usecases.house import House, open_house
from service.usecases.submitting.submit import submit
from tests.usecases.conftest import adopted_data
from tests.usecases.people import NOW

__all__ = ["adopted_data"]
DRAFTS = (
    f"verksamhetsplan-{AR}-bun.xlsx", f"uppfoljning-{AR}-t1-sn.xlsx", f"bokslut-{AR}-t1.xlsx",
    f"styrdokument-{AR}-internkontroll.xlsx",
)  # fmt: skip


@pytest.fixture(scope="session")
def drafted_data(adopted_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of that municipality."""
    data = tmp_path_factory.mktemp("drafted")
    shutil.copy(adopted_data / "copy.db", data / FILENAME)
    with open_house(data, lambda: NOW) as house:
        for name in (f"verksamhetsplan-{AR}-sn.xlsx", *DRAFTS):
            assert submit(house, (SAMPLES / name).read_bytes(), name, by="Eva").stored, name
            if name.endswith("plan-2027-sn.xlsx"):
                decided(house, PlanKey(Kind.VERKSAMHETSPLAN, "SN", AR), *VP_ADOPTED)
        copy_database(house.store, data / "copy.db")
    return data


@pytest.fixture
def drafted_folder(drafted_data: Path, tmp_path: Path) -> Path:
    """A data directory of one's own with that database."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(drafted_data / "copy.db", folder / FILENAME)
    return folder


@pytest.fixture
def drafted(drafted_folder: Path) -> Iterator[House]:
    """A house of one's own with that municipality."""
    with open_house(drafted_folder, lambda: NOW) as house:
        yield house
