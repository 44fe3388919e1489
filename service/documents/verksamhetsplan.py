"""Verksamhetsplan: a nämnd's plan for the year with its detaljbudget (regler § 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain import figures
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.records import Namnd, Tkr, VpInvestering
from service.chain.values import Nummer

from .bilagorna import Bilagsrad, bilagor_of, malkedjans_bilaga
from .budgettabell import Budgettabell, budgettabell_of
from .contract import told
from .diagrammen import VpDiagram, vp_diagram
from .dokumentinformation import Dokumentinformation, dokumentinformation_of
from .malkedja import Malkedja, vp_kedja
from .resultatplan import Bidrag, PlanMal, bidrag_of, resultatplan_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .verksamhetsbeskrivning import VbGrupp, verksamhetsbeskrivning_of
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import or_dash, organ

INFORMATION = "Resultat- och aktivitetsplan, verksamhetsbeskrivning och detaljbudget"


@dataclass(frozen=True, slots=True, kw_only=True)
class VpTexter:
    """The plan's running text. Each may be empty."""

    inledning: StyledText = field(metadata=told("Inledning.", "Planen beskriver årets verksamhet."))
    uppdrag: StyledText = field(metadata=told("Nämndens uppdrag.", "Nämnden svarar för skolan."))
    organisation: StyledText = field(metadata=told("Organisation.", "Förvaltningen har tre avdelningar."))
    verksamhet: StyledText = field(metadata=told("Verksamheten under året.", "Två skolor slås samman."))
    detaljbudget: StyledText = field(metadata=told("Kommentar till detaljbudgeten.", "Ramen fördelas efter volym."))
    investeringar: StyledText = field(metadata=told("Kommentar till investeringarna.", "Inventarier byts."))
    uppfoljning: StyledText = field(metadata=told("Uppföljning.", "Planen följs upp i april och augusti."))


@dataclass(frozen=True, slots=True, kw_only=True)
class VpInvesteringsrad:
    """An investment, or the sum of all, in tkr."""

    objekt: str = field(metadata=told("Objekt.", "Inventarier förskola"))
    slag: str = field(metadata=told("Investering eller exploatering.", "investering"))
    ar_1: Tkr | None = field(metadata=told("Budget för planåret.", "4 000"))
    ar_2: Tkr | None = field(metadata=told("Plan för andra året.", "4 000"))
    ar_3: Tkr | None = field(metadata=told("Plan för tredje året.", "4 000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VerksamhetsplanContext:
    """All that the verksamhetsplan's template may use."""

    rubrik: str = field(metadata=told("Titel, år och nämnd.", "Verksamhetsplan 2027, Socialnämnden"))
    ar: int = field(metadata=told("Planåret; {{ ar + 1 }} är året efter.", "2027"))
    kod: str = field(metadata=told("Nämndens kod.", "SN"))
    namnd: str = field(metadata=told("Nämndens namn.", "Socialnämnden"))
    framtagen_av: str = field(metadata=told("Befattning som tagit fram planen; kan vara tom.", "Förvaltningschef"))
    delgiven: bool = field(metadata=told("Om planen görs känd för medarbetarna.", "ja"))
    mrp_rubrik: str = field(metadata=told("Planen som ligger till grund.", "Mål- och resursplan 2027–2029"))
    mrp_status: Status = field(metadata=told("Läget för planen som ligger till grund."))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    dokumentinformation: Dokumentinformation = field(metadata=told("Tabellen med uppgifter om dokumentet."))
    status: Status = field(metadata=told("Planens läge."))
    texter: VpTexter = field(metadata=told("Löpande text."))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    mal: tuple[PlanMal, ...] = field(metadata=told("Resultat- och aktivitetsplanen."))
    bidrag: tuple[Bidrag, ...] = field(metadata=told("Andra nämnders resultat som nämnden bidrar till."))
    verksamhetsbeskrivning: tuple[VbGrupp, ...] = field(metadata=told("Verksamhetsbeskrivningens rubriker."))
    detaljbudget: Budgettabell = field(metadata=told("Detaljbudgeten."))
    diagram: VpDiagram = field(metadata=told("Planens diagram; måttens står vid varje mått."))
    investeringar: tuple[VpInvesteringsrad, ...] = field(metadata=told("Nämndens investeringar."))
    investeringar_summa: VpInvesteringsrad = field(metadata=told("Investeringarna tillsammans."))
    malkedja: Malkedja = field(metadata=told("Målkedjan åt båda håll."))
    bilagor: tuple[Bilagsrad, ...] = field(metadata=told("Planens egna bilagor."))
    malkedja_bilaga: Bilagsrad = field(metadata=told("Målkedjans bilaga, efter de andra."))


def context_for(
    vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar, resolve: Resolve
) -> VerksamhetsplanContext:
    """What the nämnd's document says. `mrp` is the plan it carries out; `resolve` turns `[[…]]` into references."""
    kod, kommun, resolve = vp.head.namnd, installningar.kommun, typeset(resolve)
    budget = budgettabell_of(vp, mrp, installningar)
    namn, titel = organ(kod, installningar), f"{kommun.rubrik_verksamhetsplan} {vp.head.ar}"
    return VerksamhetsplanContext(
        rubrik=f"{titel}, {namn}",
        ar=vp.head.ar,
        kod=kod,
        namnd=namn,
        framtagen_av=vp.uppgifter.framtagen_av,
        delgiven=bool(vp.uppgifter.delgiven),
        mrp_rubrik=f"{kommun.rubrik_mrp} {mrp.head.ar}–{mrp.head.ar + 2}",
        mrp_status=status_of(mrp.head, installningar, ()),
        titelsida=vp_titelsida(vp, installningar, kommun.rubrik_verksamhetsplan),
        dokumentinformation=vp_dokumentinformation(vp, installningar, f"{titel}, {namn}", INFORMATION),
        status=status_of(vp.head, installningar, numbers_of(vp, mrp)),
        texter=_texter(vp, resolve),
        vision=visionsdel_of(mrp, resolve),
        mal=resultatplan_of(vp, mrp, installningar, resolve),
        bidrag=bidrag_of(kod, mrp, installningar, resolve),
        verksamhetsbeskrivning=verksamhetsbeskrivning_of(vp, installningar, resolve),
        detaljbudget=budget,
        diagram=vp_diagram(vp.head.ar, budget),
        investeringar=tuple(_investering(row) for row in vp.investeringar),
        investeringar_summa=_investeringssumma(vp.investeringar),
        malkedja=vp_kedja(vp, mrp, installningar),
        bilagor=bilagor_of(vp.bilagor, resolve),
        malkedja_bilaga=malkedjans_bilaga(vp.bilagor),
    )


def vp_titelsida(vp: Verksamhetsplan, installningar: Installningar, titel: str) -> Titelsida:
    """The cover of a paper that the nämnd's plan becomes."""
    return titelsida_of(
        installningar,
        titel=titel,
        period=str(vp.head.ar),
        diarienummer=or_dash(vp.uppgifter.diarienummer),
        avser=organ(vp.head.namnd, installningar),
        forvaltning=_forvaltning(installningar.namnd(vp.head.namnd)),
    )


def vp_dokumentinformation(
    vp: Verksamhetsplan, installningar: Installningar, namn: str, information: str
) -> Dokumentinformation:
    """The document-information table of a paper that the nämnd's plan becomes; the förvaltning owns it."""
    return dokumentinformation_of(
        vp.head, vp.uppgifter, installningar, namn=namn, giltighet=str(vp.head.ar), information=information,
        agare=_forvaltning(installningar.namnd(vp.head.namnd)),
    )  # fmt: skip


def numbers_of(vp: Verksamhetsplan, mrp: Mrp) -> Iterator[Nummer]:
    """The numbers that the nämnd's papers print."""
    own = mrp.namnd_resultat(vp.head.namnd)
    goals = {resultat.inriktningsmal for resultat in own}
    yield from (mal.nummer for mal in mrp.gallande_mal if mal.id in goals)
    yield from (resultat.nummer for resultat in own)
    yield from (matt.nummer for matt in vp.matt)
    yield from (aktivitet.nummer for aktivitet in vp.gallande_aktiviteter)


def _forvaltning(namnd: Namnd | None) -> str:
    return namnd.forvaltning if namnd else ""


def _texter(vp: Verksamhetsplan, resolve: Resolve) -> VpTexter:
    texts = vp.texter
    return VpTexter(
        inledning=resolve(texts.inledning),
        uppdrag=resolve(texts.uppdrag),
        organisation=resolve(texts.organisation),
        verksamhet=resolve(texts.verksamhet),
        detaljbudget=resolve(texts.detaljbudget),
        investeringar=resolve(texts.investeringar),
        uppfoljning=resolve(texts.uppfoljning),
    )


def _investering(row: VpInvestering) -> VpInvesteringsrad:
    return VpInvesteringsrad(objekt=row.objekt, slag=or_dash(row.slag), ar_1=row.ar_1, ar_2=row.ar_2, ar_3=row.ar_3)


def _investeringssumma(rows: Sequence[VpInvestering]) -> VpInvesteringsrad:
    first, second, third = figures.summa_vp_investeringar(rows)
    return VpInvesteringsrad(objekt="Summa", slag="–", ar_1=first, ar_2=second, ar_3=third)
