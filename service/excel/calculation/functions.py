"""The Excel functions a template may use (ECMA-376 part 1, 18.17.7)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from service.excel.areas import Area
from service.excel.calculation.criteria import criterion
from service.excel.calculation.grammar import Node
from service.excel.calculation.values import ARITHMETIC, Raised, Value, checked, finite, number, rounded, truth
from service.excel.faults import TemplateFault


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of an area with their values, row by row."""

    sheet: str
    area: Area
    cells: tuple[tuple[int, int, Value], ...]


class Scope(Protocol):
    """What a function may ask while the formula of one cell is evaluated."""

    def evaluate(self, node: Node) -> Value | Block: ...
    def scalar(self, node: Node) -> Value: ...
    def is_hidden(self, sheet: str, row: int) -> bool: ...
    def is_subtotal(self, sheet: str, row: int, column: int) -> bool: ...


Arguments = Sequence[Node]
Function = Callable[[Arguments, Scope], Value]


def _numbers(arguments: Arguments, scope: Scope) -> Iterator[Decimal]:
    """Numbers given outright, and the numbers among referred cells; other cells are passed over."""
    for argument in arguments:
        found = scope.evaluate(argument)
        if isinstance(found, Block):
            yield from _numeric(found)
        else:
            yield number(found)


def _numeric(block: Block) -> Iterator[Decimal]:
    values = (checked(value) for _, _, value in block.cells)
    return (value for value in values if isinstance(value, Decimal))


def _total(numbers: Iterator[Decimal]) -> Decimal:
    total = Decimal(0)
    for one in numbers:
        total = ARITHMETIC.add(total, one)
    return finite(total)


def _sum(arguments: Arguments, scope: Scope) -> Value:
    return _total(_numbers(arguments, scope))


def _min(arguments: Arguments, scope: Scope) -> Value:
    return min(_numbers(arguments, scope), default=Decimal(0))


def _max(arguments: Arguments, scope: Scope) -> Value:
    return max(_numbers(arguments, scope), default=Decimal(0))


def _values(arguments: Arguments, scope: Scope) -> Iterator[Value]:
    for argument in arguments:
        found = scope.evaluate(argument)
        if isinstance(found, Block):
            yield from (value for _, _, value in found.cells)
        else:
            yield found


def _count(arguments: Arguments, scope: Scope) -> Value:
    return Decimal(sum(isinstance(value, Decimal) for value in _values(arguments, scope)))


def _counta(arguments: Arguments, scope: Scope) -> Value:
    return Decimal(sum(value is not None for value in _values(arguments, scope)))


def _round(arguments: Arguments, scope: Scope) -> Value:
    value, digits = (number(scope.scalar(argument)) for argument in arguments)
    return rounded(value, int(digits))


def _abs(arguments: Arguments, scope: Scope) -> Value:
    return ARITHMETIC.abs(number(scope.scalar(arguments[0])))


def _if(arguments: Arguments, scope: Scope) -> Value:
    if truth(scope.scalar(arguments[0])):
        return scope.scalar(arguments[1])
    return scope.scalar(arguments[2]) if len(arguments) > 2 else False


def _iferror(arguments: Arguments, scope: Scope) -> Value:
    try:
        return checked(scope.scalar(arguments[0]))
    except Raised:
        return scope.scalar(arguments[1])


def _sumif(arguments: Arguments, scope: Scope) -> Value:
    tested, summed = _block(arguments[0], scope), _block(arguments[-1 if len(arguments) > 2 else 0], scope)
    if _shape(tested.area) != _shape(summed.area):
        raise TemplateFault("unsupported_formula", f"SUMIF {tested.area} / {summed.area}")
    fits = criterion(scope.scalar(arguments[1]))
    pairs = zip(tested.cells, summed.cells, strict=True)
    chosen = (checked(one[2]) for test, one in pairs if fits(test[2]))
    return _total(value for value in chosen if isinstance(value, Decimal))


def _block(argument: Node, scope: Scope) -> Block:
    found = scope.evaluate(argument)
    if not isinstance(found, Block):
        raise TemplateFault("wrong_arguments", "SUMIF")
    return found


def _shape(area: Area) -> tuple[int, int]:
    return len(area.rows), len(area.columns)


def _subtotal(arguments: Arguments, scope: Scope) -> Value:
    """SUBTOTAL passes over other subtotals; 101–111 also over rows that someone has hidden."""
    chosen = int(number(scope.scalar(arguments[0])))
    with_hidden = chosen < 100
    blocks = [_block(argument, scope) for argument in arguments[1:]]
    kept = [
        (row, column, value)
        for block in blocks
        for row, column, value in block.cells
        if not scope.is_subtotal(block.sheet, row, column) and (with_hidden or not scope.is_hidden(block.sheet, row))
    ]
    return _subtotalled(chosen % 100, Block("", Area(1, 1, 1, 1), tuple(kept)))


def _subtotalled(chosen: int, block: Block) -> Value:
    match chosen:
        case 2:
            return Decimal(sum(isinstance(value, Decimal) for _, _, value in block.cells))
        case 3:
            return Decimal(sum(value is not None for _, _, value in block.cells))
        case 4:
            return max(_numeric(block), default=Decimal(0))
        case 5:
            return min(_numeric(block), default=Decimal(0))
        case 9:
            return _total(_numeric(block))
    raise TemplateFault("unsupported_function", f"SUBTOTAL({chosen}, …)")


_MANY = 255
_FUNCTIONS: dict[str, tuple[Function, int, int]] = {
    "ABS": (_abs, 1, 1),
    "COUNT": (_count, 1, _MANY),
    "COUNTA": (_counta, 1, _MANY),
    "IF": (_if, 2, 3),
    "IFERROR": (_iferror, 2, 2),
    "MAX": (_max, 1, _MANY),
    "MIN": (_min, 1, _MANY),
    "ROUND": (_round, 2, 2),
    "SUBTOTAL": (_subtotal, 2, _MANY),
    "SUM": (_sum, 1, _MANY),
    "SUMIF": (_sumif, 2, 3),
}


def check_call(name: str, arguments: Arguments) -> None:
    """``TemplateFault`` for a function not supported, or given too few or too many arguments."""
    if name not in _FUNCTIONS:
        raise TemplateFault("unsupported_function", name)
    _, fewest, most = _FUNCTIONS[name]
    if not fewest <= len(arguments) <= most:
        raise TemplateFault("wrong_arguments", name)


def call(name: str, arguments: Arguments, scope: Scope) -> Value:
    """The value of a call that ``check_call`` has passed; ``Raised`` for an Excel error."""
    return _FUNCTIONS[name][0](arguments, scope)
