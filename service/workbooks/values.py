"""What goes into an official workbook, and what comes out of a filled one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from schemas.sheets import CellRow, Record
from schemas.workbooks import Kind
from service.chain.values import Layout
from service.findings import Finding, refuses

# Changed when sheets or columns change so that an older workbook can no longer be read as the present one. A column
# that has come and may be empty needs none: it says itself what holds for workbooks without it (`Column.unsaid`).
EDITION = "1"


@dataclass(frozen=True, slots=True)
class Identity:
    """Which workbook it is. Hidden in the workbook in three places, since people copy sheets and programs drop parts.

    `namnd` is empty where the workbook is the whole municipality's. `prefilled_from` names what the rows sent out were
    taken from (`mrp:3f2a91:v2`), `proposal` a draft that lives beside others, `period` what a follow-up covers.
    """

    kind: Kind
    namnd: str
    ar: int
    edition: str = EDITION
    prefilled_from: str = ""
    proposal: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in the workbook when it is sent out.

    `records` are the prefilled rows by sheet key (a form has one); those whose id is in `locked_rows` are locked whole.
    `choices` are the drop-down lists by `Column.source`: a code and its label. `notes` are lines for the first sheet,
    `remarks` what is said of a row in a comment on its number, by its id.
    """

    kommun: str
    namnd_namn: str = ""
    records: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    locked_rows: frozenset[str] = frozenset()
    choices: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    notes: Sequence[str] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What stood in an uploaded file.

    `sheets` holds every row that is not blank, by sheet key (a form: one row, numbered 0); it is empty when the file
    is refused. `layout` tells where each field stood in that very file. `findings` are of the file and its sheets.
    """

    identity: Identity | None = None
    sheets: Mapping[str, Sequence[CellRow]] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the file could not be read as the workbook it should be."""
        return refuses(self.findings)
