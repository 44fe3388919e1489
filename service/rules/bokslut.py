"""The municipality's report: every nämnd and goal is in it, the sums agree, and it comes in time (§ 4.1, LKBR)."""

from collections.abc import Iterator
from datetime import date

from schemas.workbooks import Period
from service.chain import rakning
from service.chain.ekonomi import Ekonomi, ekonomi, kommunens_ekonomi, namndens_ekonomi
from service.chain.plans import plain
from service.findings import Level

from .cases import BokslutCase, Stage
from .registry import Breach, breach, rule
from .shown import tkr

STATUTORY_MONTHS = range(6, 9)


@rule(
    "R62", paragraph="4.1", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Varje nämnd har rapporterat",
)  # fmt: skip
def every_namnd_has_reported(case: BokslutCase) -> Iterator[Breach]:
    """Kommunstyrelsen och nämnderna följer upp och rapporterar till kommunfullmäktige (regler § 4.1).

    Den som saknas namnges i rapporten; fullmäktige ska få den i tid även då.
    """
    for namnd in case.saknas:
        yield breach(None, namnd=namnd.namn, period=case.bokslut.head.period)


@rule(
    "R63", "R07", paragraph="4.1", level=Level.FEL, title="Varje inriktningsmål är bedömt och bedömningen motiverad",
    codes=("R63-saknas", "R63-status", "R63-motivering"),
)  # fmt: skip
def every_goal_is_judged(case: BokslutCase) -> Iterator[Breach]:
    """Kommunfullmäktige får veta hur inriktningsmålen blir verklighet (regler § 4.1)."""
    for mal in case.mrp.gallande_mal:
        row = case.bokslut.mal(mal.id)
        if row is None:
            place = case.bokslut.sheet_place("bs_inriktningsmal")
            yield breach(place, code="R63-saknas", nummer=mal.nummer.text, text=plain(mal.text))
            continue
        if not row.status:
            yield breach(case.bokslut.place(row, "status"), code="R63-status", nummer=row.nummer)
        if not row.bedomning:
            yield breach(case.bokslut.place(row, "bedomning"), code="R63-motivering", nummer=row.nummer)


@rule(
    "R60", paragraph="4.1", level=Level.FEL, title="Varje mått på inriktningsmålen har ett värde eller ett skäl",
    codes=("R60-kf-matt",),
)  # fmt: skip
def every_matt_has_a_value(case: BokslutCase) -> Iterator[Breach]:
    """Uppföljningen börjar med mått (regler § 4.1)."""
    for matt in case.bokslut.matt:
        if not matt.utgatt and matt.utfall is None and not matt.ej_matt:
            yield breach(case.bokslut.place(matt, "utfall"), nummer=matt.nummer, matt=matt.text)


@rule(
    "R64", paragraph="4.1", level=Level.FEL, title="Nämndernas summor stämmer med driftredovisningen",
    codes=("R64-namnd",),
)  # fmt: skip
def agrees_with_the_reports(case: BokslutCase) -> Iterator[Breach]:
    """Rapporterna innehåller nämndernas ekonomiska redovisning (regler § 4.1)."""
    rows = {row.namnd: row for row in case.bokslut.drift if row.namnd}
    for rapport in case.rapporter:
        row, own = rows.get(rapport.head.namnd), namndens_ekonomi(rapport)
        if row is None:
            continue
        here = ekonomi(row, helar=case.bokslut.helar)
        if (here.utfall, here.prognos) != (own.utfall, own.prognos):
            place = case.bokslut.place(row, "utfall")
            yield breach(place, tkr(here.utfall), namnd=row.post, summa=_told(own))


@rule(
    "R64", paragraph="4.1", level=Level.FEL, title="Driftredovisningens summa är verksamhetens nettokostnader",
    codes=("R64-summa",),
)  # fmt: skip
def sums_to_the_income_statement(case: BokslutCase) -> Iterator[Breach]:
    """Summan per nämnd är totalen (regler § 4.1)."""
    total, net = kommunens_ekonomi(case.bokslut), rakning.nettokostnader(case.bokslut)
    for what, here, there in (("utfall", total.utfall, -net.utfall), ("prognos", total.prognos, -net.prognos)):
        if case.bokslut.drift and here != there:
            place = case.bokslut.sheet_place("bs_drift")
            yield breach(place, vad=what, summa=tkr(here), netto=tkr(there), differens=tkr(here - there))


@rule(
    "L6", paragraph="", level=Level.FEL, title="Bokslutets räkningar går ihop",
    codes=("L6-bokslut-balans", "L6-bokslut-kassa"),
)  # fmt: skip
def statements_agree(case: BokslutCase) -> Iterator[Breach]:
    """Tillgångar = eget kapital, avsättningar och skulder; kassaflödet är förändringen av likvida medel (LKBR)."""
    balance = {rad.post: rad for rad in rakning.balansrakning(case.bokslut)}
    assets, others = balance["Summa tillgångar"], balance["Summa eget kapital och skulder"]
    if assets.utfall != others.utfall:
        place = case.bokslut.sheet_place("bs_balanspost")
        yield breach(place, code="L6-bokslut-balans", tillgangar=tkr(assets.utfall), skulder=tkr(others.utfall))
    cash = balance.get("Likvida medel")
    flow = rakning.kassaflode(case.bokslut)[-1].utfall
    if cash is not None and case.bokslut.kassaflode and cash.utfall - cash.forra != flow:
        place = case.bokslut.sheet_place("bs_kassaflodespost")
        change = tkr(cash.utfall - cash.forra)
        yield breach(place, code="L6-bokslut-kassa", flode=tkr(flow), forandring=change)


@rule(
    "L6", paragraph="", level=Level.FEL, title="Balansräkning och kassaflödesanalys är ifyllda där lagen kräver dem",
    codes=("L6-bokslut-tomt",),
)  # fmt: skip
def statements_filled_in(case: BokslutCase) -> Iterator[Breach]:
    """Årsredovisningen och den lagstadgade delårsrapporten har balansräkning, årsredovisningen kassaflödesanalys
    (LKBR 4 och 13 kap.). Den som har börjat fyller i hela bladet."""
    found = case.bokslut
    legal = found.helar or bool(found.uppgifter.lagstadgad)
    for rows, needed in ((found.balans, legal), (found.kassaflode, found.helar)):
        if needed or any(row.utfall is not None for row in rows):
            for row in (row for row in rows if row.utfall is None):
                yield breach(found.place(row, "utfall"), post=row.post or "")


@rule(
    "R64", paragraph="4.1", level=Level.FEL, title="Årsredovisningens förvaltningsberättelse är hel",
    codes=("R64-del",),
)  # fmt: skip
def management_report_is_whole(case: BokslutCase) -> Iterator[Breach]:
    """Förvaltningsberättelsen har de delar som lagen anger (LKBR 11 kap.); i en delårsrapport är den förenklad."""
    for part in ("oversikt", "styrning", "personal"):
        if case.bokslut.helar and not getattr(case.bokslut.texter, part):
            yield breach(case.bokslut.place(case.bokslut.texter, part))


@rule("L1", paragraph="", level=Level.VARNING, title="Den lagstadgade delårsrapporten omfattar sex till åtta månader")
def statutory_period(case: BokslutCase) -> Iterator[Breach]:
    """Delårsrapporten omfattar minst hälften och högst två tredjedelar av räkenskapsåret (LKBR 13 kap. 1 §)."""
    form, period = case.bokslut.uppgifter, case.bokslut.period
    if form.lagstadgad and period.months not in STATUTORY_MONTHS:
        yield breach(case.bokslut.place(form, "lagstadgad"), "ja", manader=str(period.months))


@rule(
    "L2", paragraph="", level=Level.VARNING, most=Level.VARNING, stage=Stage.ADOPT,
    title="Delårsrapporten behandlas inom två månader från periodens slut",
)  # fmt: skip
def interim_in_time(case: BokslutCase) -> Iterator[Breach]:
    """Delårsrapporten lämnas till fullmäktige och revisorerna inom två månader (kommunallagen 11 kap. 16 §)."""
    ar, period, decision = case.bokslut.head.ar, case.bokslut.period, case.bokslut.head.decision
    last = {Period.T1: date(ar, 6, 30), Period.T2: date(ar, 10, 31)}.get(period)
    if last and decision and decision.datum > last:
        yield breach(None, decision.datum.isoformat(), senast=last.isoformat())


@rule(
    "L3", paragraph="", level=Level.VARNING, most=Level.VARNING, stage=Stage.HAND_IN,
    title="Årsredovisningen lämnas till fullmäktige senast den 15 april",
)  # fmt: skip
def annual_in_time(case: BokslutCase) -> Iterator[Breach]:
    """Årsredovisningen lämnas över så snart som möjligt och senast den 15 april (kommunallagen 11 kap. 20 §)."""
    if case.bokslut.period is not Period.AR:
        return
    last, uploaded = date(case.bokslut.head.ar + 1, 4, 15), case.bokslut.head.inlamnad
    if uploaded is not None and uploaded.date() > last:
        yield breach(None, uploaded.date().isoformat(), senast=last.isoformat())


def _told(own: Ekonomi) -> str:
    return f"utfall {tkr(own.utfall)} och prognos {tkr(own.prognos)} tkr"
