"""The parts of the verksamhetsplan, and its verksamhetsbeskrivning of tasks and commitments (regler § 5.1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.verksamhetsplan import UPPDRAGSSLAG, VerksamhetsplanForm, VerksamhetsplanTexter
from service.chain.plans import Verksamhetsplan, plain
from service.chain.records import Uppdrag
from service.findings import Level

from .cases import Stage, VpCase
from .limits import TEXT_ORD
from .registry import Breach, breach, rule
from .wording import words


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the verksamhetsbeskrivning: the kinds of its rows, and the field that confirms it is empty."""

    field: str
    name: str
    slag: tuple[str, ...]

    def rows(self, vp: Verksamhetsplan) -> list[Uppdrag]:
        """The rows that belong to the list."""
        return [row for row in vp.uppdrag if row.slag in self.slag]

    def confirmed(self, vp: Verksamhetsplan) -> bool:
        """Whether it is said to be empty with intention."""
        return bool(getattr(vp.uppgifter, self.field))


STATLIGA = _List("inga_statliga", "statliga uppdrag och ålägganden", UPPDRAGSSLAG[:1])
KOMMUNALA = _List("inga_kommunala", "uppdrag från kommunfullmäktige, kommunstyrelsen och nämnden", UPPDRAGSSLAG[1:4])
ATAGANDEN = _List("inga_ataganden", "åtaganden gentemot andra", UPPDRAGSSLAG[4:10])
SATSNINGAR = _List("inga_satsningar", "särskilda satsningar och projekt", UPPDRAGSSLAG[10:])
LISTS = (STATLIGA, KOMMUNALA, ATAGANDEN, SATSNINGAR)


@rule(
    "R70", "R71", paragraph="5.1", level=Level.FEL,
    title="Planen har sina två delar", codes=("R70-aktiviteter", "R70-uppdrag")
)  # fmt: skip
def both_parts(case: VpCase) -> Iterator[Breach]:
    """Planen omfattar resultat- och aktivitetsplan samt verksamhetsbeskrivning (regler § 5.1)."""
    if case.mrp.namnd_resultat(case.namnd) and not case.vp.gallande_aktiviteter:
        yield breach(case.vp.sheet_place("aktivitet"), code="R70-aktiviteter")
    if not case.vp.uppdrag and not all(part.confirmed(case.vp) for part in LISTS):
        yield breach(case.vp.sheet_place("vb"), code="R70-uppdrag")


@rule("R70", paragraph="5.1", level=Level.UPPLYSNING, title="Planen är översiktlig", codes=("R70-langd",))
def brief(case: VpCase) -> Iterator[Breach]:
    """Verksamhetsplanen ska översiktligt beskriva det förvaltningen avser utföra (regler § 5.1)."""
    limit = TEXT_ORD.of(case.installningar)
    for name in VerksamhetsplanTexter.columns():
        text = getattr(case.vp.texter, name)
        count = len(words(text))
        if count > limit:
            yield breach(case.vp.place(case.vp.texter, name), text, antal=str(count), mest=str(limit))


@rule("R66", paragraph="5.1", level=Level.VARNING, title="Uppdragen har källa", codes=("R66-kalla", "R66-reglemente"))
def tasks_have_sources(case: VpCase) -> Iterator[Breach]:
    """Uppdraget följer av reglementet, inriktningsmålen och de statliga uppdragen (regler § 5.1)."""
    for row in case.vp.uppdrag:
        if not row.kalla:
            yield breach(case.vp.place(row, "kalla"), code="R66-kalla", uppdrag=plain(row.text))
    if case.vp.uppdrag and not any(row.kalla == "reglemente" for row in case.vp.uppdrag):
        yield breach(case.vp.sheet_place("vb"), code="R66-reglemente")


@rule(
    "R73", paragraph="5.1", level=Level.FEL, stage=Stage.HAND_IN,
    title="En tom lista över uppdrag är bekräftad", codes=("R73-tom",)
)  # fmt: skip
def empty_lists_are_meant(case: VpCase) -> Iterator[Breach]:
    """Planen redogör för statliga uppdrag och uppdrag från fullmäktige, styrelsen och nämnden (regler § 5.1)."""
    yield from _unconfirmed(case, STATLIGA)
    yield from _unconfirmed(case, KOMMUNALA)


@rule(
    "R73", "R74", "R75", paragraph="5.1", level=Level.FEL,
    title="En lista som sägs vara tom är tom", codes=("R73-motsagd",)
)  # fmt: skip
def confirmed_lists_are_empty(case: VpCase) -> Iterator[Breach]:
    """Verksamhetsbeskrivningen säger inte emot sig själv (regler § 5.1)."""
    for part in LISTS:
        rows = part.rows(case.vp)
        if rows and part.confirmed(case.vp):
            place = case.vp.place(case.vp.uppgifter, part.field)
            yield breach(place, "ja", lista=part.name, antal=str(len(rows)))


@rule("R74", paragraph="5.1", level=Level.VARNING, title="Åtaganden har motpart", codes=("R74-motpart",))
def commitments_have_parties(case: VpCase) -> Iterator[Breach]:
    """Här redogörs för åtaganden gentemot nämnder, bolag, landsting, förbund, organisationer (regler § 5.1)."""
    for row in ATAGANDEN.rows(case.vp):
        if not row.motpart:
            yield breach(case.vp.place(row, "motpart"), uppdrag=plain(row.text))


@rule(
    "R74", "R75", paragraph="5.1", level=Level.VARNING, stage=Stage.HAND_IN,
    title="En tom lista över åtaganden eller satsningar är bekräftad", codes=("R74-tom", "R75-tom")
)  # fmt: skip
def other_empty_lists_are_meant(case: VpCase) -> Iterator[Breach]:
    """Här redogörs för åtaganden samt särskilda satsningar och projekt (regler § 5.1)."""
    yield from _unconfirmed(case, ATAGANDEN, "R74-tom")
    yield from _unconfirmed(case, SATSNINGAR, "R75-tom")


def _unconfirmed(case: VpCase, part: _List, code: str = "") -> Iterator[Breach]:
    if not part.rows(case.vp) and not part.confirmed(case.vp):
        place, heading = case.vp.place(case.vp.uppgifter, part.field), VerksamhetsplanForm.columns()[part.field].heading
        yield breach(place, code=code, lista=part.name, rubrik=heading)
