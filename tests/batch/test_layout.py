"""Page numbers and PDFs in a batch: laid out by the workers, kept, and missing only with a word about it."""

from pathlib import Path

import pytest

from service.machine import SETTING
from service.store import Outcome
from service.usecases.batches.orders import BatchWish
from service.usecases.demo.year import AR
from service.usecases.house import House

from .running import batch, contents, made

PLAIN = BatchWish(AR, ("uppdragsdialog",), ("SN",), layout=False)
NUMBERED = BatchWish(AR, ("uppdragsdialog",), ("SN",))
WITH_PDF = BatchWish(AR, ("uppdragsdialog",), ("SN",), pdf=True)
FILES = {f"uppdragsdialog-{AR}-sn.docx"}


@pytest.mark.office
@pytest.mark.usefixtures("with_office")
def test_what_lacks_page_numbers_or_its_pdf_is_made_again_once(drafted: House, tmp_path: Path) -> None:
    assert made(batch(drafted, tmp_path / "ut", PLAIN)) == FILES
    numbered = batch(drafted, tmp_path / "ut", NUMBERED)
    assert made(numbered) == FILES
    assert {document.reasons for document in numbered.values()} == {("sidnumren ska sättas",)}
    with_pdf = batch(drafted, tmp_path / "ut", WITH_PDF)
    assert {document.reasons for document in with_pdf.values()} == {("PDF saknas",)}
    assert all(blob.startswith(b"%PDF") for name, blob in contents(tmp_path / "ut").items() if name.endswith(".pdf"))
    assert len(contents(tmp_path / "ut")) == 2
    assert made(batch(drafted, tmp_path / "ut", WITH_PDF)) == set()


def test_a_document_that_kills_libreoffice_is_named_and_written_without_page_numbers(
    drafted: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 139\n")
    program.chmod(0o755)
    monkeypatch.setenv(SETTING, str(program))
    documents = batch(drafted, tmp_path / "ut", NUMBERED)
    assert {document.state for document in documents.values()} == {Outcome.MADE}
    assert all("avslutades med fel (kod 139)" in document.remark for document in documents.values())
    assert set(contents(tmp_path / "ut")) == FILES
    monkeypatch.setenv(SETTING, "")
    assert made(batch(drafted, tmp_path / "ut", NUMBERED)) == set()
