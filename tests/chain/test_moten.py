"""Ärenden and bilagor are numbered by their place, and references follow them."""

from schemas.text import styled
from service.chain.moten import Tillagd, mote_targets
from service.chain.references import resolver, scope_of
from tests.documents.motesplan import PLAN, arende, mote

TEXT = styled("Se [[ärende plan]], [[bilaga vp]], [[§ plan]] och [[ärende taxa]].")


def shown(**changes: object) -> str:
    """The text as it is printed in the ärende of the plan."""
    found = mote(**changes)
    return str(resolver(scope_of(mote_targets(found, found.punkt("plan"))))(TEXT)).replace("\u00a0", " ")


def test_references_are_right_before_and_after_an_ärende_is_moved() -> None:
    assert shown() == "Se ärende 2, bilaga 2.1, § 119 och ärende 3 (utgår)."
    first = (PLAN, arende("a-1", "upprop"), arende("a-3", "taxa"))
    assert shown(arenden=first, paragrafer={}) == "Se ärende 1, bilaga 1.1, § (ges vid sammanträdet) och ärende 3."


def test_a_file_added_later_comes_last_and_one_that_the_workbook_names_stands_where_it_says() -> None:
    found = mote(tillagda=(Tillagd("plan", "Sen", "sen.pdf"), Tillagd("plan", "X", "Utredning om NN.pdf")))
    bilagor = found.punkter[1].bilagor
    assert [(b.beteckning, b.rad.titel) for b in bilagor] == [
        ("2.1", "Verksamhetsplan"), ("2.2", "Utredning om NN"), ("2.3", "Sen"),
    ]  # fmt: skip


def test_a_paper_of_no_ärende_is_told() -> None:
    assert [row.titel for row in mote(tillagda=(Tillagd("nix", "Sen", "sen.pdf"),)).utan_arende] == ["Sen"]
