"""A paragraph as tokens: words with their look, and what is never split: fields, pictures, links, controls, notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ..ooxml import BR, PPR, R_, RPR, SDT, TAB, Element, T, visible_text, w
from . import words
from .sides import Side

_FIELD, _CODE = w("fldChar"), w("instrText")
_LINK = w("hyperlink")
_SIGNS = {TAB: "\t", BR: "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_PICTURES = (
    w("drawing"),
    w("pict"),
    w("object"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)
# What a page's layout decides is no change of the text.
_LAYOUT = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF|SECTIONPAGES|SECTION)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in the file: a child of a run with the run's look, or an element beside the runs."""

    element: Element
    look: Element | None = None
    in_run: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """The least that is inserted or deleted. `key` pairs it with its like, `full` is all that is read of it.

    A token without key is a mark (a bookmark, a comment's range) that is not read at all. `holder` has content of its
    own that is compared in turn: a link, a content control.
    """

    key: str
    full: str
    look: Element | None = None
    text: str | None = None
    pieces: tuple[Piece, ...] = ()
    holder: Element | None = None
    note: Element | None = None


def content_of(holder: Element) -> Element:
    """Where a link's or a control's runs stand."""
    inner = holder.find(w("sdtContent")) if holder.tag == SDT else holder
    return holder if inner is None else inner


def tokens(holder: Element, side: Side) -> list[Token]:
    """A paragraph's content, or that of a link or control in it, in order."""
    return list(_tokens(_with_fields(_pieces(holder)), side))


def full_text(holder: Element, side: Side) -> str:
    """All that is read of a paragraph, as one text; equal texts, equal paragraphs."""
    quick: list[str] = []
    for child in holder:
        if child.tag == R_:
            for part in child:
                if part.tag == T:
                    quick.append(part.text or "")
                elif part.tag in _SIGNS:
                    quick.append(_sign(part))
                elif part.tag != RPR:
                    return "".join(token.full for token in tokens(holder, side))
        elif child.tag in (_LINK, SDT) or child.tag not in _UNREAD:
            return "".join(token.full for token in tokens(holder, side))
    return "".join(quick)


_UNREAD = {
    PPR, w("bookmarkStart"), w("bookmarkEnd"), w("commentRangeStart"), w("commentRangeEnd"), w("permStart"),
    w("permEnd"),
}  # fmt: skip


def _pieces(holder: Element) -> Iterator[Piece]:
    for child in holder:
        if child.tag == R_:
            look = child.find(RPR)
            yield from (Piece(part, look) for part in child if part.tag != RPR)
        elif child.tag != PPR and isinstance(child.tag, str):
            yield Piece(child, in_run=False)


def _with_fields(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Each piece alone, a complex field with all that is in it together."""
    held: list[Piece] = []
    depth = 0
    for piece in pieces:
        kind = piece.element.get(w("fldCharType")) if piece.element.tag == _FIELD else None
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        held.append(piece)
        if depth <= 0:
            yield held
            held, depth = [], 0
    if held:
        yield held


def _tokens(groups: Iterator[list[Piece]], side: Side) -> Iterator[Token]:
    for group in groups:
        if len(group) > 1:
            yield _field(group)
        else:
            yield from _single(group[0], side)


def _single(piece: Piece, side: Side) -> Iterator[Token]:
    element, tag = piece.element, piece.element.tag
    if tag == T:
        yield from (Token(word, word, piece.look, word) for word in words.split(element.text or ""))
    elif tag in _SIGNS:
        yield Token(_sign(element), _sign(element), piece.look, pieces=(piece,))
    elif tag in (_LINK, SDT):
        inner = "".join(token.full for token in tokens(content_of(element), side))
        kind = f"\ufdd0{'link' if tag == _LINK else 'control'}\ufddf"
        yield Token(kind, f"{kind}{inner}", pieces=(piece,), holder=element)
    elif tag in _NOTES:
        yield Token(
            "\ufdd0note\ufddf", f"\ufdd0{side.note_text(element)}\ufddf", piece.look, pieces=(piece,), note=element
        )
    elif tag in _PICTURES:
        key = f"\ufdd0{side.picture(element)}\ufddf"
        yield Token(key, key, piece.look, pieces=(piece,))
    elif (not piece.in_run and tag in _UNREAD) or tag == w("commentReference"):
        yield Token("", "", piece.look, pieces=(piece,))
    else:
        key = f"\ufdd0{etree.tostring(element, method='c14n').decode()}\ufddf" if piece.in_run else _maths(element)
        yield Token(key, key, piece.look, pieces=(piece,))


def _maths(element: Element) -> str:
    return f"\ufdd0{etree.QName(element).localname} {''.join(map(str, element.itertext()))}\ufddf"


def _sign(element: Element) -> str:
    kind = element.get(w("type")) if element.tag == BR else None
    return _SIGNS[element.tag] if kind in (None, "textWrapping") else f"\ufdd0{kind}\ufddf"


def _field(group: Sequence[Piece]) -> Token:
    """A field is known by what it shows; by its code alone where the layout decides what that is."""
    code = "".join(piece.element.text or "" for piece in group if piece.element.tag == _CODE)
    name = (code.split() or [""])[0].upper()
    shown = "" if _LAYOUT.match(code) else f" {_result(group)}"
    key = f"\ufdd0{name}{shown}\ufddf"
    return Token(key, key, pieces=tuple(group))


def _result(group: Sequence[Piece]) -> str:
    """What a field shows: the text between its separator and its end, fields inside it seen through."""
    shown: list[str] = []
    state: list[str] = []
    for piece in group:
        element = piece.element
        if element.tag == _FIELD:
            kind = element.get(w("fldCharType"), "")
            if kind == "end" and state:
                state.pop()
            elif kind == "begin":
                state.append(kind)
            elif state:
                state[-1] = kind
        elif "begin" not in state:
            shown.append(_words(element))
    return "".join(shown)


def _words(element: Element) -> str:
    if element.tag == T:
        return element.text or ""
    if element.tag in _SIGNS:
        return _sign(element)
    return visible_text(element) if element.tag in (_LINK, SDT) else ""
