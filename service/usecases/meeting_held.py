"""A meeting has been held: its ärenden get their §§, and what was adopted flows back to the plans."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.workbooks import Kind
from service.chain.moten import Bilaga, Punkt
from service.chain.values import Decision, State
from service.findings import Finding, Level
from service.meetings import NoRoom, next_paragraphs
from service.store import (
    PlanKey,
    Version,
    add_entry,
    adopted_version,
    dispatches,
    give_paragraphs,
    given_paragraphs,
)

from .adopt import adopt
from .answers import Refused, answer, first_capital, refused
from .house import House
from .meeting_papers import KINDS, Meeting, open_meeting, order_of
from .meetings import find_meeting, meeting_id
from .namndrapport import NAMNDRAPPORTER, report_key
from .plans import current_version, known_key, name_of


@dataclass(frozen=True)
class Held:
    """The meeting with its §§, the plans that it adopted, and what there is to say."""

    meeting: Meeting
    given: dict[str, int]
    adopted: tuple[Version, ...]
    findings: tuple[Finding, ...]


def hold(house: House, name: str, *, by: str, first: int = 0) -> Held:
    """Give the ärenden that have none their §, after the last of the nämnd's year or from `first`, and adopt the plans
    that were adopted as proposed. To be said again when more has been decided or written down.

    Raises `Refused` for §§ that are taken.
    """
    version = find_meeting(house, name)
    with house.store.transaction():
        given = _give(house, open_meeting(house, version), by, first)
    meeting = open_meeting(house, version)
    adopted: list[Version] = []
    findings: list[Finding] = []
    for punkt in meeting.mote.punkter:
        for bilaga in punkt.bilagor:
            if bilaga.rad.antas and punkt.paragraf is not None and not punkt.utgar:
                _decided(house, meeting, punkt, bilaga, by, adopted, findings)
    return Held(meeting, given, tuple(adopted), tuple(findings))


def _give(house: House, meeting: Meeting, by: str, first: int) -> dict[str, int]:
    mote, key = meeting.mote, meeting.version.key
    day = mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    wanted = [punkt.rad.id for punkt in mote.punkter if not punkt.utgar and punkt.paragraf is None]
    taken = [one.paragraf for one in given_paragraphs(house.store, mote.namnd, day.year)]
    try:
        given = next_paragraphs(wanted, taken, before=mote.uppgifter.senaste_paragraf or 0, first=first)
    except NoRoom as no:
        raise refused("paragraf-upptagen", paragraf=str(no.taken)) from None
    if given:
        give_paragraphs(house.store, mote.namnd, day, meeting_id(key), given)
        spann = f"{min(given.values())}–{max(given.values())}"
        add_entry(house.store, house.now(), by, "meeting-held", name_of(key), {"paragrafer": spann})
    return given


def _decided(
    house: House, meeting: Meeting, punkt: Punkt, bilaga: Bilaga, by: str, adopted: list[Version],
    findings: list[Finding],
) -> None:  # fmt: skip
    """Adopt the plan that an ärende decided on, or say why not."""
    try:
        key = known_key(house, _plan_key(meeting, bilaga))
        decision = _decision(meeting, punkt)
        if _is_adopted(house, key, decision):
            return
        if not punkt.som_foreslaget:
            findings.extend(_undecided(punkt, key))
        elif _changed_since_sent(house, meeting, bilaga, key):
            told = first_capital(name_of(key))
            findings.append(answer("plan-andrad-efter-utskick", Level.VARNING, plan=told))
        else:
            done = adopt(house, key, decision, by=by)
            adopted.append(done.version)
            findings.extend(finding for finding in done.findings if finding.level is not Level.UPPLYSNING)
    except Refused as no:
        findings.extend(no.findings)


def _undecided(punkt: Punkt, key: PlanKey) -> Iterator[Finding]:
    """What was decided otherwise is as it should be; what nobody has said is asked for."""
    if punkt.rad.utfall is None:
        yield answer("utfall-saknas", Level.VARNING, rubrik=punkt.rad.rubrik, plan=name_of(key))


def _is_adopted(house: House, key: PlanKey, decision: Decision) -> bool:
    found = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    return found is not None and found.decision == decision


def _changed_since_sent(house: House, meeting: Meeting, bilaga: Bilaga, key: PlanKey) -> bool:
    """Whether the plan is another than the one that was sent out."""
    sent = dispatches(house.store, meeting_id(meeting.version.key))
    papers = {paper.key: paper.plan for paper in sent[-1].papers} if sent else {}
    before = papers.get(f"handling {bilaga.rad.id}")
    now = current_version(house, key)
    return now.state is not State.ANTAGEN and before is not None and before != now.submission


def _decision(meeting: Meeting, punkt: Punkt) -> Decision:
    day, number = meeting.mote.uppgifter.datum, punkt.paragraf
    assert day is not None  # seen to by `open_meeting`
    assert number is not None  # it has been held
    return Decision(meeting.mote.namnd, day, number, punkt.rad.dnr)


def _plan_key(meeting: Meeting, bilaga: Bilaga) -> PlanKey:
    order = order_of(meeting, bilaga)
    kind = KINDS[bilaga.rad.innehall or "verksamhetsplan"]
    if kind in NAMNDRAPPORTER:
        return report_key(kind, order.ar, order.namnd, order.period)
    found = {"mrp": Kind.MRP, "styrdokument": Kind.STYRDOKUMENT}.get(kind, Kind.VERKSAMHETSPLAN)
    return PlanKey(found, order.namnd, order.ar)
