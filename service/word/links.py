"""Links to addresses outside the document (§17.16.22)."""

from dataclasses import dataclass
from html import escape

from .embedded import External, Fragment, Holder
from .marks import one_line
from .ooxml import R
from .styles import Styles

_PLAIN = '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'


@dataclass(frozen=True)
class Link:
    """Words that lead to an address, in the template's own look for links where it has one."""

    text: str
    url: str

    def __str__(self) -> str:
        return self.text

    def embed(self, holder: Holder) -> Fragment:
        """The link, to stand in a line."""
        named = holder.package.typed("styles")
        style = Styles(holder.package.tree(named[0])).id_of("hyperlink", "character") if named else None
        look = _PLAIN if style is None else f'<w:rPr><w:rStyle w:val="{escape(style)}"/></w:rPr>'
        words = f'<w:r>{look}<w:t xml:space="preserve">{escape(one_line(self.text))}</w:t></w:r>'
        ident = holder.relate(External(self.url))
        return Fragment(f'<w:hyperlink xmlns:r="{R}" r:id="{ident}" w:history="1">{words}</w:hyperlink>')
