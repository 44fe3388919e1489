"""Is a finished package sound? What the schemas cannot say, and Word calls "unreadable content"."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from . import marks
from .faults import PackageFault
from .ooxml import BOOKMARK_END, BOOKMARK_START, TBL, TC, VAL, WP, Element, P, R, query, stray_texts, w
from .package import RELS, Package, main_part, open_package, rels_name, target, text_parts
from .tables import table_faults

_STYLE_USES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_FIELD_TARGET = re.compile(r"\s*(?:REF|PAGEREF)\s+(\S+)")
_RELATED = query("//*[@r:*]")
_CODE, _LINK, _DRAWING, _FIELD = w("instrText"), w("hyperlink"), f"{{{WP}}}docPr", w("fldChar")


def check(docx: bytes) -> list[str]:
    """Everything that is wrong with a Word file, as sentences; an empty list is a sound file."""
    try:
        package = open_package(docx)
        for name in package.names():
            if name.endswith((".xml", ".rels")):
                package.tree(name)
        return faults(package)
    except PackageFault as fault:
        return list(fault.faults)


def faults(package: Package) -> list[str]:
    """Everything that is wrong with an open package. Raises PackageFault where a part cannot be read."""
    main_part(package)
    return [*_whole(package), *_relations(package), *_numbering(package), *_references(package)] + [
        f"{name}: {fault}" for name in text_parts(package) for fault in _part(package, name)
    ]


def _whole(package: Package) -> Iterator[str]:
    roots = [package.tree(name) for name in text_parts(package)]
    starts = [start for root in roots for start in root.iter(BOOKMARK_START)]
    drawings = [drawing.get("id") for root in roots for drawing in root.iter(_DRAWING)]
    yield from _twice("bokmärkesnamnet", [start.get(w("name")) for start in starts])
    yield from _twice("bokmärkets id", [start.get(w("id")) for start in starts])
    yield from _twice("bildens id", drawings)
    for name in package.overrides():
        if name not in package:
            yield f"{name}: har innehållstyp men saknas"


def _twice(what: str, values: list[str | None]) -> Iterator[str]:
    return (f"{what} {value!r} förekommer {n} gånger" for value, n in Counter(values).items() if n > 1)


def _part(package: Package, name: str) -> Iterator[str]:
    root = package.tree(name)
    relationships = {relationship.get("Id") for relationship in package.relationships(name)}
    used = {str(v) for element in _RELATED(root) for k, v in element.items() if str(k).startswith(f"{{{R}}}")}
    yield from (f"relationen {ident!r} saknas" for ident in sorted(used - relationships - {""}))
    styled = {use.get(VAL, "") for use in root.iter(*_STYLE_USES)}
    yield from (f"formatmallen {style!r} är inte definierad" for style in sorted(styled - _styles(package)))
    if marks.ANY.search(etree.tostring(root, encoding="unicode")):
        yield "ett arbetstecken står kvar"
    # Word would drop these words without a word.
    yield from (f"text utanför ett textstycke: {str(text).strip()[:60]!r}" for text in stray_texts(root))
    if any(len(cell) == 0 or cell[-1].tag != P for cell in root.iter(TC)):
        yield "en tabellcell slutar inte med ett stycke"
    for table in root.iter(TBL):
        yield from table_faults(table)
    yield from _bookmarks(root)
    yield from _fields(root)


def _bookmarks(root: Element) -> Iterator[str]:
    opened: set[str | None] = set()
    for mark in root.iter(BOOKMARK_START, BOOKMARK_END):
        ident = mark.get(w("id"))
        if mark.tag == BOOKMARK_START:
            opened.add(ident)
        elif ident not in opened:
            yield f"bokmärket {ident} slutar utan att ha börjat"
        else:
            opened.discard(ident)
    yield from (f"bokmärket {ident} slutar aldrig" for ident in opened)


def _fields(root: Element) -> Iterator[str]:
    """Fields balance over the part's story, each with its separator between begin and end (§17.16.18)."""
    opened: list[str] = []
    for character in root.iter(_FIELD):
        kind = character.get(w("fldCharType"), "")
        if kind == "begin":
            opened.append(kind)
        elif not opened or (kind == "separate" and opened[-1] != "begin"):
            yield f"ett fält har {kind!r} på fel plats"
        elif kind == "end":
            opened.pop()
        else:
            opened[-1] = kind
    if opened:
        yield f"{len(opened)} fält slutar aldrig"


def _references(package: Package) -> Iterator[str]:
    roots = {name: package.tree(name) for name in text_parts(package)}
    names = {start.get(w("name")) for root in roots.values() for start in root.iter(BOOKMARK_START)}
    for part, root in roots.items():
        yield from (f"{part}: bokmärket {name!r} saknas" for name in _wanted(root) if name not in names | {"_top"})


def wanted_bookmarks(package: Package) -> frozenset[str]:
    """The bookmarks that fields and links of a package lead to."""
    return frozenset(name for part in text_parts(package) for name in _wanted(package.tree(part))) - {"_top"}


def _wanted(root: Element) -> Iterator[str]:
    yield from (m[1] for code in root.iter(_CODE) if (m := _FIELD_TARGET.match(code.text or "")))
    yield from (anchor for link in root.iter(_LINK) if (anchor := link.get(w("anchor"))))


def _numbering(package: Package) -> Iterator[str]:
    found = package.typed("numbering")
    known = {"0"}
    if found:
        root = package.tree(found[0])
        tags = [child.tag for child in root if child.tag in (w("abstractNum"), w("num"))]
        if tags != sorted(tags, key=lambda tag: tag == w("num")):
            yield f"{found[0]}: listdefinitioner står efter listor"
        known |= {num.get(w("numId"), "") for num in root.iterfind(w("num"))}
    for name in [*text_parts(package), *package.typed("styles")]:
        used = {element.get(VAL) for element in package.tree(name).iter(w("numId"))}
        yield from (f"{name}: listan {ident} saknas" for ident in used - known)


def _relations(package: Package) -> Iterator[str]:
    for part in ["", *package.names()]:
        if rels_name(part) not in package:
            continue
        entries = package.tree(rels_name(part)).findall(f"{{{RELS}}}Relationship")
        yield from _twice(f"{part}: relationens id", [entry.get("Id") for entry in entries])
        for entry in entries:
            name = target(part, entry)
            if name is not None and name not in package and not entry.get("Target", "").startswith("#"):
                yield f"{rels_name(part)}: delen {name} saknas"


def _styles(package: Package) -> set[str]:
    roots = [package.tree(name) for name in package.typed("styles")]
    return {style.get(w("styleId"), "") for root in roots for style in root.iterfind(w("style"))}
