"""One of the two documents, as far as its parts are looked up: pictures by what they show, notes by their text."""

import hashlib
from functools import cached_property

from ..ooxml import PPR, TEXT_BOX, Element, P, R, value_of, visible_text, w
from ..package import Package, rels_name, target

_NOTE_KINDS = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


class Side:
    """A part of a document and the package it belongs to."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part

    def beside(self, part: str) -> "Side":
        """Another part of the same document."""
        return Side(self.package, part)

    def related(self, rid: str) -> str | None:
        """The part behind a relationship, or None."""
        return self._targets.get(rid)

    def picture(self, element: Element) -> str:
        """What a drawing is known by: its pictures' bytes and its text boxes; any chart is like any other."""
        shown: list[str] = []
        for node in element.iter():
            for name, rid in node.items():
                part = self.related(str(rid)) if str(name).startswith(f"{{{R}}}") else None
                if part is not None and part in self.package:
                    shown.append("chart" if "/charts/" in f"/{part}" else self._digest(part))
        texts = [visible_text(p) for box in element.iter(TEXT_BOX) for p in box.iter(P)]
        return " ".join([*shown, *texts]) or "drawing"

    def note(self, reference: Element) -> Element | None:
        """The foot- or endnote that a reference leads to, or None."""
        for part in self.package.typed(_NOTE_KINDS[reference.tag]):
            for note in self.package.tree(part):
                if note.get(w("id")) == reference.get(w("id")):
                    return note
        return None

    def note_text(self, reference: Element) -> str:
        """What is read in a note."""
        note = self.note(reference)
        return "" if note is None else "\n".join(visible_text(p) for p in note.iter(P))

    def note_part(self, reference: Element) -> str | None:
        """The part that holds the notes of a reference's kind."""
        return next(iter(self.package.typed(_NOTE_KINDS[reference.tag])), None)

    @cached_property
    def _targets(self) -> dict[str, str | None]:
        if rels_name(self.part) not in self.package:
            return {}
        return {entry.get("Id", ""): target(self.part, entry) for entry in self.package.relationships(self.part)}

    def _digest(self, part: str) -> str:
        return hashlib.sha256(self.package.blobs.get(part, b"")).hexdigest()


def number_of(paragraph: Element) -> str | None:
    """The numId of the list a paragraph itself says it stands in, or None."""
    ppr = paragraph.find(PPR)
    return value_of(None if ppr is None else ppr.find(w("numPr")), "numId")
