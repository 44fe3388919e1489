"""Uppsikt: how it goes for every nämnd, for kommunstyrelsen and those who see to the whole."""

from decimal import ROUND_HALF_UP, Decimal

from flask import Blueprint, abort, render_template, request

from schemas.workbooks import Period
from service.usecases.loading.year import year, years_shown
from service.usecases.oversight.uppsikt import uppsikt

from .guards import for_signed_in, user
from .household import house
from .swedish import number

blueprint = Blueprint("uppsikt", __name__)


@blueprint.get("/uppsikt/<int:ar>")
@for_signed_in
def page(ar: int) -> str:
    """Each nämnd's economy and results after a period, `?period=T2`, or by its newest report; and what is late."""
    if ar not in years_shown(house()):
        abort(404)
    shown, period = year(house(), ar), request.args.get("period", "")
    found = uppsikt(house(), user(), shown, period if period in set(Period) else "") or abort(403)
    return render_template(
        "uppsikt.html", year=shown, all_years=years_shown(house()), found=found, chosen=period,
        periods=[(one.value, one.shown.capitalize()) for one in Period],
    )  # fmt: skip


@blueprint.app_template_filter("procent")
def percent(value: Decimal | None) -> str:
    """`−1,5 %` with one decimal; a dash where it cannot be said."""
    if value is None:
        return "–"
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{number(rounded if rounded else Decimal('0.0'))}\u00a0%"
