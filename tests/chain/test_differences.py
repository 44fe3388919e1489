"""Two proposals side by side: what is the same in both is the same row, whatever its id and its number."""

from service.chain.differences import ADDED, mrp_differences

from .records import goal, matt, mrp, mrp_records, result, settings


def test_a_result_and_its_matt_that_another_proposal_has_by_other_ids_are_no_difference() -> None:
    before, after = mrp_records(), mrp_records()
    after["inriktningsmal"][1] = goal("IM9", "Utsläppen ska  MINSKA.")
    after["resultat"] = [
        result("KS-8", "IM9", "KS", "Bilarna är laddbara.", period_till=before["resultat"][0].values["period_till"]),
        before["resultat"][1],
        result("KS-9", "IM9", "KS", "Energin minskar.", period_till=before["resultat"][2].values["period_till"]),
        result("KS-7", "IM1", "KS", "Energin minskar."),
    ]
    after["matt"] = [
        before["matt"][0], matt("x2", "KS-8", "Laddbara bilar", mal_1=70, mal_2=75), matt("x3", "KS-8", "Körda mil"),
        matt("x4", "IM9", "Utsläpp"),
    ]  # fmt: skip
    found = mrp_differences(mrp(before), mrp(after), settings())
    told = [(one.subject, one.change, one.after) for one in found if one.subject != "Inriktningsmål"]
    assert told == [("Förväntat resultat", ADDED, "Energin minskar. (KS, –––)")]
