"""What the API answers with: the shape of each thing, and how a value of the use cases is put into it."""

from datetime import datetime
from typing import Any

from marshmallow import Schema, fields, validate

from schemas.workbooks import Kind, Period
from service.chain.values import State
from service.findings import Gate, Level
from service.store import ApiToken, PlanKey, Role, Submission, Version
from service.usecases.loading.planaddress import address_of
from service.usecases.oversight.overview import Standing
from service.usecases.submitting.history import Sent


def words(description: str, **more: Any) -> dict[str, Any]:
    """What the documentation says of a field."""
    return {"metadata": {"description": description, **more}}


def one_of(choices: Any, description: str = "", *, empty: bool = False) -> fields.String:
    """A text that is one of some values; empty or null where none is."""
    values = [str(choice) for choice in choices]
    return fields.String(
        required=True, allow_none=empty, validate=validate.OneOf([*values, None] if empty else values),
        **words(description),
    )  # fmt: skip


class Shape(Schema):
    """Keys stand in the order in which they are declared."""


class SomSchema(Shape):
    """The form of a paper."""

    som = fields.String(load_default="original", validate=validate.OneOf(["original", "pdf"]))


class IakttagelseSchema(Shape):
    """A finding: what is wrong where, and what to do. The same on the page, on the command line and in the workbook."""

    kod = fields.String(required=True)
    niva = one_of((level.value for level in Level), "fel hindrar, en varning kvitteras, en upplysning är bara sagd.")
    grind = one_of((gate.value for gate in Gate), "När den fanns.")
    stoppar = fields.Boolean(required=True, **words("Om arbetsboken därför inte läses in alls."))
    blad = fields.String(required=True, allow_none=True)
    cell = fields.String(required=True, allow_none=True)
    star = fields.String(required=True, **words("Vad som står där."))
    fel = fields.String(required=True)
    atgard = fields.String(required=True)
    regler = fields.List(fields.String(), required=True, **words("Reglerna bakom, till exempel R31."))
    paragraf = fields.String(required=True, allow_none=True, **words("Paragrafen i riktlinjerna."))


class KvittoSchema(Shape):
    """What came of an upload."""

    inlast = fields.Boolean(required=True)
    tillstand = one_of((state.value for state in State), empty=True)
    version = fields.Integer(required=True, allow_none=True)
    inlamning = fields.String(required=True, allow_none=True, **words("Inlämningens id."))
    iakttagelser = fields.List(fields.Nested(IakttagelseSchema), required=True)


class NyckelSchema(Shape):
    """The token that the call was made by."""

    namn = fields.String(required=True)
    galler_till = fields.DateTime(required=True)


class JagSchema(Shape):
    """Whom the token acts for, and what that account may do."""

    namn = fields.String(required=True)
    epost = fields.String(required=True)
    roller = fields.List(one_of(role.value for role in Role), required=True)
    namnder = fields.List(fields.String(), required=True)
    far = fields.List(fields.String(), required=True, **words("Vad kontot får göra i hela tjänsten."))
    nyckel = fields.Nested(NyckelSchema, required=True)


class PlanSchema(Shape):
    """Which plan, and how it stands."""

    plan = fields.String(required=True, **words("Planens adress, till exempel verksamhetsplan.2027.BUN."))
    slag = one_of(kind.value for kind in Kind)
    ar = fields.Integer(required=True)
    namnd = fields.String(required=True)
    period = one_of(["", *(period.value for period in Period)])
    forslag = fields.String(required=True)
    tillstand = one_of((state.value for state in State), "null: inget inskickat som kontot får se.", empty=True)
    version = fields.Integer(required=True)
    galler = fields.Integer(required=True, **words("Numret på den antagna versionen, 0 om ingen är antagen."))
    fel = fields.Integer(required=True, allow_none=True, **words("null: planen kan inte bedömas."))
    varningar = fields.Integer(required=True)
    senast = fields.Date(required=True, allow_none=True, **words("Nästa dag som ska hållas."))
    sen = fields.Boolean(required=True)
    oppen = fields.Boolean(required=True, **words("Om kontot får läsa planens utkast och inlämningar."))


class WholeNumber(fields.Integer):
    """A whole number as JSON has it: 92 and 92.0 are the same, the text "92" is none."""

    def _validated(self, value: Any) -> int:
        if isinstance(value, bool | str) or (isinstance(value, float) and not value.is_integer()):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class BeslutSchema(Shape):
    """A decision that adopts a plan."""

    organ = fields.String(required=True, validate=validate.Length(1, 100), **words("Till exempel KF."))
    datum = fields.Date(required=True)
    paragraf = WholeNumber(required=True, validate=validate.Range(1, 99_999))
    dnr = fields.String(required=True, validate=validate.Length(1, 100), **words("Diarienummer."))


class VersionSchema(Shape):
    """A version of a plan."""

    version = fields.Integer(required=True)
    tillstand = one_of(state.value for state in State)
    inlamning = fields.String(required=True)
    skal = fields.String(required=True)
    beslut = fields.Nested(BeslutSchema, required=True, allow_none=True)


class InlamningSchema(Shape):
    """An upload that was taken in; `version` is null when a later one has taken its place."""

    inlamning = fields.String(required=True)
    plan = fields.String(required=True)
    fil = fields.String(required=True)
    av = fields.String(required=True)
    nar = fields.DateTime(required=True)
    sha256 = fields.String(required=True)
    skal = fields.String(required=True)
    version = fields.Integer(required=True, allow_none=True)
    tillstand = one_of((state.value for state in State), empty=True)


class OppnadSchema(InlamningSchema):
    """An upload with every finding in it, and those that are added at hand-in."""

    iakttagelser = fields.List(fields.Nested(IakttagelseSchema), required=True)
    fore_inlamning = fields.List(fields.Nested(IakttagelseSchema), required=True)
    far_lamnas_in = fields.Boolean(required=True, **words("Om kontot får lämna in det, när inga fel finns kvar."))
    far_antas = fields.Boolean(required=True)


def plan_json(key: PlanKey) -> dict[str, Any]:
    """Which plan."""
    return {
        "plan": address_of(key), "slag": key.kind.value, "ar": key.ar, "namnd": key.namnd, "period": key.period,
        "forslag": key.proposal,
    }  # fmt: skip


def standing_json(standing: Standing) -> dict[str, Any]:
    """How a plan stands."""
    return plan_json(standing.key) | {
        "tillstand": standing.state.value if standing.state else None, "version": standing.version,
        "galler": standing.in_force, "fel": standing.fel, "varningar": standing.varningar,
        "senast": standing.senast, "sen": standing.late, "oppen": standing.open,
    }  # fmt: skip


def version_json(version: Version) -> dict[str, Any]:
    """A version of a plan."""
    return {
        "version": version.version, "tillstand": version.state.value, "inlamning": version.submission,
        "skal": version.reason, "beslut": version.decision,
    }  # fmt: skip


def sent_json(sent: Sent, key: PlanKey) -> dict[str, Any]:
    """An upload and what it stands for."""
    return submission_json(sent.submission, key) | {
        "version": sent.version, "tillstand": sent.state.value if sent.state else None,
    }  # fmt: skip


def submission_json(found: Submission, key: PlanKey) -> dict[str, Any]:
    """An upload."""
    return {
        "inlamning": found.id, "plan": address_of(key), "fil": found.filename, "av": found.by, "nar": found.at,
        "sha256": found.sha256, "skal": found.reason,
    }  # fmt: skip


def token_json(token: ApiToken) -> dict[str, str | datetime]:
    """A token, without its secret."""
    return {"namn": token.name, "galler_till": token.expires}
