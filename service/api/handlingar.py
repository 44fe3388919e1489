"""Documents: those that have been written, writing one anew, whether a file is one, and where a figure comes from."""

from typing import Any

from flask import Response
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from service.store import WrittenDocument
from service.usecases.origins import origins
from service.usecases.papers import file_with, shelf
from service.usecases.planaddress import address_of
from service.usecases.rights import for_signed_in

from .doorway import house, user
from .rooms import FILE, a_file, room, says
from .shapes import Shape, words

blueprint = room("handlingar", "Handlingar")


class HandlingSchema(Shape):
    """A file of a document that has been written."""

    fil = fields.String(required=True)
    sha256 = fields.String(required=True, **words("Filens kontrollsumma, som den hämtas med."))
    slag = fields.String(required=True)
    plan = fields.String(required=True)
    version = fields.Integer(required=True)
    tillstand = fields.String(required=True, **words("Planens tillstånd när handlingen skrevs."))
    skriven = fields.DateTime(required=True)


class HandlingarSchema(Shape):
    """A page of documents."""

    sida = fields.Integer(required=True)
    sidor = fields.Integer(required=True)
    handlingar = fields.List(fields.Nested(HandlingSchema), required=True)


class UrvalSchema(Shape):
    """Which documents."""

    slag = fields.String(load_default="", validate=validate.Length(max=40))
    namnd = fields.String(load_default="", validate=validate.Length(max=40))
    sida = fields.Integer(load_default=1, validate=validate.Range(1, 100_000))


class TalSchema(Shape):
    """A number or an amount as it is printed."""

    tal = fields.String(required=True, validate=validate.Length(1, 40), **words("2.3, M2.3a eller 1 121 300."))


class UrsprungSchema(Shape):
    """Where a figure comes from."""

    tal = fields.String(required=True)
    vad = fields.String(required=True)
    celler = fields.List(fields.String(), required=True)
    summa = fields.Boolean(required=True)
    inlamning = fields.String(required=True)


@blueprint.get("/ar/<int:ar>/handlingar")
@for_signed_in
@blueprint.arguments(UrvalSchema, location="query")
@blueprint.response(200, HandlingarSchema)
@says("Årets skrivna handlingar som kontot får läsa, den nyaste först.")
def documents(wanted: dict[str, Any], ar: int) -> dict[str, Any]:
    """The documents written for the year that you may read, newest first."""
    found = shelf(house(), user(), ar, wanted["slag"], wanted["namnd"], wanted["sida"])
    files = [_document(file.document, address_of(paper.plan)) for paper in found.papers for file in paper.files]
    return {"sida": found.page, "sidor": found.pages, "handlingar": files}


@blueprint.get("/handlingar/<sha256>")
@for_signed_in
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("En skriven handling, efter filens kontrollsumma.")
def document(sha256: str) -> Response:
    """A document that has been written, by its file's hash."""
    found = file_with(house(), user(), sha256)
    if found is None:
        raise NotFound
    content, name = found
    return a_file(name, content)


@blueprint.get("/ar/<int:ar>/ursprung")
@for_signed_in
@blueprint.arguments(TalSchema, location="query")
@blueprint.response(200, UrsprungSchema(many=True))
@says("Vilka celler och inlämningar ett nummer eller ett belopp kommer från.")
def origin(asked: dict[str, str], ar: int) -> list[dict[str, Any]]:
    """Which cells and submissions a number or an amount comes from."""
    return [
        {
            "tal": one.shown, "vad": one.origin.what, "celler": list(one.origin.cells), "summa": one.origin.summed,
            "inlamning": one.submission.id,
        }
        for one in origins(house(), user(), asked["tal"], ar)
    ]  # fmt: skip


def _document(found: WrittenDocument, plan: str) -> dict[str, Any]:
    return {
        "fil": found.filename, "sha256": found.sha256, "slag": found.kind, "plan": plan, "version": found.version,
        "tillstand": found.state, "skriven": found.at,
    }  # fmt: skip
