"""Papers of the sample municipality, of each look one, laid out once for all tests."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from service.machine import SETTING
from service.usecases.demo.year import Demo
from service.usecases.house import open_house
from service.usecases.papers.generate import Written, write
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare

ORDERS = {
    "mrp": Order("mrp", 2027),
    "verksamhetsplan": Order("verksamhetsplan", 2027, "BUN"),
    "enhetsutdrag": Order("enhetsutdrag", 2027, "SN", "S10"),
    "delarsrapport": Order("delarsrapport", 2027, "BUN", period="T2"),
    "uppdragsdialog": Order("uppdragsdialog", 2027, "SN"),
    "styrdokument": Order("styrdokument", 2027, "internkontroll"),
}


@dataclass(frozen=True)
class Paper:
    """A finished paper, and its PDF opened."""

    written: Written
    pdf: pikepdf.Pdf

    @property
    def docx(self) -> Path:
        return self.written.path

    @property
    def pdf_path(self) -> Path:
        return self.written.path.with_suffix(".pdf")


@pytest.fixture(scope="session")
def papers(demo: tuple[Demo, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """The papers by kind."""
    folder = tmp_path_factory.mktemp("papers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "soffice")
        with open_house(demo[1], lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)) as house:
            written = write(house, [prepare(house, order) for order in ORDERS.values()], folder, pdf=True)
    return {
        kind: Paper(done, pikepdf.open(done.path.with_suffix(".pdf")))
        for kind, done in zip(ORDERS, written, strict=True)
    }
