"""From checked records to a meeting as a value."""

from collections.abc import Mapping, Sequence
from datetime import date

from schemas.sheets import Record
from schemas.workbooks import Kind

from . import records as r
from .moten import Mote, Tillagd
from .rowtables import RowTable
from .values import Head, Layout

Records = Mapping[str, Sequence[Record]]


def assemble_mote(
    head: Head, records: Records, layout: Layout, tillagda: Sequence[Tillagd] = (),
    paragrafer: Mapping[str, int] | None = None, tidigare: Mapping[int, date] | None = None,
) -> Mote:  # fmt: skip
    """A meeting, with the files added to it, the §§ given to its ärenden, and those of the nämnd's other meetings."""
    table = RowTable(Kind.MOTE, records, None)
    return Mote(
        head=head, layout=layout,
        uppgifter=table.form(r.MoteUppgifter),
        protokoll=table.form(r.MoteProtokoll),
        arenden=table.rows(r.Arende),
        skrivelser=table.rows(r.Tjansteskrivelse),
        handlingar=table.rows(r.Handling),
        narvaro=table.rows(r.Narvarande),
        tillagda=tuple(tillagda),
        paragrafer=paragrafer or {},
        tidigare=tidigare or {},
    )  # fmt: skip
