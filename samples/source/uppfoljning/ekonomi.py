"""The nämnder's economy by period, tkr net cost: budget and outcome until its end, and the year's prognosis.

The sums are `NAMNDER`; `AVVIKER` says which verksamheter deviate and why, in outcome and in prognosis.
"""

from collections.abc import Mapping, Sequence

# Budget, outcome, prognosis. The year's last report has the year's budget, and the outcome for prognosis.
NAMNDER: Mapping[str, Mapping[str, tuple[int, int, int]]] = {
    "KS": {"T1": (104_000, 103_100, 311_900), "T2": (208_500, 206_900, 311_400), "AR": (312_400, 311_100, 311_100)},
    "BUN": {
        "T1": (352_000, 357_900, 1_058_600), "T2": (695_000, 706_500, 1_062_000),
        "AR": (1_048_600, 1_061_500, 1_061_500),
    },
    "SN": {
        "T1": (374_500, 381_200, 1_133_300), "T2": (748_000, 759_300, 1_137_300),
        "AR": (1_121_300, 1_136_900, 1_136_900),
    },
    "SBN": {"T1": (41_500, 41_200, 118_700), "T2": (80_000, 79_600, 118_700), "AR": (118_700, 118_600, 118_600)},
    "BN": {"T1": (3_320, 3_280, 10_030), "T2": (6_680, 6_610, 9_960), "AR": (10_030, 9_940, 9_940)},
    "MHN": {"T1": (3_970, 3_930, 11_980), "T2": (7_980, 7_940, 11_930), "AR": (11_980, 11_910, 11_910)},
    "KFN": {"T1": (22_950, 22_730, 69_190), "T2": (46_090, 45_880, 68_890), "AR": (69_190, 68_860, 68_860)},
    "OFN": {"T1": (2_290, 2_250, 6_900), "T2": (4_600, 4_560, 6_850), "AR": (6_900, 6_830, 6_830)},
    "KF": {"T1": (1_160, 1_120, 3_480), "T2": (2_320, 2_290, 3_450), "AR": (3_480, 3_440, 3_440)},
    "REV": {"T1": (530, 520, 1_600), "T2": (1_070, 1_060, 1_600), "AR": (1_600, 1_600, 1_600)},
    "VAL": {"T1": (280, 270, 820), "T2": (560, 560, 820), "AR": (820, 820, 820)},
}  # fmt: skip

# Verksamhet, share of the nämnd's deviation in percent, comment. The nämnd's largest verksamhet takes what is left.
AVVIKER: Mapping[str, Sequence[tuple[str, int, str]]] = {
    "KS": (("923", 60, "Två tjänster har varit vakanta."),),
    "BUN": (
        ("407", 30, "Fyra avdelningar stänger två månader senare än planerat."),
        ("443", 12, "Sex elever fler än budgeterat."),
    ),
    "SN": (
        ("510", 35, "Fler beviljade timmar och övertid på kvällar."),
        ("513", 15, "Två nya placeringar enligt LSS."),
        ("550", 10, "Fler barn är placerade i familjehem."),
    ),
    "SBN": (("910", 40, "Lägre elkostnad."),),
    "KFN": (("340", 50, "Lägre kostnad för simhallen."),),
}
KOMMENTAR = "Störst del av nämndens avvikelse."

INVESTERINGAR: Mapping[str, tuple[int, int, int]] = {  # outcome in August, prognosis then, the year's outcome
    "KS": (6_800, 12_000, 11_600), "BUN": (5_900, 9_000, 8_800), "SN": (4_100, 7_000, 6_700),
    "SBN": (101_000, 162_500, 159_200), "BN": (300, 600, 560), "KFN": (2_300, 4_000, 3_800), "MHN": (400, 600, 580),
    "OFN": (200, 300, 260),
}  # fmt: skip


def shared(total: int, weights: Sequence[int], step: int = 10) -> list[int]:
    """The total by weight, rounded to whole steps; the heaviest takes what is left."""
    whole = sum(weights)
    if whole == 0:
        return [total] + [0] * (len(weights) - 1)
    parts = [total * weight // whole // step * step for weight in weights]
    parts[weights.index(max(weights))] += total - sum(parts)
    return parts
