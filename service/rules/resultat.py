"""The förväntade resultat: whose they are, how they are worded, their period and verksamheter (regler § 2.3)."""

from collections.abc import Iterator

from service.chain.plans import plain
from service.chain.records import Resultat
from service.findings import Level

from .cases import MrpCase
from .lexicon import AKTIVITETSVERB, LAGORD
from .limits import LIKHET, RESULTAT_MINST_ORD, RESULTAT_PER_MAL, RESULTAT_PER_NAMND
from .registry import Breach, breach, rule
from .roles import KF, has_role, is_active, same_code
from .wording import begins_with, hits, likeness, words


@rule(
    "R06", "R68", paragraph="1.1", level=Level.FEL,
    title="Varje resultat hör till ett gällande inriktningsmål", codes=("R06-resultat",)
)  # fmt: skip
def no_orphans(case: MrpCase) -> Iterator[Breach]:
    """Målkedjan ska tydligt följas från fullmäktige via nämnderna till den enskilda enheten (regler § 1.1)."""
    goals = {mal.id for mal in case.mrp.gallande_mal}
    for resultat in case.mrp.gallande_resultat:
        mal = case.mrp.mal(resultat.inriktningsmal)
        if mal and mal.id not in goals:
            yield breach(case.mrp.place(resultat, "inriktningsmal"), mal.beteckning, mal=plain(mal.text))


@rule(
    "R43", "R06", paragraph="2.3", level=Level.FEL, title="Varje ansvarig nämnd har förväntade resultat",
    codes=("R43-saknas", "R43-kf", "R43-inaktiv"),
)  # fmt: skip
def namnder_have_results(case: MrpCase) -> Iterator[Breach]:
    """Kommunstyrelse och nämnder preciserar inriktningsmålen i förväntade resultat (regler § 2.3)."""
    for mal in case.mrp.gallande_mal:
        owners = {resultat.namnd.casefold() for resultat in case.mrp.resultat_under(mal)}
        for kod in mal.ansvariga:
            if kod.casefold() not in owners:
                namn = case.installningar.namnd_namn(kod)
                yield breach(case.mrp.place(mal, "ansvariga"), kod, code="R43-saknas", namnd=namn, mal=plain(mal.text))
    for resultat in case.mrp.gallande_resultat:
        yield from _owner(case, resultat)


@rule("R44", paragraph="2.3", level=Level.VARNING, most=Level.VARNING, title="Resultatet är ingen aktivitet")
def not_an_activity(case: MrpCase) -> Iterator[Breach]:
    """Förväntat resultat är det som förväntas åstadkommas, erhållas eller uppnås (regler § 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        hit = begins_with(case.installningar, AKTIVITETSVERB, resultat.text)
        if hit:
            yield breach(case.mrp.place(resultat, "text"), resultat.text, verb=hit.text)


@rule(
    "R45", paragraph="2.3", level=Level.VARNING, most=Level.VARNING,
    title="Resultatet är specifikt", codes=("R45-specifikt",)
)  # fmt: skip
def specific(case: MrpCase) -> Iterator[Breach]:
    """Bra förväntade resultat är specifika (regler § 2.3); verksamheterna prövas av R50."""
    least = RESULTAT_MINST_ORD.of(case.installningar)
    for resultat in case.mrp.gallande_resultat:
        count = len(words(resultat.text))
        if 0 < count < least:
            yield breach(case.mrp.place(resultat, "text"), resultat.text, antal=str(count), minst=str(least))


@rule("R45", "R50", paragraph="2.3", level=Level.FEL, title="Resultatet är tidsatt", codes=("R45-tidsatt",))
def timed(case: MrpCase) -> Iterator[Breach]:
    """Det ska anges för vilken period som de förväntade resultaten ska gälla (regler § 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        if not (resultat.period_fran and resultat.period_till):
            place = case.mrp.place(resultat, "period_till" if resultat.period_fran else "period_fran")
            yield breach(place, resultat=plain(resultat.text))


@rule(
    "R50", "R45", paragraph="2.3", level=Level.FEL, title="Resultatet har verksamheter och en rimlig period",
    codes=("R50-verksamhet", "R50-period"),
)  # fmt: skip
def period_and_verksamheter(case: MrpCase) -> Iterator[Breach]:
    """Det ska anges för vilken period och för vilka verksamheter resultaten gäller (regler § 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        if not resultat.verksamheter:
            place = case.mrp.place(resultat, "verksamheter")
            yield breach(place, code="R50-verksamhet", resultat=plain(resultat.text))
        if resultat.period_fran and resultat.period_till and resultat.period_fran > resultat.period_till:
            place, fran = case.mrp.place(resultat, "period_till"), resultat.period_fran.isoformat()
            yield breach(place, resultat.period_till.isoformat(), code="R50-period", fran=fran)


@rule(
    "R45", paragraph="2.3", level=Level.VARNING, most=Level.VARNING,
    title="Resultatets period ryms i inriktningsmålets", codes=("R45-utanfor",)
)  # fmt: skip
def inside_the_goal(case: MrpCase) -> Iterator[Breach]:
    """Resultatet preciserar inriktningsmålet medan det gäller (regler § 2.2 och 2.3)."""
    for resultat in case.mrp.gallande_resultat:
        mal = case.mrp.mal(resultat.inriktningsmal)
        if not (mal and mal.giltig_fran and mal.giltig_till and resultat.period_fran and resultat.period_till):
            continue
        if resultat.period_fran < mal.giltig_fran or resultat.period_till > mal.giltig_till:
            field = "period_fran" if resultat.period_fran < mal.giltig_fran else "period_till"
            found = f"{resultat.period_fran}–{resultat.period_till}"
            yield breach(case.mrp.place(resultat, field), found, period=f"{mal.giltig_fran}–{mal.giltig_till}")


@rule("R46", paragraph="2.3", level=Level.VARNING, title="Resultaten är få", codes=("R46-mal", "R46-namnd"))
def few_results(case: MrpCase) -> Iterator[Breach]:
    """De förväntade resultaten ska vara få (regler § 2.3)."""
    per_goal, per_namnd = int(RESULTAT_PER_MAL.of(case.installningar)), int(RESULTAT_PER_NAMND.of(case.installningar))
    for kod in dict.fromkeys(resultat.namnd for resultat in case.mrp.gallande_resultat):
        own = case.mrp.namnd_resultat(kod)
        yield from _too_many(case, own, per_namnd, "R46-namnd")
        for mal in case.mrp.gallande_mal:
            yield from _too_many(case, [row for row in own if row.inriktningsmal == mal.id], per_goal, "R46-mal")


@rule(
    "R47", paragraph="2.3", level=Level.VARNING, most=Level.VARNING,
    title="Resultatet upprepar inte mål, andra resultat eller lagar", codes=("R47-mal", "R47-resultat", "R47-lag"),
)  # fmt: skip
def no_repetition(case: MrpCase) -> Iterator[Breach]:
    """De förväntade resultaten ska inte upprepa inriktningsmål, lagar och författningar (regler § 2.3)."""
    rows = case.mrp.gallande_resultat
    for n, resultat in enumerate(rows):
        place = case.mrp.place(resultat, "text")
        for mal in case.mrp.gallande_mal:
            if _alike(case, resultat, mal.text):
                yield breach(place, resultat.text, code="R47-mal", annat=plain(mal.text))
        for other in rows[:n]:
            if _same_field(resultat, other) and _alike(case, resultat, other.text):
                yield breach(place, resultat.text, code="R47-resultat", annat=plain(other.text))
        for hit in hits(case.installningar, LAGORD, resultat.text)[:1]:
            yield breach(place, resultat.text, code="R47-lag", ord=hit.text)


def _owner(case: MrpCase, resultat: Resultat) -> Iterator[Breach]:
    place = case.mrp.place(resultat, "namnd")
    if has_role(case.installningar, resultat.namnd, KF):
        yield breach(place, resultat.namnd, code="R43-kf")
    elif resultat.namnd and not is_active(case.installningar, resultat.namnd, case.mrp.head.ar):
        ar = str(case.mrp.head.ar)
        yield breach(place, resultat.namnd, code="R43-inaktiv", namnd=resultat.namnd, ar=ar)


def _too_many(case: MrpCase, rows: list[Resultat] | tuple[Resultat, ...], limit: int, code: str) -> Iterator[Breach]:
    if len(rows) > limit:
        namnd, place = case.installningar.namnd_namn(rows[0].namnd), case.mrp.place(rows[limit], "text")
        yield breach(place, rows[limit].text, code=code, namnd=namnd, antal=str(len(rows)), mest=str(limit))


def _alike(case: MrpCase, resultat: Resultat, text: object) -> bool:
    return bool(resultat.text) and likeness(resultat.text, str(text)) >= LIKHET.of(case.installningar)


def _same_field(one: Resultat, other: Resultat) -> bool:
    """Whether two results are one nämnd's and share a verksamhet; the same may well be said of several apart."""
    apart = one.verksamheter and other.verksamheter and not set(one.verksamheter) & set(other.verksamheter)
    return same_code(one.namnd, other.namnd) and not apart
