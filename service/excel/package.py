"""The zip with parts, relations and content types that an .xlsx is (ECMA-376 part 2)."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from service.excel.faults import TemplateFault
from service.excel.namespaces import CONTENT_TYPES, PACKAGE_RELATIONS, RELATIONS

_TYPES = "[Content_Types].xml"
_MOST_BYTES = 300_000_000
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the zip format's own beginning: equal data give equal bytes


class Package:
    """Parts by name. A part asked for as XML is written back from its tree; the rest pass through untouched."""

    def __init__(self, blob: bytes) -> None:
        self._blobs = _unzipped(blob)
        self._trees: dict[str, etree._Element] = {}
        if _TYPES not in self._blobs:
            raise TemplateFault("not_a_workbook")

    def __contains__(self, part: str) -> bool:
        return part in self._blobs

    def xml(self, part: str) -> etree._Element:
        """The part's root element, the same one at every call."""
        if part not in self._trees:
            self._trees[part] = _parsed(part, self._blobs.get(part))
        return self._trees[part]

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind (the last word of the relation's type) and target part of each internal relation."""
        relations = _relations_of(part)
        if relations not in self._blobs:
            return
        for relation in self.xml(relations):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                yield relation.get("Id", ""), kind, _target(part, relation.get("Target", ""))

    def related_by_kind(self, part: str, kind: str) -> list[str]:
        return [target for _, found, target in self.related(part) if found == kind]

    def content_type(self, part: str) -> str:
        """The part's content type; empty where only its file extension tells."""
        override = self._override(part)
        return "" if override is None else override.get("ContentType", "")

    def parts_of_type(self, ending: str) -> list[str]:
        """Parts whose content type has the given ending, in the package's order."""
        return [part for part in self._blobs if self.content_type(part).endswith(ending)]

    def set_content_type(self, part: str, content_type: str) -> None:
        override = self._override(part)
        if override is None:
            override = etree.SubElement(self.xml(_TYPES), f"{{{CONTENT_TYPES}}}Override")
            override.set("PartName", "/" + part)
        override.set("ContentType", content_type)

    def add(self, part: str, blob: bytes, content_type: str, *, source: str, relation: str) -> None:
        """A new part, related to from ``source`` (empty: the package) by a relation of the full type given."""
        self._blobs[part] = blob
        self.set_content_type(part, content_type)
        relations = self.xml(_relations_of(source))
        taken = {one.get("Id") for one in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        added = etree.SubElement(relations, f"{{{PACKAGE_RELATIONS}}}Relationship")
        added.set("Id", f"rId{number}")
        added.set("Type", relation)
        added.set("Target", "/" + part)

    def replace(self, part: str, root: etree._Element) -> None:
        """The part gets another tree."""
        self._trees[part] = root

    def remove(self, part: str, *, source: str) -> None:
        """The part goes, with its content type and the relation from ``source`` to it."""
        self._blobs.pop(part, None)
        self._trees.pop(part, None)
        override = self._override(part)
        if override is not None:
            self.xml(_TYPES).remove(override)
        relations = self.xml(_relations_of(source))
        for relation in [one for one in relations if _target(source, one.get("Target", "")) == part]:
            relations.remove(relation)

    def to_bytes(self) -> bytes:
        """The zip; equal parts give equal bytes."""
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, blob in self._blobs.items():
                info = zipfile.ZipInfo(part, _FIXED_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, _written(self._trees[part]) if part in self._trees else blob)
        return target.getvalue()

    def _override(self, part: str) -> etree._Element | None:
        overrides = self.xml(_TYPES).iter(f"{{{CONTENT_TYPES}}}Override")
        name = "/" + part.casefold()
        return next((one for one in overrides if one.get("PartName", "").casefold() == name), None)


def relation_type(kind: str) -> str:
    """The full name of an officeDocument relation."""
    return f"{RELATIONS}/{kind}"


def _unzipped(blob: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(blob)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise TemplateFault("not_a_workbook")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error) as fault:
        raise TemplateFault("not_a_workbook") from fault


def _parsed(part: str, blob: bytes | None) -> etree._Element:
    if blob is None:
        raise TemplateFault("damaged", part)
    # Excel writes the boxes of notes (VML) as the HTML of old, with unclosed <br>.
    lenient = part.endswith(".vml")
    try:
        root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, recover=lenient))
    except etree.XMLSyntaxError as fault:
        raise TemplateFault("damaged", part) from fault
    if b"<!DOCTYPE" in blob:  # forbidden in a package: ECMA-376 part 2, 8.1.4
        raise TemplateFault("damaged", part)
    return root


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
