"""Inriktningsmål with their förväntade resultat, as the mål- och resursplan prints them (regler § 2.2, 2.3)."""

from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp
from service.chain.records import Inriktningsmal, Resultat

from .contract import told
from .matten import Mattrad, mattrad_of, rader
from .visionen import Resolve
from .wording import DASH, SPACE, decided, organ, organs, period, responsible, verksamheter, with_trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultatrad:
    """A förväntat resultat."""

    nummer: str = field(metadata=told("Resultatets nummer.", "2.3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.3"))
    mal_nummer: str = field(metadata=told("Numret på inriktningsmålet.", "2"))
    kod: str = field(metadata=told("Nämndens kod.", "SBN"))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))
    bidragande: str = field(metadata=told("Nämnder som bidrar.", "Kommunstyrelsen"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    period: str = field(metadata=told("När resultatet ska nås.", "2027"))
    verksamheter: str = field(metadata=told("Verksamheter som berörs.", "Kost"))
    matt_text: str = field(metadata=told("Resultatets mått och mål, ett på varje rad.", "M2.3a Matsvinn: högst 38 g"))
    matt: tuple[Mattrad, ...] = field(metadata=told("Resultatets mått."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Malrad:
    """An inriktningsmål with its mått and results."""

    nummer: str = field(metadata=told("Målets nummer.", "2"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till målet.", "mål 2"))
    text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    beskrivning: StyledText = field(metadata=told("Vad målet innebär; kan vara tom.", "Utsläppen ska minska."))
    ansvariga: str = field(metadata=told("Ansvariga nämnder.", "Samhällsbyggnadsnämnden och Kommunstyrelsen"))
    ansvariga_rubrik: str = field(
        metadata=told("Vad som står före nämnden eller nämnderna som ansvarar.", "Ansvarig nämnd")
    )
    bidragande: str = field(metadata=told("Bidragande nämnder.", "Socialnämnden"))
    period: str = field(metadata=told("När målet gäller.", "2024–2027"))
    beslut: str = field(metadata=told("Kommunfullmäktiges beslut om målet.", "14 juni 2023 § 88"))
    revidering: str = field(metadata=told("När och varför målet har ändrats; annars tom.", "Reviderat 1 december 2025"))
    matt: tuple[Mattrad, ...] = field(metadata=told("Kommunfullmäktiges mått på målet."))
    resultat: tuple[Resultatrad, ...] = field(metadata=told("Nämndernas förväntade resultat under målet."))
    utgar: str = field(metadata=told("Nummer på resultat som utgår; annars tom.", "2.2"))


def malrader_of(mrp: Mrp, installningar: Installningar, resolve: Resolve) -> tuple[Malrad, ...]:
    """The plan's goals in its own order, withdrawn ones left out."""
    return tuple(_malrad(mal, mrp, installningar, resolve) for mal in mrp.gallande_mal)


def resultatrad_of(resultat: Resultat, mrp: Mrp, installningar: Installningar, resolve: Resolve) -> Resultatrad:
    """A result as a row."""
    mal = mrp.mal(resultat.inriktningsmal)
    matt = tuple(mattrad_of(matt, mrp.head.ar) for matt in mrp.matt_for(resultat.id))
    return Resultatrad(
        nummer=str(resultat.nummer),
        ankare=f"resultat {resultat.nummer.text}",
        mal_nummer=str(mal.nummer) if mal else DASH,
        kod=resultat.namnd,
        namnd=organ(resultat.namnd, installningar),
        bidragande=organs(resultat.bidragande, installningar),
        text=with_trace(resolve(resultat.text), resultat.nummer),
        period=period(resultat.period_fran, resultat.period_till),
        verksamheter=verksamheter(resultat.verksamheter, resultat.namnd, installningar),
        matt_text=rader(matt),
        matt=matt,
    )


def forkortningar(mrp: Mrp, installningar: Installningar) -> str:
    """What the codes of the nämnder that have results stand for; empty when none has."""
    koder = {resultat.namnd for resultat in mrp.gallande_resultat}
    return ", ".join(f"{kod}{SPACE}={SPACE}{organ(kod, installningar)}" for kod in sorted(koder))


def utgangna_mal(mrp: Mrp) -> str:
    """The numbers of withdrawn goals; empty when there are none."""
    return ", ".join(str(mal.nummer) for mal in mrp.inriktningsmal if mal.utgar)


def _malrad(mal: Inriktningsmal, mrp: Mrp, installningar: Installningar, resolve: Resolve) -> Malrad:
    withdrawn = (r for r in mrp.resultat if r.utgar and r.inriktningsmal == mal.id)
    return Malrad(
        nummer=str(mal.nummer),
        ankare=f"mål {mal.nummer.text}",
        text=resolve(mal.text),
        beskrivning=resolve(mal.beskrivning),
        ansvariga=organs(mal.ansvariga, installningar),
        ansvariga_rubrik=responsible(mal.ansvariga),
        bidragande=organs(mal.bidragande, installningar),
        period=period(mal.giltig_fran, mal.giltig_till),
        beslut=decided(mal.datum, mal.paragraf),
        revidering=_revidering(mal),
        matt=tuple(mattrad_of(matt, mrp.head.ar) for matt in mrp.matt_for(mal.id)),
        resultat=tuple(resultatrad_of(r, mrp, installningar, resolve) for r in mrp.resultat_under(mal)),
        utgar=", ".join(str(resultat.nummer) for resultat in withdrawn),
    )


def _revidering(mal: Inriktningsmal) -> str:
    if mal.reviderat is None:
        return ""
    before = f" Tidigare lydelse: {mal.tidigare_text}" if mal.tidigare_text else ""
    return f"Reviderat {decided(mal.reviderat, None)}. {mal.revideringsskal}{before}".strip()
