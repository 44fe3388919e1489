"""The links of the municipality's goal chain: each goal with its judgements, each result with mått and activities."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from schemas.text import StyledText
from schemas.workbooks import Period
from service.chain.kedja import Kedja, Led
from service.chain.maluppfyllelse import Mallage
from service.chain.records import Inriktningsmal
from service.chain.skalor import Betydelse

from .aktivitetslaget import Aktivitetslage
from .bedomningen import Bedomning, bedomning_of, ej_foljt, sagd_bedomning
from .contract import told
from .maluppfyllelsen import Malbygge
from .mattutfallen import Mattutfallsrad, mattutfallsrader_of
from .planlaget import EMPTY, planerad_aktivitet, planerat_matt
from .rapportdiagram import Tid
from .visionen import Resolve
from .wording import DASH, decided, organ, organs, period, responsible, verksamheter


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjeresultat:
    """A nämnd's förväntade resultat in the chain."""

    kod: str = field(metadata=told("Nämndens kod, som står före numret.", "SBN"))
    nummer: str = field(metadata=told("Resultatets nummer.", "2.3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.3"))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    period: str = field(metadata=told("När resultatet ska nås.", "2027"))
    verksamheter: str = field(metadata=told("Verksamheter som berörs.", "Kost"))
    bedomning: Bedomning = field(metadata=told("Nämndens senaste bedömning."))
    siffror: Bedomning = field(metadata=told("Vad måtten visar."))
    bedomd: str = field(metadata=told("Tiden som bedömningen gäller; ett streck utan.", "januari–augusti 2027"))
    skillnad: str = field(
        metadata=told("Mening när bedömning och mått skiljer sig; annars tom.", "Bedömningen är bättre än måtten.")
    )
    matt: tuple[Mattutfallsrad, ...] = field(metadata=told("Resultatets mått."))
    aktiviteter: tuple[Aktivitetslage, ...] = field(metadata=told("Resultatets aktiviteter."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjeantal:
    """How many results there are of each judgement."""

    summa: int = field(metadata=told("Alla resultat.", "5"))
    uppfyllt: int = field(metadata=told("Uppfyllda, eller som bedöms uppfyllas.", "2"))
    delvis: int = field(metadata=told("Delvis uppfyllda.", "1"))
    ej: int = field(metadata=told("Ej uppfyllda.", "1"))
    okant: int = field(metadata=told("Som inte kan bedömas, eller inte är bedömda.", "1"))
    ej_foljt: int = field(metadata=told("Ännu ej följda upp.", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjemal:
    """An inriktningsmål with all that leads to it."""

    nummer: str = field(metadata=told("Målets nummer.", "2"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till målet.", "mål 2"))
    text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    ansvariga: str = field(metadata=told("Ansvariga nämnder.", "Samhällsbyggnadsnämnden"))
    ansvariga_rubrik: str = field(
        metadata=told("Vad som står före nämnden eller nämnderna som ansvarar.", "Ansvarig nämnd")
    )
    bidragande: str = field(metadata=told("Bidragande nämnder; ett streck för inga.", "Socialnämnden"))
    period: str = field(metadata=told("När målet gäller.", "2024–2027"))
    beslut: str = field(metadata=told("Kommunfullmäktiges beslut om målet.", "14 juni 2023 § 88"))
    sammanvagd: Bedomning = field(metadata=told("Nämndernas bedömningar sammanvägda."))
    bedomning: Bedomning = field(metadata=told("Kommunstyrelsens bedömning."))
    motivering: StyledText = field(metadata=told("Kommunstyrelsens motivering; kan vara tom.", "Utsläppen minskar."))
    antal: Kedjeantal = field(metadata=told("Antal resultat per bedömning."))
    matt: tuple[Mattutfallsrad, ...] = field(metadata=told("Kommunfullmäktiges mått på målet."))
    resultat: tuple[Kedjeresultat, ...] = field(metadata=told("Nämndernas förväntade resultat under målet."))


@dataclass(frozen=True, slots=True)
class Kedjebygge:
    """What links are made with: the chain, and how texts become references."""

    kedja: Kedja
    resolve: Resolve

    @property
    def bygge(self) -> Malbygge:
        """What the goals' own judgements are said with: the newest period's words."""
        return self._bygge(self.kedja.rapport.period if self.kedja.rapport else Period.T1)

    def mal(self, mal: Inriktningsmal) -> Kedjemal:
        """A goal with its results."""
        settings, led, lage = self.kedja.installningar, self.kedja.under(mal), self.kedja.mallage(mal)
        return Kedjemal(
            nummer=str(mal.nummer),
            ankare=f"mål {mal.nummer.text}",
            text=self.resolve(mal.text),
            ansvariga=organs(mal.ansvariga, settings),
            ansvariga_rubrik=responsible(mal.ansvariga),
            bidragande=organs(mal.bidragande, settings),
            period=period(mal.giltig_fran, mal.giltig_till),
            beslut=decided(mal.datum, mal.paragraf),
            sammanvagd=self._sammanvagd(lage),
            bedomning=self._bedomd(lage),
            motivering=self.resolve(lage.bedomd.bedomning) if lage and lage.bedomd else EMPTY,
            antal=kedjeantal(led),
            matt=self._egna(mal, lage),
            resultat=tuple(self.resultat(each) for each in led),
        )

    def resultat(self, led: Led) -> Kedjeresultat:
        """A result: as it was reported, else as it is planned."""
        settings, row = self.kedja.installningar, led.resultat
        return Kedjeresultat(
            kod=led.namnd,
            namnd=organ(led.namnd, settings),
            period=period(row.period_fran, row.period_till) if row else DASH,
            verksamheter=verksamheter(row.verksamheter, led.namnd, settings) if row else DASH,
            **(self._reported(led) if led.lage else self._planned(led)),
        )

    def _reported(self, led: Led) -> dict[str, Any]:
        assert led.lage
        assert led.rapport  # the two come together
        made = replace(self._bygge(led.rapport.period), figures=led.rapport.figures).resultat(led.lage)
        names = ("nummer", "ankare", "text", "bedomning", "siffror", "skillnad", "matt", "aktiviteter")
        return {name: getattr(made, name) for name in names} | {
            "bedomd": tid_shown(led.rapport.period, self.kedja.mrp.head.ar)
        }

    def _planned(self, led: Led) -> dict[str, Any]:
        row = led.resultat
        assert row  # what has not been reported is in the plan
        return {
            "nummer": str(row.nummer), "ankare": f"resultat {row.nummer.text}", "text": self.resolve(row.text),
            "bedomning": ej_foljt(), "siffror": ej_foljt(), "skillnad": "", "bedomd": DASH,
            "matt": tuple(planerat_matt(each, self.kedja.mrp.head.ar) for each in led.matt),
            "aktiviteter": tuple(planerad_aktivitet(a, str(row.nummer), self.resolve) for a in led.aktiviteter),
        }  # fmt: skip

    def _sammanvagd(self, lage: Mallage | None) -> Bedomning:
        return bedomning_of(lage.sammanvagd, self.bygge.skala) if lage and lage.resultat else ej_foljt()

    def _bedomd(self, lage: Mallage | None) -> Bedomning:
        if lage is None:
            return ej_foljt()
        return sagd_bedomning(lage.bedomd.status if lage.bedomd else "", self.bygge.skala)

    def _egna(self, mal: Inriktningsmal, lage: Mallage | None) -> tuple[Mattutfallsrad, ...]:
        """Kommunfullmäktiges own mått: with outcome once the municipality's own figures have come in."""
        if lage and lage.bedomd:
            return mattutfallsrader_of(lage.egna, self.bygge.skala, self.bygge.tid, self.resolve)
        return tuple(planerat_matt(each, self.kedja.mrp.head.ar) for each in self.kedja.mrp.matt_for(mal.id))

    def _bygge(self, period: Period) -> Malbygge:
        return Malbygge(self.kedja.installningar, Tid(self.kedja.mrp.head.ar, period), self.resolve)


def kedjeantal(led: Iterable[Led]) -> Kedjeantal:
    """How many of the results have each judgement, and how many nobody has followed up."""
    found = [each.lage.bedomning if each.lage else None for each in led]
    return Kedjeantal(
        summa=len(found), uppfyllt=found.count(Betydelse.UPPFYLLT), delvis=found.count(Betydelse.DELVIS),
        ej=found.count(Betydelse.EJ), okant=found.count(Betydelse.OKANT), ej_foljt=found.count(None),
    )  # fmt: skip


def tid_shown(period: Period, ar: int) -> str:
    """`januari–augusti 2027`; the year alone for the whole year."""
    return str(ar) if period is Period.AR else f"{period.shown} {ar}"
