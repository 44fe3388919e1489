"""What has been sent in to a plan, by whom and when, and which plan a submission belongs to."""

from dataclasses import dataclass

from service.chain.values import State
from service.store import PlanKey, Submission, is_discarded, submission, submissions_to, version_of

from ..house import House
from .unchanged import CODE as UNCHANGED


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission, and what it stands for now: a version and its state, or (None) nothing, since a later upload to the
    same draft has taken its place, it changed nothing, or its draft was discarded."""

    submission: Submission
    version: int | None = None
    state: State | None = None
    fate: str = ""

    @property
    def stands(self) -> bool:
        """Whether a version of the plan rests on it."""
        return self.version is not None


def plan_of(house: House, id: str) -> PlanKey | None:
    """The plan that a submission belongs to; None where there is no such submission."""
    try:
        return key_of(submission(house.store, id))
    except LookupError:
        return None


def key_of(found: Submission) -> PlanKey:
    """The plan that a submission belongs to."""
    return PlanKey(found.kind, found.namnd, found.ar, found.proposal, found.period)


def history(house: House, key: PlanKey) -> list[Sent]:
    """Every submission to a plan, newest first."""
    found = submissions_to(house.store, key.kind, key.namnd, key.ar, key.proposal, key.period)
    return [sent_in(house, one) for one in reversed(found)]


def sent_in(house: House, found: Submission) -> Sent:
    """A submission with what it stands for now."""
    version = version_of(house.store, found.id)
    return Sent(found, version.version, version.state) if version else Sent(found, fate=fate_of(house, found))


def fate_of(house: House, found: Submission) -> str:
    """What became of a submission that no version rests on: `oförändrad`, `kastad` or `ersatt`."""
    if any(finding.code == UNCHANGED for finding in found.findings):
        return "oförändrad"
    return "kastad" if is_discarded(house.store, found.id) else "ersatt"
