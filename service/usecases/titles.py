"""The chapters and tables that a kind of paper has, read from its template: what `[[kapitel …]]` may name."""

from collections.abc import Mapping

from schemas.workbooks import Kind
from service import word
from service.documents import DOCUMENTS

from .house import House


def titles_in(house: House, kind: Kind) -> Mapping[str, frozenset[str]] | None:
    """Titles by `kapitel`, `tabell`, `diagram` of the paper that a workbook's texts stand in; None without one."""
    document = DOCUMENTS.get(kind.value)
    return word.titles(house.template(document.template)) if document else None
