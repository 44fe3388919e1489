"""What kommunfullmäktige has decided in the MRP stands unchanged in the nämnd's plan (regler § 1.2, 1.3 and 5.1)."""

from collections.abc import Iterator

from schemas.verksamhetsplan import VpMatt as MattSheet
from schemas.verksamhetsplan import VpResultat as ResultatSheet
from service.chain.plans import plain
from service.chain.records import Matt, MrpUppdrag, Resultat, VpMatt, VpResultat
from service.chain.values import State
from service.findings import Level

from .cases import VpCase
from .registry import Breach, breach, rule
from .roles import same_code
from .shown import spelled

TARGETS = ("mal_1", "mal_2", "mal_3")


@rule("R10", paragraph="1.2", level=Level.VARNING, most=Level.VARNING, title="Mål- och resursplanen är antagen")
def mrp_is_adopted(case: VpCase) -> Iterator[Breach]:
    """När planen är antagen av kommunfullmäktige planerar förvaltningarna aktiviteter (regler § 1.2)."""
    if case.mrp.head.state is not State.ANTAGEN:
        yield breach(None, ar=str(case.mrp.head.ar), status=case.mrp.head.state.value)


@rule(
    "R16", paragraph="1.3", level=Level.FEL, title="Resultaten är de som kommunfullmäktige har fastställt",
    codes=("R16-saknas", "R16-andrat", "R16-okant"),
)  # fmt: skip
def as_decided(case: VpCase) -> Iterator[Breach]:
    """De förväntade resultaten fastställs i beslutet om mål- och resursplan (regler § 1.3)."""
    decided = {resultat.id: resultat for resultat in case.mrp.namnd_resultat(case.namnd)}
    shown = {row.id: row for row in case.vp.resultat}
    for id, resultat in decided.items():
        if id not in shown:
            place = case.vp.sheet_place("vp_resultat")
            yield breach(place, code="R16-saknas", nummer=resultat.nummer.text, text=plain(resultat.text))
        else:
            yield from _changed(case, shown[id], resultat)
    for row in case.vp.resultat:
        if row.id not in decided:
            yield breach(case.vp.place(row, "text"), row.text, code="R16-okant")


@rule(
    "R16", paragraph="1.3", level=Level.FEL,
    title="Måtten är de som kommunfullmäktige har fastställt", codes=("R16-matt", "R16-mal")
)  # fmt: skip
def matt_as_decided(case: VpCase) -> Iterator[Breach]:
    """De förväntade resultaten, med målvärden, fastställs i beslutet (regler § 1.3)."""
    shown = {row.id: row for row in case.vp.matt}
    for resultat in case.mrp.namnd_resultat(case.namnd):
        for matt in case.mrp.matt_for(resultat.id):
            if matt.id not in shown:
                place = case.vp.sheet_place("vp_matt")
                yield breach(place, code="R16-matt", nummer=matt.nummer.text, text=matt.text)
            else:
                yield from _changed_targets(case, shown[matt.id], matt)


@rule("R73", paragraph="5.1", level=Level.FEL, title="Kommunfullmäktiges uppdrag finns med", codes=("R73-uppdrag",))
def tasks_from_kf(case: VpCase) -> Iterator[Breach]:
    """Verksamhetsbeskrivningen redogör för uppdrag från kommunfullmäktige (regler § 5.1)."""
    for task in case.mrp.uppdrag:
        if same_code(task.namnd, case.namnd) and not _carried(case, task):
            yield breach(case.vp.sheet_place("vb"), nummer=task.nummer.text, text=plain(task.text))


def _changed(case: VpCase, row: VpResultat, resultat: Resultat) -> Iterator[Breach]:
    headings = {name: column.heading for name, column in ResultatSheet.columns().items()}
    for name in ("text", "period_fran", "period_till", "verksamheter"):
        stands, decided = getattr(row, name), getattr(resultat, name)
        if name == "verksamheter":
            stands, decided = tuple(sorted(stands)), tuple(sorted(decided))
        if spelled(stands) != spelled(decided):
            place = case.vp.place(row, name)
            yield breach(place, spelled(stands), code="R16-andrat", rubrik=headings[name], ratt=spelled(decided))


def _changed_targets(case: VpCase, row: VpMatt, matt: Matt) -> Iterator[Breach]:
    headings = {name: column.heading for name, column in MattSheet.columns().items()}
    for n, name in enumerate(TARGETS):
        stands, decided = getattr(row, name), getattr(matt, name)
        if stands != decided:
            heading = headings[name].split("{")[0] + str(case.vp.head.ar + n)
            ratt = spelled(decided) or "ingenting"
            yield breach(case.vp.place(row, name), spelled(stands), code="R16-mal", rubrik=heading, ratt=ratt)


def _carried(case: VpCase, task: MrpUppdrag) -> bool:
    return any(row.id == task.id or row.nummer.rstrip("*") == task.nummer.text for row in case.vp.uppdrag)
