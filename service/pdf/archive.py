"""A PDF made fit for keeping and for reading aloud: what LibreOffice leaves out, and what differs from run to run."""

import io
import struct
from collections.abc import Iterator
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String
from pikepdf.models.metadata import encode_pdf_date

from .figures import describe_figures
from .source import Source
from .structure import alternative, content, elements

_CLAIM_A = ("pdfaid:part", "pdfaid:conformance")
_CLAIM_UA = ("pdfuaid:part",)


def archival(pdf: pikepdf.Pdf, source: Source) -> bytes:
    """The PDF's bytes with alternative texts, title and language of the document, and dates of its own.

    The same document gives the same bytes with the same LibreOffice and fonts. It says that it follows PDF/A-2
    and PDF/UA only as far as `departures` finds nothing against it.
    """
    describe_figures(pdf, source.pictures)
    if source.language:
        pdf.Root.Lang = String(source.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    _write_metadata(pdf, source)
    _drop_the_hour(pdf)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def departures(pdf: pikepdf.Pdf) -> tuple[list[str], list[str]]:
    """What keeps a PDF from being PDF/A-2 and from being PDF/UA, as far as can be told from here.

    Looked at are the embedding of fonts, the output intent and identification (ISO 19005-2), and the tags,
    language, title, and alternative texts (ISO 14289-1).
    """
    archive = [f"teckensnittet {name} är inte inbäddat" for name in sorted(set(_loose_fonts(pdf)))]
    if Name.OutputIntents not in pdf.Root:
        archive.append("färgprofil saknas")
    access = [] if pdf.Root.get(Name.MarkInfo, Dictionary()).get(Name.Marked) else ["filen är inte taggad"]
    access += [f"{what} saknas" for what, there in (
        ("språk", Name.Lang in pdf.Root), ("titel", str(pdf.docinfo.get(Name.Title, "")).strip()),
    ) if not there]  # fmt: skip
    figures = list(elements(pdf, "Figure"))
    access += ["en bild saknar alternativtext" for figure in figures if not alternative(figure)]
    access += ["en bild är inte knuten till sin märkning" for figure in figures if not content(figure)]
    return archive, [*archive, *access]


def fonts(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """The fonts that pages use, those inside their forms as well."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Object] = [page.obj for page in pdf.pages]
    while waiting:
        resources = waiting.pop().get(Name.Resources, Dictionary())
        yield from resources.get(Name.Font, Dictionary()).values()
        for form in resources.get(Name.XObject, Dictionary()).values():
            if form.objgen not in seen:
                seen.add(form.objgen)
                waiting.append(form)


def _loose_fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for font in fonts(pdf):
        holder = font.DescendantFonts[0] if Name.DescendantFonts in font else font
        descriptor = holder.get(Name.FontDescriptor, Dictionary())
        files = (Name.FontFile, Name.FontFile2, Name.FontFile3)
        if font.get(Name.Subtype) != Name.Type3 and not any(file in descriptor for file in files):
            yield str(font.get(Name.BaseFont, "?"))[1:]


def _write_metadata(pdf: pikepdf.Pdf, source: Source) -> None:
    """Title and dates, the same in both places that a PDF keeps them in (ISO 19005-2 §6.6.2)."""
    if source.title:
        pdf.docinfo[Name.Title] = source.title
    for key in ("/CreationDate", "/ModDate"):
        _put_date(pdf, key, source.created)
    archive, access = departures(pdf)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if source.title:
            metadata["dc:title"] = source.title
        if source.language:
            metadata["dc:language"] = {source.language}
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            if source.created is None:
                metadata.pop(name, None)
            else:
                metadata[name] = source.created.isoformat()
        for claim in (*(_CLAIM_A if archive else ()), *(_CLAIM_UA if access else ())):
            metadata.pop(claim, None)


def _drop_the_hour(pdf: pikepdf.Pdf) -> None:
    """Take away what LibreOffice makes of the time of day: ids, and the date in the colour profile (ICC.1 §7.2)."""
    for name in ("/ID", "/DocChecksum"):
        if name in pdf.trailer:
            del pdf.trailer[name]
    for intent in pdf.Root.get(Name.OutputIntents, Array()):
        if Name.DestOutputProfile in intent:
            profile = bytearray(intent.DestOutputProfile.read_bytes())
            profile[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
            profile[84:100] = bytes(16)  # the profile's id, which may be left out
            intent.DestOutputProfile.write(bytes(profile))


def _put_date(pdf: pikepdf.Pdf, key: str, moment: datetime | None) -> None:
    if moment is not None:
        pdf.docinfo[key] = encode_pdf_date(moment)
    elif key in pdf.docinfo:
        del pdf.docinfo[key]
