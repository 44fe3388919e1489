"""Only what has changed is made again: after a change in one cell, the documents that show it and no others."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.store import FILENAME, Outcome
from service.usecases.demo.year import AR, SAMPLES
from service.usecases.house import OFFICIAL_TEMPLATES, House, open_house
from service.usecases.submitting.submit import submit
from tests.usecases.people import NOW, Person

from .running import batch, contents, made


@dataclass(frozen=True)
class Change:
    """One cell of a sample workbook, and the documents that show it."""

    file: str
    sheet: str
    row: int
    heading: str
    shown_in: frozenset[str]
    reason: str = ""


CHANGES = {
    "settings": Change(
        "installningar", "Nämnder", 3, "Förvaltning",
        frozenset({f"verksamhetsplan-{AR}-bun.docx", f"detaljbudget-{AR}-bun.xlsx", f"delarsrapport-{AR}-t1.docx"}),
    ),
    "settings that no paper shows": Change("installningar", "Enheter", 1, "Enhet", frozenset()),
    "a revision of the adopted MRP, not decided yet": Change(
        "mrp", "Vision", 1, "Beskrivning", frozenset(), "Nytt beslut"
    ),
    "plan": Change(
        "verksamhetsplan", "Aktiviteter", 1, "Aktivitet",
        frozenset({f"verksamhetsplan-{AR}-bun.docx", f"malkedja-{AR}.docx"}),
    ),
    "budget": Change(
        "verksamhetsplan", "Detaljbudget", 1, "Övriga kostnader",
        frozenset({f"verksamhetsplan-{AR}-bun.docx", f"detaljbudget-{AR}-bun.xlsx"}),
    ),
    "report": Change(
        "uppfoljning", "Förväntade resultat", 1, "Analys", frozenset({f"delarsrapport-{AR}-t1-sn.docx"})
    ),
    "the municipality's own figures": Change(
        "bokslut", "Inriktningsmål", 1, "Motivering", frozenset({f"delarsrapport-{AR}-t1.docx"})
    ),
    "governing document": Change(
        "styrdokument", "Kapitel", 1, "Text", frozenset({f"styrdokument-{AR}-internkontroll.docx"})
    ),
}  # fmt: skip
FILES = {
    "installningar": f"installningar-{AR}.xlsx", "mrp": f"mrp-{AR}.xlsx",
    "verksamhetsplan": f"verksamhetsplan-{AR}-bun.xlsx", "uppfoljning": f"uppfoljning-{AR}-t1-sn.xlsx",
    "bokslut": f"bokslut-{AR}-t1.xlsx", "styrdokument": f"styrdokument-{AR}-internkontroll.xlsx",
}  # fmt: skip


@pytest.fixture(scope="module")
def before(drafted_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database in which everything was made once, and the folder it was written to."""
    data = tmp_path_factory.mktemp("before")
    shutil.copy(drafted_data / "copy.db", data / FILENAME)
    with open_house(data, lambda: NOW) as house:
        batch(house, data / "ut")
    return data / FILENAME, data / "ut"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_in_one_cell_only_the_documents_that_show_it_are_made_again(
    change: Change, before: tuple[Path, Path], tmp_path: Path
) -> None:
    shutil.copy(before[0], tmp_path / FILENAME)
    with open_house(tmp_path, lambda: NOW) as house:
        _change(house, change)
        again = batch(house, tmp_path / "ut")
        assert made(again) == change.shown_in
        assert {name for name, document in again.items() if document.state is not Outcome.REUSED} == change.shown_in
        for name in change.shown_in:
            assert any(FILES[change.file] in reason for reason in again[name].reasons), again[name].reasons
        _forget(house)
        afresh = batch(house, tmp_path / "afresh")
    assert made(afresh) == set(again)
    assert contents(tmp_path / "ut") == contents(tmp_path / "afresh")
    earlier = contents(before[1])
    assert {name for name, blob in contents(tmp_path / "ut").items() if blob != earlier[name]} == change.shown_in


def test_a_changed_template_makes_its_own_documents_again_and_no_others(
    before: tuple[Path, Path], tmp_path: Path
) -> None:
    shutil.copy(before[0], tmp_path / FILENAME)
    own = tmp_path / "mallar" / "excel"
    own.mkdir(parents=True)
    person = Person((OFFICIAL_TEMPLATES / "excel" / "detaljbudget.xlsx").read_bytes())
    person.book.worksheets[0].page_setup.orientation = "portrait"
    (own / "detaljbudget.xlsx").write_bytes(person.saved())
    with open_house(tmp_path, lambda: NOW) as house:
        again = batch(house, tmp_path / "ut")
    assert made(again) == {f"detaljbudget-{AR}-{kod}.xlsx" for kod in ("bun", "sn")}
    assert again[f"detaljbudget-{AR}-sn.xlsx"].reasons == ("mallen har ändrats",)


def test_without_any_change_nothing_is_prepared_and_a_file_taken_away_is_put_back(
    before: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(before[0], tmp_path / FILENAME)
    monkeypatch.setattr("service.usecases.papers.preparing.prepare", None)
    monkeypatch.setattr("service.usecases.papers.orders.orders_of_year", None)
    with open_house(tmp_path, lambda: NOW) as house:
        assert made(batch(house, tmp_path / "ut")) == set()
        first = contents(tmp_path / "ut")
        next((tmp_path / "ut").iterdir()).unlink()
        assert made(batch(house, tmp_path / "ut")) == set()
    assert contents(tmp_path / "ut") == first == contents(before[1])


def test_a_file_whose_bytes_are_lost_is_made_again(before: tuple[Path, Path], tmp_path: Path) -> None:
    shutil.copy(before[0], tmp_path / FILENAME)
    name = f"detaljbudget-{AR}-sn.xlsx"
    with open_house(tmp_path, lambda: NOW) as house:
        house.store.db.execute(
            "delete from document_file where sha256 = (select sha256 from made where filename = ?)", [name]
        )
        house.store.db.conn.commit()
        again = batch(house, tmp_path / "ut")
    assert made(again) == {name}
    assert again[name].reasons == ("filen finns inte kvar",)


def _change(house: House, change: Change) -> None:
    person = Person((SAMPLES / FILES[change.file]).read_bytes())
    cell = person.cell(change.sheet, change.row, change.heading)
    cell.value = cell.value + 7 if isinstance(cell.value, int) else f"{cell.value} Tillägg."
    receipt = submit(house, person.saved(), FILES[change.file], by="Eva", reason=change.reason)
    assert receipt.stored, receipt.findings


def _forget(house: House) -> None:
    """As if nothing had ever been made."""
    for table in ("made", "batch_document", "batch"):
        house.store.db.execute(f"delete from [{table}]")
    house.store.db.conn.commit()
