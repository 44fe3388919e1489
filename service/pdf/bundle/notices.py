"""Pages that stand in for a paper: one that is secret, or could not be turned into pages, or a list of changes."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from .boxes import A4
from .joining import describe, save
from .lettering import Lettering
from .papers import Look
from .setting import BLACK, BLUE, wrapped
from .tags import Tags

_LEFT, _WIDTH, _TOP, _AGAIN, _FOOT = 71.0, 453.0, 130.0, 92.0, 60.0
_HEAD, _TEXT, _LEADING = 18.0, 11.0, 16.0


def notice(title: str, paragraphs: Sequence[str], language: str = "sv-SE") -> bytes:
    """A tagged PDF that says what is to be said in the paper's place, on as many pages as it takes."""
    with pikepdf.new() as pdf:
        made = _Notice(pdf, language)
        made.add(Name.H1, title, _HEAD)
        for paragraph in paragraphs:
            made.add(Name.P, paragraph, _TEXT)
        made.finish()
        describe(pdf, Look(title, language=language))
        out = io.BytesIO()
        save(pdf, out, [])
        return out.getvalue()


class _Notice:
    """The pages as they are filled, line by line."""

    def __init__(self, pdf: Pdf, language: str) -> None:
        self._pdf, self._lettering, self._tags = pdf, Lettering(pdf), Tags(pdf, language)
        self._drawn: list[str] = []
        self._marked: list[Array] = []
        self._y = 0.0

    def add(self, kind: Name, text: str, size: float) -> None:
        """Set a heading or a paragraph; one that does not fit goes on on the next page, as the same paragraph."""
        element = self._tags.element(kind, self._tags.document)
        bold, leading = size == _HEAD, size * 1.25 if size == _HEAD else _LEADING
        pieces = wrapped(text, size, _WIDTH, bold=bold)
        self._y -= size if self._drawn else 0
        while pieces:
            fits = int((self._y - _FOOT) // leading) + 1 if self._drawn else 0
            if fits < 1:
                self._turn()
                continue
            element.K.append(Dictionary(Type=Name.MCR, Pg=self._pdf.pages[-1].obj, MCID=len(self._marked[-1])))
            self._drawn[-1] += f"/{str(kind)[1:]} <</MCID {len(self._marked[-1])}>> BDC\n{BLUE if bold else BLACK}\n"
            self._marked[-1].append(element)
            for piece in pieces[:fits]:
                self._drawn[-1] += self._lettering.show(piece, size, _LEFT, self._y, bold)
                self._y -= leading
            self._drawn[-1] += "EMC\n"
            pieces = pieces[fits:]

    def finish(self) -> None:
        """Write the pages."""
        for page, drawn, marked in zip(self._pdf.pages, self._drawn, self._marked, strict=True):
            page.obj.Contents = self._pdf.make_stream(drawn.encode("ascii"))
            page.obj.Resources = Dictionary(Font=Dictionary({str(k): v for k, v in self._lettering.fonts.items()}))
            page.obj.StructParents = self._tags.key(self._pdf.make_indirect(marked))
        self._lettering.embed()
        self._tags.write(whole=True)

    def _turn(self) -> None:
        """Begin a page."""
        self._pdf.add_blank_page(page_size=A4)
        self._y = A4[1] - (_AGAIN if self._drawn else _TOP)
        self._drawn.append("")
        self._marked.append(Array())
