"""Is a file one that the service has written, which version is it, and has it been changed since?"""

import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from service import excel, word
from service.naming import fingerprint, name_in
from service.store import Submission, WrittenDocument, document_content, documents_with, submission, version_of

from .house import House


class Verdict(StrEnum):
    """What can be said of a file."""

    UNCHANGED = "oförändrad"
    REPACKED = "omsparad utan ändring"
    CHANGED = "ändrad"
    UNKNOWN = "okänd"


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph or cell that is not as it was written; empty text for one that is new, or gone."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a file; what it was written as, on which uploads, and what has been changed in it since."""

    verdict: Verdict
    document: WrittenDocument | None = None
    submissions: tuple[Submission, ...] = ()
    changes: tuple[Change, ...] = ()
    is_open: bool = True


def verify(house: House, content: bytes) -> Verified:
    """What the service knows of a file's bytes."""
    written = documents_with(house.store, sha256=hashlib.sha256(content).hexdigest())
    if written:
        return _known(house, Verdict.UNCHANGED, written[-1])
    try:
        parts, name = fingerprint(content), name_in(content)
    except ValueError:
        return Verified(Verdict.UNKNOWN)
    if written := documents_with(house.store, fingerprint=parts):
        return _known(house, Verdict.REPACKED, written[-1])
    if name and (written := documents_with(house.store, name=name)):
        return _known(house, Verdict.CHANGED, written[-1], tuple(_changes(house, written[-1], content)))
    return Verified(Verdict.UNKNOWN)


def sources(house: House, document: WrittenDocument) -> tuple[Submission, ...]:
    """The uploads that a document rests on: its plan's, and those of what the plan stood on."""
    version = version_of(house.store, document.submission)
    ground = version.ground if version else ()
    return tuple(submission(house.store, id) for id in (document.submission, *(basis.submission for basis in ground)))


def _known(house: House, verdict: Verdict, document: WrittenDocument, changes: tuple[Change, ...] = ()) -> Verified:
    return Verified(verdict, document, sources(house, document), changes)


def _changes(house: House, document: WrittenDocument, content: bytes) -> Iterator[Change]:
    """What reads otherwise than it was written. Nothing where only looks have been changed, or the file is not kept."""
    original = document_content(house.store, document.sha256)
    if original is None:
        return
    if document.filename.endswith(".xlsx"):
        yield from _changed_cells(original, content)
    else:
        yield from _changed_paragraphs(original, content)


def _changed_cells(original: bytes, content: bytes) -> Iterator[Change]:
    try:
        before, after = excel.cell_texts(original), excel.cell_texts(content)
    except excel.TemplateFault:
        return
    for place in dict.fromkeys([*before, *after]):
        if before.get(place) != after.get(place):
            yield Change(place, before.get(place, ""), after.get(place, ""))


def _changed_paragraphs(original: bytes, content: bytes) -> Iterator[Change]:
    try:
        before, after = word.visible_paragraphs(original), word.visible_paragraphs(content)
    except word.PackageFault:
        return
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            place = f"efter ”{before[start - 1][:60]}”" if start else "i början"
            yield Change(place, "\n".join(before[start:end]), "\n".join(after[new_start:new_end]))
