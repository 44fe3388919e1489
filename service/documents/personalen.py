"""The staff in figures: the same period last year, the period before, and this one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.text import StyledText
from service.chain.records import Personalpost

from .contract import told
from .visionen import Resolve
from .wording import amount, or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class Personalrad:
    """A figure on the staff."""

    post: str = field(metadata=told("Vad uppgiften gäller.", "Sjukfrånvaro totalt, procent"))
    forra: str = field(metadata=told("Samma period förra året.", "8,1"))
    foregaende: str = field(metadata=told("Förra perioden samma år.", "8,4"))
    utfall: str = field(metadata=told("Perioden.", "7,8"))
    kommentar: StyledText = field(metadata=told("Kommentar; kan vara tom.", "Korttidsfrånvaron minskar."))


def personalrader_of(rows: Iterable[Personalpost], resolve: Resolve) -> tuple[Personalrad, ...]:
    """The figures for which there is any value, in the workbook's order."""
    return tuple(
        Personalrad(
            post=or_dash(row.post), forra=_shown(row, row.forra), foregaende=_shown(row, row.foregaende),
            utfall=_shown(row, row.utfall), kommentar=resolve(row.kommentar),
        )
        for row in rows
        if any(value is not None for value in (row.forra, row.foregaende, row.utfall)) or row.kommentar
    )  # fmt: skip


def _shown(row: Personalpost, value: Decimal | None) -> str:
    """A share always with its decimal, so that those of a column read alike; others as entered."""
    share = value is not None and (row.post or "").endswith("procent")
    return amount(value.quantize(Decimal("0.1")) if share and value is not None else value)
