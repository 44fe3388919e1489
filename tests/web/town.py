"""A small municipality in the middle of its year: plans in every state, and somebody in every role."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from samples.source.moten import DELEGATIONSFIL
from schemas.workbooks import Kind, Period
from service.chain.values import Decision
from service.findings import has_fel
from service.store import FILENAME, Account, PlanKey, Role, account, copy_database, save_account, set_password_hash
from service.usecases.accounts.passwords import hashed
from service.usecases.adopt import adopt
from service.usecases.demo.followups import VP_ADOPTED, decided
from service.usecases.demo.year import AR, MRP_DECISION, SAMPLES
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.loading.year import year
from service.usecases.meetings.files import add_file
from service.usecases.meetings.loading import find_meeting
from service.usecases.meetings.package_line import FOLDER, make_package
from service.usecases.meetings.package_orders import order_package
from service.usecases.oversight.overview import overview
from service.usecases.papers.generate import remember
from service.usecases.papers.orders import Order
from service.usecases.papers.preparing import prepare
from service.usecases.submitting.submit import Receipt, submit

from ..usecases.people import Person
from .browser import PASSWORD

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
REPORTING = datetime(2027, 5, 29, 9, 0, tzinfo=UTC)
SECRET_WORDS = "Brunnsgatans förskola stängs i hemlighet"
PEOPLE = {
    "admin": ("Anna Admin", {Role.ADMINISTRATOR}, ()),
    "mallansvarig": ("Mats Mall", {Role.MALLANSVARIG}, ()),
    "ekonom": ("Eva Ekonom", {Role.EKONOM}, ()),
    "bun": ("Hanna Handläggare", {Role.HANDLAGGARE}, ("BUN",)),
    "sn": ("Sven Social", {Role.HANDLAGGARE}, ("SN",)),
    "ks": ("Karin Kansli", {Role.HANDLAGGARE}, ("KS",)),
    "sekreterare": ("Nils Nämnd", {Role.NAMNDSEKRETERARE}, ("SN",)),
    "lasare": ("Lars Läsare", {Role.LASARE}, ()),
}
MEETING, SECRET_TITLE = "SN 2026-12-10", "Delegationsbeslut november 2026"
DRAFT, MENDED, HANDED_IN, ADOPTED = (PlanKey(Kind.VERKSAMHETSPLAN, kod, AR) for kod in ("SN", "BUN", "KFN", "MHN"))

DRAFTED, REPORTED, APPROVED = (PlanKey(Kind.UPPFOLJNING, kod, AR, "", Period.T1.value) for kod in ("BUN", "KFN", "MHN"))
FIGURES = PlanKey(Kind.BOKSLUT, "", AR, "", Period.T1.value)
REPORT_APPROVED = date(2027, 5, 27), 61


def email_of(who: str) -> str:
    """Somebody's address."""
    return f"{who}@exempelkommun.se"


def sample(name: str) -> bytes:
    """A sample workbook."""
    return (SAMPLES / name).read_bytes()


def secret_draft() -> bytes:
    """Socialnämnden's workbook with words that only its own may read, and over its frame (a fel)."""
    person = Person(sample(f"verksamhetsplan-{AR}-sn.xlsx"))
    person.cell("Aktiviteter", 1, "Aktivitet").value = SECRET_WORDS
    cell = person.cell("Detaljbudget", 5, "Personalkostnader")
    cell.value = int(cell.value) + 1000
    return person.saved()


def build_town(data: Path) -> None:
    """Make the municipality in a data directory."""
    with open_house(data, lambda: NOW) as house:
        _governing(house)
        faulty = taken_in(house, secret_draft(), f"verksamhetsplan-{AR}-sn.xlsx", "Sven Social")
        assert has_fel(faulty.findings)
        for kod in ("bun", "kfn", "mhn"):
            name = f"verksamhetsplan-{AR}-{kod}.xlsx"
            taken_in(house, sample(name), name, "Hanna Handläggare")
        hand_in(house, HANDED_IN, by="Hanna Handläggare", acknowledge=True)
        decided(house, ADOPTED, *VP_ADOPTED)
        taken_in(house, sample(f"mote-{AR}-sn.xlsx"), f"mote-{AR}-sn.xlsx", "Nils Nämnd")
        add_file(house, MEETING, DELEGATIONSFIL, b"%PDF-1.4 not much of one", by="Nils Nämnd")
        for key in (ADOPTED, DRAFT):
            written(house, key)
        _people(house)
        packed(house)
        overview(house, account(house.store, "konto-admin"), year(house, AR))  # type: ignore[arg-type]
        copy_database(house.store, data / "town.db")


def build_reporting(town: Path, data: Path) -> None:
    """The same municipality on the day after the nämnder's delårsrapport for April was due: miljö- och
    hälsoskyddsnämnden's is approved, kultur- och fritidsnämnden's handed in, barn- och utbildningsnämnden's a draft
    and socialnämnden's not begun; the municipality's own figures are a draft too."""
    copy_of(town, data)
    with open_house(data, lambda: REPORTING) as house:
        for key in (MENDED, HANDED_IN):
            if key is MENDED:
                hand_in(house, key, by="Hanna Handläggare", acknowledge=True)
            adopt(
                house, key, Decision(key.namnd, VP_ADOPTED[0], VP_ADOPTED[1], f"{key.namnd} 2026/101"), by="Nils Nämnd"
            )
        for kod in ("bun", "kfn", "mhn"):
            name = f"uppfoljning-{AR}-t1-{kod}.xlsx"
            taken_in(house, sample(name), name, "Hanna Handläggare")
        hand_in(house, REPORTED, by="Hanna Handläggare", acknowledge=True)
        decided(house, APPROVED, *REPORT_APPROVED)
        taken_in(house, sample(f"bokslut-{AR}-t1.xlsx"), f"bokslut-{AR}-t1.xlsx", "Eva Ekonom")
        copy_database(house.store, data / "town.db")


def _governing(house: House) -> None:
    for name in (f"installningar-{AR}.xlsx", f"mrp-{AR}.xlsx"):
        taken_in(house, sample(name), name, "Eva Ekonom")
    key = PlanKey(Kind.MRP, "", AR)
    hand_in(house, key, by="Eva Ekonom", acknowledge=True)
    adopt(house, key, MRP_DECISION, by="Eva Ekonom")
    name = f"mrp-{AR}-forslag-oppositionen.xlsx"
    taken_in(house, sample(f"forslag/{name}"), name, "Eva Ekonom", proposal="oppositionen")


def taken_in(house: House, blob: bytes, name: str, by: str, proposal: str = "") -> Receipt:
    """The receipt for a workbook that could be read."""
    receipt = submit(house, blob, name, by=by, proposal=proposal)
    assert receipt.stored, receipt.findings
    return receipt


def written(house: House, key: PlanKey) -> None:
    """The plan's paper, written as the service writes it, without page numbers: LibreOffice would take seconds."""
    prepared = prepare(house, Order("verksamhetsplan", key.ar, key.namnd))
    remember(house, prepared, prepared.order.file_name, prepared.render())


def packed(house: House) -> str:
    """A package of the meeting, made without LibreOffice; its id."""
    who = account(house.store, "konto-sekreterare")
    assert who is not None
    id = order_package(house, who, find_meeting(house, MEETING), pdf=False)
    make_package(house, id)
    return id


def _people(house: House) -> None:
    kept = hashed(PASSWORD)
    for who, (name, roles, namnder) in PEOPLE.items():
        made = Account(f"konto-{who}", email_of(who), name, frozenset(roles), frozenset(namnder), NOW)
        save_account(house.store, made)
        set_password_hash(house.store, made.id, kept)


def copy_of(data: Path, target: Path) -> Path:
    """A data directory of one's own with the same municipality."""
    target.mkdir()
    (target / FILENAME).write_bytes((data / "town.db").read_bytes())
    shutil.copytree(data / FOLDER, target / FOLDER)
    return target
