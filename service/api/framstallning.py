"""Batches: all the papers of a year written in one go; how it goes, what came of each, and the files."""

from typing import Any

from flask import Response, send_file
from flask_smorest.pagination import PaginationParameters
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from schemas.workbooks import Period
from service.store import BatchDocument, Outcome
from service.usecases.accounts.access import Action
from service.usecases.accounts.rights import requires
from service.usecases.answers import Refused
from service.usecases.batches import service as batch_service
from service.usecases.batches.orders import BatchWish
from service.usecases.batches.record import documents_in
from service.usecases.batches.service import Course, Seen

from .doorway import doorway, house, user
from .rooms import FILE, PREFIX, a_file, part_of, room, says
from .shapes import Shape, SomSchema, WholeNumber, one_of, words

blueprint = room("framstallning", "Framställning")
_ALL = "Tomt: alla."


class OnskanSchema(Shape):
    """What is to be written."""

    ar = WholeNumber(required=True, validate=validate.Range(1, 9999))
    slag = fields.List(
        fields.String(validate=validate.OneOf(batch_service.KINDS)), load_default=list, **words(_ALL)
    )  # fmt: skip
    namnder = fields.List(fields.String(validate=validate.Length(1, 40)), load_default=list, **words(_ALL))
    perioder = fields.List(
        fields.String(validate=validate.OneOf([period.value for period in Period])), load_default=list, **words(_ALL)
    )  # fmt: skip
    pdf = fields.Boolean(load_default=False, truthy={True}, falsy={False}, **words("Om PDF också ska skrivas."))
    utkast = fields.Boolean(
        load_default=False, truthy={True}, falsy={False}, **words("Om utkast och förslag som är nyare än det antagna.")
    )  # fmt: skip


class KorningSchema(Shape):
    """How a batch stands."""

    korning = fields.String(required=True, **words("Körningens id."))
    vad = fields.String(required=True)
    ar = fields.Integer(required=True)
    av = fields.String(required=True)
    satt_igang = fields.DateTime(required=True)
    slutade = fields.DateTime(required=True, allow_none=True)
    laget = one_of(course.value for course in Course)
    skrivna = fields.Integer(required=True)
    ateranvanda = fields.Integer(required=True, **words("Oförändrade sedan sist, och inte skrivna på nytt."))
    misslyckade = fields.Integer(required=True)
    aterstar = fields.Integer(required=True)
    sekunder_kvar = fields.Float(required=True, allow_none=True, **words("null: går inte att säga ännu."))
    fel = fields.String(required=True, **words("Varför den slutade i förtid; annars tomt."))


class KorningshandlingSchema(Shape):
    """What came of a paper in a batch."""

    plats = fields.Integer(required=True, **words("Numret som den hämtas med."))
    fil = fields.String(required=True)
    slag = fields.String(required=True)
    namnd = fields.String(required=True)
    utfall = one_of(outcome.value for outcome in Outcome)
    varfor = fields.List(fields.String(), required=True, **words("Varför den skrevs på nytt."))
    fel = fields.String(required=True)
    anmarkning = fields.String(required=True, **words("Vad som inte blev som det skulle i en skriven handling."))
    sha256 = fields.String(required=True)
    pdf = fields.String(required=True, **words("PDF-filens kontrollsumma; tom utan PDF."))


@blueprint.get("/framstallningar")
@requires(Action.RUN_BATCH)
@blueprint.response(200, KorningSchema(many=True))
@blueprint.paginate()
@says("Alla framställningar, den nyaste först.")
def batches(pagination_parameters: PaginationParameters) -> list[dict[str, Any]]:
    """Every batch, newest first."""
    return [_batch(seen) for seen in part_of(batch_service.all_seen(house()), pagination_parameters)]


@blueprint.post("/framstallningar")
@requires(Action.RUN_BATCH)
@blueprint.arguments(OnskanSchema)
@blueprint.response(201, KorningSchema, description="Står på tur; Location leder till den.")
@says("Skriv årets handlingar, eller några av dem. Samma urval som redan står på tur ger samma körning.")
def begin(wanted: dict[str, Any]) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Write the papers of a year, or some of them. What is in line already is not begun twice."""
    wish = BatchWish(
        wanted["ar"], tuple(wanted["slag"]), tuple(wanted["namnder"]), tuple(wanted["perioder"]), pdf=wanted["pdf"],
        utkast=wanted["utkast"],
    )  # fmt: skip
    id = batch_service.order_batch(house(), user(), wish)
    doorway().wake()
    return _batch(batch_service.seen(house(), id)), 201, {"Location": f"{PREFIX}/framstallningar/{id}"}


@blueprint.get("/framstallningar/<korning>")
@requires(Action.RUN_BATCH)
@blueprint.response(200, KorningSchema)
@says("Hur en framställning står.")
def batch(korning: str) -> dict[str, Any]:
    """How a batch stands."""
    return _batch(_seen(korning))


@blueprint.get("/framstallningar/<korning>/handlingar")
@requires(Action.RUN_BATCH)
@blueprint.response(200, KorningshandlingSchema(many=True))
@blueprint.paginate()
@says("Vad det blev av varje handling i en framställning, med orsaken där det inte gick.")
def outcomes(korning: str, pagination_parameters: PaginationParameters) -> list[dict[str, Any]]:
    """What came of every paper of a batch, with the cause where it failed."""
    _seen(korning)
    return [_document(one) for one in part_of(list(documents_in(house(), korning)), pagination_parameters)]


@blueprint.get("/framstallningar/<korning>/handlingar/<int:plats>")
@requires(Action.RUN_BATCH)
@blueprint.arguments(SomSchema, location="query")
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("En färdig handling i en framställning; som=pdf ger dess PDF.")
def one_file(wanted: dict[str, str], korning: str, plats: int) -> Response:
    """A finished paper of a batch; `som=pdf` for its PDF."""
    _seen(korning)
    try:
        content, name = batch_service.file_in_batch(house(), korning, plats, pdf=wanted["som"] == "pdf")
    except LookupError:
        raise NotFound from None
    return a_file(name, content)


@blueprint.get("/framstallningar/<korning>/handlingar.zip")
@requires(Action.RUN_BATCH)
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Alla färdiga handlingar i en framställning, som zip.")
def all_files(korning: str) -> Response:
    """Every finished paper of a batch, as a zip."""
    found = _seen(korning)
    name = f"handlingar-{found.wish.ar}-{korning}.zip"
    return send_file(batch_service.zipped(house(), korning), "application/octet-stream", True, name)


@blueprint.post("/framstallningar/<korning>/avbryt")
@requires(Action.RUN_BATCH)
@blueprint.response(200, KorningSchema)
@says("Avbryt en framställning. Det som är klart finns kvar.")
def stop(korning: str) -> dict[str, Any]:
    """Stop a batch. What is made stays."""
    _seen(korning)
    batch_service.stop_batch(house(), user(), korning)
    return _batch(_seen(korning))


@blueprint.post("/framstallningar/<korning>/fortsatt")
@requires(Action.RUN_BATCH)
@blueprint.response(200, KorningSchema)
@says("Fortsätt med en avbruten framställning.")
def resume(korning: str) -> dict[str, Any]:
    """Go on with a batch that was stopped."""
    _seen(korning)
    batch_service.resume_batch(house(), user(), korning)
    doorway().wake()
    return _batch(_seen(korning))


def _seen(id: str) -> Seen:
    try:
        return batch_service.seen(house(), id)
    except Refused:
        raise NotFound from None


def _batch(seen: Seen) -> dict[str, Any]:
    view = seen.view
    return {
        "korning": view.id, "vad": batch_service.words_of(seen.wish), "ar": view.ar, "av": view.by,
        "satt_igang": view.started, "slutade": None if seen.is_live else seen.ended, "laget": seen.course.value,
        "skrivna": view.made, "ateranvanda": view.reused, "misslyckade": view.failed, "aterstar": view.waiting,
        "sekunder_kvar": view.seconds_left if seen.is_live else None, "fel": view.fault,
    }  # fmt: skip


def _document(one: BatchDocument) -> dict[str, Any]:
    return {
        "plats": one.place, "fil": one.filename, "slag": one.kind, "namnd": one.namnd, "utfall": one.state.value,
        "varfor": list(one.reasons), "fel": one.fault, "anmarkning": one.remark, "sha256": one.sha256, "pdf": one.pdf,
    }  # fmt: skip
