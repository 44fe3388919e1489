"""Files that come in through a form."""

from flask import request

from service.usecases.apart import Apart

READER = Apart()  # one for the process: a file at a time, however many are sent in


def uploaded(field: str) -> tuple[bytes, str] | None:
    """The bytes and the name of the file in a field; None where none was chosen. The name is only ever shown."""
    file = request.files.get(field)
    if file is None or not file.filename:
        return None
    name = file.filename.replace("\\", "/").rpartition("/")[2]
    with file.stream:
        return file.read(), name or "fil"
