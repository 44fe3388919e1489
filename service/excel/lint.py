"""Finds all that is wrong in an Excel template at once: names and tables against what it is filled with."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from service.excel.faults import TemplateFault
from service.excel.fields import field, given_faults
from service.excel.filling import column_faults, known_table
from service.excel.workbook import Workbook


def lint(template: bytes, cells: Iterable[str], tables: Mapping[str, Iterable[str]]) -> list[TemplateFault]:
    """What is wrong in a template: ``cells`` are the names that get a value, ``tables`` the headings that do.

    Formulas are tried when the template is filled; here only what needs no value is looked at.
    """
    try:
        workbook = Workbook(template)
    except TemplateFault as fault:
        return [fault]
    return list(_faults(workbook, tuple(cells), tables))


def _faults(workbook: Workbook, cells: tuple[str, ...], tables: Mapping[str, Iterable[str]]) -> Iterator[TemplateFault]:
    for name in cells:
        yield from _caught(lambda name=name: field(workbook, name))  # type: ignore[misc]  # bound now, not later
    yield from given_faults(workbook, cells)
    for name, headings in tables.items():
        missing = list(_caught(lambda name=name: known_table(workbook, name)))  # type: ignore[misc]
        yield from missing or column_faults(workbook, known_table(workbook, name), headings)


def _caught(check: Callable[[], object]) -> Iterator[TemplateFault]:
    try:
        check()
    except TemplateFault as fault:
        yield fault
