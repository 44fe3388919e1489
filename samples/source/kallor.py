"""What the economy system and Kolada would give for 2027: amounts that agree with the plans, and files made of them.

Each leaf (a kostnadsslag in a verksamhet) has whole tkr that add up to the nämnd's sums; in kronor it has öre too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .plans import INSTALLNINGAR, MRP, VERKSAMHETSPLANER, in_tkr
from .sums import KOSTNADER

# Year's budget; budget and outcome January–April; the same January–August; forecast for the year. Net cost, tkr.
SUMMOR = {
    "KS": (312_400, 104_000, 103_100, 208_500, 206_900, 311_400),
    "BUN": (1_048_600, 352_000, 357_900, 695_000, 706_500, 1_062_000),
    "SN": (1_121_300, 374_500, 381_200, 748_000, 759_300, 1_137_300),
    "SBN": (118_700, 41_500, 41_200, 80_000, 79_600, 118_700),
    "KF": (3_480, 1_150, 1_130, 2_320, 2_290, 3_460),
    "BN": (10_030, 3_330, 3_290, 6_690, 6_650, 9_980),
    "KFN": (69_190, 22_950, 22_690, 46_090, 45_830, 68_850),
    "MHN": (11_980, 3_980, 3_930, 7_990, 7_940, 11_920),
    "OFN": (6_900, 2_290, 2_260, 4_600, 4_580, 6_870),
    "REV": (1_600, 530, 530, 1_070, 1_070, 1_600),
    "VAL": (820, 270, 270, 540, 540, 820),
}
OVRIGA = (104_000, 34_500, 34_100, 69_300, 68_900, 103_500)
PREFIX = {
    "KF": "00", "VAL": "01", "REV": "02", "KS": "1", "BUN": "2", "SN": "3", "SBN": "4", "BN": "5", "MHN": "6",
    "KFN": "7", "OFN": "8",
}  # fmt: skip
KONTON = {
    "intakter": ("3110", "Intäkter"),
    "personal": ("5011", "Löner och arbetsgivaravgifter"),
    "lokal": ("6010", "Lokalhyror"),
    "ovrigt": ("7010", "Övriga kostnader"),
    "kapital": ("7910", "Avskrivningar"),
}


@dataclass(frozen=True)
class Leaf:
    """A leaf's amounts in tkr, in the order of `SUMMOR`; income minus."""

    namnd: str
    verksamhet: str
    slag: str
    ansvar: str
    kod: str
    amounts: tuple[int, ...]

    def kronor(self, which: int) -> Decimal:
        """The amount in kronor; outcomes with öre that round to the tkr they stand for."""
        amount = Decimal(self.amounts[which] * 1000)
        if which not in (2, 4) or not amount:
            return amount
        seed = int(self.ansvar + self.kod) * 7919 + which * 104_729 + len(self.slag) * 31
        return amount + Decimal(seed % 79_900 - 39_950) / 100


@cache
def leaves() -> tuple[Leaf, ...]:
    """Every leaf of the municipality, by ansvar."""
    found = [leaf for namnd in SUMMOR for leaf in _of_namnd(namnd)]
    return tuple(sorted(found, key=lambda leaf: (leaf.ansvar, KONTON[leaf.slag][0])))


def _of_namnd(namnd: str) -> Iterator[Leaf]:
    rows = list(_budget(namnd))
    parts = [_spread([amount for *_, amount in rows], target) for target in SUMMOR[namnd]]
    numbers = {kod: n for n, kod in enumerate(dict.fromkeys(kod for kod, *_ in rows), 1)}
    for (kod, slag, _), *amounts in zip(rows, *parts, strict=True):
        ansvar = PREFIX[namnd] + str(numbers[kod]).zfill(3 - len(PREFIX[namnd])) + "0"
        yield Leaf(namnd, kod, slag, ansvar, "4475" if kod == "446" else f"{kod}0", tuple(amounts))


def _budget(namnd: str) -> Iterator[tuple[str, str, int]]:
    """Verksamhet, slag and the year's budget in tkr: the detaljbudget's, or the frame where there is none."""
    plan = VERKSAMHETSPLANER.get(namnd)
    if plan is not None:
        for row in plan.rows["budgetrad"]:
            for slag in ("intakter", *KOSTNADER):
                amount = in_tkr(plan, row[slag])
                if amount:
                    yield row["verksamhet"], slag, -amount if slag == "intakter" else amount
        return
    frame = sum(row["ram_1"] for row in MRP.rows["ram"] if row["namnd"] == namnd)
    kod = next(row["kod"] for row in INSTALLNINGAR.rows["verksamhet"] if row["namnd"] == namnd)
    yield kod, "personal", frame * 6 // 10
    yield kod, "ovrigt", frame - frame * 6 // 10


def _spread(amounts: list[int], target: int) -> tuple[int, ...]:
    """The year's amounts scaled to a sum; what rounding leaves is put on the largest."""
    whole = sum(amounts)
    scaled = [amount * target // whole if whole else amount for amount in amounts]
    scaled[max(range(len(amounts)), key=amounts.__getitem__)] += target - sum(scaled)
    return tuple(scaled)


def agrees() -> Iterable[str]:
    """Every sum that is not as it should be."""
    others = [namnd for namnd in SUMMOR if namnd not in ("KS", "BUN", "SN", "SBN")]
    for which, wanted in enumerate(OVRIGA):
        if sum(SUMMOR[namnd][which] for namnd in others) != wanted:
            yield f"övriga nämnder, kolumn {which}"
    for namnd, wanted_sums in SUMMOR.items():
        own = [leaf for leaf in leaves() if leaf.namnd == namnd]
        for which, wanted in enumerate(wanted_sums):
            if sum(leaf.amounts[which] for leaf in own) != wanted:
                yield f"{namnd}, kolumn {which}"
