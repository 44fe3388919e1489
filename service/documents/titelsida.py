"""The cover: whose document it is, what it is called and what time it is for."""

from dataclasses import dataclass, field

from service.chain.plans import Installningar

from .contract import told

EXEMPEL = "EXEMPEL – påhittade uppgifter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Titelsida:
    """What stands on the cover, besides the state."""

    kommun: str = field(metadata=told("Kommunens namn.", "Vänersborgs kommun"))
    titel: str = field(metadata=told("Dokumentets titel.", "Mål- och resursplan"))
    period: str = field(metadata=told("Året eller åren som dokumentet gäller.", "2027–2029"))
    avser: str = field(metadata=told("Nämnden eller enheten; tom för kommunen.", "Barn- och utbildningsnämnden"))
    forvaltning: str = field(metadata=told("Förvaltningen; tom för kommunen.", "Barn- och utbildningsförvaltningen"))
    diarienummer: str = field(metadata=told("Ärendets diarienummer.", "KS 2026/101"))
    exempel: str = field(metadata=told("Märkning av en exempelkommuns dokument; annars tom.", EXEMPEL))


def titelsida_of(
    installningar: Installningar,
    *,
    titel: str,
    period: str,
    diarienummer: str,
    avser: str = "",
    forvaltning: str = "",
) -> Titelsida:
    """A cover in the municipality's name."""
    return Titelsida(
        kommun=installningar.kommun.namn,
        titel=titel,
        period=period,
        avser=avser,
        forvaltning=forvaltning,
        diarienummer=diarienummer,
        exempel=EXEMPEL if installningar.kommun.exempel else "",
    )
