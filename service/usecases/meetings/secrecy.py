"""What has become secret since it was sent out: secrecy wins at once, over whatever a package was made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schemas.mote import FIL
from schemas.sheets import Record
from service.chain.moten import Mote
from service.documents.motet import DOLD
from service.store import (
    ListedFile,
    PackageOrder,
    Version,
    dispatches,
    listed_files,
    records_of,
    submission,
    submissions_to,
)

from ..house import House
from .loading import FILE, files_sent, load_mote, meeting_id

_ROW = "handling "  # how the key of a paper begins that Målkedjan writes; then comes its row's id


def now_secret(house: House, version: Version, papers: Mapping[str, str], since: str = "") -> Mapping[str, str]:
    """Of papers (the key of each, with the hash of its content where it is a file) those that are secret as the meeting
    stands, each with what it is called in the open (empty: nobody has said). One that has been taken away is as secret
    as when it was last listed, after the submission `since`."""
    files = listed_files(house.store, meeting_id(version.key))
    left = {key for key in papers if key.startswith((FILE, _ROW))}
    found: dict[str, str] = {}
    hashes: set[str] = set()
    for place, rows in enumerate(_handlingar(house, version, since)):
        known = {key_of_row(row): row for row in rows}
        secret = {key: row.values["oppen_rubrik"] for key, row in known.items() if row.values["sekretess"]}
        if place == 0:
            loose = {f"{FILE}{file.name.casefold()}": file for file in files}
            secret |= {key: "" for key, file in loose.items() if file.secret and key not in known}
            hashes = {file.sha256 for key, file in loose.items() if key in secret}
            left -= loose.keys() - known.keys() - secret.keys()
        found |= {key: title for key, title in secret.items() if key in left}
        left -= known.keys() | secret.keys()
        if not left:
            break
    return {**dict.fromkeys((key for key, content in papers.items() if content in hashes), ""), **found}


def sent_mote(house: House, version: Version) -> Mote | None:
    """A meeting as it was last sent out, what has become secret since marked so; None where it has not been."""
    sent = dispatches(house.store, meeting_id(version.key))
    if not sent:
        return None
    key, last = version.key, sent[-1]
    known = submissions_to(house.store, key.kind, key.namnd, key.ar)
    shown = last.submission or next((one.id for one in reversed(known) if one.at <= last.at), version.submission)
    files = files_sent(house, last)
    mote = load_mote(house, replace(version, submission=shown), files)
    return _with_secrecy_of_now(house, version, mote, files, shown)


def exposes(house: House, version: Version, order: PackageOrder) -> bool:
    """Whether the open files of a package hold, or name, what has become secret since it was made."""
    papers = {paper.key: paper.content for paper in order.papers}
    secret = now_secret(house, version, papers, order.submission) if order.papers else {}
    return bool(secret.keys() - _secret_then(house, order)) if secret else False


def key_of_row(row: Record) -> str:
    """What a paper of the sheet Handlingar lastingly is, as a package calls it."""
    return f"{FILE}{row.values['fil'].casefold()}" if row.values["innehall"] == FIL else f"{_ROW}{row.id}"


def _with_secrecy_of_now(house: House, version: Version, mote: Mote, files: Sequence[ListedFile], since: str) -> Mote:
    """A meeting as it was sent out, with what has become secret since marked so."""
    hashes = {file.name.casefold(): file.sha256 for file in files}
    keys = {f"{FILE}{name}": sha256 for name, sha256 in hashes.items()}
    keys |= {f"{_ROW}{row.id}": "" for row in mote.handlingar if row.innehall != FIL}
    secret = now_secret(house, version, keys, since)
    rows = [
        replace(row, sekretess=True, oppen_rubrik=row.oppen_rubrik or secret[key])
        if (key := f"{FILE}{row.fil.casefold()}" if row.innehall == FIL else f"{_ROW}{row.id}") in secret
        else row
        for row in mote.handlingar
    ]
    added = [replace(one, sekretess=True) if f"{FILE}{one.fil.casefold()}" in secret else one for one in mote.tillagda]
    return replace(mote, handlingar=tuple(rows), tillagda=tuple(added))


def _secret_then(house: House, order: PackageOrder) -> set[str]:
    """The keys of what was secret when a package was made."""
    rows = records_of(house.store, submission(house.store, order.submission)).get("handling", ())
    known = {key_of_row(row): bool(row.values["sekretess"]) for row in rows}
    loose = {paper.key: paper.title == DOLD for paper in order.papers}  # a file that no row names has no other title
    return {key for key, secret in {**loose, **known}.items() if secret}


def _handlingar(house: House, version: Version, since: str) -> Iterator[Sequence[Record]]:
    """The sheet Handlingar as it stands, then as it was handed in before, back to the submission `since`."""
    key = version.key
    for place, one in enumerate(reversed(submissions_to(house.store, key.kind, key.namnd, key.ar))):
        if place and one.id == since:
            return
        yield records_of(house.store, one).get("handling", ())
