"""Whether an export's amounts are in kronor or tkr: as told, as the file says, or as its öre show."""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal

from schemas import money
from schemas.columns import as_text
from service.findings import Finding

from .tables import Table
from .values import KRONOR, TKR, Wanted, notice, refusal, warning

_TKR = re.compile(r"\btkr\b|\btusental\b|\bksek\b|\bkkr\b", re.IGNORECASE)
_KRONOR = re.compile(r"\bkr\b|\bkronor\b|\bsek\b", re.IGNORECASE)


def unit_in(
    table: Table, head_line: int, amounts: Iterable[Decimal], written: Collection[str], wanted: Wanted
) -> tuple[str, list[Finding]]:
    """The unit, and what is to be said of it; `written` are the units after the amounts themselves.

    Nothing when it is neither given nor to be seen.
    """
    seen, reason = _seen(table, head_line, amounts, written)
    if not wanted.unit:
        if not seen:
            return "", [refusal("kalla-enhet-okand")]
        return seen, [notice("kalla-enhet", enhet=_word(seen), skal=reason)]
    if seen and seen != wanted.unit:
        details = {"enhet": _word(wanted.unit), "annan": _word(seen), "skal": reason}
        return wanted.unit, [warning("kalla-enhet-motsagd", **details)]
    return wanted.unit, []


def _seen(table: Table, head_line: int, amounts: Iterable[Decimal], written: Collection[str]) -> tuple[str, str]:
    for line in table.lines:
        if line.number > head_line:
            break
        for cell in line.cells.values():
            text = as_text(cell.value) if cell.value is not None else ""
            for unit, words in ((TKR, _TKR), (KRONOR, _KRONOR)):
                if words.search(text):
                    return unit, f"i filen står ”{' '.join(text.split())[:60]}”"
    for unit in (TKR, KRONOR):
        if written and all(one.casefold() in money.spellings(unit) for one in written):
            return unit, f"vid beloppen står {next(iter(written))}"
    if any(amount != amount.quantize(Decimal("0.1")) for amount in amounts):
        return KRONOR, "beloppen har ören"
    return "", ""


def _word(unit: str) -> str:
    return "tusental kronor" if unit == TKR else "kronor"
