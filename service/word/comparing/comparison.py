"""Two whole documents become one with tracked changes: body, headers, footers, notes."""

from collections.abc import Iterator
from datetime import UTC, datetime

from ..check import faults
from ..faults import PackageFault
from ..ooxml import BOOKMARK_START, Element, P, R, make, query, w
from ..package import Package, main_part, open_package, text_parts
from .carrying import Carrier
from .identities import renumber
from .marking import Marker, number
from .paragraphs import Paragraphs
from .plain import Tally, make_plain, tally
from .sides import Side
from .stories import Stories

_SECTIONS = query("//w:sectPr")
_EDGES = (w("headerReference"), w("footerReference"))


def compare(old: bytes, new: bytes, *, author: str, at: datetime) -> bytes:
    """The newer document (.docx) with what differs from the older one as tracked changes by `author` at `at`.

    Accepting all changes gives the newer text, rejecting all the older, paragraph by paragraph and cell by cell.
    Paragraphs and rows that stand elsewhere unchanged are marked as moved. A table whose columns changed is replaced
    as a whole; so are fields, pictures and formulas. The looks of words and paragraphs are tracked too, those of tables
    and sections are the newer document's. So are contents lists and page numbers, bookmarks, comments, charts that
    both have, and headers that only one has: none of these is marked. Controls and links within the document that are
    gone leave their words. Tracked changes that stand in either document are taken as accepted (see `tracked`).
    The same documents, author and time give the same bytes. Raises PackageFault for what is no Word document.
    """
    older, newer = _opened(old), _opened(new)
    marker = Marker(author, _moment(at))
    carrier = Carrier(older, newer)
    for one, other in _pairs_of_parts(older, newer):
        _compare_roots(one, other, carrier, marker)
    _compare_notes(older, newer, carrier, marker)
    for note in carrier.taken_notes():
        marker.blocks("del", note)
    carrier.settle_lists()
    _identify(newer)
    wrong = faults(newer)
    if wrong:
        raise PackageFault(wrong)
    return newer.to_bytes()


def tracked(docx: bytes) -> Tally:
    """How many tracked changes a document has. Raises PackageFault for what is no Word document."""
    package = _read(docx)
    return sum((tally(package.tree(name)) for name in text_parts(package)), Tally())


def _read(docx: bytes) -> Package:
    package = open_package(docx)
    root = package.tree(main_part(package))
    if root.tag != w("document") or root.find(w("body")) is None:
        strict = "purl.oclc.org/ooxml" in str(root.tag)
        raise PackageFault(
            "filen är sparad som Strikt Open XML; spara den som vanligt Word-dokument (.docx)" if strict
            else "filen är inget Word-dokument"
        )  # fmt: skip
    return package


def _opened(docx: bytes) -> Package:
    """A document without earlier changes, its body ended by a paragraph as Word itself ends it."""
    package = _read(docx)
    for name in text_parts(package):
        make_plain(package.tree(name))
    body = _body(package)
    blocks = [child for child in body if child.tag != w("sectPr")]
    if not blocks or (blocks[-1].tag != P and blocks[-1].tag != w("sdt")):
        body.insert(len(blocks), make("p"))
    return package


def _body(package: Package) -> Element:
    body = package.tree(main_part(package)).find(w("body"))
    assert body is not None
    return body


def _moment(at: datetime) -> str:
    """The time as Word writes it: UTC, to the second."""
    return (at if at.tzinfo is None else at.astimezone(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _pairs_of_parts(older: Package, newer: Package) -> Iterator[tuple[Side, Side]]:
    yield Side(older, main_part(older)), Side(newer, main_part(newer))
    before, seen = _edges(older), set[str]()
    for key, part in _edges(newer).items():
        if key in before and part not in seen:
            seen.add(part)
            yield Side(older, before[key]), Side(newer, part)


def _edges(package: Package) -> dict[tuple[int, str, str], str]:
    """Headers and footers by section, kind and pages."""
    side = Side(package, main_part(package))
    found: dict[tuple[int, str, str], str] = {}
    for n, section in enumerate(_SECTIONS(package.tree(side.part))):
        for edge in section.iterchildren(*_EDGES):
            part = side.related(edge.get(f"{{{R}}}id", ""))
            if part is not None and part in package:
                found[n, str(edge.tag), edge.get(w("type"), "default")] = part
    return found


def _compare_roots(old: Side, new: Side, carrier: Carrier, marker: Marker) -> None:
    one, other = old.package.tree(old.part), new.package.tree(new.part)
    body, its = other.find(w("body")), one.find(w("body"))
    stories = Stories(Paragraphs(old, new, carrier, marker))
    stories.compare(one if its is None else its, other if body is None else body)


def _compare_notes(older: Package, newer: Package, carrier: Carrier, marker: Marker) -> None:
    """Notes whose references answer to each other are compared as the body is."""
    for old, new in carrier.answering_notes:
        stories = Stories(Paragraphs(old[0], new[0], carrier, marker))
        stories.compare(old[1], new[1])


def _identify(package: Package) -> None:
    roots = [package.tree(name) for name in text_parts(package)]
    renumber(roots)
    last = max((int(mark.get(w("id"), "0")) for root in roots for mark in root.iter(BOOKMARK_START)), default=0)
    number(roots, last)
