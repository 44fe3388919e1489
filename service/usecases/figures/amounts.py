"""Take in a file from the economy system: read it, place its amounts by the key, keep it with every value.

All of it or nothing; a newer file for the same period is in effect in place of the older, which is kept.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from service.chain.codekey import Keyed, Unplaced, keyed
from service.chain.entries import ARSBUDGET, BUDGET, LAST_MONTH, UTFALL, Codes, Entry, in_words, sums, tkr
from service.chain.figures import ram_att_fordela
from service.chain.outcomes import Leaf, leaves_of
from service.chain.plans import Installningar
from service.findings import Finding, Level, Place, as_json
from service.sources import MOST_TOLD, Wanted, counted, listed, read_source, refusal, warning
from service.store import FigureImport, FigureKind, add_entry, add_figures, import_of_file, latest_import

from ..answers import Refused, answer
from ..filenames import plain_file_name
from ..house import House
from ..loading.plans import governing_mrp, load_mrp, settings
from .in_effect import figure_of, placed_entries

INTAKT = "intäkt"
Sums = dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class FiguresReceipt:
    """What came of a file of figures.

    `stored` is None when nothing was kept; then the findings say why. `already` is true when the same file had been
    read before. `total` is what the file holds in kronor by measure; `placed` and `unplaced` add up to it.
    """

    findings: tuple[Finding, ...]
    stored: FigureImport | None = None
    already: bool = False
    entries: int = 0
    leaves: tuple[Leaf, ...] = ()
    total: Sums = field(default_factory=dict)
    placed: Sums = field(default_factory=dict)
    unplaced: Sums = field(default_factory=dict)


def import_figures(
    house: House, blob: bytes, filename: str, ar: int, period: str, *, by: str, unit: str = "", reversed: bool = False
) -> FiguresReceipt:
    """Read, place and keep a file. `unit` is `kronor`, `tkr` or empty (as the file says). Raises `Refused`."""
    filename, installningar = plain_file_name(filename), settings(house, ar)
    wanted = Wanted(ar, LAST_MONTH[period], unit, reversed)
    sha256, told_unit = hashlib.sha256(blob).hexdigest(), f"{unit}{' omvänt' if reversed else ''}".strip()
    if known := import_of_file(house.store, FigureKind.EKONOMI, ar, period, sha256, told_unit):
        return _already(house, known, installningar)
    reading = read_source(blob, filename, wanted)
    if reading.refused:
        return FiguresReceipt(reading.findings)
    placed = keyed(reading.entries, installningar)
    if _other_signs(placed):
        return FiguresReceipt((*reading.findings, refusal("kalla-tecken")))
    told = (*reading.findings, *key_findings(placed, installningar), *_unlikely(house, placed, installningar))
    with house.store.transaction():
        if known := import_of_file(house.store, FigureKind.EKONOMI, ar, period, sha256, told_unit):
            return _already(house, known, installningar)
        made = FigureImport(
            id=import_id(house, ar, period, sha256), kind=FigureKind.EKONOMI, ar=ar, period=period, at=house.now(),
            by=by, filename=filename, sha256=sha256, form=reading.form, unit=told_unit,
            findings=tuple(as_json(finding) for finding in reading.findings),
        )  # fmt: skip
        add_figures(house.store, made, blob, map(figure_of, reading.entries))
        details = {"fil": filename, "import": made.id, "belopp": len(reading.entries)}
        add_entry(house.store, made.at, by, "figures", f"utfall {ar} {period}", details)
    return _receipt(told, made, placed, already=False)


def figures_in_effect(house: House, ar: int, period: str) -> FiguresReceipt:
    """What has been read for the period, placed by the key in force now. Raises `Refused`."""
    installningar = settings(house, ar)
    found = latest_import(house.store, FigureKind.EKONOMI, ar, period)
    if found is None:
        raise Refused(answer("figurer-saknas", ar=str(ar), period=period))
    placed = placed_entries(house, found, installningar)
    return _receipt(tuple(key_findings(placed, installningar)), found, placed, already=True)


def key_findings(placed: Keyed, installningar: Installningar) -> Iterator[Finding]:
    """A warning for each code string that the key does not place, the largest amounts first."""
    if placed.unplaced and not installningar.kodnyckel:
        yield warning("kodnyckel-tom")
        return
    groups: dict[tuple[Codes, Unplaced], list[Entry]] = {}
    for entry, why in placed.unplaced:
        groups.setdefault((entry.codes, why), []).append(entry)
    ordered = sorted(groups.items(), key=lambda item: -max(abs(amount) for amount in sums(item[1]).values()))
    for (codes, why), entries in ordered[:MOST_TOLD]:
        rows = listed([f"rad {row}" for row in why.rows])
        details = {"koder": str(codes), "summor": in_words(sums(entries)), "namnd": why.namnd, "rader": rows}
        yield warning(why.reason, Place("", entries[0].source), **details)
    rest = [entry for _, entries in ordered[MOST_TOLD:] for entry in entries]
    if rest:
        antal = counted(len(ordered) - MOST_TOLD, "kodsträng", "kodsträngar")
        yield warning("kalla-fler", antal=antal, summor=in_words(sums(rest)), rad="Åtgärda de största först.")


def _already(house: House, known: FigureImport, installningar: Installningar) -> FiguresReceipt:
    placed = placed_entries(house, known, installningar)
    when = known.at.strftime("%Y-%m-%d %H:%M")
    told = answer("redan-inlast", Level.UPPLYSNING, nar=when, av=known.by)
    return _receipt((told, *key_findings(placed, installningar)), known, placed, already=True)


def _receipt(findings: Sequence[Finding], made: FigureImport, placed: Keyed, already: bool) -> FiguresReceipt:
    inside, outside = [entry for entry, _ in placed.placed], [entry for entry, _ in placed.unplaced]
    return FiguresReceipt(
        tuple(findings), made, already, len(inside) + len(outside), leaves_of(placed.placed),
        sums([*inside, *outside]), sums(inside), sums(outside),
    )  # fmt: skip


def _other_signs(placed: Keyed) -> bool:
    """Whether income stands with plus and costs with minus, all in all."""
    income, costs = Decimal(0), Decimal(0)
    for entry, target in placed.placed:
        if target.kostnadsslag == INTAKT:
            income += entry.amount
        else:
            costs += entry.amount
    return income > 0 > costs


def _unlikely(house: House, placed: Keyed, installningar: Installningar) -> Iterable[Finding]:
    """A warning when the budget (or outcome) is a hundred times the frames, or a hundredth: the unit is wrong."""
    try:
        mrp = load_mrp(house, governing_mrp(house, installningar.head.ar), installningar)
    except Refused:
        return
    totals = sums(entry for entry, _ in placed.placed)
    measure = next((m for m in (ARSBUDGET, BUDGET, UTFALL) if totals.get(m)), "")
    namnder = {target.namnd for _, target in placed.placed}
    frames = sum(sum(ram_att_fordela(mrp, namnd).values()) for namnd in namnder)
    if measure and frames > 0:
        amount = tkr(totals[measure])
        if not frames <= abs(amount) * 100 <= frames * 10_000:
            yield warning("kalla-orimlig", belopp=_grouped(amount), ram=_grouped(frames))


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "−")


def import_id(house: House, ar: int, period: str, sha256: str) -> str:
    """A short id; the same file read again later gets one of its own."""
    stem = hashlib.sha256(f"{ar}{period}{sha256}".encode()).hexdigest()[:10]
    count = house.store.rows("select count(*) as n from figure_import where id like ?", f"{stem}%")[0]["n"]
    return f"{stem}-{count + 1}" if count else stem
