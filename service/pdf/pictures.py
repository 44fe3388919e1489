"""The pages of a PDF as pictures for a screen, by poppler's `pdftoppm` where it is installed."""

import io
import subprocess

import pikepdf

from service.machine import picture_program

from .faults import OfficeFault

_SECONDS = 30


def can_picture() -> bool:
    """Whether pages can be made into pictures here."""
    return picture_program() is not None


def page_heights(pdf: bytes, width: int) -> tuple[int, ...]:
    """How high the picture of each page is when it is that wide, in pixels. Raises `pikepdf.PdfError`."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        boxes = [[float(side) for side in page.cropbox] for page in document.pages]
    return tuple(round(width * (top - bottom) / (right - left)) for left, bottom, right, top in boxes)


def picture(pdf: bytes, page: int, width: int) -> bytes:
    """A page (the first is 1) as PNG, so many pixels wide. Raises `OfficeFault` where none can be made."""
    program = picture_program()
    if program is None:
        raise OfficeFault("Sidor kan inte visas som bilder här: pdftoppm är inte installerat.")
    wanted = ["-f", str(page), "-l", str(page), "-singlefile", "-scale-to-x", str(width), "-scale-to-y", "-1"]
    try:
        done = subprocess.run([program, "-png", *wanted, "-"], input=pdf, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OfficeFault("Sidan kunde inte göras till en bild.") from error
    if done.returncode or not done.stdout:
        raise OfficeFault("Sidan kunde inte göras till en bild.")
    return done.stdout
