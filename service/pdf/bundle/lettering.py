"""Letters that the package sets itself: Lato, cut down to what is used and embedded.

fontTools measures and cuts the font. reportlab and fpdf2 set text too, but neither writes the tags that the contents
must have, and with the tags written here the text is the smaller part.
"""

import io
import unicodedata
from functools import cache

import font_lato
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_FILES = {False: "Lato", True: "LatoBold"}
NAMES = {False: Name.MalkedjanText, True: Name.MalkedjanFet}
# What a PDF does not read of a font file under glyph numbers (ISO 32000-1 §9.9).
_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "post", "OS/2", "cmap", "name", "gasp")
_MISSING = "□?"
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def printable(text: str) -> str:
    """Text as it can be set on a line: composed, without control characters, with single spaces."""
    seen = ("".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in text)).split()
    return unicodedata.normalize("NFC", " ".join(seen))


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, in points."""
    glyphs = _glyphs(bold)
    return sum(_advances(bold)[glyphs[sign]] for sign in _set(text, bold)) * size


def shortened(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, or as much of it as there is room for and an ellipsis."""
    if width(text, size, bold) <= room:
        return text
    while text and width(f"{text}…", size, bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


class Lettering:
    """The fonts of one PDF: what has been set with them so far, to be embedded when all is set."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.see_through = pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=0.75))
        self._used: dict[bool, dict[int, str]] = {False: {}, True: {}}
        self.fonts = {NAMES[bold]: pdf.make_indirect(Dictionary(Type=Name.Font)) for bold in _FILES}

    def show(self, text: str, size: float, x: float, y: float, bold: bool = False, *, font: str = "") -> str:
        """The operators that set a line of text with its foot at a point; `font` is the font's name on the page."""
        glyphs = _glyphs(bold)
        signs = [(glyphs[sign], sign) for sign in _set(text, bold)]
        self._used[bold].update(signs)
        coded = "".join(f"{glyph:04X}" for glyph, _ in signs)
        return f"BT {font or NAMES[bold]} {size:.2f} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{coded}> Tj ET\n"

    def embed(self) -> None:
        """Write the fonts, with the letters used and no others."""
        for bold, used in self._used.items():
            if used:
                self._write(self.fonts[NAMES[bold]], bold, used)

    def _write(self, font: Object, bold: bool, used: dict[int, str]) -> None:
        whole = _font(bold)
        name = Name(f"/{_tag(used)}+Lato-{'Bold' if bold else 'Regular'}")
        head, hhea, os2 = whole["head"], whole["hhea"], whole["OS/2"]
        scale = 1000 / head.unitsPerEm
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=32, ItalicAngle=0, StemV=120 if bold else 80,
            FontBBox=Array([round(n * scale) for n in (head.xMin, head.yMin, head.xMax, head.yMax)]),
            Ascent=round(hhea.ascent * scale), Descent=round(hhea.descent * scale),
            CapHeight=round(getattr(os2, "sCapHeight", hhea.ascent) * scale),
            FontFile2=self.pdf.make_stream(_cut(bold, frozenset(used))),
        )  # fmt: skip
        widths: list[Object | int] = []
        for glyph in sorted(used):
            widths += [glyph, Array([round(_advances(bold)[glyph] * 1000)])]
        font.Subtype, font.BaseFont, font.Encoding = Name.Type0, name, Name("/Identity-H")
        font.DescendantFonts = Array([self.pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity, DW=500,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=self.pdf.make_indirect(descriptor), W=Array(widths),
        ))])  # fmt: skip
        font.ToUnicode = _to_unicode(self.pdf, used)


@cache
def _font(bold: bool) -> TTFont:
    return TTFont(font_lato.font_files[_FILES[bold]], lazy=True, recalcTimestamp=False)


@cache
def _glyphs(bold: bool) -> dict[str, int]:
    font = _font(bold)
    return {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}


@cache
def _advances(bold: bool) -> list[float]:
    """The width of each glyph, for letters of size 1."""
    font = _font(bold)
    return [font["hmtx"][name][0] / font["head"].unitsPerEm for name in font.getGlyphOrder()]


def _set(text: str, bold: bool) -> str:
    """The text in letters that the font has; a box stands for one it lacks."""
    glyphs = _glyphs(bold)
    missing = next(sign for sign in _MISSING if sign in glyphs)
    return "".join(sign if sign in glyphs else missing for sign in text)


@cache
def _cut(bold: bool, used: frozenset[int]) -> bytes:
    """The font file with these glyphs under the numbers they had."""
    options = subset.Options(
        retain_gids=True, notdef_outline=True, layout_features=[], name_IDs=[], hinting=False, recalc_timestamp=False,
    )  # fmt: skip
    font = TTFont(font_lato.font_files[_FILES[bold]], recalcTimestamp=False)
    for table in _NOT_NEEDED:
        if table in font:
            del font[table]
    cutter = subset.Subsetter(options)
    cutter.populate(gids=sorted(used))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _tag(used: dict[int, str]) -> str:
    """Six letters that tell one cut of a font from another (ISO 32000-1 §9.6.4)."""
    number = sum((n + 1) * glyph for n, glyph in enumerate(sorted(used)))
    return "".join(chr(ord("A") + number // 26**n % 26) for n in range(6))


def _to_unicode(pdf: Pdf, used: dict[int, str]) -> Stream:
    lines = [f"<{glyph:04X}> <{used[glyph].encode('utf-16-be').hex().upper()}>" for glyph in sorted(used)]
    parts = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    blocks = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return pdf.make_stream(_TO_UNICODE.format(blocks=blocks).encode("ascii"))
