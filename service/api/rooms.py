"""What the groups of addresses share: how one is begun, said in words, and answers with files or pages of a list."""

import hashlib
import io
from collections.abc import Callable, Sequence
from inspect import getdoc
from typing import Any, TypeVar

from flask import Response, request, send_file
from flask_smorest import Blueprint, abort
from flask_smorest.pagination import PaginationParameters
from marshmallow import RAISE

from service.usecases.filenames import plain_file_name

from .problems import answer_with_problem

PREFIX = "/api/v1"
FILE = {"type": "string", "format": "binary"}
BYTES = "application/octet-stream"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
View = TypeVar("View", bound=Callable[..., Any])
T = TypeVar("T")


# Says of a word in the address that no call knows that it is wrong: misspelt, it would silently choose nothing.
_STRICT = type(Blueprint.ARGUMENTS_PARSER)(unknown=RAISE)


def room(name: str, swedish: str) -> Any:
    """A group of addresses; `swedish` is its heading in the documentation."""
    made = Blueprint(f"api-{name}", __name__, url_prefix=PREFIX, description=swedish)
    made.ARGUMENTS_PARSER = made.PAGINATION_ARGUMENTS_PARSER = _STRICT
    made.DEFAULT_PAGINATION_PARAMETERS = {"page": 1, "page_size": 50, "max_page_size": 200}
    made.register_error_handler(Exception, answer_with_problem)
    made.after_request(_known_already)
    return made


def says(swedish: str) -> Callable[[View], View]:
    """What a call does, in Swedish; its docstring says it in English."""

    def documented(view: View) -> View:
        made: View = Blueprint.doc(summary=swedish, description=getdoc(view))(view)
        return made

    return documented


def a_file(name: str, content: bytes) -> Response:
    """A file to take home; who has it already is told so."""
    tag = hashlib.sha256(content).hexdigest()
    return send_file(io.BytesIO(content), "application/octet-stream", True, plain_file_name(name), etag=tag)


def a_body(field: str, *types: str) -> dict[str, Any]:
    """How a call that takes a file describes its body: the file itself, or a form with it in a field."""
    form = {"type": "object", "properties": {field: FILE}, "required": [field]}
    raw = {type: {"schema": FILE} for type in (*types, BYTES)}
    return {"required": True, "content": {**raw, "multipart/form-data": {"schema": form}}}


def uploaded(field: str, name: str, *types: str) -> tuple[bytes, str]:
    """The bytes and the name of the file sent, in a form or as the body itself (then called `name`). The name is only
    ever shown."""
    if request.mimetype in (*types, BYTES):
        return request.get_data(), plain_file_name(name)
    if request.mimetype != "multipart/form-data":
        abort(415)
    sent = request.files.get(field)
    if sent is None:
        abort(422, messages={"form": {field: ["Filen saknas."]}})
    assert sent is not None  # else it was aborted
    return sent.read(), plain_file_name(sent.filename or "", name)


def part_of(found: Sequence[T], pages: PaginationParameters) -> list[T]:
    """The part of a list that a page shows; how many there are is told in X-Pagination."""
    pages.item_count = len(found)
    return list(found[pages.first_item : pages.last_item + 1])


def _known_already(response: Response) -> Response:
    """Let a program that has the same answer already be told no more than that."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Authorization")
    if request.method == "GET" and response.status_code == 200:
        if not response.direct_passthrough:
            response.add_etag()
        response.make_conditional(request)
    return response
