"""What is written of a meeting and of each ärende in forms: when and where, the ärende itself, its tjänsteskrivelse."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.newrows import new_row
from service.store import Account

from ..house import House
from .change import Changed, Records, change_meeting
from .forms import RowForm, Saved, save_form

Rows = Mapping[str, Sequence[Record]]
Typed = Mapping[str, str]

UPPGIFTER = RowForm("mote", (
    "datum", "tid", "plats", "ordforande", "sekreterare", "kallade", "forhinder", "utskick", "senaste_paragraf",
))  # fmt: skip
ARENDE = RowForm("arende", ("rubrik", "typ", "dnr", "foredragande", "forslag", "skickas_till"))
SKRIVELSE = RowForm("tjansteskrivelse", (
    "datum", "handlaggare", "chef", "sammanfattning", "beskrivning", "ekonomi", "underlag",
))  # fmt: skip


def save_uppgifter(house: House, who: Account, name: str, typed: Typed, seen: str) -> Saved:
    """Save when and where the nämnd meets, and who is called. Raises as `save_form`."""
    return save_form(
        house, who, name, UPPGIFTER, typed, seen, "Mötets uppgifter", find=lambda rows: next(iter(rows["mote"]), None),
        place=lambda records, row: {**records, "mote": [row]},
    )  # fmt: skip


def save_arende(house: House, who: Account, name: str, id: str, typed: Typed, seen: str) -> Saved:
    """Save what an ärende says. Raises as `save_form`, and `LookupError` where the ärende is gone."""
    return save_form(
        house, who, name, ARENDE, typed, seen, "Ärendets uppgifter", find=lambda rows: arende_row(rows, id),
        place=lambda records, row: {**records, "arende": with_row(records["arende"], row)},
    )  # fmt: skip


def save_skrivelse(house: House, who: Account, name: str, id: str, typed: Typed, seen: str) -> Saved:
    """Save an ärende's tjänsteskrivelse, which may be its first. Raises as `save_arende`."""

    def placed(records: Records, row: Record) -> Records:
        rows = records.get("tjansteskrivelse", [])
        if row.id:
            return {**records, "tjansteskrivelse": with_row(rows, row)}
        return {**records, "tjansteskrivelse": [*rows, row.holding(arende=label_of(records, id))]}

    return save_form(
        house, who, name, SKRIVELSE, typed, seen, "Tjänsteskrivelse", find=lambda rows: skrivelse_row(rows, id),
        place=placed, blank=new_row(Kind.MOTE, "tjansteskrivelse", "", {}),
    )  # fmt: skip


def remove_skrivelse(house: House, who: Account, name: str, id: str) -> Changed:
    """Take an ärende's tjänsteskrivelse away; it stands in the meeting's earlier workbooks. Raises as `save_arende`."""

    def without(records: Records) -> Records:
        row = skrivelse_row(records, id)
        rows = [one for one in records.get("tjansteskrivelse", []) if row is None or one.id != row.id]
        return {**records, "tjansteskrivelse": rows}

    return change_meeting(house, who, name, without, "Tjänsteskrivelse borttagen")


def arende_row(rows: Rows, id: str) -> Record:
    """The row of an ärende. Raises `LookupError`."""
    found = next((row for row in rows.get("arende", ()) if row.id == id), None)
    if found is None:
        raise LookupError(f"no ärende {id}")
    return found


def skrivelse_row(rows: Rows, id: str) -> Record | None:
    """The row of an ärende's tjänsteskrivelse; None where it has none. Raises `LookupError` without the ärende."""
    return next((row for row in rows.get("tjansteskrivelse", ()) if belongs(rows, row, id)), None)


def belongs(rows: Rows, row: Record, id: str) -> bool:
    """Whether a row of another sheet names the ärende: by its label or, where no label is so, by its number."""
    arende = arende_row(rows, id)
    named = str(row.values["arende"]).strip().casefold()
    labels = {one.values["beteckning"].casefold() for one in rows["arende"]}
    if named in labels:
        return bool(named == arende.values["beteckning"].casefold())
    return named == str([one.id for one in rows["arende"]].index(id) + 1)


def label_of(rows: Rows, id: str) -> str:
    """What rows of other sheets name an ärende by: its label or, without one, its number. Raises `LookupError`."""
    arende = arende_row(rows, id)
    return arende.values["beteckning"] or str([one.id for one in rows["arende"]].index(id) + 1)


def with_row(rows: Sequence[Record], row: Record) -> list[Record]:
    """The rows with the one of that id as it is given."""
    return [row if one.id == row.id else one for one in rows]
