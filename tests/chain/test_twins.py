"""Two rows that say the same under the same parent are asked about."""

from dataclasses import replace

from schemas.workbooks import Kind
from service.chain.twins import twins
from service.chain.values import Layout

from .records import activity, matt, result


def test_the_same_text_under_the_same_parent_is_told_once_whatever_its_case_and_spaces() -> None:
    rows = [
        replace(activity(f"a{row}", home, text), row=row)
        for row, home, text in (
            (6, "r1", "Inför digitalt lås."), (7, "r1", "Bygg rampen."), (8, "r1", "INFÖR  digitalt lås."),
            (9, "r2", "Bygg rampen."),
        )
    ]  # fmt: skip
    found = twins(Kind.VERKSAMHETSPLAN, {"aktivitet": rows}, Layout({"aktivitet": {"text": "D"}}, {}))
    assert [(f.code, f.place.cell, f.details["rad"]) for f in found if f.place] == [("samma-text", "D8", "6")]


def test_results_and_matt_of_one_parent_are_told_those_of_others_are_not() -> None:
    records = {
        "resultat": [result("r1", "IM1", "KS", "Fler bilar."), result("r2", "IM1", "BUN", "Fler bilar.")],
        "matt": [matt("m1", "r1", "Andel"), matt("m2", "r1", "andel"), matt("m3", "r2", "Andel")],
    }
    assert [found.place.sheet for found in twins(Kind.MRP, records, Layout()) if found.place] == ["Mått"]
