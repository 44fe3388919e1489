"""The sample municipality adds up, and its wrong workbooks are told what they must be told."""

from pathlib import Path

import pytest

from samples.build import guide
from samples.source import check
from samples.source.wrong import WRONG, Wrong
from service.findings import Level, line
from service.usecases.demo import SAMPLES, Demo

Done = tuple[Demo, Path]


def test_the_sample_adds_up_and_refers_to_what_exists() -> None:
    assert list(check.faults()) == []


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_workbook_is_told_what_is_wrong(demo: Done, case: Wrong) -> None:
    outcome = next(o for o in demo[0].wrong if o.file.endswith(f"-{case.name}.xlsx"))
    said = "\n".join(line(finding) for finding in outcome.findings).replace("\u00a0", " ")
    assert case.fras in said
    assert set(case.koder) <= {finding.code for finding in outcome.findings}, said
    assert set(case.regler) <= {rule for finding in outcome.findings for rule in finding.rules}, said
    assert (outcome.status == "inte inläst") is case.avvisas
    assert case.beskrivning


def test_every_right_workbook_is_accepted_and_the_mrp_adopted(demo: Done) -> None:
    by_file = {outcome.file: outcome for outcome in demo[0].workbooks}
    assert by_file["installningar-2027.xlsx"].status == "gäller"
    assert by_file["mrp-2027.xlsx"].status == "antagen"
    plans = [outcome for outcome in demo[0].workbooks if outcome.file.startswith("verksamhetsplan")]
    assert len(plans) == 8
    assert {plan.status for plan in plans} == {"inlämnad"}
    assert not any(outcome.count(Level.FEL) for outcome in demo[0].workbooks)


def test_every_document_is_written(demo: Done) -> None:
    kinds = [written.order.kind for written in demo[0].documents]
    assert (kinds.count("mrp"), kinds.count("verksamhetsplan"), kinds.count("detaljbudget")) == (3, 8, 8)
    assert all(written.path.exists() for written in demo[0].documents)


def test_a_marked_up_workbook_comes_back_for_each_that_could_be_read(demo: Done) -> None:
    marked = [outcome for outcome in demo[0].wrong if outcome.marked_up]
    assert len(marked) >= 10
    assert all(outcome.marked_up and outcome.marked_up.exists() for outcome in marked)


def test_the_guide_to_the_samples_tells_of_every_wrong_workbook() -> None:
    assert (SAMPLES / "README.md").read_text(encoding="utf-8") == guide()
