"""What a rule is shown to find: a case that breaks it, and one that almost does."""

from dataclasses import dataclass

from service.findings import Place
from service.rules import Case


@dataclass(frozen=True)
class Example:
    """A case in which a code is found and one in which it is not.

    at    where it is found: `sheet.field.row` (row 0 on a form), `sheet` for a sheet as a whole, empty for no place
    also  other codes that the broken case must give
    times how many times the code is found
    """

    code: str
    at: str
    wrong: Case
    right: Case
    also: tuple[str, ...] = ()
    times: int = 1

    def place(self) -> Place | None:
        """Where the finding should stand."""
        if not self.at:
            return None
        sheet, _, rest = self.at.partition(".")
        title = self.wrong.plan.sheet_title(sheet)
        if not rest:
            return Place(title)
        field, _, row = rest.partition(".")
        cell = self.wrong.plan.layout.cells[sheet][field]
        return Place(title, cell if row == "0" else cell + row)
