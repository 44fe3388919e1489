"""The årshjul: the timetable, and kommunstyrelsens decisions that the work rests on (regler § 1.2, 3 and 5.1)."""

from collections.abc import Iterator

from schemas.installningar import HALLTIDER_VEM
from service.findings import Level

from .cases import InstallningarCase, MrpCase, Stage
from .registry import Breach, breach, rule
from .roles import KS, has_role, planning
from .wording import words

TIDSPLAN, ANVISNINGAR = "tidsplan", "anvisningar och ramar"
HANDLINGAR = ("mål- och resursplan", "verksamhetsplan")


@rule(
    "R11", "R12", paragraph="1.2", level=Level.VARNING,
    title="Tidsplan och anvisningar beslutas av kommunstyrelsen", codes=("R11-organ",)
)  # fmt: skip
def decided_by_ks(case: InstallningarCase) -> Iterator[Breach]:
    """Tidsplanen för budgetarbetet och anvisningarna fastställs av kommunstyrelsen (regler § 1.2)."""
    for row in case.installningar.beslut:
        if row.avser in (TIDSPLAN, ANVISNINGAR) and not has_role(case.installningar, row.organ, KS):
            yield breach(case.installningar.place(row, "organ"), row.organ, avser=str(row.avser))


@rule(
    "R12", paragraph="1.2", level=Level.VARNING, most=Level.VARNING,
    title="Anvisningar och ramar beslutas i februari", codes=("R12-februari",)
)  # fmt: skip
def frames_in_february(case: InstallningarCase) -> Iterator[Breach]:
    """Kommunstyrelsen fastställer anvisningar och ekonomiska ramar i februari (regler § 1.2)."""
    before = case.installningar.head.ar - 1
    for row in case.installningar.beslut:
        if row.avser == ANVISNINGAR and row.datum and (row.datum.year, row.datum.month) != (before, 2):
            yield breach(case.installningar.place(row, "datum"), row.datum.isoformat(), ar=str(before))


@rule(
    "R11", "R12", paragraph="1.2", level=Level.VARNING, stage=Stage.HAND_IN,
    title="Kommunstyrelsens beslut om tidsplan och ramar är infört", codes=("R11-saknas", "R12-saknas"),
)  # fmt: skip
def decisions_are_entered(case: MrpCase) -> Iterator[Breach]:
    """Arbetet vilar på kommunstyrelsens tidsplan, anvisningar och ramar (regler § 1.2)."""
    entered = {row.avser for row in case.installningar.beslut}
    if TIDSPLAN not in entered:
        yield breach(None, code="R11-saknas", ar=str(case.mrp.head.ar))
    if ANVISNINGAR not in entered:
        yield breach(None, code="R12-saknas", ar=str(case.mrp.head.ar))


@rule(
    "R12", paragraph="1.2", level=Level.VARNING,
    title="Varje nämnd har en preliminär ram", codes=("R12-ram", "R12-preliminar")
)  # fmt: skip
def preliminary_frames(case: MrpCase) -> Iterator[Breach]:
    """Kommunstyrelsen fastställer ekonomiska ramar till nämnderna (regler § 1.2). Utan driftbudget prövas R09."""
    for namnd in planning(case.installningar, case.mrp.head.ar) if case.mrp.ramar else ():
        if not case.mrp.namnd_ramar(namnd.kod):
            yield breach(case.mrp.sheet_place("ram"), code="R12-ram", namnd=namnd.namn)
    for ram in case.mrp.ramar:
        if ram.preliminar is None:
            namn = case.installningar.namnd_namn(ram.namnd)
            yield breach(case.mrp.place(ram, "preliminar"), code="R12-preliminar", namnd=namn)


@rule("R58", paragraph="3", level=Level.UPPLYSNING, title="Årshjulet har hålltider för alla tre")
def three_lanes(case: InstallningarCase) -> Iterator[Breach]:
    """Hålltider för fullmäktige, kommunstyrelsen/nämnder samt verksamheter återfinns i årshjulet (regler § 3)."""
    present = {row.vem for row in case.installningar.halltider}
    for vem in HALLTIDER_VEM:
        if vem not in present:
            yield breach(case.installningar.sheet_place("halltid"), vem=vem)


@rule("R58", paragraph="3", level=Level.FEL, title="Hålltiden säger när", codes=("R58-nar",))
def says_when(case: InstallningarCase) -> Iterator[Breach]:
    """Hålltiderna i årshjulet är det som alla ska förhålla sig till (regler § 3): en dag, eller minst en månad."""
    for row in case.installningar.halltider:
        if row.vad and row.senast is None:
            yield breach(case.installningar.place(row, "datum"), hall=row.vad)


@rule("R58", paragraph="3", level=Level.VARNING, title="Dag och månad säger detsamma", codes=("R58-manad",))
def day_in_its_month(case: InstallningarCase) -> Iterator[Breach]:
    """En hålltid har en dag eller en månad (regler § 3); där båda står ska de säga detsamma."""
    for row in case.installningar.halltider:
        if row.datum and row.manad and row.datum.replace(day=1) != row.manad:
            place, dag = case.installningar.place(row, "manad"), row.datum.isoformat()
            yield breach(place, row.manad.isoformat()[:7], dag=dag)


@rule("R56", "R57", paragraph="3", level=Level.UPPLYSNING, title="Årshjulet har hålltid för planerna")
def deadlines_for_plans(case: InstallningarCase) -> Iterator[Breach]:
    """Processen börjar i januari, planen beslutas i juni och verksamhetsplanen under hösten (regler § 3)."""
    present = {row.handling for row in case.installningar.halltider}
    for handling in HANDLINGAR:
        if handling not in present:
            yield breach(case.installningar.sheet_place("halltid"), handling=handling)


@rule(
    "R77",
    paragraph="5.1",
    level=Level.UPPLYSNING,
    title="Årshjulet säger när nämnderna rapporterar till kommunstyrelsen",
)
def report_to_ks(case: InstallningarCase) -> Iterator[Breach]:
    """Nämnderna rapporterar till kommunstyrelsen (regler § 5.1); reglerna anger ingen dag."""
    if not any(_is_report(row.vad) for row in case.installningar.halltider):
        yield breach(case.installningar.sheet_place("halltid"))


def _is_report(vad: str) -> bool:
    found = words(vad)
    verbs = ("rapport", "överlämn", "anmäl", "redovis")
    return "kommunstyrelsen" in found and any(word.startswith(verbs) for word in found)
