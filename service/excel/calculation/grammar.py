"""Formulas as trees, parsed with openpyxl's tokenizer (ECMA-376 part 1, 18.17.2).

Binding, loosest first: comparison, ``&``, ``+ -``, ``* /``, ``^``, prefix signs, ``%``. Note that Excel
binds a prefix sign tighter than ``^``: ``-2^2`` is 4.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from openpyxl.formula.tokenizer import Token

from service.excel.faults import TemplateFault
from service.excel.references import Reference
from service.excel.rewriting import tokens
from service.excel.structured import StructuredReference


@dataclass(frozen=True, slots=True)
class Literal:
    value: Decimal | str | bool | None


@dataclass(frozen=True, slots=True)
class ErrorLiteral:
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    sign: str
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Percent:
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple["Node", ...]


Leaf = Reference | StructuredReference | Name
Node = Literal | ErrorLiteral | Leaf | Prefix | Percent | Binary | Call

_BINDING = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_NUMERAL = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")  # "nan" is a name
_DEEPEST = 64  # Excel's own limit of nested levels


@lru_cache(maxsize=4096)
def parse(formula: str) -> Node:
    """The formula (without ``=``) as a tree; ``TemplateFault`` where it cannot be read."""
    return _Parser(formula).whole()


def calls(node: Node) -> Iterator[Call]:
    """The function calls in a tree, those in branches that may never be reached included."""
    match node:
        case Prefix(_, operand) | Percent(operand):
            yield from calls(operand)
        case Binary(_, left, right):
            yield from calls(left)
            yield from calls(right)
        case Call(_, arguments):
            yield node
            for argument in arguments:
                yield from calls(argument)


def leaves(node: Node) -> Iterator[Leaf]:
    """The references and names in a tree, from left to right."""
    match node:
        case Reference() | StructuredReference() | Name():
            yield node
        case Prefix(_, operand) | Percent(operand):
            yield from leaves(operand)
        case Binary(_, left, right):
            yield from leaves(left)
            yield from leaves(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from leaves(argument)


class _Parser:
    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._tokens = [token for token in tokens(formula) if token.type != Token.WSPACE]
        self._position = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._expression(1)
        if self._next() is not None:
            raise self._fault()
        return node

    def _next(self) -> Token | None:
        return self._tokens[self._position] if self._position < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._next()
        if token is None:
            raise self._fault()
        self._position += 1
        return token

    def _fault(self) -> TemplateFault:
        return TemplateFault("formula_syntax", self._formula)

    def _expression(self, binding: int) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._fault()
        left = self._signed()
        while (token := self._next()) and token.type == Token.OP_IN:
            strength = _BINDING.get(token.value)
            if strength is None:
                raise TemplateFault("unsupported_operator", token.value)
            if strength < binding:
                break
            self._position += 1
            left = Binary(token.value, left, self._expression(strength + 1))
        self._depth -= 1
        return left

    def _signed(self) -> Node:
        signs = []
        while (token := self._next()) and token.type == Token.OP_PRE:
            signs.append(self._take().value)
        node = self._percented()
        for sign in reversed(signs):
            node = Prefix(sign, node)
        return node

    def _percented(self) -> Node:
        node = self._primary(self._take())
        while (token := self._next()) and token.type == Token.OP_POST:
            self._position += 1
            node = Percent(node)
        return node

    def _primary(self, token: Token) -> Node:
        if token.type == Token.OPERAND:
            return _operand(token)
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            return Call(token.value[:-1].upper().removeprefix("_XLFN."), self._arguments())
        if token.type == Token.PAREN and token.subtype == Token.OPEN:
            node = self._expression(1)
            if self._take().subtype != Token.CLOSE:
                raise self._fault()
            return node
        if token.type == Token.ARRAY:
            raise TemplateFault("unsupported_formula", "{…}")
        raise self._fault()

    def _arguments(self) -> tuple[Node, ...]:
        found: list[Node] = []
        while True:
            token = self._next()
            if token is None:
                raise self._fault()
            if token.subtype == Token.CLOSE and not found:
                self._position += 1
                return ()
            empty = token.type == Token.SEP or token.subtype == Token.CLOSE
            found.append(Literal(None) if empty else self._expression(1))
            if self._take().subtype == Token.CLOSE:
                return tuple(found)


def _operand(token: Token) -> Node:
    if token.subtype == Token.NUMBER and _NUMERAL.fullmatch(token.value):
        return Literal(Decimal(token.value))
    if token.subtype == Token.TEXT:
        return Literal(token.value[1:-1].replace('""', '"'))
    if token.subtype == Token.LOGICAL:
        return Literal(token.value.upper() == "TRUE")
    if token.subtype == Token.ERROR:
        return ErrorLiteral(token.value)
    return Reference.parse(token.value) or StructuredReference.parse(token.value) or Name(token.value)
