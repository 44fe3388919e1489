"""The document-information table that every styrande dokument carries (regler, the head)."""

from dataclasses import dataclass, field

from schemas.text import StyledText, styled
from service.chain.plans import Installningar
from service.chain.records import MrpUppgifter, StyrUppgifter, UfUppgifter, VpUppgifter
from service.chain.values import Head

from .contract import told
from .wording import DASH, decided, or_dash, organ, yes_no

Uppgifter = MrpUppgifter | StyrUppgifter | VpUppgifter | UfUppgifter
PLAN, RAPPORT = "Plan", "Rapport"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumentinformation:
    """The rows of the table, ready to print; none is empty."""

    dokumenttyp: str = field(metadata=told("Dokumentets typ.", "Plan"))
    dokumentnamn: str = field(metadata=told("Dokumentets namn.", "Mål- och resursplan 2027–2029"))
    antagen: str = field(metadata=told("När dokumentet antogs, med paragraf.", "17 juni 2026 § 78"))
    antagen_av: str = field(metadata=told("Vem som antog dokumentet.", "Kommunfullmäktige"))
    dokumentagare: str = field(metadata=told("Förvaltningen som äger dokumentet.", "Kommunstyrelseförvaltningen"))
    dokumentansvarig: str = field(metadata=told("Befattningen som svarar för dokumentet.", "Ekonomichef"))
    reviderad: str = field(metadata=told("Om dokumentet är reviderat, och varför.", "Version 2: ändrade ramar"))
    giltighet: str = field(metadata=told("När dokumentet gäller.", "2027–2029"))
    information: str = field(metadata=told("Vad dokumentet innehåller.", "Kommunens mål och budget"))
    diarienummer: str = field(metadata=told("Ärendets diarienummer.", "KS 2026/101"))
    amnesomrade: str = field(metadata=told("Ämnesområde.", "Ekonomi och styrning"))
    intranat: str = field(metadata=told("Om dokumentet läggs på intranätet.", "☒ Ja"))
    hemsida: str = field(metadata=told("Om dokumentet läggs på hemsidan.", "☒ Ja"))
    pa_intranat: bool = field(metadata=told("Om dokumentet läggs på intranätet, för en kryssruta.", "ja"))
    pa_hemsida: bool = field(metadata=told("Om dokumentet läggs på hemsidan, för en kryssruta.", "ja"))
    styrande_dokument: StyledText = field(
        metadata=told("Andra styrande dokument som omnämns.", "Regler för mål- och resultatstyrning")
    )


def dokumentinformation_of(
    head: Head, uppgifter: Uppgifter, installningar: Installningar, *, namn: str, giltighet: str, information: str,
    agare: str = "", typ: str = PLAN,
) -> Dokumentinformation:  # fmt: skip
    """The table for a plan or a report. `agare` is who owns it where neither the plan nor the settings say.

    Only what has been adopted is said to be published: a draft or a proposal has neither box ticked.
    """
    kommun, decision = installningar.kommun, head.first_decision or head.decision
    return Dokumentinformation(
        dokumenttyp=typ,
        dokumentnamn=namn,
        antagen=decided(decision.datum, decision.paragraf) if decision else "Ännu inte antagen",
        antagen_av=organ(decision.organ, installningar) if decision else DASH,
        dokumentagare=or_dash(uppgifter.dokumentagare or agare or kommun.dokumentagare),
        dokumentansvarig=or_dash(uppgifter.dokumentansvarig or kommun.dokumentansvarig),
        reviderad=_revised(head),
        giltighet=giltighet,
        information=information,
        diarienummer=or_dash(uppgifter.diarienummer),
        amnesomrade=or_dash(uppgifter.amnesomrade),
        intranat=yes_no(bool(decision and uppgifter.intranat)),
        hemsida=yes_no(bool(decision and uppgifter.hemsida)),
        pa_intranat=bool(decision and uppgifter.intranat),
        pa_hemsida=bool(decision and uppgifter.hemsida),
        styrande_dokument=uppgifter.styrande_dokument or styled("Inga"),
    )


def _revised(head: Head) -> str:
    """The revision that this version is, with its decision where it has one."""
    if not head.reason:
        return "Nej"
    when = f"{decided(head.decision.datum, head.decision.paragraf)}, " if head.decision else ""
    return f"{when}version {head.version}: {head.reason}"
