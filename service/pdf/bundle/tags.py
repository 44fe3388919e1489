"""Tags kept over a merge: the structure trees of many PDFs joined to one (ISO 32000-1 §14.7).

Each paper's tree comes over whole. Its keys in the parent tree are given anew, and what two papers may have called by
the same name (roles, classes, ids, namespaces) is told apart.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Page, Pdf, Stream, String

from ..structure import content
from .scalars import integer, is_true

KEYS = (Name.StructParents, Name.StructParent)
_Objgen = tuple[int, int]


class Tags:
    """The structure tree of a PDF in the making."""

    def __init__(self, pdf: Pdf, language: str) -> None:
        self._pdf = pdf
        self._parents: list[Object] = []
        self._renumbered: set[_Objgen] = set()
        self._ids: dict[str, Object] = {}
        self._roles, self._classes = Dictionary(), Dictionary()
        self._namespaces = Array()
        self._papers = 0
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self.element(Name.Document, self.root)
        self.document.Lang = String(language)
        self.root.K = Array([self.document])

    def element(self, kind: Name, above: Object, **more: Any) -> Object:
        """A new element, which stands last in the one above."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=above, K=Array(), **more))
        if Name.K in above:
            above.K.append(made)
        return made

    def key(self, parents: Object) -> int:
        """A key of the parent tree, which leads to an element or to a page's list of elements."""
        self._parents.append(parents)
        return len(self._parents) - 1

    def take(self, source: Pdf, pages: Sequence[Page], title: str | None, *, is_part: bool = False) -> bool:
        """Bring over the tags of pages that have been copied; whether the source is tagged.

        They come below an element of their own that bears the title; without a title, below the document itself.
        With `is_part` not all pages of the source came along, and what belongs to the others is left out.
        """
        there = source.Root.get(Name.StructTreeRoot)
        if not isinstance(there, Dictionary):
            self._renumber(pages, {})
            return False
        self._papers += 1
        if not there.is_indirect:
            there = source.Root.StructTreeRoot = source.make_indirect(there)
        copied = self._pdf.copy_foreign(there)
        tree = copied.get(Name.ParentTree)
        self._renumber(pages, dict(NumberTree(tree).items()) if isinstance(tree, Dictionary) else {})
        tops = [kid for kid in content(copied) if isinstance(kid, Dictionary)]
        if is_part:
            _prune(copied, {page.obj.objgen for page in pages})
            tops = [kid for kid in content(copied) if isinstance(kid, Dictionary)]
        self._tell_apart(copied, tops, is_part)
        self._hang(copied, tops, title)
        return _is_marked(source)

    def write(self, *, whole: bool) -> None:
        """Give the PDF the tree, and the mark of a tagged file if the whole of it is."""
        tree = NumberTree.new(self._pdf)
        for key, parents in enumerate(self._parents):
            tree[key] = parents
        self.root.ParentTree, self.root.ParentTreeNextKey = tree.obj, len(self._parents)
        for kind, named in ((Name.RoleMap, self._roles), (Name.ClassMap, self._classes)):
            if len(named):
                self.root[kind] = named
        if len(self._namespaces):
            self.root.Namespaces = self._namespaces
        if self._ids:
            ids = NameTree.new(self._pdf)
            for name, element in self._ids.items():
                ids[name] = element
            self.root.IDTree = ids.obj
        self._pdf.Root.StructTreeRoot = self.root
        self._pdf.Root.MarkInfo = Dictionary(Marked=whole)

    def _hang(self, copied: Object, tops: Sequence[Object], title: str | None) -> None:
        """Put a paper's uppermost elements in their place: what was a document becomes a part of this one."""
        roots = [top for top in tops if _role(top, copied) == Name.Document]
        if len(tops) == 1 and roots:
            kids = [kid for kid in content(tops[0]) if isinstance(kid, Dictionary)]
            if title is not None or len(kids) != len(content(tops[0])):
                tops[0].S, tops[0].P = Name.Part, self.document
                if title is not None:
                    tops[0].T = String(title)
                self.document.K.append(tops[0])
                return
            tops = kids
        above = self.document if title is None else self.element(Name.Part, self.document, T=String(title))
        for top in tops:
            top.P = above
            above.K.append(top)

    def _renumber(self, pages: Sequence[Page], parents: dict[int, Object]) -> None:
        for holder in holders(pages):
            if holder.is_indirect:
                if holder.objgen in self._renumbered:
                    continue
                self._renumbered.add(holder.objgen)
            for name in KEYS:
                if name in holder:
                    key = integer(holder.get(name))
                    if key in parents:
                        holder[name] = self.key(parents[key])
                    else:
                        del holder[name]

    def _tell_apart(self, copied: Object, tops: Sequence[Object], is_part: bool) -> None:
        """Take over roles, classes and ids; those that say something else here already get a new name."""
        roles = self._merge(self._roles, copied.get(Name.RoleMap))
        classes = self._merge(self._classes, copied.get(Name.ClassMap))
        for namespace in copied.get(Name.Namespaces, Array()):
            self._namespaces.append(namespace)
        tree = copied.get(Name.IDTree)
        ids = dict(NameTree(tree).items()) if isinstance(tree, Dictionary) else {}
        if is_part:
            ids = {str(element.ID): element for element in _below(tops) if isinstance(element.get(Name.ID), String)}
        renamed = {name: f"{name}~{self._papers}" for name in ids if name in self._ids}
        self._ids |= {renamed.get(name, name): element for name, element in ids.items()}
        if roles or classes or renamed:
            for element in _below(tops):
                _rename(element, roles, classes, renamed)

    def _merge(self, ours: Dictionary, theirs: Object | None) -> dict[str, str]:
        renamed: dict[str, str] = {}
        for name, value in theirs.items() if isinstance(theirs, Dictionary) else ():
            if name in ours and ours[name] != value:
                renamed[name] = f"{name}~{self._papers}"
            ours[renamed.get(name, name)] = value
        return renamed


def is_tagged(pdf: Pdf) -> bool:
    """Whether a PDF says that it is tagged and has the tags."""
    return isinstance(pdf.Root.get(Name.StructTreeRoot), Dictionary) and _is_marked(pdf)


def _is_marked(pdf: Pdf) -> bool:
    info = pdf.Root.get(Name.MarkInfo)
    return isinstance(info, Dictionary) and is_true(info.get(Name.Marked))


def _role(element: Object, root: Object) -> Object | None:
    """What an element is, by the roles of its tree."""
    kind = element.get(Name.S)
    roles = root.get(Name.RoleMap)
    if kind != Name.Document and isinstance(roles, Dictionary) and isinstance(kind, Name):
        return roles.get(kind, kind)
    return kind


def holders(pages: Sequence[Page]) -> Iterator[Object]:
    """All that can have a key of the parent tree: pages, their annotations, and what is drawn on them."""
    seen: set[_Objgen] = set()
    for page in pages:
        yield page.obj
        annotations = page.obj.get(Name.Annots)
        if isinstance(annotations, Array):
            yield from (annotation for annotation in annotations if isinstance(annotation, Dictionary))
        yield from _drawn(page.obj, seen)


def _drawn(holder: Object, seen: set[_Objgen]) -> Iterator[Object]:
    waiting = [holder]
    while waiting:
        resources = waiting.pop().get(Name.Resources)
        drawn = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
        for made in drawn.values() if isinstance(drawn, Dictionary) else ():
            if isinstance(made, Stream) and made.objgen not in seen:
                seen.add(made.objgen)
                waiting.append(made)
                yield made


def _below(tops: Sequence[Object]) -> Iterator[Object]:
    waiting = list(tops)
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in content(element) if isinstance(kid, Dictionary) and Name.S in kid)


def _rename(element: Object, roles: dict[str, str], classes: dict[str, str], ids: dict[str, str]) -> None:
    kind = element.get(Name.S)
    if Name.NS not in element and isinstance(kind, Name) and str(kind) in roles:
        element.S = Name(roles[str(kind)])
    for name in (Name.C,):
        given = element.get(name)
        if isinstance(given, Name) and str(given) in classes:
            element[name] = Name(classes[str(given)])
        elif isinstance(given, Array):
            element[name] = Array(
                [Name(classes.get(str(part), str(part))) if isinstance(part, Name) else part for part in given]
            )
    if isinstance(element.get(Name.ID), String) and str(element.ID) in ids:
        element.ID = String(ids[str(element.ID)])
    for attributes in _attributes(element):
        headers = attributes.get(Name.Headers)
        if isinstance(headers, Array):
            attributes.Headers = Array([String(ids.get(str(part), str(part))) for part in headers])


def _attributes(element: Object) -> list[Object]:
    given = element.get(Name.A)
    parts = list(given) if isinstance(given, Array) else [given]
    return [part for part in parts if isinstance(part, Dictionary)]


def _prune(element: Object, pages: set[_Objgen]) -> bool:
    """Leave out what belongs to other pages; whether anything is left of the element."""
    page = element.get(Name.Pg)
    kids = content(element)
    kept = [kid for kid in kids if _stays(kid, pages, page)]
    if len(kept) < len(kids):
        element.K = Array(kept)
    if isinstance(element.get(Name.Pg), Dictionary) and element.Pg.objgen not in pages:
        del element.Pg
    return bool(kept) or not kids


def _stays(kid: Object, pages: set[_Objgen], page: Object | None) -> bool:
    if isinstance(kid, Dictionary) and Name.S in kid:
        return _prune(kid, pages)
    own = kid.get(Name.Pg, page) if isinstance(kid, Dictionary) else page
    is_here = isinstance(own, Dictionary) and own.objgen in pages
    return is_here and (not isinstance(kid, Dictionary) or kid.get(Name.Type) != Name.OBJR or _is_there(kid))


def _is_there(reference: Object) -> bool:
    thing = reference.get(Name.Obj)
    return isinstance(thing, (Dictionary, Stream)) and len(thing.keys()) > 0
