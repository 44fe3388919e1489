"""A stretch of a part read on its own: its prefixes are those that the part's root declares."""

from dataclasses import dataclass
from html import escape

from lxml import etree

from .ooxml import Element, parse


@dataclass(frozen=True)
class Namespaces:
    """The declarations at the root of a part."""

    part: str
    declared: str

    @classmethod
    def of(cls, part: str, root: Element) -> "Namespaces":
        """Those of a parsed part."""
        pairs = ((f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in root.nsmap.items())
        return cls(part, " ".join(f'{name}="{escape(uri)}"' for name, uri in pairs))

    def parse(self, xml: str) -> Element:
        """An element that holds what the stretch holds. Raises PackageFault where it is broken."""
        return parse(f"<w:body {self.declared}>{xml}</w:body>", self.part)

    def serialise(self, root: Element) -> str:
        """What an element holds, as a stretch again."""
        whole = etree.tostring(root, encoding="unicode")
        return "" if whole.endswith("/>") else whole[whole.index(">") + 1 : whole.rindex("</")]
