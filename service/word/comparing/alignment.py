"""Which items of an older sequence answer to which of a newer one, order kept: equal ones, then like ones."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import Indel, LCSseq

# A match is (place in the old, place in the new); a pair may lack one of them.
Match = tuple[int, int]
Pair = tuple[int | None, int | None]

# Below this many comparisons a gap is searched in full; above it, it is halved first.
_SEARCHED = 10_000
# A bit for each pair of items: 400 million are 50 MB.
_COUNTED = 400_000_000
_LIKE = 0.5


class Comparable(Protocol):
    """What an item shows of itself: all that is read of it, what it is known by, its shape, and its words."""

    @property
    def exact(self) -> str: ...
    @property
    def near(self) -> Hashable | None: ...
    @property
    def shape(self) -> Hashable: ...
    @property
    def words(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of both sequences, ends not included."""

    a: int
    b: int
    c: int
    d: int

    @property
    def size(self) -> int:
        """How many pairs it holds."""
        return (self.b - self.a) * (self.d - self.c)


def align(old: Sequence[Comparable], new: Sequence[Comparable]) -> list[Pair]:
    """Every item of both, in an order that reads well: those that answer to each other as pairs, old ones alone as
    (n, None), new ones alone as (None, n). Equal items are paired first, then those known by the same name or code,
    then those of the same shape that share at least half of their words.

    Linear but for stretches where nothing is equal; those are searched a hundred items at a time.
    """
    whole = Span(0, len(old), 0, len(new))
    found: list[Match] = []
    for step in (_recognised, _equal, _alike):
        found = sorted([*found, *(match for gap in _gaps(found, whole) for match in step(old, new, gap))])
    return list(_pairs(found, whole))


def equal_items(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> Iterator[Match]:
    """Equal items, order kept: anchored on those that occur once in both, the longest common sequence between them."""
    waiting = [span]
    while waiting:
        ends, rest = _trimmed(old, new, waiting.pop())
        yield from ends
        anchors = _rising(_anchors(old, new, rest))
        yield from anchors
        if anchors:
            waiting.extend(_gaps(anchors, rest))
        elif 0 < rest.size <= _COUNTED:
            yield from _common(old, new, rest)


def _trimmed(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> tuple[list[Match], Span]:
    """What is equal at the beginning and the end, and the stretch between."""
    a, b, c, d = span.a, span.b, span.c, span.d
    ends: list[Match] = []
    while a < b and c < d and old[a] == new[c]:
        ends.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        ends.append((b, d))
    return ends, Span(a, b, c, d)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[Match]:
    """Items that occur once in both stretches, whatever their order."""
    once_old, once_new = _once(old, span.a, span.b), _once(new, span.c, span.d)
    return sorted((at, once_new[key]) for key, at in once_old.items() if key in once_new)


def _once(keys: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    counts = Counter(keys[start:end])
    return {keys[n]: n for n in range(start, end) if counts[keys[n]] == 1 and keys[n] not in ("", None)}


def _rising(matches: list[Match]) -> list[Match]:
    """The longest subsequence whose second places rise too (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, place) in enumerate(matches):
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [n]
        before.append(ends[pile - 1] if pile else -1)
    chain: list[Match] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chain.append(matches[n])
        n = before[n]
    return chain[::-1]


def _common(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> Iterator[Match]:
    numbers: dict[Hashable, int] = {}
    one, other = (
        [numbers.setdefault(key, len(numbers)) for key in keys] for keys in (old[span.a : span.b], new[span.c : span.d])
    )
    for block in LCSseq.opcodes(one, other):
        if block.tag == "equal":
            size = block.src_end - block.src_start
            yield from ((span.a + block.src_start + n, span.c + block.dest_start + n) for n in range(size))


def _recognised(old: Sequence[Comparable], new: Sequence[Comparable], whole: Span) -> Iterator[Match]:
    """What is equal at both ends, and between them items that are equal, or known by the same name, and occur once."""
    ends, rest = _trimmed([item.exact for item in old], [item.exact for item in new], whole)
    yield from ends
    same = _anchors([item.exact for item in old], [item.exact for item in new], rest)
    taken = {i for i, _ in same}, {j for _, j in same}
    known = _anchors([_name(item) for item in old], [_name(item) for item in new], rest)
    yield from _rising(sorted([*same, *((i, j) for i, j in known if i not in taken[0] and j not in taken[1])]))


def _name(item: Comparable) -> Hashable | None:
    return None if item.near is None else (item.shape, item.near)


def _equal(old: Sequence[Comparable], new: Sequence[Comparable], gap: Span) -> Iterator[Match]:
    """Equal items that occur several times."""
    one, other = ([item.exact for item in items] for items in (old[gap.a : gap.b], new[gap.c : gap.d]))
    inner = Span(0, len(one), 0, len(other))
    yield from ((gap.a + i, gap.c + j) for i, j in equal_items(one, other, inner))


def _alike(old: Sequence[Comparable], new: Sequence[Comparable], gap: Span) -> Iterator[Match]:
    """Items of one shape that share their words: the choice, order kept, that shares the most."""
    waiting = [gap]
    while waiting:
        span = waiting.pop()
        if not span.size:
            continue
        if span.size > _SEARCHED and span.b - span.a > 1 and span.d - span.c > 1:
            i, j = (span.a + span.b) // 2, (span.c + span.d) // 2
            waiting += [Span(span.a, i, span.c, j), Span(i, span.b, j, span.d)]
        else:
            yield from _best(old, new, span)


def _best(old: Sequence[Comparable], new: Sequence[Comparable], span: Span) -> Iterator[Match]:
    height, width = span.b - span.a, span.d - span.c
    likeness = [[_likeness(old[span.a + i], new[span.c + j]) for j in range(width)] for i in range(height)]
    totals = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            paired = likeness[i][j] + totals[i + 1][j + 1] if likeness[i][j] else 0.0
            totals[i][j] = max(paired, totals[i + 1][j], totals[i][j + 1])
    i = j = 0
    while i < height and j < width:
        if likeness[i][j] and totals[i][j] == likeness[i][j] + totals[i + 1][j + 1]:
            yield span.a + i, span.c + j
            i, j = i + 1, j + 1
        elif totals[i][j] == totals[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(old: Comparable, new: Comparable) -> float:
    """The share of words in common, 0 where it is under half or the shapes differ."""
    if old.shape != new.shape or not old.words or not new.words:
        return 0.0
    return float(Indel.normalized_similarity(old.words, new.words, score_cutoff=_LIKE))


def _gaps(matches: Sequence[Match], whole: Span) -> Iterator[Span]:
    """The stretches between matches."""
    i, j = whole.a, whole.c
    for a, c in [*matches, (whole.b, whole.d)]:
        if a > i or c > j:
            yield Span(i, a, j, c)
        i, j = a + 1, c + 1


def _pairs(matches: Sequence[Match], whole: Span) -> Iterator[Pair]:
    i, j = whole.a, whole.c
    for a, c in [*matches, (whole.b, whole.d)]:
        yield from ((n, None) for n in range(i, a))
        yield from ((None, n) for n in range(j, c))
        if a < whole.b:
            yield a, c
        i, j = a + 1, c + 1
