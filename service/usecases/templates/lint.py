"""Try a template before anyone writes a document with it: every fault at once, then with the contract's examples."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import PurePath
from typing import Any

from service import excel, word
from service.batch import with_pictures
from service.documents import DOCUMENTS, Document, describe, detaljbudget, example_of

from ..answers import refused

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Comment:
    """One thing about a template, as a sentence and as data."""

    sentence: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What there is to say of a template. `kind` is empty where it is not known."""

    kind: str
    faults: tuple[Comment, ...]
    notes: tuple[Comment, ...] = ()
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def lint_template(content: bytes, name: str, kind: str = "") -> TemplateReport:
    """All that is wrong in a template; without `kind` it is told from an official file name (`mrp.docx`).

    Raises Refused where the file is of another format than the kind's template.
    """
    document = DOCUMENTS[kind] if kind else kind_of(name)
    ending = PurePath(name).suffix.lower().lstrip(".")
    is_workbook = ending in ("xlsx", "xltx")
    if document is not None and is_workbook != (document.format == "xlsx"):
        raise refused("fel-mallformat", slag=document.kind, format="Excel" if document.format == "xlsx" else "Word")
    if is_workbook:
        return _excel(content, document)
    return _word(content, document)


def kind_of(name: str) -> Document | None:
    """The document whose official template has that file name, or None."""
    return next((d for d in DOCUMENTS.values() if PurePath(d.template).name == PurePath(name).name.lower()), None)


def _word(content: bytes, document: Document | None) -> TemplateReport:
    fields = None if document is None else [told.name for told in describe(document.context)]
    kind = "" if document is None else document.kind
    try:
        found = word.lint(content, fields)
    except word.PackageFault as fault:
        return TemplateReport(kind, tuple(Comment(f"{_capital(text)}.", {"vad": text}) for text in fault.faults))
    faults = tuple(_comment(remark) for remark in found.faults)
    if document is not None and not faults:
        faults = tuple(_tried(content, document))
    notes = [_comment(remark) for remark in found.notes]
    if found.unused:
        notes.append(_unused(found.unused))
    return TemplateReport(kind, faults, tuple(notes), found.used, found.unused)


def _excel(content: bytes, document: Document | None) -> TemplateReport:
    if document is None:
        note = Comment("Fältnamnen är inte prövade, eftersom mallens slag inte är känt. Ange slaget med --kind.")
        return TemplateReport("", tuple(_cell_faults(excel.lint(content, (), {}))), (note,))
    context = example_of(document.context)
    cells, rows = detaljbudget.cells(context), detaljbudget.tables(context)
    headings = {name: dict.fromkeys(heading for row in table for heading in row) for name, table in rows.items()}
    faults = excel.lint(content, cells, headings)
    if not faults:
        try:
            excel.fill(content, cells, rows)
        except excel.TemplateFault as fault:
            faults = [fault]
    return TemplateReport(document.kind, tuple(_cell_faults(faults)), used=tuple(sorted(cells)))


def _tried(content: bytes, document: Document) -> Iterator[Comment]:
    """What comes of filling the template with the examples of its fields."""
    try:
        word.render(content, with_pictures(example_of(document.context)))
    except word.TemplateFault as fault:
        data = {"kod": "render", "vad": fault.what, "plats": _place(fault.place), "narmast": fault.nearest}
        yield Comment(f"När mallen fylls med exempel. {fault}".rstrip(".") + ".", data)
    except word.PackageFault as fault:
        for text in fault.faults:
            yield Comment(f"När mallen fylls med exempel blir dokumentet inte helt. {_capital(text)}.", {"vad": text})


def _comment(remark: word.Remark) -> Comment:
    data = {
        "kod": remark.code, "vad": remark.what, "atgard": remark.todo, "hittat": remark.found,
        "narmast": remark.nearest, "plats": _place(remark.place),
    }  # fmt: skip
    return Comment(str(remark), data)


def _place(place: word.Place) -> dict[str, Any]:
    """The place's own fields, those that say something."""
    swedish = {
        "part": "del", "story": "avsnitt", "heading": "rubrik", "paragraph": "stycke", "table": "tabell",
        "caption": "tabelltext", "row": "rad", "column": "kolumn",
    }  # fmt: skip
    return {swedish[name]: value for name, value in asdict(place).items() if value}


def _cell_faults(faults: list[excel.TemplateFault]) -> Iterator[Comment]:
    for fault in faults:
        yield Comment(str(fault), {"kod": fault.code, "namn": fault.name, "blad": fault.sheet, "cell": fault.cell})


def _unused(names: tuple[str, ...]) -> Comment:
    shown = ", ".join(names[:_MOST_NAMES])
    more = f" och {len(names) - _MOST_NAMES} till (alla med --json)" if len(names) > _MOST_NAMES else ""
    return Comment(f"Fält som mallen inte använder: {shown}{more}.", {"kod": "unused", "namn": list(names)})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
