"""Fill any template with a JSON object: for papers that Målkedjan does not know."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from service import word


class ContextFault(Exception):
    """A JSON file that is no context: what is wrong, and on which line and column (0 where there is none)."""

    def __init__(self, what: str, line: int = 0, column: int = 0) -> None:
        self.what, self.line, self.column = what, line, column
        super().__init__(what, line, column)

    def __str__(self) -> str:
        return f"Rad {self.line}, tecken {self.column}: {self.what}" if self.line else _capital(self.what)


def render_template(template: bytes, context: bytes) -> bytes:
    """The finished document. Raises ContextFault, and the engine's TemplateFault and PackageFault."""
    return word.render(template, context_from(context))


def context_from(content: bytes) -> Mapping[str, Any]:
    """The JSON object as values: whole numbers as int, others as Decimal, never float. Raises ContextFault."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContextFault("filen är inte sparad som UTF-8; spara den på nytt med den teckenkodningen") from error
    try:
        found = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ContextFault(_swedish(error.msg), error.lineno, error.colno) from error
    except RecursionError as error:
        raise ContextFault("listor och grupper ligger för djupt i varandra") from error
    except ValueError as error:
        raise ContextFault("ett tal har för många siffror") from error
    if not isinstance(found, dict):
        raise ContextFault('filen ska hålla ett objekt med fält: {"namn": "värde"}')
    return found


_MESSAGES = {
    "Expecting value": "här väntades ett värde (text inom citattecken, tal, lista eller grupp)",
    "Expecting ',' delimiter": "här saknas ett kommatecken, eller något avslutas inte",
    "Expecting ':' delimiter": "efter ett fältnamn ska det stå kolon",
    "Expecting property name enclosed in double quotes": 'här väntades ett fältnamn inom raka citattecken ("namn")',
    "Illegal trailing comma before end of object": "det står ett kommatecken för mycket",
    "Illegal trailing comma before end of array": "det står ett kommatecken för mycket",
    "Unterminated string starting at": "texten som börjar här avslutas aldrig med citattecken",
    "Invalid control character at": "en radbrytning eller tabb inne i en text skrivs \\n eller \\t",
    "Extra data": "det står något mer efter objektets slut",
}


def _swedish(message: str) -> str:
    if message.startswith("Invalid \\"):
        return "ett omvänt snedstreck i en text skrivs två gånger (\\\\)"
    return _MESSAGES.get(message, message)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object's fields. Raises ContextFault where one stands twice, since one value would be lost."""
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise ContextFault(f"fältet ”{name}” står två gånger i samma grupp")
        fields[name] = value
    return fields


def _no_number(word_: str) -> None:
    raise ContextFault(f"{word_} är inget tal")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
