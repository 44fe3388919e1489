"""The settings in force for a year, as tables to read; and every rule with the level that they give it."""

from dataclasses import dataclass

from schemas.workbooks import Kind
from service.findings import Level
from service.rules import RULES, Rule, Stage
from service.store import PlanKey, Submission, records_of, submission

from .house import House
from .loading.plans import settings, settings_version
from .submitting.history import Sent, history
from .submitting.sheets import ShownSheet, ShownWorkbook, of_records, with_findings


@dataclass(frozen=True, slots=True)
class SettingsInForce:
    """The settings that hold for a year: its own or (`from_year` differs) an earlier year's; what they were read from,
    their sheets, and what was sent in for that same year before (newest first)."""

    ar: int
    from_year: int
    submission: Submission
    workbook: ShownWorkbook
    earlier: tuple[Sent, ...]

    @property
    def key(self) -> PlanKey:
        """The settings' plan."""
        return PlanKey(Kind.INSTALLNINGAR, "", self.from_year)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule as the municipality has it: its level, or None where it is turned off; `own` is the level it has of its
    own, which differs where the municipality has chosen another."""

    rule: Rule
    own: Level
    level: Level | None

    @property
    def is_changed(self) -> bool:
        """Whether the municipality has chosen another level."""
        return self.own is not self.level


STAGES = {
    Stage.SUBMIT: "När planen skickas in",
    Stage.HAND_IN: "När planen lämnas in",
    Stage.ADOPT: "Vid beslutet",
    Stage.MEETING: "När möteshandlingarna skrivs",
}


def settings_in_force(house: House, ar: int) -> SettingsInForce:
    """The settings that hold for a year. Raises `Refused` where there are none."""
    version = settings_version(house, ar)
    found = submission(house.store, version.submission)
    sheets = of_records(found.kind, found.ar, records_of(house.store, found), found.layout)
    sent = history(house, version.key)
    at = next((n for n, one in enumerate(sent) if one.submission.id == found.id), 0)
    return SettingsInForce(ar, version.key.ar, found, with_findings(sheets, ()), tuple(sent[at + 1 :]))


def shown_sheet(found: SettingsInForce, key: str) -> ShownSheet | None:
    """The sheet of that key; of none, the first that lists anything: the nämnder."""
    return found.workbook.sheet(key or "namnd")


def rules_in_force(house: House, ar: int) -> list[RuleInForce]:
    """Every rule, in the order of the regler. Raises `Refused` where there are no settings."""
    holding = settings(house, ar)
    return [RuleInForce(rule, rule.level, rule.level_in(holding, rule.codes[0])) for rule in RULES]
