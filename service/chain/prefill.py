"""What already stands in a workbook when it is sent out: what has been decided, and what the plan held before.

Everything is given as records by sheet key, as the workbook's own reader would give them back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from schemas import mrp as mrp_schema
from schemas.sheets import Record, restored
from schemas.text import StyledText
from schemas.workbooks import Kind

from .figures import ram_att_fordela, senare_andringar
from .newrows import new_row, new_rows
from .plans import Installningar, Mrp, Verksamhetsplan, plain
from .skalor import DEFAULT_STATUSORD
from .standardhalltider import moved_to, standard_halltider
from .units import in_unit, unit_of
from .values import Nummer

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Prefill:
    """Records by sheet key, and the ids of rows that are locked whole."""

    records: Records
    locked_rows: frozenset[str] = frozenset()


def prefill_installningar(
    before: Records,
    ord_rows: Iterable[tuple[str, str, str]],
    granser: Iterable[tuple[str, Decimal, str]],
    *,
    ar: int,
    earlier: int,
) -> Prefill:
    """The settings for `ar` as last submitted; at first the word lists, scales, limits and hålltider that the service
    proposes.

    `earlier` is the year that `before` was written for: the hålltider of another year are moved to this one.
    """
    records = {key: list(rows) for key, rows in before.items()}
    records["halltid"] = _halltider(records, ar, earlier)
    if not records.get("ord"):
        rows = ({"lista": lista, "ord": ord, "slag": slag} for lista, ord, slag in ord_rows)
        records["ord"] = new_rows(Kind.INSTALLNINGAR, "ord", rows)
    if not records.get("statusord"):
        scales = ({"skala": skala, "ord": ord, "betydelse": means} for skala, ord, means in DEFAULT_STATUSORD)
        records["statusord"] = new_rows(Kind.INSTALLNINGAR, "statusord", scales)
    known = {row.values["namn"] for row in records.get("grans", ())}
    missing = ({"namn": n, "varde": v, "betydelse": b} for n, v, b in granser if n not in known)
    records["grans"] = [*records.get("grans", ()), *new_rows(Kind.INSTALLNINGAR, "grans", missing)]
    return Prefill(records)


def _halltider(before: Records, ar: int, earlier: int) -> list[Record]:
    rows = before.get("halltid", ())
    if not rows:
        valar = before["kommun"][0].values["valar"] if before.get("kommun") else None
        return new_rows(Kind.INSTALLNINGAR, "halltid", standard_halltider(ar, valar))
    if ar == earlier:
        return list(rows)
    return [replace(row, values=moved_to(ar, earlier, row.values)) for row in rows]


def prefill_mrp(before: Records, numbers: Mapping[str, Nummer]) -> Prefill:
    """The MRP as last submitted with its numbers; at first the fixed lines of the three budgets."""
    records = {key: [_numbered(row, numbers) for row in rows] for key, rows in before.items()}
    for key, posts in (
        ("resultatpost", mrp_schema.RESULTATPOSTER),
        ("kassaflodespost", mrp_schema.KASSAFLODESPOSTER),
        ("balanspost", mrp_schema.BALANSPOSTER),
    ):
        known = {row.values["post"] for row in records.get(key, ())}
        fixed = new_rows(Kind.MRP, key, ({"post": post} for post in posts if post not in known))
        records[key] = [*records.get(key, ()), *fixed]
    if not records.get("mrp"):
        records["mrp"] = [restored(mrp_schema.MrpForm, 0, "", {"beloppsenhet": "tkr"})]
    return Prefill(records)


def mrp_of_last_year(last: Records, ar: int) -> dict[str, list[Record]]:
    """What lives on from last year's MRP into year `ar`: the term's goals, results still valid, their mått with the
    targets moved one year, texts, and frames where last year's stand as budget and its plan years as proposal."""
    first_day = date(ar, 1, 1)
    goals = [row for row in last.get("inriktningsmal", ()) if _lives(row, "giltig_till", first_day)]
    results = [row for row in last.get("resultat", ()) if _lives(row, "period_till", first_day)]
    alive = {label for row in [*goals, *results] for label in (row.values["beteckning"], row.values["nummer"]) if label}
    return {
        "mrp": [_with(row, diarienummer="", synnerliga_skal=StyledText()) for row in last.get("mrp", ())],
        "mrp_text": list(last.get("mrp_text", ())),
        "vision": [row for row in last.get("vision", ()) if _lives(row, "giltig_till", first_day)],
        "inriktningsmal": [_without_number(row, keep=True) for row in goals],
        "resultat": [_with(row, nummer="", avstamd=None) for row in results],
        "matt": [
            _moved_targets(_without_number(row)) for row in last.get("matt", ()) if row.values["hor_till"] in alive
        ],
        "ram": [_moved_frame(row) for row in last.get("ram", ())],
        "balanspost": [
            _moved(row, {"forra": "ar_1", "ar_1": "ar_2", "ar_2": "ar_3"}) for row in last.get("balanspost", ())
        ],
        "investering": [
            _moved(row, {"ar_1": "ar_2", "ar_2": "ar_3", "ar_3": "ar_4", "ar_4": "ar_5"})
            for row in last.get("investering", ())
        ],
        "namndtext": list(last.get("namndtext", ())),
    }  # fmt: skip


def prefill_verksamhetsplan(
    before: Records, numbers: Mapping[str, Nummer], mrp: Mrp, installningar: Installningar, namnd: str
) -> Prefill:
    """A nämnd's workbook: the MRP's results, mått, tasks, frame and investments locked; the rest as last submitted."""
    records = {key: [_numbered(row, numbers) for row in rows] for key, rows in before.items()}
    unit = unit_of(Kind.VERKSAMHETSPLAN, records)
    matt, locked_matt = _decided_matt(mrp, namnd)
    tasks = _decided_tasks(mrp, namnd)
    records["vp_resultat"] = _decided_results(mrp, namnd)
    records["vp_matt"] = [*matt, *_others(records.get("vp_matt", ()), locked_matt)]
    records["vb"] = [*tasks, *_others(records.get("vb", ()), {row.id for row in tasks})]
    records["vp_ram"] = _frame(mrp, namnd)
    records["budgetrad"] = _budget_rows(records.get("budgetrad", ()), installningar, namnd)
    records["verksamhetsplan"] = list(records.get("verksamhetsplan", ())) or [_empty_form("verksamhetsplan")]
    if not records.get("vp_investering"):
        records["vp_investering"] = _decided_investments(mrp, namnd, unit)
    return Prefill(records, frozenset(locked_matt | {row.id for row in tasks}))


def vp_of_last_year(last: Records, last_plan: Verksamhetsplan, mrp: Mrp) -> dict[str, list[Record]]:
    """What lives on from last year's plan: its unit and texts, activities that go on under results that go on, the
    duties, and the budget's rows with last year's net beside them."""
    unit = unit_of(Kind.VERKSAMHETSPLAN, last)
    numbers = {resultat.id: str(resultat.nummer) for resultat in mrp.namnd_resultat(last_plan.head.namnd)}
    first_day = date(mrp.head.ar, 1, 1)
    going_on = {
        a.id: a for a in last_plan.gallande_aktiviteter if a.resultat in numbers and a.slut and a.slut >= first_day
    }
    return {
        "verksamhetsplan": [_new_row("verksamhetsplan", "", {"beloppsenhet": unit or "tkr"})],
        "verksamhetsplan_text": list(last.get("verksamhetsplan_text", ())),
        "aktivitet": [
            _with(row, nummer="", resultat=numbers[going_on[row.id].resultat],
                  funnits_sedan=row.values["funnits_sedan"] or Decimal(last_plan.head.ar))
            for row in last.get("aktivitet", ()) if row.id in going_on
        ],
        "vb": [row for row in last.get("vb", ()) if not row.values["nummer"]],
        "budgetrad": [
            _new_row("budgetrad", rad.id, {"verksamhet": rad.verksamhet, "netto_forra": in_unit(rad.netto, unit)})
            for rad in last_plan.budget
        ],
    }  # fmt: skip


def named_budget_rows(rows: Iterable[Record], installningar: Installningar, namnd: str) -> list[Record]:
    """The budget's rows, each with the name of its verksamhet as the settings have it."""
    names = {verksamhet.kod: verksamhet.namn for verksamhet in installningar.verksamheter if verksamhet.namnd == namnd}
    return [_with(row, benamning=names.get(row.values["verksamhet"], row.values["verksamhet"])) for row in rows]


def _decided_results(mrp: Mrp, namnd: str) -> list[Record]:
    rows = []
    for resultat in mrp.namnd_resultat(namnd):
        mal = mrp.mal(resultat.inriktningsmal)
        values = {
            "nummer": str(resultat.nummer), "text": resultat.text, "period_fran": resultat.period_fran,
            "period_till": resultat.period_till, "verksamheter": resultat.verksamheter,
            "inriktningsmal": f"{mal.nummer} {plain(mal.text)}" if mal else "",
        }  # fmt: skip
        rows.append(_new_row("vp_resultat", resultat.id, values))
    return rows


def _decided_matt(mrp: Mrp, namnd: str) -> tuple[list[Record], set[str]]:
    rows = []
    for resultat in mrp.namnd_resultat(namnd):
        for matt in mrp.matt_for(resultat.id):
            shared = (
                "text", "enhet", "riktning", "kalla", "kolada_id", "frekvens", "basvarde", "basar",
                "mal_1", "mal_2", "mal_3",
            )  # fmt: skip
            values = {name: getattr(matt, name) for name in shared}
            rows.append(_new_row("vp_matt", matt.id, {
                **values, "nummer": str(matt.nummer), "hor_till": str(resultat.nummer),
            }))  # fmt: skip
    return rows, {row.id for row in rows}


def _decided_tasks(mrp: Mrp, namnd: str) -> list[Record]:
    decision = mrp.head.decision
    source = f"{decision.organ} {decision.datum} § {decision.paragraf}" if decision else "Mål- och resursplan"
    rows = []
    for task in mrp.uppdrag:
        if task.namnd == namnd:
            giver = task.givare or "kommunfullmäktige"
            values = {
                "nummer": str(task.nummer), "slag": f"uppdrag från {giver}", "text": task.text, "kalla": "MRP",
                "kallhanvisning": source,
            }  # fmt: skip
            rows.append(_new_row("vb", task.id, values))
    return rows


def _decided_investments(mrp: Mrp, namnd: str, unit: str | None) -> list[Record]:
    rows = []
    for investering in mrp.investeringar:
        if investering.namnd == namnd:
            years = {name: in_unit(getattr(investering, name), unit) for name in ("ar_1", "ar_2", "ar_3")}
            values = {"objekt": investering.objekt, "slag": investering.slag, **years}
            rows.append(_new_row("vp_investering", investering.id, values))
    return rows


def _frame(mrp: Mrp, namnd: str) -> list[Record]:
    changes = senare_andringar(mrp, namnd)
    rows = []
    for level, frame in ram_att_fordela(mrp, namnd).items():
        values = {
            "anslagsniva": level, "mrp": Decimal(frame - changes.get(level, 0)),
            "andring": Decimal(changes.get(level, 0)), "ram": Decimal(frame),
        }  # fmt: skip
        rows.append(_new_row("vp_ram", f"vp_ram-{level}", values))
    return rows


def _budget_rows(rows: Sequence[Record], installningar: Installningar, namnd: str) -> list[Record]:
    known = {row.values["verksamhet"] for row in rows}
    new = [
        _new_row("budgetrad", f"budgetrad-{verksamhet.kod}", {"verksamhet": verksamhet.kod})
        for verksamhet in installningar.verksamheter
        if verksamhet.namnd == namnd and verksamhet.kod not in known
    ]
    return named_budget_rows([*rows, *new], installningar, namnd)


def _others(rows: Sequence[Record], decided: Iterable[str]) -> list[Record]:
    ids = set(decided)
    return [row for row in rows if row.id not in ids]


def _numbered(row: Record, numbers: Mapping[str, Nummer]) -> Record:
    return _with(row, nummer=str(numbers[row.id])) if row.id in numbers and "nummer" in row.values else row


def _without_number(row: Record, keep: bool = False) -> Record:
    return row if keep else _with(row, nummer="")


def _lives(row: Record, last_day: str, day: date) -> bool:
    end = row.values[last_day]
    return not row.values.get("utgar") and (end is None or end >= day)


def _moved_frame(row: Record) -> Record:
    """Last year's frame as budget, its plan years as proposal; outcome and preliminary frame are not known yet."""
    moved = _moved(row, {"budget_forra": "ram_1", "ram_1": "ram_2", "ram_2": "ram_3"})
    return _with(moved, bokslut=None, preliminar=None)


def _moved_targets(row: Record) -> Record:
    return _moved(row, {"mal_1": "mal_2", "mal_2": "mal_3"})


def _moved(row: Record, moves: Mapping[str, str]) -> Record:
    """The row with each field's value taken from another field; the last ones in the chain become empty."""
    emptied: dict[str, Any] = {source: None for source in moves.values() if source not in moves}
    return _with(row, **emptied, **{target: row.values[source] for target, source in moves.items()})


def _with(row: Record, **values: Any) -> Record:
    return replace(row, values={**row.values, **values})


def _new_row(key: str, id: str, values: Mapping[str, Any]) -> Record:
    return new_row(Kind.VERKSAMHETSPLAN, key, id, values)


def _empty_form(key: str) -> Record:
    return _new_row(key, "", {"beloppsenhet": "tkr"})
