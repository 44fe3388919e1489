"""A PDF's pages as pictures, each made when it is first looked at, and kept by what the PDF is."""

import hashlib

from service import pdf as office

from ..files import write_whole
from ..house import House

WIDTH = 1000  # pixels: a page is read in two thirds of a laptop's screen
FOLDER = "forhandsvisning"


def has_pictures() -> bool:
    """Whether pages can be shown as pictures here."""
    return office.can_picture()


def page_heights(pdf: bytes) -> tuple[int, ...]:
    """How high each page's picture is, in pixels; none where no pictures can be made."""
    return office.page_heights(pdf, WIDTH) if has_pictures() else ()


def page_picture(house: House, pdf: bytes, page: int) -> bytes:
    """A page (the first is 1) as PNG. Raises `LookupError` for a page that there is not, `OfficeFault` where none can
    be made."""
    if not 1 <= page <= len(page_heights(pdf)):
        raise LookupError(f"no page {page}")
    kept = house.data / FOLDER / "sidor" / f"{hashlib.sha256(pdf).hexdigest()}-{page}.png"
    if not kept.exists():
        made = office.picture(pdf, page, WIDTH)
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, made)
    return kept.read_bytes()
