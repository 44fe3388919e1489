"""How goals and results are met: the nämnd's own judgement, beside it what the figures say (regler § 4.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.text import StyledText
from schemas.workbooks import Period
from service.chain.followups import Uppfoljning
from service.chain.maluppfyllelse import REGEL, Mallage, Resultatlage, counted
from service.chain.outcomes import Figures
from service.chain.plans import Installningar
from service.chain.records import UfResultat
from service.chain.skalor import PROGNOS, Betydelse, Skala, bedomningsskala, skala
from service.chain.utfall import granser

from .aktivitetslaget import Aktivitetslage, aktivitetslagen_of
from .bedomningen import ORAPPORTERAD, Antalsrad, Bedomning, antalsrader_of, bedomning_of, sagd_bedomning
from .contract import told
from .mattutfallen import Mattutfallsrad, mattregel, mattutfallsrader_of
from .rapportdiagram import Tid
from .visionen import Resolve
from .wording import day, listed, or_dash, organ

OMDOMEN = (Betydelse.EJ, Betydelse.DELVIS, Betydelse.UPPFYLLT)
SKILLNAD = "Nämndens bedömning (”{egen}”) är {omdome} än vad måtten visar (”{andra}”)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultatutfall:
    """A förväntat resultat and how it has gone."""

    nummer: str = field(metadata=told("Resultatets nummer.", "2.3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.3"))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    bedomning: Bedomning = field(metadata=told("Nämndens egen bedömning."))
    siffror: Bedomning = field(metadata=told("Vad måtten visar."))
    foregaende: Bedomning = field(metadata=told("Nämndens bedömning förra perioden."))
    skillnad: str = field(
        metadata=told(
            "Mening när bedömning och mått skiljer sig; annars tom.",
            "Nämndens bedömning är bättre än vad måtten visar.",
        )
    )
    matt: tuple[Mattutfallsrad, ...] = field(metadata=told("Resultatets mått."))
    aktiviteter: tuple[Aktivitetslage, ...] = field(metadata=told("Resultatets aktiviteter, de som utgår också."))
    analys: StyledText = field(metadata=told("Analys; kan vara tom.", "Vägningen har gett kunskap."))
    effekter: StyledText = field(metadata=told("Analys av effekter; kan vara tom.", "Mindre mat kastas."))
    atgard: StyledText = field(metadata=told("Åtgärd; kan vara tom.", "Kökens beställningar ses över."))
    atgard_ansvarig: str = field(metadata=told("Ansvarig för åtgärden.", "Kostchef"))
    atgard_datum: str = field(metadata=told("När åtgärden är klar.", "31 oktober 2027"))
    atgard_saknas: bool = field(metadata=told("Om en åtgärd behövs men saknas.", "nej"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Malutfall:
    """An inriktningsmål with the results that contribute to it."""

    nummer: str = field(metadata=told("Målets nummer.", "2"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till målet.", "mål 2"))
    text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    sammanvagd: Bedomning = field(metadata=told("Resultatens bedömningar sammanvägda."))
    resultat: tuple[Resultatutfall, ...] = field(metadata=told("Resultaten under målet."))


@dataclass(frozen=True, slots=True, kw_only=True)
class UtgangetResultat:
    """A förväntat resultat that has been dropped from the plan; it stands in the report all the same."""

    nummer: str = field(metadata=told("Resultatets nummer.", "2.4"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.4"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Alla kök väger sitt svinn."))
    kommentar: StyledText = field(metadata=told("Vad som sägs om det.", "Ersatt av resultat 2.3."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Maluppfyllelse:
    """All goals and results of a report."""

    antal: tuple[Antalsrad, ...] = field(metadata=told("Hur många resultat som har varje bedömning."))
    summa: int = field(metadata=told("Hur många resultat som följs upp.", "11"))
    mal: tuple[Malutfall, ...] = field(metadata=told("Inriktningsmålen med sina resultat."))
    ovriga: tuple[Resultatutfall, ...] = field(metadata=told("Resultat vars inriktningsmål inte längre gäller."))
    utgangna: tuple[UtgangetResultat, ...] = field(metadata=told("Resultat som har utgått ur planen."))
    utgangna_matt: str = field(metadata=told("Nummer på mått som har utgått; annars tom.", "M2.3b och M2.4a"))
    regel: str = field(metadata=told("Hur bedömningar vägs samman.", REGEL))
    mattregel: str = field(metadata=told("Hur ett mått bedöms.", "Ett mått är uppfyllt när målvärdet är nått."))


@dataclass(frozen=True, slots=True)
class Malbygge:
    """What rows of goals and results are made with: words, settings, references, figures from elsewhere."""

    installningar: Installningar
    tid: Tid
    resolve: Resolve
    figures: Figures | None = None

    @property
    def skala(self) -> Skala:
        """The words for results: a forecast during the year."""
        return bedomningsskala(self.installningar, self.tid.period)

    @property
    def forra_skalan(self) -> Skala:
        """The words of the periods before, which are all forecasts."""
        return skala(self.installningar, PROGNOS)

    def mal(self, each: Mallage) -> Malutfall:
        """A goal as it stands."""
        return Malutfall(
            nummer=str(each.mal.nummer),
            ankare=f"mål {each.mal.nummer.text}",
            text=self.resolve(each.mal.text),
            sammanvagd=bedomning_of(each.sammanvagd, self.skala),
            resultat=tuple(self.resultat(part) for part in each.resultat),
        )

    def resultat(self, each: Resultatlage) -> Resultatutfall:
        """A result as it stands."""
        row = each.resultat
        bedomning, siffror = sagd_bedomning(row.status, self.skala), bedomning_of(each.siffror, self.skala)
        return Resultatutfall(
            nummer=row.nummer,
            ankare=_ankare(row),
            namnd=organ(each.namnd, self.installningar),
            text=self.resolve(row.text),
            bedomning=bedomning,
            siffror=siffror,
            foregaende=sagd_bedomning(row.foregaende, self.forra_skalan, ORAPPORTERAD),
            skillnad=skillnad(SKILLNAD, each.bedomning, bedomning.ord, each.siffror, siffror.ord),
            matt=mattutfallsrader_of(each.matt, self.skala, self.tid, self.resolve, self.figures),
            aktiviteter=aktivitetslagen_of(each.aktiviteter, self.installningar, self.resolve),
            analys=self.resolve(row.analys),
            effekter=self.resolve(row.effekter),
            atgard=self.resolve(row.atgard),
            atgard_ansvarig=or_dash(row.atgard_ansvarig),
            atgard_datum=day(row.atgard_datum),
            atgard_saknas=not row.atgard and each.bedomning in (Betydelse.DELVIS, Betydelse.EJ),
        )

    def utgangen(self, row: UfResultat) -> UtgangetResultat:
        """A result that has been dropped, with what the nämnd says of it."""
        said = row.analys or row.effekter
        return UtgangetResultat(
            nummer=row.nummer, ankare=_ankare(row), text=self.resolve(row.text), kommentar=self.resolve(said)
        )


def maluppfyllelse_of(
    mal: Iterable[Mallage], resultat: Iterable[Resultatlage], foljda: Iterable[Uppfoljning], bygge: Malbygge,
) -> Maluppfyllelse:  # fmt: skip
    """Goals and results; a result whose goal is no longer in force is kept, under a heading of its own.

    `foljda` are the follow-ups that it is all from: what has been dropped stands in them.
    """
    goals, lagen, reports = list(mal), list(resultat), list(foljda)
    gone = [row.nummer for each in reports for row in each.matt if row.utgatt]
    placed = {(part.namnd, part.resultat.id) for goal in goals for part in goal.resultat}
    return Maluppfyllelse(
        antal=antalsrader_of(counted(each.bedomning for each in lagen), bygge.skala),
        summa=len(lagen),
        mal=tuple(bygge.mal(goal) for goal in goals),
        ovriga=tuple(bygge.resultat(each) for each in lagen if (each.namnd, each.resultat.id) not in placed),
        utgangna=tuple(bygge.utgangen(row) for each in reports for row in each.resultat if row.utgatt),
        utgangna_matt=listed(gone) if gone else "",
        regel=f"{REGEL} Måtten på ett resultat vägs samman på samma sätt.",
        mattregel=mattregel(granser(bygge.installningar), helar=bygge.tid.period is Period.AR),
    )


def _ankare(row: UfResultat) -> str:
    return f"resultat {row.nummer.rstrip('*')}"


def skillnad(mening: str, egen: Betydelse, egna_ord: str, andra: Betydelse, andra_ord: str) -> str:
    """`mening` where two judgements disagree, saying which is the better; nothing where either cannot be said."""
    if egen is andra or Betydelse.OKANT in (egen, andra):
        return ""
    better = OMDOMEN.index(egen) > OMDOMEN.index(andra)
    return mening.format(egen=egna_ord, omdome="bättre" if better else "sämre", andra=andra_ord)
