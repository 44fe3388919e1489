"""The values of formulas, worked out exactly from a workbook's values, tables and names; knows no markup."""

from service.excel.calculation.evaluation import evaluate
from service.excel.calculation.model import Content, Formula, Grid, Model, Place, SheetArea, TableShape
from service.excel.calculation.values import ErrorValue, Value, error_named, plain

__all__ = [
    "Content",
    "ErrorValue",
    "Formula",
    "Grid",
    "Model",
    "Place",
    "SheetArea",
    "TableShape",
    "Value",
    "error_named",
    "evaluate",
    "plain",
]
