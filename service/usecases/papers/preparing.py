"""All that the making of a document needs, gathered from the store as plain values."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from service.batch import Recipe
from service.chain.plans import Installningar
from service.documents import DOCUMENTS, MOTESHANDLINGAR, Document
from service.naming import content_name
from service.store import Version, submission

from ..answers import refused
from ..house import House
from ..loading.ground import ground_of
from .contexts import context_of
from .kommunrapport import kind_asked
from .orders import Order, version_shown

if TYPE_CHECKING:  # the engines are loaded when something is rendered here
    from service import word


@dataclass(frozen=True)
class Prepared:
    """All that the making of a document needs, as plain values: it needs neither store nor clock."""

    order: Order
    document: Document
    template: bytes
    context: Any
    properties: Mapping[str, Any]
    version: Version

    @cached_property
    def name(self) -> str:
        """The document's name by its content."""
        return content_name(self.template, self.context, self.properties)

    @property
    def recipe(self) -> Recipe:
        """What a worker needs to make it, beside the template."""
        form, template = self.document.format, hashlib.sha256(self.template).hexdigest()
        return Recipe(self.name, form, template, self.context, self.properties)

    def render(self, pages: "word.Pages | None" = None) -> bytes:
        """The document's bytes, with a layout's page numbers if it is a Word file. Raises the engines' faults."""
        from service.batch import render

        return render(self.recipe, self.template, pages)


def prepare(house: House, order: Order) -> Prepared:
    """Gather what a document is made of. A delårsrapport of no nämnd is the municipality's. Raises `Refused`."""
    order = replace(order, kind=kind_asked(order.kind, order.namnd))
    if order.kind not in DOCUMENTS:
        raise refused("okant-dokument", slag=order.kind, val=", ".join(DOCUMENTS))
    document = DOCUMENTS[order.kind]
    if order.kind in MOTESHANDLINGAR:
        raise refused("motets-handling", titel=document.title)
    version = version_shown(house, order)
    ground = ground_of(house, version)
    context = context_of(house, order, version, ground)
    properties = _properties(house, version, context, ground.installningar)
    return Prepared(order, document, house.template(document.template), context, properties, version)


def _properties(house: House, version: Version, context: Any, installningar: Installningar) -> dict[str, Any]:
    """The file's properties. Its date is that of the decision or the upload: the same whenever it is written."""
    decision = version.decision
    uploaded = submission(house.store, version.submission).at
    return {
        "title": context.rubrik,
        "author": installningar.kommun.namn,
        "subject": context.status.rad,
        "company": installningar.kommun.namn,
        "created": datetime.combine(decision.datum if decision else uploaded.date(), time(12)),
        "custom": {"Diarienummer": context.titelsida.diarienummer},
    }
