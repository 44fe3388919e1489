"""The kinds of columns: marshmallow fields that know their Swedish heading, help, choices and how to read a cell.

A field reads three things alike: a `Cell`'s value as a spreadsheet gives it, what a person wrote as text, and what
`dump` wrote for the store. A fault is raised as `ValidationError([Fault])`.
"""

from .choices import JaNej, Kod, Koder, Val
from .column import Column, Fault, as_text, expanded, heading_for
from .days import Ar, Datum, Klockslag, Manad
from .figures import Belopp, Heltal, Tal, Tkr
from .identifiers import Id, Kodmonster, KoladaId, Paragraf
from .texts import Prosa, Text

__all__ = [
    "Ar",
    "Belopp",
    "Column",
    "Datum",
    "Fault",
    "Heltal",
    "Id",
    "JaNej",
    "Klockslag",
    "Kod",
    "Koder",
    "Kodmonster",
    "KoladaId",
    "Manad",
    "Paragraf",
    "Prosa",
    "Tal",
    "Text",
    "Tkr",
    "Val",
    "as_text",
    "expanded",
    "heading_for",
]
