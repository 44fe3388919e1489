"""A PDF from outside made fit for a package: what it may not bring along is left out, and all of it is told.

It is built anew from its pages, so that nothing comes along but what is named here: content, links, comments, layers,
tags and outline.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from ..archive import fonts
from .balance import own_contents, unpacked
from .boxes import A4, mediabox, rectangle, view
from .joining import save, take_pages
from .outlines import read_outline, write_outline
from .scalars import is_true, number
from .stamps import wrapping
from .tags import Tags, is_tagged

_MOST_POINTS, _LEAST_POINTS = 14_400.0, 28.0  # 5 m, the most that PDF itself allows for, and 1 cm
_SHOWN = frozenset(f"/{kind}" for kind in (
    "Link", "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
    "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Widget",
))  # fmt: skip
_MOST_UNIT = 75_000  # the most that Acrobat takes (ISO 32000-1 annex C)
_MOST_CONTENT = 60_000_000  # bytes
_WEB = ("http://", "https://", "mailto:")
_FONT_FILES = (Name.FontFile, Name.FontFile2, Name.FontFile3)


class Refused(Exception):
    """The file cannot go into a package as pages; the text says why and what to do, in Swedish."""


@dataclass(frozen=True)
class Cleaned:
    """The PDF built anew, its number of pages, and what there is to tell of it."""

    pdf: bytes = field(repr=False)
    pages: int
    remarks: tuple[str, ...]


def clean(data: bytes, most_pages: int) -> Cleaned:
    """The PDF without what does not belong in a package. Raises `Refused`."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as source:
            return _cleaned(source, most_pages)
    except pikepdf.PasswordError as error:
        raise Refused("Filen är låst med lösenord. Ta bort lösenordet och lämna in den igen.") from error
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError, AttributeError, KeyError, IndexError) as error:
        raise Refused("Filen är skadad och går inte att läsa. Skriv ut den till en ny PDF och lämna in den.") from error


def _cleaned(source: Pdf, most_pages: int) -> Cleaned:
    _refuse(source, most_pages)
    remarks = [*_sizes(source), *_forms(source), *_scripts(source), *_attachments(source)]
    with pikepdf.new() as pdf:
        entries = read_outline(source)
        pages = take_pages(pdf, source)
        for at, page in enumerate(pages, 1):
            _weigh(page, at)
            wrapping(pdf, page)  # reads the content, so that what it does to a reader it does here
        tags = Tags(pdf, str(source.Root.get(Name.Lang, "sv-SE")))
        if tags.take(source, pages, None, is_part=True):
            tags.write(whole=True)
        write_outline(pdf, entries)
        remarks += _readable(source, pdf)
        out = io.BytesIO()
        save(pdf, out, [source.pdf_version])
        if source.get_warnings():
            remarks.insert(0, "Filen var skadad och har lagats. Se efter att alla sidor är med.")
        return Cleaned(out.getvalue(), len(pages), tuple(dict.fromkeys(remarks)))


def _refuse(source: Pdf, most_pages: int) -> None:
    if source.is_encrypted:
        raise Refused("Filen är skyddad mot ändringar av den som gjort den. Be om en fil utan skydd.")
    if Name.Collection in source.Root:
        raise Refused("Filen är en PDF-portfölj med filer i sig. Lämna in filerna var för sig.")
    form = source.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and Name.XFA in form and is_true(source.Root.get(Name.NeedsRendering)):
        raise Refused("Filen är ett XFA-formulär som bara Adobe Reader visar. Skriv ut den till PDF och lämna in den.")
    if not len(source.pages):
        raise Refused("Filen har inga sidor.")
    if len(source.pages) > most_pages:
        raise Refused(f"Filen har {len(source.pages)} sidor. Dela upp den; högst {most_pages} tas emot.")


def _weigh(page: Page, at: int) -> None:
    """Refuse content that unpacks to more than any page of a paper has."""
    if len(unpacked(own_contents(page)) or b"") > _MOST_CONTENT:
        raise Refused(f"Sidan {at} packas upp till orimligt mycket. Skriv ut filen till en ny PDF och lämna in den.")


def _sizes(source: Pdf) -> Iterator[str]:
    """Give each page a size that it can be seen in."""
    for at, page in enumerate(source.pages, 1):
        if rectangle(page.obj.get(Name.MediaBox)) is None:
            page.obj.MediaBox = mediabox(A4)
            yield f"Sidan {at} saknade storlek och har fått A4."
        if Name.UserUnit in page.obj and not 0 < number(page.obj.get(Name.UserUnit), 0) <= _MOST_UNIT:
            del page.obj.UserUnit
        if Name.Rotate in page.obj and number(page.obj.get(Name.Rotate), 1) % 90:
            del page.obj.Rotate
        seen = view(page)
        if max(seen.width, seen.height) > _MOST_POINTS or min(seen.width, seen.height) < _LEAST_POINTS:
            size = f"{seen.width / 72 * 2.54:.0f} × {seen.height / 72 * 2.54:.0f} cm"
            raise Refused(f"Sidan {at} har en orimlig storlek ({size}). Skriv ut filen till en ny PDF.")


def _forms(source: Pdf) -> Iterator[str]:
    """Print what is filled into fields on the pages, and drop the fields."""
    form = source.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return
    fields = form.get(Name.Fields)
    if _is_signed(fields, set()):
        yield "Filen är undertecknad elektroniskt. Underskriften gäller originalet, inte sidorna i paketet."
    if Name.XFA in form:
        del form.XFA
        yield "Filens XFA-del är borttagen. Se efter att det som fyllts i syns."
    if isinstance(fields, Array) and len(fields):
        yield "Formulärfälten är gjorda till text och kan inte fyllas i i paketet."
        source.generate_appearance_streams()
        source.flatten_annotations("screen")
    if Name.AcroForm in source.Root:
        del source.Root.AcroForm


def _is_signed(fields: Object | None, seen: set[tuple[int, int]]) -> bool:
    waiting = list(fields) if isinstance(fields, Array) else []
    while waiting:
        field = waiting.pop()
        if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        seen.add(field.objgen)
        if field.get(Name.FT) == Name.Sig and Name.V in field:
            return True
        kids = field.get(Name.Kids)
        waiting += list(kids) if isinstance(kids, Array) else []
    return False


def _scripts(source: Pdf) -> Iterator[str]:
    """Take away all that runs, opens or sends something; a link to a page or to the web stays."""
    found = {name for name in (Name.OpenAction, Name.AA) if _runs(source.Root.get(name))}
    names = source.Root.get(Name.Names)
    found |= {Name.JavaScript} if isinstance(names, Dictionary) and Name.JavaScript in names else set()
    dropped = 0
    for page in source.pages:
        found |= {Name.AA} if Name.AA in page.obj else set()
        for annotation in _annotations(page):
            dropped += _tame(annotation)
    if found:
        yield "Skript som körs när filen öppnas är borttagna."
    if dropped:
        yield f"{dropped} länkar eller knappar som kör något eller öppnar andra filer är borttagna."


def _runs(action: object) -> bool:
    return isinstance(action, Dictionary) and action.get(Name.S) != Name.GoTo


def _tame(annotation: Object) -> bool:
    """Leave an annotation what it may do; whether something was taken from it."""
    taken = Name.AA in annotation or Name.PA in annotation
    action = annotation.get(Name.A)
    if action is not None and not _is_harmless(action):
        del annotation.A
        taken = True
    elif isinstance(action, Dictionary) and Name.Next in action:
        del action.Next
        taken = True
    for name in (Name.AA, Name.PA):
        if name in annotation:
            del annotation[name]
    return taken


def _is_harmless(action: Object) -> bool:
    if not isinstance(action, Dictionary):
        return False
    kind = action.get(Name.S)
    address = str(action.get(Name.URI, "")).strip().casefold()
    return kind in (Name.GoTo, Name.Named) or (kind == Name.URI and address.startswith(_WEB))


def _attachments(source: Pdf) -> Iterator[str]:
    """Take away files within the file, films and sounds; of a thing that is taken away nothing is left."""
    names = sorted(source.attachments.keys())
    pikepdf.sanitize.remove_attachments(source)
    if names:
        yield f"Filer som låg i filen är borttagna: {', '.join(names[:10])}. Lämna in dem var för sig."
    kinds: list[str] = []
    for page in source.pages:
        kept = []
        for annotation in _annotations(page):
            kind = str(annotation.get(Name.Subtype, ""))
            if kind in _SHOWN:
                kept.append(annotation)
                continue
            kinds.append(kind[1:])
            for name in list(annotation.keys()):
                del annotation[name]
        if Name.Annots in page.obj:
            page.obj.Annots = Array(kept)
    if kinds:
        yield f"Inbäddat innehåll som inte kan visas på en sida är borttaget ({', '.join(sorted(set(kinds)))})."


def _annotations(page: Page) -> list[Object]:
    given = page.obj.get(Name.Annots)
    return [thing for thing in given if isinstance(thing, Dictionary)] if isinstance(given, Array) else []


def _readable(source: Pdf, made: Pdf) -> Iterator[str]:
    """What those who read by ear or search will miss."""
    used = [font for font in fonts(made) if isinstance(font, Dictionary)]
    if not used:
        yield "Filen är inskannad eller en bild: ingen text kan sökas, markeras eller läsas upp."
    elif not is_tagged(source):
        yield "Filen saknar taggar och kan inte läsas upp i ordning av en skärmläsare."
    loose = sorted({str(font.get(Name.BaseFont, "?"))[1:] for font in used if not _is_embedded(font)})
    if loose:
        yield f"Teckensnitt är inte inbäddade och kan se olika ut hos olika läsare: {', '.join(loose[:5])}."


def _is_embedded(font: Dictionary) -> bool:
    below = font.get(Name.DescendantFonts)
    holder = below[0] if isinstance(below, Array) and len(below) else font
    descriptor = holder.get(Name.FontDescriptor) if isinstance(holder, Dictionary) else None
    if font.get(Name.Subtype) == Name.Type3:
        return True
    return isinstance(descriptor, Dictionary) and any(file in descriptor for file in _FONT_FILES)
