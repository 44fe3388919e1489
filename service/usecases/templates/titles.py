"""The chapters and tables that a kind of paper has, read from its template: what `[[kapitel …]]` may name."""

from collections.abc import Mapping

from schemas.workbooks import Kind
from service import word
from service.documents import DOCUMENTS

from ..house import House
from ..papers.kommunrapport import joint_paper_of
from ..papers.namndrapport import paper_of


def titles_in(house: House, kind: Kind, period: str = "") -> Mapping[str, frozenset[str]] | None:
    """Titles by `kapitel`, `tabell`, `diagram` of the paper that a workbook's texts stand in; None without one."""
    reports = {Kind.UPPFOLJNING: paper_of, Kind.BOKSLUT: joint_paper_of}
    document = DOCUMENTS.get(reports[kind](period) if kind in reports else kind.value)
    return word.titles(house.template(document.template)) if document else None
