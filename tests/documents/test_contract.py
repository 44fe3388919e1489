"""What a template may use is what the contexts have, each field told with an example."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from schemas.text import StyledText
from service import word
from service.chain.values import State
from service.documents import DOCUMENTS, Hjulbild, as_mapping, describe, file_name
from service.documents.contract import told
from service.documents.diagram import Diagram
from tests.documents.contexts import CONTEXTS
from tests.documents.paper import template

WORD = [kind for kind, document in DOCUMENTS.items() if document.format == "docx"]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_field_is_told_with_an_example(kind: str) -> None:
    described = describe(DOCUMENTS[kind].context)
    assert [field.name for field in described if not (field.help and field.example and field.type)] == []
    assert len({field.name for field in described}) == len(described)


@pytest.mark.parametrize("kind", WORD)
def test_the_official_template_uses_only_what_is_told(kind: str) -> None:
    known = {field.used_as for field in describe(DOCUMENTS[kind].context)}
    assert sorted(word.fields_used(template(kind)) - known) == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_real_context_is_the_one_told(kind: str) -> None:
    context = CONTEXTS[kind](State.ANTAGEN)
    assert isinstance(context, DOCUMENTS[kind].context)
    told_of = {field.used_as for field in describe(DOCUMENTS[kind].context)}
    assert set(_names(context, "")) <= told_of
    assert set(as_mapping(context)) == {name for name in told_of if "." not in name}


def test_a_field_in_a_list_is_named_with_its_list() -> None:
    names = {field.name: field for field in describe(DOCUMENTS["mrp"].context)}
    assert names["inriktningsmal[].resultat[].nummer"].example == "2.3"
    assert names["vision.text"].type == "formaterad text"
    assert names["driftbudget.summa"].type == "grupp"


def test_a_group_needs_no_example_of_its_own() -> None:
    assert told("Rader.")["exempel"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("mrp", 2027), "mal-och-resursplan-2027-2029.docx"),
        (("verksamhetsplan", 2027, "BUN"), "verksamhetsplan-2027-bun.docx"),
        (("detaljbudget", 2027, "ÖVR"), "detaljbudget-2027-ovr.xlsx"),
        (("anvisningar", 2027, "", "", "ramar februari"), "anvisningar-och-ramar-2027-2029-ramar-februari.docx"),
        (("styrdokument", 2027, "gåvor och resor"), "styrdokument-2027-gavor-och-resor.docx"),
        (("uppdragsdialog", 2027, "SN"), "uppdragsdialog-2027-sn.docx"),
        (("enhetsutdrag", 2027, "BUN", "E 12_å"), "enhetsutdrag-2027-bun-e-12-a.docx"),
        (("delarsrapport", 2027, "BUN", "", "", "T2"), "delarsrapport-2027-t2-bun.docx"),
        (("arsberattelse", 2027, "BUN", "", "", "AR"), "arsberattelse-2027-bun.docx"),
        (("delarsrapport-kommunen", 2027, "", "", "", "T2"), "delarsrapport-2027-t2.docx"),
        (("arsredovisning", 2027, "", "", "", "AR"), "arsredovisning-2027.docx"),
    ],
)
def test_file_names_have_no_diacritics_spaces_or_underscores(asked: Any, name: str) -> None:
    assert file_name(*asked) == name


def _names(value: Any, prefix: str) -> list[str]:
    """The dotted names of all that a context holds, lists seen through."""
    found = []
    for field in fields(value):
        inner = getattr(value, field.name)
        found.append(prefix + field.name)
        for part in inner if isinstance(inner, tuple) else (inner,):
            if is_dataclass(part) and not isinstance(part, StyledText | Diagram | Hjulbild):
                found += _names(part, f"{prefix}{field.name}.")
    return found
