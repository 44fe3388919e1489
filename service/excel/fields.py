"""The defined names through which single cells are filled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.excel.areas import Area
from service.excel.faults import TemplateFault, nearest
from service.excel.namespaces import main
from service.excel.references import Reference
from service.excel.sheets import Sheet
from service.excel.workbook import Workbook

FIELD_PREFIX = "falt_"


@dataclass(frozen=True, slots=True)
class Field:
    sheet: Sheet
    area: Area


def field(workbook: Workbook, name: str) -> Field:
    """The cell a workbook name points at, by its upper left corner where it is merged with others."""
    formulas = _workbook_names(workbook)
    if name not in formulas:
        raise TemplateFault("unknown_name", name, nearest=nearest(name, formulas))
    found = _one_cell(workbook, formulas[name])
    if found is None:
        raise TemplateFault("name_not_one_cell", name)
    return found


def check_given(workbook: Workbook, given: Iterable[str]) -> None:
    """``TemplateFault`` where the template has a field that is not given, or a name that is not there."""
    names = tuple(given)
    for name in names:
        field(workbook, name)
    for fault in given_faults(workbook, names):
        raise fault


def given_faults(workbook: Workbook, given: tuple[str, ...]) -> Iterator[TemplateFault]:
    """The fields that the template has and that are not given, or that can be given nothing."""
    for name, sheet, _ in workbook.names():
        if name.startswith(FIELD_PREFIX) and sheet:
            yield TemplateFault("name_local", name, sheet=sheet)
    for name, formula in _workbook_names(workbook).items():
        if name.startswith(FIELD_PREFIX) and name not in given:
            yield from _not_given(workbook, name, formula, given)


def _not_given(workbook: Workbook, name: str, formula: str, given: tuple[str, ...]) -> Iterator[TemplateFault]:
    """A broken field name (#REF!) is a fault; one on several cells is the template's own, for its formulas."""
    if "#REF!" in formula:
        yield TemplateFault("name_not_one_cell", name)
    elif _one_cell(workbook, formula) is not None:
        yield TemplateFault("name_not_given", name, nearest=nearest(name, given))


def _workbook_names(workbook: Workbook) -> dict[str, str]:
    return {name: element.text or "" for name, sheet, element in workbook.names() if not sheet}


def _one_cell(workbook: Workbook, formula: str) -> Field | None:
    reference = Reference.parse(formula)
    sheet = workbook.sheet(reference.sheet) if reference else None
    if reference is None or sheet is None:
        return None
    area = reference.area
    return Field(sheet, area) if area.is_cell or str(area) in _merged(sheet) else None


def _merged(sheet: Sheet) -> set[str]:
    return {merged.get("ref", "") for merged in sheet.root.iter(main("mergeCell"))}
