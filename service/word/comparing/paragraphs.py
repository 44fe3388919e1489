"""A paragraph in its older and its newer form becomes one that shows both."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from ..ooxml import PPR, RPR, VAL, Element, P, make_text, w
from . import words
from .carrying import Carrier
from .marking import Marker, Status
from .runs import run
from .sides import Side, number_of
from .tokens import Token, content_of, tokens

_UNTOLD_LOOKS = {w("lang"), w("noProof"), w("rPrChange"), w("webHidden")}
_UNTOLD_PROPERTIES = {RPR, w("sectPr"), w("pPrChange"), w("numPr"), w("rsid")}


@dataclass
class Told:
    """A token as it is to stand: with what happened to it, and the look it had where that changed."""

    status: Status
    token: Token
    before: Token | None = None


@dataclass
class Paragraphs:
    """Compares paragraphs of one part."""

    old: Side
    new: Side
    carrier: Carrier
    marker: Marker

    def compare(self, old: Element, new: Element) -> None:
        """Let the newer paragraph show what it was; its mark is left alone."""
        self.carrier.learn(number_of(old), number_of(new))
        self.content(old, new)
        if self.properties_key(old, self.old) != self.properties_key(new, self.new):
            self.marker.old_properties(new, self.properties(old))

    def content(self, old: Element, new: Element) -> None:
        """Let a newer paragraph, link or control show what it said."""
        told = list(self._told(tokens(old, self.old), tokens(new, self.new)))
        if all(one.status == "same" and one.before is None for one in told):
            return
        ppr = new.find(PPR)
        new[:] = [*([] if ppr is None else [ppr]), *self._written(told)]

    def properties(self, old: Element) -> Element | None:
        """A paragraph's older properties, in the newer document's terms."""
        ppr = old.find(PPR)
        return None if ppr is None else self.carrier.one(ppr, self.old, self.new)

    def properties_key(self, paragraph: Element, side: Side) -> str:
        """What a paragraph's own properties amount to; a list's number means nothing in another file."""
        ppr = paragraph.find(PPR)
        return _key(ppr, _UNTOLD_PROPERTIES, self.carrier if side is self.old else None)

    def _look_key(self, look: Element | None, side: Side) -> str:
        return _key(look, _UNTOLD_LOOKS, self.carrier if side is self.old else None)

    def _told(self, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Told]:
        """The tokens of both in reading order; the newer paragraph's marks stay where they stand."""
        old = [token for token in old if token.key]
        read = [(n, token) for n, token in enumerate(new) if token.key]
        found = words.changes([token.key for token in old], [token.key for _, token in read])
        at = 0
        for tag, a, b, c, d in found:
            if tag == "delete":
                yield from (Told("del", token) for token in old[a:b])
                continue
            for k, (n, token) in enumerate(read[c:d]):
                yield from (Told("same", mark) for mark in new[at:n])
                at = n + 1
                yield self._kept(old[a + k], token) if tag == "equal" else Told("ins", token)
        yield from (Told("same", mark) for mark in new[at:])

    def _kept(self, old: Token, new: Token) -> Told:
        if old.holder is not None and new.holder is not None and old.full != new.full:
            self._inside(old.holder, new.holder)
        if old.note is not None and new.note is not None:
            self.carrier.learn_notes(old.note, self.old, new.note, self.new)
        looks_alike = new.look is old.look or self._look_key(old.look, self.old) == self._look_key(new.look, self.new)
        return Told("same", new, None if looks_alike else old)

    def _inside(self, old: Element, new: Element) -> None:
        one, other = content_of(old), content_of(new)
        if any(child.tag == P for holder in (one, other) for child in holder):
            return
        self.content(one, other)

    def _written(self, told: Iterable[Told]) -> Iterator[Element]:
        for status, group in groupby(told, key=lambda one: one.status):
            yield from self.marker.runs(status, list(self._runs(group)))

    def _runs(self, told: Iterable[Told]) -> Iterator[Element]:
        for _, group in groupby(told, key=_together):
            yield from self._run(list(group))

    def _run(self, group: Sequence[Told]) -> Iterator[Element]:
        first = group[0]
        if first.token.text is not None:
            text = "".join(one.token.text or "" for one in group)
            yield self._looking(first, run(self._look(first), make_text("t", text)))
            return
        for one in group:
            for piece in one.token.pieces:
                element, look = piece.element, piece.look
                elements = [element]
                if one.status == "del":
                    look = None if look is None else self.carrier.one(look, self.old, self.new)
                    elements = self.carrier.carried(element, self.old, self.new)
                if piece.in_run:
                    yield from (self._looking(one, run(look, child)) for child in elements)
                else:
                    yield from elements

    def _look(self, told: Told) -> Element | None:
        look = told.token.look
        return self.carrier.one(look, self.old, self.new) if told.status == "del" and look is not None else look

    def _looking(self, told: Told, element: Element) -> Element:
        """A run that tells how it looked before."""
        if told.before is not None:
            look = told.before.look
            self.marker.old_look(element, None if look is None else self.carrier.one(look, self.old, self.new))
        return element


def _together(told: Told) -> tuple[int, int, bool, int]:
    """Words that stood in one run stay in one run."""
    is_text = told.token.text is not None
    return (
        id(told.token.look),
        0 if told.before is None else id(told.before.look) + 1,
        is_text,
        0 if is_text else id(told.token),
    )


def _key(properties: Element | None, untold: set[str], carrier: Carrier | None) -> str:
    if properties is None:
        return ""
    told = [child for child in properties if child.tag not in untold]
    return "".join(sorted(_written(child, carrier) for child in told))


def _written(child: Element, carrier: Carrier | None) -> str:
    kind = {w("pStyle"): "paragraph", w("rStyle"): "character"}.get(child.tag)
    if kind and carrier is not None:
        child = deepcopy(child)
        child.set(VAL, carrier.style(child.get(VAL), kind) or "")
    return etree.tostring(child, method="c14n", exclusive=True, with_tail=False).decode()
