"""A sound plan is let through in silence, at every stage."""

import pytest

from service.findings import line
from service.rules import Case, Stage, judge

from .followups import bs_case, uf_case
from .plans import mrp_case, settings_case, vp_case


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("case", [settings_case(), mrp_case(), vp_case(), uf_case(), bs_case()],
                         ids=["settings", "mrp", "vp", "uppföljning", "bokslut"])  # fmt: skip
def test_a_sound_plan_gives_no_findings(case: Case, stage: Stage) -> None:
    assert [line(finding) for finding in judge(case, stage)] == []
