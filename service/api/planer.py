"""Plans: how each stands, its versions, what has been sent in to it, its workbook, and what differs."""

from typing import Any

from flask import Response
from flask_smorest.pagination import PaginationParameters
from marshmallow import fields, validate
from werkzeug.exceptions import NotFound

from schemas.workbooks import Kind
from service.findings import as_json
from service.store import PlanKey, latest_version, versions
from service.usecases.accounts.access import Action
from service.usecases.accounts.rights import for_signed_in, requires_on_plan
from service.usecases.comparing.seen import comparison, comparison_paper
from service.usecases.comparing.submissions import changes
from service.usecases.loading.planaddress import address_of
from service.usecases.submitting.history import history
from service.usecases.submitting.opened import opened
from service.usecases.workbooks.handing_out import hand_out

from .doorway import house, user
from .rooms import FILE, a_file, part_of, room, says
from .shapes import (
    IakttagelseSchema,
    InlamningSchema,
    Shape,
    VersionSchema,
    one_of,
    plan_json,
    sent_json,
    version_json,
    words,
)

blueprint = room("planer", "Planer")


class PlanensSchema(Shape):
    """A plan: its versions, and what is found in the newest submission."""

    plan = fields.String(required=True)
    slag = one_of(kind.value for kind in Kind)
    ar = fields.Integer(required=True)
    namnd = fields.String(required=True)
    period = fields.String(required=True)
    forslag = fields.String(required=True)
    versioner = fields.List(fields.Nested(VersionSchema), required=True, **words("Den äldsta först."))
    iakttagelser = fields.List(fields.Nested(IakttagelseSchema), required=True)


class MellanSchema(Shape):
    """Two submissions to a plan."""

    fran = fields.String(required=True, **words("Inlämningens id."))
    till = fields.String(required=True, **words("Inlämningens id."))


class VersionerSchema(Shape):
    """Two versions: each a number, or the name of a proposal."""

    fran = fields.String(
        load_default="", validate=validate.Length(max=40), **words("Versionens nummer, eller förslagets namn.")
    )
    till = fields.String(
        load_default="", validate=validate.Length(max=40), **words("Versionens nummer, eller förslagets namn.")
    )


class SkillnadSchema(Shape):
    """A line of a comparison."""

    galler = fields.String(required=True)
    rad = fields.String(required=True)
    hur = fields.String(required=True)
    fore = fields.String(required=True)
    efter = fields.String(required=True)


class JamforelseSchema(Shape):
    """Two versions compared."""

    fran = fields.String(required=True)
    till = fields.String(required=True)
    val = fields.List(fields.String(), required=True, **words("Det som kan jämföras, efter namn."))
    skillnader = fields.List(fields.Nested(SkillnadSchema), required=True)


class FaltandringSchema(Shape):
    """A field that differs."""

    rubrik = fields.String(required=True)
    fore = fields.String(required=True)
    efter = fields.String(required=True)


class RadandringSchema(Shape):
    """A row that differs; `raden_ar` is `ny`, `borta` or empty."""

    blad = fields.String(required=True)
    rad = fields.String(required=True)
    raden_ar = one_of(["", "ny", "borta"])
    falt = fields.List(fields.Nested(FaltandringSchema), required=True)


@blueprint.get("/planer/<plan:key>")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, PlanensSchema)
@says("Planen: dess versioner, och vad som är fel i det senast inskickade.")
def plan(key: PlanKey) -> dict[str, Any]:
    """A plan: its versions, and what is wrong in what was sent in last."""
    newest = latest_version(house().store, key)
    if newest is None:
        raise NotFound
    found = opened(house(), user(), newest.submission).findings
    return plan_json(key) | {
        "versioner": [version_json(version) for version in versions(house().store, key)],
        "iakttagelser": [as_json(finding) for finding in found],
    }  # fmt: skip


@blueprint.get("/planer/<plan:key>/inlamningar")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.response(200, InlamningSchema(many=True))
@blueprint.paginate()
@says("Allt som skickats in till planen, det nyaste först.")
def submissions(key: PlanKey, pagination_parameters: PaginationParameters) -> list[dict[str, Any]]:
    """All that has been sent in to the plan, newest first."""
    return [sent_json(sent, key) for sent in part_of(history(house(), key), pagination_parameters)]


@blueprint.get("/planer/<plan:key>/arbetsbok")
@requires_on_plan(Action.UPLOAD)
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Planens arbetsbok, ifylld med det som redan är beslutat.")
def workbook(key: PlanKey) -> Response:
    """The plan's workbook, filled with what is decided already."""
    content = hand_out(house(), key.kind, key.ar, key.namnd, key.proposal, key.period)
    return a_file(f"{address_of(key).replace('.', '-').lower()}.xlsx", content)


@blueprint.get("/planer/<plan:key>/jamforelse")
@for_signed_in
@blueprint.arguments(VersionerSchema, location="query")
@blueprint.response(200, JamforelseSchema)
@says("Vad som skiljer mellan två versioner eller förslag som kontot får läsa; utan val de två nyaste.")
def compared(between: dict[str, str], key: PlanKey) -> dict[str, Any]:
    """What differs between two versions or proposals that you may read; by itself the newest two."""
    found = comparison(house(), user(), key, between["fran"], between["till"])
    if found is None:
        raise NotFound
    return {
        "fran": found.before, "till": found.after, "val": [name for name, _ in found.choices],
        "skillnader": [
            {"galler": one.subject, "rad": one.name, "hur": one.change, "fore": one.before, "efter": one.after}
            for one in found.differences
        ],
    }  # fmt: skip


@blueprint.get("/planer/<plan:key>/jamforelse.docx")
@for_signed_in
@blueprint.arguments(VersionerSchema, location="query")
@blueprint.response(200, FILE, content_type="application/octet-stream")
@says("Den nyare av två versioner eller förslag som Word-fil, med det som skiljer som spårade ändringar.")
def comparison_paper_call(between: dict[str, str], key: PlanKey) -> Response:
    """The newer of two versions or proposals as a Word file, with what differs as tracked changes."""
    found = comparison_paper(house(), user(), key, between["fran"], between["till"])
    if found is None:
        raise NotFound
    return a_file(f"jamforelse-{address_of(key).replace('.', '-').lower()}.docx", found.content)


@blueprint.get("/planer/<plan:key>/skillnader")
@requires_on_plan(Action.SEE_DRAFT)
@blueprint.arguments(MellanSchema, location="query")
@blueprint.response(200, RadandringSchema(many=True))
@says("Vad som skiljer mellan två inlämningar till planen, rad för rad.")
def differences(between: dict[str, str], key: PlanKey) -> list[dict[str, Any]]:
    """What differs between two submissions to the plan, row by row."""
    try:
        found = changes(house(), key, between["fran"], between["till"])
    except LookupError:
        raise NotFound from None
    return [
        {
            "blad": row.sheet, "rad": row.row, "raden_ar": row.row_is,
            "falt": [{"rubrik": f.heading, "fore": f.before, "efter": f.after} for f in row.fields],
        }
        for row in found.rows
    ]  # fmt: skip
