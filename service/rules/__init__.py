"""The steering rules: a plan is judged by every rule of the regler that can be put to it.

`judge` gives the findings of a case at a stage; `RULES` lists every rule for documentation and settings; `DEFAULT_ORD`
and `DEFAULT_GRANSER` are the word lists and limits that a municipality starts from.
"""

from service.findings import Finding

from . import (  # noqa: F401  each declares its rules when it is imported
    aktiviteter,
    arshjul,
    beslut,
    beslutat,
    bokslut,
    budget,
    dialog,
    ekonomi,
    inriktningsmal,
    installningar,
    intyg,
    mandatperiod,
    matt,
    moten,
    resultat,
    uppfoljning,
    uppfoljning_ekonomi,
    verksamhetsbeskrivning,
    vision,
)
from .cases import BokslutCase, Case, InstallningarCase, MoteCase, MrpCase, Stage, UppfoljningCase, VpCase
from .lexicon import DEFAULT_ORD
from .limits import DEFAULT_GRANSER, reminders
from .moten import ANSLAG, JUSTERING
from .registry import Rule, declared
from .roles import KS, has_role

RULES = declared()


def judge(case: Case, stage: Stage) -> list[Finding]:
    """Everything the rules find in a case when it has come to a stage, in the order of the rules."""
    return [finding for rule in RULES for finding in rule.judge(case, stage)]


__all__ = [
    "ANSLAG", "DEFAULT_GRANSER", "DEFAULT_ORD", "JUSTERING", "KS", "RULES", "BokslutCase", "Case", "InstallningarCase",
    "MoteCase", "MrpCase", "Rule", "Stage", "UppfoljningCase", "VpCase", "has_role", "judge", "reminders",
]  # fmt: skip
