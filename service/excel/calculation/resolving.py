"""Which cells a reference in a formula means."""

from collections.abc import Iterator
from dataclasses import replace

from service.excel.areas import Area
from service.excel.calculation.grammar import Leaf, Name, Node, leaves, parse
from service.excel.calculation.model import Model, Place, SheetArea, TableShape
from service.excel.faults import TemplateFault, nearest
from service.excel.references import Reference
from service.excel.structured import StructuredReference

_DEEPEST = 16  # names that stand for names


class Resolver:
    def __init__(self, model: Model) -> None:
        self._model = model

    def trees(self, node: Node, place: Place, depth: int = 0) -> Iterator[Node]:
        """A formula's tree, and those behind the names in it."""
        if depth > _DEEPEST:
            raise TemplateFault("circular", place.cell)
        yield node
        for leaf in leaves(node):
            if isinstance(leaf, Name):
                yield from self.trees(self._named(leaf.text, place), place, depth + 1)

    def areas(self, node: Node, place: Place) -> list[SheetArea]:
        """The areas a tree names outright, for a formula at ``place``."""
        meant = (self.meant(leaf, place) for leaf in leaves(node) if not isinstance(leaf, Name))
        return [area for area in meant if isinstance(area, SheetArea)]

    def meant(self, leaf: Leaf, place: Place) -> SheetArea | Node:
        """The area a leaf stands for; for a name the formula behind it."""
        match leaf:
            case Reference():
                return self._a1(leaf, place)
            case StructuredReference():
                return self._structured(leaf, place)
            case Name():
                return self._named(leaf.text, place)

    def _a1(self, reference: Reference, place: Place) -> SheetArea:
        sheet = (reference.sheet or place.sheet).casefold()
        grid = self._model.grids.get(sheet)
        if grid is None:
            raise TemplateFault("unsupported_reference", str(reference))
        area = reference.area
        if area.is_cell or reference.last is None:
            return SheetArea(sheet, area)
        whole = reference.first.row is None or reference.first.column is None
        return SheetArea(sheet, _used(area, grid.last_row, grid.last_column) if whole else area)

    def _named(self, name: str, place: Place) -> Node:
        key = name.casefold()
        known = self._model.names
        text = known.get((place.sheet, key), known.get(("", key)))
        if text is None:
            near = nearest(key, (found for _, found in known))
            raise TemplateFault("unsupported_reference", name, nearest=near)
        node = parse(text)
        if any(isinstance(leaf, Reference) and not _is_fixed(leaf) for leaf in leaves(node)):
            raise TemplateFault("unsupported_reference", f"{name} = {text}")
        return node

    def _structured(self, reference: StructuredReference, place: Place) -> SheetArea:
        table = self._table(reference, place)
        rows = _rows(table, reference.items, place)
        if rows is None:
            raise TemplateFault("unsupported_reference", str(reference))
        first, last = self._columns(table, reference)
        return SheetArea(table.sheet.casefold(), Area(rows[0], first, rows[1], last))

    def _table(self, reference: StructuredReference, place: Place) -> TableShape:
        tables = self._model.tables
        if not reference.table:
            for table in tables.values():
                if table.sheet.casefold() == place.sheet and table.area.holds(place.row, place.column):
                    return table
        found = tables.get(reference.table.casefold())
        if found is None:
            raise TemplateFault("unsupported_reference", str(reference), nearest=nearest(reference.table, tables))
        return found

    def _columns(self, table: TableShape, reference: StructuredReference) -> tuple[int, int]:
        if reference.first is None or reference.last is None:
            return table.area.first_column, table.area.last_column
        first, last = table.column(reference.first), table.column(reference.last)
        if first is None or last is None:
            near = nearest(reference.first, table.headings)
            raise TemplateFault("unsupported_reference", str(reference), nearest=near)
        return min(first, last), max(first, last)


def _is_fixed(reference: Reference) -> bool:
    ends = [reference.first, reference.last or reference.first]
    return all((end.row is None or end.row_fixed) and (end.column is None or end.column_fixed) for end in ends)


def _used(area: Area, last_row: int, last_column: int) -> Area:
    """A whole column or row, cut to what the sheet uses, so that a million empty cells are not read."""
    return replace(
        area,
        last_row=max(area.first_row, min(area.last_row, last_row)),
        last_column=max(area.first_column, min(area.last_column, last_column)),
    )


def _rows(table: TableShape, items: tuple[str, ...], place: Place) -> tuple[int, int] | None:
    """First and last row meant by the items; ``None`` where the table has no such rows."""
    data, area = table.data, table.area
    if items == ("#This Row",):
        here = place.sheet == table.sheet.casefold() and place.row in data.rows
        return (place.row, place.row) if here else None
    parts = {
        "#Headers": (area.first_row, data.first_row - 1),
        "#Data": (data.first_row, data.last_row),
        "#Totals": (data.last_row + 1, area.last_row),
        "#All": (area.first_row, area.last_row),
    }
    chosen = [parts.get(item, (1, 0)) for item in items or ("#Data",)]
    if any(first > last for first, last in chosen):
        return None
    return min(first for first, _ in chosen), max(last for _, last in chosen)
