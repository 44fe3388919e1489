"""Submissions: sending in a workbook, what was found in it, its hand-in, its decision, and the papers it would give."""

from typing import Any

from flask import Response
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from service.findings import as_json, worst_first
from service.store import file_of, marked_attempt, records_of
from service.usecases.accounts.access import Action
from service.usecases.accounts.rights import for_signed_in, requires_on_plan
from service.usecases.adopt import adopt, decision_of
from service.usecases.discard import discard
from service.usecases.hand_in import HandedIn, hand_in
from service.usecases.papers.preview import preview
from service.usecases.receipts import receipt_json
from service.usecases.submitting.history import key_of, sent_in
from service.usecases.submitting.opened import marked_up_submission, opened
from service.usecases.submitting.upload import own_attempt, upload

from .doorway import doorway, house, user
from .records import records_json, records_schema
from .rooms import FILE, PREFIX, XLSX, a_body, a_file, room, says, uploaded
from .shapes import (
    BeslutSchema,
    IakttagelseSchema,
    KvittoSchema,
    OppnadSchema,
    Shape,
    SomSchema,
    VersionSchema,
    sent_json,
    version_json,
    words,
)

blueprint = room("inlamningar", "Inlämningar")


class InsantSchema(Shape):
    """What goes with an upload."""

    fil = fields.String(load_default="", validate=validate.Length(max=200), **words("Filens namn, när den skickas rå."))
    forslag = fields.String(load_default="", validate=validate.Length(max=40), **words("Namnet på ett förslag."))
    skal = fields.String(load_default="", validate=validate.Length(max=2000), **words("Skälet till en revidering."))


class KvitteringSchema(Shape):
    """Whether the warnings have been read and are acknowledged."""

    kvittera = fields.Boolean(required=True, truthy={True}, falsy={False})


class FlyttadSchema(Shape):
    """The version as it now stands, and the findings that went with it."""

    version = fields.Nested(VersionSchema, required=True)
    iakttagelser = fields.List(fields.Nested(IakttagelseSchema), required=True)


@blueprint.post("/inlamningar")
@for_signed_in
@blueprint.arguments(InsantSchema, location="query")
@blueprint.response(201, KvittoSchema, description="Inläst.")
@blueprint.alt_response(
    200,
    schema=KvittoSchema,
    description="Inget är ändrat: samma fil var redan inläst, eller allt i den är som det var.",
)
@blueprint.alt_response(409, schema=KvittoSchema, description="Inte inläst; Location leder till det avvisade.")
@blueprint.doc(requestBody=a_body("arbetsbok", XLSX))
@says("Skicka in en ifylld arbetsbok. Allt läses in, eller inget; svaret är detsamma som malkedjan submit --json.")
def send_in(given: dict[str, str]) -> tuple[dict[str, Any], int, dict[str, str]]:
    """Send in a filled workbook: all of it is taken in, or nothing. The answer is that of `malkedjan submit --json`."""
    blob, name = uploaded("arbetsbok", given["fil"] or "arbetsbok.xlsx", XLSX)
    reading = doorway().read(blob, name)
    done = upload(
        house(), user(), None, reading, blob, name, proposal=given["forslag"], reason=given["skal"]
    )  # fmt: skip
    where = f"inlamningar/{done.submission}" if done.submission else f"forsok/{done.attempt}"
    status = 409 if done.attempt else 200 if done.already else 201
    return receipt_json(done.receipt), status, {"Location": f"{PREFIX}/{where}"}


@blueprint.get("/inlamningar/<inlamning>")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, OppnadSchema)
@says("En inlämning, med varje iakttagelse i den.")
def submission(inlamning: str) -> dict[str, Any]:
    """A submission, with every finding in it."""
    found = opened(house(), user(), inlamning)
    return sent_json(sent_in(house(), found.submission), found.key) | {
        "iakttagelser": [as_json(finding) for finding in worst_first(found.findings)],
        "fore_inlamning": [as_json(finding) for finding in worst_first(found.before_hand_in)],
        "far_lamnas_in": found.may_hand_in, "far_antas": found.may_adopt,
    }  # fmt: skip


@blueprint.get("/inlamningar/<inlamning>/poster")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, records_schema())
@says("Vad som lästes i arbetsboken, blad för blad. Tal är text med decimalpunkt.")
def records(inlamning: str) -> dict[str, Any]:
    """What was read in the workbook, sheet by sheet. Numbers are text with a decimal point."""
    found = opened(house(), user(), inlamning).submission
    return records_json(found.kind, records_of(house().store, found))


@blueprint.get("/inlamningar/<inlamning>/fil")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Filen så som den skickades in.")
def file(inlamning: str) -> Response:
    """The file as it came."""
    return a_file(opened(house(), user(), inlamning).submission.filename, file_of(house().store, inlamning))


@blueprint.get("/inlamningar/<inlamning>/markerad")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Arbetsboken med varje iakttagelse markerad i sin cell.")
def marked(inlamning: str) -> Response:
    """The workbook with every finding marked in its cell."""
    content = marked_up_submission(house(), inlamning)
    if content is None:
        raise NotFound
    return a_file(f"{inlamning}-markerad.xlsx", content)


@blueprint.get("/inlamningar/<inlamning>/handlingar/<dokument>")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.arguments(SomSchema, location="query")
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("En handling som inlämningen ger, till exempel verksamhetsplan; som=pdf ger PDF där en sådan kan göras.")
def paper(wanted: dict[str, str], inlamning: str, dokument: str) -> Response:
    """A paper that the submission gives (`verksamhetsplan`, `detaljbudget`, …); `som=pdf` where one can be made."""
    found = preview(house(), user(), inlamning, dokument, pdf=wanted["som"] == "pdf")
    return a_file(found.name, found.content)


@blueprint.post("/inlamningar/<inlamning>/lamna-in")
@requires_on_plan(Action.HAND_IN)
@blueprint.arguments(KvitteringSchema)
@blueprint.response(200, FlyttadSchema)
@says("Lämna in utkastet till beslut: numren sätts. Varningar ska vara kvitterade, och inga fel får finnas kvar.")
def hand_in_call(given: dict[str, bool], inlamning: str) -> dict[str, Any]:
    """Hand in the draft: numbers are given. Warnings must be acknowledged, and no fel may be left."""
    key = key_of(opened(house(), user(), inlamning).submission)
    return _moved(hand_in(house(), key, by=user().name, acknowledge=given["kvittera"], submission=inlamning))


@blueprint.post("/inlamningar/<inlamning>/kasta")
@requires_on_plan(Action.UPLOAD)
@blueprint.response(204)
@says("Kasta utkastet. Det som skickades in finns kvar; planen blir som den var före utkastet.")
def discard_call(inlamning: str) -> None:
    """Throw the draft away. What was sent in is kept; the plan is what it was before the draft."""
    key = key_of(opened(house(), user(), inlamning).submission)
    discard(house(), key, by=user().name, submission=inlamning)


@blueprint.post("/inlamningar/<inlamning>/beslut")
@requires_on_plan(Action.ADOPT)
@blueprint.arguments(BeslutSchema)
@blueprint.response(200, FlyttadSchema)
@says("För in att planen är antagen.")
def adopt_call(given: dict[str, Any], inlamning: str) -> dict[str, Any]:
    """Record that the plan has been adopted."""
    key = key_of(opened(house(), user(), inlamning).submission)
    decision = decision_of(given["organ"], given["datum"], given["paragraf"], given["dnr"])
    return _moved(adopt(house(), key, decision, by=user().name, submission=inlamning))


@blueprint.get("/forsok/<forsok>")
@for_signed_in
@blueprint.response(200, IakttagelseSchema(many=True))
@says("Vad som var fel i en arbetsbok som inte lästes in. Sparas i 30 dagar.")
def attempt(forsok: str) -> list[dict[str, Any]]:
    """What was wrong in a workbook that was not taken in. Kept for 30 days."""
    found = own_attempt(house(), user(), forsok)
    if found is None:
        raise NotFound
    return [as_json(finding) for finding in worst_first(found.findings)]


@blueprint.get("/forsok/<forsok>/markerad")
@for_signed_in
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Den avvisade arbetsboken med varje iakttagelse markerad i sin cell.")
def attempt_marked(forsok: str) -> Response:
    """The refused workbook with every finding marked in its cell."""
    content = marked_attempt(house().store, forsok) if own_attempt(house(), user(), forsok) else None
    if content is None:
        raise NotFound
    return a_file(f"{forsok}-markerad.xlsx", content)


def _moved(done: HandedIn) -> dict[str, Any]:
    return {"version": version_json(done.version), "iakttagelser": [as_json(one) for one in worst_first(done.findings)]}
