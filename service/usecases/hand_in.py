"""Hand in a plan: no fel left, warnings acknowledged, numbers given."""

from dataclasses import dataclass, replace

from schemas.workbooks import Kind, workbook_schema
from service.chain.values import Nummer, State
from service.findings import Finding, Level, has_fel
from service.rules import Stage
from service.store import (
    PlanKey,
    Version,
    add_entry,
    adopted_version,
    give_numbers,
    save_version,
    term_scope,
    year_scope,
)

from .answers import Refused, answer, counted, first_capital
from .house import House
from .loading.ground import ground_of, numbers_of, todays_ground
from .loading.judging import judged
from .loading.plans import (
    as_seen,
    current_version,
    first_year_of_term,
    governing_mrp,
    known_key,
    load_mrp,
    name_of,
    settings,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The plan's version as it now stands, and the findings that went with it."""

    version: Version
    findings: tuple[Finding, ...]


def hand_in(house: House, key: PlanKey, *, by: str, acknowledge: bool = False, submission: str = "") -> HandedIn:
    """Move a draft to inlämnad and fix its numbers. Raises `Refused` with every finding that stands in the way.

    `submission` is what the person has looked at: another draft than that is not handed in.
    """
    with house.store.transaction():
        key = known_key(house, key)
        version = current_version(house, key)
        as_seen(version, submission)
        if version.state is not State.UTKAST:
            raise Refused(answer("inte-utkast", plan=first_capital(name_of(key)), tillstand=version.state.value))
        if _revises(house, key) and not version.reason:
            raise Refused(answer("revidering-utan-skal", plan=first_capital(name_of(key))))
        _numbers_stand(house, version)
        findings = judged(house, version, Stage.HAND_IN)
        _stop(key, findings, acknowledge)
        handed_in = replace(version, state=State.INLAMNAD, ground=todays_ground(house, key))
        save_version(house.store, handed_in)
        if not key.proposal:
            fix_numbers(house, handed_in)
        warnings = [finding.code for finding in findings if finding.level is Level.VARNING]
        add_entry(house.store, house.now(), by, "hand-in", name_of(key), {"kvitterade": warnings})
    return HandedIn(handed_in, tuple(findings))


def _revises(house: House, key: PlanKey) -> bool:
    """Whether a plan is in force that the main line's draft is to replace."""
    return not key.proposal and adopted_version(house.store, key.kind, key.namnd, key.ar, key.period) is not None


def _numbers_stand(house: House, version: Version) -> None:
    """A nämnd's activities are numbered under its results, whose own numbers must have been given. Raises `Refused`."""
    if version.key.kind is Kind.VERKSAMHETSPLAN:
        mrp = load_mrp(house, governing_mrp(house, version.key.ar), settings(house, version.key.ar))
        if not all(resultat.nummer.given for resultat in mrp.namnd_resultat(version.key.namnd)):
            raise Refused(answer("mrp-utan-nummer", ar=str(version.key.ar)))


def fix_numbers(house: House, version: Version) -> None:
    """Give for ever the numbers that are still provisional: in the term for goals, in the year for all else."""
    if version.key.kind is Kind.STYRDOKUMENT or workbook_schema(version.key.kind).per_period:
        return  # a governing document has no numbers, a follow-up has its plan's
    ground = ground_of(house, version)
    numbers = numbers_of(house, version)
    if ground.mrp is None:
        goals = {goal.id for goal in load_mrp(house, version, ground.installningar).inriktningsmal}
        _give(house, term_scope(first_year_of_term(ground.installningar, version.key.ar)), numbers, goals)
        _give(house, year_scope(version.key.ar), numbers, numbers.keys() - goals)
    else:
        own = numbers.keys() - {matt.id for matt in ground.mrp.matt}
        _give(house, year_scope(version.key.ar), numbers, own)


def _give(house: House, scope: str, numbers: dict[str, Nummer], ids: set[str]) -> None:
    new = {id: numbers[id].text for id in numbers if id in ids and not numbers[id].given}
    give_numbers(house.store, scope, new, house.now())


def _stop(key: PlanKey, findings: list[Finding], acknowledge: bool) -> None:
    fel = sum(finding.level is Level.FEL for finding in findings)
    if has_fel(findings):
        first = answer("fel-kvar", antal=counted(fel, "fel", "fel"), plan=name_of(key))
        raise Refused(first, *findings)
    warnings = [finding for finding in findings if finding.level is Level.VARNING]
    if warnings and not acknowledge:
        counted_warnings = counted(len(warnings), "varning", "varningar")
        raise Refused(answer("varningar-att-kvittera", antal=counted_warnings, plan=name_of(key)), *findings)
