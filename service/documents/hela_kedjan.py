"""Målkedjan of the whole municipality: every link from the vision to the single activity, and the way back (R06)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText
from schemas.workbooks import Period
from service.chain.kedja import Kedja, Led
from service.chain.maluppfyllelse import REGEL
from service.chain.plans import plain, swedish
from service.chain.records import Namnd
from service.chain.report import JointReport
from service.chain.skalor import Betydelse, aktivitetsskala
from service.chain.utfall import granser
from service.chain.values import Head, Nummer

from .aktivitetslaget import Aktivitetslage
from .bedomningen import Antalsrad, Bedomning, ej_foljt, lagesrader_of
from .contract import told
from .diagram import Diagram, Serie
from .diagrammen import EXAMPLE
from .driftbudget import namnd_order
from .kedjelankar import Kedjeantal, Kedjebygge, Kedjemal, Kedjeresultat, kedjeantal, tid_shown
from .mattutfallen import mattregel
from .planlaget import EMPTY
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import DASH, SPACE, listed, or_dash, organ

TITEL = "Målkedjan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjeled:
    """One way through the chain, readable by itself. What is missing below a link is a dash."""

    mal: str = field(metadata=told("Inriktningsmålet med nummer.", "2 Kommunens klimatpåverkan ska minska."))
    resultat: str = field(metadata=told("Resultatet med nämndens kod och nummer.", "SBN 2.3 Matsvinnet minskar."))
    bedomning: Bedomning = field(metadata=told("Nämndens senaste bedömning av resultatet."))
    aktivitet: str = field(metadata=told("Aktiviteten med nummer.", "2.3.1 Väga svinn varje vecka"))
    ansvarig: str = field(metadata=told("Befattningen som svarar för aktiviteten.", "Kostchef"))
    lage: Bedomning = field(metadata=told("Aktivitetens läge."))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjeunderlag:
    """What is known of a nämnd: its plan and its newest report."""

    kod: str = field(metadata=told("Nämndens kod.", "SBN"))
    namnd: str = field(metadata=told("Nämndens namn.", "Samhällsbyggnadsnämnden"))
    plan: str = field(metadata=told("Nämndens verksamhetsplan.", "version 1, antagen"))
    rapport: str = field(metadata=told("Nämndens senaste uppföljning.", "januari–augusti 2027, version 1, antagen"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedomningsord:
    """The municipality's own words for the judgements, as headings have them."""

    uppfyllt: str = field(metadata=told("Ordet för uppfyllt.", "Bedöms uppfyllas"))
    delvis: str = field(metadata=told("Ordet för delvis uppfyllt.", "Bedöms delvis uppfyllas"))
    ej: str = field(metadata=told("Ordet för ej uppfyllt.", "Bedöms inte uppfyllas"))
    okant: str = field(metadata=told("Ordet för det som inte kan bedömas.", "Kan ej bedömas"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MalkedjaContext:
    """All that the template of the goal chain may use."""

    rubrik: str = field(metadata=told("Titel och tid.", "Målkedjan 2027, läget efter januari–augusti"))
    ar: int = field(metadata=told("Året.", "2027"))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    status: Status = field(metadata=told("Läget för mål- och resursplanen."))
    mrp_rubrik: str = field(metadata=told("Planen som målen står i.", "Mål- och resursplan 2027–2029"))
    uppfoljd: bool = field(metadata=told("Om något är uppföljt.", "ja"))
    helar: bool = field(metadata=told("Om hela året är uppföljt.", "nej"))
    period: str = field(metadata=told("Den senaste perioden i ord; annars tom.", "januari–augusti 2027"))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    visionsord: StyledText = field(
        metadata=told("Kommunstyrelsens ord om hur nära visionen är; kan vara tom.", "Kommunen är på god väg.")
    )
    ord: Bedomningsord = field(metadata=told("Bedömningarnas ord."))
    antal: Kedjeantal = field(metadata=told("Antal resultat per bedömning, alla mål tillsammans."))
    diagram: Diagram | None = field(
        metadata=told("Resultat per bedömning och mål; saknas före uppföljning och med färre än två mål.", EXAMPLE)
    )
    aktiviteter: tuple[Antalsrad, ...] = field(metadata=told("Antal aktiviteter i varje läge."))
    aktiviteter_summa: int = field(metadata=told("Alla aktiviteter.", "61"))
    mal: tuple[Kedjemal, ...] = field(metadata=told("Inriktningsmålen med allt som leder till dem."))
    losa: tuple[Kedjeresultat, ...] = field(metadata=told("Resultat som inte leder till något gällande mål."))
    nedat: tuple[Kedjeled, ...] = field(metadata=told("Kedjan från målen och nedåt."))
    uppat: tuple[Kedjeled, ...] = field(metadata=told("Kedjan uppåt, efter nämnd och vem som svarar."))
    underlag: tuple[Kedjeunderlag, ...] = field(metadata=told("Planer och uppföljningar som kedjan bygger på."))
    saknas: str = field(metadata=told("Nämnder som inte har rapporterat perioden; annars tom.", "Socialnämnden"))
    tidigare: str = field(
        metadata=told("De av dem vars bedömning är från en tidigare period; annars tom.", "Socialnämnden")
    )
    regel: str = field(metadata=told("Hur bedömningar vägs samman.", REGEL))
    mattregel: str = field(metadata=told("Hur ett mått bedöms.", "Ett mått är uppfyllt när målvärdet är nått."))


def context_for(kedja: Kedja, resolve: Resolve) -> MalkedjaContext:
    """What the paper says; `resolve` turns `[[…]]` in texts into references."""
    settings, mrp, rapport = kedja.installningar, kedja.mrp, kedja.rapport
    bygge = Kedjebygge(kedja, typeset(resolve))
    mal = tuple(bygge.mal(each) for each in mrp.gallande_mal)
    losa = tuple(bygge.resultat(each) for each in kedja.losa)
    activities = [row.lage for each in _results(mal, losa) for row in each.aktiviteter]
    helar = rapport is not None and rapport.period is Period.AR
    period = tid_shown(rapport.period, mrp.head.ar) if rapport else ""
    words = _ord(bygge)
    nedat = tuple(_ways(mal, losa))
    return MalkedjaContext(
        rubrik=f"{TITEL} {mrp.head.ar}, {_when(kedja)}",
        ar=mrp.head.ar,
        titelsida=titelsida_of(
            settings, titel=TITEL, period=f"{mrp.head.ar}, {_when(kedja)}",
            diarienummer=or_dash(mrp.uppgifter.diarienummer),
        ),
        status=status_of(mrp.head, settings, _numbers(kedja)),
        mrp_rubrik=f"{settings.kommun.rubrik_mrp} {mrp.head.ar}–{mrp.head.ar + 2}",
        uppfoljd=rapport is not None,
        helar=helar,
        period=period,
        vision=visionsdel_of(mrp, bygge.resolve),
        visionsord=bygge.resolve(rapport.bokslut.texter.vision) if rapport and rapport.bokslut else EMPTY,
        ord=words,
        antal=kedjeantal(_all(kedja)),
        diagram=_diagram(mal, words, period) if rapport else None,
        aktiviteter=_lagen(activities, kedja),
        aktiviteter_summa=len(activities),
        mal=mal,
        losa=losa,
        nedat=nedat,
        uppat=tuple(sorted(
            (way for way in nedat if way.resultat != DASH), key=lambda way: (swedish(way.namnd), swedish(way.ansvarig))
        )),
        underlag=tuple(_underlag(kedja)),
        saknas=_names(rapport.saknas if rapport else ()),
        tidigare=_names(_older(rapport) if rapport else ()),
        regel=f"{REGEL} Måtten på ett resultat vägs samman på samma sätt.",
        mattregel=mattregel(granser(settings), helar=helar),
    )  # fmt: skip


def _when(kedja: Kedja) -> str:
    if kedja.rapport is None:
        return "före uppföljning"
    return f"läget efter {'hela året' if kedja.rapport.period is Period.AR else kedja.rapport.period.shown}"


def _all(kedja: Kedja) -> Iterator[Led]:
    for mal in kedja.mrp.gallande_mal:
        yield from kedja.under(mal)
    yield from kedja.losa


def _results(mal: Iterable[Kedjemal], losa: Iterable[Kedjeresultat]) -> Iterator[Kedjeresultat]:
    for each in mal:
        yield from each.resultat
    yield from losa


def _ord(bygge: Kedjebygge) -> Bedomningsord:
    skala = bygge.bygge.skala
    return Bedomningsord(**{
        name: skala.ord_for(means).capitalize()
        for name, means in zip(("uppfyllt", "delvis", "ej", "okant"), Betydelse, strict=True)
    })  # fmt: skip


def _lagen(found: Iterable[Bedomning], kedja: Kedja) -> tuple[Antalsrad, ...]:
    """How many stand in each way; those that nobody has followed up are a row of their own."""
    lagen = list(found)
    open_ = lagen.count(ej_foljt())
    if open_ == len(lagen):
        return (Antalsrad(bedomning=ej_foljt(), antal=open_),)
    rows = lagesrader_of((each.ord for each in lagen if each != ej_foljt()), aktivitetsskala(kedja.installningar))
    return (*rows, Antalsrad(bedomning=ej_foljt(), antal=open_)) if open_ else rows


def _ways(mal: Iterable[Kedjemal], losa: Iterable[Kedjeresultat]) -> Iterator[Kedjeled]:
    """Every way down the chain, goal by goal; last the ways that begin in no goal."""
    for goal in mal:
        name = f"{goal.nummer}{SPACE}{plain(goal.text)}"
        for resultat in goal.resultat:
            yield from _under(name, resultat)
        if not goal.resultat:
            yield Kedjeled(
                mal=name, resultat=DASH, bedomning=_inget(), aktivitet=DASH, ansvarig=DASH, lage=_inget(), namnd=DASH
            )
    for resultat in losa:
        yield from _under(DASH, resultat)


def _under(mal: str, resultat: Kedjeresultat) -> Iterator[Kedjeled]:
    name = f"{resultat.kod}{SPACE}{resultat.nummer}{SPACE}{plain(resultat.text)}"
    rows: tuple[Aktivitetslage | None, ...] = resultat.aktiviteter or (None,)
    for row in rows:
        yield Kedjeled(
            mal=mal, resultat=name, bedomning=resultat.bedomning, namnd=resultat.namnd,
            aktivitet=f"{row.nummer}{SPACE}{plain(row.text)}" if row else DASH,
            ansvarig=row.ansvarig if row else DASH, lage=row.lage if row else _inget(),
        )  # fmt: skip


def _inget() -> Bedomning:
    """Where there is nothing to judge."""
    return Bedomning(ord=DASH, symbol=DASH, rad=DASH, farg=ej_foljt().farg)


def _diagram(mal: tuple[Kedjemal, ...], words: Bedomningsord, period: str) -> Diagram | None:
    """Results by judgement, a bar for each goal; judgements that none has are left out."""
    if len(mal) < 2:
        return None
    rows = (
        (words.uppfyllt, [each.antal.uppfyllt for each in mal]), (words.delvis, [each.antal.delvis for each in mal]),
        (words.ej, [each.antal.ej for each in mal]), (words.okant, [each.antal.okant for each in mal]),
        (ej_foljt().ord.capitalize(), [each.antal.ej_foljt for each in mal]),
    )  # fmt: skip
    return Diagram(
        kind="liggande staplade",
        title=f"Resultat per bedömning och inriktningsmål, {period}",
        categories=tuple(f"Mål {each.nummer}" for each in mal),
        series=tuple(Serie(name=name, values=tuple(values)) for name, values in rows if any(values)),
        unit="antal resultat",
    )


def _underlag(kedja: Kedja) -> Iterator[Kedjeunderlag]:
    reports = {each.namnd: each for each in kedja.rapport.rapporter} if kedja.rapport else {}
    with_plan = [kod for kod in namnd_order(kedja.mrp, kedja.installningar) if _reports(kod, kedja)]
    for kod in with_plan:
        vp, rapport = kedja.planer.get(kod), reports.get(kod)
        yield Kedjeunderlag(
            kod=kod, namnd=organ(kod, kedja.installningar), plan=_version(vp.head) if vp else "finns inte ännu",
            rapport=f"{tid_shown(rapport.period, kedja.mrp.head.ar)}, {_version(rapport.uppfoljning.head)}"
            if rapport else ej_foljt().ord,
        )  # fmt: skip


def _names(namnder: Iterable[Namnd]) -> str:
    found = [namnd.namn for namnd in namnder]
    return listed(found) if found else ""


def _older(rapport: JointReport) -> Iterator[Namnd]:
    """Those that have not reported the period, but an earlier one."""
    reported = {each.namnd for each in rapport.rapporter}
    return (namnd for namnd in rapport.saknas if namnd.kod in reported)


def _reports(kod: str, kedja: Kedja) -> bool:
    """Whether the nämnd is one that plans: it has results, or is set to have a verksamhetsplan."""
    namnd = kedja.installningar.namnd(kod)
    return bool(kedja.mrp.namnd_resultat(kod)) or bool(namnd and namnd.verksamhetsplan)


def _version(head: Head) -> str:
    return f"version {head.version}, {head.state.word.lower()}"


def _numbers(kedja: Kedja) -> Iterator[Nummer]:
    yield from (mal.nummer for mal in kedja.mrp.gallande_mal)
    yield from (resultat.nummer for resultat in kedja.mrp.gallande_resultat)
    yield from (row.nummer for vp in kedja.planer.values() for row in vp.gallande_aktiviteter)
