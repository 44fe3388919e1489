"""Whom the token acts for, and the description of the API itself."""

from typing import Any

from flask import Response, current_app

from service.usecases.accounts.access import Action, may
from service.usecases.accounts.rights import for_signed_in, open_to_all

from .doorway import token, user
from .rooms import room, says
from .shapes import JagSchema, token_json

blueprint = room("jag", "Konto och beskrivning")
SPEC = "malkedjan-api-spec"


@blueprint.get("/jag")
@for_signed_in
@blueprint.response(200, JagSchema)
@says("Vem nyckeln gäller, och vad kontot får göra.")
def me() -> dict[str, Any]:
    """Whom the token acts for, and what that account may do."""
    who = user()
    return {
        "namn": who.name, "epost": who.email, "roller": sorted(who.roles), "namnder": sorted(who.namnder),
        "far": [action.value for action in Action if may(who, action)], "nyckel": token_json(token()),
    }  # fmt: skip


@blueprint.get("/openapi.json")
@open_to_all
@blueprint.response(200, {"type": "object"}, content_type="application/json")
@blueprint.doc(security=[])
@says("Den här beskrivningen, som OpenAPI 3.1.")
def description() -> Response:
    """This description, as OpenAPI 3.1."""
    return Response(current_app.json.dumps(current_app.extensions[SPEC].spec.to_dict()), mimetype="application/json")
