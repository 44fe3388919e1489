"""The decisions on the plans: by whom, when, and under which diarienummer (regler § 1.2, 1.4 and 5.1).

A decision taken is always recorded: what is odd about its day or organ is a varning, only what is missing is a fel.
"""

import re
from collections.abc import Iterator
from datetime import date

from service.chain.mandatperiod import TERM
from service.chain.plans import Installningar
from service.chain.values import Decision
from service.findings import Level, Place

from .cases import BokslutCase, InstallningarCase, MrpCase, Stage, UppfoljningCase, VpCase
from .registry import Breach, breach, rule
from .roles import KF, KS, USUAL_CODES, has_role, same_code

Decided = MrpCase | VpCase | UppfoljningCase | BokslutCase
YEARS_BACK = 3  # a matter of a plan is registered at most so many years before the plan's year


@rule(
    "R00",
    paragraph="",
    level=Level.FEL,
    stage=Stage.ADOPT,
    title="Beslutet har organ, datum, paragraf och diarienummer",
)
def decision_is_whole(case: Decided) -> Iterator[Breach]:
    """Dokumenthuvudet har antagen, paragraf, antagen av och diarienummer (reglernas dokumenthuvud)."""
    decision = case.plan.head.decision
    missing = _missing(decision) if decision else ["beslutande organ, datum, paragraf och diarienummer"]
    if missing:
        yield breach(None, saknas=", ".join(missing))


@rule(
    "R13", paragraph="1.2", level=Level.VARNING, most=Level.VARNING, stage=Stage.ADOPT,
    title="Kommunfullmäktige beslutar planen i juni", codes=("R13-juni", "R13-organ"),
)  # fmt: skip
def decided_in_june(case: MrpCase) -> Iterator[Breach]:
    """Kommunfullmäktige fastställer budget och förväntade resultat i juni (regler § 1.2)."""
    decision, before = case.mrp.head.decision, case.mrp.head.ar - 1
    if decision and (decision.datum.year, decision.datum.month) != (before, 6):
        yield breach(None, decision.datum.isoformat(), code="R13-juni", ar=str(before))
    if decision and not has_role(case.installningar, decision.organ, KF):
        yield breach(None, decision.organ, code="R13-organ")


@rule(
    "R13", paragraph="1.2", level=Level.UPPLYSNING, most=Level.VARNING, stage=Stage.ADOPT,
    title="Valår: det nyvalda fullmäktige beslutar budgeten", codes=("R13-valar",)
)  # fmt: skip
def confirmed_after_election(case: MrpCase) -> Iterator[Breach]:
    """Valår ska budgeten antas av det nyvalda kommunfullmäktige (kommunallagen 11 kap.)."""
    if _election_year(case) and not case.mrp.bekraftelser:
        yield breach(case.mrp.sheet_place("bekraftelse"), ar=str(case.mrp.head.ar - 1))


@rule(
    "R13", paragraph="1.2", level=Level.VARNING, most=Level.VARNING,
    title="Valårsbeslutet fattas av det nyvalda fullmäktige", codes=("R13-bekraftelse",)
)  # fmt: skip
def confirmed_in_time(case: MrpCase) -> Iterator[Breach]:
    """Det nyvalda fullmäktige tillträder den 15 oktober och beslutar före november månads utgång (kommunallagen)."""
    before = case.mrp.head.ar - 1
    first, last = date(before, 10, 15), date(before, 11, 30)
    for row in case.mrp.bekraftelser:
        if row.datum and not first <= row.datum <= last:
            place = case.mrp.place(row, "datum")
            yield breach(place, row.datum.isoformat(), tidigast=first.isoformat(), senast=last.isoformat())


@rule(
    "R20", "R76", paragraph="1.4", level=Level.VARNING, most=Level.VARNING, stage=Stage.ADOPT,
    title="Verksamhetsplanen beslutas av nämnden senast i december", codes=("R20-sent", "R20-organ"),
)  # fmt: skip
def decided_by_december(case: VpCase) -> Iterator[Breach]:
    """Kommunstyrelsen och nämnderna beslutar senast i december om planen för nästa år (regler § 1.4, 5.1)."""
    decision, last = case.vp.head.decision, date(case.vp.head.ar - 1, 12, 31)
    if decision and decision.datum > last:
        yield breach(None, decision.datum.isoformat(), code="R20-sent", senast=last.isoformat())
    if decision and not same_code(decision.organ, case.namnd):
        namn = case.installningar.namnd_namn(case.namnd)
        yield breach(None, decision.organ, code="R20-organ", namnd=namn)


@rule(
    "L11", paragraph="", level=Level.VARNING,
    title="Diarienumret är skrivet som organets andra", codes=("L11-monster", "L11-ar")
)  # fmt: skip
def dnr_in_plan(case: Decided) -> Iterator[Breach]:
    """Diarienumret följer organets mönster, och året är rimligt."""
    uppgifter = case.plan.uppgifter
    yield from _judge_dnr(case, case.plan.place(uppgifter, "diarienummer"), uppgifter.diarienummer)


@rule(
    "L11", paragraph="", level=Level.VARNING, stage=Stage.ADOPT,
    title="Beslutets diarienummer är skrivet som organets andra", codes=("L11-beslut-monster", "L11-beslut-ar")
)  # fmt: skip
def dnr_of_decision(case: Decided) -> Iterator[Breach]:
    """Beslutets diarienummer följer organets mönster, och året är rimligt."""
    if case.plan.head.decision:
        yield from _judge_dnr(case, None, case.plan.head.decision.dnr, "-beslut")


@rule(
    "L11", paragraph="", level=Level.VARNING,
    title="Beslutens diarienummer är skrivna som organets andra", codes=("L11-lista",)
)  # fmt: skip
def dnr_in_settings(case: InstallningarCase) -> Iterator[Breach]:
    """De beslut som planarbetet vilar på har diarienummer efter organets mönster."""
    for row in case.installningar.beslut:
        monster = _patterns(case.installningar, row.organ)
        if row.dnr and monster and not _years(row.dnr, monster):
            yield breach(case.installningar.place(row, "dnr"), row.dnr, monster=" eller ".join(monster))


def year_of_dnr(dnr: str, monster: str) -> int | None:
    """The year in a diarienummer; 0 where the pattern has none, None where the number is not of the pattern.

    `BUN ÅÅÅÅ/#`: ÅÅÅÅ (or ÅÅ) is the year, # one or more digits, the rest stands as it is, whatever its case.
    """
    spelled = re.escape(" ".join(monster.split()))
    spelled = spelled.replace(re.escape("#"), r"\d+")
    spelled = (
        spelled.replace("ÅÅÅÅ", r"(?P<ar>\d{4})", 1) if "ÅÅÅÅ" in spelled else spelled.replace("ÅÅ", r"(?P<ar>\d\d)", 1)
    )
    match = re.fullmatch(spelled, " ".join(dnr.split()), re.IGNORECASE)
    if not match:
        return None
    digits = match.groupdict().get("ar") or "0"
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _judge_dnr(case: Decided, place: Place | None, dnr: str, part: str = "") -> Iterator[Breach]:
    organ = case.namnd if isinstance(case, VpCase | UppfoljningCase) else USUAL_CODES[KF]
    monster, ar = _patterns(case.installningar, organ), case.plan.head.ar
    if not dnr or not monster:
        return
    years = _years(dnr, monster)
    if not years:
        yield breach(place, dnr, code=f"L11{part}-monster", monster=" eller ".join(monster))
    elif years[0] and not ar - YEARS_BACK <= years[0] <= ar + 1:
        yield breach(place, dnr, code=f"L11{part}-ar", ar=str(years[0]), planar=str(ar))


def _years(dnr: str, monster: list[str]) -> list[int]:
    """The year that each pattern reads in the number; nothing when it is of none of them."""
    return [year for year in (year_of_dnr(dnr, pattern) for pattern in monster) if year is not None]


def _patterns(installningar: Installningar, organ: str) -> list[str]:
    """How an organ's diarienummer may look. Kommunfullmäktiges matters are mostly in kommunstyrelsens register."""
    roles = (KF, KS) if has_role(installningar, organ, KF) else ()
    organs = [namnd for namnd in installningar.namnder if same_code(namnd.kod, organ) or namnd.roll in roles]
    return list(dict.fromkeys(namnd.dnr_monster for namnd in organs if namnd.dnr_monster))


def _missing(decision: Decision) -> list[str]:
    parts = {"beslutande organ": decision.organ, "datum": decision.datum, "paragraf": decision.paragraf}
    return [name for name, value in {**parts, "diarienummer": decision.dnr}.items() if not value]


def _election_year(case: MrpCase) -> bool:
    election = case.installningar.kommun.valar
    return election is not None and (case.mrp.head.ar - 1 - election) % TERM == 0
