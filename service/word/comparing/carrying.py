"""What is deleted is brought into the newer document with all it needs: styles, lists, pictures, links, notes."""

import posixpath
from copy import deepcopy

from lxml import etree

from ..ooxml import VAL, Element, R, make, query, remove, replace, value_of, w
from ..package import CT, OFFICE_RELS, RELS, TYPES, WORD_ML, Package, default_namespace, main_part, rels_name, target
from .sides import Side
from .tokens import content_of

_STYLES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_LINKS = ("basedOn", "next", "link")
# What stands in one place only, or belongs to the newer document alone.
_LEFT = query(
    ".//w:bookmarkStart|.//w:bookmarkEnd|.//w:commentRangeStart|.//w:commentRangeEnd|.//w:permStart|.//w:permEnd"
    "|.//w:commentReference|.//w:sectPr"
)
_CONTROLS = query(".//w:sdt")
_ANCHORED = query(".//w:hyperlink[@w:anchor and not(@r:id)]")
_UNIQUE = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_REFERENCES = query(".//*[@r:*]")
_NOTES = query(".//w:footnoteReference|.//w:endnoteReference")
_PENDING = "earlier:"


class Carrier:
    """Takes elements of the older document over to the newer."""

    def __init__(self, old: Package, new: Package) -> None:
        self.old, self.new = old, new
        self._styles = Styles(old, new)
        self._parts: dict[str, str] = {}
        self._rids: dict[tuple[str, str, str], str] = {}
        self._lists: dict[str, str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        self.answering_notes: list[tuple[tuple[Side, Element], tuple[Side, Element]]] = []

    def carried(self, element: Element, old: Side, new: Side) -> list[Element]:
        """A copy that means in the newer part what the element meant in the older one.

        Bookmarks, comments and section ends stay behind; a control becomes its content, a link within the document
        becomes its words.
        """
        copy = deepcopy(element)
        copy.tail = None
        holder = make("body", copy)
        for left in _LEFT(holder):
            remove(left)
        for control in reversed(_CONTROLS(holder)):
            replace(control, list(content_of(control)) if control.find(w("sdtContent")) is not None else [])
        for link in _ANCHORED(holder):
            replace(link, list(link))
        self._translate(holder, old, new)
        return list(holder)

    def one(self, element: Element, old: Side, new: Side) -> Element:
        """The copy of an element that stays one: a paragraph, a table, a row, a run's look, a note."""
        return self.carried(element, old, new)[0]

    def _translate(self, holder: Element, old: Side, new: Side) -> None:
        for element in holder.iter(*_STYLES, w("numId")):
            if element.tag == w("numId"):
                element.set(VAL, self.pending(element.get(VAL, "0")))
            else:
                element.set(VAL, self._styles.answering(element.get(VAL, ""), _STYLES[element.tag]))
        for element in _REFERENCES(holder):
            for name, rid in element.items():
                if str(name).startswith(f"{{{R}}}") and rid:
                    element.set(name, self._relationship(str(rid), old, new))
        for element in _NOTES(holder):
            self._note(element, old)
        for element in holder.iter():
            for name in [str(name) for name in element.attrib if str(name).startswith(_UNIQUE)]:
                if name.endswith(("paraId", "textId")):
                    del element.attrib[name]

    def style(self, style_id: str | None, kind: str) -> str | None:
        """The newer document's id of a style of the older one."""
        return None if style_id is None else self._styles.answering(style_id, kind)

    # Lists.

    def pending(self, num_id: str) -> str:
        """A list's number until it is known which list of the newer document it is."""
        return num_id if num_id == "0" or num_id.startswith(_PENDING) else f"{_PENDING}{num_id}"

    def learn(self, old: str | None, new: str | None) -> None:
        """A paragraph stands in the list `old` in the older document and in `new` in the newer: one list."""
        if old and new and "0" not in (old, new):
            self._lists.setdefault(old, new)

    def settle_lists(self) -> None:
        """Put real numbers for pending ones; lists that only the older document has are taken over."""
        roots = [tree for name, tree in self.new.trees.items() if name.startswith("word/")]
        for root in roots:
            for element in root.iter(w("numId")):
                value = element.get(VAL, "")
                if value.startswith(_PENDING):
                    element.set(VAL, self._list(value.removeprefix(_PENDING)))

    def _list(self, num_id: str) -> str:
        if num_id not in self._lists:
            self._lists[num_id] = self._imported(num_id)
        return self._lists[num_id]

    def _imported(self, num_id: str) -> str:
        found = self.old.typed("numbering")
        source = self.old.tree(found[0]) if found else make("numbering")
        num = next((num for num in source.iterfind(w("num")) if num.get(w("numId")) == num_id), None)
        wanted = value_of(num, "abstractNumId")
        definition = next(
            (a for a in source.iterfind(w("abstractNum")) if a.get(w("abstractNumId")) == wanted), None
        )  # fmt: skip
        if num is None or definition is None:
            return "0"
        root = self._numbering()
        definition, num = deepcopy(definition), deepcopy(num)
        for name in ("nsid", "tmpl", "styleLink", "numStyleLink"):
            for child in definition.findall(w(name)):
                definition.remove(child)
        for link in list(definition.iter(w("pStyle"))):
            remove(link)
        abstract_id, new_id = _free(root, "abstractNum", "abstractNumId"), _free(root, "num", "numId")
        definition.set(w("abstractNumId"), abstract_id)
        num.set(w("numId"), new_id)
        for child in num.iterfind(w("abstractNumId")):
            child.set(VAL, abstract_id)
        for picture in list(definition.iter(w("lvlPicBulletId"))):
            remove(picture)
        nums = root.findall(w("num"))
        root.insert(root.index(nums[0]) if nums else len(root), definition)
        (nums[-1] if nums else definition).addnext(num)
        return new_id

    def _numbering(self) -> Element:
        found = self.new.typed("numbering")
        if found:
            return self.new.tree(found[0])
        root = make("numbering")
        self.new.add(
            "word/numbering.xml", root, f"{WORD_ML}.numbering+xml", source=main_part(self.new),
            rel_type=f"{OFFICE_RELS}/numbering",
        )  # fmt: skip
        return root

    # Parts and relationships.

    def _relationship(self, rid: str, old: Side, new: Side) -> str:
        key = (old.part, rid, new.part)
        if key not in self._rids:
            entry = next((e for e in old.package.relationships(old.part) if e.get("Id") == rid), None)
            self._rids[key] = "" if entry is None else self._related(entry, old.part, new.part)
        return self._rids[key]

    def _related(self, entry: Element, old_part: str, new_part: str) -> str:
        """A relationship of the newer part that leads to the same as one of the older part: its id."""
        name = target(old_part, entry)
        if name is None:
            return self._relate(new_part, entry.get("Type", ""), entry.get("Target", ""), external=True)
        there = self._part(name)
        return self._relate(
            new_part,
            entry.get("Type", ""),
            posixpath.relpath(there, posixpath.dirname(new_part) or "."),
            external=False,
        )

    def _relate(self, part: str, kind: str, where: str, *, external: bool) -> str:
        rels = rels_name(part)
        if rels not in self.new:
            self.new.trees[rels] = etree.Element(f"{{{RELS}}}Relationships", nsmap=default_namespace(RELS))
        taken = {entry.get("Id") for entry in self.new.tree(rels)}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        entry = etree.SubElement(self.new.tree(rels), f"{{{RELS}}}Relationship", Id=free, Type=kind, Target=where)
        if external:
            entry.set("TargetMode", "External")
        return free

    def _part(self, name: str) -> str:
        """A part of the older package in the newer one; one with the same bytes is there already."""
        if name not in self._parts:
            blob = self.old.blobs.get(name, b"")
            same = self.new.blobs.get(name) == blob and rels_name(name) not in self.old
            self._parts[name] = name if same else self._copied(name, blob)
        return self._parts[name]

    def _copied(self, name: str, blob: bytes) -> str:
        folder, base = posixpath.split(name)
        there = next(
            path for n in range(1, len(self.new.blobs) + 2)
            if (path := posixpath.join(folder, f"earlier{n}_{base}")) not in self.new
        )  # fmt: skip
        self._parts[name] = there
        self.new.blobs[there] = blob
        self._declare(name, there)
        if rels_name(name) in self.old:
            for entry in self.old.relationships(name):
                rid = self._related(entry, name, there)
                _rename(self.new.tree(rels_name(there)), rid, entry.get("Id", rid))
        return there

    def _declare(self, name: str, there: str) -> None:
        """The content type of a part that was taken over."""
        types = self.new.tree(TYPES)
        kind = self.old.overrides().get(name)
        ending = name.rpartition(".")[2].casefold()
        if kind is None:
            defaults = self.old.tree(TYPES).iterfind(f"{{{CT}}}Default")
            kind = next((d.get("ContentType") for d in defaults if d.get("Extension", "").casefold() == ending), None)
        known = {d.get("Extension", "").casefold(): d.get("ContentType") for d in types.iterfind(f"{{{CT}}}Default")}
        if kind is not None and known.get(ending) != kind:
            types.append(etree.Element(f"{{{CT}}}Override", PartName=f"/{there}", ContentType=kind))

    # Notes.

    def _note(self, reference: Element, old: Side) -> None:
        """A deleted reference leads to its note, which is taken over and is deleted itself."""
        ident = reference.get(w("id"), "")
        key = (str(reference.tag), ident)
        if key not in self._notes:
            self._notes[key] = self._note_taken(reference, old)
        reference.set(w("id"), self._notes[key])

    def _note_taken(self, reference: Element, old: Side) -> str:
        note, part = old.note(reference), old.note_part(reference)
        if note is None or part is None:
            return reference.get(w("id"), "")
        there = self._notes_part(reference, part)
        root = self.new.tree(there)
        copy = self.one(note, old.beside(part), Side(self.new, there))
        ident = str(max([int(other.get(w("id"), "0")) for other in root], default=0) + 1)
        copy.set(w("id"), ident)
        copy.set(_PENDING.rstrip(":"), "1")
        root.append(copy)
        return ident

    def _notes_part(self, reference: Element, old_part: str) -> str:
        kind = "footnotes" if "footnote" in str(reference.tag) else "endnotes"
        found = self.new.typed(kind)
        if found:
            return found[0]
        root = deepcopy(self.old.tree(old_part))
        for note in [note for note in root if note.get(w("type")) is None]:
            root.remove(note)
        name = f"word/{kind}.xml"
        self.new.add(
            name, root, f"{WORD_ML}.{kind}+xml", source=main_part(self.new), rel_type=f"{OFFICE_RELS}/{kind}"
        )  # fmt: skip
        return name

    def learn_notes(self, old: Element, old_side: Side, new: Element, new_side: Side) -> None:
        """Two references answer to each other: so do their notes."""
        one, other = old_side.note(old), new_side.note(new)
        parts = old_side.note_part(old), new_side.note_part(new)
        if one is not None and other is not None and parts[0] and parts[1]:
            self.answering_notes.append(((old_side.beside(parts[0]), one), (new_side.beside(parts[1]), other)))

    def taken_notes(self) -> list[Element]:
        """The notes that were taken over with deleted references, still unmarked."""
        roots = [self.new.tree(part) for kind in ("footnotes", "endnotes") for part in self.new.typed(kind)]
        found = [note for root in roots for note in root if note.attrib.pop(_PENDING.rstrip(":"), "")]
        return found


class Styles:
    """Styles of the older document by the newer one's ids; those that are missing there are taken over."""

    def __init__(self, old: Package, new: Package) -> None:
        self._old, self._new = _styles(old), _styles(new)
        self._known = {_name(style): style.get(w("styleId"), "") for style in self._new.iterfind(w("style"))}
        self._by_id = {style.get(w("styleId"), ""): style for style in self._old.iterfind(w("style"))}
        self._answers: dict[str, str] = {}

    def answering(self, style_id: str, kind: str) -> str:
        """The newer document's id of a style."""
        if style_id not in self._answers:
            style = self._by_id.get(style_id)
            known = None if style is None else self._known.get(_name(style))
            if style is not None and known is None:
                known = self._take(style_id, style)
            self._answers[style_id] = known if known is not None else self._default(kind)
        return self._answers[style_id]

    def _take(self, style_id: str, style: Element) -> str:
        taken = {other.get(w("styleId"), "") for other in self._new.iterfind(w("style"))}
        free = style_id if style_id not in taken else next(
            name for n in range(1, len(taken) + 2) if (name := f"{style_id}{n}") not in taken
        )  # fmt: skip
        self._answers[style_id] = free
        copy = deepcopy(style)
        copy.set(w("styleId"), free)
        copy.attrib.pop(w("default"), "")
        self._new.append(copy)
        self._known[_name(style)] = free
        for name in _LINKS:
            for link in copy.findall(w(name)):
                link.set(VAL, self.answering(link.get(VAL, ""), style.get(w("type"), "paragraph")))
        for number in list(copy.iter(w("numPr"))):
            remove(number)
        return free

    def _default(self, kind: str) -> str:
        """Where the older document itself names a style it does not have."""
        styles = (s for s in self._new.iterfind(w("style")) if s.get(w("type")) == kind and s.get(w("default")) == "1")
        return next((style.get(w("styleId"), "") for style in styles), "")


def _styles(package: Package) -> Element:
    found = package.typed("styles")
    return package.tree(found[0]) if found else make("styles")


def _name(style: Element) -> tuple[str, str]:
    return style.get(w("type"), "paragraph"), (value_of(style, "name") or "").casefold()


def _free(root: Element, name: str, attribute: str) -> str:
    taken = [int(element.get(w(attribute), "0")) for element in root.iterfind(w(name))]
    return str(max(taken, default=0) + 1)


def _rename(rels: Element, rid: str, wanted: str) -> None:
    for entry in rels:
        if entry.get("Id") == rid:
            entry.set("Id", wanted)
