"""A table's column given a new heading, in the table and in every formula that names it."""

from service.excel.rewriting import rewritten
from service.excel.sites import sites
from service.excel.structured import StructuredReference
from service.excel.tables import Table
from service.excel.workbook import Workbook


def rename_heading(workbook: Workbook, table: Table, position: int, heading: str) -> None:
    """As when a person types over the heading in Excel; the header cell itself is the caller's."""
    old = table.headings[position]
    table.rename_column(position, heading)
    if old == heading:
        return

    def rename(text: str) -> str:
        found = StructuredReference.parse(text)
        if found is None or found.table.casefold() != table.name.casefold():
            return text
        return str(found.renamed({old.casefold(): heading}))

    for site in sites(workbook):
        if "[" in site.text:
            site.text = rewritten(site.text, rename)
