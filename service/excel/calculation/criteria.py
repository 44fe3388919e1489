"""SUMIF's criteria: ``5``, ``"text"``, ``">=5"``, ``"<>x"``, with the wildcards ``*``, ``?`` and ``~``."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from service.excel.calculation.values import ErrorValue, Value, compare, number_in
from service.excel.faults import TemplateFault

_OPERATOR = re.compile(r"(<=|>=|<>|=|<|>)?(.*)", re.DOTALL)
_WILDCARDS = re.compile(r"~([*?~])|([*?])|([^*?~]+|~)", re.DOTALL)


def criterion(wanted: Value) -> Callable[[Value], bool]:
    """A test of a cell's value. An empty criterion means 0, as in Excel."""
    if isinstance(wanted, ErrorValue):
        return partial(_same, wanted)
    if not isinstance(wanted, str):
        return partial(_numeric, "=", wanted if wanted is not None else Decimal(0))
    match = _OPERATOR.fullmatch(wanted)
    assert match is not None  # the expression matches any text
    operator, operand = match[1] or "=", match[2]
    found = number_in(operand) if operand else None
    if found is not None:
        return partial(_numeric, operator, found)
    return _textual(operator, operand, explicit=bool(match[1]))


def _same(wanted: Value, value: Value) -> bool:
    return value is wanted


def _numeric(operator: str, wanted: Decimal | bool, value: Value) -> bool:
    if isinstance(value, str) and operator in ("=", "<>") and not isinstance(wanted, bool):
        spelled = number_in(value)
        value = value if spelled is None else spelled
    if value is None or isinstance(value, (str, ErrorValue)) or isinstance(value, bool) != isinstance(wanted, bool):
        return operator == "<>"
    return compare(operator, value, wanted)


def _textual(operator: str, operand: str, *, explicit: bool) -> Callable[[Value], bool]:
    if operator not in ("=", "<>"):
        raise TemplateFault("depends_on_language", f"text {operator} text")
    if not operand:
        return partial(_blank, operator, also_empty_text=not explicit)
    return partial(_like, operator, _pattern(operand))


def _blank(operator: str, value: Value, *, also_empty_text: bool) -> bool:
    blank = value is None or (also_empty_text and value == "")
    return blank == (operator == "=")


def _like(operator: str, pattern: re.Pattern[str], value: Value) -> bool:
    found = isinstance(value, str) and pattern.fullmatch(value) is not None
    return found == (operator == "=")


def _pattern(text: str) -> re.Pattern[str]:
    def part(match: re.Match[str]) -> str:
        if match[2]:
            return ".*" if match[2] == "*" else "."
        return re.escape(match[1] or match[3])

    return re.compile(_WILDCARDS.sub(part, text), re.IGNORECASE | re.DOTALL)
