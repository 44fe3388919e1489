"""What went wrong, as a problem in JSON (RFC 9457), with the sentence that a page would have shown."""

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from flask import Response, current_app, request
from marshmallow import Schema, fields
from werkzeug.exceptions import HTTPException

from service.findings import Finding, as_json, todo, what
from service.usecases.answers import Refused, answer
from service.usecases.papers.generate import TEMPLATE_FAULTS

from .shapes import IakttagelseSchema

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger(__name__)
_SENTENCES = {
    400: "Anropet gick inte att tolka. Kontrollera adressen och innehållet.",
    401: "Nyckel saknas, eller gäller inte. Skicka den som ”Authorization: Bearer NYCKEL”; den görs under Mitt konto.",
    403: "Kontot saknar behörighet. En administratör kan ändra vilka roller och nämnder det har.",
    404: "Det finns inget där som kontot får läsa. Kontrollera adressen.",
    405: "Adressen tar inte emot den metoden. Se huvudet Allow.",
    413: "Filen är för stor. En ifylld arbetsbok är mindre: ta bort bilder och försök igen.",
    415: "Innehållet har fel typ. Skicka JSON, eller en fil som multipart/form-data eller application/octet-stream.",
    422: "Uppgifterna i anropet stämmer inte. Rätta det som står under falt.",
    429: "För många anrop. Vänta en minut och försök igen.",
    500: "Något gick fel hos oss. Felet är antecknat i tjänstens logg. Försök igen om en stund.",
}


class ProblemSchema(Schema):
    """A problem: its status and the sentence about it."""

    type = fields.String(required=True, metadata={"description": "Alltid about:blank."})
    title = fields.String(required=True, metadata={"description": "Statuskodens namn."})
    status = fields.Integer(required=True)
    detail = fields.String(required=True, metadata={"description": "Vad som är fel och vad man gör, på svenska."})
    falt = fields.Dict(metadata={"description": "Fel i enskilda uppgifter, efter var de står."})
    iakttagelser = fields.List(fields.Nested(IakttagelseSchema), metadata={"description": "Vad som hindrar."})


def answer_with_problem(error: Exception) -> Response:
    """The answer to a call that ended with an error; one that nobody foresaw is logged."""
    if isinstance(error, Refused):
        return _refusal(error.findings)
    if isinstance(error, TEMPLATE_FAULTS):
        return _refusal([answer("mallen-gar-inte", fel=str(error))])
    if not isinstance(error, HTTPException):
        _log.exception("%s %s", request.method, request.path, exc_info=error)
        return _problem(500, _SENTENCES[500])
    code = error.code or 500
    made = _problem(code, _SENTENCES.get(code, _SENTENCES[400 if code < 500 else 500]), **_fields(error))
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            made.headers[name] = value
    return made


def _refusal(findings: Sequence[Finding]) -> Response:
    """A use case's answer of no: what was asked for is not there, or may not be done now."""
    first = findings[0]
    detail = f"{what(first)} {todo(first)}".strip()
    return _problem(409, detail, iakttagelser=[as_json(finding) for finding in findings])


def _fields(error: HTTPException) -> dict[str, Any]:
    data: dict[str, Any] = getattr(error, "data", None) or {}
    return {"falt": data["messages"]} if data.get("messages") else {}


def _problem(code: int, detail: str, **more: Any) -> Response:
    body = {"type": "about:blank", "title": HTTPStatus(code).phrase, "status": code, "detail": detail, **more}
    return Response(current_app.json.dumps(body), code, mimetype=MEDIA_TYPE)
