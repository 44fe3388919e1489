"""Pictures as pages: each upright on an A4, as large as it fits and never larger than it is.

img2pdf puts JPEG and PNG in as they are, without coding them anew and losing in it. What it does not take is coded as
PNG first.
"""

import io

import img2pdf
from PIL import Image, ImageSequence

from .boxes import A4

_MARGIN = 42.5  # points: 15 mm
_MOST_PIXELS = 150_000_000
_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "WEBP")
_AS_IT_IS = {"JPEG": ("L", "RGB", "CMYK"), "PNG": ("1", "L", "RGB", "P")}


class ImageFault(Exception):
    """The picture cannot be shown; the text says why, in Swedish."""


def image_to_pdf(data: bytes, most_pages: int) -> bytes:
    """A PDF with a page for the picture, or for each in the file. Raises `ImageFault`."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            pictures = _pictures(image, data, most_pages)
    except Image.DecompressionBombError as error:
        raise ImageFault("Bilden är orimligt stor och tas inte emot.") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise ImageFault(f"Bilden är skadad och går inte att visa ({error}).") from error
    layout = img2pdf.get_layout_fun(A4, None, (_MARGIN, _MARGIN), img2pdf.FitMode.shrink, auto_orient=True)
    try:
        made = img2pdf.convert(*pictures, layout_fun=layout, rotation=img2pdf.Rotation.ifvalid, nodate=True)
    except (img2pdf.ImageOpenError, img2pdf.AlphaChannelError, img2pdf.JpegColorspaceError, ValueError) as error:
        raise ImageFault(f"Bilden går inte att visa ({error}).") from error
    return bytes(made)


def _pictures(image: Image.Image, data: bytes, most_pages: int) -> list[bytes]:
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if count > most_pages:
        raise ImageFault(f"Bildfilen har {count} sidor. Dela upp den; högst {most_pages} tas emot.")
    if image.width * image.height > _MOST_PIXELS:
        raise ImageFault(f"Bilden är orimligt stor: {image.width} × {image.height} bildpunkter.")
    if image.mode in _AS_IT_IS.get(str(image.format), ()) and "transparency" not in image.info:
        image.load()
        return [data]
    return [_png(frame) for _, frame in zip(range(count), ImageSequence.Iterator(image), strict=False)]


def _png(image: Image.Image) -> bytes:
    """The picture on white, with the turn that the camera noted carried out."""
    density = image.info.get("dpi")
    seen = image.convert("RGBA")
    white = Image.new("RGB", seen.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    orientation = image.getexif().get(0x0112, 1)
    turn = {
        2: (Image.Transpose.FLIP_LEFT_RIGHT,), 3: (Image.Transpose.ROTATE_180,), 4: (Image.Transpose.FLIP_TOP_BOTTOM,),
        5: (Image.Transpose.TRANSPOSE,), 6: (Image.Transpose.ROTATE_270,), 7: (Image.Transpose.TRANSVERSE,),
        8: (Image.Transpose.ROTATE_90,),
    }.get(orientation, ())  # fmt: skip
    for step in turn:
        white = white.transpose(step)
    out = io.BytesIO()
    white.save(out, "PNG", **({"dpi": density} if density else {}))
    return out.getvalue()
