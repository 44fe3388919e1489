"""What a part's root says of elements of later versions of Word: that older programs may pass them over."""

from typing import cast

from lxml import etree

from .ooxml import W14, Element

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IGNORABLE = f"{{{MC}}}Ignorable"


def ignoring_later_words(root: Element) -> Element:
    """The root with `mc:Ignorable="w14"` (ECMA-376 part 3 §7.2), so that a check box may be printed in it.

    Another root where it did not say so, with the same children.
    """
    if _says(root):
        return root
    prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == W14 and prefix), "w14")
    known = cast(dict[str, str], root.nsmap)
    fresh = etree.Element(root.tag, nsmap={**known, "mc": MC, prefix: W14})
    for name, value in root.attrib.items():
        fresh.set(name, value)
    fresh[:] = list(root)
    fresh.set(_IGNORABLE, f"{root.get(_IGNORABLE, '')} {prefix}".strip())
    return fresh


def _says(root: Element) -> bool:
    return any(root.nsmap.get(prefix) == W14 for prefix in root.get(_IGNORABLE, "").split())
