"""The script that writes the official templates, and what a person who restyles them finds in Word."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from service.documents import DOCUMENTS
from templates.build.__main__ import main
from tests.documents.paper import template

WORD = [kind for kind, document in DOCUMENTS.items() if document.format == "docx"]
NUMBERED = ("mrp", "verksamhetsplan", "delarsrapport", "arsberattelse", "delarsrapport-kommunen", "arsredovisning")
NAMES = (
    "Normal", "Heading 1", "Title", "Caption", "toc 1", "toc 2", "toc 3", "table of figures", "List Bullet",
    "List Number", "Header", "Footer", "Målkedjan tabell",
)  # fmt: skip


def test_the_script_writes_every_template_the_same_each_time(tmp_path: Path) -> None:
    main(tmp_path / "a")
    main(tmp_path / "b")
    for document in DOCUMENTS.values():
        assert (tmp_path / "a" / document.template).read_bytes() == (tmp_path / "b" / document.template).read_bytes()


@pytest.mark.parametrize("kind", WORD)
def test_a_template_has_the_styles_by_their_proper_names(kind: str) -> None:
    known = {style.name for style in Document(io.BytesIO(template(kind))).styles}
    assert set(NAMES) <= known


@pytest.mark.parametrize("kind", WORD)
def test_no_tag_is_torn_over_runs(kind: str) -> None:
    document = Document(io.BytesIO(template(kind)))
    for text in document.element.body.iter(qn("w:t")):
        words = text.text or ""
        assert words.count("{{") == words.count("}}")
        assert words.count("{%") == words.count("%}")


@pytest.mark.parametrize("kind", WORD)
def test_a_template_opens_as_a_swedish_document_of_today(kind: str) -> None:
    document = Document(io.BytesIO(template(kind)))
    settings = document.settings.element
    assert settings.find(qn("w:zoom")).get(qn("w:percent")) == "100"
    assert settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").get(qn("w:val")) == "15"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "sv-SE"


@pytest.mark.parametrize("kind", NUMBERED)
def test_headings_and_list_are_tied_both_ways(kind: str) -> None:
    document = Document(io.BytesIO(template(kind)))
    levels = document.part.numbering_part.element.iter(qn("w:lvl"))
    linked = {level.find(qn("w:pStyle")).get(qn("w:val")) for level in levels if level.find(qn("w:pStyle")) is not None}
    numbered = {s.style_id for s in document.styles if s.element.find(f".//{qn('w:numPr')}") is not None}
    assert linked == numbered
