"""What is fixed once a meeting has been held: the nämnd and the day that its §§ were given for."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.mote import MoteForm
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.links import place_of
from service.chain.values import Layout
from service.findings import Finding, Level
from service.store import PlanKey, held_as

from .house import House
from .meetings import meeting_id


def changed_when_held(
    house: House, key: PlanKey, records: Mapping[str, Sequence[Record]], layout: Layout
) -> Iterator[Finding]:
    """A fel that refuses the workbook where it gives a meeting that has been held another nämnd or day: protokoll and
    decisions say those it had. All else may be changed."""
    held = held_as(house.store, meeting_id(key)) if key.kind is Kind.MOTE else None
    if held is None or not records.get("mote"):
        return
    form, (namnd, datum) = records["mote"][0], held
    for name, right, stands in (("namnd", namnd, form.values["namnd"]), ("datum", datum, form.values["datum"])):
        if stands != right:
            place, found = place_of(MoteForm, form, name, layout), str(stands or "")
            yield Finding(f"hallet-{name}", Level.FEL, place, found, {"ratt": str(right)}, refuses=True)
