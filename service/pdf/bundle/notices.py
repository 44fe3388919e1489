"""A page that stands in for a paper: one that is secret, or one that could not be turned into pages."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from .boxes import A4
from .joining import describe, save
from .lettering import Lettering
from .papers import Look
from .setting import BLACK, BLUE, wrapped
from .tags import Tags

_LEFT, _WIDTH, _TOP = 71.0, 453.0, 130.0
_HEAD, _TEXT, _LEADING = 18.0, 11.0, 16.0


def notice(title: str, paragraphs: Sequence[str], language: str = "sv-SE") -> bytes:
    """A tagged PDF of one page that says what is to be said in the paper's place."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=A4)
        lettering, tags = Lettering(pdf), Tags(pdf, language)
        marked = Array()
        drawn, y = _block(pdf, lettering, marked, tags.element(Name.H1, tags.document), title, A4[1] - _TOP, _HEAD)
        for paragraph in paragraphs:
            element = tags.element(Name.P, tags.document)
            more, y = _block(pdf, lettering, marked, element, paragraph, y - _TEXT, _TEXT)
            drawn += more
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(drawn.encode("ascii"))
        page.Resources = Dictionary(Font=Dictionary({str(k): v for k, v in lettering.fonts.items()}))
        page.StructParents = tags.key(pdf.make_indirect(marked))
        lettering.embed()
        tags.write(whole=True)
        describe(pdf, Look(title, language=language))
        out = io.BytesIO()
        save(pdf, out, [])
        return out.getvalue()


def _block(
    pdf: Pdf, lettering: Lettering, marked: Array, element: Object, text: str, y: float, size: float
) -> tuple[str, float]:
    """The operators of a paragraph, and where it ends."""
    bold = size == _HEAD
    drawn = f"/{str(element.S)[1:]} <</MCID {len(marked)}>> BDC\n{BLUE if bold else BLACK}\n"
    for piece in wrapped(text, size, _WIDTH, bold=bold):
        drawn += lettering.show(piece, size, _LEFT, y, bold)
        y -= size * 1.25 if bold else _LEADING
    element.K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=len(marked)))
    marked.append(element)
    return drawn + "EMC\n", y
