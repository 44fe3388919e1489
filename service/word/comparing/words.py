"""A text as words: what is never split, and what is alike in two texts."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

# A day, an amount with its no-break spaces, a number such as 2.3.1 or KF:s, a word; spaces; any other sign alone.
_WORD = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\w)"
    "|[−+]?\\d{1,3}(?:[\u00a0\u202f]\\d{3})+(?:,\\d+)?(?!\\w)"
    r"|[−+]?\w+(?:[.:,](?=\d)\w+|[.:](?=\w)\w+)*"
    r"|\s+|[^\w\s]"
)
_LETTER = re.compile(r"\w")
_DIGITS = re.compile(r"\d+")
_LONGEST = 400_000_000

# (tag, from, to, from, to) in the manner of difflib: equal, delete, insert.
Change = tuple[str, int, int, int, int]


def split(text: str) -> list[str]:
    """The text in pieces that together are the text: words, amounts, runs of spaces, signs."""
    return _WORD.findall(text)


def is_word(text: str) -> bool:
    """Whether there is a letter or digit in it."""
    return _LETTER.search(text) is not None


def only_words(text: str) -> list[str]:
    """Its words and amounts alone."""
    return [piece for piece in split(text) if is_word(piece)]


def without_digits(text: str) -> str | None:
    """The text with each number as one sign, by which a paragraph is known when only its figures changed.

    None where there are too few words to know it by.
    """
    masked = _DIGITS.sub("0", text)
    return masked if len(re.findall(r"[^\W\d_]{2,}", masked)) > 2 else None


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """How the old pieces become the new ones; what is alike between two changes must hold a word, or it changes too.

    Texts with little in common are replaced as a whole: scattered small words would only confuse.
    """
    if len(old) * len(new) > _LONGEST:
        return _whole(old, new)
    blocks = [
        (block.tag, block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in LCSseq.opcodes(_numbered(old, new)[0], _numbered(old, new)[1])
    ]
    kept = [block for n, block in enumerate(blocks) if block[0] == "equal" and _holds(block, n, blocks, old)]
    alike = sum(is_word(piece) for block in kept for piece in old[block[1] : block[2]])
    most = max(sum(map(is_word, old)), sum(map(is_word, new)))
    if most > 3 and alike * 5 < most:
        return _whole(old, new)
    return _between(kept, len(old), len(new))


def _numbered(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    numbers: dict[str, int] = {}
    one, other = ([numbers.setdefault(piece, len(numbers)) for piece in pieces] for pieces in (old, new))
    return one, other


def _holds(block: Change, n: int, blocks: Sequence[Change], old: Sequence[str]) -> bool:
    if n in (0, len(blocks) - 1):
        return True
    return any(is_word(piece) or len(piece) != 1 for piece in old[block[1] : block[2]])


def _whole(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    return _between([], len(old), len(new))


def _between(kept: Sequence[Change], old_end: int, new_end: int) -> list[Change]:
    found: list[Change] = []
    i = j = 0
    for block in [*kept, ("end", old_end, old_end, new_end, new_end)]:
        if block[1] > i:
            found.append(("delete", i, block[1], j, j))
        if block[3] > j:
            found.append(("insert", block[1], block[1], j, block[3]))
        if block[0] == "equal":
            found.append(block)
        i, j = block[2], block[4]
    return found
