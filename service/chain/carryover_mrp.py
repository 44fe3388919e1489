"""The next year's mål- och resursplan as it begins: what lives on from the one in force."""

from collections.abc import Mapping, Sequence
from datetime import date

from schemas.sheets import Record
from schemas.text import StyledText
from schemas.workbooks import Kind

from .assembly import MrpLinks, mrp_links
from .carryover import NEW_TERM, Carried, Left, Outcomes, Records, changed, moved, moved_targets, past, sifted
from .carryover import whole_sheets as whole

_YEARS = {"ar_1": "ar_2", "ar_2": "ar_3"}
_FIVE_YEARS = {**_YEARS, "ar_3": "ar_4", "ar_4": "ar_5"}
_GOALS = ("inriktningsmal", "resultat", "matt")
_AGAIN = ("vision", "ram", "brygga", "resultatpost", "kassaflodespost", "balanspost", "antagande", "namndtext")


def mrp_carried(last: Records, ar: int, outcomes: Outcomes, *, new_term: bool) -> Carried:
    """The records that the MRP of year `ar` begins with: the term's goals, results still valid and their mått, the
    budget's columns moved a year, texts. In a new term no goals, results or mått. `last` has last year's numbers."""
    first = date(ar, 1, 1)
    why_not = _new_term(last) if new_term else _ended_goals(last, first)
    why_not |= {row.id: past(row, "giltig_till", first) for row in last.get("vision", ())}
    why_not |= {row.id: _ended_task(row, first) for row in last.get("uppdrag", ())}
    why_not |= {row.id: _ended_investment(row) for row in last.get("investering", ())}
    stay: dict[str, list[Record]] = {}
    left: list[Left] = []
    for key in (*_GOALS, *_AGAIN, "uppdrag", "investering"):
        stay[key], gone = sifted(Kind.MRP, key, last.get(key, ()), why_not, {})
        left += gone
    return Carried(_moved_a_year(last, stay, outcomes), (*left, *whole(Kind.MRP, last, ar, stay)))


def _moved_a_year(last: Records, stay: Mapping[str, Sequence[Record]], outcomes: Outcomes) -> Records:
    return {
        **stay,
        "mrp": [changed(row, diarienummer="", synnerliga_skal=StyledText()) for row in last.get("mrp", ())],
        "mrp_text": list(last.get("mrp_text", ())),
        "resultat": [changed(row, nummer="", avstamd=None) for row in stay["resultat"]],
        "matt": [outcomes.with_base(moved_targets(changed(row, nummer=""))) for row in stay["matt"]],
        "uppdrag": [changed(row, nummer="") for row in stay["uppdrag"]],
        "ram": [_moved_frame(row) for row in stay["ram"]],
        **{key: [moved(row, _YEARS) for row in stay[key]]
           for key in ("brygga", "resultatpost", "kassaflodespost", "antagande")},
        "balanspost": [moved(row, {"forra": "ar_1", **_YEARS}) for row in stay["balanspost"]],
        "investering": [moved(row, _FIVE_YEARS) for row in stay["investering"]],
    }  # fmt: skip


def _new_term(last: Records) -> dict[str, str]:
    return {row.id: NEW_TERM for key in _GOALS for row in last.get(key, ())}


def _ended_goals(last: Records, first: date) -> dict[str, str]:
    """Why goals, results and mått end, by row id: by themselves, or with what they hang on."""
    links = mrp_links(last)
    reasons = {row.id: past(row, "giltig_till", first) for row in last.get("inriktningsmal", ())}
    for row in last.get("resultat", ()):
        goal = reasons.get(links.mal(row), "")
        reasons[row.id] = past(row, "period_till", first) or (goal and "inriktningsmålet har upphört")
    return reasons | {row.id: _ended_matt(row, links, reasons) for row in last.get("matt", ())}


def _ended_matt(row: Record, links: MrpLinks, reasons: Mapping[str, str]) -> str:
    if row.values.get("utgar"):
        return "utgått"
    return "det som måttet hör till förs inte vidare" if reasons.get(links.mal_or_resultat(row)) else ""


def _ended_task(row: Record, first: date) -> str:
    """A task lives on until it is to be reported, over the end of a term too; without a day it was the year's."""
    end = row.values["aterrapport"]
    if end is None:
        return f"uppdrag för {first.year - 1} utan dag för återrapport"
    return f"skulle återrapporteras senast {end.isoformat()}" if end < first else ""


def _ended_investment(row: Record) -> str:
    later = [row.values[name] for name in _FIVE_YEARS.values()]
    return "" if any(later) else "inga belopp efter året"


def _moved_frame(row: Record) -> Record:
    """Last year's frame as budget, its plan years as proposal; outcome and preliminary frame are not known yet."""
    return changed(moved(row, {"budget_forra": "ram_1", "ram_1": "ram_2", "ram_2": "ram_3"}),
                   bokslut=None, preliminar=None)  # fmt: skip
