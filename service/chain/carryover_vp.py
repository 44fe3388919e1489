"""A nämnd's next verksamhetsplan as it begins: what lives on from the one in force."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from schemas.sheets import Record
from schemas.workbooks import Kind

from .carryover import NEW_TERM, Carried, Left, Outcomes, Records, changed, moved_targets, sifted, whole_sheets
from .newrows import new_row
from .plans import Mrp, Verksamhetsplan
from .units import in_unit, unit_of

_FACTS = (
    "beloppsenhet", "framtagen_av", "dokumentagare", "dokumentansvarig", "amnesomrade", "intranat", "hemsida",
    "styrande_dokument",
)  # fmt: skip
_ENDING = ("särskild satsning", "projekt")
_DECIDED = ("vp_resultat", "vp_ram", "vp_investering")  # shown from the mål- och resursplan, not carried


def vp_carried(last: Records, last_plan: Verksamhetsplan, mrp: Mrp, outcomes: Outcomes, *, new_term: bool) -> Carried:
    """The records that a nämnd's plan begins with under the new `mrp`: its facts and texts, activities and own mått
    that go on under results that go on, the verksamhetsbeskrivning, and last year's net beside the budget's rows."""
    numbers = {resultat.id: str(resultat.nummer) for resultat in mrp.namnd_resultat(last_plan.head.namnd)}
    shown = {row.id: str(row.nummer) for row in last_plan.aktiviteter}
    shown |= {row.id: str(row.nummer) for row in last_plan.matt}
    why_not = _ended_rows(last, last_plan, numbers, outcomes, mrp.head.ar, new_term)
    stay: dict[str, list[Record]] = {}
    left: list[Left] = []
    own = {row.id for row in last_plan.matt if row.egen}
    for key in ("aktivitet", "vp_matt", "vb"):
        rows = [row for row in last.get(key, ()) if key != "vp_matt" or row.id in own]
        stay[key], gone = sifted(Kind.VERKSAMHETSPLAN, key, rows, why_not, shown)
        left += gone
    records = _moved_a_year(last, last_plan, stay, numbers, outcomes)
    taken = (*records, *_DECIDED)
    return Carried(records, (*left, *whole_sheets(Kind.VERKSAMHETSPLAN, last, mrp.head.ar, taken)))


def _moved_a_year(
    last: Records, plan: Verksamhetsplan, stay: Mapping[str, list[Record]], numbers: Mapping[str, str],
    outcomes: Outcomes,
) -> Records:  # fmt: skip
    unit = unit_of(Kind.VERKSAMHETSPLAN, last)
    under = {row.id: row.resultat for row in plan.aktiviteter} | {row.id: row.hor_till for row in plan.matt}
    since = Decimal(plan.head.ar)
    return {
        "verksamhetsplan": [_facts(row) for row in last.get("verksamhetsplan", ())],
        "verksamhetsplan_text": list(last.get("verksamhetsplan_text", ())),
        "aktivitet": [
            changed(row, nummer="", resultat=numbers[under[row.id]], funnits_sedan=row.values["funnits_sedan"] or since)
            for row in stay["aktivitet"]
        ],
        "vp_matt": [
            outcomes.with_base(moved_targets(changed(row, nummer="", hor_till=numbers[under[row.id]])))
            for row in stay["vp_matt"]
        ],
        "vb": stay["vb"],
        "budgetrad": [
            new_row(Kind.VERKSAMHETSPLAN, "budgetrad", rad.id, {
                "verksamhet": rad.verksamhet, "netto_forra": in_unit(rad.netto, unit),
            })
            for rad in plan.budget
        ],
    }  # fmt: skip


def _facts(row: Record) -> Record:
    """The plan's facts; its diarienummer and what the nämnd certifies are for each year anew."""
    return new_row(Kind.VERKSAMHETSPLAN, "verksamhetsplan", "", {name: row.values[name] for name in _FACTS})


def _ended_rows(
    last: Records, plan: Verksamhetsplan, numbers: Mapping[str, str], outcomes: Outcomes, ar: int, new_term: bool
) -> dict[str, str]:
    under = {row.id: row.resultat for row in plan.aktiviteter} | {row.id: row.hor_till for row in plan.matt}
    reasons = {row.id: _ended_duty(row, outcomes) for row in last.get("vb", ())}
    for row in (*last.get("aktivitet", ()), *last.get("vp_matt", ())):
        by_itself = _ended_activity(row, outcomes, ar) if "slut" in row.values else ""
        with_result = "" if under.get(row.id, "") in numbers else "det förväntade resultatet förs inte vidare"
        reasons[row.id] = by_itself or (NEW_TERM if new_term else with_result)
    return reasons


def _ended_activity(row: Record, outcomes: Outcomes, ar: int) -> str:
    end = row.values["slut"]
    if row.values.get("utgar"):
        return "utgått"
    if ended := outcomes.ended(row.id):
        return ended
    if end is not None and end < date(ar, 1, 1) and not outcomes.outlasts(row.id):
        return f"skulle vara klar {end.isoformat()}"
    return ""


def _ended_duty(row: Record, outcomes: Outcomes) -> str:
    """Duties and undertakings stand; a satsning or a project ends; the MRP's own tasks come with the new MRP."""
    if row.values["nummer"]:
        return "uppdrag ur mål- och resursplanen; den nya planens uppdrag står i stället"
    return outcomes.ended(row.id) if row.values["slag"] in _ENDING else ""
