"""What already stands in a nämnd's follow-up when it is sent out: all of the plan, also what has been dropped from it,
and what was reported in the period before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from schemas.sheets import Record
from schemas.uppfoljning import PERSONALPOSTER
from schemas.workbooks import Kind, Period

from . import records as r
from .followups import Uppfoljning
from .kallor import filled_amounts, filled_matt, with_found
from .newrows import new_row
from .outcomes import Figures
from .plans import Installningar, Mrp, Verksamhetsplan, plain
from .prefill import Prefill
from .skalor import Lage, aktivitetsskala, lage
from .units import in_unit, unit_of

Records = Mapping[str, Sequence[Record]]
_MATT = ("text", "enhet", "riktning", "basvarde", "basar")
_DONE = (Lage.GENOMFORD, Lage.UTGAR)


def prefill_uppfoljning(
    before: Records,
    mrp: Mrp,
    vps: Sequence[Verksamhetsplan],
    tidigare: Uppfoljning | None,
    installningar: Installningar,
    figures: Figures | None = None,
) -> Prefill:
    """A nämnd's workbook for a period.

    `before` is what the same follow-up held when it was last submitted, `vps` the verksamhetsplan in force and the
    versions that it replaced (newest first), `tidigare` the nämnd's nearest follow-up earlier in the year. Open cells
    that have held nothing yet are filled from `figures`; what a person has written there stays.
    """
    rows = _Rows(before, mrp, vps, tidigare, installningar, figures)
    return Prefill({
        **{key: list(before.get(key, ())) for key in ("uf_text", "uf_bilaga")},
        "uppfoljning": list(before.get("uppfoljning", ())) or [_form(tidigare)],
        "uf_resultat": rows.results(),
        "uf_matt": rows.matt(),
        "uf_aktivitet": rows.activities(),
        "uf_uppdrag": rows.tasks(),
        "uf_ekonomi": rows.economy(),
        "uf_investering": rows.investments(),
        "uf_personal": rows.staff(),
    })  # fmt: skip


def earlier_value(row: r.Matutfall) -> Any:
    """What was reported of a mått: its prognosis or, without one, its outcome."""
    return row.utfall if row.prognos is None else row.prognos


def _form(tidigare: Uppfoljning | None) -> Record:
    """The facts of the period before, but for its diarienummer; at first only the unit."""
    if tidigare is None:
        return new_row(Kind.UPPFOLJNING, "uppfoljning", "", {"beloppsenhet": "tkr"})
    kept = ("framtagen_av", "dokumentagare", "dokumentansvarig", "amnesomrade", "intranat", "hemsida",
            "styrande_dokument", "beloppsenhet")  # fmt: skip
    values = {name: getattr(tidigare.uppgifter, name) for name in kept}
    return new_row(Kind.UPPFOLJNING, "uppfoljning", "", values)


class _Rows:
    """The plan's rows, each with what the follow-up already held in its open cells."""

    def __init__(
        self, before: Records, mrp: Mrp, vps: Sequence[Verksamhetsplan], tidigare: Uppfoljning | None,
        installningar: Installningar, figures: Figures | None,
    ) -> None:  # fmt: skip
        self._figures = figures
        self._before, self._mrp, self._vps, self._vp = before, mrp, vps, vps[0]
        self._tidigare = tidigare
        self._scale = aktivitetsskala(installningar)
        self._unit = unit_of(Kind.UPPFOLJNING, before) or (tidigare.uppgifter.beloppsenhet if tidigare else None)
        self._numbers = {resultat.id: str(resultat.nummer) for resultat in mrp.resultat}
        self._dropped = {resultat.id for resultat in mrp.resultat if resultat.utgar}

    def results(self) -> list[Record]:
        """The nämnd's results, those withdrawn or no longer there last."""
        own = [row for row in self._mrp.resultat if row.namnd == self._vp.head.namnd]
        rows = [self._result(row.id, str(row.nummer), self._goal(row), row.text, bool(row.utgar)) for row in own]
        known = {row.id for row in own}
        return rows + [
            self._result(row.id, row.nummer, row.inriktningsmal, row.text, True)
            for row in _gone([vp.resultat for vp in self._vps], known)
        ]

    def matt(self) -> list[Record]:
        """The mått on the nämnd's results: the MRP's and its own, in the order of the results."""
        own = {row.id for row in self._mrp.resultat if row.namnd == self._vp.head.namnd}
        decided = [row for row in self._mrp.matt if row.hor_till in own]
        ids = {row.id for row in self._mrp.matt}
        mine = [row for row in self._vp.matt if row.id not in ids and row.egen]
        gone = _gone([vp.matt for vp in self._vps], ids | {row.id for row in mine})
        rows = [self._matt(row, bool(row.utgar)) for row in decided] + [self._matt(row, False) for row in mine]
        places = {number: n for n, number in enumerate(self._numbers.values())}
        rows = sorted(rows, key=lambda row: places.get(row.values["hor_till"], len(places)))
        return rows + [self._matt(row, True) for row in gone]

    def activities(self) -> list[Record]:
        """The plan's activities, the withdrawn ones too."""
        rows = [self._activity(row, bool(row.utgar)) for row in self._vp.aktiviteter]
        known = {row.id for row in self._vp.aktiviteter}
        return rows + [self._activity(row, True) for row in _gone([vp.aktiviteter for vp in self._vps], known)]

    def tasks(self) -> list[Record]:
        """The rows of the verksamhetsbeskrivning."""
        return [
            self._row("uf_uppdrag", row.id, {
                "nummer": row.nummer, "slag": row.slag, "text": row.text, "motpart": row.motpart,
            })
            for row in self._vp.uppdrag
        ]  # fmt: skip

    def economy(self) -> list[Record]:
        """A row for each verksamhet of the detaljbudget."""
        earlier = {row.id: row.prognos for row in self._tidigare.ekonomi} if self._tidigare else {}
        return [
            self._row("uf_ekonomi", row.id, {
                "verksamhet": row.verksamhet, "benamning": row.benamning, "budget_helar": self._amount(row.netto),
                "foregaende": self._amount(earlier.get(row.id)),
            }, self._economy(row.verksamhet))
            for row in self._vp.budget
        ]  # fmt: skip

    def investments(self) -> list[Record]:
        """The plan's investments."""
        earlier = {row.id: row.prognos for row in self._tidigare.investeringar} if self._tidigare else {}
        return [
            self._row("uf_investering", row.id, {
                "objekt": row.objekt, "slag": row.slag, "budget_helar": self._amount(row.ar_1 or 0),
                "foregaende": self._amount(earlier.get(row.id)),
            })
            for row in self._vp.investeringar
        ]  # fmt: skip

    def staff(self) -> list[Record]:
        """The usual figures on the staff."""
        earlier = {row.post: row.utfall for row in self._tidigare.personal} if self._tidigare else {}
        return [
            self._row("uf_personal", f"uf_personal-fast-{n}", {"post": post, "foregaende": earlier.get(post)})
            for n, post in enumerate(PERSONALPOSTER, 1)
        ]

    def _result(self, id: str, nummer: str, mal: str, text: Any, dropped: bool) -> Record:
        earlier = next((row.status for row in self._earlier("resultat") if row.id == id), "")
        values = {"nummer": nummer, "inriktningsmal": mal, "text": text, "utgatt": dropped or None}
        return self._row("uf_resultat", id, {**values, "foregaende": earlier})

    def _matt(self, row: r.Matt | r.VpMatt, dropped: bool) -> Record:
        earlier = next((earlier_value(old) for old in self._earlier("matt") if old.id == row.id), None)
        values = {name: getattr(row, name) for name in _MATT} | {
            "nummer": str(row.nummer), "hor_till": self._numbers.get(row.hor_till, ""), "mal": row.mal_1,
            "utgatt": (dropped or row.hor_till in self._dropped) or None, "foregaende": earlier,
        }  # fmt: skip
        found = filled_matt(self._figures, row.id, row.basar) if self._figures and not values["utgatt"] else {}
        return self._row("uf_matt", row.id, values, found)

    def _economy(self, verksamhet: str) -> Mapping[str, Any]:
        if self._figures is None:
            return {}
        helar = self._figures.period == Period.AR
        found = filled_amounts(self._figures, self._vp.head.namnd, verksamhet, helar=helar)
        return {name: self._amount(amount) for name, amount in found.items()}

    def _activity(self, row: r.Aktivitet, dropped: bool) -> Record:
        earlier = next((old.status for old in self._earlier("aktiviteter") if old.id == row.id), "")
        utgatt = (dropped or row.resultat in self._dropped) or None
        values = {
            "nummer": str(row.nummer), "resultat": self._numbers.get(row.resultat, ""), "text": row.text,
            "ansvarig": row.ansvarig, "start": row.start, "slut": row.slut,
            "utgatt": utgatt, "foregaende": earlier,
        }  # fmt: skip
        made = self._row("uf_aktivitet", row.id, values)
        return made if made.values["status"] else _with_status(made, self._settled(earlier, utgatt))

    def _settled(self, earlier: str, dropped: bool | None) -> str:
        """The status of an activity that cannot change any more: dropped, or done in an earlier period."""
        if dropped:
            return self._scale.ord_for(Lage.UTGAR)
        return earlier if lage(self._scale, earlier) in _DONE else ""

    def _goal(self, resultat: r.Resultat) -> str:
        mal = self._mrp.mal(resultat.inriktningsmal)
        return f"{mal.nummer} {plain(mal.text)}" if mal else ""

    def _earlier(self, field: str) -> Iterable[Any]:
        return getattr(self._tidigare, field) if self._tidigare else ()

    def _amount(self, tkr: int | None) -> Any:
        return in_unit(tkr, self._unit)

    def _row(self, key: str, id: str, locked: Mapping[str, Any], found: Mapping[str, Any] | None = None) -> Record:
        """The row with what it held before in its open cells, and its locked cells as they are now.

        Open cells that have held nothing get what was found elsewhere.
        """
        old = next((row.values for row in self._before.get(key, ()) if row.id == id), {})
        return new_row(Kind.UPPFOLJNING, key, id, {**with_found(old, found or {}), **locked})


def _gone(versions: Sequence[Sequence[Any]], known: set[str]) -> list[Any]:
    """Rows of any version that are not among the known, the newest version's first."""
    gone: dict[str, Any] = {}
    for rows in versions:
        for row in rows:
            if row.id not in known:
                gone.setdefault(row.id, row)
    return list(gone.values())


def _with_status(row: Record, status: str) -> Record:
    return Record(row.sheet, row.row, row.id, {**row.values, "status": status})
