"""A stretch of a part read on its own: its prefixes are those that the part's root declares."""

from collections.abc import Mapping
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

    def beyond(self, root: Element) -> dict[str, str]:
        """The declarations at an element that the part does not have."""
        named = ((prefix, uri) for prefix, uri in root.nsmap.items() if prefix)
        return {prefix: uri for prefix, uri in named if f'xmlns:{prefix}="' not in self.declared}

    def parse(self, xml: str) -> Element:
        """An element that holds what the stretch holds. Raises PackageFault where it is broken."""
        return parse(f"<w:body {self.declared}>{xml}</w:body>", self.part)

    def serialise(self, root: Element) -> str:
        """What an element holds, as a stretch again."""
        whole = etree.tostring(root, encoding="unicode")
        return "" if whole.endswith("/>") else whole[whole.index(">") + 1 : whole.rindex("</")]


def declared(xml: str, prefixes: Mapping[str, str]) -> str:
    """A whole part with further prefixes declared at its root."""
    at = xml.index(">")
    more = "".join(f' xmlns:{prefix}="{escape(uri)}"' for prefix, uri in prefixes.items())
    return f"{xml[:at]}{more}{xml[at:]}"
