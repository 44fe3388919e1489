"""Formulas are worked out as Excel works them out, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.excel import TemplateFault
from service.excel.areas import Area
from service.excel.calculation import ErrorValue, Formula, Grid, Model, Place, TableShape, evaluate

A1 = (1, 1)


def number(text):
    return Decimal(str(text))


def calculated(formula, cells=None, *, hidden=(), names=None, at=(20, 20)):
    """The formula's value on a sheet with these cells (``{"B2": 5, "C1": "=B2"}``); a table T in K1:L4."""
    grid = Grid("Blad 1", {}, set(hidden))
    for name, content in {"K1": "Kod", "L1": "Summa", "K4": "Alla", "L4": 5, "L2": 2, "L3": 3, **(cells or {})}.items():
        area = Area.parse(name)
        grid.cells[area.first_row, area.first_column] = stored(content)
    grid.cells[at] = Formula(formula)
    other = Grid("Två", {(1, 1): Decimal(7)})
    table = TableShape("T", "Blad 1", Area(1, 11, 4, 12), ("Kod", "Summa"), 1, 1)
    found = {("", name.casefold()): text for name, text in (names or {}).items()}
    model = Model({"blad 1": grid, "två": other}, {"t": table}, found)
    return evaluate(model)[Place("blad 1", *at)]


def stored(content):
    if isinstance(content, str) and content.startswith("="):
        return Formula(content[1:])
    return content if isinstance(content, (str, bool, ErrorValue)) else number(content)


CELLS = {
    "A1": 10, "A2": "text", "A3": -3, "A4": True, "B1": 1, "B2": 2, "B3": 3, "B4": 4,
    "C1": "Skola", "C2": "vård", "C3": "SKOLA", "C4": "skolan",
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("-2^2", 4),
        ("2^3^2", 64),
        ("10-4-3", 3),
        ("8/4/2", 1),
        ("50%", "0.5"),
        ("-B2", -2),
        ("--B2", 2),
        ("0.1+0.2-0.3", 0),
        ("1+A4", 2),
        ("A9+1", 1),
        ("A9", 0),
        ("SUM(A1:A4)", 7),
        ("SUM(A1:A4,B1:B4,1,TRUE)", 19),
        ("SUM(B:B)", 10),
        ("SUM(1:1)", 11),
        ("SUM(Två!A1,'Två'!$A$1)", 14),
        ("SUM(Tom)", 0),
        ("COUNT(A1:A4)", 2),
        ("COUNTA(A1:A9)", 4),
        ("MIN(A1:A4)", -3),
        ("MAX(A1:B4)", 10),
        ("MIN(A9)", 0),
        ("ABS(A3)", 3),
        ("ROUND(2.5,0)", 3),
        ("ROUND(-2.5,0)", -3),
        ("ROUND(1.005,2)", "1.01"),
        ("ROUND(1234,-2)", 1200),
        ("ROUND(1/3*1.5,0)", 1),
        ("IF(A1>5,1,2)", 1),
        ("IF(A1<5,1)", False),
        ("IF(A1>5,,2)", 0),
        ("IF(B1=1,IF(B2=2,B3,0),1/0)", 3),
        ("IFERROR(1/0,5)", 5),
        ("IFERROR(SUM(B1:B2),5)", 3),
        ("IFERROR(A2+1,0)", 0),
        ('"a"&"b"&B1', "ab1"),
        ('"säg ""hej"""', 'säg "hej"'),
        ('A9&""', ""),
        ('C1="skola"', True),
        ('A1="10"', False),
        ("1/3*3=1", True),
        ("A9=0", True),
        ('A9=""', True),
        ("B1<>B2", True),
        ("B1>=B1", True),
        ("99<A2", True),
        ('SUMIF(C1:C4,"skola",B1:B4)', 4),
        ('SUMIF(C1:C4,"skol*",B1:B4)', 8),
        ('SUMIF(C1:C4,"<>skola",B1:B4)', 6),
        ('SUMIF(C1:C4,"?ård",B1:B4)', 2),
        ('SUMIF(B1:B4,">2")', 7),
        ("SUMIF(B1:B4,3,A1:A4)", -3),
        ('SUMIF(A8:A9,"",B1:B2)', 3),
        ("SUM(T[Summa])", 5),
        ("T[[#Totals],[Summa]]", 5),
        ("COUNTA(T[#Headers])", 2),
        ("SUM(T[[#Data],[#Totals],[Summa]])", 10),
        ("SUM(T[])", 5),
        ("SUM(T[[Kod]:[Summa]])", 5),
        ("SUBTOTAL(109,T[Summa])", 5),
        ("SUBTOTAL(103,C1:C9)", 4),
        ("sum(b1:b2)", 3),
        ("ränta*100", 5),
        ("SUM(område)", 10),
    ],
)
def test_formulas_give_excels_values(formula, expected):
    names = {"Ränta": "0.05", "Område": "'Blad 1'!$B$1:$B$4", "Tom": "'Blad 1'!$J$50:$J$60"}
    found = calculated(formula, CELLS, names=names)
    assert found == (Decimal(expected) if isinstance(found, Decimal) else expected)
    assert isinstance(found, bool) == isinstance(expected, bool)


@pytest.mark.parametrize(
    ("formula", "error"),
    [
        ("1/0", ErrorValue.DIV0),
        ("A2+1", ErrorValue.VALUE),
        ("SUM(1/0,2)", ErrorValue.DIV0),
        ("IF(A2,1,2)", ErrorValue.VALUE),
        ("#REF!+1", ErrorValue.REF),
        ("10^999", ErrorValue.NUM),
        ("SUM(D1:D2)", ErrorValue.DIV0),
        ("D2*2", ErrorValue.DIV0),
    ],
)
def test_excels_errors_are_values(formula, error):
    assert calculated(formula, {**CELLS, "D1": "=1/0", "D2": "=D1+1"}) is error


def test_this_row_means_the_formulas_row():
    for row, expected in ((2, 4), (3, 6)):
        for formula in ("T[[#This Row],[Summa]]*2", "T[@Summa]*2", "[@Summa]*2", "T[@[Summa]]*2"):
            assert calculated(formula, at=(row, 11)) == expected


def test_subtotals_pass_over_subtotals_and_hidden_rows():
    cells = {"A1": 1, "A2": 2, "A3": "=SUBTOTAL(9,A1:A2)", "A4": 10}
    assert calculated("SUBTOTAL(9,A1:A4)", cells) == 13
    assert calculated("SUBTOTAL(109,A1:A4)", cells, hidden=[2]) == 11
    assert calculated("SUBTOTAL(9,A1:A4)", cells, hidden=[2]) == 13


@pytest.mark.parametrize(
    ("formula", "code", "name"),
    [
        ("VLOOKUP(A1,B1:C4,2)", "unsupported_function", "VLOOKUP"),
        ("IF(A1>5,1,TODAY())", "unsupported_function", "TODAY"),
        ("_xlfn.XLOOKUP(A1,B:B,C:C)", "unsupported_function", "XLOOKUP"),
        ("SUBTOTAL(1,A1:A4)", "unsupported_function", "SUBTOTAL(1, …)"),
        ("Saknas!A1", "unsupported_reference", "Saknas!A1"),
        ("[1]Blad!A1", "unsupported_reference", "[1]Blad!A1"),
        ("T[Sumna]", "unsupported_reference", "T[Sumna]"),
        ("U[Summa]", "unsupported_reference", "U[Summa]"),
        ("T[[#This Row],[Summa]]", "unsupported_reference", "T[[#This Row],[Summa]]"),
        ("okänt+1", "unsupported_reference", "okänt"),
        ("A1:A3*2", "several_cells", "A1:A3"),
        ("{1,2}", "unsupported_formula", "{…}"),
        ("A1 B1", "formula_syntax", "A1 B1"),
        ("(1+2", "formula_syntax", "(1+2"),
        ("1+", "formula_syntax", "1+"),
        ("ABS(1,2)", "wrong_arguments", "ABS"),
        ("SUMIF(A1:A3,1,B1:B2)", "unsupported_formula", "SUMIF A1:A3 / B1:B2"),
    ],
)
def test_what_cannot_be_evaluated_is_a_fault_in_its_cell(formula, code, name):
    with pytest.raises(TemplateFault) as caught:
        calculated(formula, CELLS)
    fault = caught.value
    assert (fault.code, fault.name, fault.sheet, fault.cell) == (code, name, "Blad 1", "T20")


@pytest.mark.parametrize(
    "formula",
    [
        '"1,5"+1',
        '"2026-01-01"+1',
        '"3 mars"*1',
        '1.5&""',
        'TRUE&""',
        '"a"<"b"',
        'SUMIF(C1:C4,"2.3",B1:B4)',
        '"12 kr"+1',
    ],
)
def test_answers_that_depend_on_the_readers_language_are_not_given(formula):
    with pytest.raises(TemplateFault) as caught:
        calculated(formula, CELLS)
    assert caught.value.code == "depends_on_language"


@pytest.mark.parametrize(
    "cells", [{"A1": "=A1"}, {"A1": "=B1", "B1": "=C1+1", "C1": "=A1"}, {"A1": "=SUM(A:A)"}, {"L4": "=SUM(T[#All])"}]
)
def test_a_formula_that_refers_to_itself_is_a_fault(cells):
    with pytest.raises(TemplateFault) as caught:
        calculated("1", cells)
    assert caught.value.code == "circular"


def test_an_array_formula_is_a_fault():
    grid = Grid("Blad", {A1: Formula("SUM(B1:B2*C1:C2)", "array")})
    with pytest.raises(TemplateFault) as caught:
        evaluate(Model({"blad": grid}))
    assert caught.value.code == "unsupported_formula"


def test_a_running_sum_of_many_rows_does_not_exhaust_the_stack():
    cells = {(row, 1): Formula(f"A{row - 1}+1") for row in range(2, 5001)}
    values = evaluate(Model({"blad": Grid("Blad", {A1: Decimal(1), **cells})}))
    assert values[Place("blad", 5000, 1)] == 5000


def test_a_formula_of_very_many_terms_is_worked_out_or_refused():
    assert calculated("+".join(["1"] * 100)) == 100
    with pytest.raises(TemplateFault) as caught:
        calculated("+".join(["1"] * 4000))
    assert (caught.value.code, caught.value.cell) == ("unsupported_formula", "T20")


whole = st.integers(-(10**6), 10**6)


@given(whole, whole, whole)
def test_arithmetic_binds_as_python_does(a, b, c):
    assert calculated(f"({a})+({b})*({c})-({a})") == b * c


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(-3, 3))
def test_rounding_is_never_further_than_half_a_step(value, digits):
    rounded = calculated(f"ROUND({value:f},{digits})")
    assert abs(rounded - value) <= Decimal(10) ** -digits / 2
