"""A house to work in, and the sample municipality's workbooks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.workbooks import Kind
from service.store import FILENAME, PlanKey, copy_database
from service.usecases.adopt import adopt
from service.usecases.demo.followups import VP_ADOPTED, decided
from service.usecases.demo.year import AR, MRP_DECISION, SAMPLES
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.submitting.submit import submit

from .people import NOW


def samples(pattern: str) -> list[Path]:
    """Sample workbooks by pattern, in order."""
    found = sorted(SAMPLES.glob(pattern))
    assert found, pattern
    return found


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """An empty house."""
    with open_house(tmp_path / "data", lambda: NOW) as house:
        yield house


@pytest.fixture(scope="session")
def adopted_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which the sample settings are in force and the sample MRP is adopted."""
    data = tmp_path_factory.mktemp("adopted")
    with open_house(data, lambda: NOW) as house:
        for name in (f"installningar-{AR}.xlsx", f"mrp-{AR}.xlsx"):
            receipt = submit(house, (SAMPLES / name).read_bytes(), name, by="Exempel")
            assert receipt.ready, receipt.findings
        key = PlanKey(Kind.MRP, "", AR)
        hand_in(house, key, by="Ekonomichefen", acknowledge=True)
        adopt(house, key, MRP_DECISION, by="Kommunsekreteraren")
        copy_database(house.store, data / "copy.db")
    return data


@pytest.fixture
def adopted(adopted_data: Path, tmp_path: Path) -> Iterator[House]:
    """A house of one's own with the sample MRP adopted."""
    (tmp_path / "adopted").mkdir()
    shutil.copy(adopted_data / "copy.db", tmp_path / "adopted" / FILENAME)
    with open_house(tmp_path / "adopted", lambda: NOW) as house:
        yield house


@pytest.fixture(scope="session")
def planned_data(adopted_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory in which socialnämnden's sample plan is adopted too."""
    data = tmp_path_factory.mktemp("planned")
    shutil.copy(adopted_data / "copy.db", data / FILENAME)
    with open_house(data, lambda: NOW) as house:
        name = f"verksamhetsplan-{AR}-sn.xlsx"
        assert submit(house, (SAMPLES / name).read_bytes(), name, by="Eva").stored
        decided(house, PlanKey(Kind.VERKSAMHETSPLAN, "SN", AR), *VP_ADOPTED)
        copy_database(house.store, data / "copy.db")
    return data


@pytest.fixture
def planned(planned_data: Path, tmp_path: Path) -> Iterator[House]:
    """A house of one's own with socialnämnden's plan adopted."""
    (tmp_path / "planned").mkdir()
    shutil.copy(planned_data / "copy.db", tmp_path / "planned" / FILENAME)
    with open_house(tmp_path / "planned", lambda: NOW) as house:
        yield house
