"""Sentences for what the steering rules find, by the subject of the rule."""

from ..sentences import register
from .beslut import BESLUT
from .budget import BUDGET
from .mal import MAL
from .moten import MOTEN
from .resultat import RESULTAT
from .uppfoljning import UPPFOLJNING
from .verksamhetsplan import VERKSAMHETSPLAN

STEERING = (MAL, RESULTAT, VERKSAMHETSPLAN, BUDGET, BESLUT, UPPFOLJNING, MOTEN)

for table in STEERING:
    register(table)

__all__ = ["STEERING"]
