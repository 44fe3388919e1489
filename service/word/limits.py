"""Bounds on what a template may make the machine do: turns of loops, calls, text, lists and numbers.

Deterministic, with no clock: every loop turn, macro call and filter costs steps, every print costs
characters, and whoever runs out is stopped by TooMuch at the tag where that happened.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal

from jinja2 import TemplateError, nodes, pass_context
from jinja2.runtime import Context

LONGEST = 1_000_000
"""The longest single text, in characters."""
MOST_STEPS = 1_000_000
MOST_PRINTED = 60 * LONGEST
LARGEST_EXPONENT = 1_000
_MOST_MEMBERS = 100_000
_MOST_LETTERS = 10 * LONGEST
_MOST_BITS = 4_096
_CONTAINERS = (list, tuple, dict, set, frozenset)
_SINGLE = frozenset({int, bool, Decimal, type(None)})
# What things cost in steps, by measure: a step is about a third of a microsecond.
TURN, CALL, FILTER = 4, 60, 3
_MEMBERS_A_STEP, _LETTERS_A_STEP = 4, 64
_A_PRINT = 6
# What a print of at most so many characters costs is taken with its loop's turn: most are that short.
SHORT_PRINT = 64
# Names that no template can write, so that none can take or replace them.
STEP, JOIN, FLAT = "§steg", "§sammanfoga", "§platt"


class TooMuch(TemplateError):
    """A template that would run too long or grow too large."""


@dataclass
class Meter:
    """What is left for one part of one document."""

    steps: int = MOST_STEPS
    letters: int = MOST_PRINTED

    def stop(self) -> None:
        """Raises TooMuch: there is nothing left."""
        if self.steps < 0:
            raise TooMuch("mallen upprepar för mycket; en slinga eller ett makro tar aldrig slut")
        raise TooMuch(f"dokumentet blir större än {MOST_PRINTED} tecken")


_METER: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def bounded() -> Iterator[None]:
    """Run what is inside with a meter of its own."""
    token = _METER.set(Meter())
    try:
        yield
    finally:
        _METER.reset(token)


def print_out(letters: int) -> None:
    """Take what printing a value of so many characters costs."""
    spend(0, _A_PRINT * letters)


def spend(steps: int, letters: int = 0) -> None:
    """Take from the meter that runs, if one does. Raises TooMuch when there is none left."""
    meter = _METER.get()
    if meter is not None:
        meter.steps -= steps
        meter.letters -= letters
        if meter.steps < 0 or meter.letters < 0:
            meter.stop()


def bound(tree: nodes.Template) -> None:
    """Make a parsed template count: a step in each loop turn, macro and block, checks where text is joined."""
    # Inner loops first: an outer one's cost leaves out what the inner ones count themselves.
    for node in list(tree.find_all((nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block))):
        steps = nodes.Const(TURN if isinstance(node, nodes.For) else CALL)
        cost = nodes.Filter(steps, STEP, [nodes.Const(_letters(node))], [], None, None, lineno=node.lineno)
        node.body.insert(0, nodes.ExprStmt(cost, lineno=node.lineno))  # type: ignore[attr-defined]
    _rewrite(tree)


def _letters(node: nodes.Node) -> int:
    """The literal characters of a body and what its short prints cost, less those of the loops and macros in it."""
    total = 0
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            total += len(child.data)
        elif isinstance(node, nodes.Output):
            total += SHORT_PRINT
        elif not isinstance(child, nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
            total += _letters(child)
    return total


def _rewrite(node: nodes.Node) -> None:
    for name, value in node.iter_fields():
        if isinstance(value, list):
            value[:] = [_guarded(node, item) for item in value]
        else:
            setattr(node, name, _guarded(node, value))


def _guarded(parent: nodes.Node, value: object) -> object:
    if not isinstance(value, nodes.Node):
        return value
    _rewrite(value)
    if isinstance(value, nodes.Concat):
        return _filter(nodes.List(value.nodes, lineno=value.lineno), JOIN)
    compared = isinstance(parent, nodes.Compare | nodes.Operand) and isinstance(value, nodes.Expr)
    if (compared or isinstance(parent, nodes.Pair)) and not isinstance(value, nodes.Const):
        return _filter(value, FLAT)
    return value


def _filter(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


@pass_context
def count(_: Context, steps: int, letters: int) -> str:
    """One turn of a loop, or one call, whose body holds so many literal characters."""
    spend(steps, letters)
    return ""


@pass_context
def compared(_: Context, value: object) -> object:
    """A side of a comparison, checked."""
    return flat(value)


def flat(value: object) -> object:
    """The value, if walking through it is soon done: lists in lists can hold more than the machine.

    Raises TooMuch.
    """
    if type(value) in _SINGLE:
        return value
    if isinstance(value, str):
        spend(len(value) // _LETTERS_A_STEP)
    elif isinstance(value, _CONTAINERS):
        spend(_members(value) if _is_deep(value) else len(value) // _MEMBERS_A_STEP)
    elif isinstance(value, range):
        spend(len(value) // _MEMBERS_A_STEP)
    return value


def _is_deep(value: Iterable[object]) -> bool:
    """Whether a list holds lists or texts, and not only single values; found out without a look at each."""
    return isinstance(value, dict) or any(issubclass(kind, (str, *_CONTAINERS)) for kind in set(map(type, value)))


def _members(value: object) -> int:
    """How many members a list holds, those of its lists too. Raises TooMuch when there are too many."""
    waiting, members, letters = [value], 0, 0
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            letters += len(current)
        elif isinstance(current, dict):
            waiting += [*current.keys(), *current.values()]
        elif isinstance(current, _CONTAINERS):
            waiting += current
        members += 1
        if members + len(waiting) > _MOST_MEMBERS or letters > _MOST_LETTERS:
            raise TooMuch("listan är för stor för att räknas igenom")
    return members + letters // _LETTERS_A_STEP


def fits(letters: int) -> None:
    """Raises TooMuch for a text of more than a million characters, before it is made."""
    if letters > LONGEST:
        raise TooMuch(f"texten blir längre än {LONGEST} tecken")
    spend(max(letters, 0) // _LETTERS_A_STEP)


def operate(operator: str, left: object, right: object) -> object:
    """`+`, `*` and `%`, checked before they are carried out. Raises TooMuch; TypeError as Python does."""
    flat(left)
    flat(right)
    if operator == "+":
        return _sum(left, right)
    if operator == "%":
        if isinstance(left, str):
            raise TooMuch("tecknet % sätter inte ihop text i en mall; skriv ~ mellan texterna")
        return left % right  # type: ignore[operator]  # Jinja's own semantics: TypeError if they do not fit
    for text, times in ((left, right), (right, left)):
        if isinstance(text, Sequence) and isinstance(times, int):
            _repeats(text, times)
    _soluble(left, right)
    return left * right  # type: ignore[operator]


def _sum(left: object, right: object) -> object:
    if isinstance(left, str) and isinstance(right, str):
        fits(len(left) + len(right))
    elif isinstance(left, Sequence) and isinstance(right, Sequence) and len(left) + len(right) > _MOST_MEMBERS:
        raise TooMuch("listan blir för lång")
    return left + right  # type: ignore[operator]


def _repeats(text: Sequence[object], times: int) -> None:
    if len(text) * times > (LONGEST if isinstance(text, str) else _MOST_MEMBERS):
        raise TooMuch("upprepningen är för lång")


def _soluble(left: object, right: object) -> None:
    """A product whose digits stay few."""
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MOST_BITS:
        raise TooMuch("talet blir för stort")
    for number in (left, right):
        if isinstance(number, Decimal) and number.is_finite() and abs(number.adjusted()) > LARGEST_EXPONENT:
            raise TooMuch("talet blir för stort")
