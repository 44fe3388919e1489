"""Whether the sample's source is whole: fields, sums, references and counts. `python -m samples.source.check`."""

import re
import sys
from collections.abc import Iterator
from typing import Any

from schemas.cells import Cell
from schemas.sheets import CellRow, load
from schemas.verksamhetsplan import UPPDRAGSSLAG
from schemas.workbooks import Kind, workbook_schema

from . import plans
from .links import mrp_links, references, vp_links
from .plans import INSTALLNINGAR, MRP, VERKSAMHETSPLANER, Source, codes, column
from .proposals import PROPOSALS, applied
from .sums import mrp_budget, netto, same, total, vp_budget
from .uppfoljning import ekonomi, matt, resultat
from .writing import Forms, Rows
from .wrong import WRONG, SetCell, Wrong

RAMAR = {"budget_forra": 2_632_000, "preliminar": 2_691_000, "ram_1": 2_705_000, "ram_2": 2_766_800, "ram_3": 2_830_000}
RESULTAT = (30_000, 30_200, 29_000)
INVESTERINGAR = {"KS": 12_000, "BUN": 9_000, "SN": 7_000, "SBN": 176_000}
FOLLOWED_UP = {
    "T1": (906_500, 917_500, 2_726_500), "T2": (1_800_800, 1_821_200, 2_732_900),
    "AR": (2_705_000, 2_731_500, 2_731_500),
}  # fmt: skip
AT_LEAST = {
    "nämnder med verksamhetsplan": 8, "enheter": 40, "hålltider": 12, "inriktningsmål": 5, "resultat": 25, "mått": 40,
    "uppdrag": 10, "beslutspunkter": 8, "aktiviteter": 120, "felaktiga arbetsböcker": 12,
}  # fmt: skip


def counts() -> dict[str, int]:
    """How many there are of each."""
    settings, rows = INSTALLNINGAR.rows, MRP.rows
    return {
        "nämnder": len(settings["namnd"]),
        "nämnder med verksamhetsplan": sum(bool(row["verksamhetsplan"]) for row in settings["namnd"]),
        "verksamheter": len(settings["verksamhet"]),
        "enheter": len(settings["enhet"]),
        "hålltider": len(settings["halltid"]),
        "inriktningsmål": len(rows["inriktningsmal"]),
        "resultat": len(rows["resultat"]),
        "mått": len(rows["matt"]),
        "nämndernas egna mått": sum(len(vp.rows.get("vp_matt", ())) for vp in VERKSAMHETSPLANER.values()),
        "uppdrag": len(rows["uppdrag"]),
        "beslutspunkter": len(rows["beslutspunkt"]),
        "aktiviteter": sum(len(vp.rows["aktivitet"]) for vp in VERKSAMHETSPLANER.values()),
        "uppdrag och åtaganden": sum(len(vp.rows["vb"]) for vp in VERKSAMHETSPLANER.values()),
        "budgetrader": sum(len(vp.rows["budgetrad"]) for vp in VERKSAMHETSPLANER.values()),
        "felaktiga arbetsböcker": len(WRONG),
    }


def faults() -> list[str]:
    """Every fault, in Swedish."""
    found = [f"{what}: {counts()[what]}, minst {least} behövs" for what, least in AT_LEAST.items()
             if counts()[what] < least]  # fmt: skip
    for source in plans.sources():
        found += _cells(source)
    found += _settings()
    found += [*mrp_budget(MRP.rows, RAMAR, RESULTAT), *mrp_links(MRP.rows), *_mrp_parts()]
    for vp in VERKSAMHETSPLANER.values():
        found += [*vp_budget(vp), *vp_links(vp), *_vp_parts(vp)]
    found += _followups()
    found += references(MRP, plans.numbers(MRP.rows))
    for proposal in PROPOSALS:
        found += [f"{proposal.name}: {fault}" for fault in _proposal(*applied(proposal))]
    return [*found, *_wrong()]


def _cells(source: Source) -> Iterator[str]:
    """Each value can be read by its column, each field is one a person fills in, and none that is required is empty."""
    schema = workbook_schema(source.kind)
    yield from (f"{source.kind} {source.namnd}: {f.key} saknas" for f in schema.forms if f.key not in source.forms)
    for key, rows in [*((key, [form]) for key, form in source.forms.items()), *source.rows.items()]:
        sheet = schema.sheet(key)
        columns = {name: column for name, column in sheet.columns().items() if not column.locked or name == "post"}
        must = {name for name, column in columns.items() if column.must}
        for n, row in enumerate(rows):
            place = f"{source.kind} {source.namnd} {key} {n}"
            yield from (f"{place}: {name} är ingen kolumn att fylla i" for name in row.keys() - columns.keys())
            yield from (f"{place}: {name} saknas" for name in must if row.get(name) in (None, "", ()))
        cells = [
            CellRow(n, {name: Cell(name, _cell(value)) for name, value in row.items()}) for n, row in enumerate(rows)
        ]
        yield from (f"{source.kind} {source.namnd} {key}: {f.code} {f.found}" for f in load(sheet, cells)[1])


def _cell(value: Any) -> Any:
    """A value as it stands in a cell."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.replace(".", ",") if isinstance(value, str) and re.fullmatch(r"\d+\.\d+", value) else value


def _settings() -> Iterator[str]:
    rows = INSTALLNINGAR.rows
    namnder = column(rows["namnd"], "kod")
    for key in ("verksamhet", "enhet"):
        yield from (f"{key}: okänd nämnd {row['namnd']}" for row in rows[key] if row["namnd"] not in namnder)
    for row in rows["enhet"]:
        if row.get("overordnad") and row["overordnad"] not in codes("enhet", row["namnd"]):
            yield f"enhet {row['kod']}: okänd överordnad {row['overordnad']}"
    if {row["vem"] for row in rows["halltid"]} != {"kommunfullmäktige", "kommunstyrelsen och nämnder", "verksamheter"}:
        yield "hålltiderna täcker inte alla tre banorna"
    if not all(row.get("datum") or row.get("manad") for row in rows["halltid"]):
        yield "en hålltid säger inte när"
    if not any(row["kod"].startswith("0") for row in rows["verksamhet"]):
        yield "ingen verksamhetskod med inledande nolla"
    planned = {row["kod"] for row in rows["namnd"] if row["verksamhetsplan"]}
    if planned != VERKSAMHETSPLANER.keys():
        yield f"verksamhetsplaner för {sorted(planned ^ VERKSAMHETSPLANER.keys())}"


def _mrp_parts() -> Iterator[str]:
    rows = MRP.rows
    framed = set(column(rows["ram"], "namnd"))
    for key in ("namndtext", "dialog"):
        yield from (f"{key} saknas för {kod}" for kod in framed - set(column(rows[key], "namnd")))
    for kod, wanted in INVESTERINGAR.items():
        mine = [row for row in rows["investering"] if row["namnd"] == kod]
        yield from same(f"investeringar {kod} 2027", total(mine, "ar_1"), wanted)
    used = {row["slag"] for vp in VERKSAMHETSPLANER.values() for row in vp.rows["vb"]}
    yield from (f"inget {slag} i någon verksamhetsbeskrivning" for slag in set(UPPDRAGSSLAG) - used)


def _vp_parts(vp: Source) -> Iterator[str]:
    kinds = set(column(vp.rows["vb"], "slag"))
    form = vp.forms["verksamhetsplan"]
    groups = {
        "inga_statliga": ("statligt",), "inga_kommunala": ("uppdrag från",), "inga_ataganden": ("åtagande",),
        "inga_satsningar": ("särskild satsning", "projekt"),
    }  # fmt: skip
    for field, start in groups.items():
        if any(kind.startswith(start) for kind in kinds) == bool(form.get(field)):
            yield f"{vp.namnd}: {field} stämmer inte med listan"
    if "reglemente" not in column(vp.rows["vb"], "kalla"):
        yield f"{vp.namnd}: inget uppdrag ur reglementet"
    for row in vp.rows["vb"]:
        if row["slag"].startswith("åtagande") and not row.get("motpart"):
            yield f"{vp.namnd}: åtagande utan motpart: {row['text']}"


def _proposal(forms: Forms, rows: Rows) -> Iterator[str]:
    """A proposal is a whole plan: its budget holds together and its references lead somewhere."""
    source = Source(MRP.kind, "", forms, rows)
    yield from _cells(source)
    frames = total(rows["ram"], "ram_1")
    saved = RAMAR["ram_1"] - frames
    yield from mrp_budget(rows, {**RAMAR, "ram_1": frames}, (RESULTAT[0] + saved, *RESULTAT[1:]))
    yield from mrp_links(rows)
    yield from references(source, plans.numbers(rows))


def _wrong() -> Iterator[str]:
    """Every wrong workbook starts from one that is there and touches rows and fields that are there."""
    by_plan = {(str(source.kind), source.namnd): source for source in plans.sources()}
    names = [wrong.name for wrong in WRONG]
    yield from (f"två felaktiga arbetsböcker heter {name}" for name in set(names) if names.count(name) > 1)
    for wrong in WRONG:
        if wrong.period:
            yield from _wrong_followup(wrong)
            continue
        source = by_plan.get((wrong.kind, wrong.namnd))
        if source is None:
            yield f"{wrong.name}: ingen arbetsbok att utgå från"
            continue
        for step in (step for step in wrong.steps if isinstance(step, SetCell)):
            if step.field not in workbook_schema(source.kind).sheet(step.sheet).columns():
                yield f"{wrong.name}: ingen kolumn {step.field}"
            elif step.row is not None and step.sheet in source.rows and step.row >= len(source.rows[step.sheet]):
                yield f"{wrong.name}: ingen rad {step.row}"


def _wrong_followup(wrong: Wrong) -> Iterator[str]:
    schema = workbook_schema(Kind(wrong.kind))
    for step in (step for step in wrong.steps if isinstance(step, SetCell)):
        if step.field not in schema.sheet(step.sheet).columns():
            yield f"{wrong.name}: ingen kolumn {step.field}"


def _followups() -> Iterator[str]:
    """The nämnder's figures sum to the municipality's, and every mått and result has its words and values."""
    for period, wanted in FOLLOWED_UP.items():
        sums = tuple(sum(namnd[period][n] for namnd in ekonomi.NAMNDER.values()) for n in range(3))
        for found, want in zip(sums, wanted, strict=True):
            yield from same(f"nämnderna {period}", found, want)
    owned = [row["text"] for vp in VERKSAMHETSPLANER.values() for row in vp.rows.get("vp_matt", ())]
    texts = {*(row["text"] for row in MRP.rows["matt"]), *owned}
    yield from (f"måttet ”{text}” följs inte upp" for text in texts - set(matt.MATT))
    yield from (f"okänt mått ”{text}”" for text in set(matt.MATT) - texts)
    results = {row["beteckning"] for row in MRP.rows["resultat"]}
    yield from (f"{name}: ingen uppföljning" for name in results - set(resultat.RESULTAT))


def main() -> int:
    """Print the counts and every fault; 1 when there is one."""
    for what, number in counts().items():
        print(f"{what:<30} {number:>5}")
    for vp in VERKSAMHETSPLANER.values():
        print(f"detaljbudget {vp.namnd:<17} {netto(vp):>9,}".replace(",", " "))
    found = faults()
    for fault in found:
        print(f"FEL: {fault}")
    print("Inga fel." if not found else f"{len(found)} fel.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
