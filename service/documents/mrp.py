"""Mål- och resursplan: kommunfullmäktige's plan for the municipality's goals and budget (regler § 1.2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp
from service.chain.values import Nummer

from .antagandena import Antaganderad, antaganden_of
from .arsbudgetar import Arsbudgetar, arsbudgetar_of
from .arshjul import Arshjul, arshjul_of, hjulbild_of
from .bilagorna import Bilagsrad, bilagor_of, malkedjans_bilaga
from .contract import told
from .diagrammen import MrpDiagram, mrp_diagram
from .dokumentinformation import Dokumentinformation, dokumentinformation_of
from .driftbudget import Driftbudget, driftbudget_of
from .hjulbild import Hjulbild
from .investeringsplan import Investeringsplan, investeringsplan_of
from .malen import Malrad, forkortningar, malrader_of, utgangna_mal
from .malkedja import Malkedja, mrp_kedja
from .namndkapitel import Namndkapitel, namndkapitel_of
from .status import Status, status_of
from .titelsida import Titelsida, titelsida_of
from .typesetting import typeset
from .uppdragen import Uppdragsrad, uppdragsrader_of
from .visionen import Resolve, Visionsdel, visionsdel_of
from .wording import decided, or_dash

INFORMATION = "Kommunens vision, inriktningsmål, förväntade resultat och budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texter:
    """The plan's running text, chapter by chapter. Each may be empty."""

    inledning: StyledText = field(metadata=told("Inledning.", "Planen är kommunens styrande dokument."))
    styrmodell: StyledText = field(metadata=told("Styrmodell och målkedja.", "Visionen bryts ned i mål."))
    hushallning: StyledText = field(metadata=told("God ekonomisk hushållning.", "Kommunen ska ha god ekonomi."))
    omvarld: StyledText = field(metadata=told("Omvärlden.", "Räntorna har fallit."))
    befolkning: StyledText = field(metadata=told("Befolkningen.", "Barnen blir färre."))
    skatteunderlag: StyledText = field(metadata=told("Skatteunderlag.", "Skatteunderlaget växer långsamt."))
    finansiell_analys: StyledText = field(metadata=told("Finansiell analys.", "Resultatet når målet."))
    koncernforetag: StyledText = field(metadata=told("Kommunala koncernföretag.", "Bolagen går med vinst."))
    investeringar: StyledText = field(metadata=told("Inledning till del III.", "Nya förskolor byggs."))


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpContext:
    """All that the mål- och resursplan's template may use."""

    rubrik: str = field(metadata=told("Titel med period.", "Mål- och resursplan 2027–2029"))
    ar: int = field(metadata=told("Planåret; {{ ar + 1 }} är året efter.", "2027"))
    titelsida: Titelsida = field(metadata=told("Omslaget."))
    dokumentinformation: Dokumentinformation = field(metadata=told("Tabellen med uppgifter om dokumentet."))
    status: Status = field(metadata=told("Planens läge."))
    texter: Texter = field(metadata=told("Löpande text."))
    vision: Visionsdel | None = field(metadata=told("Visionen; saknas om ingen gäller."))
    arshjul: Arshjul = field(metadata=told("Styrmodellens årshjul."))
    arshjulsbild: Hjulbild | None = field(
        metadata=told("Årshjulet som bild, med tabellens nummer; saknas utan hålltider.", "Årshjul för planåret 2027")
    )
    inriktningsmal: tuple[Malrad, ...] = field(metadata=told("Inriktningsmålen med resultat."))
    forkortningar: str = field(
        metadata=told("Koderna för nämnder med resultat.", "BUN = Barn- och utbildningsnämnden, SN = Socialnämnden")
    )
    utgangna_mal: str = field(metadata=told("Nummer på mål som utgår; annars tom.", "3"))
    skattesats: Decimal | None = field(metadata=told("Skattesats i kronor.", "21,21"))
    skattesats_forandring: Decimal | None = field(metadata=told("Skattesatsens ändring i kronor.", "0"))
    resultatmal_procent: Decimal | None = field(metadata=told("Finansiellt mål för resultatet, procent.", "1,0"))
    synnerliga_skal: StyledText = field(metadata=told("Skäl för underskott; annars tom.", "Omställning av skolan."))
    antaganden: tuple[Antaganderad, ...] = field(metadata=told("Siffror som budgeten bygger på."))
    driftbudget: Driftbudget = field(metadata=told("Driftbudgeten."))
    budgetar: Arsbudgetar = field(metadata=told("Resultat-, finansierings- och balansbudget."))
    diagram: MrpDiagram = field(metadata=told("Planens diagram."))
    uppdrag: tuple[Uppdragsrad, ...] = field(metadata=told("Uppdrag till nämnderna."))
    beslutspunkter: tuple[StyledText, ...] = field(
        metadata=told("Det som kommunfullmäktige beslutar.", "Kommunfullmäktige fastställer budgeten.")
    )
    bekraftelser: tuple[str, ...] = field(
        metadata=told("Det nyvalda fullmäktiges beslut valår.", "25 november 2026 § 142 (KS 2026/301)")
    )
    namnder: tuple[Namndkapitel, ...] = field(metadata=told("Nämndernas kapitel."))
    investeringsplan: Investeringsplan = field(metadata=told("Investerings- och exploateringsplanen."))
    malkedja: Malkedja = field(metadata=told("Målkedjan åt båda håll."))
    bilagor: tuple[Bilagsrad, ...] = field(metadata=told("Planens egna bilagor."))
    malkedja_bilaga: Bilagsrad = field(metadata=told("Målkedjans bilaga, efter de andra."))


def context_for(mrp: Mrp, installningar: Installningar, resolve: Resolve) -> MrpContext:
    """What the plan's document says. `resolve` turns `[[…]]` in texts into references."""
    titel, years = installningar.kommun.rubrik_mrp, f"{mrp.head.ar}–{mrp.head.ar + 2}"
    uppgifter, resolve = mrp.uppgifter, typeset(resolve)
    return MrpContext(
        rubrik=f"{titel} {years}",
        ar=mrp.head.ar,
        titelsida=titelsida_of(installningar, titel=titel, period=years, diarienummer=or_dash(uppgifter.diarienummer)),
        dokumentinformation=dokumentinformation_of(
            mrp.head, uppgifter, installningar, namn=f"{titel} {years}", giltighet=years, information=INFORMATION
        ),
        status=status_of(mrp.head, installningar, _numbers(mrp)),
        texter=_texter(mrp, resolve),
        vision=visionsdel_of(mrp, resolve),
        arshjul=arshjul_of(installningar),
        arshjulsbild=bild if (bild := hjulbild_of(installningar)).punkter else None,
        inriktningsmal=malrader_of(mrp, installningar, resolve),
        forkortningar=forkortningar(mrp, installningar),
        utgangna_mal=utgangna_mal(mrp),
        skattesats=uppgifter.skattesats,
        skattesats_forandring=uppgifter.skattesats_forandring,
        resultatmal_procent=uppgifter.resultatmal_procent,
        synnerliga_skal=resolve(uppgifter.synnerliga_skal),
        antaganden=antaganden_of(mrp),
        driftbudget=driftbudget_of(mrp, installningar),
        budgetar=arsbudgetar_of(mrp),
        diagram=mrp_diagram(mrp, installningar),
        uppdrag=uppdragsrader_of(mrp, installningar, resolve),
        beslutspunkter=tuple(resolve(punkt.text) for punkt in mrp.beslutspunkter),
        bekraftelser=tuple(_bekraftelser(mrp)),
        namnder=namndkapitel_of(mrp, installningar, resolve),
        investeringsplan=investeringsplan_of(mrp, installningar),
        malkedja=mrp_kedja(mrp, installningar),
        bilagor=bilagor_of(mrp.bilagor, resolve),
        malkedja_bilaga=malkedjans_bilaga(mrp.bilagor),
    )


def _numbers(mrp: Mrp) -> Iterator[Nummer]:
    for rows in (mrp.gallande_mal, mrp.gallande_resultat, mrp.matt, mrp.uppdrag):
        yield from (row.nummer for row in rows)


def _texter(mrp: Mrp, resolve: Resolve) -> Texter:
    texts = mrp.texter
    return Texter(
        inledning=resolve(texts.inledning),
        styrmodell=resolve(texts.styrmodell),
        hushallning=resolve(texts.hushallning),
        omvarld=resolve(texts.omvarld),
        befolkning=resolve(texts.befolkning),
        skatteunderlag=resolve(texts.skatteunderlag),
        finansiell_analys=resolve(texts.finansiell_analys),
        koncernforetag=resolve(texts.koncernforetag),
        investeringar=resolve(texts.investeringar),
    )


def _bekraftelser(mrp: Mrp) -> Iterator[str]:
    for row in mrp.bekraftelser:
        dnr = f" ({row.dnr})" if row.dnr else ""
        yield decided(row.datum, row.paragraf) + dnr
