"""Inställningar: what holds for a year, sheet by sheet, and the rules with the levels that it gives them."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.store import PlanKey
from service.usecases.accounts.access import Action, may
from service.usecases.answers import Refused
from service.usecases.installningar import STAGES, SettingsInForce, rules_in_force, settings_in_force, shown_sheet
from service.usecases.loading.year import latest_year, years_shown

from .guards import for_signed_in, user
from .household import house

blueprint = Blueprint("installningar", __name__, url_prefix="/installningar")


@blueprint.get("")
@for_signed_in
def newest_page() -> Response:
    """On to the newest year's."""
    found = latest_year(house())
    return redirect(url_for("installningar.page", ar=found.ar) if found else url_for("start.page"))


@blueprint.get("/<int:ar>")
@for_signed_in
def page(ar: int) -> str:
    """The settings that hold for a year, a sheet at a time."""
    found = _in_force(ar)
    own = PlanKey(found.key.kind, "", ar)
    return render_template(
        "installningar.html", found=found, sheet=shown_sheet(found, request.args.get("blad", "")), key=own,
        workbook=found.workbook, base=url_for("installningar.page", ar=ar), all_years=years_shown(house()),
        may_upload=may(user(), Action.UPLOAD, own), may_compare=may(user(), Action.SEE_DRAFT, own),
    )  # fmt: skip


@blueprint.get("/<int:ar>/regler")
@for_signed_in
def rules_page(ar: int) -> str:
    """Every rule with its level in force."""
    found = _in_force(ar)
    return render_template(
        "regler.html", found=found, rules=rules_in_force(house(), ar), stages=STAGES, all_years=years_shown(house())
    )


def _in_force(ar: int) -> SettingsInForce:
    if ar not in years_shown(house()):
        abort(404)
    try:
        return settings_in_force(house(), ar)
    except Refused:
        abort(404)
