"""What a page's content leaves open: states, texts and marks, counted so that each can be closed."""

import re
from collections.abc import Sequence

from pikepdf import Array, Name, Object, Page, Pdf, PdfError, Stream, parse_content_stream

_COUNTED = "q Q BT ET BMC BDC EMC MP"
_END = "/MalkedjanSlut"
# Content with neither literal strings, comments nor pictures in line can be counted by its words, once its hexadecimal
# strings are taken out. It is what LibreOffice writes, and twenty times as fast as reading every operand.
_STRINGS = re.compile(rb"<[0-9A-Fa-f\s]*>")
_PICTURE = re.compile(rb"\bBI\b")
_DELIMITERS = bytes.maketrans(b"<>[]{}", b"      ")
_WORDS = {word.encode("ascii"): word for word in _COUNTED.split()}


def left_open(pdf: Pdf, page: Page) -> tuple[bytes, bytes] | None:
    """What must stand before and after the content; None where it cannot be told, as a string in it has no end."""
    own = own_contents(page)
    found = _by_words(own)
    if found is None:
        found = _by_reading(pdf, page, own)
    return None if found is None else _balance(found)


def own_contents(page: Page) -> list[Object]:
    """The streams that the page's content is in."""
    given = page.obj.get(Name.Contents)
    if given is None:
        return []
    return list(given) if isinstance(given, Array) else [given]


def unpacked(own: Sequence[Object]) -> bytes | None:
    """The content as it is read; None if it cannot be unpacked."""
    try:
        return b"\n".join(stream.read_bytes() for stream in own if isinstance(stream, Stream))
    except PdfError:
        return None


def _by_words(own: Sequence[Object]) -> list[str] | None:
    content = unpacked(own)
    bare = None if content is None else _STRINGS.sub(b" ", content)
    if bare is None or b"(" in bare or b"%" in bare or _PICTURE.search(bare):
        return None
    if bare.count(b"<") != 2 * bare.count(b"<<"):
        return None
    words = bare.translate(_DELIMITERS).replace(b"/", b" /").split()
    return [_WORDS[word] for word in words if word in _WORDS]


def _by_reading(pdf: Pdf, page: Page, own: Sequence[Object]) -> list[str] | None:
    page.obj.Contents = Array([*own, pdf.make_stream(f"\n{_END} MP".encode("ascii"))])
    try:
        found = [str(instruction.operator) for instruction in parse_content_stream(page, _COUNTED)]
    except PdfError:
        found = []
    page.obj.Contents = Array(own)
    return found[:-1] if found[-1:] == ["MP"] else None


def _balance(found: Sequence[str]) -> tuple[bytes, bytes]:
    level = lowest = texts = marks = 0
    for operator in found:
        match operator:
            case "q":
                level += 1
            case "Q":
                level -= 1
                lowest = min(lowest, level)
            case "BT" | "ET":
                texts = 1 if operator == "BT" else 0
            case "BMC" | "BDC":
                marks += 1
            case "EMC":
                marks = max(0, marks - 1)
    before, after = 1 - lowest, 1 - lowest + level
    return b"q\n" * before, b"\n" + b"ET\n" * texts + b"EMC\n" * marks + b"Q\n" * after
