"""The årshjul as the papers print it: a numbered table of hålltider and the picture that the numbers lead to (R58)."""

from dataclasses import dataclass, field
from datetime import date

from schemas.dates import MONTHS
from schemas.installningar import HALLTIDER_VEM
from service.chain.arshjul import concerning
from service.chain.plans import Installningar
from service.chain.records import Halltid

from .contract import told
from .hjulbild import Hjulbild, Hjulpunkt
from .wording import DASH, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Halltidsrad:
    """A hålltid, numbered in order of time."""

    nummer: int = field(metadata=told("Numret i bilden.", "7"))
    manad: str = field(metadata=told("Månaden.", "Juni"))
    nar: str = field(metadata=told("Dagen; månaden om dagen inte är bestämd.", "17 juni 2026"))
    vad: str = field(metadata=told("Vad som ska vara klart.", "Beslut om mål- och resursplan"))
    vem: str = field(metadata=told("Vem det gäller.", "Kommunfullmäktige"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arshjul:
    """The hålltider of a plan year."""

    rubrik: str = field(metadata=told("Vad hjulet heter.", "Årshjul för planåret 2027"))
    rader: tuple[Halltidsrad, ...] = field(metadata=told("Hålltiderna i tidsordning."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidsplansrad:
    """A hålltid in order of time."""

    nar: str = field(metadata=told("Dagen; månaden om dagen inte är bestämd.", "17 juni 2026"))
    vad: str = field(metadata=told("Vad som ska vara klart.", "Beslut om mål- och resursplan"))
    vem: str = field(metadata=told("Vem det gäller.", "Kommunfullmäktige"))


def arshjul_of(installningar: Installningar, namnd: str = "") -> Arshjul:
    """The table of the year's hålltider, all or those that concern a nämnd."""
    rows = _in_order(installningar, namnd)
    return Arshjul(
        rubrik=f"Årshjul för planåret {installningar.head.ar}",
        rader=tuple(_rad(n, row, senast, installningar) for n, (row, senast) in enumerate(rows, 1)),
    )


def hjulpunkter_of(installningar: Installningar, namnd: str = "") -> tuple[Hjulpunkt, ...]:
    """The same hålltider as the picture wants them, under the same numbers."""
    return tuple(
        Hjulpunkt(n, HALLTIDER_VEM.index(row.vem or HALLTIDER_VEM[1]), senast.month, row.vad, nar(row))
        for n, (row, senast) in enumerate(_in_order(installningar, namnd), 1)
    )


def hjulbild_of(installningar: Installningar, namnd: str = "") -> Hjulbild:
    """The picture of the year, all or what concerns a nämnd."""
    whose = f", {installningar.namnd_namn(namnd)}" if namnd else ""
    inner, middle, outer = (name.capitalize() for name in HALLTIDER_VEM)
    ar = str(installningar.head.ar)
    points = hjulpunkter_of(installningar, namnd)
    return Hjulbild(f"Årshjul för planåret {ar}{whose}", ar, (inner, middle, outer), points)


def tidsplan_of(installningar: Installningar) -> tuple[Tidsplansrad, ...]:
    """The hålltider of the year before the plan year, when the plan is made, in order of time."""
    first, last = (date(installningar.head.ar - 1, *ends) for ends in ((1, 1), (12, 31)))
    dated = [(row, row.senast) for row in installningar.halltider if row.senast and first <= row.senast <= last]
    return tuple(
        Tidsplansrad(nar=nar(row), vad=row.vad, vem=vem(row, installningar))
        for row, _ in sorted(dated, key=lambda pair: pair[1])
    )


def nar(row: Halltid) -> str:
    """`17 juni 2026`, or `juni 2026` where no day is set; a dash for neither."""
    if row.datum is None and row.manad is not None:
        return f"{MONTHS[row.manad.month - 1]} {row.manad.year}"
    return day(row.datum)


def vem(row: Halltid, installningar: Installningar) -> str:
    """Whose the hålltid is: the nämnd it names, else the lane."""
    if row.namnd:
        return installningar.namnd_namn(row.namnd)
    return row.vem[:1].upper() + row.vem[1:] if row.vem else DASH


def _in_order(installningar: Installningar, namnd: str) -> list[tuple[Halltid, date]]:
    """In order of time; those without a day are not in the wheel."""
    dated = [(row, row.senast) for row in concerning(installningar.halltider, namnd) if row.senast is not None]
    return sorted(dated, key=lambda pair: pair[1])


def _rad(number: int, row: Halltid, senast: date, installningar: Installningar) -> Halltidsrad:
    return Halltidsrad(
        nummer=number, manad=MONTHS[senast.month - 1].capitalize(), nar=nar(row), vad=row.vad,
        vem=vem(row, installningar),
    )  # fmt: skip
