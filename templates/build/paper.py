"""A Word template under construction: paragraphs, commands and tables in order, saved the same way every time."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Cm

from .lists import numbering_xml
from .look import LANDSCAPE_WIDTH, TEXT_WIDTH, Style, all_styles, styles_xml
from .tables import Table, run

_BOLD = "<w:b/><w:bCs/>"
_BAGGAGE = ("stylesWithEffects", "thumbnail", "customXml")
_COMPAT = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)


class Paper:
    """A template of A4 pages, upright or `landscape`."""

    def __init__(
        self, title: str, heading_styles: tuple[Style, ...], first_heading: int | None, *, landscape: bool = False
    ) -> None:
        self._document = Document()
        self._ids = {style.name: style.id for style in all_styles(heading_styles)}
        _replace(
            self._document.styles.element, styles_xml(heading_styles, LANDSCAPE_WIDTH if landscape else TEXT_WIDTH)
        )
        _replace(self._document.part.numbering_part.element, numbering_xml(first_heading))
        _replace(self._document.settings.element, _settings_xml())
        self._document.core_properties.title = title
        self._document.core_properties.author = "Målkedjan"
        self._document.core_properties.comments = ""
        _leave_out_baggage(self._document)
        _page(self._document.sections[0], landscape=landscape)

    def add(self, style: str, text: str, label: str = "") -> None:
        """A paragraph; `label` stands before it in bold."""
        self._append(self._paragraph(style, text, label))

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """A heading of that level."""
        xml = self._paragraph(f"heading {level}", text)
        self._append(xml.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>", 1) if new_page else xml)

    def table(self, table: Table, note: str = "") -> None:
        """A table under its caption, with a note below it if there is one."""
        self.add("caption", f"Tabell: {table.title}")
        self.bare_table(table, note)

    def bare_table(self, table: Table, note: str) -> None:
        """A table without caption, under its heading."""
        self._append(table.xml())
        if note:
            self.add("Tabellnot", note)

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """What is added within is printed only if the condition holds."""
        yield from self._within(f"if {condition}", "endif")

    def otherwise(self) -> None:
        """Within `when`: what is added after this is printed if the condition does not hold."""
        self.add("Normal", "{%p else %}")

    def otherwise_if(self, condition: str) -> None:
        """Within `when`: what is added after this is printed if only this condition holds."""
        self.add("Normal", f"{{%p elif {condition} %}}")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        """What is added within is printed for each round of the loop."""
        yield from self._within(f"for {loop}", "endfor")

    def head_and_foot(self, head: str, foot: str, *, first_head: str = "", first_foot: str = "") -> None:
        """The running head and foot; `Sida X (Y)` ends the foot. With `first_head` the cover has its own."""
        section = self._document.sections[0]
        _fill(section.header, self._paragraph("header", head))
        _fill(section.footer, self._paragraph("footer", f"{foot}\tSida ", fields=True))
        if first_head:
            section.different_first_page_header_footer = True
            _fill(section.first_page_header, self._paragraph("Logotyp", first_head))
            _fill(section.first_page_footer, self._paragraph("footer", first_foot))

    def save(self, path: Path) -> None:
        """Write the template; the same content gives the same bytes."""
        raw = io.BytesIO()
        self._document.save(raw)
        path.write_bytes(repacked(raw.getvalue()))

    def _within(self, begin: str, end: str) -> Iterator[None]:
        self.add("Normal", f"{{%p {begin} %}}")
        yield
        self.add("Normal", f"{{%p {end} %}}")

    def _append(self, xml: str) -> None:
        element = parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))
        self._document.element.body.sectPr.addprevious(element)

    def _paragraph(self, style: str, text: str, label: str = "", *, fields: bool = False) -> str:
        properties = "" if style == "Normal" else f'<w:pPr><w:pStyle w:val="{self._ids[style]}"/></w:pPr>'
        words = "<w:r><w:tab/></w:r>".join(run(piece) for piece in text.split("\t"))
        lead = run(label, _BOLD) if label else ""
        page = f"{_field('PAGE')}{run(' (')}{_field('NUMPAGES')}{run(')')}" if fields else ""
        return f"<w:p>{properties}{lead}{words}{page}</w:p>"


def repacked(package: bytes, mended: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The package with fixed times, so that a template changes only when its content does; some parts mended."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            part = source.read(name)
            target.writestr(info, mended[name](part) if mended and name in mended else part)
    return out.getvalue()


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put the content of the given XML in place of an element's own."""
    fresh = parse_xml(xml)
    for child in list(element):
        element.remove(child)
    for child in list(fresh):
        element.append(child)


def _leave_out_baggage(document: DocumentObject) -> None:
    """Take away what python-docx's blank document brings along: its picture, Word 2010's second style sheet."""
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, rel in rels.items() if rel.reltype.rpartition("/")[2] in _BAGGAGE]:
            del rels[id]


def _fill(part: _BaseHeaderFooter, xml: str) -> None:
    """Let the paragraph be all there is in a head or foot."""
    part.is_linked_to_previous = False
    for child in list(part._element):
        part._element.remove(child)
    part._element.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def _page(section: Section, *, landscape: bool) -> None:
    short, long = Cm(21), Cm(29.7)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1.2)


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _settings_xml() -> str:
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'{_COMPAT}<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )
