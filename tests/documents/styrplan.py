"""A governing document with all it can say: three levels, tables of two and three columns, references, an appendix."""

from typing import Any

from service.chain import records as r
from service.chain.plans import Styrdokument
from service.chain.values import Decision, Head, State
from tests.documents.mrp_plan import KF
from tests.documents.rows import row


def styrdokument(state: State = State.ANTAGEN, **changes: Any) -> Styrdokument:
    decision: Decision | None = KF if state in (State.ANTAGEN, State.UPPHAVD) else None
    whole: dict[str, Any] = {
        "head": Head("styrdokument", "internkontroll", 2027, state=state, decision=decision),
        "uppgifter": row(
            r.StyrUppgifter, dokumenttyp="riktlinjer", dokumentnamn="Riktlinjer för internkontroll", namnd="BUN",
            diarienummer="KS 2026/288", giltighet="Tills vidare", information="Hur nämnden kontrollerar sitt arbete",
            intranat=True, hemsida=False,
        ),
        "kapitel": (
            row(r.Kapitel, id="k1", niva=1, rubrik="Syfte", text="Se [[kapitel Ansvar]] och [[bilaga 1]]."),
            row(r.Kapitel, id="k2", niva=1, rubrik="Ansvar", text="Enligt [[tabell Vem gör vad]].\n- ett\n- två"),
            row(r.Kapitel, id="k3", niva=2, rubrik="Nämnden", text="Nämnden **beslutar**."),
            row(r.Kapitel, id="k4", niva=3, rubrik="Ordföranden"),
        ),
        "tabellrader": (
            row(r.Tabellrad, tabell="Vem gör vad", kapitel="ansvar", kolumn_1="Vad", kolumn_2="Vem", kolumn_3="När"),
            row(r.Tabellrad, tabell="Vem gör vad", kapitel="Ansvar", kolumn_1="Plan", kolumn_2="Nämnden"),
            row(r.Tabellrad, tabell="Risker", kapitel="Nämnden", kolumn_1="Värde", kolumn_2="Åtgärd"),
            row(r.Tabellrad, tabell="Risker", kapitel="Nämnden", kolumn_1="9–16", kolumn_2="I planen"),
        ),
        "bilagor": (row(r.StyrBilaga, nummer=1, titel="Rubriker", innehall="Sammanfattning"),),
    }  # fmt: skip
    return Styrdokument(**{**whole, **changes})
