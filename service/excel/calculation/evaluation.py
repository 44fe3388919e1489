"""The value of every formula in a workbook, exactly, or a fault that says which formula has none here."""

from collections.abc import Iterator
from contextlib import contextmanager

from service.excel.calculation.functions import Block, call, check_call
from service.excel.calculation.grammar import Binary, Call, ErrorLiteral, Literal, Node, Percent, Prefix, calls, parse
from service.excel.calculation.model import Formula, Model, Place, SheetArea
from service.excel.calculation.resolving import Resolver
from service.excel.calculation.values import (
    ARITHMETIC,
    HUNDRED,
    Raised,
    Value,
    calculate,
    error_named,
    number,
)
from service.excel.faults import TemplateFault

Step = Place | SheetArea


def evaluate(model: Model) -> dict[Place, Value]:
    """The value of every formula cell; an Excel error such as #DIV/0! is a value like any other.

    Raises ``TemplateFault``, with sheet and cell, for a formula that cannot be evaluated: a function or
    reference not supported, a circle, or an answer that depends on the language Excel runs in.
    """
    return _Evaluator(model).results()


class _Evaluator:
    def __init__(self, model: Model) -> None:
        self._model = model
        self._resolver = Resolver(model)
        self._formulas = {
            Place(sheet, row, column): content
            for sheet, grid in model.grids.items()
            for (row, column), content in grid.cells.items()
            if isinstance(content, Formula)
        }
        self._values: dict[Place, Value] = {}
        self._settled: set[Step] = set()
        self._blocks: dict[SheetArea, Block] = {}

    def results(self) -> dict[Place, Value]:
        for place in self._formulas:
            self._settle(place)
        return self._values

    def _settle(self, start: Place) -> None:
        """Depth first with a stack of its own: a running sum of a thousand rows is a thousand steps deep."""
        if start in self._settled:
            return
        path: dict[Step, Iterator[Step]] = {start: self._needs(start)}
        while path:
            step, needs = next(reversed(path.items()))
            need = next((one for one in needs if one not in self._settled), None)
            if need is None:
                del path[step]
                self._settled.add(step)
                if isinstance(step, Place):
                    self._values[step] = self._value(step)
            elif need in path:
                raise self._circle(path, need)
            else:
                path[need] = self._needs(need)

    def _circle(self, path: dict[Step, Iterator[Step]], again: Step) -> TemplateFault:
        steps = list(path)
        circle = [step for step in steps[steps.index(again) :] if isinstance(step, Place)]
        return self._placed(TemplateFault("circular", ", ".join(step.cell for step in circle)), circle[0])

    def _placed(self, fault: TemplateFault, place: Place) -> TemplateFault:
        return fault.at(self._model.grids[place.sheet].name, place.cell)

    @contextmanager
    def _faults_placed(self, place: Place) -> Iterator[None]:
        try:
            yield
        except TemplateFault as fault:
            raise self._placed(fault, place) from fault
        except RecursionError as fault:  # a thousand terms in one formula
            raise self._placed(TemplateFault("unsupported_formula", "alltför lång"), place) from fault

    def _needs(self, step: Step) -> Iterator[Step]:
        if isinstance(step, SheetArea):
            return iter(self._formulas_in(step))
        formula = self._formulas[step]
        with self._faults_placed(step):
            if formula.kind:
                raise TemplateFault("unsupported_formula", formula.kind)
            trees = list(self._resolver.trees(parse(formula.text), step))
            for one in (found for tree in trees for found in calls(tree)):
                check_call(one.function, one.arguments)
            areas = [area for tree in trees for area in self._resolver.areas(tree, step)]
        return iter([need for area in areas for need in self._steps_to(area)])

    def _steps_to(self, meant: SheetArea) -> list[Step]:
        """An area is a step of its own, so that many sums over one column do not each list its cells."""
        if not meant.area.is_cell:
            return [meant]
        place = Place(meant.sheet, meant.area.first_row, meant.area.first_column)
        return [place] if place in self._formulas else []

    def _formulas_in(self, meant: SheetArea) -> list[Place]:
        sheet, area = meant
        if area.size > len(self._formulas):
            return [place for place in self._formulas if place.sheet == sheet and area.holds(place.row, place.column)]
        places = (Place(sheet, row, column) for row in area.rows for column in area.columns)
        return [place for place in places if place in self._formulas]

    def _value(self, place: Place) -> Value:
        with self._faults_placed(place):
            try:
                value = _CellScope(self, place).scalar(parse(self._formulas[place].text))
            except Raised as raised:
                return raised.error
        return number(None) if value is None else value

    def meant(self, node: Node, place: Place) -> SheetArea | Node:
        if isinstance(node, (Literal, ErrorLiteral, Prefix, Percent, Binary, Call)):
            return node
        return self._resolver.meant(node, place)

    def block(self, meant: SheetArea) -> Block:
        if meant not in self._blocks:
            cells = tuple(
                (row, column, self._at(Place(meant.sheet, row, column)))
                for row in meant.area.rows
                for column in meant.area.columns
            )
            self._blocks[meant] = Block(meant.sheet, meant.area, cells)
        return self._blocks[meant]

    def _at(self, place: Place) -> Value:
        content = self._model.grids[place.sheet].cells.get((place.row, place.column))
        return self._values[place] if isinstance(content, Formula) else content

    def is_hidden(self, sheet: str, row: int) -> bool:
        return row in self._model.grids[sheet].hidden_rows

    def is_subtotal(self, sheet: str, row: int, column: int) -> bool:
        formula = self._formulas.get(Place(sheet, row, column))
        return formula is not None and any(one.function == "SUBTOTAL" for one in calls(parse(formula.text)))


class _CellScope:
    """Evaluation of one cell's formula; every cell it refers to is already known."""

    def __init__(self, evaluator: _Evaluator, place: Place) -> None:
        self._evaluator = evaluator
        self._place = place

    def scalar(self, node: Node) -> Value:
        found = self.evaluate(node)
        if not isinstance(found, Block):
            return found
        if not found.area.is_cell:
            raise TemplateFault("several_cells", str(found.area))
        return found.cells[0][2]

    def evaluate(self, node: Node) -> Value | Block:
        meant = self._evaluator.meant(node, self._place)
        if isinstance(meant, SheetArea):
            return self._evaluator.block(meant)
        if meant is not node:
            return self.evaluate(meant)
        match node:
            case Literal(value):
                return value
            case ErrorLiteral(text):
                return error_named(text)
            case Prefix(sign, operand):
                return self._signed(sign, operand)
            case Percent(operand):
                return ARITHMETIC.divide(number(self.scalar(operand)), HUNDRED)
            case Binary(operator, left, right):
                return calculate(operator, self.scalar(left), self.scalar(right))
            case Call(function, arguments):
                return call(function, arguments, self)
        raise TemplateFault("formula_syntax", str(node))

    def _signed(self, sign: str, operand: Node) -> Value:
        value = self.scalar(operand)
        return value if sign == "+" else ARITHMETIC.minus(number(value))

    def is_hidden(self, sheet: str, row: int) -> bool:
        return self._evaluator.is_hidden(sheet, row)

    def is_subtotal(self, sheet: str, row: int, column: int) -> bool:
        return self._evaluator.is_subtotal(sheet, row, column)
