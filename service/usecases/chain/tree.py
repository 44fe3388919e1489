"""The goal chain as a tree to be looked at: goals, results, activities, mått and tasks by their numbers, with charts,
and with everything that refers to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from schemas.text import StyledText, styled
from schemas.workbooks import Period
from service.chain.kedja import Kedja, Led
from service.chain.mentions import Mention, mentions
from service.chain.records import MrpUppdrag
from service.chain.references import resolver, scope_of
from service.chain.values import Head
from service.documents.aktivitetslaget import Aktivitetslage
from service.documents.bedomningen import Bedomning
from service.documents.kedjelankar import Kedjebygge, Kedjemal, Kedjeresultat, tid_shown
from service.documents.mattutfallen import Mattutfallsrad
from service.documents.typesetting import typeset
from service.documents.visionen import Visionsdel, visionsdel_of
from service.documents.wording import organ
from service.store import Account

from ..house import House
from ..papers.malkedja import chain_targets
from .charts import chart_of
from .seen import kedja_seen_by, plans_in, sight_of

MAL, RESULTAT, AKTIVITET, MATT, UPPDRAG = "Inriktningsmål", "Förväntat resultat", "Aktivitet", "Mått", "Uppdrag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A numbered link of the chain. `number` is as in addresses, `shown` as it is printed (with an asterisk while it
    may still change). `above` are the links it hangs below, the highest first."""

    kind: str
    number: str
    shown: str
    text: StyledText
    namnd: str = ""
    bedomning: Bedomning | None = None
    above: tuple[tuple[str, str], ...] = ()
    value: Kedjemal | Kedjeresultat | Aktivitetslage | Mattutfallsrad | MrpUppdrag


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A year's chain: what it rests on, its vision, its goals, the results that lead to none, and what is known of each
    number."""

    ar: int
    head: Head
    period: str
    vision: Visionsdel | None
    mal: tuple[Kedjemal, ...]
    losa: tuple[Kedjeresultat, ...]
    uppdrag: tuple[Node, ...] = ()
    nodes: Mapping[str, Node] = field(default_factory=dict)
    charts: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    namnder: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    without_plan: tuple[str, ...] = ()


def tree(house: House, who: Account, ar: int, period: str = "") -> Tree | None:
    """The year's chain as somebody may see it; None where there is no mål- och resursplan for them to read.

    `period` is `T1`, `T2` or `AR`; empty for the newest that has been reported. Raises `Refused`.
    """
    seen = house.until_changed(("kedja seen", ar, period, _eyes(who)), lambda: kedja_seen_by(house, who, ar, period))
    if seen is None:
        return None
    return house.until_changed(("tree", ar, period, sight_of(seen)), lambda: _tree(seen))


def _eyes(who: Account) -> tuple[object, ...]:
    return who.active, who.roles, who.namnder


def _tree(kedja: Kedja) -> Tree:
    scope = scope_of(chain_targets(kedja))
    bygge = Kedjebygge(kedja, typeset(resolver(scope)))
    mrp = kedja.mrp
    mal = tuple(bygge.mal(each) for each in mrp.gallande_mal)
    losa = tuple(bygge.resultat(each) for each in kedja.losa)
    tasks = tuple(_task(each, kedja, bygge) for each in mrp.uppdrag)
    results = [*(r for each in mal for r in each.resultat), *losa]
    return Tree(
        ar=mrp.head.ar, head=mrp.head, vision=visionsdel_of(mrp, bygge.resolve), mal=mal, losa=losa, uppdrag=tasks,
        period=_after(kedja.rapport.period, mrp.head.ar) if kedja.rapport else "",
        nodes={node.number: node for node in [*_nodes(mal, losa), *tasks]},
        charts=dict(_charts(kedja)),
        mentions={
            number: tuple(replace(each, text=bygge.resolve(each.text)) for each in found)
            for number, found in mentions(plans_in(kedja), scope).items()
        },
        namnder=tuple(dict.fromkeys((each.kod, each.namnd) for each in results)),
        words=tuple(dict.fromkeys(each.bedomning.ord for each in results)),
        without_plan=tuple(each.namnd for each in _unplanned(results, kedja)),
    )  # fmt: skip


def _after(period: Period, ar: int) -> str:
    """`januari–augusti 2027`, `helåret 2027`."""
    return f"helåret {ar}" if period is Period.AR else tid_shown(period, ar)


def _unplanned(results: Iterable[Kedjeresultat], kedja: Kedja) -> Iterable[Kedjeresultat]:
    """One result of each nämnd whose plan is not in the chain."""
    return {each.kod: each for each in results if each.kod not in kedja.planer}.values()


def _nodes(mal: Iterable[Kedjemal], losa: Iterable[Kedjeresultat]) -> Iterator[Node]:
    for goal in mal:
        at = _number(goal.nummer)
        yield Node(
            kind=MAL, number=at, shown=goal.nummer, text=goal.text, bedomning=goal.sammanvagd, value=goal,
            namnd=goal.ansvariga,
        )  # fmt: skip
        yield from _measures(goal.matt, ((MAL, at),), goal.ansvariga)
        for resultat in goal.resultat:
            yield from _under(resultat, ((MAL, at),))
    for resultat in losa:
        yield from _under(resultat, ())


def _under(resultat: Kedjeresultat, above: tuple[tuple[str, str], ...]) -> Iterator[Node]:
    at = _number(resultat.nummer)
    yield Node(
        kind=RESULTAT, number=at, shown=resultat.nummer, text=resultat.text, namnd=resultat.namnd,
        bedomning=resultat.bedomning, above=above, value=resultat,
    )  # fmt: skip
    below = (*above, (RESULTAT, at))
    yield from _measures(resultat.matt, below, resultat.namnd)
    for row in resultat.aktiviteter:
        yield Node(
            kind=AKTIVITET, number=_number(row.nummer), shown=row.nummer, text=row.text, namnd=resultat.namnd,
            bedomning=row.lage, above=below, value=row,
        )  # fmt: skip


def _measures(rows: Iterable[Mattutfallsrad], above: tuple[tuple[str, str], ...], namnd: str) -> Iterator[Node]:
    for row in rows:
        yield Node(
            kind=MATT, number=_number(row.nummer), shown=row.nummer, text=styled(row.text), namnd=namnd,
            bedomning=row.bedomning, above=above, value=row,
        )  # fmt: skip


def _task(row: MrpUppdrag, kedja: Kedja, bygge: Kedjebygge) -> Node:
    return Node(
        kind=UPPDRAG, number=row.nummer.text, shown=str(row.nummer), text=bygge.resolve(row.text), value=row,
        namnd=organ(row.namnd, kedja.installningar) if row.namnd else "",
    )  # fmt: skip


def _charts(kedja: Kedja) -> Iterator[tuple[str, str]]:
    """The chart of each mått, by its number."""
    joint = kedja.rapport
    own = [*reversed(joint.tidigare), *([joint.bokslut] if joint.bokslut else [])] if joint else []
    for goal in kedja.mrp.gallande_mal:
        yield from chart_of(kedja.mrp.matt_for(goal.id), kedja.mrp.head.ar, own)
        for led in kedja.under(goal):
            yield from _of_led(led, kedja)
    for led in kedja.losa:
        yield from _of_led(led, kedja)


def _of_led(led: Led, kedja: Kedja) -> Iterator[tuple[str, str]]:
    told = [*reversed(led.rapport.tidigare), led.rapport.uppfoljning] if led.rapport else []
    yield from chart_of(led.matt, kedja.mrp.head.ar, told)


def _number(shown: str) -> str:
    return shown.rstrip("*")
