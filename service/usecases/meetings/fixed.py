"""What is fixed once a meeting has been held: the day that its §§ were given for."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.mote import MoteForm
from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.links import place_of
from service.chain.values import Layout
from service.findings import Finding, Level
from service.store import PlanKey, held_on

from ..house import House
from .loading import meeting_id


def moved_when_held(
    house: House, key: PlanKey, records: Mapping[str, Sequence[Record]], layout: Layout
) -> Iterator[Finding]:
    """A refusal where the workbook gives a meeting that has been held another day: protokoll and decisions say the one
    it had. Its nämnd can never be another; all else may be changed."""
    met = held_on(house.store, meeting_id(key)) if key.kind is Kind.MOTE else None
    form = next(iter(records.get("mote", ())), None)
    if met is None or form is None or form.values["datum"] == met:
        return
    place, found = place_of(MoteForm, form, "datum", layout), str(form.values["datum"] or "")
    yield Finding("hallet-datum", Level.FEL, place, found, {"ratt": met.isoformat()}, refuses=True)
