"""Page numbers and PDFs as a person asks for them, with LibreOffice and without."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from service.cli import main
from service.pdf import Layout, OfficeFault, lay_out
from service.usecases.answers import Refused
from service.usecases.house import House
from service.usecases.papers.generate import generate
from service.usecases.papers.layout import Numbering, finish
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare

MRP = Order("mrp", 2027)


def test_without_libreoffice_the_numbers_are_left_to_word_and_it_is_said(adopted: House, tmp_path: Path) -> None:
    written = generate(adopted, MRP, tmp_path, pdf=True)
    assert (written.numbering, written.pdf) == (Numbering.LEFT_TO_WORD, None)
    assert written.path.is_file()


def test_the_command_says_so_and_fails_where_a_pdf_was_asked_for(adopted: House, tmp_path: Path) -> None:
    words = ["--data", str(adopted.data), "generate", "mrp", "--ar", "2027", "-o", str(tmp_path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0
    assert "Sidnumren räknas ut av Word när dokumentet öppnas. LibreOffice (soffice) finns inte" in done.output
    failed = CliRunner().invoke(main, [*words, "--pdf"])
    assert failed.exit_code == 1
    assert "PDF kunde inte skrivas. LibreOffice (soffice) finns inte" in failed.output


def test_a_pdf_of_a_workbook_is_refused(adopted: House, tmp_path: Path) -> None:
    with pytest.raises(Refused) as no:
        generate(adopted, Order("detaljbudget", 2027, "BUN"), tmp_path, pdf=True)
    assert [finding.code for finding in no.value.findings] == ["pdf-bara-av-word"]


@pytest.mark.office
def test_the_same_document_is_laid_out_once(
    adopted: House, tmp_path: Path, with_office: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = generate(adopted, MRP, tmp_path / "a")
    assert first.numbering is Numbering.SETTLED

    def no_more(*_: Any, **__: Any) -> list[Layout | OfficeFault]:
        raise AssertionError("laid out again")

    monkeypatch.setattr("service.pdf.layout.lay_out", no_more)
    again = generate(adopted, MRP, tmp_path / "b")
    assert again.path.read_bytes() == first.path.read_bytes()


@pytest.mark.office
def test_a_paper_that_has_changed_a_little_is_laid_out_from_where_it_stood(
    adopted: House, tmp_path: Path, with_office: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(adopted, MRP, tmp_path)
    passes = []

    def counted(*given: Any, **how: Any) -> list[Layout | OfficeFault]:
        passes.append(given)
        return lay_out(*given, **how)

    monkeypatch.setattr("service.pdf.layout.lay_out", counted)
    order = replace(prepare(adopted, MRP), properties={**prepare(adopted, MRP).properties, "author": "Någon annan"})
    (changed,) = finish(adopted, [(order.render, True)], pdf=True, keep=True)
    assert (len(passes), changed.numbering) == (1, Numbering.SETTLED)
    (again,) = finish(adopted, [(order.render, True)], pdf=True, keep=True)
    assert (len(passes), again) == (1, changed)
