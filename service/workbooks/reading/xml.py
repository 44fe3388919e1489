"""Parsing XML from a stranger: no document types, no entities, no network, no limits lifted."""

import io
from collections.abc import Hashable, Iterator
from functools import lru_cache

from lxml import etree

from .refusals import broken


def parsed(blob: bytes) -> etree._Element:
    """The root element. Raises `Refused` for XML that is broken or declares a document type."""
    refuse_doctype(blob)
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken("en del av den är inte giltig XML") from error


def streamed(blob: bytes, *names: str) -> Iterator[etree._Element]:
    """Each element with one of those local names, once it is complete; forgotten when the next is asked for."""
    refuse_doctype(blob)
    try:
        for _, element in etree.iterparse(
            io.BytesIO(blob), tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        ):  # fmt: skip
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken("en del av den är inte giltig XML") from error


def local(element: etree._Element) -> str:
    """The element's name without its namespace: Strict and Transitional workbooks read alike."""
    return _local(element.tag)


@lru_cache(maxsize=1024)
def _local(tag: Hashable) -> str:
    # A comment or an instruction to a program has no name, but a function in its place.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def found(root: etree._Element, *names: str) -> list[etree._Element]:
    """The descendants with one of those local names, in document order."""
    return [element for element in root.iter() if local(element) in names]


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty when it is not there."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(v) for key, v in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def truth(element: etree._Element, name: str, default: bool = False) -> bool:
    """An attribute that says yes or no."""
    value = attribute(element, name)
    return is_true(value) if value else default


def is_true(value: str) -> bool:
    """Whether an attribute's value says yes."""
    return value.casefold() in ("1", "true", "on")


def refuse_doctype(blob: bytes) -> None:
    """Raises `Refused` for XML with a document type or entities of its own."""
    # UTF-16 has a NUL beside every Latin letter; office programs write no other encodings.
    text = blob.replace(b"\0", b"").lower()
    if b"<!doctype" in text or b"<!entity" in text:
        raise broken("den innehåller en dokumenttypsdeklaration")
