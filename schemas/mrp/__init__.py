"""The workbook of the mål- och resursplan: vision, inriktningsmål, förväntade resultat, mått and the whole budget."""

from ..workbooks import Kind, WorkbookSchema
from .budget import (
    BALANSPOSTER,
    INVESTERINGSSLAG,
    KASSAFLODESPOSTER,
    RESULTATPOSTER,
    Balansbudget,
    Brygga,
    Driftbudget,
    Kassaflodesbudget,
    MrpInvesteringar,
    Ramforandringar,
    Resultatbudget,
    SenareRamandringar,
)
from .decisions import UPPDRAGSGIVARE, Bekraftelse, Beslutspunkter, MrpUppdrag, Uppdragsdialoger
from .goals import FREKVENSER, RIKTNINGAR, Inriktningsmalen, MrpMatt, MrpResultat, Visioner
from .texts import BELOPPSENHETER, Antaganden, Bilagor, MrpForm, MrpTexter, NamndTexter

WORKBOOK = WorkbookSchema(
    Kind.MRP,
    "Mål- och resursplan",
    "Kommunfullmäktiges plan: vision, inriktningsmål, förväntade resultat och budget för tre år.",
    (
        MrpForm, MrpTexter, Visioner, Inriktningsmalen, MrpResultat, MrpMatt, Driftbudget, Ramforandringar,
        SenareRamandringar, Brygga, Resultatbudget, Kassaflodesbudget, Balansbudget, MrpInvesteringar, Antaganden,
        MrpUppdrag, Beslutspunkter, NamndTexter, Uppdragsdialoger, Bekraftelse, Bilagor,
    ),
)  # fmt: skip

__all__ = [
    "BALANSPOSTER",
    "BELOPPSENHETER",
    "FREKVENSER",
    "INVESTERINGSSLAG",
    "KASSAFLODESPOSTER",
    "RESULTATPOSTER",
    "RIKTNINGAR",
    "UPPDRAGSGIVARE",
    "WORKBOOK",
    "Antaganden",
    "Balansbudget",
    "Bekraftelse",
    "Beslutspunkter",
    "Bilagor",
    "Brygga",
    "Driftbudget",
    "Inriktningsmalen",
    "Kassaflodesbudget",
    "MrpForm",
    "MrpInvesteringar",
    "MrpMatt",
    "MrpResultat",
    "MrpTexter",
    "MrpUppdrag",
    "NamndTexter",
    "Ramforandringar",
    "Resultatbudget",
    "SenareRamandringar",
    "Uppdragsdialoger",
    "Visioner",
]
