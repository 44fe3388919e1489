"""From checked records to whole plans: amounts in tkr, rows tied to each other by id, numbers put in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from schemas.sheets import Record
from schemas.workbooks import Kind

from . import records as r
from .numbering import GivenNumbers, matt_on, number_rows, plain_series, under, uppdrag_series
from .plans import Installningar, Mrp, Styrdokument, Verksamhetsplan
from .rowtables import RowTable
from .units import unit_of
from .values import Head, Layout, Nummer

Records = Mapping[str, Sequence[Record]]


def assemble_installningar(head: Head, records: Records, layout: Layout) -> Installningar:
    """The settings as a value."""
    table = RowTable(Kind.INSTALLNINGAR, records, None)
    return Installningar(
        head=head, layout=layout,
        kommun=table.form(r.Kommun),
        namnder=table.rows(r.Namnd),
        verksamheter=table.rows(r.Verksamhet),
        enheter=table.rows(r.Enhet),
        kodnyckel=table.rows(r.Kodnyckelrad),
        ordlista=table.rows(r.Ord),
        granser=table.rows(r.Grans),
        statusord=table.rows(r.Statusord),
        regelnivaer=table.rows(r.Regelniva),
        halltider=table.rows(r.Halltid),
        beslut=table.rows(r.Beslut),
    )  # fmt: skip


def assemble_mrp(head: Head, records: Records, layout: Layout, mal_given: GivenNumbers, given: GivenNumbers) -> Mrp:
    """A mål- och resursplan as a value. `mal_given` holds the numbers of the term's goals, `given` the year's."""
    table = RowTable(Kind.MRP, records, unit_of(Kind.MRP, records))
    links = mrp_links(records)
    numbers = mrp_numbers(records, mal_given, given)
    return Mrp(
        head=head, layout=layout,
        uppgifter=table.form(r.MrpUppgifter),
        texter=table.form(r.MrpText),
        visioner=table.rows(r.Vision),
        inriktningsmal=table.rows(r.Inriktningsmal, numbers),
        resultat=table.rows(r.Resultat, numbers, inriktningsmal=links.mal),
        matt=table.rows(r.Matt, numbers, hor_till=links.mal_or_resultat),
        ramar=table.rows(r.Ram),
        ramforandringar=table.rows(r.Ramforandring),
        ramandringar=table.rows(r.Ramandring),
        brygga=table.rows(r.Bryggpost),
        resultatbudget=table.rows(r.Resultatpost),
        kassaflode=table.rows(r.Kassaflodespost),
        balans=table.rows(r.Balanspost),
        investeringar=table.rows(r.Investering),
        antaganden=table.rows(r.Antagande),
        uppdrag=table.rows(r.MrpUppdrag, numbers),
        beslutspunkter=table.rows(r.Beslutspunkt),
        namndtexter=table.rows(r.Namndtext),
        dialoger=table.rows(r.Dialog),
        bekraftelser=table.rows(r.Bekraftelse),
        bilagor=table.rows(r.Bilaga),
    )  # fmt: skip


def assemble_verksamhetsplan(
    head: Head, records: Records, layout: Layout, mrp: Mrp, given: GivenNumbers
) -> Verksamhetsplan:
    """A nämnd's plan as a value, its activities and own mått tied to the MRP's results."""
    table = RowTable(Kind.VERKSAMHETSPLAN, records, unit_of(Kind.VERKSAMHETSPLAN, records))
    results = vp_links(mrp)
    numbers = vp_numbers(records, mrp, given)
    mrp_matt = {matt.id for matt in mrp.matt}
    matt = table.rows(r.VpMatt, numbers, hor_till=results, egen=lambda record: record.id not in mrp_matt)
    return Verksamhetsplan(
        head=head, layout=layout,
        uppgifter=table.form(r.VpUppgifter),
        texter=table.form(r.VpText),
        resultat=table.rows(r.VpResultat),
        matt=matt,
        aktiviteter=table.rows(r.Aktivitet, numbers, resultat=results),
        uppdrag=table.rows(r.Uppdrag),
        ramar=table.rows(r.VpRam),
        budget=table.rows(r.Budgetrad),
        investeringar=table.rows(r.VpInvestering),
        bilagor=table.rows(r.VpBilaga),
    )  # fmt: skip


def assemble_styrdokument(head: Head, records: Records, layout: Layout) -> Styrdokument:
    """A governing document as a value."""
    table = RowTable(Kind.STYRDOKUMENT, records, None)
    return Styrdokument(
        head=head, layout=layout,
        uppgifter=table.form(r.StyrUppgifter),
        kapitel=table.rows(r.Kapitel),
        tabellrader=table.rows(r.Tabellrad),
        bilagor=table.rows(r.StyrBilaga),
    )  # fmt: skip


def by_labels(records: Records) -> dict[str, list[Record]]:
    """An MRP's records with each goal and result named by its label: a number may yet move to another row."""
    labels = {
        row.id: row.values["beteckning"] for key in ("inriktningsmal", "resultat") for row in records.get(key, ())
    }
    links = MrpLinks(records)
    made = {key: list(rows) for key, rows in records.items()}
    for key, name, target in (("resultat", "inriktningsmal", links.mal), ("matt", "hor_till", links.mal_or_resultat)):
        made[key] = [
            replace(row, values={**row.values, name: labels.get(target(row)) or row.values[name]})
            for row in records.get(key, ())
        ]
    return made


class MrpLinks:
    """What a person may write to mean a goal or a result of the same workbook: its label or its official number."""

    def __init__(self, records: Records) -> None:
        self._mal = _labels(records.get("inriktningsmal", ()))
        self._resultat = _labels(records.get("resultat", ()))
        self._written = {key: _written(records.get(key, ())) for key in ("inriktningsmal", "resultat")}

    def mal(self, record: Record) -> str:
        """The row id of the goal that a result names; empty when there is none."""
        return self._mal.get(record.values["inriktningsmal"].rstrip("*").casefold(), "")

    def mal_or_resultat(self, record: Record) -> str:
        """The row id of the goal or result that a mått names; empty when there is none."""
        label = record.values["hor_till"].rstrip("*").casefold()
        return self._mal.get(label) or self._resultat.get(label, "")

    @property
    def mal_labels(self) -> frozenset[str]:
        """Every label and number of the goals, as they are written."""
        return self._written["inriktningsmal"]

    @property
    def resultat_labels(self) -> frozenset[str]:
        """Every label and number of the results, as they are written."""
        return self._written["resultat"]


def mrp_links(records: Records) -> MrpLinks:
    """The labels of an MRP's own rows."""
    return MrpLinks(records)


class VpLinks:
    """What a nämnd may write to mean one of its results: the official number or the MRP's label."""

    def __init__(self, mrp: Mrp) -> None:
        self._ids: dict[str, str] = {}
        for resultat in mrp.resultat:
            self._ids[resultat.beteckning.casefold()] = resultat.id
        for resultat in mrp.resultat:
            self._ids[resultat.nummer.text.casefold()] = resultat.id

    def __call__(self, record: Record) -> str:
        label = record.values.get("resultat") or record.values.get("hor_till") or ""
        return self._ids.get(label.rstrip("*").casefold(), "")


def vp_links(mrp: Mrp) -> VpLinks:
    """The labels of the results that a nämnd's rows may point at."""
    return VpLinks(mrp)


def mrp_numbers(records: Records, mal_given: GivenNumbers, given: GivenNumbers) -> dict[str, Nummer]:
    """The number of every goal, result, mått and task of an MRP, by row id; provisional where none is given yet."""
    links = mrp_links(records)
    goals = records.get("inriktningsmal", ())
    numbers = number_rows((goal.id for goal in goals), mal_given, plain_series)
    for goal in goals:
        children = [row.id for row in records.get("resultat", ()) if links.mal(row) == goal.id]
        numbers |= number_rows(children, given, under(numbers[goal.id].text))
    numbers |= number_rows([row.id for row in records.get("resultat", ()) if not links.mal(row)], given, under("?"))
    numbers |= _matt_numbers(records.get("matt", ()), links.mal_or_resultat, numbers, given)
    return numbers | number_rows((row.id for row in records.get("uppdrag", ())), given, uppdrag_series)


def vp_numbers(records: Records, mrp: Mrp, given: GivenNumbers) -> dict[str, Nummer]:
    """The number of every activity and own mått of a nämnd's plan, by row id; the MRP's mått keep theirs."""
    results = vp_links(mrp)
    parents = {resultat.id: resultat.nummer for resultat in mrp.resultat}
    numbers: dict[str, Nummer] = {}
    activities = records.get("aktivitet", ())
    for parent in dict.fromkeys(results(row) for row in activities):
        spelled = under(parents[parent].text if parent else "?")
        numbers |= number_rows([row.id for row in activities if results(row) == parent], given, spelled)
    fixed = {matt.id: matt.nummer for matt in mrp.matt}
    taken = replace(given, used=given.used | {nummer.text for nummer in fixed.values()})
    own = [row for row in records.get("vp_matt", ()) if row.id not in fixed]
    return numbers | _matt_numbers(own, results, parents, taken) | fixed


def _matt_numbers(
    rows: Sequence[Record], parent_of: Any, parents: Mapping[str, Nummer], given: GivenNumbers
) -> dict[str, Nummer]:
    numbers: dict[str, Nummer] = {}
    for parent in dict.fromkeys(parent_of(row) for row in rows):
        spelled = matt_on(parents[parent].text if parent in parents else "?")
        numbers |= number_rows([row.id for row in rows if parent_of(row) == parent], given, spelled)
    return numbers


def _labels(rows: Sequence[Record]) -> dict[str, str]:
    """Row ids by label and by number; a label wins where it is spelled like another row's number."""
    by_number = {str(row.values.get("nummer", "")).rstrip("*").casefold(): row.id for row in rows}
    by_label = {row.values.get("beteckning", "").casefold(): row.id for row in rows}
    return {key: id for key, id in {**by_number, **by_label}.items() if key}


def _written(rows: Sequence[Record]) -> frozenset[str]:
    labels = (str(row.values.get(name, "")).rstrip("*") for row in rows for name in ("beteckning", "nummer"))
    return frozenset(label for label in labels if label)
