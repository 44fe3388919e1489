"""Write official documents: fill the template, lay it out, remember what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service import excel, word
from service.documents import DOCUMENTS
from service.store import Version

from ..answers import refused
from ..files import write_whole
from ..house import House
from .layout import Finished, Numbering, finish
from .orders import Order, newer_than
from .preparing import Prepared, prepare
from .registering import remember

TEMPLATE_FAULTS = (word.TemplateFault, word.PackageFault, excel.TemplateFault)


@dataclass(frozen=True, slots=True)
class Written:
    """A document written: where, which plan version it shows, and its title; how its pages are numbered, and its PDF.

    `fault` says why LibreOffice could not lay it out, where it could not; `newer` is a revision under way, not shown.
    """

    order: Order
    path: Path
    title: str
    version: Version
    numbering: Numbering = Numbering.NONE
    pdf: Path | None = None
    fault: str = ""
    newer: Version | None = None

    @property
    def name(self) -> str:
        """The title, with the proposal's name where it is one."""
        return f"{self.title} (förslag {self.order.proposal})" if self.order.proposal else self.title


def generate(house: House, order: Order, folder: Path, *, pdf: bool = False) -> Written:
    """Write a document into a folder. Raises `Refused` when there is no such plan, or the engines' faults.

    With `pdf` a Word document is written as PDF too, if LibreOffice can; of an Excel document it is refused.
    """
    if pdf and order.kind in DOCUMENTS and DOCUMENTS[order.kind].format == "xlsx":
        raise refused("pdf-bara-av-word", dokument=DOCUMENTS[order.kind].title)
    return write(house, [prepare(house, order)], folder, pdf=pdf)[0]


def write(house: House, documents: Sequence[Prepared], folder: Path, *, pdf: bool = False) -> list[Written]:
    """Write documents into a folder, the Word files also as PDF if asked. They are laid out together."""
    folder.mkdir(parents=True, exist_ok=True)
    finished = finish(house, [(document.render, document.document.format == "docx") for document in documents], pdf=pdf)
    return [_written(house, document, done, folder) for document, done in zip(documents, finished, strict=True)]


def _written(house: House, prepared: Prepared, done: Finished, folder: Path) -> Written:
    path = folder / prepared.order.file_name
    pdf = path.with_suffix(".pdf") if done.pdf is not None else None
    for file, content in ((path, done.content), (pdf, done.pdf)):
        if file is not None and content is not None:
            write_whole(file, content)
            remember(house, prepared, file.name, content)
    return Written(
        prepared.order, path, prepared.properties["title"], prepared.version, done.numbering, pdf, done.fault,
        None if prepared.order.version else newer_than(house, prepared.version),
    )  # fmt: skip
