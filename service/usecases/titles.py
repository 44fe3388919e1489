"""The chapters and tables that a kind of paper has, read from its template: what `[[kapitel …]]` may name."""

from collections.abc import Mapping

from schemas.workbooks import Kind
from service import word
from service.documents import DOCUMENTS

from .house import House
from .namndrapport import paper_of


def titles_in(house: House, kind: Kind, period: str = "") -> Mapping[str, frozenset[str]] | None:
    """Titles by `kapitel`, `tabell`, `diagram` of the paper that a workbook's texts stand in; None without one."""
    document = DOCUMENTS.get(paper_of(period) if kind is Kind.UPPFOLJNING else kind.value)
    return word.titles(house.template(document.template)) if document else None
