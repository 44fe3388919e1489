"""Whether an upload says just what the plan already says: then it is kept, and makes no new version."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record, SheetSchema, stored
from schemas.workbooks import Kind, workbook_schema
from service.chain.values import State
from service.store import Basis, Version, records_of, submission

from ..answers import Refused
from ..house import House
from ..loading.ground import todays_ground

Records = Mapping[str, Sequence[Record]]
CODE = "inget-andrat"


def says_the_same(house: House, version: Version, records: Records) -> bool:
    """Whether the records are those of a version that is handed in or adopted, row by row, on the same ground.

    A draft has no such: an upload that says the same as it may still mend how its cells were filled in."""
    if version.state not in (State.INLAMNAD, State.ANTAGEN):
        return False
    before = records_of(house.store, submission(house.store, version.submission))
    same = all(
        _said(schema, before.get(schema.key, ())) == _said(schema, records.get(schema.key, ()))
        for schema in workbook_schema(version.key.kind).sheets
    )
    return same and _stands_on_the_same(house, version)


def _said(schema: type[SheetSchema], records: Sequence[Record]) -> list[object]:
    """What the rows say, in their order: not where they stand, nor what is derived for them."""
    said = {name for name, column in schema.columns().items() if not (column.hidden or column.derived)}
    return [
        (record.id, {name: value for name, value in stored(schema, record).items() if name in said and value})
        for record in records
    ]


def _stands_on_the_same(house: House, version: Version) -> bool:
    """Whether the plans under it are those that it was handed in on: on others its papers would say something else."""
    try:
        now = todays_ground(house, version.key)
    except Refused:
        return False
    return not version.ground or _plans(version.ground) == _plans(now)


def _plans(ground: Sequence[Basis]) -> list[str]:
    return [basis.submission for basis in ground if basis.kind is not Kind.INSTALLNINGAR]
