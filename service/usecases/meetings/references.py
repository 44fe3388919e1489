"""References on a meeting's agenda made lasting when its workbook comes in."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record
from service.chain.assembly_moten import assemble_mote
from service.chain.moten import Mote
from service.chain.moteshanvisningar import lasting
from service.chain.values import Head, Layout
from service.findings import Finding
from service.store import PlanKey

from ..house import House
from .loading import meeting_facts

Records = Mapping[str, Sequence[Record]]


def lasting_references(
    house: House, key: PlanKey, records: Records, before: Records, layout: Layout
) -> tuple[dict[str, list[Record]], list[Finding]]:
    """The records with every typed number as the label of what had it in the version where it was typed."""
    head = Head(kind=key.kind.value, namnd=key.namnd, ar=key.ar)

    def mote_of(rows: Records) -> Mote:
        return assemble_mote(head, rows, layout, *meeting_facts(house, key, rows))

    return lasting(records, before, mote_of, layout)
