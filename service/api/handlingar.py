"""Documents: those that have been written, writing one anew, whether a file is one, and where a figure comes from."""

from typing import Any

from flask import Response
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from service.store import WrittenDocument
from service.usecases.accounts.rights import for_signed_in
from service.usecases.figures.origins import origins, origins_in
from service.usecases.loading.planaddress import address_of
from service.usecases.papers.verified import verified
from service.usecases.papers.writing import writable, write_paper
from service.usecases.papers.written import file_with, paper_with, shelf
from service.usecases.submitting.history import plan_of
from service.usecases.trace import Traced
from service.usecases.verify import Verdict

from .doorway import house, user
from .rooms import FILE, PREFIX, a_body, a_file, room, says, uploaded
from .shapes import Shape, one_of, words

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


class SkrivbarSchema(Shape):
    """A paper that can be written."""

    handling = fields.String(required=True, **words("Det som handlingen beställs med."))
    titel = fields.String(required=True)
    plan = fields.String(required=True)
    version = fields.Integer(required=True)
    tillstand = fields.String(required=True)
    kan_bli_pdf = fields.Boolean(required=True)


class BestallningSchema(Shape):
    """Which paper is to be written."""

    handling = fields.String(required=True, validate=validate.Length(1, 200), **words("Som i skrivbara."))
    pdf = fields.Boolean(load_default=False, truthy={True}, falsy={False}, **words("Om PDF också ska skrivas."))


class AndringSchema(Shape):
    """A place in a file that does not read as it was written."""

    var = fields.String(required=True)
    fore = fields.String(required=True)
    efter = fields.String(required=True)


class KontrollSchema(Shape):
    """What is known of a file; nothing is told of a paper that the account may not read."""

    omdome = one_of(verdict.value for verdict in Verdict)
    handling = fields.Nested(HandlingSchema, required=True, allow_none=True)
    inlamningar = fields.List(fields.String(), required=True, **words("Inlämningarna som handlingen bygger på."))
    andringar = fields.List(fields.Nested(AndringSchema), required=True)


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


@blueprint.get("/ar/<int:ar>/skrivbara")
@for_signed_in
@blueprint.response(200, SkrivbarSchema(many=True))
@says("Handlingarna som året ger och kontot får skriva.")
def papers_to_write(ar: int) -> list[dict[str, Any]]:
    """The papers that the year gives and you may have written."""
    return [
        {
            "handling": one.key, "titel": one.title, "plan": address_of(one.plan), "version": one.version,
            "tillstand": one.state.value, "kan_bli_pdf": one.makes_pdf,
        }
        for one in writable(house(), user(), ar)
    ]  # fmt: skip


@blueprint.post("/ar/<int:ar>/handlingar")
@for_signed_in
@blueprint.arguments(BestallningSchema)
@blueprint.response(201, HandlingSchema(many=True), description="Skriven; Location leder till Word- eller Excel-filen.")
@says("Skriv en handling av den senaste versionen, i mallen som gäller. Svaret är dess filer.")
def write(wanted: dict[str, Any], ar: int) -> tuple[list[dict[str, Any]], int, dict[str, str]]:
    """Write a paper of the newest version, by the template in force. The answer is its files."""
    made = write_paper(house(), user(), ar, wanted["handling"], pdf=wanted["pdf"])
    found = paper_with(house(), user(), made)
    if found is None:
        raise NotFound
    files = [_document(file.document, address_of(found[0].plan)) for file in found[0].files]
    return files, 201, {"Location": f"{PREFIX}/handlingar/{made}"}


@blueprint.get("/handlingar/<sha256>/siffror")
@for_signed_in
@blueprint.response(200, UrsprungSchema(many=True))
@says("Varje nummer och belopp i en skriven handling, med cellerna som det kommer från.")
def figures(sha256: str) -> list[dict[str, Any]]:
    """Every number and amount in a paper that has been written, with the cells that it comes from."""
    found = origins_in(house(), user(), sha256)
    if found is None:
        raise NotFound
    return [_traced(one) for one in found]


@blueprint.post("/kontroll")
@for_signed_in
@blueprint.response(200, KontrollSchema)
@blueprint.doc(requestBody=a_body("fil"))
@says("Är en fil skriven av Målkedjan, och har någon ändrat i den? Filen sparas inte.")
def verify_file() -> dict[str, Any]:
    """Is a file one that the service has written, and has it been changed since? The file is not kept."""
    content, _ = uploaded("fil", "fil")
    found = verified(house(), user(), content)
    return {
        "omdome": found.verdict.value, "handling": _written(found.document) if found.document else None,
        "inlamningar": [one.id for one in found.submissions],
        "andringar": [{"var": one.place, "fore": one.before, "efter": one.after} for one in found.changes],
    }  # fmt: skip


@blueprint.get("/ar/<int:ar>/ursprung")
@for_signed_in
@blueprint.arguments(TalSchema, location="query")
@blueprint.response(200, UrsprungSchema(many=True))
@says("Vilka celler och inlämningar ett nummer eller ett belopp kommer från.")
def origin(asked: dict[str, str], ar: int) -> list[dict[str, Any]]:
    """Which cells and submissions a number or an amount comes from."""
    return [_traced(one) for one in origins(house(), user(), asked["tal"], ar)]


def _traced(one: Traced) -> dict[str, Any]:
    return {
        "tal": one.shown, "vad": one.origin.what, "celler": list(one.origin.cells), "summa": one.origin.summed,
        "inlamning": one.submission.id,
    }  # fmt: skip


def _written(document: WrittenDocument) -> dict[str, Any]:
    plan = plan_of(house(), document.submission)
    return _document(document, address_of(plan) if plan else "")


def _document(found: WrittenDocument, plan: str) -> dict[str, Any]:
    return {
        "fil": found.filename, "sha256": found.sha256, "slag": found.kind, "plan": plan, "version": found.version,
        "tillstand": found.state, "skriven": found.at,
    }  # fmt: skip
