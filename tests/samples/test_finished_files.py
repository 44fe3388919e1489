"""The finished files agree: one number for each result, one amount for each frame, read out of the files themselves."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service import word
from service.usecases.demo.year import SAMPLES, Demo
from service.usecases.house import open_house
from service.usecases.papers.generate import generate

from ..office import convert, validator_errors
from .finished import amount, blocks, column, opened, printed, table_under

Done = tuple[Demo, Path]
MRP = "mal-och-resursplan-2027-2029.docx"
NAMNDER = {
    "ks": "Kommunstyrelsen", "bun": "Barn- och utbildningsnämnden", "sn": "Socialnämnden",
    "sbn": "Samhällsbyggnadsnämnden", "bn": "Byggnadsnämnden", "mhn": "Miljö- och hälsoskyddsnämnden",
    "kfn": "Kultur- och fritidsnämnden", "ofn": "Överförmyndarnämnden",
}  # fmt: skip


def printed_frame(demo: Done, namnd: str) -> int:
    """The nämnd's frame 2027 as the MRP prints it, its anslagsbindningsnivåer together."""
    head, *rows = table_under(opened(demo[1], MRP), "Driftbudget")
    year = next(n for n, text in enumerate(head) if text.split() == ["Ram", "2027"])
    return sum(amount(row[year]) for row in rows if row[0].split(",")[0] == namnd)


@pytest.mark.parametrize("namnd", NAMNDER)
def test_a_results_number_is_the_same_in_the_mrp_the_vp_and_the_workbook(demo: Done, namnd: str) -> None:
    decided = column(
        SAMPLES / f"verksamhetsplan-2027-{namnd}.xlsx", "Förväntade resultat", "Nummer", "Förväntat resultat"
    )
    mrp = list(blocks(opened(demo[1], MRP)))
    vp = "\n".join(blocks(opened(demo[1], f"verksamhetsplan-2027-{namnd}.docx")))
    assert len(decided) >= 2
    for number, text in decided:
        assert any(block.startswith(f"{number} | ") and str(text) in block for block in mrp), number
        before, _, after = vp.partition(str(text))
        assert after, text
        assert number in before[-60:], (number, before[-60:])


@pytest.mark.parametrize(("namnd", "name"), NAMNDER.items())
def test_a_frame_is_the_same_in_the_mrp_the_vp_the_detaljbudget_and_the_workbook(
    demo: Done, namnd: str, name: str
) -> None:
    workbook = SAMPLES / f"verksamhetsplan-2027-{namnd}.xlsx"
    frame = sum(ram for _, ram in column(workbook, "Ram", "Anslagsbindningsnivå", "Ram att fördela"))
    assert printed_frame(demo, name) == frame
    vp = list(blocks(opened(demo[1], f"verksamhetsplan-2027-{namnd}.docx")))
    assert any(printed(frame) in block.split(" | ") for block in vp)
    book = load_workbook(demo[1] / f"detaljbudget-2027-{namnd}.xlsx", data_only=True)
    assert frame in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def test_the_frames_of_the_mrp_add_up_to_the_sum_it_prints(demo: Done) -> None:
    head, *rows = table_under(opened(demo[1], MRP), "Driftbudget")
    for n, text in enumerate(head[1:], 1):
        amounts = [amount(row[n].replace("+", "")) for row in rows]
        assert sum(amounts[:-1]) == amounts[-1], text
    assert amount(rows[-1][3]) == 2_705_000


def test_every_word_file_is_sound(demo: Done) -> None:
    for written in demo[0].documents:
        if written.path.suffix == ".docx":
            assert word.check(written.path.read_bytes()) == [], written.path.name


def test_no_cell_of_a_detaljbudget_is_without_its_value(demo: Done) -> None:
    for namnd in NAMNDER:
        path = demo[1] / f"detaljbudget-2027-{namnd}.xlsx"
        formulas, values = load_workbook(path), load_workbook(path, data_only=True)
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert values[sheet.title][cell.coordinate].value is not None, (namnd, cell.coordinate)


def test_the_same_plans_give_the_same_bytes_on_another_day(demo: Done, tmp_path: Path) -> None:
    with open_house(demo[1], lambda: datetime(2030, 1, 1, tzinfo=UTC)) as house:
        for written in demo[0].documents[:3]:
            assert generate(house, written.order, tmp_path).path.read_bytes() == written.path.read_bytes()


def one_of_each(demo: Done) -> list[Path]:
    """A document of each kind; what a merge must pass asks of every file that the demo writes."""
    return list({written.order.kind: written.path for written in reversed(demo[0].documents)}.values())


@pytest.mark.validator
def test_microsofts_validator_finds_no_error(demo: Done) -> None:
    marked = [outcome.marked_up for outcome in demo[0].wrong if outcome.marked_up]
    assert validator_errors(*one_of_each(demo), *marked[::12]) == ""


@pytest.mark.office
def test_libreoffice_opens_a_document_of_each_kind(demo: Done, tmp_path: Path) -> None:
    papers = one_of_each(demo)
    convert(papers, "pdf", tmp_path)
    for paper in papers:
        assert (tmp_path / f"{paper.stem}.pdf").read_bytes().startswith(b"%PDF"), paper.name
