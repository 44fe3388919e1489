"""The API in the service: its rooms, its guard, its answers to errors, and its description."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, request
from flask_smorest import Api

from schemas.workbooks import Kind
from service.usecases.loading.planaddress import PATTERN
from service.usecases.meetings.address import PATTERN as MEETING_PATTERN

from . import ar, framstallning, handlingar, inlamningar, jag, moten, planer
from .doorway import Doorway, guard, set_doorway
from .problems import MEDIA_TYPE, ProblemSchema
from .rooms import PREFIX

ROOMS = (
    jag.blueprint, ar.blueprint, planer.blueprint, inlamningar.blueprint, handlingar.blueprint, framstallning.blueprint,
    moten.blueprint,
)  # fmt: skip
WRITING = (handlingar.write, inlamningar.paper, planer.comparison_paper_call)  # LibreOffice works for seconds on each
_OWN = frozenset(room.name for room in ROOMS)
_CONFIG = {
    "API_TITLE": "Målkedjan", "API_VERSION": "1", "OPENAPI_VERSION": "3.1.0",
    "API_SPEC_OPTIONS": {
        "info": {"description": "Målkedjans flöde för program: skicka in, rätta, lämna in, besluta, hämta handlingar."},
        "components": {"securitySchemes": {"nyckel": {"type": "http", "scheme": "bearer"}}},
        "security": [{"nyckel": []}],
    },
}  # fmt: skip


class _Api(Api):  # type: ignore[misc]  # flask-smorest has no types
    """Errors are problems, and the app's own pages keep theirs."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_RESPONSE_CONTENT_TYPE = "application/json"

    def _register_error_handlers(self) -> None:
        """None for the whole app: each room has its own."""

    def _register_responses(self) -> None:
        """Every error has the shape of a problem, and its media type."""
        usual = self.DEFAULT_RESPONSE_CONTENT_TYPE
        self.DEFAULT_RESPONSE_CONTENT_TYPE = MEDIA_TYPE
        super()._register_responses()
        self.DEFAULT_RESPONSE_CONTENT_TYPE = usual

    def _register_pagination_header(self) -> None:
        """A text that holds JSON: a header that is said to be an object would be written otherwise."""
        about = {"description": "JSON: total, total_pages, first_page, last_page, page, previous_page, next_page."}
        self.spec.components.header("PAGINATION", {**about, "schema": {"type": "string"}}, lazy=True)


def init_api(app: Flask, doorway: Doorway) -> None:
    """Mount the API; `app` must know the converters `plan` and `mote`."""
    app.config.update(_CONFIG)
    set_doorway(app.extensions, doorway)
    api = _Api(app)
    api.register_converter(app.url_map.converters["plan"], _plan_parameter)
    api.register_converter(app.url_map.converters["mote"], lambda _: {"type": "string", "pattern": MEETING_PATTERN})
    app.before_request(_guard)
    for room in ROOMS:
        api.register_blueprint(room)
    app.extensions[jag.SPEC] = api


def is_own(blueprint: str | None) -> bool:
    """Whether a group of addresses is the API's."""
    return blueprint in _OWN


def is_api_address(path: str) -> bool:
    """Whether a path lies in the API, be there anything at it or not."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def openapi(app: Flask) -> Mapping[str, Any]:
    """The API's description."""
    found: Mapping[str, Any] = app.extensions[jag.SPEC].spec.to_dict()
    return found


def _guard() -> None:
    if is_own(request.blueprint):
        guard()


def _plan_parameter(_: Any) -> dict[str, str]:
    kinds = "|".join(kind.value for kind in Kind)
    return {"type": "string", "pattern": f"^({kinds}){PATTERN.removeprefix('[a-z]+')}$"}
