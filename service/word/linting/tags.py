"""The tags of a part, each with its place; and those that are not whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..ooxml import R_, TC, TR, Element, P, T, w
from ..places import Place
from ..whereabouts import Whereabouts
from .remarks import Remark

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = re.compile(r"\}\}|%\}|#\}")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX = re.compile(r"(tr|tc|p|r)\s")
_SWALLOWED = {
    w("drawing"): "en bild", w("pict"): "en bild", w("object"): "ett inbäddat objekt", w("fldChar"): "ett fält",
    w("instrText"): "ett fält", w("footnoteReference"): "en fotnot", w("endnoteReference"): "en slutnot",
    w("commentReference"): "en kommentar", w("hyperlink"): "en länk", w("sdt"): "en innehållskontroll",
    w("ins"): "en spårad ändring", w("del"): "en spårad ändring", w("txbxContent"): "en textruta",
}  # fmt: skip
_PLAIN_TEXTS = (w("instrText"), w("delText"))


@dataclass(frozen=True)
class Tag:
    """One tag: `kind` is `{{`, `{%` or `{#`, `prefix` p, tr, tc, r or nothing, `body` what stands within.

    `levels` are the elements that it stands in once its prefix has been heeded, outermost first.
    """

    kind: str
    prefix: str
    body: str
    written: str
    place: Place
    element: Element
    levels: tuple[Element, ...] = field(repr=False, default=())

    @property
    def word(self) -> str:
        """The first word of a command: `for`, `endif`."""
        found = re.match(r"\w+", self.body)
        return found.group(0) if found and self.kind == "{%" else ""


@dataclass
class Scan:
    """What a part holds: its whole tags in order, and remarks on those that are not whole."""

    tags: list[Tag]
    remarks: list[Remark]


def scan(root: Element, places: Whereabouts) -> Scan:
    """Read every tag of a part, in the order of the document."""
    found = Scan([], [])
    for element in root.iter(etree.Element):
        if element.tag == P:
            _paragraph(element, places, found)
        elif element.tag in _PLAIN_TEXTS or (element.tag == T and next(element.iterancestors(P), None) is None):
            _string(element.text or "", element, places, found)
        for value in element.attrib.values():
            if "{" in str(value):
                _string(str(value), element, places, found)
    return found


def _string(text: str, element: Element, places: Whereabouts, found: Scan) -> None:
    """Tags in an attribute (an alternative text) or a field's code."""
    for piece in _pieces(text):
        _keep(piece, element, places.of(element), found)


def _paragraph(paragraph: Element, places: Whereabouts, found: Scan) -> None:
    texts = [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]
    whole = "".join(t.text or "" for t in texts)
    if "{" not in whole and "}" not in whole:
        return
    for piece in _pieces(whole):
        covered = _covered(texts, piece.start, piece.end)
        between = _torn(covered, paragraph)
        if between:
            found.remarks.append(Remark("torn", places.of(paragraph), found=piece.written, details={"vad": between}))
        _keep(piece, covered[0], places.of(paragraph), found)


@dataclass(frozen=True)
class _Piece:
    """A tag in a text; `fault` is the code of what keeps it from being whole."""

    start: int
    end: int
    written: str
    kind: str
    inner: str
    fault: str = ""


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    while True:
        opening, closing = _OPENING.search(text, at), _CLOSING.search(text, at)
        if closing and (opening is None or closing.start() < opening.start()):
            yield _Piece(closing.start(), closing.end(), closing.group(0), "", "", "stray_close")
            at = closing.end()
        elif opening:
            piece = _from(text, opening.start(), opening.group(0))
            yield piece
            at = piece.end
        else:
            return


def _from(text: str, start: int, kind: str) -> _Piece:
    """The tag that opens at `start`, as far as it goes."""
    if kind == "{#":
        end = text.find("#}", start)
        stop = len(text) if end < 0 else end + 2
        return _Piece(start, stop, text[start:stop], kind, "", "unclosed" if end < 0 else "")
    closing, following = _CLOSING.search(text, start + 2), _OPENING.search(text, start + 2)
    limit = following.start() if following else len(text)
    if closing is None or closing.start() > limit:
        return _Piece(start, limit, text[start:limit], kind, text[start + 2 : limit], "unclosed")
    fault = "" if closing.group(0) == _CLOSES[kind] else "wrong_close"
    return _Piece(start, closing.end(), text[start : closing.end()], kind, text[start + 2 : closing.start()], fault)


def _keep(piece: _Piece, element: Element, place: Place, found: Scan) -> None:
    if piece.fault:
        details = {"slut": _CLOSES.get(piece.kind, ""), "start": _opens(piece.written)}
        found.remarks.append(Remark(piece.fault, place, found=piece.written.strip(), details=details))
    # A command that is merely not closed still opens its block; a value that is not closed prints nothing.
    if piece.kind == "{%" or (piece.kind and not piece.fault):
        prefix, body = _split(piece.inner)
        tag = Tag(piece.kind, prefix, body, piece.written, place, element)
        found.tags.append(Tag(piece.kind, prefix, body, piece.written, place, element, tuple(_levels(tag))))


def _opens(closing: str) -> str:
    return next((opening for opening, close in _CLOSES.items() if close == closing), "{{")


def _split(inner: str) -> tuple[str, str]:
    """Prefix and body: `p for x in y` is (`p`, `for x in y`); Word's curly quotes are straight here."""
    inner = inner.lstrip("-+") if inner[:1] in "-+" and not inner[1:2].isdigit() else inner
    found = _PREFIX.match(inner)
    body = inner[found.end() :] if found else inner
    # Only a sign that touches the bracket is Jinja's own: `{{ a + }}` lacks a value.
    body = " ".join((body[:-1] if body[-1:] in ("-", "+") else body).split())
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        body = body.replace(curly, straight)
    return (found.group(1) if found else ""), body


def _levels(tag: Tag) -> Iterator[Element]:
    """The elements round a tag, outermost first; a prefix lifts it out of its paragraph, row, cell or run."""
    out = {"p": P, "tr": TR, "tc": TC, "r": R_}.get(tag.prefix)
    around = [tag.element, *tag.element.iterancestors()]
    if out is not None:
        at = next((n for n, element in enumerate(around) if element.tag == out), None)
        around = around[at + 1 :] if at is not None else around
    yield from reversed(around)


def _covered(texts: list[Element], start: int, end: int) -> list[Element]:
    """The text elements that a stretch of a paragraph stands in."""
    at, covered = 0, []
    for text in texts:
        length = len(text.text or "")
        if at < end and at + length > start:
            covered.append(text)
        at += length
    return covered


def _torn(covered: list[Element], paragraph: Element) -> str:
    """What stands in the middle of a tag and would be lost or broken with it; empty for nothing."""
    if len(covered) < 2:
        return ""
    inside = False
    for element in paragraph.iter(etree.Element):
        if element is covered[0]:
            inside = True
        elif element is covered[-1]:
            break
        elif inside and element.tag in _SWALLOWED:
            return _SWALLOWED[element.tag]
    for one, other in ((covered[0], covered[-1]), (covered[-1], covered[0])):
        beyond = [a for a in one.iterancestors() if a not in list(other.iterancestors())]
        around = next((_SWALLOWED[a.tag] for a in beyond if a.tag in _SWALLOWED), "")
        if around:
            return around
    return ""
