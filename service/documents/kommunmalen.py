"""How the inriktningsmål are met, in the municipality's report: kommunstyrelsens judgement, and all that it rests on.

Each goal has every result that contributes to it, those of nämnder that have not reported too (regler § 4.1).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.maluppfyllelse import REGEL, Mallage, Resultatlage, counted, put_together
from service.chain.records import Inriktningsmal, Resultat
from service.chain.report import JointReport
from service.chain.skalor import PROGNOS, Betydelse, Skala, bedomningsskala, skala
from service.chain.utfall import granser

from .bedomningen import (
    GRA,
    ORAPPORTERAD,
    Antalsrad,
    Bedomning,
    antalsrader_of,
    bedomning_of,
    marked,
    sagd_bedomning,
)
from .contract import told
from .maluppfyllelsen import SKILLNAD, skillnad
from .mattutfallen import Mattutfallsrad, mattregel, mattutfallsrader_of
from .rapportdiagram import Tid
from .visionen import Resolve
from .wording import SPACE, day, listed, organ, with_counts

MOT_RESULTAT = "Kommunstyrelsens bedömning (”{egen}”) är {omdome} än nämndernas resultat sammanvägda (”{andra}”)."
MOT_MATT = "Kommunstyrelsens bedömning (”{egen}”) är {omdome} än vad fullmäktiges egna mått visar (”{andra}”)."
SAMMANVAGNING = (
    "Kommunstyrelsen bedömer varje inriktningsmål. Bredvid står nämndernas bedömningar av resultaten under målet, "
    f"sammanvägda så här: {REGEL} Måtten vägs samman på samma sätt. Resultat från nämnder som inte har lämnat rapport "
    "ingår inte i sammanvägningen, men står med i tabellerna."
)
UTAN_RAPPORT = marked("–", ORAPPORTERAD, GRA)
ResolveFor = Callable[[str], Resolve]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunresultat:
    """A result that contributes to a goal, as its nämnd judges it and as its mått show."""

    nummer: str = field(metadata=told("Resultatets nummer.", "2.3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.3"))
    kod: str = field(metadata=told("Nämndens kod, som står före numret.", "SBN"))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    rapporterat: bool = field(metadata=told("Om nämnden har lämnat rapport.", "ja"))
    bedomning: Bedomning = field(metadata=told("Nämndens bedömning."))
    siffror: Bedomning = field(metadata=told("Vad måtten visar."))
    skillnad: str = field(
        metadata=told("Mening när bedömning och mått skiljer sig; annars tom.", "Nämndens bedömning är bättre.")
    )
    avviker: bool = field(metadata=told("Om resultatet inte bedöms nås helt.", "ja"))
    analys: StyledText = field(metadata=told("Nämndens analys; kan vara tom.", "Vägningen har gett kunskap."))
    atgard: StyledText = field(metadata=told("Nämndens åtgärd; kan vara tom.", "Beställningarna ses över."))
    atgard_vem: str = field(metadata=told("Ansvarig och slutdatum; tomt utan åtgärd.", "Kostchef, 31 oktober 2027"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunmal:
    """An inriktningsmål and how near it is."""

    nummer: str = field(metadata=told("Målets nummer.", "2"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till målet.", "mål 2"))
    text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    bedomning: Bedomning = field(metadata=told("Kommunstyrelsens bedömning."))
    foregaende: Bedomning = field(metadata=told("Kommunstyrelsens bedömning förra perioden."))
    sammanvagd: Bedomning = field(metadata=told("Nämndernas bedömningar sammanvägda."))
    siffror: Bedomning = field(metadata=told("Vad kommunfullmäktiges egna mått visar."))
    skillnader: tuple[str, ...] = field(
        metadata=told("Meningar där bedömningen skiljer sig från resultat eller mått.", "Bedömningen är sämre.")
    )
    motivering: StyledText = field(metadata=told("Kommunstyrelsens motivering.", "Svinnet minskar i alla kök."))
    antal: tuple[Antalsrad, ...] = field(metadata=told("Hur många av målets resultat som har varje bedömning."))
    antal_ord: str = field(metadata=told("Antalen i ord.", "bedöms uppfyllas: 2, bedöms inte uppfyllas: 1"))
    resultat: tuple[Kommunresultat, ...] = field(metadata=told("Alla resultat som bidrar till målet."))
    egna_matt: tuple[Mattutfallsrad, ...] = field(metadata=told("Kommunfullmäktiges egna mått på målet."))
    resultatmatt: tuple[Mattutfallsrad, ...] = field(metadata=told("Måtten på målets resultat."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunmaluppfyllelse:
    """All goals and results of the municipality."""

    mal: tuple[Kommunmal, ...] = field(metadata=told("Inriktningsmålen."))
    antal_mal: tuple[Antalsrad, ...] = field(metadata=told("Hur många mål som har varje bedömning."))
    summa_mal: int = field(metadata=told("Hur många mål som gäller.", "5"))
    antal: tuple[Antalsrad, ...] = field(metadata=told("Hur många resultat som har varje bedömning, de utan också."))
    summa: int = field(metadata=told("Hur många resultat det är.", "31"))
    ovriga: tuple[Kommunresultat, ...] = field(metadata=told("Resultat vars inriktningsmål inte längre gäller."))
    utgangna: str = field(metadata=told("Resultat som har utgått under året; annars tom.", "SBN 2.4"))
    regel: str = field(metadata=told("Hur bedömningar vägs samman.", SAMMANVAGNING))
    mattregel: str = field(metadata=told("Hur ett mått bedöms.", "Ett mått är uppfyllt när målvärdet är nått."))


@dataclass(frozen=True, slots=True)
class Kommunmalbygge:
    """What goals and results are made with. `resolve_for` gives the references of a nämnd's own texts."""

    report: JointReport
    ar: int
    resolve: Resolve
    resolve_for: ResolveFor

    @property
    def skala(self) -> Skala:
        """The words for results: a forecast during the year."""
        return bedomningsskala(self.report.installningar, self.report.period)

    @property
    def tid(self) -> Tid:
        """The year and the period."""
        return Tid(self.ar, self.report.period)

    def alla(self) -> Kommunmaluppfyllelse:
        """Goals, results, counts, and how they are made."""
        goals = [(lage, self.mal(lage)) for lage in self.report.mal]
        placed = {row.ankare for _, goal in goals for row in goal.resultat}
        others = (row for row in map(self.resultat, self.report.resultat) if row.ankare not in placed)
        limits = granser(self.report.installningar)
        return Kommunmaluppfyllelse(
            mal=tuple(goal for _, goal in goals),
            antal_mal=antalsrader_of(counted(lage.bedomning for lage, _ in goals), self.skala),
            summa_mal=len(goals),
            antal=self._antal(self.report.resultat, self._missing()),
            summa=len(self.report.resultat) + len(list(self._missing())),
            ovriga=tuple(others),
            utgangna=_listed(self._dropped()),
            regel=SAMMANVAGNING,
            mattregel=mattregel(limits, helar=not self._during),
        )

    def mal(self, each: Mallage) -> Kommunmal:
        """A goal as it stands."""
        figures = put_together(matt.status for matt in each.egna)
        missing = list(self._missing(each.mal))
        counts = self._antal(each.resultat, missing)
        bedomning = sagd_bedomning(each.bedomd.status if each.bedomd else "", self.skala)
        return Kommunmal(
            nummer=str(each.mal.nummer),
            ankare=f"mål {each.mal.nummer.text}",
            text=self.resolve(each.mal.text),
            bedomning=bedomning,
            foregaende=sagd_bedomning(each.bedomd.foregaende if each.bedomd else "", self._earlier, ORAPPORTERAD),
            sammanvagd=bedomning_of(each.sammanvagd, self.skala),
            siffror=bedomning_of(figures, self.skala),
            skillnader=tuple(self._disagreements(each, bedomning.ord, figures)),
            motivering=self.resolve(each.bedomd.bedomning) if each.bedomd else StyledText(),
            antal=counts,
            antal_ord=counts_shown(counts),
            resultat=self._under(each, missing),
            egna_matt=mattutfallsrader_of(each.egna, self.skala, self.tid, self.resolve),
            resultatmatt=tuple(
                matt
                for row in sorted(each.resultat, key=lambda row: _order(row.resultat.nummer))
                for matt in self._matt(row)
            ),
        )

    def resultat(self, each: Resultatlage) -> Kommunresultat:
        """A reported result as it stands."""
        row, resolve = each.resultat, self.resolve_for(each.namnd)
        bedomning, siffror = sagd_bedomning(row.status, self.skala), bedomning_of(each.siffror, self.skala)
        who = ", ".join(part for part in (row.atgard_ansvarig, day(row.atgard_datum)) if part)
        return Kommunresultat(
            nummer=row.nummer,
            ankare=f"resultat {row.nummer.rstrip('*')}",
            kod=each.namnd,
            namnd=organ(each.namnd, self.report.installningar),
            text=resolve(row.text),
            rapporterat=True,
            bedomning=bedomning,
            siffror=siffror,
            skillnad=skillnad(SKILLNAD, each.bedomning, bedomning.ord, each.siffror, siffror.ord),
            avviker=each.bedomning in (Betydelse.DELVIS, Betydelse.EJ),
            analys=resolve(row.analys),
            atgard=resolve(row.atgard),
            atgard_vem=who if row.atgard else "",
        )

    def _matt(self, each: Resultatlage) -> tuple[Mattutfallsrad, ...]:
        """A result's mått, with where the nämnd's report says that their values come from."""
        figures = next((report.figures for report in self.report.rapporter if report.namnd == each.namnd), None)
        return mattutfallsrader_of(each.matt, self.skala, self.tid, self.resolve_for(each.namnd), figures)

    def utan_rapport(self, row: Resultat) -> Kommunresultat:
        """A result of a nämnd that has not reported."""
        return Kommunresultat(
            nummer=str(row.nummer), ankare=f"resultat {row.nummer.text}", kod=row.namnd,
            namnd=organ(row.namnd, self.report.installningar), text=self.resolve(row.text), rapporterat=False,
            bedomning=UTAN_RAPPORT, siffror=UTAN_RAPPORT, skillnad="", avviker=False, analys=StyledText(),
            atgard=StyledText(), atgard_vem="",
        )  # fmt: skip

    @property
    def _during(self) -> bool:
        return bool(self.report.bokslut and not self.report.bokslut.helar)

    @property
    def _earlier(self) -> Skala:
        return skala(self.report.installningar, PROGNOS)

    def _under(self, each: Mallage, missing: Iterable[Resultat]) -> tuple[Kommunresultat, ...]:
        """The results under a goal in the order of their numbers."""
        rows = [*map(self.resultat, each.resultat), *map(self.utan_rapport, missing)]
        return tuple(sorted(rows, key=lambda row: _order(row.nummer)))

    def _missing(self, mal: Inriktningsmal | None = None) -> Iterator[Resultat]:
        """The results, of a goal or all, whose nämnd has not reported."""
        absent = {namnd.kod for namnd in self.report.saknas}
        goals = [mal] if mal else self.report.mrp.gallande_mal
        return (row for goal in goals for row in self.report.mrp.resultat_under(goal) if row.namnd in absent)

    def _antal(self, resultat: Iterable[Resultatlage], missing: Iterable[Resultat]) -> tuple[Antalsrad, ...]:
        """How many of each judgement; those that nobody has reported are a row of their own."""
        rows = antalsrader_of(counted(each.bedomning for each in resultat), self.skala)
        unreported = len(list(missing))
        return (*rows, Antalsrad(bedomning=UTAN_RAPPORT, antal=unreported)) if unreported else rows

    def _dropped(self) -> Iterator[str]:
        for report in self.report.rapporter:
            yield from (f"{report.namnd}{SPACE}{row.nummer}" for row in report.uppfoljning.resultat if row.utgatt)

    def _disagreements(self, each: Mallage, said: str, figures: Betydelse) -> Iterator[str]:
        for sentence, other in ((MOT_RESULTAT, each.sammanvagd), (MOT_MATT, figures)):
            shown = skillnad(sentence, each.bedomning, said, other, self.skala.ord_for(other))
            if shown:
                yield shown


def _order(nummer: str) -> list[int]:
    """`2.10` after `2.9`."""
    return [int(part) for part in nummer.rstrip("*").split(".")]


def counts_shown(rows: Iterable[Antalsrad]) -> str:
    """`bedöms uppfyllas: 2, bedöms inte uppfyllas: 1`; nothing where nothing is counted."""
    return with_counts((row.bedomning.ord, row.antal) for row in rows)


def _listed(words: Iterable[str]) -> str:
    found = list(words)
    return listed(found) if found else ""
