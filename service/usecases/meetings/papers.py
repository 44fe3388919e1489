"""The papers of a meeting, in its order: those that are written here, those of the plans, and the files added."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import PurePath
from typing import Any

from schemas.mote import FIL
from service.chain.moten import Bilaga, Mote, Punkt, year_of
from service.chain.plans import Installningar
from service.documents import DOCUMENTS, foredragningslista, kallelse, tjansteskrivelse
from service.documents.motet import oppen_titel
from service.documents.wording import day as day_in_words
from service.store import MeetingFile, Version, meeting_files

from ..answers import refused
from ..house import House
from ..loading.plans import settings
from ..papers.orders import Order
from ..papers.preparing import Prepared, prepare
from .loading import FILE, load_mote, meeting_id

KINDS: Mapping[str, str] = {
    "verksamhetsplan": "verksamhetsplan", "detaljbudget": "detaljbudget", "delårsrapport": "delarsrapport",
    "årsberättelse": "arsberattelse", "mål- och resursplan": "mrp", "styrdokument": "styrdokument",
}  # fmt: skip

_FIRST: Mapping[str, Callable[[Mote, Installningar], Any]] = {
    "kallelse": kallelse.context_for, "foredragningslista": foredragningslista.context_for,
}  # fmt: skip


@dataclass(frozen=True)
class MeetingPaper:
    """A paper of the package: what it lastingly is, where it stands, and what it is made of: a document or a file."""

    key: str
    numbers: tuple[int, ...]
    number: str
    title: str
    sections: tuple[str, ...]
    open_title: str = ""
    secret: bool = False
    prepared: Prepared | None = None
    file: MeetingFile | None = field(default=None, repr=False)

    @property
    def content(self) -> str:
        """What its content is known by: the same for as long as a reader would see no difference."""
        return self.prepared.name if self.prepared else self.file.sha256 if self.file else ""

    @property
    def plan(self) -> str:
        """The submission that it shows."""
        return self.prepared.version.submission if self.prepared else ""

    @property
    def stamp(self) -> str:
        """What stands at the top of its pages: `Ärende 4, bilaga 2`."""
        if not self.number:
            return self.title
        arende, *bilaga = self.number.split(".")
        return f"Ärende {arende}, bilaga {bilaga[0]}" if bilaga else f"Ärende {arende}"


@dataclass(frozen=True)
class Meeting:
    """A meeting with all that its papers are made of."""

    version: Version
    mote: Mote
    installningar: Installningar

    @property
    def stem(self) -> str:
        """How its files begin: `sn-2026-12-10`."""
        datum = self.mote.uppgifter.datum
        return f"{self.mote.namnd.lower()}-{datum.isoformat() if datum else ''}"

    @property
    def title(self) -> str:
        """`Socialnämnden den 10 december 2026`."""
        datum = self.mote.uppgifter.datum
        return self.installningar.namnd_namn(self.mote.namnd) + (f" den {day_in_words(datum)}" if datum else "")


def open_meeting(house: House, version: Version) -> Meeting:
    """A meeting ready to make papers of. Raises `Refused` for one that says neither nämnd nor day."""
    mote = load_mote(house, version)
    if not mote.namnd or mote.uppgifter.datum is None:
        raise refused("mote-utan-dag", mote=version.key.namnd)
    return Meeting(version, mote, settings(house, version.key.ar))


def own_paper(house: House, meeting: Meeting, kind: str, context: Any, dnr: str = "") -> Prepared:
    """A paper that the meeting itself gives."""
    day = meeting.mote.uppgifter.datum
    assert day is not None  # seen to by `open_meeting`
    kommun = meeting.installningar.kommun.namn
    properties = {
        "title": context.rubrik, "author": kommun, "subject": meeting.title, "company": kommun,
        "created": datetime.combine(day, time(12)), "custom": {"Diarienummer": dnr or "–"},
    }  # fmt: skip
    order = Order(kind, day.year, meeting.mote.namnd)
    template = house.template(DOCUMENTS[kind].template)
    return Prepared(order, DOCUMENTS[kind], template, context, properties, meeting.version)


def papers_of_meeting(house: House, meeting: Meeting) -> Iterator[MeetingPaper]:
    """Every paper in order: summons and agenda, then each ärende's tjänsteskrivelse and bilagor. Raises `Refused`."""
    for number, (kind, context_for) in enumerate(_FIRST.items(), 1):
        made = own_paper(house, meeting, kind, context_for(meeting.mote, meeting.installningar))
        yield MeetingPaper(kind, (0, number), "", DOCUMENTS[kind].title, (), prepared=made)
    files = {f.name.casefold(): f for f in meeting_files(house.store, meeting_id(meeting.version.key))}
    for punkt in meeting.mote.punkter:
        if not punkt.utgar:
            yield from _papers_of(house, meeting, punkt, files)


def _papers_of(
    house: House, meeting: Meeting, punkt: Punkt, files: Mapping[str, MeetingFile]
) -> Iterator[MeetingPaper]:
    section = (f"{punkt.nummer}. {punkt.rad.rubrik}",)
    if punkt.skrivelse:
        context = tjansteskrivelse.context_for(meeting.mote, meeting.installningar, punkt)
        made = own_paper(house, meeting, "tjansteskrivelse", context, punkt.rad.dnr)
        key, number = f"skrivelse {punkt.rad.id}", str(punkt.nummer)
        yield MeetingPaper(key, (punkt.nummer, 0), number, "Tjänsteskrivelse", section, prepared=made)
    for bilaga in punkt.bilagor:
        yield _appendix(house, meeting, bilaga, section, files)


def _appendix(
    house: House, meeting: Meeting, bilaga: Bilaga, section: tuple[str, ...], files: Mapping[str, MeetingFile]
) -> MeetingPaper:
    row = bilaga.rad
    file = files.get(row.fil.casefold()) if row.innehall == FIL else None
    return MeetingPaper(
        key=f"{FILE}{row.fil.casefold()}" if row.innehall == FIL else f"handling {row.id}",
        numbers=(bilaga.arende, bilaga.nummer), number=bilaga.beteckning, title=row.titel, sections=section,
        open_title=oppen_titel(bilaga), secret=bool(row.sekretess), file=file,
        prepared=None if row.innehall == FIL else prepare(house, order_of(meeting, bilaga)),
    )  # fmt: skip


def order_of(meeting: Meeting, bilaga: Bilaga) -> Order:
    """The document that an appendix is."""
    row, ar = bilaga.rad, year_of(bilaga.rad, meeting.version.key.ar)
    kind = KINDS[row.innehall or "verksamhetsplan"]
    namnd = {"mrp": "", "styrdokument": row.namn}.get(kind, meeting.mote.namnd)
    return Order(kind, ar, namnd, version=int(row.version or 0), period=row.period or "", utkast=True)


def ending_of(name: str) -> str:
    """A file's ending without its dot, in lower case."""
    return PurePath(name).suffix.removeprefix(".").lower()


def sha256_of(data: bytes) -> str:
    """What a file is known by."""
    return hashlib.sha256(data).hexdigest()
