"""The mål- och resursplan 2027–2029 of the sample municipality, as kommunfullmäktige adopts it."""

from ..writing import Forms, Rows
from . import beslut, budget, mal, namnder, texter

FORMS: Forms = {"mrp": texter.MRP, "mrp_text": texter.TEXTER}
ROWS: Rows = {**mal.ROWS, **budget.ROWS, **beslut.ROWS, **namnder.ROWS}
