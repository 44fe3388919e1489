"""The sample municipality's year goes on: plans adopted, follow-ups after April, after August and for the year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from schemas.workbooks import Kind, Period
from service.chain.values import Decision
from service.store import PlanKey, records_of, submission

from ..accounts.access import is_central
from ..adopt import adopt
from ..hand_in import hand_in
from ..house import House
from ..loading.plans import current_version
from ..submitting.submit import Receipt, submit

AR = 2027
VP_ADOPTED = date(2026, 12, 10), 120


@dataclass(frozen=True, slots=True)
class Occasion:
    """A period's follow-up: when the workbooks are sent in, and the days and §§ of the nämnder and of KF."""

    period: Period
    sent_in: datetime
    namnd: tuple[date, int]
    kf: tuple[date, int]


OCCASIONS = (
    Occasion(Period.T1, datetime(2027, 5, 12, 9, tzinfo=UTC), (date(2027, 5, 27), 61), (date(2027, 6, 16), 84)),
    Occasion(Period.T2, datetime(2027, 9, 15, 9, tzinfo=UTC), (date(2027, 9, 28), 112), (date(2027, 10, 20), 131)),
    Occasion(Period.AR, datetime(2028, 1, 25, 9, tzinfo=UTC), (date(2028, 2, 15), 18), (date(2028, 4, 12), 55)),
)


def decided(house: House, key: PlanKey, datum: date, paragraf: int) -> str:
    """Hand in and adopt the draft as its organ would, its warnings read; the state that it comes to."""
    hand_in(house, key, by="Förvaltningschefen", acknowledge=True)
    organ = "KF" if is_central(key) else key.namnd
    done = adopt(house, key, Decision(organ, datum, paragraf, _dnr(house, key)), by="Nämndsekreteraren")
    return done.version.state.value


def follow_year(house: House, folder: Path) -> Iterator[tuple[Path, Receipt, str]]:
    """Send in, hand in and decide each follow-up in the folder, period by period; the accounts come last."""
    for occasion in OCCASIONS:
        then = at_time(house, occasion.sent_in)
        for path in follow_up_files(folder, occasion.period):
            yield path, *_followed_up(then, path, occasion)


def at_time(house: House, moment: datetime) -> House:
    """The same house, its clock standing at a moment."""
    return replace(house, now=lambda: moment)


def follow_up_files(folder: Path, period: Period) -> list[Path]:
    """The workbooks of a period, the nämnder's before the municipality's own."""
    stem = f"{AR}-{period.value.lower()}"
    return [*sorted(folder.glob(f"uppfoljning-{stem}-*.xlsx")), *folder.glob(f"bokslut-{stem}.xlsx")]


def _followed_up(house: House, path: Path, occasion: Occasion) -> tuple[Receipt, str]:
    receipt = submit(house, path.read_bytes(), path.name, by="Exempel")
    if receipt.key is None or not receipt.ready:
        return receipt, ""
    day, paragraf = occasion.kf if receipt.key.kind is Kind.BOKSLUT else occasion.namnd
    return receipt, decided(house, receipt.key, day, paragraf)


def _dnr(house: House, key: PlanKey) -> str:
    records = records_of(house.store, submission(house.store, current_version(house, key).submission))
    return str(records[key.kind.value][0].values["diarienummer"])
