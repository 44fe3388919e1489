"""Documents out of the house: one's own template, the right version, and clear words when a template is wrong."""

import hashlib
import io
from pathlib import Path

import pytest
from docx import Document

from service.store import documents_with
from service.usecases.answers import Refused
from service.usecases.house import OFFICIAL_TEMPLATES, House
from service.usecases.papers.generate import generate
from service.usecases.papers.orders import Order
from service.usecases.submitting.submit import submit
from service.word import TemplateFault

from .conftest import samples


def own_template(house: House, text: str) -> None:
    """Put a changed template of the verksamhetsplan in the data directory."""
    document = Document(str(OFFICIAL_TEMPLATES / "word" / "verksamhetsplan.docx"))
    document.add_paragraph(text)
    path = house.data / "mallar" / "word" / "verksamhetsplan.docx"
    path.parent.mkdir(parents=True)
    target = io.BytesIO()
    document.save(target)
    path.write_bytes(target.getvalue())


@pytest.fixture
def with_plan(adopted: House) -> House:
    """A house where socialnämnden's sample plan is a draft."""
    path = samples("verksamhetsplan-2027-sn.xlsx")[0]
    assert submit(adopted, path.read_bytes(), path.name, by="Eva").stored
    return adopted


def test_the_municipalitys_own_template_is_used(with_plan: House, tmp_path: Path) -> None:
    own_template(with_plan, "Tryckt åt {{ namnd }}.")
    written = generate(with_plan, Order("verksamhetsplan", 2027, "SN"), tmp_path)
    assert "Tryckt åt Socialnämnden." in [p.text for p in Document(str(written.path)).paragraphs]


def test_a_field_that_is_not_there_stops_the_paper_and_is_named(with_plan: House, tmp_path: Path) -> None:
    own_template(with_plan, "Tryckt åt {{ namd }}.")
    with pytest.raises(TemplateFault) as fault:
        generate(with_plan, Order("verksamhetsplan", 2027, "SN"), tmp_path)
    assert "namd" in str(fault.value)
    assert "namnd" in str(fault.value)
    assert list(tmp_path.glob("*.docx")) == []


def test_a_draft_says_on_its_pages_that_it_is_one(with_plan: House, tmp_path: Path) -> None:
    document = Document(str(generate(with_plan, Order("verksamhetsplan", 2027, "SN"), tmp_path).path))
    head = "\n".join(p.text for section in document.sections for p in section.header.paragraphs)
    assert "UTKAST, version 1" in head
    assert any("preliminärt" in p.text for p in document.paragraphs)


def test_a_written_document_is_registered_once(with_plan: House, tmp_path: Path) -> None:
    for _ in range(2):
        written = generate(with_plan, Order("detaljbudget", 2027, "SN"), tmp_path)
    digest = hashlib.sha256(written.path.read_bytes()).hexdigest()
    assert [row.filename for row in documents_with(with_plan.store, sha256=digest)] == ["detaljbudget-2027-sn.xlsx"]


def test_what_is_not_there_is_answered_with_what_is(with_plan: House, tmp_path: Path) -> None:
    with pytest.raises(Refused) as no:
        generate(with_plan, Order("enhetsutdrag", 2027, "SN", "S99"), tmp_path)
    assert "S11" in no.value.findings[0].details["val"]
    with pytest.raises(Refused):
        generate(with_plan, Order("verksamhetsplan", 2027, "SN", version=7), tmp_path)
