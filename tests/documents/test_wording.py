"""What stands alike in all papers: spans of dates, counts, proposals' names and values of a mått."""

from datetime import date
from decimal import Decimal as D

from service.documents.wording import DASH, amounts, period, proposal_shown, responsible, telling, with_counts


def test_a_span_says_its_year_once_and_breaks_only_after_the_dash() -> None:
    assert period(date(2027, 3, 1), date(2027, 8, 31)) == "1\u00a0mars\u00a0– 31\u00a0augusti\u00a02027"
    assert period(date(2027, 9, 1), date(2028, 3, 31)) == "1\u00a0september\u00a02027\u00a0– 31\u00a0mars\u00a02028"
    assert period(date(2027, 1, 1), date(2029, 12, 31)) == "2027–2029"


def test_the_words_of_a_scale_are_counted_without_being_inflected() -> None:
    assert with_counts([("uppfyllt", 14), ("ej uppfyllt", 0), ("delvis uppfyllt", 2)]) == (
        "uppfyllt:\u00a014, delvis uppfyllt:\u00a02"
    )
    assert [responsible(koder) for koder in (("SN",), ("SN", "KS"))] == ["Ansvarig nämnd", "Ansvariga nämnder"]


def test_a_proposal_is_called_by_a_name_and_not_by_its_slug() -> None:
    assert proposal_shown("forslag-oppositionen") == "förslag: oppositionen"
    assert proposal_shown("ramar-februari") == "ramar februari"
    assert proposal_shown("") == ""


def test_a_share_that_misses_the_target_is_not_printed_as_the_target() -> None:
    assert [telling([D(share)], D(1)) for share in ("1.1", "0.99", "0.997")] == [1, 2, 3]


def test_a_matt_has_the_same_decimals_in_all_its_values() -> None:
    assert amounts(D("3.4"), D("3.1"), D(3), None) == ("3,4", "3,1", "3,0", DASH)
    assert amounts(D(1200), None, D("7.25")) == ("1\u00a0200,00", DASH, "7,25")
    assert amounts(D(38), D(39)) == ("38", "39")
