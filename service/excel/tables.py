"""A table's own part (ListObject; ECMA-376 part 1, 18.5)."""

from lxml import etree

from service.excel.areas import Area
from service.excel.calculation import TableShape
from service.excel.cells import escaped, unescaped
from service.excel.faults import TemplateFault
from service.excel.namespaces import main

CALCULATED, TOTALS_FORMULA = main("calculatedColumnFormula"), main("totalsRowFormula")


class Table:
    def __init__(self, sheet: str, part: str, root: etree._Element) -> None:
        self.sheet, self.part, self.root = sheet, part, root

    @property
    def name(self) -> str:
        """What formulas call the table."""
        return self.root.get("displayName", "")

    @property
    def area(self) -> Area:
        return Area.parse(self.root.get("ref", ""))

    @property
    def shape(self) -> TableShape:
        header, totals = self.root.get("headerRowCount", "1"), self.root.get("totalsRowCount", "0")
        return TableShape(self.name, self.sheet, self.area, self.headings, int(header), int(totals))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(unescaped(column.get("name", "")) for column in self._columns())

    def calculated(self) -> dict[str, str]:
        """The formula by which Excel itself fills a column, by heading."""
        formulas = {
            heading: column.findtext(CALCULATED) for heading, column in zip(self.headings, self._columns(), strict=True)
        }
        return {heading: formula for heading, formula in formulas.items() if formula}

    def rename_column(self, position: int, heading: str) -> None:
        """Raises ``TemplateFault`` where another column is already called so."""
        others = [known.casefold() for n, known in enumerate(self.headings) if n != position]
        if heading.casefold() in others:
            raise TemplateFault("same_header_twice", heading, sheet=self.sheet)
        self._columns()[position].set("name", escaped(heading).replace("\n", "_x000a_"))

    def sample_row(self) -> int:
        """The one row that is repeated; ``TemplateFault`` where the table is not built so."""
        shape = self.shape
        if shape.header_rows != 1:
            raise TemplateFault("no_header", self.name, sheet=self.sheet)
        if len(shape.data.rows) != 1:
            raise TemplateFault("sample_row", self.name, sheet=self.sheet, cell=str(shape.area))
        if next(self.root.iter(main("filterColumn")), None) is not None:
            raise TemplateFault("filtered", self.name, sheet=self.sheet)
        return shape.data.first_row

    def _columns(self) -> list[etree._Element]:
        return list(self.root.iter(main("tableColumn")))
