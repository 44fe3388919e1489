"""The plans that a meeting adopts: which stands to be adopted, which has been and at which §, which is not and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from schemas.workbooks import Kind
from service.chain.moten import Bilaga, Punkt
from service.chain.values import Decision, State
from service.findings import Finding, Level
from service.store import PlanKey, Version, adopted_version, dispatches

from ..answers import Refused, answer, first_capital
from ..house import House
from ..loading.plans import current_version, known_key, name_of
from ..papers.namndrapport import NAMNDRAPPORTER, report_key
from . import answers as meeting_answers  # noqa: F401  its sentences
from .loading import meeting_id
from .papers import KINDS, Meeting, order_of


class Prospect(StrEnum):
    """How a plan stands to the meeting that is to adopt it."""

    ADOPTED = "antagen"
    READY = "antas"
    NOT = "antas inte"


@dataclass(frozen=True, slots=True)
class Adoption:
    """A plan that an ärende is to adopt: `submission` is the text that it would adopt, `why` says why it does not."""

    punkt: Punkt
    bilaga: Bilaga
    prospect: Prospect
    key: PlanKey | None = None
    why: Finding | None = None
    submission: str = ""

    @property
    def name(self) -> str:
        """What the plan is called: as a plan where it is known, else as the paper."""
        return name_of(self.key) if self.key else self.bilaga.rad.titel


def adoptions(house: House, meeting: Meeting) -> Iterator[Adoption]:
    """Every plan that the meeting's ärenden are to adopt, in the order of the list."""
    for punkt in meeting.mote.punkter:
        for bilaga in punkt.bilagor:
            if bilaga.rad.antas and not punkt.utgar:
                yield _adoption(house, meeting, punkt, bilaga)


def decision_of(meeting: Meeting, punkt: Punkt) -> Decision:
    """The decision of an ärende that has its §."""
    day, number = meeting.mote.uppgifter.datum, punkt.paragraf
    assert day is not None  # seen to by `open_meeting`
    assert number is not None  # it has been held
    return Decision(meeting.mote.namnd, day, number, punkt.rad.dnr)


def _adoption(house: House, meeting: Meeting, punkt: Punkt, bilaga: Bilaga) -> Adoption:
    try:
        key = known_key(house, _plan_key(meeting, bilaga))
        if _is_adopted(house, meeting, punkt, key):
            return Adoption(punkt, bilaga, Prospect.ADOPTED, key)
        plan = current_version(house, key)
        why = _hindrance(house, meeting, punkt, bilaga, plan)
    except Refused as no:
        return Adoption(punkt, bilaga, Prospect.NOT, None, no.findings[0])
    return Adoption(punkt, bilaga, Prospect.NOT if why else Prospect.READY, key, why, plan.submission)


def _hindrance(house: House, meeting: Meeting, punkt: Punkt, bilaga: Bilaga, plan: Version) -> Finding | None:
    """Why the plan is not adopted; what was decided otherwise is as it should be, what nobody has said is asked for."""
    key = plan.key
    if punkt.rad.utfall is None:
        return answer("utfall-saknas", Level.VARNING, rubrik=punkt.rad.rubrik, plan=name_of(key))
    if not punkt.som_foreslaget:
        return answer("annat-utfall", Level.UPPLYSNING, utfall=punkt.rad.utfall)
    if _changed_since_sent(house, meeting, bilaga, plan):
        return answer("plan-andrad-efter-utskick", Level.VARNING, plan=first_capital(name_of(key)))
    if plan.state is not State.INLAMNAD:
        return answer("inte-inlamnad", Level.VARNING, plan=first_capital(name_of(key)), tillstand=plan.state.value)
    return None


def _is_adopted(house: House, meeting: Meeting, punkt: Punkt, key: PlanKey) -> bool:
    """Whether the plan in force was adopted by this very §."""
    found = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    return punkt.paragraf is not None and found is not None and found.decision == decision_of(meeting, punkt)


def _changed_since_sent(house: House, meeting: Meeting, bilaga: Bilaga, plan: Version) -> bool:
    """Whether the plan is another than the one that was sent out."""
    sent = dispatches(house.store, meeting_id(meeting.version.key))
    papers = {paper.key: paper.plan for paper in sent[-1].papers} if sent else {}
    before = papers.get(f"handling {bilaga.rad.id}")
    return plan.state is not State.ANTAGEN and before is not None and before != plan.submission


def _plan_key(meeting: Meeting, bilaga: Bilaga) -> PlanKey:
    order = order_of(meeting, bilaga)
    kind = KINDS[bilaga.rad.innehall or "verksamhetsplan"]
    if kind in NAMNDRAPPORTER:
        return report_key(kind, order.ar, order.namnd, order.period)
    found = {"mrp": Kind.MRP, "styrdokument": Kind.STYRDOKUMENT}.get(kind, Kind.VERKSAMHETSPLAN)
    return PlanKey(found, order.namnd, order.ar)
