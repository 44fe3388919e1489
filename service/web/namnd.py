"""Nämnd: a nämnd's plan and reports of a year, and the municipality's own: workbooks, uploads, what was sent in."""

from flask import Blueprint, Response, abort, render_template

from service.store import PlanKey
from service.usecases.access import Action
from service.usecases.overview import overview
from service.usecases.plansheet import sheets_of_kommun, sheets_of_namnd
from service.usecases.workbook import hand_out
from service.usecases.year import Year, latest_year, next_year, year, years_shown

from .downloads import download, workbook_name
from .guards import for_signed_in, requires_on_plan, user
from .household import house

blueprint = Blueprint("namnd", __name__)


@blueprint.get("/namnder")
@for_signed_in
def all_page() -> str:
    """Every nämnd of the newest year, one's own first."""
    return render_template("namnder.html", year=latest_year(house()))


@blueprint.get("/namnd/<kod>/<int:ar>")
@for_signed_in
def page(kod: str, ar: int) -> str:
    """A nämnd's plan and reports of a year."""
    shown = _year(ar)
    namnd = next((n for n in shown.namnder if n.kod == kod), None) or abort(404)
    sheets = sheets_of_namnd(house(), user(), overview(house(), user(), shown), kod)
    return render_template(
        "namnd.html", ar=ar, namnd=namnd, heading=namnd.namn, sheets=sheets, all_years=years_shown(house())
    )


@blueprint.get("/kommunen/<int:ar>")
@for_signed_in
def kommun_page(ar: int) -> str:
    """The municipality's own plans of a year: settings, mål- och resursplan, accounts, governing documents."""
    coming = next_year(house())
    shown = year(house(), ar) if ar == coming else _year(ar)
    sheets = sheets_of_kommun(house(), user(), overview(house(), user(), shown))
    all_years = [coming, *years_shown(house())]
    return render_template(
        "namnd.html", ar=ar, namnd=None, heading="Kommunens egna planer", sheets=sheets, all_years=all_years
    )


@blueprint.get("/arbetsbok/<plan:key>")
@requires_on_plan(Action.UPLOAD)
def workbook(key: PlanKey) -> Response:
    """The plan's official workbook, filled in with what is decided."""
    return download(hand_out(house(), key.kind, key.ar, key.namnd, key.proposal, key.period), workbook_name(key))


def _year(ar: int) -> Year:
    if ar not in years_shown(house()):
        abort(404)
    return year(house(), ar)
