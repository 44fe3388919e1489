"""Formulas read as tokens, and written again with their references changed."""

from collections.abc import Callable

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from service.excel.faults import TemplateFault
from service.excel.references import Reference


def copied(formula: str, rows: int, columns: int = 0) -> str:
    """The formula as Excel fills it into a cell that many rows and columns away."""

    def copy(text: str) -> str:
        reference = Reference.parse(text)
        return text if reference is None else str(reference.copied(rows, columns) or "#REF!")

    return rewritten(formula, copy)


def rewritten(formula: str, change: Callable[[str], str]) -> str:
    """The formula (without ``=``) with ``change`` applied to each reference and name in it."""
    return "".join(change(token.value) if is_reference(token) else token.value for token in tokens(formula))


def tokens(formula: str) -> list[Token]:
    """The formula's tokens; ``TemplateFault`` where it is no formula."""
    try:
        return list(Tokenizer("=" + formula).items)
    except TokenizerError as fault:
        raise TemplateFault("formula_syntax", formula) from fault


def is_reference(token: Token) -> bool:
    return bool(token.type == Token.OPERAND and token.subtype == Token.RANGE)
