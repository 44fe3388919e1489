"""WordprocessingML as lxml elements: names, strict parsing, small builders (ECMA-376 part 1 §17)."""

import re
from collections.abc import Callable
from functools import cache
from typing import Protocol, TypeAlias, cast

from lxml import etree

from .faults import PackageFault

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class Stray(Protocol):
    """A text as lxml's XPath gives it: it knows the element that holds it, as its text or its tail."""

    is_tail: bool

    def getparent(self) -> Element: ...


@cache
def w(name: str) -> str:
    """The full name of an element or attribute in the main namespace: `w("p")`."""
    return f"{{{W}}}{name}"


P, PPR, R_, RPR, T, TBL, TR, TC = (w(n) for n in ("p", "pPr", "r", "rPr", "t", "tbl", "tr", "tc"))
TAB, BR, SDT, VAL = w("tab"), w("br"), w("sdt"), w("val")
BOOKMARK_START, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
TEXT_BOX = w("txbxContent")


def parse(blob: bytes | str, part: str) -> Element:
    """The root of a part. Raises PackageFault where the XML is broken; nothing is ever repaired."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PackageFault(f"{part}: trasig XML ({error})") from error


def serialise(root: Element) -> bytes:
    """A part's bytes, as Word writes its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def make(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element of the main namespace with its children and attributes: `make("b", val="0")`."""
    element = etree.Element(w(name), {w(key): value for key, value in attributes.items()}, nsmap={"w": W})
    element.extend(children)
    return element


def make_text(name: str, text: str) -> Element:
    """A text-bearing element (`t`, `instrText`) whose spaces are kept."""
    element = make(name)
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def value_of(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a direct child, or None."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def is_on(element: Element | None) -> bool:
    """Whether a toggle such as `w:keepNext` stands and is not switched off (§17.17.4)."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off")


def remove(element: Element) -> None:
    """Take an element out of its parent, keeping any text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def replace(old: Element, new: list[Element]) -> None:
    """Put `new` where `old` stood."""
    parent = old.getparent()
    if parent is None:
        return
    at = parent.index(old)
    parent[at : at + 1] = new


def query(path: str) -> Callable[[Element], list[Element]]:
    """An XPath for elements, compiled once; `w:` and `r:` are known."""
    return cast(Callable[[Element], list[Element]], etree.XPath(path, namespaces={"w": W, "r": R}))


stray_texts = cast(
    Callable[[Element], list[Stray]],
    # One walk: a union of paths is merged node by node, which takes the square of a large table.
    query(
        "//*[self::w:body or self::w:tbl or self::w:tr or self::w:tc or self::w:p or self::w:r or self::w:hdr"
        " or self::w:ftr or self::w:sdtContent]/text()[normalize-space()]"
    ),
)
"""Words that stand between elements where only elements belong, in order."""


_PRINTED = {TAB: " ", BR: " ", w("cr"): " ", w("noBreakHyphen"): "-"}


def visible_text(paragraph: Element) -> str:
    """What a reader sees of a paragraph: no field codes, no text boxes; breaks and tabs as one space."""
    text = "".join(_visible(paragraph))
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def _visible(element: Element) -> list[str]:
    pieces: list[str] = []
    for child in element:
        if child.tag == T:
            pieces.append(child.text or "")
        elif child.tag in _PRINTED:
            pieces.append(_PRINTED[child.tag])
        elif child.tag not in (PPR, RPR, TEXT_BOX):
            pieces.extend(_visible(child))
    return pieces
