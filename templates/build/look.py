"""The look of the official Word templates: every style by its proper name, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

INK = "1F3864"
RULE = "8496B0"
SHADE = "E7ECF4"
GREY = "595959"
FONT = "Calibri"
TEXT_WIDTH = 9411  # twips: A4 with margins of 2.2 cm
LANDSCAPE_WIDTH = 14_343  # the same paper turned


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes in points, distances in points, indents in twips."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    align: str = ""
    left: int | None = None
    hanging: int | None = None
    level: int | None = None
    list: tuple[int, int] | None = None
    tabs: tuple[tuple[str, int, str], ...] = ()
    border: str = ""
    shade: str = ""
    hyphens: bool | None = None  # whether Word may part words
    tight: bool = False  # no space between paragraphs of this style

    def xml(self) -> str:
        """The style as Word writes it (ECMA-376 §17.7.4.17)."""
        default = ' w:default="1"' if self.id == "Normal" else ""
        based = "" if self.id == "Normal" else f'<w:basedOn w:val="{self.based_on}"/>'
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f"{based}{following}<w:qFormat/><w:pPr>{''.join(self._ppr())}</w:pPr><w:rPr>{''.join(self._rpr())}</w:rPr></w:style>"
        )

    def _ppr(self) -> Iterator[str]:
        yield from (f"<w:{name}/>" for name, on in (
            ("keepNext", self.keep_next), ("keepLines", self.keep_lines), ("pageBreakBefore", self.page_break),
        ) if on)  # fmt: skip
        if self.list is not None:
            number, depth = self.list
            ilvl = f'<w:ilvl w:val="{depth}"/>' if depth else ""
            yield f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>'
        if self.border:
            yield f"<w:pBdr>{self.border}</w:pBdr>"
        if self.shade:
            yield f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shade}"/>'
        if self.tabs:
            stops = "".join(_tab(*tab) for tab in self.tabs)
            yield f"<w:tabs>{stops}</w:tabs>"
        if self.hyphens is not None:
            yield f'<w:suppressAutoHyphens w:val="{0 if self.hyphens else 1}"/>'
        yield from self._spacing()
        if self.left is not None:
            hanging = f' w:hanging="{self.hanging}"' if self.hanging is not None else ' w:firstLine="0"'
            yield f'<w:ind w:left="{self.left}"{hanging}/>'
        if self.tight:
            yield "<w:contextualSpacing/>"
        if self.align:
            yield f'<w:jc w:val="{self.align}"/>'
        if self.level is not None:
            yield f'<w:outlineLvl w:val="{self.level}"/>'

    def _spacing(self) -> Iterator[str]:
        given = {"before": self.before, "after": self.after}
        words = [f'w:{name}="{round(points * 20)}"' for name, points in given.items() if points is not None]
        if self.line:
            words.append(f'w:line="{self.line}" w:lineRule="auto"')
        if words:
            yield f"<w:spacing {' '.join(words)}/>"

    def _rpr(self) -> Iterator[str]:
        if self.bold:
            yield "<w:b/><w:bCs/>"
        if self.italic:
            yield "<w:i/><w:iCs/>"
        if self.caps:
            yield "<w:caps/>"
        if self.colour:
            yield f'<w:color w:val="{self.colour}"/>'
        if self.size:
            yield f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>'


def _tab(kind: str, position: int, leader: str) -> str:
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="{kind}"{dots} w:pos="{position}"/>'


def _edge(side: str, size: int = 8, space: int = 4, colour: str = RULE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


HALF_WAY = (("left", TEXT_WIDTH // 2, ""),)
RIGHT_EDGE = (("right", TEXT_WIDTH, ""),)
TEXT = (
    Style("Normal", "Normal", after=8, line=269, hyphens=False),
    Style("Mal", "Mål", bold=True, size=12, colour=INK, keep_next=True, keep_lines=True, after=6),
    Style("Vision", "Vision", size=16, colour=INK, before=6, after=12, left=284, keep_lines=True,
          border=_edge("left", 24, 10, INK)),
    Style("Uppgift", "Uppgift", after=3, left=0, keep_next=True),
    Style("ListBullet", "List Bullet", list=(2, 0), tight=True),
    Style("ListNumber", "List Number", list=(3, 0), tight=True),
)  # fmt: skip
COVER = (
    Style("Logotyp", "Logotyp", bold=True, size=16, colour=INK, after=0, border=_edge("bottom", 12, 8, INK)),
    Style("Title", "Title", following="Subtitle", bold=True, size=36, colour=INK, before=190, after=4, line=240),
    Style("Subtitle", "Subtitle", size=24, colour=INK, after=10, line=240),
    Style("Omslag", "Omslag", size=13, after=4),
    Style("Lage", "Läge", bold=True, size=14, colour=INK, before=36, after=4),
    Style("Markning", "Märkning", bold=True, size=14, colour="9C0006", before=24, after=4),
)
TABLES = (
    Style("Caption", "caption", following="Normal", bold=True, size=10, colour=INK, before=12, after=4, keep_next=True,
          keep_lines=True),
    Style("Tabelltext", "Tabelltext", size=9, before=2, after=2, line=240, hyphens=True),
    Style("Tabelltal", "Tabelltal", "Tabelltext", align="right"),
    Style("Tabellhuvud", "Tabellhuvud", "Tabelltext", bold=True, colour=INK, keep_next=True),
    Style("Tabellhuvudtal", "Tabellhuvud tal", "Tabellhuvud", align="right"),
    Style("Tabellsumma", "Tabellsumma", "Tabelltext", bold=True),
    Style("Tabellsummatal", "Tabellsumma tal", "Tabellsumma", align="right"),
    Style("Tabellnot", "Tabellnot", size=9, colour=GREY, before=4, after=10, line=252),
)  # fmt: skip
# What a judgement looks like in a cell, by its colour: dark letters on a light ground, contrast above 6:1.
JUDGEMENTS = tuple(
    Style(id, f"Bedömning {colour}", "Tabelltext", bold=True, colour=ink, shade=ground, hyphens=False)
    for id, colour, ink, ground in (
        ("Bedomninggron", "grön", "1D5B2A", "E3F1E4"), ("Bedomninggul", "gul", "6B4700", "FCF0D2"),
        ("Bedomningrod", "röd", "8C0A14", "FBE3E3"), ("Bedomninggra", "grå", "474747", "EDEDED"),
    )
)  # fmt: skip
REPORT = (
    *JUDGEMENTS,
    Style("Analys", "Analys", before=4, after=4),
    Style(
        "Observera",
        "Observera",
        before=4,
        after=8,
        left=170,
        keep_lines=True,
        shade="FCF0D2",
        border=_edge("left", 24, 6, "B7791F"),
    ),
    Style("Mellanrubrik", "Mellanrubrik", bold=True, colour=INK, before=6, after=2, keep_next=True, keep_lines=True),
    Style("Uppgiftsist", "Uppgift sist", "Uppgift", after=8),
    Style("Listrubrik", "Rubrik över lista", "Rubrikutannummer", following="Normal", before=20),
)
MEETING = (
    Style("Uppgiftsist", "Uppgift sist", "Uppgift", after=8),
    Style("Underskrift", "Underskrift", before=30, after=0, keep_next=True, tabs=HALF_WAY),
    Style("Underskrivare", "Underskrivare", after=8, tabs=HALF_WAY),
)
PAGE = (
    Style("Header", "header", size=9, colour=GREY, after=0, line=240, tabs=RIGHT_EDGE, border=_edge("bottom", 4, 4)),
    Style("Footer", "footer", size=9, colour=GREY, after=0, line=240, tabs=RIGHT_EDGE, border=_edge("top", 4, 4)),
    Style("Rubrikutannummer", "Rubrik utan nummer", following="Normal", bold=True, size=18, colour=INK, before=0,
          after=10, keep_next=True, line=240),
    Style("TOCHeading", "TOC Heading", "Rubrikutannummer", following="Normal", page_break=True),
    Style("TOC1", "toc 1", following="Normal", bold=True, before=8, after=2, left=440, hanging=440, line=240),
    Style("TOC2", "toc 2", following="Normal", after=2, left=880, hanging=620, line=240),
    Style("TOC3", "toc 3", following="Normal", after=1, left=1320, hanging=740, size=10, line=240),
    Style("TableofFigures", "table of figures", following="Normal", after=2, left=284, hanging=284, line=240),
)  # fmt: skip


def headings(*, parts: bool) -> tuple[Style, ...]:
    """Headings: with parts, heading 1 is an unnumbered part and the chapters are heading 2; else heading 1."""
    part = Style("Heading1", "heading 1", following="Normal", bold=True, size=24, colour=INK, before=0, after=16,
                 keep_next=True, keep_lines=True, page_break=True, level=0, line=240)  # fmt: skip
    first = 2 if parts else 1
    numbered = tuple(_numbered(first + depth, depth) for depth in range(3))
    appendix = Style("Bilagerubrik", "Bilagerubrik", following="Normal", bold=True, size=16, colour=INK, before=18,
                     after=6, keep_next=True, keep_lines=True, level=first - 1, line=240)  # fmt: skip
    return (*((part,) if parts else ()), *numbered, appendix)


def plain_headings() -> tuple[Style, ...]:
    """Headings without numbers, for papers of a page or two."""
    return tuple(
        Style(f"Heading{n}", f"heading {n}", following="Normal", bold=True, size=size, colour=INK, before=before,
              after=4, keep_next=True, keep_lines=True, level=n - 1, line=240)
        for n, size, before in ((1, 15, 16), (2, 12, 12), (3, 11, 10))
    )  # fmt: skip


def _numbered(n: int, depth: int) -> Style:
    size, before, after = ((16, 20, 6), (13, 14, 4), (11.5, 12, 3))[depth]
    return Style(f"Heading{n}", f"heading {n}", following="Normal", bold=True, size=size, colour=INK, before=before,
                 after=after, keep_next=True, keep_lines=True, level=n - 1, list=(1, depth), line=240)  # fmt: skip


def all_styles(heading_styles: tuple[Style, ...]) -> tuple[Style, ...]:
    """Every paragraph style of a template."""
    return (*TEXT, *heading_styles, *COVER, *TABLES, *PAGE)


def styles_xml(heading_styles: tuple[Style, ...], text_width: int = TEXT_WIDTH) -> str:
    """All of styles.xml; what stands at the right edge stands at that of the page's text."""
    body = "".join(style.xml() for style in all_styles(heading_styles))
    body = body.replace(f'w:pos="{TEXT_WIDTH}"', f'w:pos="{text_width}"')
    return f'<w:styles xmlns:w="{W}">{_DEFAULTS}{body}{_OTHERS}{_TABLE}</w:styles>'


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Malkedjantabell"><w:name w:val="Målkedjan tabell"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    "<w:tblPr><w:tblBorders>"
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="bottom"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
