"""The official documents: what each says, gathered from the plans as a context that its template may use."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from schemas.workbooks import Period

from . import (
    anvisningar,
    detaljbudget,
    enhetsutdrag,
    foredragningslista,
    hela_kedjan,
    kallelse,
    kommunrapport,
    mrp,
    namndrapport,
    protokoll,
    protokollsutdrag,
    styrdokument,
    tjansteskrivelse,
    uppdragsdialog,
    verksamhetsplan,
)
from .contract import FieldHelp, as_mapping, describe, example_of
from .hjulbild import Hjulbild

__all__ = [
    "DOCUMENTS", "MOTESHANDLINGAR", "Document", "FieldHelp", "Hjulbild", "as_mapping", "describe", "example_of",
    "file_name", "plain_name",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of paper: its title, its template's file, the type of its context and the program that opens it.

    `periods` are what a report may cover; a plan has none.
    """

    kind: str
    title: str
    template: str
    context: type[Any]
    format: Literal["docx", "xlsx"]
    periods: tuple[Period, ...] = ()


DOCUMENTS: Mapping[str, Document] = {
    document.kind: document
    for document in (
        Document("mrp", "Mål- och resursplan", "word/mrp.docx", mrp.MrpContext, "docx"),
        Document(
            "verksamhetsplan", "Verksamhetsplan", "word/verksamhetsplan.docx",
            verksamhetsplan.VerksamhetsplanContext, "docx",
        ),
        Document(
            "detaljbudget", "Detaljbudget", "excel/detaljbudget.xlsx", detaljbudget.DetaljbudgetContext, "xlsx"
        ),
        Document(
            "enhetsutdrag", "Enhetsutdrag", "word/enhetsutdrag.docx", enhetsutdrag.EnhetsutdragContext, "docx"
        ),
        Document(
            "delarsrapport", "Delårsrapport", "word/delarsrapport.docx", namndrapport.NamndrapportContext, "docx",
            (Period.T1, Period.T2),
        ),
        Document(
            "arsberattelse", "Årsberättelse", "word/arsberattelse.docx", namndrapport.NamndrapportContext, "docx",
            (Period.AR,),
        ),
        Document(
            "delarsrapport-kommunen", "Kommunens delårsrapport", "word/delarsrapport-kommunen.docx",
            kommunrapport.KommunrapportContext, "docx", (Period.T1, Period.T2),
        ),
        Document(
            "arsredovisning", "Årsredovisning", "word/arsredovisning.docx", kommunrapport.KommunrapportContext,
            "docx", (Period.AR,),
        ),
        Document(
            "anvisningar", "Anvisningar och ekonomiska ramar", "word/anvisningar.docx",
            anvisningar.AnvisningarContext, "docx",
        ),
        Document(
            "styrdokument", "Styrdokument", "word/styrdokument.docx", styrdokument.StyrdokumentContext, "docx"
        ),
        Document(
            "uppdragsdialog", "Uppdragsdialog", "word/uppdragsdialog.docx",
            uppdragsdialog.UppdragsdialogContext, "docx",
        ),
        Document("kallelse", "Kallelse", "word/kallelse.docx", kallelse.KallelseContext, "docx"),
        Document(
            "foredragningslista", "Föredragningslista", "word/foredragningslista.docx",
            foredragningslista.ForedragningslistaContext, "docx",
        ),
        Document(
            "tjansteskrivelse", "Tjänsteskrivelse", "word/tjansteskrivelse.docx",
            tjansteskrivelse.TjansteskrivelseContext, "docx",
        ),
        Document("protokoll", "Protokoll", "word/protokoll.docx", protokoll.ProtokollContext, "docx"),
        Document(
            "protokollsutdrag", "Protokollsutdrag", "word/protokollsutdrag.docx",
            protokollsutdrag.ProtokollsutdragContext, "docx",
        ),
        Document("anslag", "Anslag", "word/anslag.docx", protokoll.ProtokollContext, "docx"),
        Document(
            "malkedja", "Målkedjan", "word/malkedja.docx", hela_kedjan.MalkedjaContext, "docx", tuple(Period)
        ),
    )
}  # fmt: skip
_NAMES = {
    "mrp": "mal-och-resursplan", "anvisningar": "anvisningar-och-ramar", "delarsrapport-kommunen": "delarsrapport",
}  # fmt: skip
MOTESHANDLINGAR = ("kallelse", "foredragningslista", "tjansteskrivelse", "protokoll", "protokollsutdrag", "anslag")
_THREE_YEARS = frozenset({"mrp", "anvisningar"})


def file_name(kind: str, ar: int, namnd: str = "", enhet: str = "", proposal: str = "", period: str = "") -> str:
    """`verksamhetsplan-2027-bun.docx`, `delarsrapport-2027-t2-bun.docx`: what the file is called.

    No å, ä, ö, spaces or underscores. The period of a paper that has only one is not named.
    """
    years = f"{ar}-{ar + 2}" if kind in _THREE_YEARS else str(ar)
    part = "" if len(DOCUMENTS[kind].periods) == 1 else period
    parts = [_NAMES.get(kind, kind), years, *(plain_name(code) for code in (part, namnd, enhet, proposal) if code)]
    return f"{'-'.join(parts)}.{DOCUMENTS[kind].format}"


def plain_name(code: str) -> str:
    """A code or a name as it can stand in a file's name: `barn-och-utbildning`."""
    decomposed = unicodedata.normalize("NFKD", code.lower())
    letters = (letter for letter in decomposed if not unicodedata.combining(letter))
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters).split())
