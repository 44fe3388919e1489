"""Pictures in running text, with the words a screen reader says for them (DrawingML, §20.4)."""

import io
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from .embedded import HYPERLINK, IMAGE, External, Fragment, Holder, NewPart
from .faults import TemplateFault
from .marks import one_line
from .ooxml import WP, R

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_UNREADABLE = (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError, KeyError)


@dataclass(frozen=True)
class Picture:
    """A picture (PNG, JPEG, GIF, BMP or TIFF) as it lies in its file.

    `width` and `height` are in EMU, as python-docx's `Mm(40)` gives them; one of them alone keeps the
    proportions, none the size the file says. `alt` is what the picture shows, in words; None says that it is
    decoration only. `link` is an address it leads to.
    """

    blob: bytes
    width: int | None = None
    height: int | None = None
    alt: str | None = None
    link: str | None = None

    def embed(self, holder: Holder) -> Fragment:
        """The run with the picture. Raises TemplateFault for a file that is no picture of these kinds."""
        image = _image(self.blob)
        width, height = image.scaled_dimensions(self.width, self.height)
        part = NewPart("word/media/image", image.ext, image.content_type, self.blob, IMAGE)
        click = self._click(holder)
        look = _Look(holder.relate(part), holder.drawing_id(), int(width), int(height), self.alt, click)
        return Fragment(look.run(), is_sound=True)

    def _click(self, holder: Holder) -> str:
        if self.link is None:
            return ""
        return f'<a:hlinkClick xmlns:r="{R}" r:id="{holder.relate(External(self.link, HYPERLINK))}"/>'


@dataclass(frozen=True)
class _Look:
    relation: str
    number: int
    width: int
    height: int
    alt: str | None
    click: str

    def run(self) -> str:
        size = f'cx="{self.width}" cy="{self.height}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" xmlns:a="{_A}" distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/>{self._properties()}"
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="Bild {self.number}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="{self.relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _properties(self) -> str:
        words = "" if self.alt is None else f' descr="{escape(one_line(self.alt))}"'
        inside = self.click + (_DECORATIVE if self.alt is None else "")
        return f'<wp:docPr id="{self.number}" name="Bild {self.number}"{words}>{inside}</wp:docPr>'


@lru_cache(maxsize=64)
def _image(blob: bytes) -> Image:
    try:
        return Image.from_blob(blob)
    except _UNREADABLE as error:
        raise TemplateFault("bilden är ingen PNG-, JPEG-, GIF-, BMP- eller TIFF-fil som går att läsa") from error


def from_stream(descriptor: object) -> bytes:
    """The bytes of a picture given as an open file or a path, as docxtpl's InlineImage has it."""
    if hasattr(descriptor, "read"):
        if hasattr(descriptor, "seek"):
            descriptor.seek(0)
        return bytes(descriptor.read())
    with io.open_code(str(descriptor)) as file:
        return bytes(file.read())
