"""What happens to places and references when a table's sample row becomes several rows."""

from dataclasses import dataclass, replace

from service.excel.areas import MAX_ROW, Area
from service.excel.references import Corner, Reference


@dataclass(frozen=True, slots=True)
class Growth:
    """``added`` whole rows come in under row ``after`` of a sheet, for a table in the given columns."""

    sheet: str
    after: int
    added: int
    first_column: int
    last_column: int

    def row(self, row: int) -> int:
        return min(row + self.added, MAX_ROW) if row > self.after else row

    def moved(self, area: Area) -> Area:
        """Where cells that merely stand on the sheet end up."""
        return replace(area, first_row=self.row(area.first_row), last_row=self.row(area.last_row))

    def grown(self, area: Area) -> Area:
        """As ``moved``, and an area that ends in the table's sample row takes the new rows in."""
        moved = self.moved(area)
        return replace(moved, last_row=area.last_row + self.added) if self._ends_here(area) else moved

    def reference(self, reference: Reference, *, fixed_only: bool = False, cells: bool = False) -> Reference:
        """The reference in a formula afterwards.

        A range that ends in the sample row grows; with ``fixed_only`` (formulas of the sample row itself)
        only one with ``$`` on both rows, since ``C6:E6`` there means "this row". ``cells`` lets a single
        cell grow too: that is how Excel writes the one point of a chart.
        """
        first, last = self._corner(reference.first), reference.last and self._corner(reference.last)
        end = reference.last or reference.first
        grows = cells or (reference.last is not None and (not fixed_only or _rows_fixed(reference)))
        if grows and end.row is not None and self._ends_here(reference.area):
            last = replace(end, row=end.row + self.added)
        return replace(reference, first=first, last=last)

    def _corner(self, corner: Corner) -> Corner:
        return corner if corner.row is None else replace(corner, row=self.row(corner.row))

    def _ends_here(self, area: Area) -> bool:
        beside = area.first_column > self.last_column or area.last_column < self.first_column
        return bool(self.added) and area.last_row == self.after and not beside


def _rows_fixed(reference: Reference) -> bool:
    return reference.first.row_fixed and reference.last is not None and reference.last.row_fixed
