"""The aktiviteter of a nämnd's plan (regler § 1.4, 2.4 and 5.1)."""

from collections.abc import Iterator

from schemas.verksamhetsplan import Aktiviteter
from service.chain.plans import plain
from service.chain.records import Aktivitet, Resultat
from service.findings import Level

from .cases import VpCase
from .limits import AKTIVITET_AR, AKTIVITETER
from .registry import Breach, breach, rule
from .roles import same_code
from .shown import tkr
from .wording import words

NEEDED = ("start", "slut", "verksamhet", "ansvarig")


@rule(
    "R06", "R68", paragraph="1.1", level=Level.FEL,
    title="Varje aktivitet hör till ett resultat som nämnden arbetar med", codes=("R06-aktivitet",)
)  # fmt: skip
def no_orphans(case: VpCase) -> Iterator[Breach]:
    """Målkedjan ska tydligt följas från fullmäktige via nämnderna till den enskilda enheten (regler § 1.1)."""
    results = {resultat.id: resultat for resultat in case.mrp.gallande_resultat}
    for aktivitet in case.vp.gallande_aktiviteter:
        if aktivitet.resultat and not _takes_part(case, results.get(aktivitet.resultat)):
            yield breach(case.vp.place(aktivitet, "resultat"), aktivitet=plain(aktivitet.text))


@rule("R51", paragraph="2.4", level=Level.FEL, title="Varje resultat har minst en aktivitet")
def results_have_activities(case: VpCase) -> Iterator[Breach]:
    """För att målen och resultaten ska bli genomförda planeras aktiviteter (regler § 2.4).

    En plan helt utan aktiviteter prövas av R70.
    """
    rows = {row.id: row for row in case.vp.resultat}
    for resultat in case.mrp.namnd_resultat(case.namnd) if case.vp.gallande_aktiviteter else ():
        if not case.vp.aktiviteter_for(resultat.id):
            row = rows.get(resultat.id)
            place = case.vp.place(row, "text") if row else case.vp.sheet_place("aktivitet")
            yield breach(place, resultat.text, nummer=resultat.nummer.text)


@rule("R52", paragraph="2.4", level=Level.VARNING, title="Aktiviteterna är de avgörande insatserna")
def few_activities(case: VpCase) -> Iterator[Breach]:
    """Aktiviteterna är de avgörande insatserna för att nå förväntade resultat (regler § 2.4)."""
    limit = int(AKTIVITETER.of(case.installningar))
    for resultat in case.mrp.namnd_resultat(case.namnd):
        rows = case.vp.aktiviteter_for(resultat.id)
        if len(rows) > limit:
            place, antal = case.vp.place(rows[limit], "text"), str(len(rows))
            yield breach(place, rows[limit].text, nummer=resultat.nummer.text, antal=antal, mest=str(limit))


@rule(
    "R53", paragraph="2.4", level=Level.VARNING, title="Aktiviteter beslutas inom förvaltningen",
    codes=("R53-niva", "R53-beslut", "R53-organ"),
)  # fmt: skip
def decided_inside(case: VpCase) -> Iterator[Breach]:
    """Aktiviteter beslutas och genomförs inom förvaltningarna på alla nivåer (regler § 2.4)."""
    for aktivitet in case.vp.gallande_aktiviteter:
        place = case.vp.place(aktivitet, "beslutad_av")
        if not aktivitet.niva:
            yield breach(case.vp.place(aktivitet, "niva"), code="R53-niva")
        if not aktivitet.beslutad_av:
            yield breach(place, code="R53-beslut")
        elif _is_organ(case, aktivitet.beslutad_av):
            yield breach(place, aktivitet.beslutad_av, code="R53-organ")


@rule(
    "R53", "R49", paragraph="2.4", level=Level.VARNING,
    title="Aktiviteten ryms i verksamhetens budget", codes=("R53-kostnad",)
)  # fmt: skip
def within_the_budget(case: VpCase) -> Iterator[Breach]:
    """Aktiviteter hanteras inom beslutade budgetramar (regler § 2.4)."""
    budget = {rad.verksamhet: rad.netto for rad in case.vp.budget if rad.fylld}
    for aktivitet in case.vp.gallande_aktiviteter:
        netto = budget.get(aktivitet.verksamhet)
        if aktivitet.kostnad and netto is not None and aktivitet.kostnad > netto:
            place, namn = case.vp.place(aktivitet, "kostnad"), _verksamhet(case, aktivitet)
            yield breach(place, tkr(aktivitet.kostnad), verksamhet=namn, netto=tkr(netto))


@rule(
    "R54", "R22", paragraph="2.4", level=Level.FEL, title="Aktiviteten har tid, verksamhet och ansvarig",
    codes=("R54-saknas", "R54-ordning"),
)  # fmt: skip
def time_and_responsibility(case: VpCase) -> Iterator[Breach]:
    """Förvaltningsledningen beslutar när aktiviteterna ska utföras och av vilka verksamheter (regler § 2.4, 1.4)."""
    headings = {name: column.heading for name, column in Aktiviteter.columns().items()}
    for aktivitet in case.vp.gallande_aktiviteter:
        for name in NEEDED:
            if not getattr(aktivitet, name):
                place, text = case.vp.place(aktivitet, name), plain(aktivitet.text)
                yield breach(place, code="R54-saknas", rubrik=headings[name], aktivitet=text)
        if aktivitet.start and aktivitet.slut and aktivitet.slut < aktivitet.start:
            place, start = case.vp.place(aktivitet, "slut"), aktivitet.start.isoformat()
            yield breach(place, aktivitet.slut.isoformat(), code="R54-ordning", start=start)


@rule(
    "R54", paragraph="2.4", level=Level.VARNING, most=Level.VARNING,
    title="Aktiviteten är klar inom resultatets period", codes=("R54-period",)
)  # fmt: skip
def ends_in_time(case: VpCase) -> Iterator[Breach]:
    """Aktiviteterna är insatser för att nå resultaten medan de gäller (regler § 2.4)."""
    ends = {resultat.id: resultat.period_till for resultat in case.mrp.gallande_resultat}
    for aktivitet in case.vp.gallande_aktiviteter:
        end = ends.get(aktivitet.resultat)
        if end and aktivitet.slut and aktivitet.slut > end:
            yield breach(case.vp.place(aktivitet, "slut"), aktivitet.slut.isoformat(), sista=end.isoformat())


@rule("R69", paragraph="5.1", level=Level.VARNING, title="Aktiviteter står inte kvar år efter år")
def not_carried_on(case: VpCase) -> Iterator[Breach]:
    """Planen är realistisk: aktiviteterna är sådana som förvaltningarna har för avsikt att genomföra (regler § 5.1)."""
    limit, ar = AKTIVITET_AR.of(case.installningar), case.vp.head.ar
    for aktivitet in case.vp.gallande_aktiviteter:
        since = min(_since(case, aktivitet), int(aktivitet.funnits_sedan or ar))
        if ar - since >= limit:
            yield breach(case.vp.place(aktivitet, "text"), aktivitet.text, sedan=str(since))


def _takes_part(case: VpCase, resultat: Resultat | None) -> bool:
    """Whether the result is the nämnd's own, or one that it contributes to."""
    codes = (resultat.namnd, *resultat.bidragande) if resultat else ()
    return any(same_code(kod, case.namnd) for kod in codes)


def _is_organ(case: VpCase, decided_by: str) -> bool:
    """Whether it is a political organ rather than a post in the förvaltning."""
    organs = {text.casefold() for namnd in case.installningar.namnder for text in (namnd.kod, namnd.namn) if text}
    usual = {"nämnden", "nämnd", "kommunfullmäktige", "kommunstyrelsen", "kf", "ks"}
    return " ".join(decided_by.split()).casefold() in organs | usual


def _since(case: VpCase, aktivitet: Aktivitet) -> int:
    """The first of the years in a row, up to this one, in whose plans the activity stands with the same text."""
    since = case.vp.head.ar
    for plan in case.earlier:
        same = any(words(row.text) == words(aktivitet.text) for row in plan.gallande_aktiviteter)
        if plan.head.ar == since - 1 and same:
            since = plan.head.ar
    return since


def _verksamhet(case: VpCase, aktivitet: Aktivitet) -> str:
    return case.installningar.verksamhet_namn(case.namnd, aktivitet.verksamhet)
