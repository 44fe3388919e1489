"""What already stands in the municipality's own workbook for a period: the MRP's goals, mått and budget, and the sums
of the nämnder that have reported."""

from collections.abc import Mapping, Sequence
from typing import Any

from schemas.bokslut import BALANSKRAVSPOSTER
from schemas.mrp import BALANSPOSTER, KASSAFLODESPOSTER, RESULTATPOSTER
from schemas.numbers import shown
from schemas.sheets import Record
from schemas.uppfoljning import PERSONALPOSTER
from schemas.workbooks import Kind, Period

from . import records as r
from .ekonomi import namndens_ekonomi
from .figures import post, ram_att_fordela
from .followups import Bokslut, Uppfoljning
from .kallor import filled_amounts, filled_matt, with_found
from .newrows import new_row, new_rows
from .outcomes import Figures
from .plans import Installningar, Mrp
from .prefill import Prefill
from .prefill_uppfoljning import earlier_value
from .units import in_unit, unit_of

Records = Mapping[str, Sequence[Record]]


def prefill_bokslut(
    before: Records, mrp: Mrp, installningar: Installningar, tidigare: Bokslut | None, rapporter: Sequence[Uppfoljning],
    figures: Figures | None = None,
) -> Prefill:  # fmt: skip
    """The municipality's workbook for a period. `before` is what it held when it was last submitted, `tidigare` the
    nearest earlier one of the year, `rapporter` the nämnder's reports of the period: their sums are locked. The others'
    amounts and the mått begin from `figures`; what a person has written stays."""
    rows = _Rows(before, mrp, installningar, tidigare, {each.head.namnd: each for each in rapporter}, figures)
    records = {
        **{key: list(before.get(key, ())) for key in ("bs_text", "bs_bilaga")},
        "bokslut": list(before.get("bokslut", ())) or [new_row(Kind.BOKSLUT, "bokslut", "", {"beloppsenhet": "tkr"})],
        "bs_inriktningsmal": rows.goals(),
        "bs_matt": rows.matt(),
        "bs_finansmal": list(before.get("bs_finansmal", ())) or rows.financial_goals(),
        "bs_resultatpost": rows.statement("bs_resultatpost", RESULTATPOSTER, mrp.resultatbudget),
        "bs_kassaflodespost": rows.statement("bs_kassaflodespost", KASSAFLODESPOSTER, mrp.kassaflode),
        "bs_balanspost": rows.statement("bs_balanspost", BALANSPOSTER, mrp.balans),
        "bs_drift": rows.operations(),
        "bs_investering": rows.investments(),
        "bs_balanskravspost": rows.fixed("bs_balanskravspost", BALANSKRAVSPOSTER),
        "bs_personal": rows.staff(),
    }
    return Prefill(records, frozenset(drift_id(each.head.namnd) for each in rapporter))


def drift_id(namnd: str) -> str:
    """The id of a nämnd's row in the driftredovisning."""
    return f"bs_drift-{namnd}"


class _Rows:
    """The rows decided elsewhere, each with what the workbook already held in its open cells."""

    def __init__(
        self, before: Records, mrp: Mrp, installningar: Installningar, tidigare: Bokslut | None,
        rapporter: Mapping[str, Uppfoljning], figures: Figures | None,
    ) -> None:  # fmt: skip
        self._figures = figures
        self._before, self._mrp, self._installningar = before, mrp, installningar
        self._tidigare, self._rapporter = tidigare, rapporter
        self._unit = unit_of(Kind.BOKSLUT, before)

    def goals(self) -> list[Record]:
        """The goals in force."""
        earlier = {row.id: row.status for row in self._tidigare.inriktningsmal} if self._tidigare else {}
        return [
            self._row("bs_inriktningsmal", mal.id, {
                "nummer": str(mal.nummer), "text": mal.text, "foregaende": earlier.get(mal.id, ""),
            })
            for mal in self._mrp.gallande_mal
        ]  # fmt: skip

    def matt(self) -> list[Record]:
        """Kommunfullmäktiges own mått, on the goals."""
        numbers = {mal.id: str(mal.nummer) for mal in self._mrp.inriktningsmal}
        earlier = {row.id: earlier_value(row) for row in self._tidigare.matt} if self._tidigare else {}
        shared = ("text", "enhet", "riktning", "basvarde", "basar")
        return [
            self._row("bs_matt", matt.id, {name: getattr(matt, name) for name in shared} | {
                "nummer": str(matt.nummer), "hor_till": numbers[matt.hor_till], "mal": matt.mal_1,
                "utgatt": matt.utgar or None, "foregaende": earlier.get(matt.id),
            }, filled_matt(self._figures, matt.id, matt.basar) if self._figures and not matt.utgar else {})
            for matt in self._mrp.matt if matt.hor_till in numbers
        ]  # fmt: skip

    def financial_goals(self) -> list[Record]:
        """The MRP's financial goal, to which others may be added."""
        percent = self._mrp.uppgifter.resultatmal_procent
        if percent is None:
            return []
        text = f"Årets resultat är minst {shown(percent)} procent av skatteintäkter och generella statsbidrag."
        return new_rows(Kind.BOKSLUT, "bs_finansmal", [{"mal": text, "enhet": "%", "malvarde": percent}])

    def statement(self, key: str, posts: Sequence[str], budget: Sequence[r.Arspost]) -> list[Record]:
        """A statement's fixed lines with the MRP's budget beside them."""
        return self.fixed(key, posts, {name: {"budget_helar": self._amount(post(budget, name)[0])} for name in posts})

    def operations(self) -> list[Record]:
        """A row for each nämnd and each central item of the MRP's bridge."""
        framed = {ram.namnd for ram in self._mrp.ramar}
        namnder = [namnd for namnd in self._installningar.ordered(self._mrp.head.ar) if namnd.kod in framed]
        central = [
            self._row("bs_drift", f"bs_drift-{row.id}", {
                "slag": "central post", "post": row.post, "budget_helar": self._amount(row.ar_1 or 0),
            })
            for row in self._mrp.brygga
        ]  # fmt: skip
        return [*(self._namnd(namnd) for namnd in namnder), *central]

    def investments(self) -> list[Record]:
        """The investments of nämnder without a follow-up of their own."""
        reporting = {namnd.kod for namnd in self._installningar.namnder if namnd.verksamhetsplan}
        return [
            self._row("bs_investering", row.id, {
                "namnd": row.namnd, "objekt": row.objekt, "budget_helar": self._amount(row.ar_1 or 0),
            })
            for row in self._mrp.investeringar if row.namnd not in reporting
        ]  # fmt: skip

    def staff(self) -> list[Record]:
        """The usual figures on the staff, of the municipality as a whole."""
        earlier = {row.post: row.utfall for row in self._tidigare.personal} if self._tidigare else {}
        return self.fixed("bs_personal", PERSONALPOSTER, {name: {"foregaende": earlier.get(name)} for name in earlier})

    def fixed(
        self, key: str, posts: Sequence[str], values: Mapping[str | None, Mapping[str, Any]] | Any = None
    ) -> list[Record]:
        """A sheet's fixed lines, with values by line."""
        return [
            self._row(key, f"{key}-fast-{n}", {"post": name, **(values or {}).get(name, {})})
            for n, name in enumerate(posts, 1)
        ]

    def _namnd(self, namnd: r.Namnd) -> Record:
        frame = sum(ram_att_fordela(self._mrp, namnd.kod).values())
        values = {"slag": "nämnd", "namnd": namnd.kod, "post": namnd.namn, "budget_helar": self._amount(frame)}
        if rapport := self._rapporter.get(namnd.kod):
            sums = namndens_ekonomi(rapport)
            values |= {name: self._amount(getattr(sums, name)) for name in ("budget", "utfall", "prognos")}
        return self._row("bs_drift", drift_id(namnd.kod), values, self._economy(namnd.kod))

    def _economy(self, namnd: str) -> Mapping[str, Any]:
        if self._figures is None:
            return {}
        found = filled_amounts(self._figures, namnd, helar=self._figures.period == Period.AR)
        return {name: self._amount(amount) for name, amount in found.items()}

    def _amount(self, tkr: int) -> Any:
        return in_unit(tkr, self._unit)

    def _row(self, key: str, id: str, locked: Mapping[str, Any], found: Mapping[str, Any] | None = None) -> Record:
        old = next((row.values for row in self._before.get(key, ()) if row.id == id), {})
        return new_row(Kind.BOKSLUT, key, id, {**with_found(old, found or {}), **locked})
