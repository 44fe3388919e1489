"""The identity as one line of text, as it is hidden in a workbook."""

from urllib.parse import parse_qsl, urlencode

from schemas.workbooks import Kind

from .values import Identity

_MARK = "malkedjan"


def written(identity: Identity) -> str:
    """The identity as text without quotation marks, so that a defined name can hold it as a constant."""
    fields = {
        _MARK: identity.edition,
        "slag": identity.kind.value,
        "namnd": identity.namnd,
        "ar": identity.ar,
        "underlag": identity.prefilled_from,
        "forslag": identity.proposal,
    }
    if identity.period:  # only then, so that the ids of blank rows in other workbooks stay as they are
        fields["period"] = identity.period
    return urlencode(fields)


def recognised(text: str) -> Identity | None:
    """The identity that the text holds, or nothing when it is no text of ours."""
    fields = dict(parse_qsl(text.strip().strip('"'), keep_blank_values=True))
    try:
        return Identity(
            Kind(fields["slag"]), fields["namnd"], int(fields["ar"]), fields[_MARK],
            fields.get("underlag", ""), fields.get("forslag", ""), fields.get("period", ""),
        )  # fmt: skip
    except (KeyError, ValueError):
        return None
