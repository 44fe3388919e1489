"""Plans out of the store, whole: what is in force, what is drafted, and how a plan is called."""

import re
from dataclasses import replace

from schemas.workbooks import Kind, Period, workbook_schema
from service.chain.assembly import (
    assemble_installningar,
    assemble_mrp,
    assemble_styrdokument,
    assemble_verksamhetsplan,
    mrp_numbers,
    vp_numbers,
)
from service.chain.mandatperiod import first_year
from service.chain.numbering import GivenNumbers
from service.chain.plans import Installningar, Mrp, Styrdokument, Verksamhetsplan
from service.chain.records import Namnd
from service.chain.values import Decision, Head, Nummer
from service.store import (
    PlanKey,
    Submission,
    Version,
    adopted_version,
    adopted_versions,
    given_numbers,
    latest_version,
    numbers_of_year,
    proposals_of_year,
    records_of,
    submission,
    term_scope,
    versions,
    versions_of_kind,
    years,
)  # fmt: skip

from ..answers import first_capital, refused
from ..house import House

_PROPOSAL = re.compile(r"\w[\w \-–]{0,39}")
_VERSION = re.compile(r"v?\d+", re.IGNORECASE)
TITLES = {
    Kind.MRP: "mål- och resursplan", Kind.VERKSAMHETSPLAN: "verksamhetsplan", Kind.INSTALLNINGAR: "inställningar",
    Kind.UPPFOLJNING: "uppföljning", Kind.BOKSLUT: "bokslut", Kind.STYRDOKUMENT: "styrdokument",
    Kind.MOTE: "sammanträde",
}  # fmt: skip


def name_of(key: PlanKey) -> str:
    """How a plan is called in a sentence: `verksamhetsplan 2027 för BUN`, `uppföljning helår 2027 för BUN`."""
    if key.kind is Kind.MOTE:
        return f"sammanträdet {key.namnd}"
    if key.kind is Kind.STYRDOKUMENT:
        return f"styrdokumentet {key.namnd} {key.ar}"
    namnd = f" för {key.namnd}" if key.namnd else ""
    proposal = f" (förslag {key.proposal})" if key.proposal else ""
    period = f" {Period(key.period).shown}" if key.period else ""
    return f"{TITLES[key.kind]}{period} {key.ar}{namnd}{proposal}"


def settings(house: House, ar: int) -> Installningar:
    """The settings valid for a year, as a value. Raises `Refused`."""
    return load_installningar(house, settings_version(house, ar))


def settings_version(house: House, ar: int) -> Version:
    """The settings valid for a year: those in force for it or, failing that, for the nearest earlier year.

    Raises `Refused`.
    """
    for year in reversed([year for year in years(house.store, Kind.INSTALLNINGAR) if year <= ar]):
        version = adopted_version(house.store, Kind.INSTALLNINGAR, "", year)
        if version:
            return version
    raise refused("installningar-saknas", ar=str(ar))


def load_installningar(house: House, version: Version) -> Installningar:
    """A version of the settings as a value."""
    return house.store.kept(version, lambda: _loaded_installningar(house, version))


def _loaded_installningar(house: House, version: Version) -> Installningar:
    found = submission(house.store, version.submission)
    return assemble_installningar(head_of(house, version, found), records_of(house.store, found), found.layout)


def namnd_with_plan(installningar: Installningar, kod: str) -> Namnd:
    """The nämnd with that code, which is to have a verksamhetsplan. Raises `Refused`."""
    namnd = installningar.namnd(kod)
    if namnd is None:
        choices = ", ".join(n.kod for n in installningar.namnder if n.verksamhetsplan)
        raise refused("okand-namnd", namnd=kod, val=choices)
    if namnd.verksamhetsplan is False:
        raise refused("ingen-verksamhetsplan", namnd=namnd.namn)
    return namnd


def namnder_with_plan(installningar: Installningar, ar: int) -> tuple[Namnd, ...]:
    """Every nämnd that is to have a verksamhetsplan for the year, in the municipality's order."""
    return tuple(namnd for namnd in installningar.ordered(ar) if namnd.verksamhetsplan)


def known_key(house: House, key: PlanKey) -> PlanKey:
    """The plan's key with its nämnd, period and proposal spelled as they are known (`bun` is `BUN`).

    Raises `Refused` for a nämnd or a period that is not there and for a proposal's name that cannot be one.
    """
    schema, period = workbook_schema(key.kind), _known_period(key)
    if schema.per_period and key.proposal:
        raise refused("forslag-till-uppfoljning", forslag=key.proposal)
    known = replace(key, namnd="", period=period, proposal=_known_proposal(house, key))
    if schema.named:
        return replace(known, namnd=_known_name(house, key))
    return replace(known, namnd=namnd_with_plan(settings(house, key.ar), key.namnd).kod) if schema.per_namnd else known


def _known_period(key: PlanKey) -> str:
    """The period of a follow-up; a plan has none."""
    if not workbook_schema(key.kind).per_period:
        return ""
    if key.period.upper() not in set(Period):
        raise refused("okand-period", period=key.period or "ingen", val=", ".join(Period))
    return Period(key.period.upper()).value


def _known_name(house: House, key: PlanKey) -> str:
    """A document's name as it is known. Raises `Refused` for what cannot be one."""
    name = " ".join(key.namnd.split())
    if not _PROPOSAL.fullmatch(name):
        raise refused("ogiltigt-namn", namn=key.namnd)
    known = {v.key.namnd.casefold(): v.key.namnd for v in versions_of_kind(house.store, key.kind, key.ar)}
    return known.get(name.casefold(), name)


def _known_proposal(house: House, key: PlanKey) -> str:
    name = " ".join(key.proposal.split())
    if name and (not _PROPOSAL.fullmatch(name) or _VERSION.fullmatch(name)):
        raise refused("ogiltigt-forslag", forslag=key.proposal)
    known = {known.casefold(): known for known in proposals_of_year(house.store, key.ar)} if name else {}
    return known.get(name.casefold(), name)


def current_version(house: House, key: PlanKey) -> Version:
    """The newest version of the plan; for an MRP without a main line the one in force, whichever proposal it came from.

    Raises `Refused`.
    """
    found = latest_version(house.store, key)
    if found is None and not key.proposal:
        found = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    if found is None:
        raise refused("plan-saknas", plan=name_of(key))
    return found


def as_seen(version: Version, seen: str) -> None:
    """Raises `Refused` where a person has looked at another submission (`seen`; empty: none in particular)."""
    if seen and version.submission != seen:
        raise refused("andrad-under-tiden", plan=first_capital(name_of(version.key)))


def still_current(house: House, version: Version) -> None:
    """To be asked inside the transaction that changes a version. Raises `Refused` when somebody was there before."""
    if latest_version(house.store, version.key) != version:
        raise refused("andrad-under-tiden", plan=first_capital(name_of(version.key)))


def governing_mrp(house: House, ar: int) -> Version:
    """The MRP that the nämnder follow: the one in force, else the newest of the main line. Raises `Refused`."""
    found = adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, PlanKey(Kind.MRP, "", ar))
    if found is None:
        raise refused("mrp-saknas", ar=str(ar))
    return found


def load_mrp(house: House, version: Version, installningar: Installningar) -> Mrp:
    """An MRP's version as a value."""
    key = "mrp", version, installningar.head.submission, installningar.head.version
    return house.store.kept(key, lambda: _loaded_mrp(house, version, installningar))


def _loaded_mrp(house: House, version: Version, installningar: Installningar) -> Mrp:
    found = submission(house.store, version.submission)
    records = records_of(house.store, found)
    term, year = given_for(house, installningar, version.key.ar)
    return assemble_mrp(head_of(house, version, found), records, found.layout, term, year)


def load_vp(house: House, version: Version, mrp: Mrp) -> Verksamhetsplan:
    """A verksamhetsplan's version as a value."""
    key = "vp", version, mrp.head
    return house.store.kept(key, lambda: _loaded_vp(house, version, mrp))


def _loaded_vp(house: House, version: Version, mrp: Mrp) -> Verksamhetsplan:
    found = submission(house.store, version.submission)
    records = records_of(house.store, found)
    given = numbers_of_year(house.store, version.key.ar)
    return assemble_verksamhetsplan(head_of(house, version, found), records, found.layout, mrp, given)


def load_styrdokument(house: House, version: Version) -> Styrdokument:
    """A governing document's version as a value."""
    found = submission(house.store, version.submission)
    return assemble_styrdokument(head_of(house, version, found), records_of(house.store, found), found.layout)


def given_for(house: House, installningar: Installningar, ar: int) -> tuple[GivenNumbers, GivenNumbers]:
    """The numbers given to the term's goals, and to all else in the year."""
    term = given_numbers(house.store, term_scope(first_year_of_term(installningar, ar)))
    return term, numbers_of_year(house.store, ar)


def first_year_of_term(installningar: Installningar, ar: int) -> int:
    """The first year in which the term's goals are valid (the plan's own year where the settings do not say)."""
    return first_year(installningar.kommun.mandatperiod_fran, ar)


def numbers_of_mrp(house: House, version: Version, installningar: Installningar) -> dict[str, Nummer]:
    """The numbers of an MRP's rows by row id."""
    records = records_of(house.store, submission(house.store, version.submission))
    return mrp_numbers(records, *given_for(house, installningar, version.key.ar))


def numbers_of_vp(house: House, version: Version, mrp: Mrp) -> dict[str, Nummer]:
    """The numbers of a verksamhetsplan's own rows by row id."""
    records = records_of(house.store, submission(house.store, version.submission))
    return vp_numbers(records, mrp, numbers_of_year(house.store, version.key.ar))


def adopted_plan_before(house: House, version: Version) -> Version | None:
    """The adopted version that this one revises, or None."""
    adopted = adopted_version(house.store, version.key.kind, version.key.namnd, version.key.ar, version.key.period)
    if adopted is not None and (adopted.key, adopted.version) != (version.key, version.version):
        return adopted
    older = [v for v in versions(house.store, version.key) if v.version < version.version and v.decision]
    return older[-1] if older else None


def head_of(house: House, version: Version, found: Submission) -> Head:
    """A version's head."""
    key = version.key
    return Head(
        kind=key.kind.value, namnd=key.namnd, ar=key.ar, version=version.version, state=version.state,
        proposal=key.proposal, decision=version.decision, first_decision=_first_decision(house, version),
        reason=version.reason, submission=found.id, inlamnad=found.at, av=found.by,
        period=key.period,
    )  # fmt: skip


def _first_decision(house: House, version: Version) -> Decision | None:
    """The decision that adopted the plan's first version, when this is a later one."""
    earlier = [v for v in adopted_versions(house.store, version.key) if v.version < version.version]
    return earlier[0].decision if earlier else None
