"""What already stands in a workbook when it is sent out: what has been decided, and what the plan held before.

Everything is given as records by sheet key, as the workbook's own reader would give them back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from schemas import mrp as mrp_schema
from schemas.sheets import Record, restored
from schemas.workbooks import Kind

from .figures import ram_att_fordela, senare_andringar
from .mandatperiod import first_year, last_election
from .newrows import new_row, new_rows
from .plans import Installningar, Mrp, plain
from .skalor import DEFAULT_STATUSORD
from .standardhalltider import ELECTION_STEP, moved_to, standard_halltider
from .units import in_unit, unit_of
from .values import Nummer

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Prefill:
    """Records by sheet key, and the ids of rows that are locked whole."""

    records: Records
    locked_rows: frozenset[str] = frozenset()


DECIDED_YEARLY = frozenset({"tidsplan", "anvisningar och ramar"})  # decisions on one year's plan, not on the next's


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

    `earlier` is the year that `before` was written for: the hålltider of another year are moved to this one,
    its own decisions left behind.
    """
    records = {key: list(rows) for key, rows in before.items()}
    records["halltid"] = _halltider(records, ar, earlier)
    if ar != earlier:
        records["kommun"] = [_in_its_term(row, ar) for row in records.get("kommun", ())]
        records["beslut"] = [row for row in records.get("beslut", ()) if row.values["avser"] not in DECIDED_YEARLY]
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


def _in_its_term(kommun: Record, ar: int) -> Record:
    """The municipality's facts with the election and the mandatperiod in which the year `ar` falls."""
    start, election = kommun.values["mandatperiod_fran"], kommun.values["valar"]
    first = start.replace(year=first_year(start, ar)) if start else None
    return _with(kommun, mandatperiod_fran=first, valar=last_election(election, ar))


def _halltider(before: Records, ar: int, earlier: int) -> list[Record]:
    rows = before.get("halltid", ())
    valar = before["kommun"][0].values["valar"] if before.get("kommun") else None
    if not rows:
        return new_rows(Kind.INSTALLNINGAR, "halltid", standard_halltider(ar, valar))
    if ar == earlier:
        return list(rows)
    every_year = [row for row in rows if row.values["handling"] != ELECTION_STEP]
    moved = [replace(row, values=moved_to(ar, earlier, row.values)) for row in every_year]
    election = (row for row in standard_halltider(ar, valar) if row["handling"] == ELECTION_STEP)
    return [*moved, *(new_row(Kind.INSTALLNINGAR, "halltid", "halltid-valar", row) for row in election)]


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


def _with(row: Record, **values: Any) -> Record:
    return row.holding(**values)


def _new_row(key: str, id: str, values: Mapping[str, Any]) -> Record:
    return new_row(Kind.VERKSAMHETSPLAN, key, id, values)


def _empty_form(key: str) -> Record:
    return _new_row(key, "", {"beloppsenhet": "tkr"})
