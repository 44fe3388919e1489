"""The nämnder's economy in the municipality's report: driftredovisning and investeringsredovisning (LKBR 10 kap.).

A nämnd that has not reported stands in its place and is named as such. What is not known is no amount, never 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain import rakning
from service.chain.ekonomi import Ekonomi, ekonomi, investering, summa
from service.chain.followups import Bokslut
from service.chain.records import BsDrift, Tkr
from service.chain.report import JointReport

from .contract import told
from .utfallstabell import TECKEN, TECKEN_INVESTERING
from .visionen import Resolve
from .wording import in_tkr, listed, organ

SAKNAS = "har inte lämnat rapport"
CENTRAL = "Beloppen för {namnder}, som inte har lämnat rapport, är hämtade ur kommunens redovisning."
UTANFOR = "Summan omfattar inte {namnder}, som inte har lämnat några belopp."
STAMMER = "Summan är verksamhetens nettokostnader i resultaträkningen."
SKILJER = "Summan skiljer sig från verksamhetens nettokostnader i resultaträkningen med {belopp}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunutfallsrad:
    """The economy of a nämnd, a central item or an object, in tkr; no amount where none is known."""

    kod: str = field(metadata=told("Nämndens kod; tom för en central post eller en summa.", "MHN"))
    namnd: str = field(
        metadata=told("Nämnden eller posten; en nämnd utan rapport nämns så.", "Kultur- och fritidsnämnden")
    )
    objekt: str = field(metadata=told("Investeringsobjektet; tomt på andra rader.", "Förskolan Mariedal"))
    budget_helar: Tkr | None = field(metadata=told("Hela årets budget.", "69 190"))
    budget: Tkr | None = field(metadata=told("Periodens budget.", "46 090"))
    utfall: Tkr | None = field(metadata=told("Periodens utfall.", "45 880"))
    avvikelse: Tkr | None = field(metadata=told("Periodens budget minus utfall.", "210"))
    prognos: Tkr | None = field(metadata=told("Prognos för hela året; efter året utfallet.", "68 890"))
    prognosavvikelse: Tkr | None = field(metadata=told("Hela årets budget minus prognos.", "300"))
    kommentar: StyledText = field(metadata=told("Kommentar; kan vara tom.", "Simhallen har varit stängd."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunutfall:
    """A table. The sum is the sum of the amounts shown."""

    rader: tuple[Kommunutfallsrad, ...] = field(metadata=told("En rad för varje nämnd, post eller objekt."))
    summa: Kommunutfallsrad = field(metadata=told("Alla rader tillsammans."))
    noter: str = field(metadata=told("Vad plus och minus betyder, och vad som saknas.", TECKEN))


@dataclass(frozen=True, slots=True)
class _Post:
    kod: str
    namnd: str
    ekonomi: Ekonomi
    kant: bool = True  # whether outcome and prognosis are known
    objekt: str = ""
    kommentar: StyledText = field(default_factory=StyledText)


def driftredovisning_of(report: JointReport, bokslut: Bokslut, resolve: Resolve) -> Kommunutfall:
    """A row for each nämnd and central item of the municipality's own workbook; the sum is its net cost."""
    posts = [_drift(row, report, bokslut, resolve) for row in bokslut.drift]
    known = {post.kod for post in posts if post.kant}
    absent = [namnd.namn for namnd in report.saknas if namnd.kod in known]
    notes = [CENTRAL.format(namnder=listed(absent))] if absent else []
    return _tabell(posts, (TECKEN, *notes, *_unknown(posts), *_avstamning(posts, bokslut)))


def investeringar_of(report: JointReport, bokslut: Bokslut, resolve: Resolve) -> tuple[Kommunutfall, Kommunutfall]:
    """Investments by nämnd, and object by object; the sums of both are the same."""
    objects = list(_objekt(report, bokslut, resolve))
    per_namnd = [
        _together([post for post in objects if post.kod == kod]) for kod in dict.fromkeys(p.kod for p in objects)
    ]
    notes = (TECKEN_INVESTERING, *_unknown(objects))
    return _tabell(per_namnd, notes), _tabell(objects, notes)


def named(kod: str, report: JointReport) -> str:
    """The nämnd's name; one that has not reported is said not to have."""
    namn = organ(kod, report.installningar)
    return f"{namn} ({SAKNAS})" if any(namnd.kod == kod for namnd in report.saknas) else namn


def _drift(row: BsDrift, report: JointReport, bokslut: Bokslut, resolve: Resolve) -> _Post:
    known = row.utfall is not None or row.prognos is not None
    name = named(row.namnd, report) if row.namnd else row.post
    return _Post(row.namnd, name, ekonomi(row, helar=bokslut.helar), known, kommentar=resolve(row.kommentar))


def _objekt(report: JointReport, bokslut: Bokslut, resolve: Resolve) -> Iterator[_Post]:
    """Every object in the order of the nämnder: the nämnd's own rows, the municipality's, or what the MRP decided."""
    by_namnd = {each.namnd: each for each in report.rapporter}
    missing = {namnd.kod for namnd in report.saknas}
    for namnd in report.installningar.ordered(report.mrp.head.ar):
        name = named(namnd.kod, report)
        if found := by_namnd.get(namnd.kod):
            for row in found.uppfoljning.investeringar:
                yield _Post(namnd.kod, name, investering(row, helar=bokslut.helar), True, row.objekt, StyledText())
        elif namnd.kod in missing:
            for planned in report.mrp.investeringar:
                if planned.namnd == namnd.kod and planned.ar_1:
                    yield _Post(namnd.kod, name, Ekonomi(budget_helar=planned.ar_1), False, planned.objekt)
        else:
            for own in bokslut.investeringar:
                if own.namnd == namnd.kod:
                    yield _Post(namnd.kod, name, investering(own, helar=bokslut.helar), True, own.objekt,
                                resolve(own.kommentar))  # fmt: skip


def _together(posts: Sequence[_Post]) -> _Post:
    return _Post(posts[0].kod, posts[0].namnd, summa(post.ekonomi for post in posts), posts[0].kant)


def _tabell(posts: Sequence[_Post], notes: Iterable[str]) -> Kommunutfall:
    total = _Post("", "Summa", summa(post.ekonomi for post in posts))
    return Kommunutfall(
        rader=tuple(_rad(post) for post in posts),
        summa=_rad(total, compared=summa(post.ekonomi for post in posts if post.kant)),
        noter=" ".join(notes),
    )


def _rad(post: _Post, compared: Ekonomi | None = None) -> Kommunutfallsrad:
    """The row; a sum's deviation is that of the rows whose outcome is known (`compared`)."""
    part, known = post.ekonomi, post.kant
    against = compared or part
    return Kommunutfallsrad(
        kod=post.kod,
        namnd=post.namnd,
        objekt=post.objekt,
        budget_helar=part.budget_helar,
        budget=part.budget,
        utfall=part.utfall if known else None,
        avvikelse=against.avvikelse if known else None,
        prognos=part.prognos if known else None,
        prognosavvikelse=against.prognosavvikelse if known else None,
        kommentar=post.kommentar,
    )


def _unknown(posts: Iterable[_Post]) -> Iterator[str]:
    names = dict.fromkeys(post.namnd.removesuffix(f" ({SAKNAS})") for post in posts if not post.kant)
    if names:
        yield UTANFOR.format(namnder=listed(names))


def _avstamning(posts: Sequence[_Post], bokslut: Bokslut) -> Iterator[str]:
    """Whether the rows come to the net cost of the income statement (regler § 4.1)."""
    if not bokslut.resultatrakning:
        return
    difference = sum(post.ekonomi.utfall for post in posts) + rakning.nettokostnader(bokslut).utfall
    yield SKILJER.format(belopp=in_tkr(abs(difference))) if difference else STAMMER
