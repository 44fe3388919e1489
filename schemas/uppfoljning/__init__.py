"""The nämnd's follow-up of its verksamhetsplan: a workbook for each period, the plan's own rows already in it.

What is planned, and what was reported in the period before, stands in locked cells; rows that have been dropped from
the plan stand there too, since a follow-up covers all of it (regler § 5.1).
"""

from ..workbooks import Kind, WorkbookSchema
from .economy import UfEkonomi, UfInvestering
from .goals import UfAktivitet, UfMatt, UfResultat, UfUppdrag
from .staff import PERSONALPOSTER, Personal, UfPersonal
from .texts import UfBilagor, UppfoljningForm, UppfoljningTexter

WORKBOOK = WorkbookSchema(
    Kind.UPPFOLJNING,
    "Uppföljning",
    "Nämndens uppföljning av verksamhetsplanen: mått, aktiviteter, resultat, ekonomi och personal.",
    (
        UppfoljningForm, UppfoljningTexter, UfResultat, UfMatt, UfAktivitet, UfUppdrag, UfEkonomi, UfInvestering,
        UfPersonal, UfBilagor,
    ),
    per_namnd=True,
    per_period=True,
)  # fmt: skip

__all__ = [
    "PERSONALPOSTER",
    "WORKBOOK",
    "Personal",
    "UfAktivitet",
    "UfBilagor",
    "UfEkonomi",
    "UfInvestering",
    "UfMatt",
    "UfPersonal",
    "UfResultat",
    "UfUppdrag",
    "UppfoljningForm",
    "UppfoljningTexter",
]
