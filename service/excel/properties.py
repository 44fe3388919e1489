"""A workbook's core properties (ECMA-376 part 2, 8.3)."""

from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from service.excel.cells import cleaned
from service.excel.namespaces import CORE_PROPERTIES, DUBLIN_CORE, TERMS, XSI
from service.excel.package import Package

_NAMESPACES = {"cp": CORE_PROPERTIES, "dc": DUBLIN_CORE, "dcterms": TERMS, "xsi": XSI}
_CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_EMPTY = f'<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}"/>'.encode()


@dataclass(frozen=True, slots=True)
class WorkbookProperties:
    """What the file says of itself. Empty texts and a missing ``created`` are left out altogether.

    ``created`` is taken as UTC. There is no clock here: without ``created`` the file carries no date.
    """

    title: str = ""
    subject: str = ""
    creator: str = ""
    description: str = ""
    keywords: str = ""
    category: str = ""
    language: str = "sv-SE"
    created: datetime | None = None


def write_properties(package: Package, properties: WorkbookProperties) -> None:
    """Replaces all that the template said of itself, the names of those who last saved it included."""
    found = package.related_by_kind("", "core-properties")
    part = found[0] if found else "docProps/core.xml"
    if not found:
        package.add(part, _EMPTY, _CONTENT_TYPE, source="", relation=_RELATION)
    package.replace(part, _root(properties))


def _root(properties: WorkbookProperties) -> etree._Element:
    root = etree.Element(f"{{{CORE_PROPERTIES}}}coreProperties", nsmap=_NAMESPACES)
    for tag, text in _texts(properties):
        if text:
            etree.SubElement(root, tag).text = cleaned(text)
    if properties.created is not None:
        for name in ("created", "modified"):
            day = etree.SubElement(root, f"{{{TERMS}}}{name}")
            day.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
            day.text = properties.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    return root


def _texts(properties: WorkbookProperties) -> list[tuple[str, str]]:
    return [
        (f"{{{DUBLIN_CORE}}}title", properties.title),
        (f"{{{DUBLIN_CORE}}}subject", properties.subject),
        (f"{{{DUBLIN_CORE}}}creator", properties.creator),
        (f"{{{CORE_PROPERTIES}}}keywords", properties.keywords),
        (f"{{{DUBLIN_CORE}}}description", properties.description),
        (f"{{{CORE_PROPERTIES}}}category", properties.category),
        (f"{{{DUBLIN_CORE}}}language", properties.language),
    ]
