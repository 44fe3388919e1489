"""A package in parts of a size that mail and archives take, each a PDF of its own with the numbers of the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from .joining import describe, number_pages, save, take_pages
from .narrowing import narrow
from .outlines import Targets, read_outline, write_outline
from .papers import Bundle, Remark
from .tags import Tags

_MEGA = 1_000_000
_CAUTION, _ATTEMPTS = 0.985, 12  # what a page weighs in its part is not known to the byte
_ELSEWHERE = frozenset((Name.Parent, Name.P, Name.Dest, Name.A, Name.Popup, Name.IRT))
_TOO_LARGE = "Sidan {page} är ensam större än {most} MB och ligger i en del för sig."
_Range = tuple[int, int]


def split(bundle: Bundle, megabytes: float) -> tuple[Bundle, ...]:
    """The package in parts of at most so many MB (million bytes), beside it; the package itself, if it is that small.

    A part ends before a paper where that leaves it at least half full. Stamps, labels and contents keep the numbers
    of the whole; a link to a page in another part opens that part. A single page that is larger is a part alone,
    and a remark says so.
    """
    most = int(megabytes * _MEGA)
    if bundle.path.stat().st_size <= most:
        return (bundle,)
    with pikepdf.open(bundle.path) as pdf:
        loads = _Loads(pdf, bundle)
    room = most * _CAUTION
    for _ in range(_ATTEMPTS):
        parts, largest = _written(bundle, loads.ranges(room), most)
        if largest <= most:
            return tuple(_told(part, most) for part in parts)
        for part in parts:
            part.path.unlink()
        room *= min(0.97, most / largest * 0.98)
    parts, _ = _written(bundle, [(n, n) for n in range(bundle.total)], most)
    return tuple(_told(part, most) for part in parts)


class _Loads:
    """How much each page weighs, counting what pages share once in each part."""

    def __init__(self, pdf: Pdf, bundle: Bundle) -> None:
        self._pages = [dict(_streams(page)) for page in pdf.pages]
        shared = sum({key: size for page in self._pages for key, size in page.items()}.values())
        self._rest = max(0.0, bundle.path.stat().st_size - shared) / len(self._pages)
        self._starts = {place.first - 1 for place in bundle.places}

    def ranges(self, room: float) -> list[_Range]:
        """First and last page of each part, counted from 0."""
        found, start = [], 0
        while start < len(self._pages):
            end = self._end(start, room)
            found.append((start, end))
            start = end + 1
        return found

    def _end(self, start: int, room: float) -> int:
        """The last page that there is room for, or the last before a paper if that is far enough on."""
        seen: set[tuple[int, int]] = set()
        size, good = 0.0, -1
        for n in range(start, len(self._pages)):
            size += self._rest + sum(length for key, length in self._pages[n].items() if key not in seen)
            seen |= self._pages[n].keys()
            if size > room and n > start:
                return good if good >= 0 else n - 1
            if n + 1 in self._starts and size > room / 2:
                good = n
        return len(self._pages) - 1


def _streams(page: Page) -> Iterator[tuple[tuple[int, int], int]]:
    """The streams that a page needs, each with its length as it is stored."""
    waiting: list[object] = [page.obj]
    seen: set[tuple[int, int]] = {page.obj.objgen}
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, Array):
            below = list(thing)
        elif isinstance(thing, (Dictionary, Stream)):
            below = [value for key, value in thing.items() if Name(key) not in _ELSEWHERE]
        else:
            continue
        if isinstance(thing, Stream):
            yield thing.objgen, int(thing.stream_dict.get(Name.Length, 0))
        for value in below:
            if isinstance(value, Object) and value.is_indirect:
                if value.objgen in seen:
                    continue
                seen.add(value.objgen)
            waiting.append(value)


def _written(bundle: Bundle, ranges: Sequence[_Range], most: int) -> tuple[list[Bundle], int]:
    """The parts, and the size of the largest that could be made smaller; no further than to one that is too large."""
    names = [
        f"{bundle.path.stem}-del-{n}-av-{len(ranges)}-sidor-{first + 1}-{last + 1}.pdf"
        for n, (first, last) in enumerate(ranges, 1)
    ]
    parts, largest = [], 0
    for n in range(len(ranges)):
        parts.append(_part(bundle, ranges, names, n))
        largest = max(largest, parts[-1].path.stat().st_size if parts[-1].pages > 1 else 0)
        if largest > most:
            break
    return parts, largest


def _part(bundle: Bundle, ranges: Sequence[_Range], names: Sequence[str], which: int) -> Bundle:
    first, last = ranges[which]
    to = bundle.path.with_name(names[which])
    with pikepdf.open(bundle.path) as source, pikepdf.new() as pdf:
        _lead_elsewhere(source, ranges, names, which)
        pages = take_pages(pdf, source, range(first, last + 1))
        narrow(source, first, last)
        tags = Tags(pdf, bundle.look.language)
        tags.take(source, pages, None, is_part=True)
        tags.write(whole=bundle.is_tagged)
        lines = (entry.within(first, last) for entry in read_outline(source))
        write_outline(pdf, [line for line in lines if line is not None])
        number_pages(pdf, first + 1)
        describe(pdf, replace(bundle.look, title=f"{bundle.look.title}, del {which + 1} av {len(ranges)}"))
        save(pdf, to, [source.pdf_version])
    places = tuple(p for p in bundle.places if p.first <= last + 1 and p.first + p.pages > first + 1)
    return replace(bundle, path=to, first=first + 1, last=last + 1, places=places)


def _lead_elsewhere(source: Pdf, ranges: Sequence[_Range], names: Sequence[str], which: int) -> None:
    """Let links to pages in other parts open these (ISO 32000-1 §12.6.4.3)."""
    first, last = ranges[which]
    targets = Targets(source)
    for page in list(source.pages)[first : last + 1]:
        for link in page.obj.get(Name.Annots, Array()):
            at, view = targets.of(link)
            if at is None or first <= at <= last:
                continue
            other = next(n for n, (low, high) in enumerate(ranges) if low <= at <= high)
            shown = [Name(part) if isinstance(part, str) else part for part in view] or [Name.Fit]
            link.A = Dictionary(
                Type=Name.Action, S=Name.GoToR, F=String(names[other]), D=Array([at - ranges[other][0], *shown])
            )
            if Name.Dest in link:
                del link.Dest


def _told(part: Bundle, most: int) -> Bundle:
    if part.path.stat().st_size <= most:
        return part
    told = _TOO_LARGE.format(page=part.first, most=most / _MEGA)
    return replace(part, remarks=(*part.remarks, Remark(part.path.name, told)))
