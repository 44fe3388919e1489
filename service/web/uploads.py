"""Files that come in through a form."""

from flask import jsonify, redirect, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from service.usecases.filenames import plain_file_name
from service.usecases.submitting.apart import Apart

READER = Apart()  # one for the process: a file at a time, however many are sent in


def uploaded(field: str) -> tuple[bytes, str] | None:
    """The bytes and the name of the file in a field; None where none was chosen. The name is only ever shown."""
    file = request.files.get(field)
    if file is None or not file.filename:
        return None
    name, data = _taken(file)
    return data, name


def all_uploaded(field: str) -> list[tuple[str, bytes]]:
    """The names and the bytes of every file in a field."""
    return [_taken(file) for file in request.files.getlist(field) if file.filename]


def onward(address: str) -> Response:
    """On to a page: for a browser by a redirect, for the script that shows progress by telling it the way."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(till=address)
    return redirect(address, 303)


def _taken(file: FileStorage) -> tuple[str, bytes]:
    with file.stream:
        return plain_file_name(file.filename or "", "fil"), file.read()
