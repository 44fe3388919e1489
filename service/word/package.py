"""The zip package: parts by name, their content types and relationships (ECMA-376 part 2)."""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from . import archive
from .archive import Entry
from .faults import PackageFault
from .ooxml import Element, parse, serialise

TYPES = "[Content_Types].xml"
ROOT_RELS = "_rels/.rels"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LARGEST = 200_000_000
_MAIN = f"{WORD_ML}.document.main+xml"
_TEMPLATE = f"{WORD_ML}.template.main+xml"


@dataclass
class Package:
    """Parts by name. A part in `trees` is the truth about itself and is written from there.

    A part that still is what `entries` holds is written as it lies there, packed.
    """

    blobs: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def tree(self, name: str) -> Element:
        """The parsed part, the same object each time, so that changes to it are written."""
        if name not in self.trees:
            self.trees[name] = parse(self.blobs[name], name)
        return self.trees[name]

    def names(self) -> list[str]:
        """Every part, in the order it is written: content types and root relationships first."""
        return sorted({*self.blobs, *self.trees}, key=lambda name: (name != TYPES, name != ROOT_RELS, name))

    def __contains__(self, name: str) -> bool:
        return name in self.blobs or name in self.trees

    def typed(self, suffix: str) -> list[str]:
        """The parts whose content type is the given WordprocessingML one (`header`, `styles`), by name."""
        wanted = f"{WORD_ML}.{suffix}+xml"
        return sorted(name for name, kind in self.overrides().items() if kind == wanted and name in self)

    def overrides(self) -> dict[str, str]:
        """Content type by part name."""
        found = self.tree(TYPES).iterfind(f"{{{CT}}}Override")
        return {entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "") for entry in found}

    def relationships(self, part: str) -> list[Element]:
        """The relationships that go out from a part; `""` is the package itself."""
        name = rels_name(part)
        return list(self.tree(name)) if name in self else []

    def related(self, part: str, kind: str) -> str | None:
        """The part at the end of the first relationship of a kind (last word of its type), or None."""
        for relationship in self.relationships(part):
            if relationship.get("Type", "").rsplit("/", 1)[-1] == kind:
                return target(part, relationship)
        return None

    def add(self, name: str, root: Element, content_type: str, *, source: str, rel_type: str) -> None:
        """Put in a new part with its content type and the relationship from `source` to it."""
        self.trees[name] = root
        self.tree(TYPES).append(etree.Element(f"{{{CT}}}Override", PartName=f"/{name}", ContentType=content_type))
        rels = rels_name(source)
        if rels not in self:
            self.trees[rels] = etree.Element(f"{{{RELS}}}Relationships", nsmap=default_namespace(RELS))
        relative = posixpath.relpath(name, posixpath.dirname(source) or ".")
        taken = {entry.get("Id") for entry in self.tree(rels)}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        self.tree(rels).append(etree.Element(f"{{{RELS}}}Relationship", Id=free, Type=rel_type, Target=relative))

    def remove(self, name: str) -> None:
        """Take a part out; what leads to it is the caller's to mend."""
        self.blobs.pop(name, None)
        self.trees.pop(name, None)

    def to_bytes(self) -> bytes:
        """The package as a zip that depends on nothing but its parts: fixed order, dates, attributes."""
        return archive.write((name, self._entry(name)) for name in self.names())

    def _entry(self, name: str) -> Entry:
        tree = self.trees.get(name)
        blob = self.blobs[name] if tree is None else serialise(tree)
        entry = self.entries.get(name)
        return entry if entry is not None and entry.blob is blob else archive.packed(blob)


def main_part(package: Package) -> str:
    """The name of the document part. Raises PackageFault where there is none."""
    name = package.related("", "officeDocument")
    if name is None or name not in package:
        raise PackageFault("filen har ingen dokumentdel")
    return name


def text_parts(package: Package) -> list[str]:
    """The parts that hold running text: the document first, then notes, headers and footers."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    return [main_part(package), *(name for kind in kinds for name in package.typed(kind))]


def open_package(docx: bytes) -> Package:
    """A package from its bytes; a Word template (.dotx) becomes a document.

    Raises PackageFault for what is no Word package, carries macros, or would unpack to more than 200 MB.
    """
    try:
        entries = archive.read(docx, _LARGEST)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise PackageFault(f"filen är inget Word-dokument{_instead(docx)}") from error
    blobs = {name: entry.blob for name, entry in entries.items()}
    if TYPES not in blobs or ROOT_RELS not in blobs:
        raise PackageFault("filen är inget Word-dokument (innehållsförteckningen saknas)")
    if any(name.endswith("vbaProject.bin") for name in blobs):
        raise PackageFault("filen innehåller makron")
    if _TEMPLATE.encode() in blobs[TYPES]:
        blobs[TYPES] = blobs[TYPES].replace(_TEMPLATE.encode(), _MAIN.encode())
    return Package(blobs, entries=entries)


_OTHERS = (
    (b"%PDF-", "den är en PDF. Öppna originalet i Word och spara det som .docx"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "den är i Words gamla format (.doc) eller skyddad med lösenord. Öppna den i Word, ta bort lösenordet och spara "
        "den som .docx",
    ),
    (b"{\\rtf", "den är en RTF-fil. Öppna den i Word och spara den som .docx"),
    (b"\x89PNG", "den är en bild"), (b"\xff\xd8\xff", "den är en bild"), (b"GIF8", "den är en bild"),
    (b"PK", "den är skadad. Hämta den på nytt, eller öppna och spara den i Word"),
)  # fmt: skip


def _instead(content: bytes) -> str:
    """What a file that is no package is, told by its first bytes."""
    if not content:
        return ": den är tom"
    found = next((words for mark, words in _OTHERS if content.startswith(mark)), "")
    if not found and b"\x00" not in content[:4096]:
        found = "den är en textfil. Öppna den i Word och spara den som .docx"
    return f": {found}" if found else ""


def default_namespace(uri: str) -> dict[str, str]:
    """An element's namespace map without prefix; lxml's stubs do not know of None as a prefix."""
    return {cast(str, None): uri}


def rels_name(part: str) -> str:
    """Where a part's relationships lie; `""` is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target(part: str, relationship: Element) -> str | None:
    """The part a relationship points to, or None when it points outside the package."""
    if relationship.get("TargetMode") == "External":
        return None
    where = relationship.get("Target", "")
    if where.startswith("/"):
        return where.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), where))
