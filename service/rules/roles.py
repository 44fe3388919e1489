"""Who an organ is: kommunfullmäktige, kommunstyrelsen, a nämnd that has a verksamhetsplan."""

from service.chain.plans import Installningar
from service.chain.records import Namnd

KF, KS = "kommunfullmäktige", "kommunstyrelse"
USUAL_CODES = {KF: "kf", KS: "ks"}


def has_role(installningar: Installningar, kod: str, roll: str) -> bool:
    """Whether the organ with that code has the role; an organ that is not listed is known by its usual code."""
    namnd = installningar.namnd(kod)
    return namnd.roll == roll if namnd else kod.casefold() == USUAL_CODES[roll]


def is_active(installningar: Installningar, kod: str, ar: int) -> bool:
    """Whether the nämnd is listed and exists in the year."""
    namnd = installningar.namnd(kod)
    return namnd is not None and namnd.active(ar)


def planning(installningar: Installningar, ar: int) -> list[Namnd]:
    """The nämnder that make a verksamhetsplan for the year."""
    return [namnd for namnd in installningar.ordered(ar) if namnd.verksamhetsplan]


def same_code(one: str, other: str) -> bool:
    """Whether two codes are one, whatever their case."""
    return one.casefold() == other.casefold()
