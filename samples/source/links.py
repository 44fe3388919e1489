"""Whether everything in the sample that points at something else finds it."""

import re
from collections.abc import Iterable, Iterator

from . import plans
from .plans import INSTALLNINGAR, MRP, VERKSAMHETSPLANER, Source, codes, column
from .writing import Row, Rows

LARGEST_CHANGE = 0.28  # of the base value, until the plan year's target
REFERENCE = re.compile(r"\[\[(.*?)\]\]")


def mrp_links(rows: Rows) -> Iterator[str]:
    """Every result has a goal, known verksamheter and a mått; every mått has a parent and a target that is better."""
    goals, results = column(rows["inriktningsmal"], "beteckning"), column(rows["resultat"], "beteckning")
    parents = column(rows["matt"], "hor_till")
    yield from (f"{name} har inget mått" for name in [*goals, *results] if name not in parents)
    yield from (f"mått på okänt {name}" for name in parents if name not in {*goals, *results})
    for row in rows["resultat"]:
        if row["inriktningsmal"] not in goals:
            yield f"{row['beteckning']}: okänt mål"
        unknown = set(row["verksamheter"]) - codes("verksamhet", row["namnd"])
        yield from (f"{row['beteckning']}: okänd verksamhet {kod}" for kod in unknown)
    for goal in rows["inriktningsmal"]:
        owners = {row["namnd"] for row in rows["resultat"] if row["inriktningsmal"] == goal["beteckning"]}
        yield from (f"{goal['beteckning']}: {kod} har inget resultat" for kod in set(goal["ansvariga"]) - owners)
    for kod in VERKSAMHETSPLANER:
        if sum(row["namnd"] == kod for row in rows["resultat"]) < 2:
            yield f"{kod} har färre än två resultat"
    yield from _directions(rows["matt"])


def _directions(rows: list[Row]) -> Iterator[str]:
    texts = [row["text"] for row in rows]
    yield from (f"mått dubblerat: {text}" for text in set(texts) if texts.count(text) > 1)
    for row in rows:
        base, goal = float(row["basvarde"]), float(row["mal_1"])
        better = goal > base if row["riktning"] == "högre" else goal < base
        if not better or abs(goal - base) > LARGEST_CHANGE * base:
            yield f"målvärdet är inte bättre eller för långt bort: {row['text']} ({base} → {goal})"


def vp_links(vp: Source) -> Iterator[str]:
    """Every activity and budget row points at something that is there, within the result's period."""
    results = {row["beteckning"]: row for row in MRP.rows["resultat"] if row["namnd"] == vp.namnd}
    verksamheter, enheter = codes("verksamhet", vp.namnd), codes("enhet", vp.namnd)
    levels = {row["kod"]: row["niva"] for row in INSTALLNINGAR.rows["enhet"] if row["namnd"] == vp.namnd}
    for row in vp.rows["aktivitet"]:
        where = f"{vp.namnd} aktivitet ”{row['text'][:30]}”"
        if row["resultat"] not in results:
            yield f"{where}: okänt resultat {row['resultat']}"
            continue
        result = results[row["resultat"]]
        if not result["period_fran"] <= row["start"] <= row["slut"] <= result["period_till"]:
            yield f"{where}: utanför resultatets period"
        if row["verksamhet"] not in verksamheter or row.get("enhet", "") not in {"", *enheter}:
            yield f"{where}: okänd verksamhet eller enhet"
        if row["niva"] != (levels[row["enhet"]] if "enhet" in row else "förvaltning"):
            yield f"{where}: nivån är inte enhetens"
    for kod in results:
        number = sum(row["resultat"] == kod for row in vp.rows["aktivitet"])
        if not 2 <= number <= 8:
            yield f"{vp.namnd}: {number} aktiviteter till {kod}"
    yield from (
        f"{vp.namnd} mått på {row['hor_till']}" for row in vp.rows.get("vp_matt", ()) if row["hor_till"] not in results
    )
    yield from _directions(vp.rows.get("vp_matt", []))
    unknown = set(column(vp.rows["budgetrad"], "verksamhet")) ^ verksamheter
    yield from (f"{vp.namnd} detaljbudget: verksamhet {kod}" for kod in unknown)
    yield from references(vp, plans.numbers(MRP.rows))


def references(source: Source, given: dict[str, str]) -> Iterator[str]:
    """Every `[[mål 2]]` and the like leads to something."""
    matt = plans.matt_numbers(source.rows["matt"], given) if "matt" in source.rows else []
    own = plans.aktivitet_numbers(source.rows["aktivitet"], given) if "aktivitet" in source.rows else []
    known = {f"{'resultat' if '.' in number else 'mål'} {number}" for number in given.values()}
    known |= {f"mått {number}" for number in matt} | {f"aktivitet {number}" for number in own}
    known |= {"kapitel Vision", "tabell Driftbudget"} if source.kind == MRP.kind else set()
    for text in _texts([*source.forms.values(), *(row for rows in source.rows.values() for row in rows)]):
        yield from (f"{source.kind} {source.namnd}: [[{name}]] leder inte till något"
                    for name in REFERENCE.findall(text) if name not in known)  # fmt: skip


def _texts(rows: Iterable[Row]) -> Iterator[str]:
    return (value for row in rows for value in row.values() if isinstance(value, str))
