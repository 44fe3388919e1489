"""The document's properties: core, extended and custom (ECMA-376 part 2 §11, part 1 §22.2 and §22.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from .marks import one_line
from .ooxml import Element
from .package import OFFICE_RELS, RELS, Package, default_namespace, rels_name

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = f"{OFFICE_RELS.rsplit('/', 1)[0]}/extended-properties"
_CUSTOM = f"{OFFICE_RELS.rsplit('/', 1)[0]}/custom-properties"
_VT = f"{OFFICE_RELS.rsplit('/', 1)[0]}/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


@dataclass(frozen=True)
class DocumentProperties:
    """What Word shows under File, Info. `created` is also the time of the last change."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    company: str = ""
    language: str = "sv-SE"
    created: datetime | None = None
    custom: Mapping[str, str] = field(default_factory=dict)


def write_properties(package: Package, properties: DocumentProperties) -> None:
    """Replace the template's own properties, and drop the picture of the template's first page."""
    _put(
        package, "core-properties", "docProps/core.xml", _core(properties),
        "application/vnd.openxmlformats-package.core-properties+xml", _CORE_REL,
    )  # fmt: skip
    _put(
        package, "extended-properties", "docProps/app.xml", _app(properties),
        f"{_OFFICE_TYPE}.extended-properties+xml", f"{OFFICE_RELS}/extended-properties",
    )  # fmt: skip
    if properties.custom:
        _put(
            package, "custom-properties", "docProps/custom.xml", _custom(properties.custom),
            f"{_OFFICE_TYPE}.custom-properties+xml", f"{OFFICE_RELS}/custom-properties",
        )  # fmt: skip
    _drop_thumbnail(package)


def _put(package: Package, kind: str, name: str, root: Element, content_type: str, rel_type: str) -> None:
    standing = package.related("", kind)
    if standing is not None and standing in package:
        package.trees[standing] = root
    else:
        package.add(name, root, content_type, source="", rel_type=rel_type)


def _core(properties: DocumentProperties) -> Element:
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, text in (
        (f"{{{_DC}}}title", properties.title),
        (f"{{{_DC}}}subject", properties.subject),
        (f"{{{_DC}}}creator", properties.author),
        (f"{{{_CP}}}keywords", properties.keywords),
        (f"{{{_CP}}}lastModifiedBy", properties.author),
        (f"{{{_DC}}}language", properties.language),
    ):
        if text:
            etree.SubElement(root, name).text = one_line(text)
    if properties.created is not None:
        for name in ("created", "modified"):
            moment = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
            moment.text = _utc(properties.created).strftime("%Y-%m-%dT%H:%M:%SZ")
    return root


def _utc(moment: datetime) -> datetime:
    """The moment in UTC; one without zone is taken to be UTC already, so that no machine's zone counts."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def _app(properties: DocumentProperties) -> Element:
    root = etree.Element(f"{{{_APP}}}Properties", nsmap=default_namespace(_APP))
    etree.SubElement(root, f"{{{_APP}}}Application").text = "Microsoft Office Word"
    if properties.company:
        etree.SubElement(root, f"{{{_APP}}}Company").text = one_line(properties.company)
    return root


def _custom(values: Mapping[str, str]) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={**default_namespace(_CUSTOM), "vt": _VT})
    # Property ids 0 and 1 are reserved (§22.3.2.2).
    for pid, (name, value) in enumerate(values.items(), 2):
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(pid), name=one_line(name))
        etree.SubElement(entry, f"{{{_VT}}}lpwstr").text = one_line(value)
    return root


def _drop_thumbnail(package: Package) -> None:
    name = package.related("", "thumbnail")
    if name is None:
        return
    relationships = package.tree(rels_name(""))
    for relationship in relationships.findall(f"{{{RELS}}}Relationship"):
        if relationship.get("Type", "").endswith("/thumbnail"):
            relationships.remove(relationship)
    package.remove(name)
