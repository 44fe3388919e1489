"""A file that cannot be read, as an exception within this room; `read` turns it into a finding."""


class Refused(Exception):
    """The file as a whole is refused. `code` leads to a sentence, `details` fill its holes."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


def broken(reason: str) -> Refused:
    """The refusal of a file whose inside does not hold together."""
    return Refused("trasig-fil", skal=reason)
