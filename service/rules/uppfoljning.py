"""A nämnd's follow-up: all of the plan is in it, judged, explained and acted on (regler § 1.1, 1.4, 4.1 and 5.1)."""

from collections.abc import Iterator

from schemas.uppfoljning.goals import UfResultat as ResultatSheet
from schemas.workbooks import Period
from service.chain.maluppfyllelse import resultatlagen
from service.chain.plans import plain
from service.chain.records import UfResultat
from service.chain.skalor import Betydelse, Lage, aktivitetsskala, bedomningsskala, betydelse, lage
from service.findings import Level

from .cases import Stage, UppfoljningCase
from .registry import Breach, breach, rule

ACTION = ("atgard", "atgard_ansvarig", "atgard_datum")


@rule(
    "R07", paragraph="1.1", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Planen har följts upp också i årets tidigare perioder",
)  # fmt: skip
def followed_up_before(case: UppfoljningCase) -> Iterator[Breach]:
    """Vision, mål, resultat och aktiviteter följs upp systematiskt (regler § 1.1).

    En period som har passerat kan inte rapporteras i efterhand, så det som saknas hindrar inte nästa rapport.
    """
    reported = {earlier.head.period for earlier in case.tidigare}
    for period in reversed(Period(case.uppfoljning.head.period).earlier):
        if period not in reported:
            yield breach(None, period=period.value, namnd=case.installningar.namnd_namn(case.namnd))


@rule(
    "R78", "R07", paragraph="5.1", level=Level.FEL,
    title="Uppföljningen täcker varje resultat och aktivitet i planen, även de som utgått",
    codes=("R78-resultat", "R78-aktivitet"),
)  # fmt: skip
def covers_the_plan(case: UppfoljningCase) -> Iterator[Breach]:
    """Varje år ska nämnderna följa upp sina verksamhetsplaner (regler § 5.1)."""
    results = {row.id for row in case.uppfoljning.resultat}
    for resultat in case.mrp.resultat:
        if resultat.namnd == case.namnd and resultat.id not in results:
            place = case.uppfoljning.sheet_place("uf_resultat")
            yield breach(place, code="R78-resultat", nummer=resultat.nummer.text, text=plain(resultat.text))
    activities = {row.id for row in case.uppfoljning.aktiviteter}
    for aktivitet in case.vp.aktiviteter:
        if aktivitet.id not in activities:
            place = case.uppfoljning.sheet_place("uf_aktivitet")
            yield breach(place, code="R78-aktivitet", nummer=aktivitet.nummer.text, text=plain(aktivitet.text))


@rule(
    "R60", paragraph="4.1", level=Level.FEL, title="Varje mått, aktivitet och resultat har ett värde eller ett skäl",
    codes=("R60-resultat", "R60-aktivitet", "R60-matt"),
)  # fmt: skip
def everything_is_judged(case: UppfoljningCase) -> Iterator[Breach]:
    """Uppföljningen börjar med mått, aktiviteter och resultatuppfyllelse i förvaltningarna (regler § 4.1)."""
    uf = case.uppfoljning
    for resultat in uf.resultat:
        if not resultat.utgatt and not resultat.status:
            yield breach(uf.place(resultat, "status"), code="R60-resultat", nummer=resultat.nummer)
    for aktivitet in uf.aktiviteter:
        if not aktivitet.status:
            yield breach(uf.place(aktivitet, "status"), code="R60-aktivitet", nummer=aktivitet.nummer)
    for matt in uf.matt:
        if not matt.utgatt and matt.utfall is None and not matt.ej_matt:
            yield breach(uf.place(matt, "utfall"), code="R60-matt", nummer=matt.nummer, matt=matt.text)


@rule("R08", paragraph="1.1", level=Level.VARNING, title="Effekterna är analyserade för varje resultat")
def effects_are_analysed(case: UppfoljningCase) -> Iterator[Breach]:
    """Styrningen bygger på löpande dialog och analys av effekter (regler § 1.1)."""
    for resultat in case.uppfoljning.resultat:
        if resultat.status and not resultat.utgatt and not resultat.effekter:
            yield breach(case.uppfoljning.place(resultat, "effekter"), nummer=resultat.nummer)


@rule(
    "R22", "R61", paragraph="1.4", level=Level.FEL, title="Ett resultat som inte nås har åtgärd, ansvarig och datum",
    codes=("R22-atgard",),
)  # fmt: skip
def shortfalls_have_action(case: UppfoljningCase) -> Iterator[Breach]:
    """Chefen följer upp, analyserar, vidtar åtgärder och rapporterar (regler § 1.4)."""
    headings = {name: column.heading for name, column in ResultatSheet.columns().items()}
    for resultat in _short(case):
        missing = [name for name in ACTION if not getattr(resultat, name)]
        if missing:
            saknas = ", ".join(headings[name] for name in missing)
            place = case.uppfoljning.place(resultat, missing[0])
            yield breach(place, nummer=resultat.nummer, ord=resultat.status, saknas=saknas)


@rule(
    "R61", paragraph="4.1", level=Level.FEL, title="Ett resultat som inte nås har en analys", codes=("R61-analys",)
)  # fmt: skip
def shortfalls_are_analysed(case: UppfoljningCase) -> Iterator[Breach]:
    """Analys och åtgärder sammanställs till kommunstyrelsen och nämnderna (regler § 4.1)."""
    for resultat in _short(case):
        if not resultat.analys:
            place = case.uppfoljning.place(resultat, "analys")
            yield breach(place, nummer=resultat.nummer, ord=resultat.status)


@rule(
    "R61", paragraph="4.1", level=Level.VARNING, title="En aktivitet som avviker eller utgår har en kommentar",
    codes=("R61-aktivitet",),
)  # fmt: skip
def deviating_activities_have_a_comment(case: UppfoljningCase) -> Iterator[Breach]:
    """Avvikelser analyseras (regler § 4.1)."""
    skala = aktivitetsskala(case.installningar)
    for row in case.uppfoljning.aktiviteter:
        told = row.kommentar or row.foregaende.casefold() == row.status.casefold()
        if lage(skala, row.status) in (Lage.AVVIKELSE, Lage.UTGAR) and not told:
            place = case.uppfoljning.place(row, "kommentar")
            yield breach(place, nummer=row.nummer, ord=row.status)


@rule(
    "R61", paragraph="4.1", level=Level.UPPLYSNING, title="Bedömningen stämmer med vad måtten visar",
    codes=("R61-siffror",),
)  # fmt: skip
def judgement_agrees_with_figures(case: UppfoljningCase) -> Iterator[Breach]:
    """Bedömningen är nämndens egen; skiljer den sig från måtten ska läsaren få veta varför (regler § 4.1)."""
    skala = bedomningsskala(case.installningar, case.uppfoljning.head.period)
    for each in resultatlagen(case.uppfoljning, case.installningar):
        if each.skiljer:
            place = case.uppfoljning.place(each.resultat, "status")
            yield breach(place, each.resultat.status, nummer=each.resultat.nummer, siffror=skala.ord_for(each.siffror))


@rule(
    "R59", paragraph="4.1", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Uppföljningen görs när perioden är slut", codes=("R59-fore",),
)  # fmt: skip
def after_the_period(case: UppfoljningCase) -> Iterator[Breach]:
    """Rapporter lämnas efter april och augusti och årsredovisningen i januari (regler § 4.1)."""
    uploaded, last = case.uppfoljning.head.inlamnad, case.uppfoljning.period.last_day(case.uppfoljning.head.ar)
    if uploaded is not None and uploaded.date() < last:
        yield breach(None, uploaded.date().isoformat(), sista=last.isoformat())


@rule(
    "R61", paragraph="4.1", level=Level.VARNING, most=Level.VARNING, stage=Stage.ADOPT,
    title="Uppföljningen godkänns av nämnden själv", codes=("R61-organ",),
)  # fmt: skip
def approved_by_the_namnd(case: UppfoljningCase) -> Iterator[Breach]:
    """Rapporten sammanställs till kommunstyrelsen eller nämnden (regler § 4.1)."""
    decision = case.uppfoljning.head.decision
    if decision and decision.organ.casefold() != case.namnd.casefold():
        yield breach(None, decision.organ, namnd=case.installningar.namnd_namn(case.namnd))


def _short(case: UppfoljningCase) -> Iterator[UfResultat]:
    """The results that are judged as not wholly met."""
    skala = bedomningsskala(case.installningar, case.uppfoljning.head.period)
    for row in case.uppfoljning.resultat:
        if not row.utgatt and betydelse(skala, row.status) in (Betydelse.DELVIS, Betydelse.EJ):
            yield row
