"""What can be wrong in a template, as one exception with a closed set of codes."""

from collections.abc import Iterable
from difflib import get_close_matches

SENTENCES = {
    "not_a_workbook": "Mallen är ingen Excelfil av slaget .xlsx; spara den som Excel-arbetsbok.",
    "macros": "Mallen innehåller makron; spara den som Excel-arbetsbok (.xlsx) utan makron.",
    "strict": "Mallen är sparad som Strict Open XML; spara den som vanlig Excel-arbetsbok (.xlsx).",
    "damaged": "Mallens del {name} kan inte läsas; öppna mallen i Excel och spara den på nytt.",
    "pivot": "Mallen innehåller en pivottabell, vars siffror inte kan räknas om här; ta bort den.",
    "unknown_name": "Mallen har inget definierat namn {name}.",
    "name_not_given": "Mallens namn {name} får inget värde.",
    "name_not_one_cell": "Namnet {name} ska peka på en enda cell.",
    "name_on_formula": "Namnet {name} pekar på en cell med en formel, som skulle försvinna.",
    "name_in_table": "Namnet {name} pekar på en tabells exempelrad, som fylls på annat sätt.",
    "name_local": "Namnet {name} gäller bara ett blad; gör det till ett namn för hela arbetsboken.",
    "unknown_table": "Mallen har ingen tabell {name}.",
    "unknown_column": "Tabellen har ingen kolumn {name}.",
    "calculated_column": "Kolumnen {name} räknas fram av en formel i mallen och kan inte ges värden.",
    "no_header": "Tabellen {name} ska ha en rubrikrad.",
    "header_differs": "Rubriken i cellen är inte tabellens kolumn {name}; skriv om rubriken i Excel och spara.",
    "same_header_twice": "Två kolumner i tabellen skulle få rubriken {name}.",
    "sample_row": "Tabellen {name} ska ha en enda exempelrad mellan rubriken och summan.",
    "filtered": "Tabellen {name} är filtrerad; ta bort filtreringen innan mallen sparas.",
    "tables_side_by_side": "Tabellen {name} står bredvid en annan tabell; lägg dem under varandra.",
    "merged_across": "Sammanfogade celler {name} sträcker sig förbi tabellens exempelrad.",
    "too_many_rows": "Tabellen {name} får fler rader än ett Excelblad rymmer.",
    "formula_syntax": "Formeln kan inte läsas: {name}.",
    "unsupported_function": "Funktionen {name} kan inte räknas ut här.",
    "unsupported_reference": "Hänvisningen {name} kan inte följas.",
    "unsupported_formula": "Formeln är av ett slag som inte kan räknas ut här ({name}).",
    "unsupported_operator": "Räknesättet {name} kan inte räknas ut här.",
    "wrong_arguments": "Funktionen {name} har fel antal argument.",
    "several_cells": "Formeln använder flera celler ({name}) där ett enda värde väntas.",
    "depends_on_language": "Formeln ger olika svar i olika språkversioner av Excel ({name}).",
    "circular": "Formeln hänvisar till sig själv: {name}.",
}


class TemplateFault(Exception):
    """The template and what it is to be filled with do not agree, or a formula in it cannot be evaluated.

    ``code`` is a key of ``SENTENCES``; ``name``, ``sheet``, ``cell`` and ``nearest`` are empty where they
    say nothing. ``str()`` gives a Swedish sentence for the person who owns the template.
    """

    def __init__(self, code: str, name: str = "", *, sheet: str = "", cell: str = "", nearest: str = "") -> None:
        self.code, self.name, self.sheet, self.cell, self.nearest = code, name, sheet, cell, nearest
        super().__init__(self._sentence())

    def at(self, sheet: str, cell: str) -> "TemplateFault":
        """The same fault, placed in a cell."""
        return TemplateFault(self.code, self.name, sheet=sheet, cell=cell, nearest=self.nearest)

    def _sentence(self) -> str:
        parts = [self._place(), SENTENCES[self.code].format(name=self.name)]
        if self.nearest:
            parts.append(f"Närmast är {self.nearest}.")
        return " ".join(part for part in parts if part)

    def _place(self) -> str:
        if not self.sheet:
            return ""
        return f"Blad '{self.sheet}' cell {self.cell}:" if self.cell else f"Blad '{self.sheet}':"


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like ``name``; empty where none does."""
    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.5)), "")
