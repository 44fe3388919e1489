"""The zip package: parts by name, their content types and relationships (ECMA-376 part 2)."""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

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
    """Parts by name. A part in `trees` is the truth about itself and is written from there."""

    blobs: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

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

    def to_bytes(self) -> bytes:
        """The package as a zip that depends on nothing but its parts: fixed order, dates, attributes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in self.names():
                tree = self.trees.get(name)
                archive.writestr(_entry(name), self.blobs[name] if tree is None else serialise(tree))
        return out.getvalue()


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
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise PackageFault("filen är för stor uppackad")
            blobs = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise PackageFault(f"filen är inget Word-dokument ({error})") from error
    if TYPES not in blobs or ROOT_RELS not in blobs:
        raise PackageFault("filen är inget Word-dokument (innehållsförteckningen saknas)")
    if any(name.endswith("vbaProject.bin") for name in blobs):
        raise PackageFault("filen innehåller makron")
    blobs[TYPES] = blobs[TYPES].replace(_TEMPLATE.encode(), _MAIN.encode())
    return Package(blobs)


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


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    entry.external_attr = 0
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
