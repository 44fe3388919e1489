"""The year turns: settings and a first draft of the plan for the next year, and every workbook to send out.

Nothing is made that is there already, and nobody's draft or adopted plan is touched: opening a year again is harmless.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schemas.workbooks import Kind
from service.chain.carryover import Carried, Left
from service.chain.plans import Mrp
from service.chain.prefill import DECIDED_YEARLY
from service.chain.values import State
from service.store import PlanKey, Version, add_entry, adopted_version, entries, latest_version

from ..answers import refused
from ..files import write_whole
from ..house import House
from ..loading.plans import governing_mrp, load_mrp, name_of, namnder_with_plan, settings
from ..submitting.submit import submit
from .carrying import carried_mrp, carried_vp, last_mrp, new_term
from .handing_out import hand_out

_ACTION = "year-open"


@dataclass(frozen=True, slots=True)
class Step:
    """A plan of the new year: how it is called, its nämnd, what was done with it, and what did not live on."""

    plan: str
    namnd: str
    gjort: str
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a year did. `already` says when and by whom it was opened before; then nothing new was made."""

    ar: int
    new_term: bool
    steps: tuple[Step, ...]
    already: str = ""
    files: tuple[Path, ...] = field(default=())


def open_year(house: House, ar: int, *, by: str, folder: Path | None = None) -> Opened:
    """Carry over to year `ar` what lives on from the year before; with a folder also every workbook, to be sent out.

    Raises `Refused` when no mål- och resursplan was adopted the year before.
    """
    if last_mrp(house, ar) is None:
        raise refused("inget-ar-att-oppna-fran", ar=str(ar), forra=str(ar - 1))
    before = _opened_before(house, ar)
    with house.store.transaction():
        made = [_settings(house, ar, by), _mrp(house, ar, by)]
        if any(new for new, _ in made):
            add_entry(house.store, house.now(), by, _ACTION, str(ar), {"gjort": [step.gjort for _, step in made]})
    steps = (*(step for _, step in made), *_verksamhetsplaner(house, ar))
    files = tuple(_written(house, ar, folder)) if folder else ()
    return Opened(ar, new_term(house, ar), steps, "" if any(new for new, _ in made) else before, files)


def _opened_before(house: House, ar: int) -> str:
    found = [row for row in entries(house.store) if row["action"] == _ACTION and row["subject"] == str(ar)]
    return f"{found[0]['at'][:16].replace('T', ' ')} av {found[0]['by']}" if found else "genom inlämnade arbetsböcker"


def _settings(house: House, ar: int, by: str) -> tuple[bool, Step]:
    """The settings of the year before, moved to this one, sent in as a workbook like any other."""
    key = PlanKey(Kind.INSTALLNINGAR, "", ar)
    if there := latest_version(house.store, key):
        return False, Step(name_of(key), "", _untouched(there))
    left = tuple(
        Left("Beslut", "", f"{beslut.avser}, {beslut.organ} {beslut.datum}", f"gäller bara planen {ar - 1}")
        for beslut in settings(house, ar - 1).beslut
        if beslut.avser in DECIDED_YEARLY
    )
    version = _sent_in(house, key, by)
    works = "gäller" if version.state is State.ANTAGEN else "har fel och gäller inte förrän de är rättade"
    return True, Step(name_of(key), "", f"förda över med hålltiderna flyttade till {ar}; {works}", left)


def _mrp(house: House, ar: int, by: str) -> tuple[bool, Step]:
    """The plan's first draft; what a person has sent in, or a council adopted, is left as it is."""
    key = PlanKey(Kind.MRP, "", ar)
    there = latest_version(house.store, key) or adopted_version(house.store, Kind.MRP, "", ar)
    carried = carried_mrp(house, ar)
    if there:
        return False, Step(name_of(key), "", _untouched(there), carried.left)
    _sent_in(house, key, by)
    goals = ("inriktningsmal", "inriktningsmål"), ("resultat", "förväntade resultat"), ("matt", "mått")
    what = _counted(carried, *goals)
    return True, Step(name_of(key), "", f"utkast med {what}, ramar, budgetar och texter", carried.left)


def _verksamhetsplaner(house: House, ar: int) -> Iterator[Step]:
    """What each nämnd's workbook begins with. It is made when it is asked for, out of what stands then."""
    mrp = load_mrp(house, governing_mrp(house, ar), settings(house, ar))
    for namnd in namnder_with_plan(settings(house, ar), ar):
        key = PlanKey(Kind.VERKSAMHETSPLAN, namnd.kod, ar)
        there = latest_version(house.store, key) or adopted_version(house.store, key.kind, namnd.kod, ar)
        yield _verksamhetsplan(house, key, mrp, there)


def _verksamhetsplan(house: House, key: PlanKey, mrp: Mrp, there: Version | None) -> Step:
    carried = carried_vp(house, key.namnd, mrp)
    if there:
        return Step(name_of(key), key.namnd, _untouched(there), carried.left)
    if not carried.records:
        return Step(name_of(key), key.namnd, f"ingen antagen plan {key.ar - 1}; arbetsboken är tom i nämndens delar")
    what = _counted(carried, ("aktivitet", "aktiviteter"), ("vp_matt", "egna mått"), ("vb", "uppdrag och åtaganden"))
    return Step(name_of(key), key.namnd, f"arbetsbok med {what}, texter och budgetens rader", carried.left)


def _untouched(there: Version) -> str:
    return f"fanns redan ({there.state.value}, version {there.version}); orörd"


def _counted(carried: Carried, *sheets: tuple[str, str]) -> str:
    return ", ".join(f"{carried.count(key)} {name}" for key, name in sheets)


def _sent_in(house: House, key: PlanKey, by: str) -> Version:
    """The workbook as it would be handed out, taken in through the same gates as a person's. Raises `LookupError`."""
    submit(house, hand_out(house, key.kind, key.ar, key.namnd), file_name(key), by=by)
    version = latest_version(house.store, key)
    if version is None:
        raise LookupError(f"the service's own workbook was refused: {name_of(key)}")
    return version


def file_name(key: PlanKey) -> str:
    """What a workbook to send out is called: `verksamhetsplan-2028-bun.xlsx`."""
    return "-".join(part for part in (key.kind.value, str(key.ar), key.namnd.lower()) if part) + ".xlsx"


def _written(house: House, ar: int, folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    koder = [namnd.kod for namnd in namnder_with_plan(settings(house, ar), ar)]
    keys = [PlanKey(kind, "", ar) for kind in (Kind.INSTALLNINGAR, Kind.MRP)]
    for key in [*keys, *(PlanKey(Kind.VERKSAMHETSPLAN, kod, ar) for kod in koder)]:
        path = folder / file_name(key)
        write_whole(path, hand_out(house, key.kind, key.ar, key.namnd))
        yield path
