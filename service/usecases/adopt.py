"""Record that a plan has been adopted: it is frozen, and the version it replaces is upphävd."""

from dataclasses import replace
from datetime import date

from service.chain.values import Decision, State
from service.findings import Finding, Level
from service.rules import Stage
from service.store import PlanKey, Version, add_entry, adopted_version, adopted_versions, renumber_version, save_version

from .answers import Refused, answer, first_capital, refused
from .hand_in import HandedIn, fix_numbers
from .house import House
from .loading.ground import settled_ground
from .loading.judging import judged
from .loading.plans import as_seen, current_version, known_key, name_of


def decision_of(organ: str, datum: date | str, paragraf: int | str, dnr: str) -> Decision:
    """A decision as somebody has filled it in. Raises `Refused` where its day or its § cannot be one."""
    try:
        day, number = date.fromisoformat(str(datum).strip()), int(paragraf)
    except ValueError:
        raise refused("beslutet-kan-inte-lasas") from None
    if number <= 0:
        raise refused("beslutet-kan-inte-lasas")
    return Decision(organ.strip(), day, number, dnr.strip())


def adopt(house: House, key: PlanKey, decision: Decision, *, by: str, submission: str = "") -> HandedIn:
    """Record a decision already taken, however late or odd, and whatever has become of the plan's ground since hand-in.

    `submission` is the text that was decided on: another than that is not adopted. Raises `Refused` then, when the plan
    has not been handed in, or when the decision lacks organ, date, § or dnr.
    """
    with house.store.transaction():
        key = known_key(house, key)
        version = current_version(house, key)
        as_seen(version, submission)
        if version.state is not State.INLAMNAD:
            raise Refused(answer("inte-inlamnad", plan=first_capital(name_of(key)), tillstand=version.state.value))
        findings = judged(house, version, Stage.ADOPT, decision)
        if stops := _of_the_decision(findings):
            raise Refused(*stops)
        before = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
        ground = settled_ground(house, version)
        adopted = replace(_numbered(house, version), state=State.ANTAGEN, decision=decision, ground=ground)
        if before is not None:
            save_version(house.store, replace(before, state=State.UPPHAVD))
        save_version(house.store, adopted)
        fix_numbers(house, adopted)
        _log(house, by, adopted, decision, findings)
    return HandedIn(adopted, tuple(findings))


def _of_the_decision(findings: list[Finding]) -> list[Finding]:
    """The fel in the decision itself (R00); those of the plan stopped it at hand-in, or have come since."""
    return [finding for finding in findings if finding.level is Level.FEL and "R00" in finding.rules]


def _numbered(house: House, version: Version) -> Version:
    """The version with the number it is adopted under: one more than have been adopted, by whichever proposal."""
    number = len(adopted_versions(house.store, version.key)) + 1
    return version if version.version == number else renumber_version(house.store, version, number)


def _log(house: House, by: str, version: Version, decision: Decision, findings: list[Finding]) -> None:
    details = {
        "beslut": f"{decision.organ} {decision.datum.isoformat()} § {decision.paragraf}", "dnr": decision.dnr,
        "anmärkningar": [finding.code for finding in findings],
    }  # fmt: skip
    add_entry(house.store, house.now(), by, "adopt", name_of(version.key), details)
