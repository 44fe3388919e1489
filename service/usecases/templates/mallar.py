"""The official papers' templates: which holds good, new ones tried, approved, taken back. Nothing uploaded is lost."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from uuid import uuid4

from service import excel, word
from service.batch import with_pictures
from service.documents import DOCUMENTS, Document, detaljbudget, example_of
from service.engine import code_stamp
from service.store import (
    TemplateChoice,
    TemplateUpload,
    add_entry,
    add_template,
    choose_template,
    template_choices,
    template_content,
    templates_of,
)

from ..answers import refused
from ..filenames import plain_file_name
from ..files import write_whole
from ..house import House
from ..papers.layout import finish
from ..papers.pictures import FOLDER
from ..papers.preview import Preview
from .lint import TemplateReport, lint_template

SHIPPED = "medfoljande"  # the id of the template that comes with the service


@dataclass(frozen=True, slots=True)
class TemplateStanding:
    """The template of a kind of paper: the upload in force (None: the shipped), who chose it and when (None: nobody
    has), and its number among the uploads (0: the shipped)."""

    document: Document
    upload: TemplateUpload | None
    choice: TemplateChoice | None
    number: int
    waiting: int

    @property
    def id(self) -> str:
        """The id of what is in force."""
        return self.upload.id if self.upload else SHIPPED


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """A template of a kind of paper: an upload (None: the shipped) with its number, whether it is in force, and every
    time that it was chosen, newest first."""

    upload: TemplateUpload | None
    number: int
    in_force: bool
    chosen: tuple[TemplateChoice, ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.upload.id if self.upload else SHIPPED


def all_standings(house: House) -> list[TemplateStanding]:
    """How the template of every kind of paper stands."""
    return [standing_of(house, document) for document in DOCUMENTS.values()]


def standing_of(house: House, document: Document) -> TemplateStanding:
    """How the template of a kind of paper stands; `waiting` counts the uploads newer than all that were ever chosen."""
    choices, uploads = template_choices(house.store, document.template), templates_of(house.store, document.template)
    choice = choices[0] if choices else None
    used = {one.template for one in choices}
    waiting = next((n for n, upload in enumerate(uploads) if upload.id in used), len(uploads))
    upload = next((u for u in uploads if choice and u.id == choice.template), None)
    return TemplateStanding(document, upload, choice, _number(uploads, upload), waiting)


def versions_of_template(house: House, document: Document) -> list[TemplateVersion]:
    """Every template of a kind of paper, newest first, the shipped one last."""
    choices, uploads = template_choices(house.store, document.template), templates_of(house.store, document.template)
    now = choices[0].template if choices else ""
    found = []
    for upload in (*uploads, None):
        id = upload.id if upload else ""
        chosen = tuple(choice for choice in choices if choice.template == id)
        found.append(TemplateVersion(upload, _number(uploads, upload), now == id, chosen))
    return found


def version_of_template(house: House, document: Document, id: str) -> TemplateVersion:
    """One of them. Raises `LookupError`."""
    for version in versions_of_template(house, document):
        if version.id == id:
            return version
    raise LookupError(f"no template {id} of {document.kind}")


def content_of(house: House, document: Document, id: str) -> bytes:
    """The bytes of a template. Raises `LookupError`."""
    return house.shipped_template(document.template) if id == SHIPPED else template_content(house.store, id)


def upload_template(house: House, document: Document, content: bytes, filename: str, *, by: str) -> str:
    """Keep a template to be tried; gives its id. The same file again is the same upload.

    Raises `Refused` where it is no file for Word or Excel as the paper's is.
    """
    filename = plain_file_name(filename)
    if PurePath(filename).suffix.lower() != f".{document.format}":
        raise refused("fel-mallfil", fil=filename, ending=document.format)
    hash = hashlib.sha256(content).hexdigest()
    made = TemplateUpload(
        id=uuid4().hex[:12], name=document.template, sha256=hash, filename=filename, at=house.now(), by=by
    )
    with house.store.transaction():
        for known in templates_of(house.store, document.template):
            if known.sha256 == hash:
                return known.id
        add_template(house.store, made, content)
        _log(house, by, "template-add", document, {"fil": filename, "id": made.id})
    return made.id


def report_on(house: House, document: Document, id: str) -> TemplateReport:
    """What is wrong in a template, and what it uses. Raises `LookupError`."""
    content = content_of(house, document, id)
    key = ("template", hashlib.sha256(content).hexdigest(), document.kind)
    return house.until_changed(key, lambda: lint_template(content, f"mall.{document.format}", document.kind))


def approve_template(house: House, document: Document, id: str, *, by: str) -> None:
    """Let a template hold good from now on: a new one, an earlier one, or the shipped one.

    Raises `Refused` where there is a fault in it, `LookupError` where there is none such.
    """
    is_faulty = bool(report_on(house, document, id).faults)  # of bytes that never change
    with house.store.transaction():
        version = version_of_template(house, document, id)
        if version.in_force:
            return
        if is_faulty:
            raise refused("mall-har-fel", dokument=document.title.lower())
        filed = version.upload.filename if version.upload else ""
        chosen = version.upload.id if version.upload else ""
        choose_template(house.store, TemplateChoice(document.template, chosen, house.now(), by))
        _log(house, by, "template-approve" if filed else "template-shipped", document, {"fil": filed, "id": chosen})


def sample_of(house: House, document: Document, id: str, *, pdf: bool) -> Preview:
    """The paper filled with its fields' examples, as PDF where one is asked for and can be made.

    Raises `LookupError`, and the engines' faults.
    """
    content, stem = content_of(house, document, id), f"prov-{document.kind}"
    if not pdf or document.format != "docx":
        return Preview(_filled(document, content), f"{stem}.{document.format}")
    stamp = hashlib.sha256(content + code_stamp().encode()).hexdigest()[:32]
    kept = house.data / FOLDER / f"{stem}-{stamp}.pdf"
    if kept.exists():
        return Preview(kept.read_bytes(), f"{stem}.pdf")
    done = finish(house, [(lambda pages: _filled(document, content, pages), True)], pdf=True)[0]
    if done.pdf is None:
        return Preview(done.content, f"{stem}.docx")
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_whole(kept, done.pdf)
    return Preview(done.pdf, f"{stem}.pdf")


def _filled(document: Document, content: bytes, pages: word.Pages | None = None) -> bytes:
    context = example_of(document.context)
    if document.format == "xlsx":
        return excel.fill(content, detaljbudget.cells(context), detaljbudget.tables(context))
    return word.render(content, with_pictures(context), pages=pages)


def _number(uploads: tuple[TemplateUpload, ...], upload: TemplateUpload | None) -> int:
    return len(uploads) - uploads.index(upload) if upload else 0


def _log(house: House, by: str, action: str, document: Document, details: Mapping[str, str]) -> None:
    add_entry(house.store, house.now(), by, action, f"för {document.title.lower()}", details)
